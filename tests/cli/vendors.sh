#!/bin/sh
# vendors.sh - what form tools hand back scores as its canonical twin does.
#
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tap.sh"
fixtures=$top_srcdir/tests/fixtures/vendors

# Everything but the id, which each tool makes its own way.
profiles() {
    cut -d, -f2- "$tmp/out"
}

for bank in lmr-30 lmr-12 lmr-ratings; do
    run score "$fixtures/$bank.csv"
    profiles >"$tmp/$bank"
    check "$bank: the twin is scored" says \
        "4 rows: 3 scored, 1 incomplete, 0 refused"
done

# twin BANK TOOL WORDS FILE [OPTION]...
twin() {
    bank=$1
    tool=$2
    words=$3
    file=$4
    shift 4
    run score "$@" "$fixtures/$file"
    profiles >"$tmp/profiles"
    check "$file: the profiles of its twin" diff "$tmp/$bank" "$tmp/profiles"
    check "$file: $tool is recognised" says "$file: $tool, $words"
    run score --from "$(echo "$tool" | sed 's/ Forms//; s/Microsoft/msforms/' |
        tr '[:upper:]' '[:lower:]')" "$@" "$fixtures/$file"
    profiles >"$tmp/profiles"
    check "$file: the same with --from" diff "$tmp/$bank" "$tmp/profiles"
}

twin lmr-30 LimeSurvey "commas, UTF-8, 1 header row; 90 columns for 30" \
    limesurvey-code-short.csv
twin lmr-30 LimeSurvey "semicolons" limesurvey-code-long-nl.csv
twin lmr-30 LimeSurvey "tabs" limesurvey-emcode.csv
twin lmr-30 LimeSurvey "commas" limesurvey-text-long.csv
twin lmr-12 LimeSurvey "commas" limesurvey-codetext-long-nl.csv
twin lmr-ratings LimeSurvey "commas" limesurvey-text-long-ratings-nl.csv
twin lmr-30 "Google Forms" "commas" google-direct.csv
twin lmr-30 "Google Forms" "commas" google-direct-nl.csv
twin lmr-12 "Google Forms" "commas" google-direct-picks.csv
twin lmr-12 "Google Forms" "commas" google-sheets-nl.csv
twin lmr-ratings "Google Forms" "commas" google-sheets-grid.csv
twin lmr-30 "Google Forms" "commas" google-sheets-grid-rank.csv
twin lmr-12 "Microsoft Forms" "commas" msforms-comma.csv
twin lmr-30 "Microsoft Forms" "semicolons, windows-1252" \
    msforms-semicolon-nl-1252.csv --encoding windows-1252
twin lmr-ratings "Microsoft Forms" "tabs, UTF-16LE" msforms-tab-utf16.txt
twin lmr-12 Qualtrics "commas, UTF-8, 3 header rows" qualtrics-3-numeric.csv
twin lmr-30 Qualtrics "commas, UTF-8, 3 header rows" qualtrics-3-rank-nl.csv
twin lmr-ratings Qualtrics "commas, UTF-8, 2 header rows" qualtrics-2-text.csv
twin lmr-30 SurveyMonkey "commas, UTF-8, 2 header rows" surveymonkey-rank.csv
twin lmr-12 SurveyMonkey "commas" surveymonkey-expanded-nl.csv
twin lmr-ratings SurveyMonkey "commas" surveymonkey-matrix-old.csv

run score "$fixtures/msforms.xlsx"
if says "built without minizip" >/dev/null; then
    skip "workbooks" "built without minizip"
else
    twin lmr-30 "Microsoft Forms" "workbook" msforms.xlsx
    twin lmr-ratings "Microsoft Forms" "workbook" msforms-ratings-nl.xlsx
    twin lmr-12 "Google Forms" "workbook" google-sheets-nl.xlsx
    twin lmr-30 "Microsoft Forms" "workbook" msforms.xlsx --sheet Form1
    twin lmr-30 "Microsoft Forms" "workbook" msforms.xlsx --sheet 1
    run score --sheet Form2 "$fixtures/msforms.xlsx"
    check "a sheet that is not there is told with those there are" says \
        'there is no sheet "Form2"; there are "Form1", "Notes", or a number'
    run score --sheet Notes "$fixtures/msforms.xlsx"
    check "another sheet is read" says \
        "msforms.xlsx: no bank has its items in this header"
    "$LEWIS" score - <"$fixtures/msforms.xlsx" >"$tmp/out" 2>"$tmp/err"
    profiles >"$tmp/profiles"
    check "a workbook may come through a pipe" diff "$tmp/lmr-30" \
        "$tmp/profiles"
