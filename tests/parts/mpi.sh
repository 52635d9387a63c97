#!/bin/sh
# On the ranks of MPI `risk` gives the bytes that it gives in one process; and a rank that cannot read
# the files ends the run with a message.
# usage: make MPI=1 mpi-check     (Debian: libopenmpi-dev, openmpi-bin)
set -u
export LC_ALL=C OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1
groeipad=$1 got=$(mktemp -d) failed=0
trap 'rm -rf "$got"' EXIT
fail() { echo "FAILED: $1"; failed=$((failed + 1)); }
on() { ranks=$1; shift; mpirun --oversubscribe -n "$ranks" "$groeipad" "$@"; }
# mpirun gives a rank a terminal, so colours and width are said.
same() { # ranks, options
    ranks=$1
    shift
    "$groeipad" risk examples/persoonlijke-dienstverlening.json "$@" >"$got/one" 2>"$got/one.said"
    on "$ranks" risk examples/persoonlijke-dienstverlening.json "$@" >"$got/ranks" 2>"$got/said" ||
        fail "$ranks ranks, $*: $(tail -n 1 "$got/said")"
    cmp -s "$got/one" "$got/ranks" || fail "$ranks ranks, $*: other bytes"
    diff "$got/one.said" "$got/said" || fail "$ranks ranks, $*: something else is said"
}
same 2 -f text --color never --width 80
same 3 -f json --spread 20%/60% --mitigated --draws 1001 --threads 1
same 2 -f csv --spread 20%/60%
same 3 -f part --draws 2 --draws-from 5
# To a file: one rank writes it.
on 3 risk examples/minimal.json --spread 20/60 -o "$got/answer.json" 2>"$got/said" || fail 'a file'
"$groeipad" risk examples/minimal.json --spread 20/60 -f json 2>"$got/said" | cmp -s - "$got/answer.json" || fail 'a file: other bytes'
# The second of two ranks finds no file.
cp examples/minimal.json "$got/here.json"
mkdir "$got/elsewhere"
mpirun --oversubscribe -wdir "$got" -n 1 "$(realpath "$groeipad")" risk here.json : \
    -wdir "$got/elsewhere" -n 1 "$(realpath "$groeipad")" risk here.json >"$got/out" 2>"$got/said" && fail 'a rank without the file: no exit code'
grep -q "'rank 1'" "$got/said" || fail 'a rank without the file is not named'
[ ! -s "$got/out" ] || fail 'a rank without the file: an answer all the same'
on 2 risk no-such-file.json >"$got/out" 2>"$got/said" && fail 'no file: no exit code'
[ "$(grep -c GP801 "$got/said")" = 1 ] || fail 'no file is not said once'
echo "MPI: 2 and 3 ranks, $failed failed"
[ $failed = 0 ]
