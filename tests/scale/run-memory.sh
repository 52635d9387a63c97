#!/bin/sh
# SPDX-License-Identifier: MIT
# Address space that does not suffice, in steps: a command gives the answer that it gives with
# enough of it, or says that memory ran out. The libraries below would end the program otherwise:
# see docs/architecture.md, "Where memory runs out". tests/memory does the same with small inputs and
# one allocation after the other.
# usage: tests/scale/run-memory.sh GROEIPAD
. "$(dirname "$0")/support.sh"

# The least in which the program starts at all: its shared objects.
least=20000
while ! (ulimit -v $least && "$groeipad" --version) >"$out" 2>"$err"; do
    least=$((least + 2000))
    [ $least -lt 1000000 ] || { fail 'no start within 1 GB'; finish; }
done

# starve ARGUMENT...: runs with all memory, then with more and more of it until that is enough.
starve() {
    bounded "$groeipad" "$@"
    enough=$?
    [ $enough -le 1 ] || fail "exit $enough with all memory: groeipad $*"
    mv "$out" "$work/whole"
    room=500
    while [ $room -lt 1500000 ]; do
        (ulimit -s 256 && ulimit -v $((least + room)) && ulimit -t 60 && exec "$groeipad" "$@") \
            >"$out" 2>"$err"
        code=$?
        if [ $code = $enough ] && cmp -s "$out" "$work/whole"; then
            pass
            return
        fi
        if [ $code -ge 128 ]; then
            fail "signal $((code - 128)) with $room kB: groeipad $*"
        elif ! grep -aq 'memory ran out\|geheugen is op' "$err"; then
            fail "exit $code without a word on memory, with $room kB: groeipad $*"
            head -3 "$err"
        else
            pass
        fi
        room=$((room + room / 3))
    done
    fail "1.5 GB are not enough: groeipad $*"
}

# dot COUNT: so many nodes in a chain.
dot() {
    awk -v n="$1" 'BEGIN {
        print "digraph {"
        for (i = 0; i < n; i++) printf "  n%d [label=\"node %d\"];\n", i, i
        for (i = 1; i < n; i++) printf "  n%d -> n%d;\n", i - 1, i
        print "}" }'
}

starve init
dot 30000 >"$work/large.dot"
starve plan --format csv --status-date 2025-01-01 "$work/large.dot"
rm "$work/large.dot"
generate layered 8000
starve leverage "$work/layered.json"
starve plan --format csv "$work/layered.json"
generate chain 8000
starve query "$work/chain.json" 'only-way cap-0000007 goal'
generate layered 2000
for format in archimate graphml mspdi; do
    "$groeipad" convert --to $format "$work/layered.json" >"$work/plan.$format" 2>"$err"
    starve check --from $format "$work/plan.$format"
done
generate layered 300
starve render path "$work/layered.json" -o -
starve render path --format dot "$work/layered.json" -o -
starve convert --to archimate "$work/layered.json"

finish
