#!/bin/sh
# SPDX-License-Identifier: MIT
# What a shell offers after a tab, asked of the shells themselves where they are installed: the
# scripts of cli/completion/ in bash, zsh and fish must all offer the same. A shell that is not
# here is said so.
# usage: tests/completion/run.sh PATH-TO-GROEIPAD     from the root of the repository
set -u
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
mkdir "$work/bin" "$work/files" "$work/home"
ln -s "$(cd "$(dirname "$1")" && pwd)/$(basename "$1")" "$work/bin/groeipad"
PATH=$work/bin:$PATH
HOME=$work/home XDG_CONFIG_HOME=$work/home/config XDG_DATA_HOME=$work/home/data
export PATH HOME XDG_CONFIG_HOME XDG_DATA_HOME LC_ALL=C.UTF-8
scripts=$PWD/cli/completion
cd "$work/files" || exit 1
count=0 failed=0

cat >plan.json <<'END'
{"status_date": "2026-01-05", "scenarios": [{"id": "boom"}, {"id": "bust"}], "measures": [{"id": "hire"}],
 "interventions": [{"id": "letters", "name": "Plain letters", "owner": "Ann", "tags": ["now"], "requires": ["two words"]}],
 "capabilities": [{"id": "learn", "lead_time": "2mo"}, {"id": "two words", "lead_time": "1mo"}]}
END
echo '{"capabilities": [' >broken.json

cat >"$work/ask.bash" <<'END'
. "$1/groeipad.bash"
shift
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_groeipad
[ ${#COMPREPLY[@]} = 0 ] || printf '%s\n' "${COMPREPLY[@]}"
END
cat >"$work/ask.zsh" <<'END'
script=$1/_groeipad
shift
words=("$@") CURRENT=$# PREFIX=${@[-1]}
compadd() { while [[ $1 != -a ]]; do shift; done; local -a list=("${(@P)2}"); print -rl -- "${(@q)list}"; }
_files() { local -a list=(${PREFIX}*(N)); (( ! $#list )) || print -l -- $list; }
source $script
END
cat >"$work/ask.fish" <<'END'
source $argv[1]/groeipad.fish
complete -C "$argv[2]" | string replace -r '\t.*' '' | string escape --no-quoted
END

# offered SHELL WORD...: what it offers for the last word, sorted
offered() {
    shell=$1
    shift
    case $shell in
    bash) bash "$work/ask.bash" "$scripts" groeipad "$@" ;;
    zsh) zsh -f "$work/ask.zsh" "$scripts" groeipad "$@" ;;
    fish) fish --no-config "$work/ask.fish" "$scripts" "groeipad $*" ;;
    esac 2>&1 | sort
}

# offers WANTED WORD...
offers() {
    wanted=$1
    shift
    for shell in $shells; do
        count=$((count + 1))
        got=$(offered "$shell" "$@" | tr '\n' ' ')
        [ "${got% }" = "$wanted" ] && continue
        failed=$((failed + 1))
        echo "FAILED: $shell: groeipad $*"
        echo "  wanted: $wanted"
        echo "  got:    $got"
    done
}

shells=
for shell in bash zsh fish; do
    if command -v $shell >/dev/null; then shells="$shells $shell"; else
        echo "completion: no $shell here (apt-get install $shell), skipped"
    fi
done

offers 'path plan' p
offers 'path plan' --lang nl p
offers '--lanes --lang --later --limit' render roadmap --l
offers '--float' plan --fl
offers 'both each portfolio' plan plan.json --float ''
offers 'roadmap' render ro
offers 'GP301' explain GP301
offers 'formats' help for
offers 'plantuml' convert plan.json --to pl
offers 'learn letters' path plan.json --for le
offers 'two\ words' path plan.json --for tw
offers 'boom bust' plan plan.json --scenario ''
offers 'hire' plan plan.json --measure ''
offers 'needed' render roadmap plan.json --show ne
offers 'arrows,buffer' render roadmap plan.json --show arrows,b
offers 'Ann' plan plan.json --owner ''
offers 'now' gaps plan.json --tag ''
offers 'broken.json' plan br
offers 'learn letters' why plan.json le
offers '' path broken.json --for le
offers '' path nothing.json --for le
offers '' plan --limit ''
offers '' nonsense ''

# every command that help tells is offered, with no further work
commands=$(groeipad help --format list | sed -n 's/ 1$//p' | grep -v '^groeipad$' | sort | tr '\n' ' ')
offers "${commands% }" ''

# a word with '=' is one in zsh and fish, and three in bash
for shell in $shells; do
    count=$((count + 1))
    case $shell in
    bash) got=$(offered bash plan --float = po) wanted=portfolio ;;
    *) got=$(offered $shell plan --float=po) wanted=--float=portfolio ;;
    esac
    [ "$got" = "$wanted" ] || { failed=$((failed + 1)); echo "FAILED: $shell: --float=po: $got"; }
done
echo "completion:$shells: $count questions, $failed failed"
[ $failed = 0 ]
