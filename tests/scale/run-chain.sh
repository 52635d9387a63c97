#!/bin/sh
# SPDX-License-Identifier: MIT
# A chain of 300,000: a stack of 256 kB has less than a byte for each, and the square of it is minutes
# and 90 GB. The bounds are twice what it takes on the slowest machine known, so that they fail for
# what grows faster than its input and not for a machine that is busy. What takes only a few times as
# long as it should is told by a ratio.
# usage: tests/scale/run-chain.sh GROEIPAD
. "$(dirname "$0")/support.sh"

seconds=12 kilobytes=1000000
generate chain $deep
for command in check clashes gaps; do expect '0 1' $command "$work/chain.json"; done
spend plan --format json "$work/chain.json"
plan=$spent
spend clashes --format json "$work/chain.json"
at_most 4 'clashes : plan (each trial goes along the whole chain?)' "$spent" "$plan"
expect 0 path --for goal "$work/chain.json"
expect 0 why "$work/chain.json" goal

finish
