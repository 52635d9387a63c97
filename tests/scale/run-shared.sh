#!/bin/sh
# SPDX-License-Identifier: MIT
# A thousand interventions, all late, over one chain of ten thousand capabilities: what they share is
# told once, so neither the memory nor the output is their product.
# usage: tests/scale/run-shared.sh GROEIPAD
. "$(dirname "$0")/support.sh"

# lean BYTES EXITS ARGUMENT...: within 300 MB, and no more output than that.
lean() {
    most=$1
    shift
    kilobytes=300000
    expect "$@"
    size=$(wc -c <"$out")
    [ "$size" -le "$most" ] && pass || fail "$size bytes, not $most: groeipad $*"
}

generate shared 10000 1000
lean 1000000 '0 1' clashes "$work/shared.json"
says 'chain: the first [0-9]+ steps of that of int-[0-9]+, then'
says '--all tells'
lean 8000000 '0 1' clashes --format json "$work/shared.json"
says '"critical_path_after":\{"intervention":"int-[0-9]+","steps":[0-9]+\}'
lean 1000000 '0 1' clashes --format csv "$work/shared.json"
lean 12000000 '0 1' plan --format json "$work/shared.json"
says '"critical_path_after":\{"intervention":"int-[0-9]+","steps":[0-9]+\}'
lean 1500000 '0 1' trace "$work/shared.json"
lean 9000000 '0 1' trace --format json "$work/shared.json"
says '"steps_told_before":[1-9]'
lean 1000000 '0 1' trace --format csv "$work/shared.json"
lean 8000000 0 render tension "$work/shared.json" -o "$work/tension.svg"

finish
