#!/bin/sh
# SPDX-License-Identifier: MIT
# The page of `groeipad report`: each of its parts is what the commands write, the same portfolio
# gives the same bytes, and nothing of what is in it is read as HTML.
# usage: tests/report/run.sh PATH-TO-GROEIPAD     from the root of the repository
set -u
groeipad=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
trap 'exit 130' INT TERM
passed=0 failed=0

count() {
    if [ "$1" = 0 ]; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
}
parts() {
    python3 tests/report/page.py parts "$groeipad" "$@"
    count $?
}

paper=examples/persoonlijke-dienstverlening.json
"$(dirname "$groeipad")/tests/scale/generate" layered 150 60 >"$T/generated.json" 2>/dev/null
parts $paper
sed "s/\"needed_by\": \"2023-11-30\"/\"needed_by\": \"2023-10-30\"/; s/\"lead_time\": \"9mo\"/\"lead_time\": \"8mo\"/" $paper >"$T/older.json"
cmp -s "$T/older.json" $paper && count 1
parts $paper --against "$T/older.json" --risk --spread 20%/60% --draws 500
parts $paper --scenario data-lock
parts examples/minimal.json
parts examples/clean.json
parts examples/adviesalgoritmes.json
parts tests/cli/repair-measures/plan.json
parts tests/report/hostile.json
parts tests/report/seven.json
[ ! -s "$T/generated.json" ] || parts "$T/generated.json"

"$groeipad" report tests/report/hostile.json --quiet -o "$T/hostile.html" 2>/dev/null
python3 tests/report/page.py safe "$T/hostile.html"
count $?

# What changes were asked for is the plan as written; what the page saves are changes to the files.
changed='--set planning.round=6mo --drop wachtbandje'
"$groeipad" report $paper $changed --quiet -o "$T/changed.html" 2>/dev/null
for pair in 'original.json:' "portfolio.json:$changed"; do
    python3 tests/report/page.py part "$T/changed.html" "${pair%%:*}" >"$T/part"
    "$groeipad" convert $paper ${pair#*:} --to json 2>/dev/null | cmp - "$T/part"
    count $?
done

# Changes that the page would make in another order than the command: it does not plan again.
"$groeipad" report $paper --scenario data-lock --set planning.round=6mo --quiet -o "$T/fixed.html" 2>"$T/messages"
[ -s "$T/fixed.html" ] && [ -s "$T/messages" ] && ! grep -q 'data-part="engine.wasm"' "$T/fixed.html"
count $?

# All of it or nothing, and never over an input.
cp examples/minimal.json "$T/minimal.json"
"$groeipad" report "$T/minimal.json" -o "$T/minimal.json" >/dev/null 2>&1
[ $? = 2 ] && cmp -s examples/minimal.json "$T/minimal.json"
count $?
"$groeipad" report examples/nothing-there.json -o "$T/none.html" >/dev/null 2>&1
[ $? = 3 ] && [ ! -e "$T/none.html" ]
count $?

echo "report: $passed passed, $failed failed"
[ "$failed" = 0 ]
