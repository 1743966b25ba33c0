#!/bin/sh
# score.sh - lewis score, as its users meet it.
#
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tap.sh"
golden=$top_srcdir/tests/golden/score
workshop=$LEWIS_PATH/workshop.csv

# lines N FILE
lines() {
    test "$(wc -l <"$2")" -eq "$1"
}

# The numbers of expected.csv come from expected.R, not from lewis.
cp "$golden/answers.csv" "$tmp/answers.csv"
run score --bank bfi "$tmp/answers.csv"
check "every row comes out with the numbers that R gives" diff -u \
    "$golden/expected.csv" "$tmp/out"
check "a refused row gives status 1" test "$status" -eq 1
check "a wrong cell is told with file, line and column" says \
    "answers.csv:8: column \"A5\": \"7\" is not an answer of scale accuracy6 (1-6, "
check "an incomplete row is told with its line" says \
    "answers.csv:6: incomplete: 13 of 15 items answered"
check "the last words count the rows" test "$(tail -n 1 "$tmp/err")" = \
    "lewis: 8 rows: 5 scored, 2 incomplete, 1 refused"

run score "$tmp/answers.csv"
check "the bank is recognised by the header and named" says \
    "bank bfi, version 0.1.0, recognised by its 15 items"
check "the recognised bank gives the same rows" diff -u "$golden/expected.csv" \
    "$tmp/out"

"$LEWIS" score --bank bfi - <"$tmp/answers.csv" >"$tmp/piped" 2>/dev/null
check "standard input is -" diff -u "$golden/expected.csv" "$tmp/piped"

run score --bank bfi -o "$tmp/scores.csv" "$tmp/answers.csv"
check "-o writes the same bytes" diff -u "$golden/expected.csv" "$tmp/scores.csv"
check "and nothing on standard output" lines 0 "$tmp/out"

sed '1s/^/\xef\xbb\xbf/; s/$/\r/' "$tmp/answers.csv" >"$tmp/excel.csv"
printf '\r\n' >>"$tmp/excel.csv"
run score --bank bfi "$tmp/excel.csv"
check "a byte order mark, CRLF and a blank last line change nothing" diff -u \
    "$golden/expected.csv" "$tmp/out"

run score --bank bfi --format tsv "$tmp/answers.csv"
check "TSV has the same columns" test "$(head -n 1 "$tmp/out" | tr '\t' ,)" = \
    "$(head -n 1 "$golden/expected.csv")"
check "TSV needs no quotes" grep -q "^Lee, Bo	red	ok	0.279070	" "$tmp/out"

run score --bank bfi --format jsonl "$tmp/answers.csv"
check "JSON Lines has a line for every row" lines 8 "$tmp/out"
check "JSON Lines escapes quotes" grep -qF '{"id":"Ada \"A\"","team":"blue","status":"ok","linear":0.757576,' "$tmp/out"
check "JSON Lines says null where there is no number" grep -qF \
    '"status":"refused","linear":null' "$tmp/out"
if command -v python3 >/dev/null 2>&1; then
    check "JSON Lines is JSON" python3 -c 'import json, sys
for line in open(sys.argv[1], encoding="utf-8"): json.loads(line)' "$tmp/out"
else
    skip "JSON Lines is JSON" "no python3"
fi

run score --bank bfi --format table "$tmp/answers.csv"
check "the table shows whole percent with the range" grep -q \
    "ann  *red  *24 (17-30)  *37 (31-43)  *39 (33-46)  *multi-reactive" \
    "$tmp/out"
check "the table names what has no profile" grep -q "^bad .*refused" "$tmp/out"

cp "$tmp/answers.csv" "$tmp/again.csv"
run score --bank bfi "$tmp/answers.csv" "$tmp/again.csv"
check "several files make one table with one header" lines 17 "$tmp/out"
check "and one count" says "16 rows: 10 scored, 4 incomplete, 2 refused"

run score "$workshop"
check "the example workshop is scored whole" says \
    "24 rows: 24 scored, 0 incomplete, 0 refused"
check "status 0 when no row is refused" test "$status" -eq 0

run score --digits 9 --bank bfi "$tmp/answers.csv"
check "--digits gives more decimals" grep -q "^ann,red,ok,0.236842105," \
    "$tmp/out"

run score --quality --bank bfi "$tmp/answers.csv"
check "--quality adds nine columns" test \
    "$(head -n 1 "$tmp/out" | tr ',' '\n' | wc -l)" -eq 27
