#!/bin/sh
# SPDX-License-Identifier: MIT
# Large and hostile input, through the command: nothing may crash, hang, recurse on the depth of
# the input or cost more than it should; and the same input gives the same bytes wherever it runs.
# Everything here runs with a stack of 256 kB, and 2 GB of memory.
#
# usage: tests/scale/run.sh GROEIPAD
set -u
groeipad=$(cd "$(dirname "${1:?usage: run.sh GROEIPAD}")" && pwd)/$(basename "$1")
here=$(cd "$(dirname "$0")" && pwd)
examples=$here/../../examples
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM
passed=0 failed=0
out=$work/out err=$work/err

# A sanitizer takes terabytes of address space and ten times the time: less of everything then.
if sh -c 'ulimit -v 2000000 && "$0" --version' "$groeipad" >/dev/null 2>&1; then
    memory=2000000 many=100000 more=1000000 patience=60
else
    memory=unlimited many=10000 more=50000 patience=120
fi

fail() {
    failed=$((failed + 1))
    echo "tests/scale: $1"
}
pass() { passed=$((passed + 1)); }

# bounded COMMAND...: with the limits; output in $out and $err, the exit code comes back.
bounded() (
    ulimit -s 256 && ulimit -v $memory
    exec timeout $patience "$@" >"$out" 2>"$err"
)

# expect EXITS ARGUMENT...: the command ends with one of the exit codes (such as "0 1"), and
# says something where it ends with 2 or more.
expect() {
    exits=$1
    shift
    bounded "$groeipad" "$@"
    code=$?
    case " $exits " in
    *" $code "*) ;;
    *)
        fail "exit $code, not $exits: groeipad $*"
        head -3 "$err"
        return
        ;;
    esac
    if [ $code -ge 2 ] && [ ! -s "$out" ] && [ ! -s "$err" ]; then
        fail "exit $code without a word: groeipad $*"
    else
        pass
    fi
}

# says PATTERN: what ran last wrote it.
says() {
    if grep -aqE -- "$1" "$out" "$err"; then pass; else fail "nothing says '$1'"; fi
}

generate() { "$work/generate" "$1" "$2" >"$work/$1.json" || fail "cannot generate $1"; }

# ---- size ---------------------------------------------------------------------------------

