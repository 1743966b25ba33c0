#!/bin/sh
# items.sh - lewis bank items, as its users meet it.
#
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tap.sh"
answers=$top_srcdir/tests/golden/score/answers.csv
workshop=$LEWIS_PATH/workshop.csv

lacks() {
    ! grep -qi -- "$1" "$tmp/out"
}
is_json() {
    "$python" -c 'import json, sys
def no(word): raise ValueError(word)
json.load(open(sys.argv[1]), parse_constant=no)' "$tmp/out"
}

run bank items bfi "$answers"
check "the table names the bank and counts the rows" prints \
    "bfi 0.1.0, a bank of ratings: 8 rows, 1 refused."
check "a refused row is told with file, line and column" says \
    "answers.csv:8: column \"A5\": \"7\" is not an answer of scale accuracy6 (1-6, "
check "and gives status 1" test "$status" -eq 1
check "the last words count the rows" test "$(tail -n 1 "$tmp/err")" = \
    "lewis: 8 rows: 7 used, 1 refused"
check "the table has alpha" prints "alpha "
check "with a sentence for it" prints "How far the items go together"
check "the table fits 80 columns" test -z "$(awk 'length > 80' "$tmp/out")"
check "no figure is said as nan" lacks "nan"

run bank items bfi "$answers" --format csv
check "CSV has its header" test "$(head -n 1 "$tmp/out")" = \
    "about,name,figure,value,lack"
check "CSV: every line has five cells" test -z \
    "$(awk -F, 'NF != 5' "$tmp/out")"
# A1 of the seven rows that are used: 2 1 5 2 2 6 6; two of them have no A2
check "CSV counts the answers" prints "item,A1,answer_2,3,"
check "CSV counts the missing" prints "item,A2,missing,2,"

sed '3,$d' "$answers" >"$tmp/one.csv"
run bank items bfi "$tmp/one.csv" --format csv
check "what is not there is said in words" prints \
    "style,linear,alpha,,too few answers"
check "and no data were refused" test "$status" -eq 0

run bank items lmr-30 "$workshop"
check "a choice bank gets no alpha and is told why" prints \
    "Alpha is not given: scores of choices are ipsative"
check "but halves" prints "100 random partings, 24 people"
check "its table fits 80 columns too" test -z \
    "$(awk 'length > 80' "$tmp/out")"
cp "$tmp/out" "$tmp/first"
run bank items lmr-30 "$workshop"
check "twice gives the same bytes" cmp "$tmp/first" "$tmp/out"
{ head -n 1 "$workshop"; sed 1d "$workshop" | sort -r; } >"$tmp/turned.csv"
run bank items lmr-30 "$tmp/turned.csv"
check "another order of rows gives the same bytes" cmp "$tmp/first" "$tmp/out"
cp "$workshop" "$tmp/again.csv"
run bank items lmr-30 "$workshop" "$tmp/again.csv"
check "several files are one sample" prints "48 rows, 0 refused"
"$LEWIS" bank items lmr-30 - <"$workshop" >"$tmp/piped" 2>/dev/null
check "standard input is -" cmp "$tmp/first" "$tmp/piped"

python=$(command -v python3)
for bank in "bfi $answers" "lmr-30 $workshop"; do
    name=${bank%% *}
    run bank items "$name" "${bank#* }" --format json
    if [ -n "$python" ]; then
        check "$name: JSON is JSON" is_json
    else
        skip "$name: JSON is JSON" "no python3"
    fi
done
check "JSON says why there is no alpha" prints '"alpha": null, "alpha_lack": "'

run bank items lmr-30 "$workshop" -o "$tmp/items.txt"
check "-o writes the same bytes" cmp "$tmp/first" "$tmp/items.txt"
cp "$workshop" "$tmp/mine.csv"
run bank items lmr-30 "$tmp/mine.csv" -o "$tmp/mine.csv"
check "the answers are not written over" cmp "$workshop" "$tmp/mine.csv"
check "and that is trouble" test "$status" -eq 2

run bank items bfi
check "a bank alone is not enough" says \
    "items takes a bank and one or more answer files"
run bank items bfi "$answers" --format xml
check "an unknown format is told" says \
    'there is no format "xml"; there are table, csv and json'
run bank items lmr-30 "$answers"
check "answers to another bank are told" test "$status" -eq 2
run bank items bfi "$tmp/nowhere.csv"
check "a file that is not there is trouble" test "$status" -eq 2
finish
