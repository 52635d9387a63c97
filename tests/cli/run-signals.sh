#!/bin/sh
# SPDX-License-Identifier: MIT
# Signals while a file is written: a real process gets them at the moment when its temporary file is
# there. INT, TERM and HUP leave the folder as it was (or the new file whole) and end the process
# as signals do; what KILL leaves behind is in nobody's way.
# usage: tests/cli/run-signals.sh GROEIPAD     from the root of the repository
# Under nohup HUP is ignored from the start, and a shell cannot take that back.
[ -n "${GP_SIGNALS_AS_USUAL:-}" ] || GP_SIGNALS_AS_USUAL=1 exec env --default-signal=HUP sh "$0" "$@"
set -u
groeipad=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM
failed=0
fail() {
    failed=$((failed + 1))
    echo "FAILED: $1"
}

# Large enough that writing it takes a while.
awk 'BEGIN {
    printf "{\"status_date\": \"2026-01-05\", \"capabilities\": ["
    for (i = 0; i < 60000; i++)
        printf "%s{\"id\": \"c%d\", \"name\": \"%0400d\"}", i ? ",\n" : "", i, i
    print "]}"
}' >"$work/large.json"

# A shell has what it runs beside itself ignore INT.
heeding=
env --default-signal=INT true 2>"$work/none" && heeding='env --default-signal=INT'

# when_writing SIGNAL ARGUMENTS...: runs groeipad and sends it the signal as soon
# as a temporary file is in $work/to. The exit status comes back; 0 where it was done before that.
when_writing() {
    signal=$1
    shift
    $heeding "$groeipad" "$@" >"$work/out" 2>"$work/err" &
    child=$!
    while kill -0 $child 2>"$work/none"; do
        set -- "$work"/to/.*.tmp "$work"/to/*/.*.tmp
        [ -e "$1" ] || [ -e "$2" ] || continue
        kill -"$signal" $child
        break
    done
    wait $child
}

# sent SIGNAL NUMBER: until it really came in the midst, at most 20 times.
sent() {
    for attempt in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        rm -rf "$work/to"
        mkdir "$work/to"
        echo before >"$work/to/plan.yaml"
        when_writing "$1" convert "$work/large.json" -q -o "$work/to/plan.yaml" 2>"$work/none"
        code=$?
        [ $code = 0 ] && continue
        [ $code = $((128 + $2)) ] || fail "$1: exit $code, not $((128 + $2))"
        return
    done
    fail "$1 never came while a file was written"
}

for signal in INT:2 TERM:15 HUP:1; do
    [ "$signal$heeding" = INT:2 ] && continue
    sent "${signal%:*}" "${signal#*:}"
    left=$(ls -A "$work/to")
    [ "$left" = plan.yaml ] || fail "${signal%:*} leaves: $left"
    [ "$(cat "$work/to/plan.yaml")" = before ] || "$groeipad" check -q "$work/to/plan.yaml" \
        || fail "${signal%:*} leaves half a file"
done

# nohup: a HUP that is ignored does not stop anything.
rm -rf "$work/to" && mkdir "$work/to"
(trap '' HUP && when_writing HUP convert "$work/large.json" -q -o "$work/to/plan.yaml") \
    || fail "an ignored HUP ends the command"
[ "$(ls -A "$work/to")" = plan.yaml ] || fail "an ignored HUP leaves: $(ls -A "$work/to")"

# A folder of files is all or nothing with signals as well.
rm -rf "$work/to" && mkdir "$work/to" "$work/to/sheets"
when_writing TERM convert "$work/large.json" -q -o "$work/to/sheets/" 2>"$work/none"
code=$? left=$(ls -A "$work/to/sheets" | wc -l)
case $code:$((left)) in
143:0 | 143:6 | 0:6) ;;
*) fail "TERM while a folder is filled: exit $code, $((left)) files left" ;;
esac

# What KILL leaves behind stays, and is in nobody's way: also many of them, also of a set of files.
rm -rf "$work/to" && mkdir -p "$work/to/sheets"
kept=0
while [ $kept -lt 250 ]; do
    echo left >"$work/to/.plan.yaml.$kept.tmp"
    echo left >"$work/to/sheets/.capabilities.csv.$kept.tmp"
    echo left >"$work/to/sheets/.capabilities.csv.$kept.tmp.old"
    echo left >"$work/to/sheets/.portfolio.csv.0.tmp.$kept.old"
    kept=$((kept + 1))
done
small=examples/minimal.json
for again in 1 2; do
    "$groeipad" convert $small -q -o "$work/to/plan.yaml" || fail "leftovers of a KILL block a file"
    "$groeipad" convert $small -q -o "$work/to/sheets/" || fail "leftovers of a KILL block a folder"
done
"$groeipad" check -q --fail-on never "$work/to/plan.yaml" || fail "a leftover was mistaken for the file"
"$groeipad" check -q --fail-on never "$work"/to/sheets/*.csv || fail "a leftover was read"
[ "$(cat "$work"/to/.*.tmp "$work"/to/sheets/.*.tmp* "$work"/to/sheets/.*.old | sort -u)" = left ] \
    || fail "a leftover of somebody else was written on"

echo "signals: $failed failed"
[ $failed = 0 ]
