#!/bin/sh
# A repository with the history of examples/history: a commit for each version of roadmap.json, with a tag of its
# date. usage: tests/docs/history.sh PATH-TO-GROEIPAD FOLDER     from the root of the repository
set -eu
groeipad=$1 folder=$2
export GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null
export GIT_AUTHOR_NAME=planner GIT_AUTHOR_EMAIL=planner@example.org
export GIT_COMMITTER_NAME=planner GIT_COMMITTER_EMAIL=planner@example.org
git init -q -b main "$folder"
changes=
for version in examples/history/*.json; do
    date=$(basename "$version" .json)
    if [ "$date" = 2023-04-12 ]; then
        start=$version
    else
        changes="$changes --changes $version"
    fi
    # shellcheck disable=SC2086 # a list of options
    "$groeipad" convert -q "$start" $changes -o "$folder/roadmap.json"
    export GIT_AUTHOR_DATE="${date%b}T12:00:00Z" GIT_COMMITTER_DATE="${date%b}T12:00:00Z"
    git -C "$folder" add roadmap.json
    git -C "$folder" commit -q --allow-empty -m "$date"
    git -C "$folder" tag "$date"
done
