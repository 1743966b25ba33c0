#!/bin/sh
# manual.sh - the manual pages: every command and option has its place, judges
# of pages find nothing, and the examples work.
#
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tap.sh"
made=$top_builddir/doc/man
written=$top_srcdir/doc/man
LC_ALL=C
export LC_ALL

"$LEWIS" help | sed -n 's/^  \([a-z]*\)  .*/\1/p' >"$tmp/commands"

# A page without its dress.
bare() {
    sed 's/\\f[BIR]//g; s/\\-/-/g; s/\\&//g; s/\\e/\\/g' "$1"
}
every_command_has_a_page() {
    while read -r command; do
        test -s "$made/lewis-$command.1" || return 1
    done <"$tmp/commands"
    test "$(wc -l <"$tmp/commands")" -gt 8
}
# Each line of options in the help is a tag of the page.
options_are_told() {
    "$LEWIS" help "$1" | sed -n '/^  lewis /d; s/^ \{2,6\}\(-.*\)/\1/p' |
        sed 's/  .*//' >"$tmp/options"
    bare "$made/lewis-$1.1" >"$tmp/page"
    while IFS= read -r option; do
        grep -qxF -- "$option" "$tmp/page" || { echo "$option"; return 1; }
    done <"$tmp/options"
}
# No word of the help is lost on the way to the page.
words_are_kept() {
    "$LEWIS" help "$1" | sed '1s/^usage://' | tr -s ' ' '\n' | sed '/^$/d' |
        sort -u >"$tmp/said"
    bare "$made/lewis-$1.1" | tr -s ' ' '\n' | sort -u >"$tmp/kept"
    comm -23 "$tmp/said" "$tmp/kept" | grep -vxE '[A-Z][a-z]*,?|Exit|status:|.*[.:]' \
        >"$tmp/lost"
    test ! -s "$tmp/lost" || { cat "$tmp/lost"; return 1; }
}
check "every command has a page" every_command_has_a_page
while read -r command; do
    check "lewis-$command(1): every option" options_are_told "$command"
    check "lewis-$command(1): every word" words_are_kept "$command"
done <"$tmp/commands"
check "lewis(1) lists every command" sh -c '
    while read -r command; do
        grep -q "^.fB$command.fR" "$1" || exit 1
    done <"$2"' sh "$made/lewis.1" "$tmp/commands"

run help chart
mv "$tmp/out" "$tmp/help"
run chart --help
check "help COMMAND is COMMAND --help" cmp "$tmp/help" "$tmp/out"
run help chrat
check "help on what there is not" test "$status" -eq 2
check "it says what was meant" says 'did you mean "chart"?'

# lewis-bank(5) names all of the vocabulary, as the grammar for editors has it.
vocabulary_is_told() {
    grep -oE '<(element|attribute) name="[a-z-]*"' \
        "$top_srcdir/questionnaires/bank.rng" |
        sed 's/.*name="\(.*\)"/\1/' | sort -u >"$tmp/names"
    bare "$written/lewis-bank.5" >"$tmp/page"
    while read -r name; do
        grep -qw -- "$name" "$tmp/page" || { echo "$name"; return 1; }
    done <"$tmp/names"
    test "$(wc -l <"$tmp/names")" -gt 20
}
check "lewis-bank(5) tells the vocabulary" vocabulary_is_told
headers_are_told() {
    grep -oh 'lewis/[a-z_]*\.h' "$written/liblewis.3" | sort -u >"$tmp/headers"
    while read -r header; do
        test -s "$top_srcdir/include/$header" || { echo "$header"; return 1; }
    done <"$tmp/headers"
    test "$(wc -l <"$tmp/headers")" -gt 20
}
check "liblewis(3) names headers that exist" headers_are_told

# Second judges.
judge=
if command -v mandoc >/dev/null 2>&1; then
    judge='mandoc -T lint -W warning'
elif command -v groff >/dev/null 2>&1; then
    judge='groff -ww -man -T utf8 -z'
fi
for page in "$made"/*.1 "$written"/*.[35]; do
    name=$(basename "$page")
    if [ -n "$judge" ]; then
        $judge "$page" >"$tmp/findings" 2>&1
        check "$name: nothing found against it" test ! -s "$tmp/findings"
    else
        skip "$name: nothing found against it" "neither mandoc nor groff is here"
    fi
done

# examples PAGE: the lines between .nf and .fi of its EXAMPLES.
examples() {
    bare "$1" | sed -n '/^.SH EXAMPLES/,/^.SH SEE/p' |
        sed -n '/^.nf/,/^.fi/p' | sed '/^\.[nf][fi]$/d'
}
mkdir "$tmp/bin" "$tmp/place"
ln -s "$LEWIS" "$tmp/bin/lewis"
PATH=$tmp/bin:$PATH
XDG_STATE_HOME=$tmp/state
export PATH XDG_STATE_HOME
cd "$tmp/place" || exit 99
examples "$written/lewis-bank.5" >mine.xml
check "lewis-bank(5): the example is a bank" lewis bank check mine.xml
examples "$written/lewis-answers.5" >answers.csv
check "lewis-answers(5): the example is scored" lewis score --bank lmr-12 \
    answers.csv

# What the examples of a command need to be there.
prepare() {
    rm -rf ./*
    cp "$LEWIS_PATH/workshop.csv" "$LEWIS_PATH/me.csv" .
    cp workshop.csv answers.csv
    cp workshop.csv spring.csv
    case $1 in
    score) cp "$top_srcdir/tests/golden/score/answers.csv" answers.csv ;;
    bank) lewis bank export lmr-ratings --format csv -o head.csv
        { cat head.csv; yes '' | head -n 30 | awk -v n="$(head -n 1 head.csv |
            tr ',' '\n' | grep -c '^[A-Z]')" '{ printf "p%d,t", NR
            for (i = 0; i < n; i++) printf ",%d", 1 + (NR * 7 + i * 3 + NR * i) % 5
            print "" }'; } >answers.csv ;;
    merge) cp workshop.csv part-a.csv
        sed 's/^\([^,]*\),/\1-b,/; 1s/-b//' workshop.csv >part-b.csv ;;
    esac
}
works() {
    said=0
    sh -c "$1" </dev/null 2>"$tmp/err" || said=$?
    # 1: some of the example's rows are refused; 3: nobody is there to answer;
    # 2: there is no workshop here to be served.
    case $1 in
    "lewis take"*) test "$said" -eq 3 ;;
    "lewis serve"*) test "$said" -eq 2 ;;
    *) test "$said" -le 1 ;;
    esac
}
while read -r command; do
    # a command that this lewis was built without has none
    case $("$LEWIS" "$command" --help 2>&1) in
    *" was built without "*)
        skip "lewis-$command(1) has examples" "lewis was built without it"
        continue ;;
    esac
    prepare "$command"
    examples "$made/lewis-$command.1" >"$tmp/examples"
    check "lewis-$command(1) has examples" test -s "$tmp/examples"
    while IFS= read -r example; do
        check "$example" works "$example"
    done <"$tmp/examples"
done <"$tmp/commands"
finish