check "a sheet without flags has none" grep -q ",,0$" "$tmp/out"
check "a refused row has no quality" grep -q '^bad,red,refused,*$' "$tmp/out"
run score --quality --format jsonl --bank bfi "$tmp/answers.csv"
check "quality in JSON Lines is JSON too" grep -q \
    '"failed_checks":0,"halves":[0-9.]*,"halves_p":[0-9.]*,"flags":"' \
    "$tmp/out"
{ cat "$tmp/answers.csv" && echo ',line,red,3,3,3,3,3,3,3,3,3,3,3,3,3,3,3'; } \
    >"$tmp/line.csv"
run score --quality --bank bfi "$tmp/line.csv"
check "flags stand in words" grep -q ",run spread mode,1$" "$tmp/out"
run score --exclude-flagged --bank bfi "$tmp/line.csv"
check "--exclude-flagged counts what it leaves out" says \
    "9 rows: 5 scored, 2 incomplete, 1 refused, 1 excluded"
check "and keeps its row" grep -q "^line,red,excluded,,,,,,,,,,,,,,15,0$" \
    "$tmp/out"

topic=$(sed -n 's/.*<section id="\([^"]*\)".*/\1/p' "$LEWIS_PATH/lmr-30.xml" |
    head -n 1)
run score --topic "$topic" "$workshop"
check "--topic scores the items of one topic" grep -q "^Zoë,.*,3,0$" "$tmp/out"
run score --topic "${topic}x" "$workshop"
check "an unknown topic is told with the nearest" says \
    "did you mean \"$topic\"?"

run score --prior 0 "$workshop"
check "--prior 0 is taken" test "$status" -eq 0
run score --min-answered 1 --bank bfi "$tmp/answers.csv"
check "--min-answered 1 makes a missing answer count" says \
    "8 rows: 4 scored, 3 incomplete, 1 refused"
run score --level 0.5 --bank bfi "$tmp/answers.csv"
narrow=$(sed -n 2p "$tmp/out" | cut -d, -f7)
check "--level 0.5 gives narrower ranges" test "$narrow" '>' 0.172914

# What goes wrong.
printf 'id,P01,P02,P03,P04,P05,P06,P07\nx,a,b,c,a,b,c,a\n' >"$tmp/short.csv"
run score --bank lmr-12 "$tmp/short.csv"
check "missing columns are told and nothing is scored" says \
    "the header has no column for 5 of the 12 items of bank lmr-12: P08, P09"
check "missing columns are trouble" test "$status" -eq 2
run score "$tmp/short.csv"
check "no bank fits: the missing columns of the nearest are named" says \
    "the header has no column for 5 of the 12 items of bank lmr-12: P08, P09"
run score "$tmp/nowhere.csv"
check "a file that is not there is told" says "nowhere.csv: cannot open"
check "and is trouble" test "$status" -eq 2
run score "$tmp"
check "a directory is told" says "Is a directory"
run score --bank bfl "$tmp/answers.csv"
check "an unknown bank is told with the nearest" says 'did you mean "bfi"?'
: >"$tmp/empty.csv"
run score "$tmp/empty.csv"
check "an empty file is told" says "the file is empty"
run score --format xml "$tmp/answers.csv"
check "an unknown format is told with those there are" says \
    "there are csv, tsv, jsonl, xlsx and table"
run score --level 2 "$workshop"
check "a level out of range is told" says "the level must be between 0 and 1"
run score --level 90 "$workshop"
check "per cent are told to be a part" says \
    "--level 90: it is a part of 1; did you mean 0.9?"
check "with status 2" test "$status" -eq 2
run score --level 99.5 "$workshop"
check "with what stands behind the point" says "did you mean 0.995?"
run score --min-answered 80 "$workshop"
check "of the least part answered, too" says \
    "--min-answered 80: it is a part of 1; did you mean 0.8?"
run score --colour "$workshop"
check "an unknown option is told" says "there is no option --colour"
run score -xo f
check "also one of a letter among others" says "there is no option -x"
run score --fromat csv "$workshop"
check "a mistyped option is told with the nearest" says "did you mean --format?"
run score
check "no file at all is told" says "which answers?"
check "usage trouble is status 2" test "$status" -eq 2

