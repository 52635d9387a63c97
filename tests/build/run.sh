#!/bin/sh
# SPDX-License-Identifier: MIT
# What the Makefile promises, on a copy of the tree with two sources.
# usage: tests/build/run.sh PATH-TO-GROEIPAD     from the root of the repository
set -u
groeipad=$1
asks=$(dirname "$1")/tests/build/eigenvalues
unset MAKEFLAGS MFLAGS MAKELEVEL MAKEOVERRIDES V CFLAGS SAN BUILD
export LC_ALL=C WASM=no
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
trap 'exit 130' INT TERM
passed=0 failed=0

check() { # WHAT CONDITION...
    what=$1
    shift
    if "$@"; then passed=$((passed + 1)); else
        failed=$((failed + 1))
        echo "FAILED: $what"
        cat "$tree/out"
    fi
}
no() { ! "$@"; }
says() { grep -qE -- "$1" "$tree/out"; }
in_copy() { make -C "$tree" --no-print-directory "$@" >"$tree/out" 2>&1; }
value_of() { make --no-print-directory --eval="value: ; @echo '\$($1)'" "$2" value >"$tree/out" 2>&1; }

for file in Makefile .ci/* report/bundle report/embed report/page/*; do install -D "$file" "$tree/$file"; done
for file in $(git ls-files '*.h' 2>/dev/null || find . -name '*.h'); do install -D -m 644 "$file" "$tree/$file"; done
cp core/order.c core/buffer.c "$tree/core/"
order=build/core/order.o

flags_rebuild() {
    in_copy $order
    check 'a file is one short line' says '^CC core/order.c$'
    in_copy $order
    check 'nothing is built twice' no says '^CC'
    in_copy $order CFLAGS=-O1
    check 'other CFLAGS build it again' says '^CC core/order.c$'
    in_copy $order CFLAGS=-O1 CPPFLAGS=-DNOTHING
    check 'other CPPFLAGS build it again' says '^CC core/order.c$'
    in_copy $order CFLAGS=-O1 V=1
    check 'CPPFLAGS that are gone too, and V=1 is the whole command' says ' -O1 .*-c core/order.c -o build/core/order.o'
}

# What layers must not let pass, each planted once. The copy lacks the files of the circle that is
# allowed, so layers fail there anyhow: what counts is what they say.
laws_that_are_broken() {
    plant() { printf '%s\n' "$2" >"$tree/$1"; }
    plant core/left.c 'int right(void); int left(void); int left(void) { return right(); }'
    plant core/right.c 'int left(void); int right(void); int right(void) { return left(); }'
    plant core/count.c 'int count(void); int count(void) { static int so_far; return ++so_far; }'
    plant core/view.c '#include "groeipad/render.h"
int view; '
    plant core/far.h '#include <igraph.h>'
    plant groeipad/far.h '#include <igraph.h>'
    plant core/angle.h '#include <io/door.h>'
    plant core/above.h '#include "../render/svg.h"'
    plant core/clock.c '#include <time.h>
long late(void); long late(void) { struct timespec t; clock_gettime(CLOCK_REALTIME, &t); return (long)t.tv_sec; }'
    plant io/speak.c '#include <stdio.h>
void speak(void); void speak(void) { perror("io"); }'
    in_copy layers
    check 'a circle of files is named' says 'files that need each other:.*left .*right'
    check 'state that can be written is named' says '^core/count.o .*so_far'
    check 'core that includes render is named' says '^core/view.c:1:'
    check 'a header that includes a library is named' says '^core/far.h:1:'
    check 'and a public header too' says '^groeipad/far.h:1:'
    check 'our header between angles is named' says '^core/angle.h:1:'
    check 'and one that is not named from the root' says '^core/above.h:1:'
    check 'core that asks for the clock is named' says '^build/core/clock.o: clock_gettime'
    check 'io that prints is named' says '^build/io/speak.o: perror'
    for file in core/left.c core/right.c core/count.c core/view.c core/far.h groeipad/far.h core/angle.h \
        core/above.h core/clock.c io/speak.c; do rm "$tree/$file"; done
    in_copy layers
    check 'and all is well without them' no says 'left|count|view|far|angle|above|clock|speak'
}

sources_that_go() {
    printf '#include <stdio.h>\nvoid talk(void);\nvoid talk(void) { puts("a"); }\n' >"$tree/core/talk.c"
    in_copy layers
    check 'layers see a core that prints' says 'core prints nothing'
    in_copy build/libgroeipad.a
    rm "$tree/core/talk.c"
    in_copy layers
    check 'layers judge no object without a source' no says 'core prints nothing'
    in_copy build/libgroeipad.a
    ar t "$tree/build/libgroeipad.a" >"$tree/out"
    check 'the archive lets go of it' no says talk
    check 'and keeps the others' says order
}

# What ends in the very moment in which another fails may still be told after it, by make: seldom, so
# not three times.
failures_come_last() {
    echo 'int broken = nothing;' >"$tree/core/broken.c"
    for try in 1 2 3; do
        rm -f "$tree"/build/core/*.o
        in_copy -j2 build/libgroeipad.a
        code=$?
        sed -n '/error:/,$p' "$tree/out" >"$tree/rest" && mv "$tree/rest" "$tree/out"
        ! says '^(CC|AR|LD) ' || continue
        break
    done
    check 'a broken file fails' [ $code != 0 ]
    rm "$tree/core/broken.c"
    check 'the compiler says why' says 'core/broken.c:1.*nothing'
    check 'and nothing else says a word after it' no says '^(CC|AR|LD) '
}

libraries() {
    value_of LIBS STATIC_IGRAPH=no
    check 'STATIC_IGRAPH=no links the shared igraph' says ' -ligraph '
    check 'without the stand-ins for ARPACK' no says arpack
}

# The stand-ins are there with a static igraph only, at addresses of their own, and do not keep
# quiet when they are called: whatever test comes to one of them fails.
eigenvalues() {
    nm "$groeipad" >"$tree/out"
    stand_ins=$(grep -cE ' [tT] d(sortr|sortc|saupd|seupd|naupd|neupd)_$' "$tree/out")
    sed -n '/ d[a-z]*_$/p' "$tree/out" >"$tree/rest" && mv "$tree/rest" "$tree/out"
    if [ "$stand_ins" = 0 ]; then
        check 'the shared igraph has eigenvalues' "$asks"
        return
    fi
    check 'all six stand-ins are there' [ "$stand_ins" = 6 ]
    check 'none of them is nothing' no says '^0+ '
    sh -c 'ulimit -c 0; "$0"; exit $?' "$asks" >"$tree/out" 2>&1
    check 'a call ends in abort' [ $? = 134 ]
    check 'and says which' says 'igraph calls d[a-z]+_, which is not linked in'
}

flags_rebuild
sources_that_go
laws_that_are_broken
failures_come_last
libraries
eigenvalues
echo "build: $passed checks passed, $failed failed"
[ $failed = 0 ]
