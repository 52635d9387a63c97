#!/bin/sh
# The report's page in a real browser: Debian's chromium, driven from node. Installs what package.json asks for beside what was
# built, from the lockfile, once. Without a browser nothing of this can be known, so that is a failure and not a skip.
# usage: tests/browser/browser.sh PATH-TO-GROEIPAD [GROUP|GROUP:WORDS...]    from the root of the repository
#        BARS=strict: a time over its bar fails too (otherwise from three times the bar on); JOBS=N: pages at a time [3]
set -u
groeipad=$1
shift
home=$(dirname "$groeipad")/browser
missing=
command -v node >/dev/null || missing="$missing nodejs"
command -v npm >/dev/null || missing="$missing npm"
command -v chromium >/dev/null || missing="$missing chromium"
if [ -n "$missing" ]; then
    echo "needed first:  sudo apt-get install --no-install-recommends$missing" >&2
    exit 1
fi
if [ "$(node -p 'process.versions.node.split(".")[0] >= 18')" != true ]; then
    echo "node 18 or later is needed, and this is $(node --version)" >&2
    exit 1
fi
if ! cat tests/browser/package.json tests/browser/package-lock.json | cmp -s - "$home/installed"; then
    mkdir -p "$home" && cp tests/browser/package.json tests/browser/package-lock.json "$home/" || exit 1
    if ! npm ci --prefix "$home" --ignore-scripts --no-audit --no-fund >"$home/log" 2>&1; then
        tail -n 5 "$home/log" >&2
        echo "npm cannot install what tests/browser/package.json asks for (is there a network? see $home/log)" >&2
        exit 1
    fi
    cat tests/browser/package.json tests/browser/package-lock.json >"$home/installed"
fi
exec node tests/browser/browser.mjs "$groeipad" "$home" "$@"
