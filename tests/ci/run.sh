#!/bin/sh
# Runs the scripts that docs/ci offers for GitHub, GitLab and git's own hook, in a real repository: a portfolio on
# the target branch, a change to it on another. What talks to a server is played by a script that writes down
# what it was asked.
# usage: tests/ci/run.sh PATH-TO-GROEIPAD     from the root of the repository
set -u
export LC_ALL=C
groeipad=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
source=$(pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
failed=0 count=0
mkdir "$work/bin" "$work/home" "$work/served"
ln -s "$groeipad" "$work/bin/groeipad"
PATH=$work/bin:$PATH
export HOME="$work/home" GIT_CONFIG_NOSYSTEM=1
export GIT_AUTHOR_NAME=planner GIT_AUTHOR_EMAIL=planner@example.org GIT_COMMITTER_NAME=planner \
    GIT_COMMITTER_EMAIL=planner@example.org
served=$work/served
export served

# A body that is posted is copied; what is asked of the server is a line in `asked`.
cat >"$work/bin/gh" <<'SCRIPT'
#!/bin/sh
echo "gh $*" >>"$served/asked"
while [ $# -gt 0 ]; do
    if [ "$1" = --body-file ]; then cp "$2" "$served/body"; fi
    shift
done
SCRIPT
cat >"$work/bin/curl" <<'SCRIPT'
#!/bin/sh
method=GET
for word in "$@"; do
    case $before in
        --request) method=$word ;;
        --data-urlencode) cp "${word#body@}" "$served/body" ;;
    esac
    before=$word
done
echo "curl $method $word" >>"$served/asked"
if [ "$method" = GET ]; then cat "$served/notes"; fi
SCRIPT
chmod +x "$work/bin/gh" "$work/bin/curl"

# expect WHAT COMMAND...: the command succeeds; what the one before it said is in $work/before.
expect() {
    what=$1
    shift
    count=$((count + 1))
    if [ -e "$work/said" ]; then mv "$work/said" "$work/before"; fi
    if "$@" >"$work/said" 2>&1; then return; fi
    echo "FAILED: $what"
    sed 's/^/    /' "$work/said" | head -20
    failed=$((failed + 1))
}

