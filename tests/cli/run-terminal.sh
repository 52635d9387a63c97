#!/bin/sh
# SPDX-License-Identifier: MIT
# On a terminal text is as wide as that is, or as COLUMNS says; the width is compared with --width.
# usage: tests/cli/run-terminal.sh GROEIPAD     from the root of the repository
set -u
groeipad=$1
example=examples/minimal.json
if ! script -qec true /dev/null >/dev/null 2>&1; then
    echo "run-terminal.sh: skipped, no terminal can be made here (script, /dev/pts)"
    exit 0
fi
passed=0 failed=0

# on_terminal WIDTH COMMAND: what COMMAND in a terminal prints is what --width WIDTH prints.
on_terminal() {
    wanted=$("$groeipad" plan "$example" --width "$1" 2>/dev/null)
    got=$(script -qec "$2" /dev/null </dev/null | tr -d '\r')
    if [ "$got" = "$wanted" ]; then
        passed=$((passed + 1))
    else
        echo "FAILED: $2: not as --width $1"
        echo "$got" | head -5
        failed=$((failed + 1))
    fi
}

plan="$groeipad plan $example --color never 2>/dev/null"
on_terminal 50 "stty cols 100; COLUMNS=50 $plan"
on_terminal 60 "stty cols 60; unset COLUMNS; $plan"
on_terminal 120 "stty cols 120; unset COLUMNS; $plan"
echo "run-terminal.sh: $passed checks passed, $failed failed"
[ $failed = 0 ]
