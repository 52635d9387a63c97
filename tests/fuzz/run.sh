#!/bin/sh
# Replays what the fuzzers found: each file of tests/fuzz/corpus/NAME through the target NAME.
# usage: tests/fuzz/run.sh PATH-TO-GROEIPAD     from the root of the repository
set -u
replay=$(dirname "$1")/tests/fuzz/replay
log=$(mktemp)
trap 'rm -f "$log"' EXIT
count=0 failed=0
for folder in tests/fuzz/corpus/*/; do
    name=$(basename "$folder")
    if "$replay" "fuzz_$name" "$folder"* >"$log" 2>&1; then :; else
        echo "FAILED: fuzz target $name on $(grep -a '^tests/' "$log" | tail -n 1)"
        failed=$((failed + 1))
    fi
    count=$((count + $(grep -ac '^tests/' "$log")))
done
echo "fuzz: $count files replayed, $failed failed"
[ $failed = 0 ]
