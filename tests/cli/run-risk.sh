#!/bin/sh
# SPDX-License-Identifier: MIT
# Ctrl-C while `groeipad risk` draws: what there is so far is the answer, whole and marked, with exit
# code 0 and a note; on standard output, in a pipe and in a file. A second one ends at once. A
# terminal shows how far it is after a second, and nothing of that stays.
# usage: tests/cli/run-risk.sh GROEIPAD     from the root of the repository
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

# Far more draws than anybody waits for.
awk 'BEGIN {
    printf "{\"status_date\": \"2026-01-05\", \"interventions\": [{\"id\": \"i\", \"needed_by\": \"2030-01-01\", \"requires\": [\"c199\"]}],\n\"capabilities\": ["
    for (i = 0; i < 200; i++)
        printf "%s{\"id\": \"c%d\", \"lead_time\": {\"min\": \"3d\", \"likely\": \"5d\", \"max\": \"9d\"}%s}", i ? ",\n" : "", i, i ? sprintf(", \"requires\": [\"c%d\"]", i - 1) : ""
    print "]}"
}' >"$work/large.json"
many="risk $work/large.json --draws 100000000"

# interrupted SECONDS ARGUMENT...: sends INT then; the exit code is in $code
interrupted() {
    after=$1
    shift
    # shellcheck disable=SC2086 # a list of arguments
    "$groeipad" $many "$@" >"$work/out" 2>"$work/err" &
    child=$!
    sleep "$after"
    kill -INT $child
    wait $child
    code=$?
}

interrupted 0.15 --format json
check "Ctrl-C: exit $code" '[ $code = 0 ]'
check "Ctrl-C: not marked" 'grep -q "\"partial\":true" "$work/out"'
check "Ctrl-C: the document is not whole" '[ "$(tail -c 3 "$work/out" | tr -d "\n")" = "]}" ]'
check "Ctrl-C: no note" 'grep -q "^groeipad risk: stopped after [0-9]* draws; this is what they say" "$work/err"'
if command -v python3 >/dev/null; then
    check "Ctrl-C: no JSON" 'python3 -m json.tool "$work/out" >/dev/null'
fi
"$groeipad" $many --draws "$(sed -n 's/^"draws":\([0-9]*\),.*/\1/p' "$work/out")" --format json 2>/dev/null \
    | sed 's/"partial":false/"partial":true/' >"$work/whole"
check "Ctrl-C: the same draws say something else when all are asked for" 'cmp -s "$work/whole" "$work/out"'

interrupted 0.15 -o "$work/answer.txt" --lang nl
check "Ctrl-C with -o: exit $code" '[ $code = 0 ]'
check "Ctrl-C with -o: not marked" 'grep -q "^Eerder gestopt" "$work/answer.txt"'

# In a pipe, and at the first moment that there is something to stop: also then it is an answer.
{ "$groeipad" $many --format csv 2>"$work/err" & echo $! >"$work/pid"; wait $!; echo $? >"$work/code"; } \
    | cat >"$work/out" &
sleep 0.1
kill -INT "$(cat "$work/pid")"
wait $!
check "Ctrl-C in a pipe: exit $(cat "$work/code")" '[ "$(cat "$work/code")" = 0 ]'
check "Ctrl-C in a pipe: not marked" 'sed -n 2p "$work/out" | grep -q "^run,.*,1,true,false,0,[0-9]*.$"'
check "Ctrl-C in a pipe: no rows" 'grep -q "^intervention,i," "$work/out"'

# Two at once: the second ends the program, as signals do.
"$groeipad" $many >"$work/out" 2>"$work/err" &
child=$!
sleep 0.1
kill -STOP $child
kill -INT $child
kill -CONT $child
kill -INT $child 2>"$work/none"
kill -INT $child 2>"$work/none"
wait $child
check "twice Ctrl-C: neither ended nor an answer" '[ $? = 130 ] || grep -q "Stopped early" "$work/out"'

if script -qec true /dev/null >/dev/null 2>&1; then
    # stderr is the terminal of `script`; what it shows comes out of that. It is waited for, however
    # slow the machine is.
    : >"$work/shown"
    script -qec "$groeipad $many -o $work/answer.txt --lang en & tries=0
        until grep -q 'of 100000000 draws' $work/shown || [ \$tries = 100 ]; do sleep 0.1; tries=\$((tries + 1)); done
        kill -INT \$!; wait" /dev/null </dev/null >"$work/shown" 2>&1
    check "a terminal does not show how far it is" 'grep -q "of 100000000 draws" "$work/shown"'
    check "what a terminal shows stays" 'tr "\r" "\n" <"$work/shown" | grep -v "draws, " | grep -q "^groeipad risk: stopped"'
    check "a pipe shows how far it is" '! grep -q "of 100000000 draws" "$work/err"'
fi
echo "run-risk.sh: $passed checks passed, $failed failed"
[ $failed = 0 ]
