#!/bin/sh
# SPDX-License-Identifier: MIT
# A chain of 300,000: a stack of 256 kB has less than a byte for each, and the square of it is minutes.
# Time and memory are bounded as for that many, so what grows faster than its input does not fit in.
# usage: tests/scale/run-chain.sh GROEIPAD
. "$(dirname "$0")/support.sh"

seconds=9 kilobytes=600000
generate chain $deep
for command in check clashes gaps; do expect '0 1' $command "$work/chain.json"; done
seconds=3 # 6 where each trial goes along the whole chain
expect 0 clashes --format json "$work/chain.json"
seconds=9
expect 0 plan --format json "$work/chain.json"
expect 0 path --for goal "$work/chain.json"
expect 0 why "$work/chain.json" goal

finish
