#!/bin/sh
# language.sh - the program speaks the reader's language, and what it writes
# into files is the same in all of them.
#
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tap.sh"

# Locales of our own, so that no system needs to have them installed. One that
# cannot be made here leaves its tests out.
locales='nl_NL de_DE ar_EG zh_CN tr_TR'
for locale in $locales; do
    mkdir -p "$tmp/locale"
    localedef -i "$locale" -f UTF-8 "$tmp/locale/$locale.UTF-8" \
        >/dev/null 2>&1
done
export LOCPATH="$tmp/locale"
there() {
    [ "$(LC_ALL=$1.UTF-8 locale charmap 2>/dev/null)" = UTF-8 ]
}

# in_locale LOCALE COMMAND...
in_locale() {
    named=$1
    shift
    LC_ALL=$named.UTF-8 "$@"
}

no_dutch=
if ! there nl_NL; then
    no_dutch="no locale nl_NL can be made here"
elif ! [ -e "$top_builddir/locale/nl/LC_MESSAGES/lewis.mo" ]; then
    no_dutch="built with --disable-nls"
fi
# dutch NAME COMMAND...: a check that needs Dutch.
dutch() {
    if [ -n "$no_dutch" ]; then
        skip "$1" "$no_dutch"
    else
        check "$@"
    fi
}

run --help
check "the C locale is English" prints "usage: lewis COMMAND"
LANGUAGE=nl run --help
check "and stays so whatever LANGUAGE says" prints "usage: lewis COMMAND"

in_locale nl_NL run --help
dutch "a Dutch locale is Dutch" prints "gebruik: lewis OPDRACHT"
dutch "with a summary of each command" prints "Vul hier een vragenlijst in"
in_locale nl_NL run score --help
dutch "help is Dutch" prints "ANTWOORDEN"
in_locale nl_NL run scor
dutch "and so are errors" says 'er is geen opdracht "scor"; bedoel je "score"?'
check "with the same exit status" test "$status" -eq 2
in_locale nl_NL run chart --colour
dutch "a wrong option, too" says "gebruik: lewis chart [OPTIE]... ANTWOORDEN..."

# What is read in the terminal is in its language, unless another is asked for.
workshop=$LEWIS_PATH/workshop.csv
head -n 3 "$workshop" >"$tmp/two.csv"
for words in "score --me $LEWIS_PATH/me.csv:Per onderwerp" \
    "score --person Kwame $workshop:Jouw verdeling" \
    "score --format table $workshop:beantwoord" \
    "team $workshop:Hoe ver uit elkaar" "chart $workshop:middelpunt" \
    "country show NL:Nederland" "country compare NL JP:Wat verschilt" \
    "country list:Duitsland" "bank list:Twaalf korte situaties" \
    "bank show lmr-12:Twaalf korte situaties" \
    "bank items lmr-30 $workshop:eerst L" \
    "bank items lmr-ratings $top_srcdir/tests/fixtures/vendors/lmr-ratings.csv:zonder"
do
    # shellcheck disable=SC2086 # words
    in_locale nl_NL run ${words%:*}
    dutch "in the terminal: ${words%%[/:]*}" prints "${words##*:}"
done
in_locale nl_NL run team "$workshop" --lang en
check "another language is asked for" prints "How far apart"
in_locale nl_NL run score "$tmp/two.csv"
dutch "the last words are in one piece" says "2 rijen: 2 gescoord"
LANGUAGE=fi:nl in_locale de_DE run country show NL
there de_DE && dutch "of a list, the first that there is" prints "Nederland"

# Each English text in one of the others is one that nobody translated.
for locale in de_DE ar_EG zh_CN; do
    if there "$locale"; then
        in_locale "$locale" run score
        check "$locale has no texts yet: English" says "usage: lewis score"
        LANGUAGE=nl in_locale "$locale" run score
        dutch "LANGUAGE asks for Dutch in $locale" says "gebruik: lewis score"
    else
        skip "$locale has no texts yet: English" "no locale $locale"
        skip "LANGUAGE asks for Dutch in $locale" "no locale $locale"
    fi
done

# What a language must not change: files, columns, numbers, exit status.
{ sed -n 1,12p "$workshop"; sed -n 13p "$workshop" | sed 's/[^,]*$/maybe/'; } \
    >"$tmp/some.csv"
write_all() {
    mkdir -p "$1" &&
        "$LEWIS" score "$tmp/some.csv" -o "$1/scores.csv" \
            --rejects "$1/rejects.csv" --summary "$1/summary.json"
    echo "score $?" >"$1/status"
    "$LEWIS" score "$tmp/some.csv" --quality --format jsonl \
        >"$1/scores.jsonl"
    echo "jsonl $?" >>"$1/status"
    "$LEWIS" chart "$workshop" --title Workshop -o "$1/chart.svg"
    echo "chart $?" >>"$1/status"
    "$LEWIS" team "$workshop" --lang en --format json >"$1/team.json"
    "$LEWIS" team "$workshop" --lang en >"$1/team.txt"
    "$LEWIS" score --me "$LEWIS_PATH/me.csv" --ascii -o "$1/me.txt"
    "$LEWIS" report "$workshop" --person "Zoë" --lang en --date today \
        -o "$1/report.json"
    "$LEWIS" bank export lmr-12 --lang en --format csv >"$1/bank.csv"
    "$LEWIS" bank items lmr-30 "$workshop" --format json >"$1/items.json"
    "$LEWIS" bank items lmr-30 "$workshop" --format csv >"$1/items.csv"
} 2>/dev/null
write_all "$tmp/C"
nothing_missing() {
    [ -z "$(find "$tmp/C" -type f -empty)" ] &&
        [ "$(find "$tmp/C" -type f | wc -l)" -eq 13 ]
}
check "all of them are written" nothing_missing
check "a row was refused" grep -q maybe "$tmp/C/rejects.csv"
for locale in $locales; do
    if there "$locale"; then
        in_locale "$locale" write_all "$tmp/$locale"
        check "$locale: files are the same" diff -r "$tmp/C" "$tmp/$locale"
    else
        skip "$locale: files are the same" "no locale $locale"
    fi
done
finish
