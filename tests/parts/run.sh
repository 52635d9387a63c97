#!/bin/sh
# A run in parts gives the bytes of the run: on threads, and as docs/risk.md has it with GNU parallel
# (or, where that is not installed, with xargs -P) and as the tasks of a Slurm job array.
# usage: tests/parts/run.sh PATH-TO-GROEIPAD     from the root of the repository
set -u
export LC_ALL=C
root=$(pwd)
groeipad=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
got=$(mktemp -d)
trap 'rm -rf "$got"' EXIT
trap 'exit 130' INT TERM
failed=0
fail() { echo "FAILED: $1"; failed=$((failed + 1)); }
same() { cmp -s "$1" "$2" || fail "$3"; }
mkdir "$got/bin"
ln -s "$groeipad" "$got/bin/groeipad"
PATH=$got/bin:$PATH
cp examples/persoonlijke-dienstverlening.json "$got/portfolio.json"
cd "$got" || exit 1

# The blocks of the page that hold a word, without the fences.
block() {
    awk -v word="$1" '/^```/ { if (is_in && index(text, word)) printf "%s", text; is_in = !is_in; text = ""; next }
                      is_in { text = text $0 "\n" }' "$root/docs/risk.md"
}
# $1: what is tried; $2: options of the one run that the parts have to add up to; $3: formats.
merged() {
    for format in $3; do
        groeipad risk portfolio.json $2 -f $format >one 2>one.said
        groeipad risk --merge part-*.gprisk -f $format >sum 2>sum.said || fail "$1: $format cannot be added up"
        same one sum "$1: $format is another answer than that of one run"
        same one.said sum.said "$1: $format says other things than one run"
    done
    rm -f part-*.gprisk
}

for threads in 1 2 3; do groeipad risk portfolio.json --threads $threads -f json >by-$threads 2>said; done
same by-1 by-2 'two threads'
same by-1 by-3 'three threads'

how=parallel
command -v parallel >/dev/null || how=xargs
block "| $how " >lines
grep -q . lines || fail "docs/risk.md has no line with $how"
sh lines >said 2>&1 </dev/null || fail "$how: $(tail -n 1 said)"
merged "$how" '--draws 100000' 'text json csv'

block SLURM >job
grep -q . job || fail 'docs/risk.md has no Slurm job array'
for task in 0 1; do SLURM_ARRAY_TASK_ID=$task sh job >said 2>&1 || fail "a task of the job array: $(tail -n 1 said)"; done
merged 'Slurm' '--draws 200000' json

# With all that says how the portfolio is read, planned and drawn.
options="--spread 10%/90% --mitigated --seed 18446744073709551615 --status-date 2023-06-01 --set planning.round=6mo"
groeipad risk portfolio.json $options --draws-from 700 --draws-to 3001 --threads 1 -o part-b.gprisk 2>said || fail 'a part with options'
groeipad risk - $options --draws-to 700 -o part-a.gprisk <portfolio.json 2>said || fail 'a part of standard input'
groeipad risk --merge part-a.gprisk part-b.gprisk -f csv >sum 2>said || fail "options: $(cat said)"
groeipad risk portfolio.json $options --draws 3001 -f csv >one 2>said
same one sum 'options'

groeipad risk --merge part-a.gprisk part-b.gprisk -f json 2>said | grep -q '"seed":18446744073709551615,' || fail 'the seed'

# Parts of parts are parts.
groeipad risk --merge part-b.gprisk part-a.gprisk -o all.gprisk 2>said || fail 'parts into a part'
groeipad risk --merge all.gprisk -f csv >sum 2>said
same one sum 'parts of parts'

# What is refused: exit 3, and nothing on standard output.
refused() {
    what=$1
    shift
    "$@" >out 2>said
    [ $? = 3 ] && [ ! -s out ] && grep -q "$what" said || fail "not refused: $what"
}
groeipad risk portfolio.json --draws-to 700 -o other.gprisk 2>said
head -c 5000 part-b.gprisk >cut.gprisk
refused 'trekkingen 0 tot en met 699 staan in geen deel\|draws 0 to 699 are in no part' groeipad risk --merge part-b.gprisk
refused 'GP808.*seed' groeipad risk --merge other.gprisk part-b.gprisk
refused 'GP808.*checksum' groeipad risk --merge part-a.gprisk cut.gprisk
refused 'GP808.*no part' groeipad risk --merge part-a.gprisk portfolio.json
refused 'GP801' groeipad risk --merge part-a.gprisk none.gprisk

echo "parts: $how, a job array, options and parts of parts, $failed failed"
[ $failed = 0 ]
