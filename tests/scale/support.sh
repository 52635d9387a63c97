#!/bin/sh
# SPDX-License-Identifier: MIT
# What the scripts of this folder share. Large and hostile input, through the command: nothing may
# crash, hang, recurse on the depth of the input or cost more than it should; and the same input
# gives the same bytes wherever it runs. Everything runs with a stack of 256 kB, 2 GB of memory and
# half a minute of processor time, unless a script says otherwise: a limit on the clock would fail on a busy machine, and hide what
# became slow on a fast one.
#
# usage: . tests/scale/support.sh     in a script that got the path to groeipad as its argument
set -u
groeipad=$(cd "$(dirname "${1:?usage: $0 GROEIPAD}")" && pwd)/$(basename "$1")
here=$(cd "$(dirname "$0")" && pwd)
examples=$here/../../examples
many=100000 deep=300000
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM
passed=0 failed=0
seconds=30 kilobytes=2000000
out=$work/out err=$work/err

fail() {
    failed=$((failed + 1))
    echo "FAILED: $1"
}
pass() { passed=$((passed + 1)); }

# bounded COMMAND...: with the limits; output in $out and $err, the exit code comes back.
bounded() (
    ulimit -s 256 && ulimit -v $kilobytes && ulimit -t $seconds
    exec "$@" >"$out" 2>"$err"
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

# spend ARGUMENT...: as `expect 0`, and $spent is the processor time that it took, in ms.
spend() {
    times >"$work/before"
    expect 0 "$@"
    times >"$work/after"
    spent=$(awk -F '[ms ]+' 'FNR == 2 { at[FILENAME] = 60 * ($1 + $3) + $2 + $4 }
        END { printf "%d", 1000 * (at[ARGV[2]] - at[ARGV[1]]) + 1 }' "$work/before" "$work/after")
}

# at_most TIMES NAME A B: A is at most so many times B.
at_most() {
    if [ "$3" -le $(($1 * $4)) ]; then pass; else fail "$2: $3 is more than $1 times $4"; fi
}

# says PATTERN: what ran last wrote it.
says() {
    if grep -aqE -- "$1" "$out" "$err"; then pass; else fail "nothing says '$1'"; fi
}

# generate SHAPE COUNT [GOALS]: a portfolio of that size, as $work/SHAPE.json.
generate() {
    "$(dirname "$groeipad")/tests/scale/generate" "$@" >"$work/$1.json" || fail "cannot generate $1"
}

finish() {
    echo "$(basename "$0"): $passed checks passed, $failed failed"
    exit $((failed != 0))
}
