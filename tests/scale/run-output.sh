#!/bin/sh
# SPDX-License-Identifier: MIT
# Output that cannot be written; and the same bytes everywhere.
# usage: tests/scale/run-output.sh GROEIPAD
. "$(dirname "$0")/support.sh"

unwritable() {
    for command in plan check gaps clashes 'plan --format json' 'plan --format csv'; do
        "$groeipad" $command "$examples/persoonlijke-dienstverlening.json" >/dev/full 2>"$err"
        code=$?
        [ $code = 4 ] && pass || fail "$command >/dev/full: exit $code, not 4"
        "$groeipad" $command "$examples/persoonlijke-dienstverlening.json" 2>"$err" >&-
        code=$?
        [ $code = 4 ] && pass || fail "$command >&-: exit $code, not 4"
    done
    expect 4 render path "$examples/minimal.json" -o "$work/none/x.svg"
    mkdir "$work/folder.svg"
    expect 4 render path "$examples/minimal.json" -o "$work/folder.svg"
    mkdir "$work/only" && echo before >"$work/only/x.svg"
    # A limit in blocks of 512 bytes, as a full disk.
    sh -c 'ulimit -f 1; "$0" render path "$1" -o "$2"' "$groeipad" \
        "$examples/persoonlijke-dienstverlening.json" "$work/only/x.svg" >"$out" 2>"$err"
    [ "$(ls -A "$work/only")" = x.svg ] && [ "$(cat "$work/only/x.svg")" = before ] && pass \
        || fail "a full disk leaves: $(ls -Am "$work/only")"
    "$groeipad" plan "$examples/persoonlijke-dienstverlening.json" 2>"$err" | head -1 >"$out"
    [ -s "$out" ] && pass || fail "nothing arrives in a pipe that closes early"
}

# outputs ENVIRONMENT-COMMAND...: one checksum of everything that the example gives.
outputs() {
    file=$(cd "$examples" && pwd)/persoonlijke-dienstverlening.json
    for arguments in check 'check --format json' plan 'plan --format json' 'plan --format csv' gaps \
        clashes 'clashes --format json' 'path --for adviesrobot' 'render path -o -'; do
        "$@" "$groeipad" $arguments "$file" 2>&1
    done | cksum
}

same_bytes() {
    reference=$(outputs env)
    mkdir "$work/elsewhere" && echo '<fontconfig></fontconfig>' >"$work/fonts.conf"
    same() {
        name=$1
        shift
        [ "$(outputs "$@")" = "$reference" ] && pass || fail "other bytes with $name"
    }
    same 'the same again' env
    same LANG=nl_NL env LANG=nl_NL.UTF-8 LC_ALL=nl_NL.UTF-8 LANGUAGE=nl
    same LC_ALL=C env LC_ALL=C
    same LC_ALL=tr_TR env LC_ALL=tr_TR.UTF-8
    same TZ env TZ=Pacific/Kiritimati
    same 'no fonts' env FONTCONFIG_FILE="$work/fonts.conf" FONTCONFIG_PATH="$work"
    same 'no environment' env -i
    same 'a narrow dumb terminal' env TERM=dumb COLUMNS=20 NO_COLOR=1
    cd "$work/elsewhere" && same 'another folder' env
    [ -z "$(ls -A "$work/elsewhere")" ] && pass || fail 'files appear in the working directory'
}

unwritable
same_bytes

finish
