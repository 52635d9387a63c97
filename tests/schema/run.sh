#!/bin/sh
# The JSON Schema and the reader agree: every example passes both, every bad portfolio fails both.
# usage: tests/schema/run.sh PATH-TO-GROEIPAD     from the root of the repository
set -u
# The package is Debian's, so Debian's own Python has it; another one may come first in PATH.
for python in /usr/bin/python3 python3; do
    if $python -c 'import jsonschema' 2>/dev/null; then
        exec $python -W ignore tests/schema/check.py "$1"
    fi
done
echo "schema: python3-jsonschema is not installed, skipped"