# The script of a step of GitHub's, or of a job of GitLab's, as these run it.
github() { awk -v name="- name: $1" '
    index($0, name) { is_step = 1; next }
    is_step && /^      - / { exit }
    is_step && /^        run: \|/ { is_script = 1; next }
    is_script && /^ {0,9}[^ ]/ { exit }
    is_script { print substr($0, 11) }' "$source/docs/ci/github.yml" >"$work/step"; }
gitlab() { awk -v job="$1:" '
    $0 == job { is_job = 1; next }
    is_job && /^[^ ]/ { exit }
    is_job && /^  script:/ { is_script = 1; next }
    is_script && /^  [^ ]/ { exit }
    is_script && /^    - \|/ { next }
    is_script { print substr($0, 7) }' "$source/docs/ci/gitlab.yml" >"$work/step"; }
runs() { [ -s "$work/step" ] && bash -e -o pipefail "$work/step"; }

# ---- a portfolio on main, and a branch that moves its dates ----

portfolio=plans/portfolio.json
changes=
for version in 04-18 04-27 05-10 06-12 06-15 06-20 06-28; do
    changes="$changes --changes $source/examples/history/2023-$version.json"
done
new_repository() {
    rm -rf "$work/origin" "$work/repository"
    git init -q --bare -b main "$work/origin"
    git clone -q "$work/origin" "$work/repository" 2>/dev/null
    cd "$work/repository" || exit 1
    git checkout -q -b main 2>/dev/null
    mkdir plans
    # shellcheck disable=SC2086 # a list of options
    groeipad convert -q "$source/examples/history/2023-04-12.json" $changes -o "$portfolio"
    git add . && git commit -q -m "June" && git push -q origin main
    git checkout -q -b july
    groeipad convert -q "$portfolio" --changes "$source/examples/history/2023-07-10.json" -o "$work/july.json"
    cp "$work/july.json" "$portfolio"
}
new_repository
git commit -q -a -m "July"

# ---- GitHub ----

GITHUB_STEP_SUMMARY=$work/summary
export PORTFOLIO=$portfolio GITHUB_STEP_SUMMARY TARGET=origin/main NUMBER=12
: >"$GITHUB_STEP_SUMMARY"
github Check
fails() { ! runs; }
expect "GitHub: a date that is not made fails the check" fails
expect "GitHub: and stands on its line" grep -q "^::error file=$portfolio,line=" "$work/before"
github Compare
expect "GitHub: what moved is posted" runs
expect "GitHub: as a comment on the pull request" grep -q '^gh pr comment 12 ' "$served/asked"
expect "GitHub: the comment tells of the clash" grep -q 'public-plans' "$served/body"
expect "GitHub: so does the summary" cmp "$served/body" "$GITHUB_STEP_SUMMARY"
expect "GitHub: changes.svg has an arrow with days" grep -q 'class="shift-tip"' public/changes.svg
github Draw
expect "GitHub: pictures are drawn" runs
for view in roadmap path map boards; do
    expect "GitHub: $view.svg" grep -q '</svg>' "public/$view.svg"
done

# ---- GitLab ----

rm -rf public "${served:?}"/*
export CI_MERGE_REQUEST_TARGET_BRANCH_NAME=main CI_API_V4_URL=https://gitlab.example.org/api/v4 CI_PROJECT_ID=3 \
    CI_MERGE_REQUEST_IID=12 GROEIPAD_TOKEN=secret
notes=$CI_API_V4_URL/projects/3/merge_requests/12/notes
gitlab check
expect "GitLab: a date that is not made fails the check" fails
expect "GitLab: which is in the report" grep -q '<failure' check.xml
echo '[]' >"$served/notes"
gitlab compare
expect "GitLab: what moved is posted" runs
expect "GitLab: as a new comment" grep -qx "curl POST $notes" "$served/asked"
expect "GitLab: the comment tells of the clash" grep -q 'public-plans' "$served/body"
expect "GitLab: changes.svg has an arrow with days" grep -q 'class="shift-tip"' changes.svg
jq -Rs '[{id: 4, body: "well done"}, {id: 7, body: .}]' "$served/body" >"$served/notes"
: >"$served/asked"
expect "GitLab: what moved is posted once more" runs
expect "GitLab: in place of the comment that was there" grep -qx "curl PUT $notes/7" "$served/asked"
gitlab pages
expect "GitLab: pictures are drawn" runs
for view in roadmap path map boards; do
    expect "GitLab: $view.svg" grep -q '</svg>' "public/$view.svg"
done

# ---- the hook ----

new_repository
git config groeipad.portfolio "$portfolio"
git config groeipad.target origin/main
git config groeipad.pictures plans/pictures
cp "$source/docs/ci/pre-commit" .git/hooks/pre-commit
git add "$portfolio"
refused() { ! git commit -q -m "July"; }
expect "hook: a date that is not made is not committed" refused
expect "hook: it says why" grep -q GP301 "$work/before"
git reset -q --hard
groeipad convert -q "$portfolio" --set design-tools.lead_time=1mo -o "$work/next.json"
cp "$work/next.json" "$portfolio"
git add "$portfolio"
echo 'not what is staged' >"$portfolio"
expect "hook: what is staged is committed, whatever is in the folder" git commit -q -m "Design tools sooner"
expect "hook: what moved is said" grep -q design-tools "$work/before"
expect "hook: and written as Markdown" test -s .git/groeipad.md
expect "hook: the pictures are committed with it" git cat-file -e HEAD:plans/pictures/roadmap.svg

echo "docs/ci: $count checks, $failed failed"
[ $failed = 0 ]
