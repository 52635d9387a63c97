#!/bin/sh
# SPDX-License-Identifier: MIT
# As many mistakes as there are capabilities; and lines of 20 MB.
# usage: tests/scale/run-mistakes.sh GROEIPAD
. "$(dirname "$0")/support.sh"

many_mistakes() {
    generate errors $many
    expect 3 check "$work/errors.json"
    says 'GP102|GP106'
    expect 3 check --format json "$work/errors.json"
    expect 3 plan "$work/errors.json"
    generate missing $many
    expect 1 check "$work/missing.json"
    says "cap_0000001.*"
    generate cycles $many
    expect 3 check "$work/cycles.json"
    says 'GP107'
    generate ring $many
    expect 3 check "$work/ring.json"
    says 'GP107'
    rm -f "$work"/*.json
}

# One line of 20 MB, letters of two bytes before the mistake: the column counts letters.
one_long_line() {
    file=$work/line.json
    generate last-error $many
    tr -d '\n' <"$work/last-error.json" \
        | sed 's/"title":"last/"title":"\xc3\xa9\xc3\xa9/' >"$file"
    offset=$(grep -abo '"soon"' "$file" | cut -d: -f1)
    expect 3 check "$file"
    says ":1:$((offset + 1 - 2)):"
    rm -f "$work"/*.json
}


many_mistakes
one_long_line

finish
