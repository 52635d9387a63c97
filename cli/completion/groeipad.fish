# Completion for fish: the program itself knows its commands, options and formats, and the ids of
# the files on the line (groeipad complete).

function __groeipad_complete
    set -l words (commandline -opc)
    set -l word (commandline -ct)
    for line in ($words[1] complete -- $words[2..-1] "$word" 2>/dev/null)
        switch $line
            case \tfiles
                __fish_complete_path "$word"
            case \tnospace
            case '*'
                echo $line
        end
    end
end

complete -c groeipad -f -a '(__groeipad_complete)'