fi
run score --sheet 1 "$fixtures/lmr-30.csv"
check "--sheet for a CSV file is told" says "this is no Excel workbook"

# What tools hand back with our own ids: a name for each row.
run score "$fixtures/limesurvey-code-short.csv"
check "LimeSurvey: the id is the response's" grep -q '^2,Harbour,ok,' "$tmp/out"
check "what is not used is told" says \
    "; not used: submitdate, lastpage, startlanguage"
run score "$fixtures/google-direct.csv"
check "Google: the id is that of our form" grep -q '^3,Café,ok,' "$tmp/out"
run score "$fixtures/qualtrics-3-numeric.csv"
check "Qualtrics: the id is its own" grep -q '^R_1,Harbour,ok,' "$tmp/out"
run score "$fixtures/surveymonkey-rank.csv"
check "SurveyMonkey: the id is its own" grep -q '^1,Harbour,ok,' "$tmp/out"

# Ids in any case, with spaces around them.
for file in lmr-30 limesurvey-code-short limesurvey-text-long google-direct; do
    sed '1s/T\([0-3][0-9]\)/t\1/g' "$fixtures/$file.csv" >"$tmp/$file.csv"
    run score "$tmp/$file.csv"
    profiles >"$tmp/profiles"
    check "$file: item ids in small letters" diff "$tmp/lmr-30" "$tmp/profiles"
done
sed '1s/\[T\([0-3][0-9]\)\]/[ t\1 ]/g' "$fixtures/google-direct.csv" \
    >"$tmp/spaces.csv"
run score "$tmp/spaces.csv"
profiles >"$tmp/profiles"
check "and with spaces in their brackets" diff "$tmp/lmr-30" "$tmp/profiles"
run score --dry-run "$tmp/lmr-30.csv"
check "--dry-run says which is which" grep -q "^ *#5 *t03 *T03" "$tmp/out"
sed '1s/,T05,/,T05,t05,/; 2,$s/$/,/' "$fixtures/lmr-30.csv" >"$tmp/both.csv"
run score --bank lmr-30 "$tmp/both.csv"
check "an id that stands in two cases stands twice" says \
    'column "T05": this column stands twice, as number 7 and 8'
sed 's/id="P02"/id="p01"/' "$LEWIS_PATH/lmr-12.xml" >"$tmp/cases.xml"
sed '1s/P02/p01/' "$fixtures/lmr-12.csv" >"$tmp/cases.csv"
run score --bank "$tmp/cases.xml" "$tmp/cases.csv"
profiles >"$tmp/profiles"
check "ids that differ by case only are told apart" diff "$tmp/lmr-12" \
    "$tmp/profiles"

# A column that is called by its question: which item is that?
iconv -f windows-1252 -t UTF-8 "$fixtures/msforms-semicolon-nl-1252.csv" |
    sed 's/;"Ik help door hardop[^"]*";/;weet niet;/' >"$tmp/wrong.csv"
run score --rejects "$tmp/rejects.csv" "$tmp/wrong.csv"
check "a wrong cell under a question is told with the item" says \
    'column "Een collega legt een nieuw idee uit aan ons team." (T01): "weet niet" is not'
check "in the rejects, too" grep -q \
    'column ""Een collega legt een nieuw idee uit aan ons team."" (T01): ""weet' \
    "$tmp/rejects.csv"

# Rows that were not handed in are scored and counted.
run score "$fixtures/limesurvey-code-short.csv"
check "LimeSurvey: rows not submitted are counted" says \
    "lewis: 1 of 4 rows not submitted, scored on what they hold"
run team --bank lmr-30 "$fixtures/limesurvey-code-short.csv"
check "lewis team counts them, too" says \
    "lewis: 1 of 4 rows not submitted, scored on what they hold"
run report --all -o "$tmp/team.json" "$fixtures/limesurvey-code-short.csv"
check "so does a team's report" says \
    "lewis: 1 of 4 rows not submitted, scored on what they hold"
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "Status") s = i
    else if ($i == "Finished") f = i }
    { OFS = ","; if (NR == 4) $s = 1; if (NR == 5) $f = 0 } 1' \
    "$fixtures/qualtrics-3-numeric.csv" >"$tmp/preview.csv"
run score "$tmp/preview.csv"
check "Qualtrics: previews are counted" says \
    "1 of 4 rows are previews or tests of the form, scored like any other"
check "Qualtrics: so are unfinished responses" says \
    "lewis: 1 of 4 rows not submitted"

