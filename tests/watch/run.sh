#!/bin/sh
# --watch: what is noticed, what is not, and how it ends. Every wait is for something that happens.
# usage: tests/watch/run.sh PATH-TO-GROEIPAD     from the root of the repository
set -u
export LC_ALL=C
groeipad=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
T=$(mktemp -d)
child=
trap 'rm -rf "$T"' EXIT
trap 'exit 130' INT TERM
failed=0 count=0
cd "$T" || exit 1

portfolio() { printf '{"status_date":"2026-01-05","capabilities":[{"id":"a","lead_time":"%s"}],"interventions":[{"id":"i","requires":["a"]}]}\n' "$1"; }

# until COMMAND...: up to five seconds
until_so() {
    tries=0
    while ! eval "$1" 2>/dev/null; do
        tries=$((tries + 1))
        [ $tries -lt 500 ] || return 1
        sleep 0.01
    done
}

# expect NAME CONDITION
expect() {
    count=$((count + 1))
    until_so "$2" && return 0
    echo "FAILED: $1"
    failed=$((failed + 1))
    return 1
}

start() {
    : >err
    "$groeipad" "$@" --watch >out 2>err &
    child=$!
    expect "it watches: $*" 'grep -q "watching; Ctrl-C" err'
}

finish() {
    kill -INT "$child"
    wait "$child"
    code=$?
    expect "Ctrl-C is exit code 0" "[ $code = 0 ]"
}

portfolio 2mo >p.json
start plan p.json -f csv -o plan.csv
cp plan.csv first
portfolio 3mo >p.json
expect "a file that is written" '! cmp -s plan.csv first'
cp plan.csv second
portfolio 2mo >.p.swp && mv .p.swp p.json
expect "one that is renamed over it" 'cmp -s plan.csv first'
echo '{"status_date":' >p.json
expect "a broken input is told" 'grep -q GP101 err'
expect "the last good output stays" 'cmp -s plan.csv first'
rm p.json && portfolio 3mo >p.json
expect "one that was away" 'cmp -s plan.csv second'
runs=$(grep -c -- --- err)
touch other.json
portfolio 2mo >p.json
expect "its own output and other files are none of its business" \
    "[ \$(grep -c -- --- err) = $((runs + 1)) ] && cmp -s plan.csv first"
for lead in 3mo 4mo 5mo 3mo; do portfolio $lead >p.json; done
expect "the last of a burst counts" 'cmp -s plan.csv second'
finish

mkdir real
portfolio 2mo >real/p.json
ln -s real/p.json link.json
start check link.json p.json --fail-on never
portfolio 4mo >real/p.json
expect "what a link leads to" 'grep -q -- --- err'
finish

portfolio 2mo >p.json
"$groeipad" check p.json --write-baseline b.json >/dev/null
start check p.json --baseline b.json
echo '{"groeipad_baseline":1,"known":[]}' >b.json
expect "a baseline" 'grep -q GP401 out'
finish

cp p.json older.json
start compare older.json p.json
portfolio 4mo >older.json
expect "the older of two versions" 'grep -q earlier out'
finish

cp p.json older.json
start render roadmap p.json --against older.json -o against.svg
portfolio 5mo >older.json
expect "an older version" 'grep -q earlier against.svg'
finish

start render path p.json --layout l.txt -o p.svg
runs=$(grep -c -- --- err)
cp l.txt old.txt
printf '{"status_date":"2026-01-05","capabilities":[{"id":"a"},{"id":"b"}],"interventions":[{"id":"i","requires":["a","b"]}]}' >p.json
expect "a picture with a layout file" "[ \$(grep -c -- --- err) -gt $runs ]"
expect "the layout file is written" '! cmp -s l.txt old.txt'
sleep 0.1
expect "the layout file that it wrote is no change" "[ \$(grep -c -- --- err) = $((runs + 1)) ]"
finish

"$groeipad" plan - --watch <p.json 2>err
expect "standard input is refused" "[ $? = 2 ] && grep -q 'no file that can be watched' err"
"$groeipad" convert p.json -o p.json --watch 2>err
expect "so is writing over the input" "[ $? = 2 ] && grep -q 'without end' err"

echo "watch: $count checks, $failed failed"
[ $failed = 0 ]
