#!/bin/sh
# workbook.sh - scores as an Excel workbook: whole, the same, or not at all.
#
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tap.sh"
workshop=$LEWIS_PATH/workshop.csv

# lonely DIRECTORY: nothing is in it.
lonely() {
    test -z "$(ls -A "$1")" || { ls -la "$1"; return 1; }
}
mkdir "$tmp/empty"

run score -f csv -o "$tmp/empty/o.xlsx" "$workshop"
check "a file called .xlsx is never CSV" says \
    "a file called .xlsx is a workbook: give another name, or leave out --format csv"
check "and that is a matter of usage" test "$status" -eq 2
run score -o "$tmp/empty/o.ods" "$workshop"
check "nor is another workbook" says "workbooks are written as .xlsx"
for ending in pdf png svg html ODT json gz; do
    run score -o "$tmp/empty/o.$ending" "$workshop"
    check "CSV is not called .$ending" says "scores are not written as .$(
        echo $ending | tr '[:upper:]' '[:lower:]')"
    check "and nothing is written" lonely "$tmp/empty"
done
run score -o "$tmp/empty/o.json" "$workshop"
check ".json is near .jsonl" says "did you mean .jsonl"
for ending in xlsx ods pdf jsonl; do
    run score --rejects "$tmp/empty/r.$ending" "$workshop"
    check "rejects are not called .$ending" says \
        "--rejects writes rows as they stand in the answers; give it a name in .csv"
    check "with status 2" test "$status" -eq 2
done
check "and there are none" lonely "$tmp/empty"
run score -f csv -o "$tmp/o.pdf" "$workshop"
check "-f decides" test "$(head -c 3 "$tmp/o.pdf")" = id,
for name in o.txt o.dat o; do
    run score -o "$tmp/$name" "$workshop"
    check "$name is CSV" cmp "$tmp/o.pdf" "$tmp/$name"
done
run score -o "$tmp/empty" --split-by team -f xlsx "$workshop"
check "a workbook a team is not to be had" says \
    "--split-by is for csv, tsv and jsonl"
run score -o "$tmp/empty/o.xlsx" "$workshop"
if says "built without libxlsxwriter" >/dev/null; then
    check "without libxlsxwriter nothing is written" lonely "$tmp/empty"
    check "with status 2" test "$status" -eq 2
    finish
    exit
fi
check "a workbook is written" test "$status" -eq 0
mv "$tmp/empty/o.xlsx" "$tmp/o.xlsx"
check "it is a ZIP archive" test "$(head -c 2 "$tmp/o.xlsx")" = PK
TZ=Asia/Tokyo run score -j 1 -o "$tmp/O2.XLSX" "$workshop"
check "one thread, another place: the same bytes" cmp "$tmp/o.xlsx" \
    "$tmp/O2.XLSX"
run score -f xlsx "$workshop"
check "a pipe may have it too" cmp "$tmp/o.xlsx" "$tmp/out"
(
    unset SOURCE_DATE_EPOCH
    "$LEWIS" score -o "$tmp/a.xlsx" "$workshop"
    sleep 1.1
    "$LEWIS" score -o "$tmp/b.xlsx" "$workshop"
) 2>/dev/null
check "there is no clock inside" cmp "$tmp/a.xlsx" "$tmp/b.xlsx"
if command -v unzip >/dev/null && command -v xmllint >/dev/null; then
    part() {
        unzip -p "$tmp/o.xlsx" "$1"
    }
    part docProps/core.xml >"$tmp/core"
    part xl/worksheets/sheet1.xml >"$tmp/sheet"
    check "SOURCE_DATE_EPOCH is its date" grep -q \
        '<dcterms:created xsi:type="dcterms:W3CDTF">2023-11-14T22:13:20Z<' \
        "$tmp/core"
    check "the header stays in view" grep -q 'pane ySplit="1".*state="frozen"' \
        "$tmp/sheet"
    check "no cell is a formula" sh -c "! grep -q '<f>' '$tmp/sheet'"
    cells() {
        xmllint --xpath "count(//*[local-name()='c'][$1])" "$tmp/sheet"
    }
    check "the names of the columns are texts" test \
        "$(cells '@t="inlineStr" and ../@r=1')" -eq 18
    check "shares and counts are numbers" test "$(cells 'not(@t)')" -eq \
        $((24 * 13))
else
    skip "what is in it" "no unzip or xmllint"
fi
if [ -x "$PTY" ] && command -v script >/dev/null; then
    script -qec "'$LEWIS' score -f xlsx '$workshop'" /dev/null </dev/null \
        >"$tmp/out" 2>&1
    check "a terminal is spared" prints "name a file with -o"
fi

# ---- what goes wrong outside ----

awk 'BEGIN {
    print "id,P01,P02,P03,P04,P05,P06,P07,P08,P09,P10,P11,P12"
    for (r = 0; r < 1048576; r++) print ",a,b,c,a,b,c,a,b,c,a,b,c"
}' >"$tmp/many.csv"
run score --columns id -o "$tmp/empty/o.xlsx" "$tmp/many.csv"
check "one row more than a sheet holds is told" says \
    "a sheet of Excel holds 1,048,575 rows below its header, and there are more; write .csv or .tsv"
check "with status 2" test "$status" -eq 2
check "and nothing is written" lonely "$tmp/empty"
sed 200000q "$tmp/many.csv" >"$tmp/less.csv"
(
    trap '' XFSZ
    ulimit -f 1000
    "$LEWIS" score -o "$tmp/empty/o.xlsx" "$tmp/less.csv"
) >"$tmp/out" 2>"$tmp/err"
check "temporary files that may not grow are told" says \
    "cannot write the workbook: no room for temporary files"
check "and leave nothing behind" lonely "$tmp/empty"
if [ -c /dev/full ]; then
    "$LEWIS" score -f xlsx "$workshop" >/dev/full 2>"$tmp/err"
    check "a full disk gives status 2" test $? -eq 2
    check "and is told" says "No space left"
fi
for wait in 0.02 0.1 0.3 0.6; do
    "$LEWIS" score -o "$tmp/empty/o.xlsx" "$tmp/less.csv" >/dev/null 2>&1 &
    victim=$!
    sleep $wait
    kill -TERM $victim 2>/dev/null
    wait $victim 2>/dev/null
    ! [ -f "$tmp/empty/o.xlsx" ] || rm "$tmp/empty/o.xlsx" # it was done
done
check "an interrupt leaves nothing behind" lonely "$tmp/empty"
finish
