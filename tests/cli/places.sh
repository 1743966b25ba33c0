#!/bin/sh
# places.sh - what is read is never written over, two outputs never go to one
# file, and what cannot be written is told before a row is read.
#
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tap.sh"
cd "$tmp" || exit 99
mkdir shelf folder
cp "$LEWIS_PATH"/*.xml shelf
cp "$LEWIS_PATH/workshop.csv" answers.csv
LEWIS_PATH=$tmp/shelf
ln -s answers.csv link.csv
ln answers.csv other.csv
ln -s folder door
printf 'column,item,option\n' >map.csv
printf 'the file of before\n' >old.csv
cp answers.csv Harbour.csv
mkdir kept
cp -R shelf ./*.csv kept

# lost NAME WHAT ARGUMENT...: refused, since WHAT would be lost; nothing is.
lost() {
    name=$1 what=$2
    shift 2
    run "$@"
    check "$name: refused" test "$status" -eq 2
    check "$name: it says what would be lost" says \
        "writing there would lose $what; name another file with"
    check "$name: nothing is lost" untouched
}
untouched() {
    for file in *.csv; do
        cmp "$file" "kept/$file" || return 1
    done
    diff -r shelf kept/shelf && [ -z "$(ls -A folder)" ] &&
        [ -z "$(find . -name '.lewis-*')" ]
}

# ---- what is read ----

lost "-o, the answers" "the answers" score answers.csv -o answers.csv
lost "-o, a link to them" "the answers" score answers.csv -o link.csv
lost "--rejects, the answers" "the answers" score answers.csv -o x \
    --rejects ./answers.csv
lost "--summary, their other name" "the answers" score answers.csv -o x \
    --summary other.csv
lost "the second of two files" "the answers" score Harbour.csv answers.csv \
    -o link.csv
lost "the map" "the file of --map" score answers.csv --map map.csv \
    --rejects map.csv
lost "the bank" "the bank" score answers.csv --bank shelf/lmr-30.xml \
    -o shelf/lmr-30.xml
lost "the bank by its name" "the bank" score answers.csv --bank lmr-30 \
    --summary shelf/lmr-30.xml
lost "a bank nobody named" "a questionnaire, or what else lewis reads" \
    score answers.csv -o shelf/lmr-12.xml
lost "the atlas" "the file of --atlas" score answers.csv --rejects \
    shelf/countries.xml --atlas shelf/countries.xml
lost "a team's file" "the answers" score Harbour.csv --split-by team -o .
lost "a chart" "the answers" chart answers.csv --format svg -o link.csv
lost "a chart's earlier answers" "the file of --before" chart answers.csv \
    --before old.csv --format svg -o old.csv
lost "a team's partner" "the file of --partner" team answers.csv --partner \
    old.csv -o old.csv
lost "a team's tasks" "the file of --tasks" team answers.csv --tasks tasks \
    -o shelf/tasks.xml
lost "a report" "the answers" report answers.csv --all --format json \
    -o other.csv
lost "a report's earlier answers" "the file of --before" report answers.csv \
    --all --before old.csv --format json -o old.csv
lost "an exported bank" "the bank" bank export lmr-12 --format csv \
    -o shelf/lmr-12.xml
lost "another than is exported" "a questionnaire, or what else lewis reads" \
    bank export lmr-12 --format csv -o shelf/lmr-30.xml
lost "figures of items" "the answers" bank items lmr-30 answers.csv \
    -o link.csv
lost "figures over the bank" "the bank" bank items lmr-30 answers.csv \
    -o shelf/lmr-30.xml

mkdir each
cp answers.csv each/Liam.svg
run chart each/Liam.svg --each each --overwrite
check "--each draws over no answers" cmp answers.csv each/Liam.svg
check "and says so" says "each/Liam.svg: writing there would lose the answers"

"$LEWIS" score - <answers.csv >>answers.csv 2>err
check "answers do not grow by their own scores" test $? -eq 2
check "nothing was added" untouched

# ---- what is written ----

# twice NAME ARGUMENT...: refused, since two outputs are one.
twice() {
    name=$1
    shift
    run "$@"
    check "$name: refused" test "$status" -eq 2
    check "$name: it says so" says "would go to the same place"
    check "$name: nothing is written" untouched
}
twice "-o and --rejects" score answers.csv -o x --rejects x
twice "--rejects and --summary" score answers.csv -o x --rejects y \
    --summary ./y
twice "through a link to a folder" score answers.csv -o folder/x --rejects \
    door//x
twice "-o and --summary, a file that is there" score map.csv -o old.csv \
    --summary old.csv
twice "standard output and --rejects" score answers.csv --rejects -
twice "standard output and --summary" score answers.csv --summary -
twice "--rejects and --summary on standard output" score answers.csv -o x \
    --rejects - --summary -
twice "a folder and a file" score answers.csv --split-by team -o teams \
    --rejects teams/
"$LEWIS" score answers.csv --rejects /dev/stdout >x 2>err
check "standard output by its other name" says "would go to the same place"
rm -f x
run score answers.csv -o /dev/null --rejects /dev/null
check "what goes nowhere may go there twice" test "$status" -eq 0
run score answers.csv --split-by team -o teams --rejects teams/Harbour.csv
check "a team does not take the place of the rejects" says \
    "-o would go to the same place, teams/Harbour.csv"
check "no team has a file then" test ! -e teams
run score answers.csv --split-by team -o teams --rejects teams/rejects.csv
check "rejects may stand beside the teams" test -f teams/rejects.csv -a \
    -f teams/Harbour.csv
rm -r teams

# ---- what is read twice ----

run score answers.csv link.csv
check "a file given twice is told" says \
    "link.csv: this file is given twice (the other time as answers.csv)"
run score - -
check "so is standard input" says \
    "standard input is given twice, and can be read once only"
run team - --partner -
check "also where one is an option's" says \
    "standard input is given twice (the answers and the file of --partner)"

# ---- what cannot be written ----

# The answers are a pipe that nobody writes to: who reads a row hangs.
mkfifo pipe
early() {
    name=$1
    shift
    (exec 3<>pipe; exec timeout 20 "$LEWIS" score "$@" pipe) >out 2>err
    check "$name that cannot be written is told before the first row" \
        test $? -eq 2
    check "$name: it says which" says 'cannot write "nowhere/x"'
    check "$name: nothing is left" untouched
}
early "--summary" -o x --summary nowhere/x
early "--rejects" -o x --rejects nowhere/x
early "-o" -o nowhere/x --summary x
early "--summary beside teams" --split-by team -o teams --summary nowhere/x
check "a folder that was made for nothing goes" test ! -e teams
run merge nowhere.json -o nowhere/x
check "merge looks at its output first" says 'cannot write "nowhere/x"'

# ---- together or not at all ----

if [ -c /dev/full ]; then
    run score answers.csv -o x --rejects y --summary /dev/full
    check "one that cannot be written to the end is told" test "$status" -eq 2
    check "and the others do not appear" test ! -e x -a ! -e y
    run score answers.csv --split-by team -o teams --summary /dev/full
    check "nor do the teams" test ! -e teams
else
    skip "one that cannot be written to the end is told" "no /dev/full"
    skip "and the others do not appear" "no /dev/full"
    skip "nor do the teams" "no /dev/full"
fi
finish