large_input() {
    ${CC:-cc} -std=c11 -O2 -o "$work/generate" "$here/../../bench/generate.c" -lm || exit 1

    generate layered $many
    for command in check gaps clashes; do expect '0 1' $command "$work/layered.json"; done
    expect 0 plan --format json "$work/layered.json"
    expect 0 path --for int-000007 "$work/layered.json"
    expect 0 why "$work/layered.json" cap-0001234
    expect 0 render path --for int-000001 "$work/layered.json" -o "$work/x.dot"
    expect 0 render path "$work/layered.json" -o "$work/x.svg"

    generate star $many
    for command in check gaps clashes; do expect '0 1' $command "$work/star.json"; done
    expect 0 path --for goal "$work/star.json"
    expect 0 plan --format csv "$work/star.json"
    expect 0 render path "$work/star.json" -o "$work/x.svg"

    generate chain $more
    for command in check clashes gaps; do expect '0 1' $command "$work/chain.json"; done
    expect 0 plan --format json "$work/chain.json"
    expect 0 path --for goal "$work/chain.json"
    expect 0 why "$work/chain.json" goal
    rm -f "$work"/*.json
}

many_mistakes() {
    generate errors $many
    expect 3 check "$work/errors.json"
    says 'GP102|GP106'
    expect 3 check --format json "$work/errors.json"
    expect 3 plan "$work/errors.json"
    generate missing $many
    expect 1 check "$work/missing.json"
    says "cap_0000001.*"
    generate cycles $many
    expect 3 check "$work/cycles.json"
    says 'GP107'
    generate ring $many
    expect 3 check "$work/ring.json"
    says 'GP107'
    rm -f "$work"/*.json
}

# One line of 20 MB, letters of two bytes before the mistake: the column counts letters.
one_long_line() {
    file=$work/line.json
    "$work/generate" last-error $many | tr -d '\n' | sed 's/"title":"last/"title":"\xc3\xa9\xc3\xa9/' >"$file"
    offset=$(grep -abo '"soon"' "$file" | cut -d: -f1)
    expect 3 check "$file"
    says ":1:$((offset + 1 - 2)):"
    rm -f "$file"
}

# ---- bytes that are no portfolio ------------------------------------------------------------

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

# ---- output that cannot be written ----------------------------------------------------------

unwritable() {
    for command in plan check gaps clashes 'plan --format json' 'plan --format csv'; do
        "$groeipad" $command "$examples/persoonlijke-dienstverlening.json" >/dev/full 2>"$err"
        code=$?
        [ $code = 4 ] && pass || fail "$command >/dev/full: exit $code, not 4"
        "$groeipad" $command "$examples/persoonlijke-dienstverlening.json" 2>"$err" >&-
        code=$?
        [ $code = 4 ] && pass || fail "$command >&-: exit $code, not 4"
    done
    expect 4 render path "$examples/minimal.json" -o "$work/none/x.svg"
    mkdir "$work/folder.svg"
    expect 4 render path "$examples/minimal.json" -o "$work/folder.svg"
    mkdir "$work/only" && echo before >"$work/only/x.svg"
    # A limit in blocks of 512 bytes, as a full disk.
    sh -c 'ulimit -f 1; "$0" render path "$1" -o "$2"' "$groeipad" \
        "$examples/persoonlijke-dienstverlening.json" "$work/only/x.svg" >"$out" 2>"$err"
    [ "$(ls -A "$work/only")" = x.svg ] && [ "$(cat "$work/only/x.svg")" = before ] && pass \
        || fail "a full disk leaves: $(ls -Am "$work/only")"
    "$groeipad" plan "$examples/persoonlijke-dienstverlening.json" 2>"$err" | head -1 >"$out"
    [ -s "$out" ] && pass || fail "nothing arrives in a pipe that closes early"
}

# ---- the same bytes everywhere --------------------------------------------------------------

# outputs ENVIRONMENT-COMMAND...: one checksum of everything that the example gives.
outputs() {
    file=$(cd "$examples" && pwd)/persoonlijke-dienstverlening.json
    for arguments in check 'check --format json' plan 'plan --format json' 'plan --format csv' gaps \
        clashes 'clashes --format json' 'path --for adviesrobot' 'render path -o -'; do
        "$@" "$groeipad" $arguments "$file" 2>&1
    done | cksum
}

same_bytes() {
    reference=$(outputs env)
    mkdir "$work/elsewhere" && echo '<fontconfig></fontconfig>' >"$work/fonts.conf"
    same() {
        name=$1
        shift
        [ "$(outputs "$@")" = "$reference" ] && pass || fail "other bytes with $name"
    }
    same 'the same again' env
    same LANG=nl_NL env LANG=nl_NL.UTF-8 LC_ALL=nl_NL.UTF-8 LANGUAGE=nl
    same LC_ALL=C env LC_ALL=C
    same LC_ALL=tr_TR env LC_ALL=tr_TR.UTF-8
    same TZ env TZ=Pacific/Kiritimati
    same 'no fonts' env FONTCONFIG_FILE="$work/fonts.conf" FONTCONFIG_PATH="$work"
    same 'no environment' env -i
    same 'a narrow dumb terminal' env TERM=dumb COLUMNS=20 NO_COLOR=1
    cd "$work/elsewhere" && same 'another folder' env
    [ -z "$(ls -A "$work/elsewhere")" ] && pass || fail 'files appear in the working directory'
}

large_input
many_mistakes
one_long_line
deep_nesting
noise
cut_off
no_file
unwritable
same_bytes
echo "tests/scale: $passed checks passed, $failed failed"
[ $failed = 0 ]
