#!/bin/sh
# SARIF: Microsoft's validator, with the rules that GitHub has for an upload, finds no error.
# usage: tests/parsers/part-sarif.sh PATH-TO-GROEIPAD FOLDER-OF-NODE_MODULES
set -u
groeipad=$1
tool=$2/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool
work=$2/sarif
if ! [ -f "$tool" ]; then
    echo "parsers: there is no SARIF validator for this system, skipped"
    exit 0
fi
chmod u+x "$tool"
rm -rf "$work" && mkdir -p "$work" || exit 1
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
list() { # NAME ARGUMENTS...
    name=$1
    shift
    "$groeipad" check "$@" --format sarif --fail-on never >"$work/$name.sarif"
}
list clean examples/minimal.json
list all examples/persoonlijke-dienstverlening.json --lang nl
list hostile tests/cli/hostile.json
printf '%s' '{"status_date":"2026-01-05","capabilities":[{"id":"a","requires":["b"]},{"id":"b","requires":["a"]}]}' >"$work/cycle.json"
list cycle "$work/cycle.json"
list absent "no such file: é%.json"
list absolute "$PWD/examples/minimal.json"
list nothing /dev/null
"$tool" validate "$work/*.sarif" --rule-kind "Sarif;Ghas" --output "$work/report" --log ForceOverwrite >"$work/log" 2>&1
grep -q '7 files scanned' "$work/log" || { cat "$work/log"; exit 1; }
! grep ' error ' "$work/log"