# useless SENTENCE ARGUMENT...: what would be ignored is refused.
useless() {
    sentence=$1
    shift
    run score "$@" "$workshop"
    check "refused, not ignored: $*" test "$status" -eq 2 -a ! -s "$tmp/out"
    check "and told: $*" says "$sentence"
}
useless "--jobs must be a whole number from 1 to 256" --jobs 0
useless "--jobs must be a whole number from 1 to 256" --jobs -1
useless "--jobs must be a whole number from 1 to 256" --jobs 1.5
useless "--jobs must be a whole number from 1 to 256" --jobs 257
useless "--digits must be a whole number from 1 to 15" --digits 0
useless "--digits must be a whole number from 1 to 15" --digits 2.5
useless "tables show whole percent: --digits is not for them" -f table --digits 3
useless "--raw-text is for csv and tsv" --raw-text -f jsonl
useless "--raw-text is for csv and tsv" --raw-text -f table
useless "--raw-text is for csv and tsv" --raw-text -o "$tmp/scores.xlsx"
useless "--columns names all that is written" --columns id,linear --quality
useless "--min-answered must be a number from 0 to 1" --min-answered -0.5
useless "--quality, --columns, --keep and --split-by are not" -f table -q
useless "this is no Excel workbook; --sheet is for those" --sheet Form1
for option in "--format csv" --quality "--summary x" "--columns id" "--keep all" \
    "--rejects x" "--duplicates keep" "--split-by team" --raw-text "--jobs 2" \
    "--digits 3"; do
    # shellcheck disable=SC2086 # an option and its value
    useless "a result for one person is text for reading: no ${option%% *}" \
        --person Liam -o "$tmp/person" $option
done
run score --bank bfi --prior 2 "$tmp/answers.csv"
check "a prior for ratings is refused" test "$status" -eq 2
check "and told" says \
    "--prior adds first choices, and bank bfi has ratings: leave it out"
cut -d, -f2- "$workshop" >"$tmp/nameless.csv"
run score --duplicates first "$tmp/nameless.csv"
check "--duplicates without ids is refused" test "$status" -eq 2
check "and told" says "no column is called id; --map FILE can name it"
awk -F, 'BEGIN { OFS = ","
    n = split("R & D|R*D|r_d|../up|no-team||R_D-2|Café Zuid", team, "|") }
    NR > 1 { $2 = team[(NR - 2) % n + 1] } 1' "$workshop" >"$tmp/named.csv"
run score --split-by team -o "$tmp/named" "$tmp/named.csv"
check "files of teams are called as those of people" test \
    "$(cd "$tmp/named" && find . -type f | LC_ALL=C sort | tr '\n' '|')" = \
    "./Café_Zuid.csv|./R_D-2-2.csv|./R_D-2.csv|./R_D.csv|./no-team-2.csv|./no-team.csv|./r_d-3.csv|./up.csv|"
check "each team has its own" test "$(cat "$tmp/named"/*.csv | grep -c '^id,')" \
    -eq 8
check "and nobody is lost" test "$(cat "$tmp/named"/*.csv | grep -vc '^id,')" \
    -eq "$(sed 1d "$workshop" | grep -c .)"
cut -d, -f1,3- "$workshop" >"$tmp/teamless.csv"
run score --split-by team -o "$tmp/teamless" "$tmp/teamless.csv"
check "--split-by team without teams is refused" test "$status" -eq 2
check "and told" says "no column is called team; --map FILE can name it"

head -n 1 "$workshop" >"$tmp/none.csv"
run score --summary "$tmp/none.json" "$tmp/none.csv"
check "a header without rows is told" says \
    "none.csv: there is a header, and not one row under it"
check "and is status 0: no row was refused" test "$status" -eq 0
check "and counted" says "0 rows: 0 scored, 0 incomplete, 0 refused"
check "its scores are a header" lines 1 "$tmp/out"
run score "$tmp/none.csv" "$workshop"
check "beside another file it is told, too" says \
    "none.csv: there is a header, and not one row under it"
check "and is status 0" test "$status" -eq 0
run team "$tmp/none.csv"
check "lewis team tells it, too" says \
    "none.csv: there is a header, and not one row under it"

{ cat "$workshop" && sed '1s/^/\xEF\xBB\xBF/' "$workshop"; } >"$tmp/joined.csv"
run score "$tmp/joined.csv"
check "a header in the middle is known for one" says \
    "joined.csv:26: this is the header again, as where files were put together"
check "and refused, alone" says "49 rows: 48 scored, 0 incomplete, 1 refused"

cp "$workshop" "$tmp/mine.csv"
ln -s mine.csv "$tmp/link.csv"
run score -o "$tmp/mine.csv" "$tmp/mine.csv"
check "the answers are never overwritten by the scores" cmp "$workshop" \
    "$tmp/mine.csv"
check "and it is told" says "writing there would lose the answers"
run score -o "$tmp/link.csv" "$tmp/mine.csv"
check "nor through a link" cmp "$workshop" "$tmp/mine.csv"
sed '1s/^id,team/ID,Team/' "$workshop" >"$tmp/upper.csv"
run score "$tmp/upper.csv"
check "ID and Team are understood in any case" grep -q "^Zoë,Harbour,ok," \
    "$tmp/out"
