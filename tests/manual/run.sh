#!/bin/sh
# SPDX-License-Identifier: MIT
# The pages for man, in both languages: twice the same bytes, and nothing in them that mandoc or man
# would complain about. That they have no date is the one thing they are asked to lack. And what
# people read on a terminal of 80 columns fits it.
# usage: tests/manual/run.sh PATH-TO-GROEIPAD     from the root of the repository
set -u
groeipad=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
count=0 failed=0
fail() {
    failed=$((failed + 1))
    echo "FAILED: manual: $1"
    head -5 "$work/said"
}

.ci/pages "$groeipad" "$work/one" && .ci/pages "$groeipad" "$work/two" || exit 1
diff -r "$work/one" "$work/two" >"$work/said" || fail 'two runs differ'
command -v mandoc >/dev/null || echo "manual: no mandoc here (apt-get install mandoc), lint skipped"
# man of a container without pages is a stub that says so
shows_pages=$(command -v man >/dev/null && man -l "$work/one/man1/groeipad.1" 2>/dev/null | grep -c 'groeipad plan\|SYNOPSIS')
[ "${shows_pages:-0}" != 0 ] || echo "manual: no man here that shows a page (apt-get install man-db), its warnings skipped"
for page in $(find "$work/one" -type f | sort); do
    count=$((count + 1))
    name=${page#"$work/one/"}
    if command -v mandoc >/dev/null; then
        mandoc -T lint -W warning "$page" 2>&1 | grep -v 'missing date' >"$work/said" && fail "mandoc: $name"
    fi
    if [ "${shows_pages:-0}" != 0 ]; then
        LC_ALL=C.UTF-8 MANWIDTH=80 man --warnings -E UTF-8 -P cat -l "$page" 2>"$work/said" >"$work/shown"
        [ ! -s "$work/said" ] || fail "man: $name"
        grep -v '^       groeipad ' "$work/shown" | LC_ALL=C.UTF-8 awk 'length > 80' >"$work/said"
        [ ! -s "$work/said" ] || fail "wider than 80 columns: $name"
    fi
done
[ "$count" -gt 40 ] || { : >"$work/said"; fail "only $count pages"; }
echo "manual: $count pages, $failed failed"
[ $failed = 0 ]
