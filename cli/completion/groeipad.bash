# Completion for bash: the program itself knows its commands, options and formats, and the ids of
# the files on the line (groeipad complete). To try: . cli/completion/groeipad.bash

_groeipad() {
    local words=() word line files= text
    local tab=$'\t'
    # bash cuts words at '=': what stands around it is an option and its value
    for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
        [ "$word" = = ] || words+=("$word")
    done
    [ "${COMP_WORDS[COMP_CWORD]}" != = ] || words+=('')
    COMPREPLY=()
    while IFS= read -r line; do
        case $line in
        "${tab}files") files=1 ;;
        "${tab}nospace") compopt -o nospace 2>/dev/null ;;
        *)
            text=${line%%"$tab"*}
            case ${COMP_WORDS[COMP_CWORD]}$text in
            \'* | \"*) ;; # within quotes it stands as it is
            *[!A-Za-z0-9_.,:/=+-]*) printf -v text %q "$text" ;;
            esac
            COMPREPLY+=("$text")
            ;;
        esac
    done < <("${COMP_WORDS[0]}" complete -- "${words[@]}" 2>/dev/null)
    [ -n "$files" ] || return 0
    compopt -o filenames 2>/dev/null
    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "${COMP_WORDS[COMP_CWORD]}")
}
complete -F _groeipad groeipad
