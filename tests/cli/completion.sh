#!/bin/sh
# completion.sh - what bash, zsh and fish offer behind "lewis".
#
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tap.sh"
source=$top_srcdir/src/completion
mkdir "$tmp/bin"
ln -s "$LEWIS" "$tmp/bin/lewis"
PATH=$tmp/bin:$PATH
LC_ALL=C
TERM=dumb
HOME=$tmp
export PATH LC_ALL TERM HOME

# offer SHELL LINE: what the shell offers for the last word, a line each.
offer_bash() {
    bash --norc -c '. "$1"; shift
        COMP_WORDS=($*) COMP_CWORD=$(($# - 1))
        COMP_WORDS=("$@"); _lewis
        printf "%s\n" "${COMPREPLY[@]}"' bash "$source/bash/lewis" "$@"
}
offer_fish() {
    fish --no-config -c "source $source/fish/lewis.fish
        complete -C '$*'" 2>/dev/null | cut -f 1
}
# zsh completes for a person only: one is made of zpty.
offer_zsh() {
    timeout 60 zsh -f -c '
        zmodload zsh/zpty
        zpty shell zsh -f -i
        zpty -w shell "PS1=; fpath=($1 \$fpath); autoload -Uz compinit; compinit -u -D"
        zpty -w shell "zstyle \":completion:*\" list-prompt \"\"; LISTMAX=1000; bindkey \"^I\" complete-word; setopt noautomenu; echo READY"
        zpty -m -r shell seen "*READY*READY*"
        zpty -w -n shell "$2	"
        for turn in {1..300}; do
            sleep .05
            zpty -r -t shell seen && all+=$seen
            [[ $all == *"$3"* ]] && break
        done
        print -r -- "$all"' zsh "$source/zsh" "$*" "$word" 2>/dev/null | tr -d '\r\007' |
        tr -s ' \033[' '\n' | sed 's/[^a-z-].*//'
}

# offers SHELL WORD LINE...: WORD is among what is offered for LINE.
offers() {
    with=$1 word=$2
    shift 2
    "offer_$with" "$@" >"$tmp/offered"
    grep -qx -e "$word" "$tmp/offered" || { cat "$tmp/offered"; return 1; }
}
every_command() {
    "offer_$1" lewis '' >"$tmp/offered"
    lewis help | sed -n 's/^  \([a-z]*\)  .*/\1/p' >"$tmp/commands"
    while read -r command; do
        grep -qx "$command" "$tmp/offered" || { echo "$command"; return 1; }
    done <"$tmp/commands"
    test -s "$tmp/commands"
}
for with in bash fish zsh; do
    if ! command -v "$with" >/dev/null 2>&1; then
        skip "$with" "it is not installed"
        continue
    fi
    case $with in
    fish) check "fish: no fault" fish --no-execute "$source/fish/lewis.fish" ;;
    zsh) check "zsh: no fault" zsh -n "$source/zsh/_lewis" ;;
    bash) check "bash: no fault" bash -n "$source/bash/lewis" ;;
    esac
    check "$with: a long option" offers "$with" --quality lewis score --qu
    check "$with: an option without a letter" offers "$with" --countries lewis chart --countr
    check "$with: a verb" offers "$with" export lewis bank ex
    check "$with: a bank" offers "$with" lmr-ratings lewis score -b lmr-r
    check "$with: help on a command" offers "$with" chart lewis help ch
done
for with in bash fish; do
    if command -v "$with" >/dev/null 2>&1; then
        check "$with: every command" every_command "$with"
    fi
done
finish
