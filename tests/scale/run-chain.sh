#!/bin/sh
# SPDX-License-Identifier: MIT
# A million capabilities in one chain.
# usage: tests/scale/run-chain.sh GROEIPAD
. "$(dirname "$0")/support.sh"

generate chain $more
for command in check clashes gaps; do expect '0 1' $command "$work/chain.json"; done
seconds=10 # 20 where each trial goes along the whole chain
expect 0 clashes --format json "$work/chain.json"
seconds=30
expect 0 plan --format json "$work/chain.json"
expect 0 path --for goal "$work/chain.json"
expect 0 why "$work/chain.json" goal

finish
