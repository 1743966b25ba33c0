#!/bin/sh
# team.sh - lewis team, as a trainer meets it.
#
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tap.sh"
workshop=$LEWIS_PATH/workshop.csv

run team "$workshop" --by team --partner JP
check "a team is told in words" reads "The middle of all members:"
check "with every group" reads "Harbour (8 people):"
check "and a test that says what p cannot be below" reads \
    "(PERMANOVA, n = 24, p = 0.01, 9999 rearrangements; p cannot be below 0.0001)"
check "and the way to a partner" reads \
    "would have to go: more reactive, less multi-active, less linear-active."
check "status 0" test "$status" -eq 0
check "the rows are counted" says "24 rows: 24 scored, 0 incomplete, 0 refused"

run team "$workshop" --by team --partner Japan --lang nl
check "in Dutch" reads "Het midden van alle leden:"
check "a country has its Dutch name" reads "Het team en Japan"

# The same people in another order.
{ head -n 1 "$workshop"; tail -n +2 "$workshop" | sort -r; } >"$tmp/turned.csv"
run team "$workshop" --by team --format table --anonymous
cp "$tmp/out" "$tmp/first"
run team "$tmp/turned.csv" --by team --format table --anonymous
check "the order of people changes no figure" cmp "$tmp/first" "$tmp/out"
check "a row a figure" grep -q '^center.linear		0\.26' "$tmp/out"
check "an anonymous table names nobody" sh -c \
    "! grep -q 'Chiara\|medoid\|member' '$tmp/out'"

run team "$workshop" --anonymous --by team --partner JP --tasks tasks \
    --format json
check "anonymous JSON names nobody" sh -c "! grep -q Chiara '$tmp/out'"
check "its members are null" grep -q '"members":null' "$tmp/out"
check "its tasks are withheld" grep -q '"tasks":{"presence":"withheld"}' \
    "$tmp/out"
if command -v python3 >/dev/null 2>&1; then
    check "JSON is JSON" python3 -m json.tool "$tmp/out" /dev/null
else
    skip "JSON is JSON" "no python3"
fi

run team "$workshop" --tasks tasks --team Harbour
check "one team of several" reads "8 people, all with a profile."
check "everybody has a task" reads "Contract and planning:"
check "a task says why" reads "Dates, duties and amounts have to be exact"

run team "$workshop" --team Harbor
check "a team that is not there is told" says 'did you mean "Harbour"?'
check "with status 2" test "$status" -eq 2

# Four people of a team of their own: they are hidden, and another with them.
awk -F, 'BEGIN { OFS = "," } NR > 21 { $2 = "Late" } { print }' "$workshop" \
    >"$tmp/small.csv"
run team "$tmp/small.csv" --by team
check "a small group is hidden" sh -c "! grep -q 'Late (' '$tmp/out'"
check "and one more, against subtraction" reads "groups 2, people 8."
run team "$workshop" --team Harbour --min-group 9
check "a team below the least has no figures" reads \
    "Figures are given of 9 people and more"
run team "$workshop" --min-group 2
check "the least has a least" says "--min-group must be from 3 to 1000"

# Any column of the file may part people.
awk -F, 'BEGIN { OFS = "," } { print (NR == 1 ? "Site" : NR % 2 ? "North" : "South"), $0 }' \
    "$workshop" >"$tmp/site.csv"
run team "$tmp/site.csv" --by site
check "by a column of one's own" reads "South (12 people):"
run team "$tmp/site.csv" --by sit
check "a column that is not there is told" says 'did you mean "Site"?'

# The bank's questions about people are found by their id, however a tool
# heads them.
for heading in '[country] Where did you grow up?' 'country. Where ...' COUNTRY \
    'Waar ben je opgegroeid?'; do
    awk -v heading="$heading" \
        '{ print (NR == 1 ? heading : NR % 2 ? "Peru" : "Mali") "," $0 }' \
        "$workshop" >"$tmp/asked.csv"
    run team "$tmp/asked.csv" --by country
    check "by country, headed $heading" reads "Peru (12 people):"
done
run team "$tmp/asked.csv" --by contry
check "and its id is what was meant" says 'did you mean "country"?'
run team "$workshop" --by country
check "a question that was not asked is no column" says \
    'workshop.csv: there is no column "country"'

run team "$workshop" --before "$workshop"
check "nobody moved from a file to itself" reads \
    "The 24 people who answered both times moved 0.00 on average"

run team "$workshop" --team Harbour --partner "$tmp/site.csv"
check "another team as partner" reads "The team and site.csv"
run team "$workshop" --partner Jpan
check "an unknown partner is told" says "did you mean"
check "no format of that name" sh -c \
    "! '$LEWIS' team --format xml '$workshop' 2>/dev/null"
run team --help
check "help" prints "--min-group N"
finish
