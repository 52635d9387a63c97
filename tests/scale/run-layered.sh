#!/bin/sh
# SPDX-License-Identifier: MIT
# Fifty thousand capabilities in layers, with the time that twice as many may take: a picture takes half
# of it on a slow machine.
# usage: tests/scale/run-layered.sh GROEIPAD
. "$(dirname "$0")/support.sh"

kilobytes=1000000
generate layered 50000
for command in check gaps clashes; do expect '0 1' $command "$work/layered.json"; done
expect 0 plan --format json "$work/layered.json"
expect 0 path --for int-000007 "$work/layered.json"
expect 0 why "$work/layered.json" cap-0001234
expect 0 render path --for int-000001 "$work/layered.json" -o "$work/x.dot"
expect 0 render path "$work/layered.json" -o "$work/x.svg"

finish
