#!/bin/sh
# SPDX-License-Identifier: MIT
# Memory that runs out, anywhere, also in the libraries below: a command then gives the answer that
# it gives with memory, to the byte, or says that memory ran out and exits with 3. Never another
# message, never other bytes with exit 0, never a crash. tests/memory/fail.c does it.
#
# Where igraph, Graphviz or libcgraph would end the program, memory is asked for in advance, which
# helps where memory is bounded ("budget") and not where one small allocation fails.
# usage: tests/memory/run.sh GROEIPAD      FAIL_POINTS=N: so many points for each command and way
set -u
groeipad=$(cd "$(dirname "${1:?usage: run.sh GROEIPAD}")" && pwd)/$(basename "$1")
here=$(cd "$(dirname "$0")" && pwd)
export FAIL_POINTS="${FAIL_POINTS:-36}" FAIL_WAYS
cd "$here/../.." || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM
passed=0 failed=0
example=examples/persoonlijke-dienstverlening.json
small=examples/minimal.json

if grep -aq '__[at]san_init' "$groeipad"; then
    echo 'tests/memory: skipped, a sanitizer brings a malloc of its own'
    exit 0
fi
${CC:-cc} -std=gnu11 -O2 -shared -fPIC -o "$work/fail.so" "$here/fail.c" -ldl || exit 1
library=$work/fail.so
FAIL_WAYS=one LD_PRELOAD=$library "$groeipad" --version || exit 1

# runs_out WAYS ARGUMENT...
runs_out() {
    FAIL_WAYS=$1
    shift
    if LD_PRELOAD=$library "$groeipad" "$@" </dev/null >"$work/log" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "tests/memory: groeipad $*"
        head -20 "$work/log"
    fi
}

every=one,all,budget
runs_out $every --help
runs_out $every explain GP301
runs_out $every init
for command in check 'check --format json' 'check --format sarif' plan 'plan --format json' \
    'plan --format csv' gaps clashes boards advice fit library trace scenarios \
    'path --for adviesrobot' 'render roadmap -o -' 'render boards -o -' 'render model -o -' \
    'render fit -o -' 'render tension -o -'; do
    runs_out $every $command $example
done
runs_out $every why $example adviesrobot
measures=tests/cli/repair-measures/plan.json
runs_out $every repair $measures
for format in json csv markdown; do runs_out budget repair --curve --format $format $measures; done
runs_out budget repair --to changes $measures
runs_out budget check $measures
runs_out $every risk --draws 64 --threads 2 --mitigated examples/risk/shared.json
for format in json csv; do
    runs_out budget risk --draws 64 --threads 1 --format $format examples/risk/shared.json
done

echo '{"groeipad":1,"status_date":"2025-01-01","capabilities":[{"id":"a","levls":[1e400]},{"id":"a"}]}' \
    >"$work/wrong.json"
runs_out $every check "$work/wrong.json"
runs_out $every plan --format json "$work/wrong.json"

# Two circles: one of two, and one of more than the smallest cut is looked for exactly.
awk 'BEGIN { printf "{\"status_date\":\"2025-01-01\",\"capabilities\":["
    for (i = 0; i < 40; i++) printf "{\"id\":\"c%d\",\"requires\":[\"c%d\"]},", i, (i + 1) % 40
    print "{\"id\":\"a\",\"requires\":[\"b\"]},{\"id\":\"b\",\"requires\":[\"a\"]}]}" }' >"$work/cycle.json"
runs_out all,budget check "$work/cycle.json" # igraph does not survive each failure of one

# Numbers, lists, texts, JSON in properties: what a format can say comes from there and back.
for format in json yaml csv xlsx graphml mspdi mermaid plantuml icalendar; do
    runs_out $every convert --to $format $example
done
for format in json yaml csv xlsx graphml mspdi archimate; do
    "$groeipad" convert --to $format $example >"$work/plan.$format" 2>/dev/null
    runs_out $every convert --from $format --to json "$work/plan.$format"
done

