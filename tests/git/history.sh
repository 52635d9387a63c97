#!/bin/sh
# Makes a git repository with a history, for the tests of reading versions: always the same one.
# usage: tests/git/history.sh FOLDER     makes FOLDER/main and clones of it beside it
set -eu
cd "$1"
export LC_ALL=C HOME="$PWD" GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
export GIT_AUTHOR_NAME=A GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=A GIT_COMMITTER_EMAIL=a@example.org
export GIT_AUTHOR_DATE='2026-01-05T12:00:00Z' GIT_COMMITTER_DATE='2026-01-05T12:00:00Z'
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE 2>/dev/null || :

# portfolio TITLE LEAD-TIME
portfolio() {
    printf '{"title": "%s",\n "status_date": "2026-01-05",\n "language": "en",\n' "$1"
    printf ' "capabilities": [\n  {"id": "cap",\n   "name": "Cap",\n   "lead_time": "%s"}],\n' "$2"
    printf ' "interventions": [{"id": "int", "name": "Int", "requires": ["cap"]}]}\n'
}

git init -q -b main main
cd main
mkdir plans lists deep
portfolio one 3mo >plans/portfolio.json
portfolio deep 3mo >deep/here.json
portfolio root 3mo >here.json
printf 'id,name,lead_time\ncap,Cap,3mo\n' >lists/capabilities.csv
printf 'id,name,kind,requires\nint,Int,intervention,cap\n' >lists/interventions.csv
echo 'not read' >lists/notes.txt
ln -s plans/portfolio.json link.json
ln -s nowhere.json lost.json
printf 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n' >large.json
printf '{"status_date": "2026-01-05",\n "capabilities": [{"id": "a", "lead_time": "soon"}]}\n' >broken.json
portfolio dash 3mo >-dash.json
portfolio odd 3mo >'a "b" $(touch MARK); touch MARK.json'
portfolio line 3mo >'two
lines.json'
portfolio bytes 3mo >"$(printf 'by\377tes.json')"
git add .
git update-index --add --cacheinfo 160000,0123456789012345678901234567890123456789,module
git commit -qm one
git tag -a v1 -m one
git branch release/2026
git mv plans plan
git mv lists sheets
portfolio two 6mo >plan/portfolio.json
git commit -qam two

# What would run, if git ran what a repository asks for.
mkdir .git/hooks 2>/dev/null || :
printf '#!/bin/sh\ntouch "%s"\n' "$1/MARK" >"$1/run"
chmod +x "$1/run"
cp "$1/run" .git/hooks/post-index-change
echo '*.json diff=own filter=own' >.git/info/attributes
for key in core.fsmonitor core.pager core.sshCommand diff.own.textconv diff.own.command \
    filter.own.smudge filter.own.clean diff.external alias.cat-file; do
    git config $key "$1/run"
done
rm -f "$1/MARK"

cd ..
git clone -q --bare main bare.git
git clone -q --depth 1 "file://$PWD/main" shallow
git -C main config uploadpack.allowFilter true
git clone -q --no-checkout --filter=blob:none "file://$PWD/main" partial
# Two branches that changed the same line.
git clone -q bare.git conflict
cd conflict
git checkout -q -b other HEAD
portfolio other 1y >plan/portfolio.json
git commit -qam other
git checkout -q main
portfolio mine 2y >plan/portfolio.json
git commit -qam mine
git merge -q other >/dev/null 2>&1 || :
rm -f "$1/MARK"
