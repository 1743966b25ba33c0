#!/bin/sh
# export.sh - lewis bank export: what other tools are given.
#
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tap.sh"
forms=$top_srcdir/tests/fixtures/forms.xml

# has N PATTERN: lines of the output that match
has() {
    n=$(grep -cE -- "$2" "$tmp/out")
    [ "$n" -eq "$1" ] || { echo "$n lines match $2"; return 1; }
}

run bank export "$forms" --format csv
check "the CSV header has the questions and the items" test \
    "$(cat "$tmp/out")" = "id,team,role,years,A1,A2,B1,Q1,B2,C1"
cp "$tmp/out" "$tmp/header.csv"
run bank export lmr-30 --format csv -o "$tmp/lmr.csv"
printf 'x,t,NL,care' >>"$tmp/lmr.csv"
i=0
while [ $i -lt 30 ]; do
    printf ',abc' >>"$tmp/lmr.csv"
    i=$((i + 1))
done
run score "$tmp/lmr.csv"
check "a row filled in below the header is scored" says "1 row: 1 scored"

run bank export "$forms" --format limesurvey
check "LimeSurvey: the header stands first, behind a mark" test \
    "$(head -n 1 "$tmp/out")" = "$(printf '\357\273\277id\tclass\ttype/scale\tname\trelevance\ttext\thelp\tlanguage\tvalidation\tmandatory\tother\tdefault')"
check "LimeSurvey: every row has twelve cells" test -z \
    "$(awk -F '\t' 'NF != 12' "$tmp/out")"
tab=$(printf '\t')
check "LimeSurvey: question codes are our ids, once a language" has 2 \
    "^[0-9]*${tab}Q${tab}R${tab}C1${tab}"
check "LimeSurvey: every question in both languages" has 16 "${tab}Q${tab}"
check "LimeSurvey: points are numbers for each option" has 12 "${tab}SQ${tab}"
check "LimeSurvey: both languages are settings" prints "additional_languages${tab}${tab}nl"
check "LimeSurvey: the languages stand one after the other" test \
    "$(awk -F '\t' '$2 == "Q" || $2 == "A" { print $8 }' "$tmp/out" | uniq | tr '\n' ' ')" = "en nl "
sed 's/id="C1"/id="C.1"/' "$forms" >"$tmp/dot.xml"
run bank export "$tmp/dot.xml" --format limesurvey -o "$tmp/dot.txt"
check "an id that LimeSurvey does not take is told" says 'item "C.1"'
check "and nothing is written" test ! -e "$tmp/dot.txt"

run bank export "$forms" --format google --lang nl
check "Google: titles begin with the id in brackets" prints '"[C1] Orden"'
check "Google: rankings are grids with one answer a column" prints \
    '.setValidation(onePerColumn)'
check "Google: texts are in the language asked for" prints '"a) plan"'
if command -v node >/dev/null 2>&1; then
    check "Google: the script is JavaScript" node -e \
        'new Function(require("fs").readFileSync(process.argv[1], "utf8"))' \
        "$tmp/out"
else
    skip "Google: the script is JavaScript" "no node"
fi

run bank export "$forms" --format paper
check "paper: the page names its language" prints '<html lang="en">'
check "paper: texts are escaped" prints 'One &amp; two'
check "paper: the keys are not in it" test -z \
    "$(grep -i 'linear\|reactive' "$tmp/out")"
check "paper: nothing comes from elsewhere" test -z \
    "$(grep -i 'http\|src=\|<script' "$tmp/out")"
if command -v xmllint >/dev/null 2>&1; then
    sed 's/<meta charset="utf-8">//; s/<!DOCTYPE html>//' "$tmp/out" \
        >"$tmp/page.xml"
    check "paper: the page is well-formed" xmllint --noout --nonet \
        "$tmp/page.xml"
else
    skip "paper: the page is well-formed" "no xmllint"
fi

run bank export "$forms" --format html --lang nl
check "html: the language asked for comes first" prints '<html lang="nl"'
check "html: the other is there, too" prints '<span class="l1" lang="en">talk'
check "html: texts are escaped" prints 'One &amp; two'
check "html: the columns are those of the CSV header, and four" prints \
    "data-columns=\"$(cat "$tmp/header.csv"),lang,bank,version,seed\""
check "html: the keys are not in it" test -z \
    "$(grep -iw 'linear\|multi\|reactive' "$tmp/out")"
check "html: nothing comes from elsewhere" test -z \
    "$(grep -i 'http:\|https:\|src=\|@import\|[^a-z]url(' "$tmp/out")"
check "html: it may load nothing" prints "default-src 'none'"
if command -v openssl >/dev/null 2>&1; then
    # What stands between the tags, as the browser takes the digest of it.
    between() {
        awk -v tag="$1" 'BEGIN { RS = "</" tag ">" } NR == 1 {
            sub(".*<" tag ">", ""); printf "%s", $0 }' "$tmp/out" |
            openssl dgst -sha256 -binary | openssl base64
    }
    check "html: its style is named by its SHA-256" prints \
        "style-src 'sha256-$(between style)'"
    check "html: its script is named by its SHA-256" prints \
        "script-src 'sha256-$(between script)'"
else
    skip "html: its style is named by its SHA-256" "no openssl"
    skip "html: its script is named by its SHA-256" "no openssl"
fi
cp "$tmp/out" "$tmp/first.html"
run bank export "$forms" --format html --lang nl
check_same "html: the same again" "$tmp/first.html" "$tmp/out"
run bank export lmr-12 --format html
check "html: the page knows how many answers are needed" prints \
    'data-enough="10"'

cp "$forms" "$tmp/own.xml"
run bank export "$tmp/own.xml" --format paper -o "$tmp/own.xml"
check "a bank is never overwritten by its export" cmp "$forms" "$tmp/own.xml"
check "and it is told" says "writing there would lose the bank"
header='[id] Name,[P01] It is Monday,[P02] x'
row='Ann,a) I begin ...,b) I help'
i=3
while [ $i -le 12 ]; do
    header=$header,$(printf '[P%02d] x' $i)
    row="$row,c) y"
    i=$((i + 1))
done
printf '%s\n%s\n' "$header" "$row" >"$tmp/google.csv"
run score "$tmp/google.csv"
check "Google: picks come back by [P01] and a) ..." grep -q "^Ann,,ok," \
    "$tmp/out"

run bank export lmr-12
check "no format is told with those there are" says \
    "Give --format csv, limesurvey, google, paper or html"
run bank export lmr-12 --format word
check "an unknown format is told with those there are" says \
    "there are csv, limesurvey, google, paper and html"
run bank export --format csv
check "no bank is told" says "export takes one bank"
finish