# Models of others: an older version, what is named and left out, three lists that make one.
models=tests/io/archimate
runs_out $every check --strict $models/bad-ids.xml
runs_out $every convert --capability-type all $models/old.xml $models/plateaus.xml
runs_out $every convert tests/io/archi/properties.csv tests/io/archi/elements.csv tests/io/archi/relations.csv

runs_out $every check tests/cli/sheet-of-others/objecten.csv --status-date 2026-01-05 --column 'soort=Soort object,id=Code'

# What is in them, and which options would use more.
for format in text json csv; do
    runs_out $every inspect --format $format $models/old.xml docs/formats/architecture.xml
done
runs_out $every inspect $small

# What if, what changed, and what a value would do.
echo '{"drop":["secure-sharing"],"capabilities":[{"id":"x"},{"id":"trained-team","lead_time":"5mo"}]}' \
    >"$work/changes.json"
runs_out $every plan $small --changes "$work/changes.json" --set planning.round=6mo --require 'co-browsing->x'
runs_out $every compare $small --changes "$work/changes.json"
for format in json csv markdown sarif; do
    runs_out $every compare $small --set trained-team.lead_time=8mo --format $format
done
runs_out $every compare $small examples/clean.json --to changes
runs_out $every compare --git HEAD $small
runs_out $every compare $small --sweep planning.round=1y,3mo --sweep trained-team.lead_time=1mo,6mo
runs_out $every render sweep $small --sweep trained-team.lead_time=6mo,2y -o -
runs_out $every report $small -o -
runs_out budget report examples/risk/shared.json --risk --draws 200 --threads 1 --against $small -o -
runs_out $every render risk examples/risk/shared.json --draws 200 --threads 1 -o -
runs_out $every render roadmap examples/adviesalgoritmes.json --repair -o -
runs_out $every render roadmap examples/adviesalgoritmes-maatregelen.json --repair -o -
runs_out $every render roadmap examples/risk/shared.json --risk --draws 200 --threads 1 -o -
for view in roadmap map; do
    runs_out $every render $view $small --within trained-team --changes "$work/changes.json" --against $small -o -
done
runs_out $every check $small --write-baseline "$work/baseline.json"
"$groeipad" check $small --write-baseline "$work/baseline.json" >/dev/null 2>&1
runs_out $every check $small --baseline "$work/baseline.json" --ignore GP3

# Into a file, and a folder.
mkdir "$work/folder"
runs_out $every plan $small -o "$work/plan.txt"
runs_out $every convert --to json $small -o "$work/plan.json"
runs_out $every convert --to csv $small -o "$work/folder"
runs_out $every render roadmap $small -o "$work/roadmap.svg"

# A portfolio to start from, and what a shell asks.
for format in json yaml csv xlsx; do
    runs_out $every init --to $format
done
runs_out $every complete -- why $example shad
runs_out $every complete -- gaps $example --owner ''

# What is asked for in advance.
runs_out budget convert --to archimate $example
runs_out budget leverage $example
runs_out budget query $example 'only-way datakwaliteit advies-vooraf-ingevuld'
runs_out budget render path $small -o -
runs_out budget render path $example -o -
runs_out budget render path $small --drop secure-sharing --against $small -o -
runs_out budget render path --format dot $example -o -
"$groeipad" convert --to dot $example >"$work/plan.dot" 2>/dev/null
runs_out budget convert --from dot --to json "$work/plan.dot"
runs_out budget convert tests/io/graphs/foreign.dot
runs_out budget convert tests/io/graphs/labels.dot --status-date 2026-01-05 --to dot
printf 'digraph { status_date="2026-01-05"; subgraph s {%s} subgraph s {} -> {%s} }' \
    "$(seq -f 'a%g;' 200)" "$(seq -f 'b%g;' 200)" >"$work/groups.dot"
runs_out budget convert "$work/groups.dot"
runs_out $every convert tests/io/graphs/every-attribute.graphml --status-date 2026-01-05
runs_out $every convert tests/io/graphs/yed.graphml --status-date 2026-01-05

echo "tests/memory: $passed commands passed, $failed failed"
[ $failed = 0 ]
