#!/bin/sh
# SPDX-License-Identifier: MIT
# groeipad's draws against the exact answers of examples/risk, which Python works out by itself.
# usage: tests/risk/run.sh PATH-TO-GROEIPAD     from the root of the repository
set -u
for python in python3 /usr/bin/python3; do
    if $python -c 'import statistics, math; math.comb' 2>/dev/null; then
        exec $python tests/risk/check.py "$1"
    fi
done
echo "risk: python3 is not installed, skipped"
