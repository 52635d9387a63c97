#!/bin/sh
# SPDX-License-Identifier: MIT
# Ctrl-C and --seconds while `groeipad repair` searches: the best so far is the answer, whole, with
# exit code 0 and a word on it; on standard output, in a pipe and in a file. What is told holds: made
# as changes, the chosen measures give the dates. Less and less address space ends in the same answer,
# or says that memory ran out.
# usage: tests/cli/run-repair.sh GROEIPAD     from the root of the repository
set -u
export LC_ALL=C
groeipad=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM
passed=0 failed=0
check() {
    if eval "$2"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $1"
    fi
}

# Layers of steps, each on three of the layer before it, with rounds; every intervention rests on
# much, and is late: nobody waits for the proof.
awk 'BEGIN {
    srand(7); layers = 12; width = 50
    printf "{\"status_date\": \"2026-01-05\", \"planning\": {\"round\": \"6mo\", \"from\": \"2026-01-01\"},\n\"interventions\": ["
    for (i = 0; i < 40; i++)
        printf "%s{\"id\": \"i%d\", \"needed_by\": \"20%d-0%d-01\", \"requires\": [\"c%d-%d\", \"c%d-%d\"]}", i ? ",\n" : "", i, 29 + i % 3, 1 + i % 8, layers - 1, i, layers - 1, (i * 7) % width
    printf "],\n\"capabilities\": ["
    for (l = 0; l < layers; l++) for (k = 0; k < width; k++) {
        printf "%s{\"id\": \"c%d-%d\", \"lead_time\": \"%dw\"", l + k ? ",\n" : "", l, k, 8 + int(rand() * 30)
        if (l) printf ", \"requires\": [\"c%d-%d\", \"c%d-%d\", \"c%d-%d\"]", l - 1, k, l - 1, (k + 1 + int(rand() * 5)) % width, l - 1, (k + 6 + int(rand() * 5)) % width
        printf "}"
    }
    print "]}" }' >"$work/large.json"

# interrupted SECONDS ARGUMENT...: sends INT then; the exit code is in $code
interrupted() {
    after=$1
    shift
    "$groeipad" repair "$work/large.json" --seconds 600 "$@" >"$work/out" 2>"$work/err" &
    child=$!
    sleep "$after"
    kill -INT $child
    wait $child
    code=$?
}

interrupted 1.5 --format json
check "Ctrl-C: exit $code" '[ $code = 0 ]'
check "Ctrl-C: no status" 'grep -q "\"status\":\"\(best\|proven\)\"" "$work/out"'
check "Ctrl-C: the document is not whole" '[ "$(tail -c 3 "$work/out" | tr -d "\n")" = "]}" ]'
if command -v python3 >/dev/null; then
    check "Ctrl-C: no JSON" 'python3 -m json.tool "$work/out" >/dev/null'
fi

interrupted 1.5 -o "$work/answer.txt"
check "Ctrl-C with -o: exit $code" '[ $code = 0 ]'
check "Ctrl-C with -o: no answer" 'grep -q "late now" "$work/answer.txt"'

{ "$groeipad" repair "$work/large.json" --seconds 600 --format csv 2>"$work/err" & echo $! >"$work/pid"; wait $!; echo $? >"$work/code"; } \
    | cat >"$work/out" &
sleep 1
kill -INT "$(cat "$work/pid")"
wait $!
check "Ctrl-C in a pipe: exit $(cat "$work/code")" '[ "$(cat "$work/code")" = 0 ]'
check "Ctrl-C in a pipe: no rows" '[ -s "$work/out" ]'

# What was found by then is of use: the plan with the changes has fewer late. How many is a matter of
# how fast the machine is.
late() { grep -o '"late_before":[1-9]' "$1" | wc -l; }
"$groeipad" repair "$work/large.json" --seconds 0.2 --to changes -o "$work/changes.json" 2>"$work/err"
check "--seconds: exit $?" '[ -s "$work/changes.json" ]'
"$groeipad" repair "$work/large.json" --seconds 0.2 --format json >"$work/before" 2>"$work/err"
check "--seconds: not said to be cut off" 'grep -q "\"cut_off\":true" "$work/before"'
"$groeipad" repair "$work/large.json" --changes "$work/changes.json" --seconds 0.2 --format json >"$work/out" 2>"$work/err"
check "--seconds: as many are late with what was chosen" '[ "$(late "$work/out")" -lt "$(late "$work/before")" ]'

# ---- memory ----

starve() {
    least=20000
    while ! (ulimit -v $least && "$groeipad" --version) >"$work/out" 2>"$work/err" && [ $least -lt 1000000 ]; do
        least=$((least + 2000))
    done
    small=tests/cli/repair-measures/plan.json
    "$groeipad" repair $small --curve --format json >"$work/whole" 2>"$work/err"
    room=500 code=1
    while [ $room -lt 1000000 ]; do
        (ulimit -v $((least + room)) && exec "$groeipad" repair $small --curve --format json) >"$work/out" 2>"$work/err"
        code=$?
        [ $code != 0 ] || break
        check "$room kB: exit $code without a word on memory" '[ $code -lt 128 ] && grep -aq "memory ran out" "$work/err"'
        room=$((room + room / 3))
    done
    check "with enough memory: another answer" '[ $code = 0 ] && cmp -s "$work/out" "$work/whole"'
}
# A sanitizer brings a malloc of its own, and asks for more than there is.
grep -aq '__[at]san_init' "$groeipad" || starve
echo "run-repair.sh: $passed checks passed, $failed failed"
[ $failed = 0 ]