# Google Forms packs its CSV.
if command -v zip >/dev/null && [ -n "$(sed -n \
    's/^#define HAVE_ZIP 1$/yes/p' "$top_builddir/config.h" 2>/dev/null)" ]; then
    cp "$fixtures/google-direct.csv" "$tmp/Our form.csv"
    (cd "$tmp" && zip -q form.csv.zip "Our form.csv")
    run score "$fixtures/google-direct.csv"
    cp "$tmp/out" "$tmp/plain"
    run score "$tmp/form.csv.zip"
    check "Google: the ZIP file is scored as what is in it" cmp "$tmp/plain" \
        "$tmp/out"
else
    skip "Google: the ZIP file is scored as what is in it" "no zip, or no minizip"
fi

# Encodings are never guessed.
file=$fixtures/msforms-semicolon-nl-1252.csv
run score "$file"
check "windows-1252 is not guessed" says \
    "1252.csv: not UTF-8 at line 1; try --encoding windows-1252"
check "and nothing is scored" test ! -s "$tmp/out"
run score --encoding klingon "$file"
check "an unknown encoding is told" says 'there is no encoding "klingon"'
run score --encoding windows-1252 "$fixtures/msforms-comma.csv"
check "an encoding against the file's mark is told" says \
    "begins with the mark of UTF-8"
printf 'id,T01\nZo\201\n' >"$tmp/hole.csv"
run score --bank lmr-30 --encoding windows-1252 "$tmp/hole.csv"
check "bytes that are no text in the encoding are told" says \
    "these bytes are no text in windows-1252"

run score --from limesurvy "$fixtures/lmr-30.csv"
check "a mistyped tool is told with the nearest" says \
    'did you mean "limesurvey"?'

# Bad files: never a guess.
sed '1s/"T02\[1\]"/"T01[1]"/' "$fixtures/limesurvey-code-short.csv" \
    >"$tmp/twice.csv"
run score --bank lmr-30 "$tmp/twice.csv"
check "a heading that stands twice is told" says \
    'column "T01": this column stands twice, as number 6 and 9'
awk 'NR == 3 { print $0 ",\"x\""; next } { print }' \
    "$fixtures/surveymonkey-rank.csv" >"$tmp/ragged.csv"
run score "$tmp/ragged.csv"
check "a ragged row is refused with its line" says \
    "ragged.csv:3: this row has 101 fields and the header 100"
awk '{ gsub(/Strongly agree/, "Quite so") } 1' \
    "$fixtures/qualtrics-2-text.csv" >"$tmp/label.csv"
run score "$tmp/label.csv"
check "an unknown label is refused with what would be right" says \
    '"Quite so" is not an answer of scale agree5 (1-5, Strongly disagree ... Strongly agree'
sed 's/It is Monday morning and my week begins\./We choose a place for a day out with the team./' \
    "$LEWIS_PATH/lmr-12.xml" >"$tmp/alike.xml"
run score --bank "$tmp/alike.xml" "$fixtures/msforms-comma.csv"
check "a question that fits two items is told" says \
    'this question is that of item P01 and of item P02; write [P01] before it, or say which with --map'
sed '1s/\[b) [^]]*\]/[what?]/' "$fixtures/google-direct.csv" >"$tmp/part.csv"
run score --bank lmr-30 "$tmp/part.csv"
check "a part that cannot be told is not guessed" says \
    "this column belongs to item T01, but not which option or rank it is for"
sed '5s/"2"/"1 (most like me)"/' "$fixtures/google-direct.csv" >"$tmp/tie.csv"
run score "$tmp/tie.csv"
check "two options of one rank are refused" says "two options of this ranking"
sed '1s/T01_5/T01_x/; 2s/Een collega legt een nieuw idee uit aan ons team. - Ik help door mijn vragen/x - y/' \
    "$fixtures/qualtrics-3-rank-nl.csv" >"$tmp/number.csv"
run score "$tmp/number.csv"
check "Qualtrics' own numbers of options are not believed" says \
    "not which option or rank it is for"

# Rejects of a file with three header rows are scored when they are mended.
sed '4s/Harbour,1,/Harbour,what?,/' "$fixtures/qualtrics-3-numeric.csv" \
    >"$tmp/wrong.csv"
run score "$tmp/wrong.csv" --columns id,linear,multi --rejects "$tmp/rejects.csv"
check "a wrong cell of Qualtrics is refused" grep -q ',Harbour,what?,' \
    "$tmp/rejects.csv"
