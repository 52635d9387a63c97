#!/bin/sh
# The JSON Schema and the reader agree: every example passes both, every bad portfolio fails both.
# usage: tests/schema/run.sh PATH-TO-GROEIPAD     from the root of the repository
set -u
if ! python3 -c 'import jsonschema' 2>/dev/null; then
    echo "schema: python3-jsonschema is not installed, skipped"
    exit 0
fi
exec python3 -W ignore tests/schema/check.py "$1"
