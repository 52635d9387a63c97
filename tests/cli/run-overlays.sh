#!/bin/sh
# SPDX-License-Identifier: MIT
# What if, on every command and every picture: with --set, --require, --drop and --changes each says
# of before.json what it says of after.json, which was edited by hand; but for places, and the call
# that is told. And that is something else than it says of before.json as it is, so it can be seen.
# Which commands and views there are, and which of them have --set, the command itself says: one
# that is new has to be in the table below.
# usage: tests/cli/run-overlays.sh GROEIPAD     from the root of the repository
set -u
export LC_ALL=C
groeipad=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
unpack="python3 $(pwd)/tests/report/page.py unpack"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
failed=0 count=0
fail() {
    failed=$((failed + 1))
    echo "FAILED: $1"
}

# Three folders with a file of the same name: as it is, to be changed by options, edited by hand.
mkdir "$work/plain" "$work/asked" "$work/edited"
cp tests/cli/overlays/before.json "$work/plain/p.json"
cp tests/cli/overlays/before.json tests/cli/overlays/changes.json "$work/asked"
mv "$work/asked/before.json" "$work/asked/p.json"
cp tests/cli/overlays/after.json "$work/edited/p.json"
for folder in plain asked edited; do cp tests/cli/overlays/before.json "$work/$folder/old.json"; done
cd "$work" || exit 1

# What each command has besides the file; nothing: it stands in no row.
arguments_of() {
    case $1 in
    check | plan | clashes | repair | gaps | boards | fit | trace | scenarios | leverage | risk | advice | inspect | convert | query | report)
        echo p.json ;;
    path | why) echo p.json adviser ;;
    compare) echo old.json p.json ;;
    map) echo p.json --at 2026-06-01,2027-06-01 ;;
    library) echo p.json --segment newcomers --situation moving --date 2027-06-01 ;;
    'render path' | 'render roadmap' | 'render map' | 'render tension' | 'render boards' | 'render fit' | 'render model')
        echo p.json ;;
    'render risk') echo p.json --draws 500 ;;
    'render sweep') echo p.json --sweep ethics.lead_time=3mo,3y ;;
    esac
}

# Of convert these are formats, of others those of the answer. What holds no places is enough.
formats_of() {
    case $1 in
    convert) echo json yaml csv archimate icalendar ;;
    render*) echo svg ;;
    report) echo page ;;
    check) echo text json csv sarif ;;
    compare) echo text json csv markdown ;;
    inspect) echo text json ;;
    risk) echo text json csv ;; # a part holds no files of --changes, and says so
    *) "$groeipad" complete -- $1 p.json --format '' | cut -f 1 ;;
    esac
}

# say FOLDER COMMAND FORMAT LANGUAGE ARGUMENT...: adds what comes out to the answers of the folder
say() {
    folder=$1 name=$2 format=$3 language=$4
    shift 4
    echo "== groeipad $name --lang $language --format $format" >>"said.$folder"
    option=--format
    [ "$name" = convert ] && option=--to
    cd "$folder" || exit 1
    if [ "$name" = report ]; then
        "$groeipad" report "$@" --lang $language -o ../page.html </dev/null >/dev/null 2>../err
        echo "exit $?" >>../err
        $unpack ../page.html >>"../said.$folder"
    else
        "$groeipad" $name "$@" $option "$format" --lang $language --width 400 </dev/null \
            >>"../said.$folder" 2>../err
        echo "exit $?" >>../err
    fi
    cd ..
    cat err >>"said.$folder"
}

# ask COMMAND FORMAT LANGUAGE ARGUMENT...
ask() {
    count=$((count + 1))
    say edited "$@"
    say asked "$@" --changes changes.json \
        --set planning.round=6mo --set training.lead_time=13mo --set adviser.cycle=3mo \
        --set chat.stage=exploit --set 'one-view.levels[2].lead_time=7mo' \
        --set 'adviser->one-view.level=1' --set status_date=2026-02-02 \
        --require 'letter->consent@2' --drop consent.lead_time
}

# ask_all COMMAND: in its first format in both languages, in the others in one of them by turns
ask_all() {
    command=$1
    set -- $(arguments_of "$command")
    [ $# -gt 0 ] || { fail "groeipad $command stands in no row of tests/cli/run-overlays.sh"; return; }
    [ "$command" = query ] && set -- p.json 'needs adviser'
    language=
    for format in $(formats_of "$command"); do
        if [ -z "$language" ]; then
            language=en
            say plain "$command" $format en "$@"
            ask "$command" $format nl "$@"
        fi
        ask "$command" $format $language "$@"
        [ $language = en ] && language=nl || language=en
    done
}

has_changes() { "$groeipad" complete -- $1 p.json --set | grep -q '^--set	'; }
names() { "$groeipad" complete -- $1 '' | cut -f 1; }
for command in $(names ''); do
    case $command in
    render) for view in $(names render); do ask_all "render $view"; done ;;
    *) ! has_changes "$command" || ask_all "$command" ;;
    esac
done


# The decisions too are those of what would be.
say plain 'render roadmap' svg en p.json --repair
ask 'render roadmap' svg en p.json --repair

# Without what may differ: where a finding is, with its line and caret, and the call that is told.
# Findings stand in the order of their places, so the lines of each answer are sorted.
for folder in plain edited asked; do
    sed -E -e 's/^(p\.json|changes\.json|--[a-z]+)( |:)[0-9]+:[0-9]+: /AT /' -e '/^ +[0-9]* \|/d' \
        -e 's/"(file|uri)": ?"[^"]*"/"AT"/g' -e 's/"(line|column|startLine|startColumn|endColumn)": ?[0-9]+/"AT"/g' \
        -e 's/([,;])(p\.json|changes\.json|--[a-z]+)[,;][0-9]+[,;][0-9]+([,;]|\r?$)/\1AT/' \
        -e 's/\(p\.json:[0-9]+:[0-9]+\)/(AT)/' \
        -e 's/"place":("[^"]*"|null)/AT/g' -e 's/groeipad check p\.json.*/CALL/' -e 's/[],}]+$//' "said.$folder" \
        | awk '/^== / { answer = $0 } { print answer "\t" $0 }' | sort >"$folder.lines"
done
awk -F '\t' '{ said[FILENAME, $1] = said[FILENAME, $1] "\n" $0; answers[$1] = 1 }
    END { for (answer in answers) {
        edited = said["edited.lines", answer]
        if (said["asked.lines", answer] != edited) print answer ": by options and by hand are not the same"
        if (said["plain.lines", answer] == edited) print answer ": nothing can be seen of the changes"
    } }' plain.lines edited.lines asked.lines >wrong
while IFS= read -r line; do fail "$line"; done <wrong
diff -u edited.lines asked.lines | head -40

[ $count -gt 60 ] || fail "only $count answers: where are the commands?"
echo "overlays: $count answers, $failed failed"
[ $failed = 0 ]
