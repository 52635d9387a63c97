#!/bin/sh
# SPDX-License-Identifier: MIT
# What `make install` puts down is enough for others: every public header by itself, and a program
# outside our tree that is built with what pkg-config says, in C and in C++, against the shared
# library and against the archive. The installed command says the same version. Pages for man and
# completions are where they are looked for, and `make uninstall` leaves nothing.
# usage: tests/install/run.sh PATH-TO-GROEIPAD     from the root of the repository
set -u
build=$(dirname "$1")
here=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
passed=0 failed=0

# step NAME COMMAND...: counts it, and shows what it said where it fails
step() {
    name=$1
    shift
    if "$@" >"$work/said" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: install: $name"
        tail -20 "$work/said"
    fi
}

# The sanitizers' library has to be the first in a program: there only the plain build is tried.
if nm "$build/libgroeipad.a" 2>/dev/null | grep -qE ' U __(asan|tsan|ubsan)_'; then
    echo "install: a build with sanitizers, left to the plain one"
    exit 0
fi

root=$work/root
make -s --no-print-directory BUILD="$build" DESTDIR="$root" PREFIX=/opt/groeipad install >"$work/said" 2>&1 \
    || { cat "$work/said"; echo "install: make install failed"; exit 1; }
PKG_CONFIG_PATH=$root/opt/groeipad/lib/pkgconfig${PKG_CONFIG_PATH:+:$PKG_CONFIG_PATH}
export PKG_CONFIG_PATH
# The prefix is where the root stands for the time of the test.
ask() { pkg-config --define-variable=prefix="$root/opt/groeipad" "$@" groeipad; }
strict='-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror'
cflags=$(ask --cflags)
cp tests/install/program.c "$work/program.c"
cp tests/install/program.c "$work/program.cc"
cp docs/example.c "$work/example.c"
cd "$work" || exit 1

for language in c c++; do
    case $language in
    c) compiler=${CC:-cc} standard=c11 source=program.c ;;
    c++) compiler=${CXX:-c++} standard=c++17 source=program.cc ;;
    esac
    $compiler --version >/dev/null 2>&1 || { echo "install: no $compiler here, $language is not tried"; continue; }
    for header in "$root"/opt/groeipad/include/groeipad/*.h; do
        name=$(basename "$header")
        printf '#include <groeipad/%s>\n' "$name" >alone.$language
        step "$name alone, $language" $compiler -x $language -std=$standard $strict $cflags -fsyntax-only alone.$language
    done
    step "$language program" $compiler -std=$standard $strict $cflags $source -o shared-$language $(ask --libs)
    step "it runs" env LD_LIBRARY_PATH="$root/opt/groeipad/lib" ./shared-$language
    said=$(LD_LIBRARY_PATH=$root/opt/groeipad/lib ./shared-$language 2>&1)
    step "it says '$said'" test "$said" = "$("$root/opt/groeipad/bin/groeipad" --version | sed 's/.* //') 154 days late"
done
step "program with the archive" ${CC:-cc} -std=c11 $strict $cflags program.c -o archive \
    $(ask --variable=archive)
step "it runs" ./archive
step "docs/example.c" ${CC:-cc} -std=c11 $strict $cflags example.c -o example $(ask --libs)
step "pkg-config knows the version" test "$(ask --modversion)" = "$("$root/opt/groeipad/bin/groeipad" --version | sed 's/.* //')"

share=$root/opt/groeipad/share
for page in man1/groeipad.1 man1/groeipad-plan.1 man1/groeipad-render.1 man5/groeipad-portfolio.5 nl/man1/groeipad-plan.1; do
    step "$page" grep -q '^\.TH groeipad' "$share/man/$page"
done
for file in bash-completion/completions/groeipad zsh/site-functions/_groeipad fish/vendor_completions.d/groeipad.fish; do
    step "$file" grep -q 'complete --' "$share/$file"
done
cd "$here" || exit 1
step 'make uninstall' make -s --no-print-directory BUILD="$build" DESTDIR="$root" PREFIX=/opt/groeipad uninstall
step 'it leaves no file' test -z "$(find "$root" ! -type d)"

echo "install: $passed checks passed, $failed failed"
[ $failed = 0 ]
