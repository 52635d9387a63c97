#!/bin/sh
# SPDX-License-Identifier: MIT
# A hundred thousand capabilities that one intervention needs.
# usage: tests/scale/run-star.sh GROEIPAD
. "$(dirname "$0")/support.sh"

generate star $many
for command in check gaps clashes; do expect '0 1' $command "$work/star.json"; done
expect 0 path --for goal "$work/star.json"
expect 0 plan --format csv "$work/star.json"
expect 0 render path "$work/star.json" -o "$work/x.svg"

finish
