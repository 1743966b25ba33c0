# Completion for fish, out of what "lewis help" prints.
#
# SPDX-License-Identifier: GPL-3.0-or-later

function __lewis_commands
    lewis help 2>/dev/null | string replace -rf '^  ([a-z]+)  +(.*)$' '$1\t$2'
end

function __lewis_command
    set -l words (commandline -opc)
    test (count $words) -gt 1; and echo $words[2]
end

function __lewis_options
    lewis help (__lewis_command) 2>/dev/null |
        string replace -rf '^ {2,6}(?:-[a-zA-Z], )?(--[a-z-]+)(?: [^ ]+)* {2,}(.*)$' '$1\t$2'
end

function __lewis_verbs
    lewis help (__lewis_command) 2>/dev/null | string match -rv '^  lewis ' |
        string replace -rf '^  ([a-z]+)(?: [^ ]+)* {2,}(.*)$' '$1\t$2'
end

function __lewis_banks
    lewis bank list 2>/dev/null | string replace -rf '^([a-z][^ ]*).*$' '$1'
end

complete -c lewis -n 'test (count (commandline -opc)) -eq 1' -f -a '(__lewis_commands)'
complete -c lewis -n 'test (count (commandline -opc)) -eq 2; and test (__lewis_command) = help' -f -a '(__lewis_commands)'
complete -c lewis -n 'test (count (commandline -opc)) -eq 2; and test (__lewis_command) != help' -a '(__lewis_verbs)'
complete -c lewis -n 'test (count (commandline -opc)) -ge 2; and string match -q -- "-*" (commandline -ct)' -f -a '(__lewis_options)'
complete -c lewis -n 'contains -- (commandline -opc)[-1] -b --bank' -a '(__lewis_banks)'
