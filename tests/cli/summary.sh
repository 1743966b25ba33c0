#!/bin/sh
# summary.sh - lewis score --summary and lewis merge, as their users meet them.
# The numbers in tests/golden/summary are from R: tests/oracle/summary.R.
#
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tap.sh"
workshop=$LEWIS_PATH/workshop.csv
golden=$top_srcdir/tests/golden/summary
cd "$tmp" || exit 99

# summary NAME OPTION...: NAME.json of the answers in the options.
summary() {
    name=$1
    shift
    run score -o "$name.csv" --summary "$name.json" "$@"
}
figures() {
    awk -f "$top_srcdir/tests/cli/flatten.awk" "$1.json" >"$1.flat"
    awk -v within=1e-9 -f "$top_srcdir/tests/cli/near.awk" "$1.flat" "$2"
}
absent() {
    ! [ -e "$1" ]
}
# The lines of a file dealt out by chance, seeded, to part1 .. part$2, each with
# the header.
deal() {
    awk -v parts="$2" -v seed="$3" '
        BEGIN { srand(seed) }
        NR == 1 { for (p = 1; p <= parts; p++) print >("part" p ".csv"); next }
        { print >("part" 1 + int(rand() * parts) ".csv") }' "$1"
}

awk -f "$top_srcdir/tests/oracle/ratings.awk" >ratings.csv
summary whole "$workshop"
check "a summary beside the scores" test "$status" -eq 0
check "rankings: every figure is R's" figures whole "$golden/workshop.txt"
summary rated --bank bfi ratings.csv
check "ratings: every figure is R's" figures rated "$golden/ratings.txt"
check "counts are of the answers" test \
    "$(awk -F, 'NR > 1 && $3 == 4' ratings.csv | wc -l)" -eq \
    "$(sed -n 's/^items.[0-9]*.answers.4 //p' rated.flat | sed -n \
        "$(grep 'items.[0-9]*.id ' rated.flat | grep -v figures |
            grep -n ' C1$' | cut -d: -f1)p")"
run bank items bfi ratings.csv --format csv
alpha=$(sed -n 's/^style,linear,alpha,\(.*\),$/\1/p' out)
echo "figures.styles.0.alpha $alpha" >alpha.txt
check "alpha is that of lewis bank items" figures rated alpha.txt

cp "$workshop" second.csv
cp "$workshop" third.csv
for jobs in 1 2 8; do
    summary "jobs$jobs" -j "$jobs" "$workshop" second.csv third.csv
done
check "1 and 2 threads give the same bytes" cmp jobs1.json jobs2.json
check "1 and 8 threads give the same bytes" cmp jobs1.json jobs8.json
summary quiet --columns id "$workshop"
check "whichever columns are written" cmp whole.json quiet.json

# parts
for seed in 1 2 3; do
    deal ratings.csv 5 "$seed"
    for part in 1 2 3 4 5; do
        summary "sum$part" --bank bfi "part$part.csv"
    done
    run merge sum3.json sum1.json sum5.json sum2.json sum4.json
    check_same "parts are the whole ($seed)" rated.json out
    run merge sum1.json sum2.json -o first.json
    run merge sum5.json sum4.json sum3.json -o second.json
    run merge second.json - -o third.json
    check "standard input without anything is no summary" says \
        "standard input:1: this is not JSON"
    "$LEWIS" merge second.json - <first.json 2>err >out
    check_same "parts of parts are the whole ($seed)" rated.json out
done
run merge rated.json
check_same "one summary is itself" rated.json out
check "the rows are counted" says "lewis: 1 summary, 250 rows"
check "of one summary no more is said" sh -c "! grep -q ids '$tmp/err'"
cp rated.json again.json
run merge sum1.json again.json -o again.json
check "the output may be one of the parts" test "$status" -eq 0

# large enough for several blocks of rows, with duplicates
"$LEWIS" score -o "$tmp/x" "$workshop" 2>err
awk -v OFS=, -F, 'NR == 1 { print; next } { row[++n] = $0 }
    END { for (i = 1; i <= 30000; i++) {
        r = row[1 + i * 7 % n]; sub(/^[^,]*/, "p" i % 29000, r); print r } }' \
    "$workshop" >large.csv
for how in keep first last refuse; do
    summary "$how-1" -j 1 --duplicates "$how" large.csv
    summary "$how-3" -j 3 --duplicates "$how" large.csv
    check "--duplicates $how: any number of threads" cmp "$how-1.json" \
        "$how-3.json"
done
check "duplicates are counted" grep -q \
    '"ok": 29000, .*"duplicate": 1000, "empty": 0' first-1.json
check "refused ones too" grep -q \
    '"ok": 28000, .*"refused": 2000, .*"duplicate": 0' refuse-1.json
check "kept ones are scored" grep -q '"ok": 30000, ' keep-1.json
run merge first-1.json whole.json
check "what looked at one run's ids is not joined" says \
    "whole.json: --duplicates first looks at one run's ids only"
check "nor written" test "$status" -eq 2

# what is refused
run merge whole.json rated.json -o none.json
check "another bank is refused" says \
    "rated.json: is about bank bfi, and what stands before it about lmr-30"
check "with status 2" test "$status" -eq 2
check "and nothing is written" absent none.json
summary other --level 0.95 "$workshop"
run merge whole.json other.json
check "another level is refused" says \
    "other.json: was scored with --level 0.95, and what stands before it with 0.9"
run merge whole.json ./whole.json
check "a file given twice is refused" says \
    "./whole.json: this file is given twice (the other time as whole.json)"
cp whole.json copy.json
run merge whole.json copy.json
check "a copy is told" says "copy.json: holds exactly the same as whole.json"
check "and joined" prints '"rows": 48,'
check "what a merge cannot see is said" says \
    "summaries hold no ids: who stands in two parts is counted twice"
sed 's/"rows": 24,/"rows": 25,/' whole.json >bad.json
run merge bad.json
check "a changed number is refused" says "bad.json: rows: is not the sum"
head -n 40 whole.json >bad.json
run merge bad.json
check "a file cut short is refused, with the line" says \
    "bad.json:41: this is not JSON, or a part of it is missing"
sed 's/"lewis_summary": 1/"lewis_summary": 9/' whole.json >bad.json
run merge bad.json
check "a newer version is refused" says \
    "bad.json: lewis_summary: this is version 9, written by a newer lewis"
run merge "$workshop"
check "answers are no summary" says "workshop.csv:1: this is not JSON"
run merge nowhere.json
check "a file that is not there is told" says "nowhere.json: cannot "
for how in first last refuse; do
    run score "$workshop" --summary one.json -o /dev/null --duplicates $how
    check "--duplicates $how: its summary cannot be joined, which is said" says \
        "\"lewis merge\" cannot join it with others, since --duplicates $how"
    run merge one.json whole.json
    check "and is refused" test "$status" -eq 2
done
run score "$workshop" --summary one.json -o /dev/null
check "nothing is said where it can be joined" sh -c "! grep merge '$tmp/err'"
run merge
check "no file is told" says "lewis merge: which summaries?"
run score "$workshop" --summary -
check "scores and summary do not go to one place" says \
    "-o and --summary would go to the same place, standard output"
cp "$workshop" mine.csv
run score mine.csv -o scores.csv --summary mine.csv
check "the answers are not written over" cmp "$workshop" mine.csv
run score --me "$LEWIS_PATH/me.csv" --summary x.json
check "no summary of one person" says "no --summary"
finish
