#!/bin/sh
# SPDX-License-Identifier: MIT
# groeipad's draws against those of numpy, on random networks.
# usage: tests/risk/run-numpy.sh PATH-TO-GROEIPAD     from the root of the repository
set -u
for python in python3 /usr/bin/python3; do
    if $python -c 'import numpy' 2>/dev/null; then
        exec $python tests/risk/agree.py "$1"
    fi
done
echo "risk: python3-numpy is not installed, skipped"
