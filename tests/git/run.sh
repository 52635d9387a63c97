#!/bin/sh
# Files as git has them, by the command: REV:path in a real repository, with names that would do
# harm in a shell. usage: tests/git/run.sh PATH-TO-GROEIPAD     from the root of the repository
set -u
T=$(mktemp -d)
T=$(cd "$T" && pwd -P)
trap 'rm -rf "$T"' EXIT
trap 'exit 130' INT TERM
groeipad=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
sh tests/git/history.sh "$T" || { echo "FAILED: tests/git/history.sh"; exit 1; }
export HOME="$T" GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
count=0 failed=0

# says FOLDER EXIT TEXT ARGUMENT...: the command says TEXT, on either stream, and exits so
says() {
    folder=$1 wanted=$2 text=$3
    shift 3
    count=$((count + 1))
    got=$(cd "$T/$folder" && "$groeipad" "$@" 2>&1)
    code=$?
    case $got in
    *"$text"*) [ $code = "$wanted" ] && return ;;
    esac
    failed=$((failed + 1))
    printf 'FAILED: in %s: groeipad %s\nwanted (exit %s): %s\ngot (exit %s): %s\n' "$folder" "$*" "$wanted" "$text" $code "$got"
}

# Where a path begins: as git has it, else from here; from here where it says so.
says main 0 'one (status date' plan v1:plans/portfolio.json
says main 0 'two (status date' plan main:plan/portfolio.json
says main 0 'two (status date' plan 'HEAD^{/two}:plan/portfolio.json'
says main/deep 0 'root (status date' plan v1:here.json
says main/deep 0 'deep (status date' plan v1:./here.json
says main/deep 0 'root (status date' plan v1:../here.json
says main/plan 0 'two (status date' plan HEAD:portfolio.json
says main 0 'one (status date' plan v1:link.json
says bare.git 0 'one (status date' plan v1:plans/portfolio.json
says main 0 'cap' plan v1:lists --status-date 2026-01-05
says main 0 '"kind":"intervention"' path v1:plans/portfolio.json int --format json

# Mistakes in a file have its name, and their line.
says main 3 'v1:broken.json:2:' check v1:broken.json
says main 3 '"lead_time": "soon"' check v1:broken.json

# What cannot be read, and what to do.
says main 3 "did you mean 'main'?" plan mian:here.json
says main 3 "bedoelt u 'release/2026'?" plan 2026:here.json --lang nl
says main 3 'git knows no such revision' plan nothing-like-it:here.json
says shallow 3 'git fetch --unshallow' plan v1:here.json
says main 3 "there was 'plans/portfolio.json'" plan v1:portfolio.json
says main 3 "it was called 'plans/portfolio.json' then" plan v1:plan/portfolio.json
says main 3 'outside the git repository' plan v1:../here.json
says main 3 'submodule' plan v1:module
says main 3 'Git LFS' plan v1:large.json
says main 3 'leads nowhere' plan v1:lost.json
says . 3 'nor is this folder in a git repository' plan v1:here.json
says partial 3 'does not have its content' plan v1:here.json

# git does not read the repository of somebody else. Only root can give one away.
cp -R "$T/main" "$T/theirs"
if chown -R 1234:1234 "$T/theirs" 2>/dev/null; then
    says theirs 3 'git config --global --add safe.directory' plan v1:here.json
    says theirs 3 'van een andere gebruiker' compare --git v1 here.json --lang nl
fi
rm -rf "$T/theirs"

# A file of that name comes first.
cp "$T/main/here.json" "$T/main/v1:here.json"
says main 0 'root (status date' plan v1:here.json

# No shell reads what a user wrote, git takes none of it for an option, and runs nothing.
says main 0 'odd (status date' plan 'v1:a "b" $(touch MARK); touch MARK.json'
says main 0 'line (status date' plan 'v1:two
lines.json'
says main 0 'bytes (status date' plan "$(printf 'v1:by\377tes.json')"
says main 0 'dash (status date' plan v1:-dash.json
for revision in '$(touch MARK)' '; touch MARK;' '`touch MARK`' '--output=MARK' '-x' "'" '|touch MARK' 'a
touch MARK' "$(printf '\377')" '--help' '--upload-pack=touch MARK'; do
    says main 3 'git knows no such revision' plan -- "$revision:here.json"
done
export GIT_TRACE="$T/main/MARK" GIT_EXTERNAL_DIFF="touch MARK" GIT_PAGER='touch MARK' GIT_SSH_COMMAND='touch MARK'
says main 0 'two (status date' plan main:plan/portfolio.json
says main 3 "it was called" plan v1:plan/portfolio.json
unset GIT_TRACE GIT_EXTERNAL_DIFF GIT_PAGER GIT_SSH_COMMAND
mkdir "$T/none" "$T/fake"
count=$((count + 1))
case $(cd "$T/main" && PATH=$T/none "$groeipad" plan v1:link.json 2>&1) in
*'git is not there to read it with; install it'*) ;;
*) failed=$((failed + 1)); echo 'FAILED: without git' ;;
esac
for name in git sh bash; do # without a first line: execvp would give it to a shell
    printf 'touch "%s/MARK"\n' "$T/main" >"$T/fake/$name"
    chmod +x "$T/fake/$name"
done
(cd "$T/main" && PATH=$T/fake "$groeipad" plan v1:link.json >/dev/null 2>&1)
find "$T" -name 'MARK*' | grep . && { failed=$((failed + 1)); echo 'FAILED: something ran'; }

# What is no answer is not taken for one: git that is ended halfway, and one that does not start.
mkdir "$T/ended"
printf '#!/bin/sh\ncase " $* " in *" cat-file "*) kill -9 $$ ;; esac\nexec "%s" "$@"\n' \
    "$(command -v git)" >"$T/ended/git"
chmod +x "$T/ended/git"
count=$((count + 2))
case $(cd "$T/main" && PATH=$T/ended:$PATH "$groeipad" plan v1:link.json 2>&1) in
*'git was ended before it had said all'*) ;;
*) failed=$((failed + 1)); echo 'FAILED: git was ended' ;;
esac
case $(cd "$T/main" && PATH=$T/fake "$groeipad" plan v1:link.json 2>&1) in
*'git could not be started: it is no program'*) ;;
*) failed=$((failed + 1)); echo 'FAILED: git that is no program' ;;
esac
echo "git: $count commands, $failed failed"
[ $failed = 0 ]
