#!/bin/sh
# SPDX-License-Identifier: MIT
# Bytes that are no portfolio, and files that are not there.
# usage: tests/scale/run-bytes.sh GROEIPAD
. "$(dirname "$0")/support.sh"

repeat() { head -c "$2" /dev/zero | tr '\0' "$1"; }

deep_nesting() {
    for bracket in '[' '{' '"'; do
        repeat "$bracket" 1000000 >"$work/deep"
        expect 3 check "$work/deep"
    done
    { printf '{"a":' && repeat '[' 100000 && repeat ']' 100000 && printf '}'; } >"$work/deep"
    expect '0 3' check "$work/deep"
    { printf '{"groeipad":1,"status_date":"2026-01-01","capabilities":[{"id":"a","x-deep":'
        repeat '[' 100000 && repeat ']' 100000 && printf '}]}'; } >"$work/deep"
    expect '0 3' check "$work/deep"
    i=0
    while [ $i -lt 2000 ]; do printf '{"any":['; i=$((i + 1)); done >"$work/any"
    { printf '{"groeipad":1,"status_date":"2026-01-01","capabilities":[{"id":"a","requires":['
        cat "$work/any" && repeat ']' 10 && printf '}'; } >"$work/deep"
    expect 3 check "$work/deep"
}

noise() {
    head -c 300000 "$groeipad" >"$work/noise"
    expect 3 check "$work/noise"
    expect 3 render path "$work/noise" -o "$work/noise.svg"
    [ ! -e "$work/noise.svg" ] || fail 'a picture of noise'
    for bytes in '' ' ' '\n' '\0' '\0\0\0\0' '\377\376{\0}\0' '\357\273\277' '{' '}' '{}}' '[]' '""' \
        'null' '1e999' '{"a":1,}' '{"groeipad":\0}' '\377' '{"\300\200":1}' "{'a':1}" '// {}' \
        '{"groeipad":1,"title":"\355\240\200"}' '{"groeipad":1,"title":"\\ud800"}' \
        '{"groeipad":1e400}' '{"groeipad":1,"capabilities":[,]}' '{"groeipad":1}{"groeipad":1}'; do
        printf "$bytes" >"$work/noise"
        expect 3 check "$work/noise"
    done
}

# A file that was cut off somewhere is never a portfolio, wherever that was.
cut_off() {
    file=$examples/minimal.json
    size=$(($(wc -c <"$file") - 2)) # without the last bracket and the end of its line
    while [ $size -ge 0 ]; do
        head -c $size "$file" >"$work/cut"
        expect 3 check "$work/cut"
        size=$((size - 5))
    done
}

no_file() {
    expect 3 check /dev/null
    expect 3 check "$work"
    expect 3 check "$work/there/is/none.json"
    expect 3 check "$work/none.json" "$examples/clean.json"
    bounded "$groeipad" check - <&-
    [ $? = 3 ] && pass || fail 'closed standard input is not exit 3'
    bounded "$groeipad" check - - <"$examples/clean.json"
    code=$?
    [ $code = 2 ] || [ $code = 3 ] && pass || fail "standard input twice: exit $code"
    says '.'
}

deep_nesting
noise
cut_off
no_file

finish
