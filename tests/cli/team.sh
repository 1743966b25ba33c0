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
    "PERMANOVA: n = 24, p = 0.01, 9999 rearrangements; p cannot be below 0.0001."
check "which comes after what it means" reads \
    "The groups stand in different places, more than chance makes likely. 27 %"
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

# Three people of a team of their own: they are hidden, and another with them.
awk -F, 'BEGIN { OFS = "," } NR > 22 { $2 = "Late" } { print }' "$workshop" \
    >"$tmp/small.csv"
run team "$tmp/small.csv" --by team
check "a small group is hidden" sh -c "! grep -q 'Late (. people)' '$tmp/out'"
check "and one more, against subtraction: both by name" reads \
    "5 people: Late (3). Put with them, though large enough: Bridge (5)."
check "and what would show them" reads "With --min-group 3 all groups are shown."
run team "$tmp/small.csv" --by team --min-group 3
check "which does" reads "Late (3 people):"
check "with nothing hidden" sh -c "! grep -q 'Not shown' '$tmp/out'"
run team "$tmp/small.csv" --by team --anonymous
check "where nobody is named, no group that is hidden is" reads \
    "groups 2, people 8."
check "nor what would show it" sh -c "! grep -q 'Late\|min-group' '$tmp/out'"
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
    "The middle of the 24 people who answered both times moved 0.00: linear-active 0"
check "and nobody moved by themselves" reads "Each of them moved 0.00 on average"

# Half a year ago they answered the questions one further on. How far Harbour
# has moved, and how far it is to Japan, by the shares of lewis score.
awk -F, 'BEGIN { OFS = "," } NR > 1 { last = $NF
    for (i = NF; i > 3; i--) $i = $(i - 1); $3 = last } { print }' \
    "$workshop" >"$tmp/spring.csv"
means() {
    "$LEWIS" score "$1" --columns team,linear,multi,reactive 2>/dev/null |
        awk -F, '$1 == "Harbour" { n++; l += $2; m += $3; r += $4 }
            END { print l / n, m / n, r / n }'
}
# near LINES FIGURE: the values of FIGURE.linear, .multi, .reactive in the table,
# to five digits, are the words of LINES.
near() {
    for style in linear multi reactive; do
        awk -F'\t' -v of="$2.$style" '$1 == of { print $3 }' "$tmp/out"
    done | paste -s -d ' ' - | paste -d ' ' "$1" - | awk '{
        for (i = 1; i <= 3; i++)
            bad += !($(i + 3) - $i < 1e-5 && $i - $(i + 3) < 1e-5)
        print
        exit bad > 0 || NF != 6 }'
}
means "$workshop" >"$tmp/now"
means "$tmp/spring.csv" | paste -d ' ' "$tmp/now" - |
    awk '{ print $1 - $4, $2 - $5, $3 - $6 }' >"$tmp/moved"
run team "$workshop" --team Harbour --before "$tmp/spring.csv" --partner JP \
    --tasks tasks --format table
cp "$tmp/out" "$tmp/table"
check "a table has the move of the means" near "$tmp/moved" move

# How far each of them has moved: half the squared differences of the shares.
for file in "$workshop" "$tmp/spring.csv"; do
    "$LEWIS" score "$file" --columns team,id,linear,multi,reactive 2>/dev/null
done | awk -F, '$1 != "Harbour" { next }
    !($2 in l) { l[$2] = $3; m[$2] = $4; r[$2] = $5; next }
    { sum += sqrt((($3 - l[$2]) ^ 2 + ($4 - m[$2]) ^ 2 + ($5 - r[$2]) ^ 2) / 2)
      n++ }
    END { printf "%d %.4f\n", n, sum / n }' >"$tmp/each"
awk -F'\t' '$1 == "move.each" { printf "%d %.4f\n", $6, $3 }' "$tmp/table" |
    cmp -s - "$tmp/each"
check "and how far each of its people went" test $? -eq 0
check "the team stands where its people do" near "$tmp/now" center
check "who bridges, the nearest first" sh -c \
    "awk -F'\t' '\$1 == \"bridge\" { if (\$3 < last) exit 1; last = \$3; n++ }
        END { exit n < 1 }' '$tmp/table'"
check "each of the eight has one task, each task one of them" sh -c \
    "grep '^task' '$tmp/table' | cut -f 2 | sort -u | wc -l | grep -q 8 &&
     grep '^task' '$tmp/table' | cut -f 1 | sort -u | wc -l | grep -q 8"

# JSON has the numbers of the table.
run team "$workshop" --team Harbour --before "$tmp/spring.csv" --partner JP \
    --tasks tasks --format json
awk -f "$top_srcdir/tests/cli/flatten.awk" "$tmp/out" >"$tmp/flat"
awk '$1 ~ /^gap.partner/ { print $2 }' "$tmp/flat" | paste -s -d ' ' - |
    paste -d ' ' - "$tmp/now" |
    awk '{ print $1 - $4, $2 - $5, $3 - $6 }' >"$tmp/gap"
cp "$tmp/table" "$tmp/out"
check "the gap is Japan less the team" near "$tmp/gap" gap
same_numbers() {
    awk -F'\t' '
        function value(path) {
            return path in json ? sprintf("%.6g", json[path]) : "none"
        }
        function equal(path, cell) {
            print path, value(path), cell
            bad += value(path) + 0 != cell + 0 || value(path) == "none"
        }
        NR == FNR { split($0, w, " "); json[w[1]] = w[2]; next }
        split($1, part, ".") == 2 && part[1] ~ /^(move|gap)$/ {
            if (part[2] ~ /^(linear|multi|reactive)$/) {
                equal(part[1] ".share." part[2], $3)
                equal(part[1] ".low." part[2], $4)
                equal(part[1] ".high." part[2], $5)
            } else
                equal($1, $3)
            if ($1 == "gap.distance") {
                equal("gap.distance_low", $4)
                equal("gap.distance_high", $5)
            }
            rows++
        }
        $1 == "move.t2" { equal("move.p", $7) }
        $1 == "bridge" { equal("gap.bridges." bridges++ ".distance", $3) }
        END { exit bad > 0 || rows != 10 || bridges < 1 }' "$tmp/flat" \
        "$tmp/table"
}
check "JSON has the numbers of the table" same_numbers
check "of the move it says how many were there both times" \
    grep -q '^move.n 8$' "$tmp/flat"

run team "$workshop" --team Harbour --partner "$tmp/site.csv"
check "another team as partner" reads "The team and site.csv"
run team "$workshop" --partner Jpan
check "an unknown partner is told" says "did you mean"
check "no format of that name" sh -c \
    "! '$LEWIS' team --format xml '$workshop' 2>/dev/null"
run team --help
check "help" prints "--min-group N"
finish
