#!/bin/sh
# Runs every command that the documentation shows, and compares what comes out with what it shows.
# In a fenced block a line "$ groeipad ..." is a command; the lines up to the next "$ " or the end
# of the block are its output (standard output and standard error together).
# usage: tests/docs/run.sh PATH-TO-GROEIPAD     from the root of the repository
# docs/history.md is run in a repository of its own, which history.sh makes.
# GP_REWRITE=1 writes the real output into the blocks: read the difference.
set -u
export LC_ALL=C
got=$(mktemp -d)
trap 'rm -rf "$got"' EXIT
trap 'exit 130' INT TERM
mkdir "$got/bin"
ln -s "$(cd "$(dirname "$1")" && pwd)/$(basename "$1")" "$got/bin/groeipad"
PATH=$got/bin:$PATH
unset NO_COLOR
count=0 failed=0

sh tests/docs/history.sh "$got/bin/groeipad" "$got/history" || exit 1
for page in README.md docs/*.md; do
    [ -e "$page" ] || continue
    where=.
    [ "$page" != docs/history.md ] || where=$got/history
    # Rewrites the page: in a block, each command is followed by its real output.
    awk -v ran="$got/count" -v where="$where" '
        function run(command,   line, pipe) {
            pipe = "cd " where " && { " command " ; } 2>&1 </dev/null"
            while ((pipe | getline line) > 0) print line
            close(pipe)
            print command >>ran
        }
        /^ *```/ { is_block = !is_block; is_output = 0 }
        is_block && /^\$ groeipad / { print; run(substr($0, 3)); is_output = 1; next }
        is_block && /^\$ / { is_output = 0 }
        !is_output { print }
    ' "$page" >"$got/page"
    if cmp -s "$page" "$got/page"; then continue; fi
    if [ -n "${GP_REWRITE:-}" ]; then
        cat "$got/page" >"$page"
        continue
    fi
    echo "FAILED: $page"
    diff -u "$page" "$got/page" | head -40
    failed=$((failed + 1))
done
[ -e "$got/count" ] && count=$(wc -l <"$got/count")
echo "documentation: $count commands, $failed pages failed"
[ $failed = 0 ]
