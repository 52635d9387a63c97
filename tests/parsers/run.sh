#!/bin/sh
# What we write, read by the real parsers of others, where node is there: npm installs them once,
# beside what was built. usage: tests/parsers/run.sh PATH-TO-GROEIPAD    from the root of the repository
set -u
groeipad=$1
home=$(dirname "$groeipad")/parsers
for tool in node npm; do
    command -v $tool >/dev/null || { echo "parsers: $tool is not installed, skipped"; exit 0; }
done
if ! cmp -s tests/parsers/package.json "$home/installed.json"; then
    mkdir -p "$home" && cp tests/parsers/package.json "$home/package.json" || exit 1
    if ! npm install --prefix "$home" --ignore-scripts --no-audit --no-fund --no-package-lock >"$home/log" 2>&1; then
        echo "parsers: npm cannot install them (is there a network? see $home/log), skipped"
        exit 0
    fi
    cp tests/parsers/package.json "$home/installed.json"
fi
failed=0
for part in tests/parsers/part-*.sh; do
    sh "$part" "$groeipad" "$home" || { echo "parsers: $part failed"; failed=1; }
done
[ $failed = 0 ] && echo "parsers: ok"
exit $failed
