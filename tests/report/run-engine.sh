#!/bin/sh
# The page's module against the command, where there are both.
# usage: tests/report/run-engine.sh PATH-TO-GROEIPAD    from the root of the repository
set -u
groeipad=$1
build=$(dirname "$groeipad")
engine=$build/report/engine.wasm
[ -s "$engine" ] || { echo "engine: built without it (clang, lld, wasi-libc, libclang-rt-dev-wasm32), skipped"; exit 0; }
command -v node >/dev/null || { echo "engine: node is not installed, skipped"; exit 0; }
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
node tests/report/engine.mjs "$groeipad" "$engine" "$folder"
