#!/bin/sh
# Golden tests of the command, byte by byte.
#   tests/cli/NAME/{cmd,stdout,stderr,exit}   a shell command line and what it must give
#   examples/expected/commands                lines "FILE: command"; FILE beside it is its stdout
# usage: tests/cli/run.sh PATH-TO-GROEIPAD     from the root of the repository
# GP_REWRITE=1 writes what comes out in place of comparing it: read the difference.
# A command may use the scratch folder $T, which shows up as "T" in what is compared.
set -u
export LC_ALL=C T
T=$(mktemp -d)
got=$(mktemp -d)
trap 'rm -rf "$T" "$got"' EXIT
trap 'exit 130' INT TERM
mkdir "$got/bin"
ln -s "$(cd "$(dirname "$1")" && pwd)/$(basename "$1")" "$got/bin/groeipad"
PATH=$got/bin:$PATH
unset NO_COLOR
count=0 failed=0

# same WANTED GOT NAME: compares, or rewrites
same() {
    if [ -n "${GP_REWRITE:-}" ]; then
        mkdir -p "$(dirname "$1")"
        cmp -s "$1" "$2" || cp "$2" "$1"
        return 0
    fi
    [ -e "$1" ] || : >"$got/none"
    wanted=$1
    [ -e "$1" ] || wanted=$got/none
    [ -s "$wanted" ] || [ -s "$2" ] || return 0
    cmp -s "$wanted" "$2" && return 0
    echo "FAILED: $3"
    diff -u "$wanted" "$2" | head -40
    return 1
}

for folder in tests/cli/*/; do
    folder=${folder%/}
    [ -e "$folder/cmd" ] || continue
    count=$((count + 1))
    [ "$(echo "$T"/* "$T"/.[!.]*)" = "$T/* $T/.[!.]*" ] || rm -rf "${T:?}"/* "$T"/.[!.]*
    sh "$folder/cmd" </dev/null >"$got/stdout" 2>"$got/stderr"
    echo $? >"$got/exit"
    sed -i "s|$T|T|g" "$got/stdout" "$got/stderr"
    for part in exit stderr stdout; do
        same "$folder/$part" "$got/$part" "$folder/$part" || { failed=$((failed + 1)); break; }
    done
done

expected=examples/expected
if [ -e $expected/commands ]; then
    while IFS= read -r line; do
        case $line in '' | '#'*) continue ;; esac
        count=$((count + 1))
        sh -c "${line#*: }" </dev/null >"$got/stdout" 2>/dev/null
        same "$expected/${line%%: *}" "$got/stdout" "$expected/${line%%: *}" \
            || failed=$((failed + 1))
    done <$expected/commands
fi
echo "golden: $count commands, $failed failed"
[ $failed = 0 ]