sed 's/Harbour,what?,/Harbour,1,/' "$tmp/rejects.csv" >"$tmp/mended.csv"
run score "$fixtures/qualtrics-3-numeric.csv" --columns id,linear,multi
sed -n '1p; /^R_1,/p' "$tmp/out" >"$tmp/expected"
run score "$tmp/mended.csv" --columns id,linear,multi
check "and scores as it would have, once mended" cmp "$tmp/out" \
    "$tmp/expected"

# A mapping.
awk -F, 'NR == 1 { printf "Wie,Afdeling"; for (i = 1; i <= 30; i++) printf ",vraag %d", i
    print ""; next } { print }' "$fixtures/lmr-30.csv" >"$tmp/own.csv"
{
    echo column,item,option
    echo Wie,id
    echo '#2,team'
    i=1
    while [ $i -le 30 ]; do
        printf 'Vraag  %d,T%02d,\n' $i $i
        i=$((i + 1))
    done
} >"$tmp/map.csv"
run score --map "$tmp/map.csv" "$tmp/own.csv"
profiles >"$tmp/profiles"
check "a mapping says what columns mean" diff "$tmp/lmr-30" "$tmp/profiles"
run score --map "$tmp/map.csv" --dry-run "$tmp/own.csv"
check "--dry-run shows what each column is for" prints "#3    vraag 1"
check "--dry-run shows the first rows" prints 'line 2: id "1", team "Harbour" T01='
check "--dry-run scores nothing" test -z "$(grep ',ok,' "$tmp/out")"
run score --dry-run -o "$tmp/none.csv" "$fixtures/lmr-30.csv"
check "--dry-run writes nothing" test ! -e "$tmp/none.csv"
sed 's/^Vraag  7,/Vraag 77,/' "$tmp/map.csv" >"$tmp/bad.csv"
run score --map "$tmp/bad.csv" --bank lmr-30 "$tmp/own.csv"
check "a column that is not there is told with the line of the mapping" says \
    'bad.csv:10: the answers have no column "Vraag 77"; did you mean "vraag 7"?'
sed 's/T07/T77/' "$tmp/map.csv" >"$tmp/bad.csv"
run score --map "$tmp/bad.csv" --bank lmr-30 "$tmp/own.csv"
check "an item that is not there is told" says 'bank lmr-30 has no item "T77"'
# maps_to NAME SCRIPT MESSAGE: the mapping, edited by sed, is told MESSAGE.
maps_to() {
    sed "$2" "$tmp/map.csv" >"$tmp/bad.csv"
    run score --map "$tmp/bad.csv" --bank lmr-30 "$tmp/own.csv"
    check "$1" says "$3"
}
maps_to "a number that is no column" 's/^#2,/#99,/' \
    'bad.csv:3: the answers have no column "#99"'
maps_to "an option that the item has not" 's/,T07,/,T07,d/' \
    'bad.csv:10: item T07 has no option or rank "d": a letter for a column of'
maps_to "one option of three" 's/,T07,/,T07,a/' \
    'own.csv:1: column "vraag 7": item T07 has a column for 1 of its 3 options'
maps_to "a whole answer and an option" 's/^Wie,id/Wie,T07,a/' \
    'item T07 has columns of several kinds (whole answers, options, ranks)'
maps_to "an item twice" 's/,T08,/,T07,/' 'column "T07": this column stands twice'
maps_to "a row of one cell" '10s/,.*//' \
    'bad.csv:10: a row of a mapping is a column, an item (or id, team, ignore)'
maps_to "no row at all" d 'bad.csv: the mapping is empty'
sed '1s/Afdeling/Wie/' "$tmp/own.csv" >"$tmp/twice.csv"
run score --map "$tmp/map.csv" --bank lmr-30 "$tmp/twice.csv"
check "a name that two columns have" says \
    'map.csv:2: the answers have 2 columns "Wie"; name one by its number'
sed '1s/team/id/' "$fixtures/lmr-30.csv" >"$tmp/twice.csv"
run score --bank lmr-30 "$tmp/twice.csv"
check "two columns of ids" says \
    'column "id": this column stands twice, as number 1 and 2'

awk -F, 'BEGIN { OFS = "," } NR > 6 { $5 = "Person " $1 } 1' \
    "$fixtures/msforms-comma.csv" >"$tmp/named.csv"
printf 'column,item,option\nName,id,\n' >"$tmp/map.csv"
run score --map "$tmp/map.csv" "$tmp/named.csv"
check "Microsoft Forms: names are ids by a map of two lines" grep -q \
    '^Person 1,Harbour,ok,' "$tmp/out"
echo a,b >"$tmp/bad.csv"
run score --map "$tmp/bad.csv" "$tmp/own.csv"
check "a mapping without its header is told" says \
    "the first line of a mapping is column,item,option"
finish