sed '1s/^id,team/Naam,Groep/' "$workshop" >"$tmp/naam.csv"
run score "$tmp/naam.csv"
check "no id column is told, with the line that names one" says \
    "so rows have no name (--map FILE gives them one, with the line Naam,id,)"
check "no team is told, with its line, and what is not used" says \
    "no column is called team (--map: Groep,team,); not used: Naam, Groep"
printf 'column,item,option\nNaam,id,\nGroep,team,\n' >"$tmp/naam.map"
run score "$tmp/naam.csv" --map "$tmp/naam.map"
check "these lines do it" grep -q "^Zoë,Harbour,ok," "$tmp/out"
check "and nothing is told any more" sh -c "! grep -q 'is called' '$tmp/err'"
sed '1s/^id,team/"Name, or code",Waar/' "$workshop" >"$tmp/comma.csv"
run score "$tmp/comma.csv"
check "a heading with a comma is named by its number" says "with the line #1,id,)"
check "what does not sound like a team is none" sh -c \
    "! grep -q 'called team' '$tmp/err'"
sed '1s/^id,team/Wie,Waar/' "$workshop" >"$tmp/wie.csv"
run score "$tmp/wie.csv"
check "where no heading sounds like it, none is guessed" says \
    "with the line COLUMN,id,)"
google=$LEWIS_PATH/google-forms.csv
run score "$google" --columns id --keep Country
check "a question about people is found by its id" grep -qx "id,Country" \
    "$tmp/out"
run score "$google" --keep contry
check "and when it is mistyped" says 'did you mean "country"?'
{ printf 'sep=;\r\n' && tr , ';' <"$workshop"; } >"$tmp/sep.csv"
run score "$tmp/sep.csv"
check "a first line sep=; is understood" says "24 rows: 24 scored"
printf 'PK\003\004rest' >"$tmp/book.xlsx"
run score "$tmp/book.xlsx"
check "an Excel workbook is told for what it is" says "Excel workbook"
mkdir -p "$tmp/bad"
sed 's/id="bfi" version="[^"]*"/id="own" version="1"/' \
    "$LEWIS_PATH/bfi.xml" >"$tmp/bad/own.xml"
status=0
LEWIS_PATH=$tmp/bad:$LEWIS_PATH "$LEWIS" score "$tmp/answers.csv" >/dev/null 2>"$tmp/err" ||
    status=$?
check "a broken bank that is passed over is told" says \
    'version="1" is not of the form 1.2.3'

printf 'mine\n' >"$tmp/kept.csv"
run score --bank bfi -o "$tmp/kept.csv" "$tmp/short.csv"
check "a run that fails leaves the old file alone" grep -q mine \
    "$tmp/kept.csv"
run score --bank bfi -o "$tmp/new.csv" "$tmp/short.csv"
check "and no new file" test ! -e "$tmp/new.csv"
check "nor a temporary one" test -z "$(find "$tmp" -name '.*' -type f)"
if [ -w /dev/full ]; then
    status=0
    "$LEWIS" score "$workshop" >/dev/full 2>"$tmp/err" || status=$?
    check "a full disk is told" says "No space left on device"
    check "a full disk is trouble" test "$status" -eq 2
else
    skip "a full disk is told" "no /dev/full"
    skip "a full disk is trouble" "no /dev/full"
fi

printf 'id,%s\n"open,%s\n' "$(sed -n '1s/^[^,]*,[^,]*,[^,]*,//p' \
    "$tmp/answers.csv")" 1 >"$tmp/open.csv"
sed -n '2s/^[^,]*,\([^,]*\),[^,]*,/\1,/p' "$tmp/answers.csv" >>"$tmp/open.csv"
run score --bank bfi "$tmp/open.csv"
check "a quote that never closes costs one row" says \
    "2 rows: 1 scored, 0 incomplete, 1 refused"

LC_ALL=nl_NL.UTF-8 "$LEWIS" score --bank bfi "$tmp/answers.csv" \
    >"$tmp/dutch.csv" 2>/dev/null
check "the locale changes nothing" diff -u "$golden/expected.csv" \
    "$tmp/dutch.csv"
mkdir "$tmp/locale"
if localedef -i tr_TR -f UTF-8 "$tmp/locale/tr_TR.UTF-8" >/dev/null 2>&1; then
    LOCPATH=$tmp/locale LC_ALL=tr_TR.UTF-8 "$LEWIS" score "$tmp/upper.csv" \
        >"$tmp/turkish.csv" 2>/dev/null
    check "a Turkish I changes nothing either" grep -q "^Zoë,Harbour,ok," \
        "$tmp/turkish.csv"
else
    skip "a Turkish I changes nothing either" "no locale tr_TR can be made"
fi
finish
