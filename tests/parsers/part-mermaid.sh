#!/bin/sh
# Mermaid: every name of a nasty list comes back through its own parser, as a gantt chart and as a flowchart.
# usage: tests/parsers/part-mermaid.sh PATH-TO-GROEIPAD FOLDER-OF-NODE_MODULES
exec node tests/parsers/mermaid.mjs "$1" "$(cd "$2" && pwd)"
