#!/bin/sh
# readme.sh - what README.md and doc/scores.md say is so: their commands run,
# their output is the program's.
#
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tap.sh"
readme=$top_srcdir/README.md

export XDG_STATE_HOME="$tmp/state"
mkdir "$tmp/home"
cd "$tmp/home" || exit 99
ln -s "$LEWIS" lewis
ln -s "$LEWIS_PATH" questionnaires

# The lines of the fenced "sh" blocks, without their remarks.
cat "$readme" "$top_srcdir/doc/scores.md" |
    sed -n '/^```sh$/,/^```$/p' | grep -v '^```' |
    sed 's/[[:space:]]*#.*//' >"$tmp/commands"
check "README has commands" test "$(wc -l <"$tmp/commands")" -gt 10
while IFS= read -r command; do
    case $command in
    ./autogen.sh*) continue ;; # .ci/run runs it
    "./lewis workshop"*)
        case $(./lewis workshop --help 2>&1) in
        *"was built without workshops"*) continue ;;
        esac
        check "README: $command" sh -c "$command" </dev/null
        ;;
    "./lewis take"*)           # somebody answers: most 1, least 3, and Enter
        { echo; yes '1
3' | sed 60q; yes '' | sed 20q; } >"$tmp/typed"
        check "README: $command" sh -c "$command" <"$tmp/typed"
        ;;
    *) check "README: $command" sh -c "$command" </dev/null ;;
    esac
done <"$tmp/commands"

# Indented blocks are what the program prints.
./lewis score --format table questionnaires/me.csv 2>/dev/null |
    sed 's/^/    /' >"$tmp/table"
check "the table in README is the program's" grep -qF -- \
    "$(tail -n 1 "$tmp/table")" "$readme"
cp "$top_srcdir/tests/golden/score/answers.csv" .
./lewis score --bank bfi answers.csv 2>"$tmp/err" >/dev/null
check "the error in README is the program's" grep -qF -- \
    "$(grep column "$tmp/err")" "$readme"
sed -n '/^```csv$/,/^```$/p' "$readme" | grep -v '^```' >"$tmp/me.csv"
./lewis score questionnaires/google-forms.csv 2>"$tmp/err" >google.csv
check "what README shows of the Google form is the program's" test 3 -eq \
    "$(sed 's/^/    /' "$tmp/err" | grep -cxFf - "$readme")"
./lewis score questionnaires/workshop.csv 2>/dev/null >workshop.csv
check_same "the Google form holds the people of workshop.csv" workshop.csv \
    google.csv
check "the Google form is made of the bank and workshop.csv" sh -c '
    awk -f "$0/google-forms.awk" "$0/lmr-30.xml" "$0/workshop.csv" |
        cmp - "$0/google-forms.csv"' "$top_srcdir/questionnaires"
check "the big file of README is as big as it says" grep -qxF \
    "    lewis: $(sed 1d big.csv | awk 'END { print NR }') rows: $(sed 1d \
        scores.jsonl | awk 'END { print NR + 1 }') scored, 0 incomplete, 0 refused" \
    "$readme"
check_same "the answers in README are those of me.csv" questionnaires/me.csv \
    "$tmp/me.csv"
check "README names every command" sh -c '
    ./lewis --help | sed -n "s/^  \([a-z]*\) .*/\1/p" | while read -r name; do
        grep -q "lewis $name" "$1" || exit 1
    done' sh "$readme"
# doc/gallery.md shows what its commands draw; pictures differ with the fonts.
check "the commands of the gallery run" "$top_srcdir/doc/gallery.sh" \
    "$LEWIS" "$top_srcdir" "$tmp/gallery"
check_same "the gallery's terminal is the program's" \
    "$top_srcdir/doc/gallery/terminal.txt" "$tmp/gallery/terminal.txt"
ls "$tmp/gallery" >"$tmp/drawn"
ls "$top_srcdir/doc/gallery" >"$tmp/kept"
check_same "every picture of the gallery is kept" "$tmp/kept" "$tmp/drawn"
sed -n 's/^!*\[.*(gallery\/\(.*\))$/\1/p' "$top_srcdir/doc/gallery.md" |
    LC_ALL=C sort >"$tmp/shown"
check_same "and shown" "$tmp/kept" "$tmp/shown"
finish
