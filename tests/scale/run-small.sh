#!/bin/sh
# SPDX-License-Identifier: MIT
# Files of less than 1 MB that could cost far more than their size. What they cost has a bound of its
# own: two seconds of processor time and 700 MB of address space, the libraries included.
# usage: tests/scale/run-small.sh GROEIPAD
. "$(dirname "$0")/support.sh"

seconds=2 kilobytes=700000
letters=$(head -c 78 /dev/zero | tr '\0' m)

# list COUNT FORMAT: the numbers up to COUNT through a format, with commas between them. In the
# format % stands for the number, and ~ for 78 letters.
list() {
    awk -v count="$1" -v format="$2" -v letters="$letters" 'BEGIN {
        gsub(/~/, letters, format)
        parts = split(format, part, "%")
        for (i = 0; i < count; i++) {
            printf "%s%s", (i ? ",\n" : ""), part[1]
            for (p = 2; p <= parts; p++) printf "%05d%s", i, part[p]
        }
    }'
}

# portfolio NAME JSON...: a portfolio with these keys, as $work/NAME.json.
portfolio() {
    name=$1
    shift
    printf '{"groeipad":1,"status_date":"2026-01-05",%s}\n' "$*" >"$work/$name.json"
    size=$(wc -c <"$work/$name.json")
    [ "$size" -le 1100000 ] || fail "$name is $size bytes: no small file"
}

# Ids that share 78 letters: whom does "did you mean" compare, and how far?
near_ids() {
    portfolio ids "\"capabilities\":[$(list 3000 '{"id":"a~%","requires":["b~%"]}')]"
    expect 1 check "$work/ids.json"
    says 'GP201'
    expect 0 plan "$work/ids.json"
    expect 0 gaps "$work/ids.json"
    portfolio few "\"capabilities\":[$(list 1000 '{"id":"~d%","requires":["~m%"]}')]"
    expect 1 check "$work/few.json"
    portfolio missing "\"capabilities\":[{\"id\":\"a\",\"requires\":[{\"any\":[$(list 80000 '"m%"')]}]}]"
    expect 1 check "$work/missing.json"
}

near_terms() {
    for kind in segments situations; do
        portfolio $kind "\"$kind\":[$(list 2000 '{"id":"a~%"}')]," \
            "\"interventions\":[$(list 4000 '{"id":"i%","applies":{"'$kind'":["b~%"]}}')]"
        expect 3 check $work/$kind.json
        says "GP106.*'segment'|GP106.*'situation'"
    done
    portfolio scenarios "\"scenarios\":[$(list 2000 '{"id":"a~%"}')]," \
        "\"interventions\":[$(list 4000 '{"id":"i%","scenarios":["b~%"]}')]"
    expect 3 check "$work/scenarios.json"
    portfolio dimensions "\"dimensions\":[$(list 2000 '{"id":"a~%"}')]," \
        "\"measurements\":[$(list 4000 '{"dimension":"b~%","on":"2026-01-01"}')]"
    expect 3 check "$work/dimensions.json"
}

many_alternatives() {
    portfolio any "\"capabilities\":[{\"id\":\"a\"},{\"id\":\"b\",\"requires\":[$(list 65536 '{"any":["a"]}')]}]"
    expect 3 check "$work/any.json"
    says 'at most 32767'
    portfolio any "\"capabilities\":[{\"id\":\"a\"},{\"id\":\"b\",\"requires\":[$(list 32767 '{"any":["a"]}')]}]"
    expect '0 1' check "$work/any.json"
}

# A key of one's own with 30,000 keys, in two files and in another order: are they the same?
repeated_keys() {
    portfolio first "\"x-a\":{$(list 30000 '"%":1')}"
    portfolio second "\"x-a\":{$(list 30000 '"%":1' | sort -r | sed '1s/$/,/; $s/,$//')}"
    expect 0 convert "$work/first.json" "$work/second.json"
    if grep -q GP111 "$err"; then fail 'the same keys in another order differ'; else pass; fi
    portfolio third "\"x-a\":{$(list 30000 '"%":2')}"
    expect 0 convert "$work/first.json" "$work/third.json"
    says GP111
}

# A text of 400 kB to which 100,000 aliases point; and the check of what libyaml lets pass.
yaml_texts() {
    { echo 'status_date: 2026-01-05' && printf 'x-a: &a "' && head -c 400000 /dev/zero | tr '\0' b &&
        printf '"\ncapabilities: [{id: a, x-b: [' && list 100000 ' *a' && echo ' ]}]'; } >"$work/aliases.yaml"
    expect 3 check "$work/aliases.yaml"
    says '10 MB of text'
    { echo 'status_date: 2026-01-05' && echo 'x-a:' && list 900 '- |' | tr -d , &&
        head -c 900000 /dev/zero | tr '\0' '\n'; } >"$work/blocks.yaml"
    expect 0 check "$work/blocks.yaml"
    { echo 'status_date: 2026-01-05' && printf 'x-a: ["' && head -c 900000 /dev/zero | tr '\0' '\n' &&
        echo ' "]'; } >"$work/lines.yaml"
    expect 0 check "$work/lines.yaml"
}

# DOT: from every node of a group to every node of the next.
group() { printf '{%s}' "$(list "$2" "$1%;" | tr -d ,)"; }

groups_of_nodes() {
    printf 'digraph {%s->%s}' "$(group a 2000)" "$(group b 2000)" >"$work/groups.dot"
    expect 3 check "$work/groups.dot"
    says 'at most 65,536 in one statement'
    { printf 'digraph { subgraph s %s\n' "$(group a 250)"
        i=0
        while [ $i -lt 4000 ]; do echo 'subgraph s {} -> subgraph s {};'; i=$((i + 1)); done
        echo '}'; } >"$work/groups.dot"
    expect 3 check "$work/groups.dot"
    says '262,144 in a file'
    { printf 'digraph { status_date="2026-01-05"; subgraph s %s\n' "$(group a 250)"
        for side in b c d e; do printf 'subgraph s {} -> %s\n' "$(group $side 250)"; done
        echo '}'; } >"$work/groups.dot"
    expect 0 check "$work/groups.dot"
}

# Tags with 80,000 attributes; and nodes that each bring a new attribute for all.
attributes() {
    space='xmlns="http://graphml.graphdrawing.org/xmlns"'
    echo "<graphml $space><graph $(list 80000 'a%="1"' | tr -d ,)/></graphml>" >"$work/tags.graphml"
    expect 3 check "$work/tags.graphml"
    says '5000'
    echo "digraph { $(list 3000 'node [k%=1]; a%;' | tr -d ,) }" >"$work/defaults.dot"
    expect 3 check "$work/defaults.dot"
    says 'too many attributes'
}

near_ids
attributes
near_terms
many_alternatives
repeated_keys
yaml_texts
groups_of_nodes

finish
