#!/bin/sh
# report.sh - lewis report: a person's report as PDF, HTML and JSON.
#
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tap.sh"
unset COLUMNS NO_COLOR
SOURCE_DATE_EPOCH=1700000000
export SOURCE_DATE_EPOCH
me=$LEWIS_PATH/me.csv
all=$LEWIS_PATH/workshop.csv

# has_tool NAME WHAT: else the check WHAT is skipped
has_tool() {
    command -v "$1" >/dev/null 2>&1 && return 0
    skip "$2" "no $1"
    return 1
}
# pages FILE N
pages() {
    pdfinfo "$1" | grep -q "^Pages: *$2\$"
}

run report "$me" --me -o "$tmp/me.pdf"
check "a report is written" test "$status" -eq 0
head -n 1 "$all" >"$tmp/none.csv"
run report "$tmp/none.csv" --all -o "$tmp/none.pdf"
check "nobody has no report" says "so there is nothing to report"
check "and no file" test "$status" -eq 1 -a ! -e "$tmp/none.pdf"
run report "$me" --me -o "$tmp/again.pdf"
check "twice the same bytes" cmp "$tmp/me.pdf" "$tmp/again.pdf"
if has_tool pdfinfo "what the PDF says of itself"; then
    check "a personal report has two pages" pages "$tmp/me.pdf" 2
    pdfinfo "$tmp/me.pdf" >"$tmp/out"
    check "it is tagged" grep -q "^Tagged: *yes" "$tmp/out"
    check "on A4" reads "595.28 x 841.89"
    pdfinfo -struct-text "$tmp/me.pdf" >"$tmp/out" 2>&1
    check "it has headings, lists and tables" test "$(grep -Ec \
        '^ *(H1|H2|L|Table|Figure)' "$tmp/out")" -gt 8
    run report "$me" --me --paper letter -o "$tmp/letter.pdf"
    pdfinfo "$tmp/letter.pdf" >"$tmp/out"
    check "--paper letter is letter" reads "612 x 792"
    check "on two pages, too" pages "$tmp/letter.pdf" 2
fi
if has_tool qpdf "the PDF is sound"; then
    check "the PDF is sound" qpdf --check "$tmp/me.pdf"
    qpdf --qdf --object-streams=disable "$tmp/me.pdf" "$tmp/plain.pdf"
    check "its figure has words, and the document its language" sh -c '
        grep -aq "/Alt <" "$1" && grep -aq "/Lang (en)" "$1"' sh "$tmp/me.pdf"
    check "it has an outline" grep -aq "/Outlines" "$tmp/plain.pdf"
fi
if has_tool pdftotext "the words of the PDF"; then
    pdftotext -layout "$tmp/me.pdf" "$tmp/out"
    check "its sentence" reads "Your answers do not tell which style"
    check "the shares with their ranges" reads "36 % (14–67 %)"
    check "the warning" reads "not a cheat sheet"
    check "the caveat" reads "illustrative and ordinal"
    check "the day" reads "2023-11-14"
    run report "$me" --me --lang nl -o "$tmp/nl.pdf"
    pdftotext -layout "$tmp/nl.pdf" "$tmp/out"
    check "in Dutch it is Dutch" reads "Jouw verdeling"
    check "to the last word" test -z \
        "$(grep -E '\b(the|your|answers|with|page)\b' "$tmp/out")"
fi

run report "$me" --me -o "$tmp/me.html"
check "HTML is written" grep -q '<h1>me</h1>' "$tmp/me.html"
check "with the picture inside" grep -q '<svg xmlns' "$tmp/me.html"
check "and nothing to be loaded" test -z \
    "$(grep -E 'src=|href=|@import|url\(|<script' "$tmp/me.html")"
if has_tool xmllint "the HTML is well-formed"; then
    check "the HTML is well-formed" sh -c '
        sed "s/<!DOCTYPE html>//; s/<\(meta[^>]*\|hr\)>/<\1\/>/g" "$1" |
            xmllint --noout -' sh "$tmp/me.html"
fi
run report "$me" --me -o "$tmp/me.json"
if has_tool jq "the JSON is JSON"; then
    check "the JSON has the shares" sh -c '
        test "$(jq "[.blocks[] | select(.kind == \"bars\") | .bars[].share] |
            add * 1000 | round" "$1")" = 1000' sh "$tmp/me.json"
fi

# Names as they come.
long=$(printf '%060d' 0 | tr 0 W)
{ sed 1q "$me"
  printf '%s,b,a,c,b,b,a,c,a,,b,b,c\n' "$long" 'محمد بن عبد الله' \
      '<script>&"' '  '
} >"$tmp/names.csv"
run report "$tmp/names.csv" --each "$tmp/each"
check "--each makes one for everybody" test \
    "$(ls "$tmp/each" | wc -l)" -eq 4
check "and says so" says "each: 4 reports"
run report "$tmp/names.csv" --each "$tmp/each"
check "what is there is kept" says "is there already and is kept"
check "which status 1 tells" test "$status" -eq 1
run report "$tmp/names.csv" --person '<script>&"' -o "$tmp/evil.html"
check "names are escaped" test -z "$(grep '<script' "$tmp/evil.html")"
if has_tool pdfinfo "long names keep to two pages"; then
    check "long names keep to two pages" pages "$tmp/each/$long.pdf" 2
fi

run report "$all" --person Zoë -o "$tmp/zoe.pdf" --theme grey
check "grey is written, too" test -s "$tmp/zoe.pdf"
sed '2s/,b,a,c,b,b,/,,,,,,/' "$me" >"$tmp/few.csv"
run report "$tmp/few.csv" --me -o "$tmp/few.html"
check "too few answers: what is missing" grep -q "Without an answer: P01" \
    "$tmp/few.html"
check "which status 1 tells" test "$status" -eq 1

# A team.
# told FILE: what lewis report says of it is in FILE.html
told() {
    told_to=$1
    shift
    run report "$@" -o "$tmp/$told_to.html"
}
# tells FILE TEXT
tells() {
    grep -qF "$2" "$tmp/$1.html"
}
run report "$all" --all --edition trainer --partner Japan -o "$tmp/team.pdf"
check "a team's report is written" test "$status" -eq 0
run report "$all" --all --edition trainer --partner Japan -o "$tmp/team2.pdf"
check "twice the same bytes, too" cmp "$tmp/team.pdf" "$tmp/team2.pdf"
run report "$all" --all --edition trainer -o "$tmp/team3.pdf"
if has_tool pdftotext "a table stands on one page"; then
    pdftotext "$tmp/team3.pdf" "$tmp/out"
    check "a table that a page can hold stands on one page" awk '
        BEGIN { RS = "\f" } /Who is in it/ { whole = /Zoë/ && /Anneke/ }
        END { exit !whole }' "$tmp/out"
fi
run report "$all" --all --edition trainer --partner Japan -o "$tmp/team.html"
check "with names" grep -q "Chiara" "$tmp/team.html"
check "a page for the partner" grep -q "The team and Japan" "$tmp/team.html"
check "questions and a plan" grep -q "Ninety minutes" "$tmp/team.html"
# Who is missing and why, and who shares a name.
awk -F, 'BEGIN { OFS = "," }
    NR == 4 { for (i = 3; i <= NF - 9; i++) $i = "" } NR == 6 { $4 = "zzz" }
    NR == 8 || NR == 9 { $1 = "Jan" } { print }' "$all" >"$tmp/jan.csv"
run report "$tmp/jan.csv" --all -o "$tmp/jan.html"
check "who has no profile is told" says "without a profile: 2 (P03, Mateo)"
check "and an id of two people" says "more than one row has the id Jan"
check "the report says who is missing and why" grep -q \
    "1 with too few answers (P03); 1 with an answer that could not be read (Mateo)" \
    "$tmp/jan.html"
check "and that two have one name" grep -q "More than one person is called Jan" \
    "$tmp/jan.html"
run report "$tmp/jan.csv" --all --edition self -o "$tmp/jan.html"
check "the edition without names says how many" grep -q \
    "1 with too few answers; 1 with an answer" "$tmp/jan.html"
check "and names nobody" sh -c "! grep -q 'P03\|Mateo\|Jan' '$tmp/jan.html'"
check "nor are they named on standard error" sh -c \
    "! grep -q 'P03\|Mateo\|Jan' '$tmp/err'"
run report "$tmp/jan.csv" --all --anonymous -o "$tmp/jan.html"
check "an anonymous one says not even why" sh -c \
    "! grep -q 'P03\|Mateo\|Jan\|too few answers' '$tmp/jan.html'"
run report "$all" --all --title "Spring <workshop>" -o "$tmp/title.html"
check "a team's report has the title asked for" grep -q \
    "<h1[^>]*>Spring &lt;workshop&gt;</h1>" "$tmp/title.html"
check "and in the page's head" grep -q \
    "<title>Spring &lt;workshop&gt;</title>" "$tmp/title.html"
run report "$all" --me --title x -o "$tmp/title.pdf"
check "a person's report has the person's name" says "--title, --by"
run report "$all" --all --edition self -o "$tmp/self.html"
check "the self edition names nobody" test -z "$(grep Chiara "$tmp/self.html")"
check "and has no plan" test -z "$(grep 'Ninety minutes' "$tmp/self.html")"
run report "$all" --all --anonymous --edition trainer --partner JP \
    -o "$tmp/anon.html"
check "an anonymous report names nobody" test -z \
    "$(grep -E 'Chiara|Liam|Kwame' "$tmp/anon.html")"
check "and has no dots" test -z "$(grep 'class="member"' "$tmp/anon.html")"
check "nor says that nobody was scored" test -z \
    "$(grep 'No one scored' "$tmp/anon.html")"
run report "$all" --all --lang nl --edition trainer --partner JP \
    -o "$tmp/nl.html"
check "in Dutch a team's report is Dutch" test -z "$(sed 's/<[^>]*>//g' \
    "$tmp/nl.html" | sed '/^body{/d' |
    grep -E '\b(the|people|middle|which|with)\b' | grep -v style)"
sed 5q "$all" >"$tmp/four.csv"
run report "$tmp/four.csv" --all -o "$tmp/four.html"
check "four people have no figures" grep -q "there are no figures" \
    "$tmp/four.html"
check "and no picture" test -z "$(grep '<svg' "$tmp/four.html")"
awk 'NR == 1 { print; next } { row[NR] = $0 } END {
    for (i = 0; i < 40; i++) { line = row[2 + i % 24]
        sub(/^[^,]*/, sprintf("%060d", i), line); print line } }' "$all" \
    >"$tmp/forty.csv"
run report "$tmp/forty.csv" --all -o "$tmp/forty.pdf"
check "forty people with long names have a report" test "$status" -eq 0

# What lewis team computes, the report tells.
awk -F, 'BEGIN { OFS = "," } NR > 1 { t = $3; $3 = $4; $4 = t }
    { print (NR == 1 ? "Site" : NR % 2 ? "North" : "South"), $0 }' "$all" \
    >"$tmp/spring.csv"
awk -F, '{ print (NR == 1 ? "Site" : NR % 2 ? "North" : "South") "," $0 }' \
    "$all" >"$tmp/site.csv"
for edition in team self trainer; do
    told "$edition" "$tmp/site.csv" --all --by site,team --tasks tasks \
        --before "$tmp/spring.csv" --partner "$tmp/spring.csv" \
        --edition "$edition"
    check "$edition: all that can be asked for is written" test "$status" -eq 0
    check "$edition: by columns of one's own" tells "$edition" \
        "South (12 people)"
    check "$edition: and by more than one" tells "$edition" \
        "Harbour (8 people)"
    check "$edition: before and now" tells "$edition" \
        "The middle of the 24 people who answered both times"
    check "$edition: a file as partner" tells "$edition" \
        "The team and spring.csv"
    check "$edition: tasks" tells "$edition" "Who might do what"
done
"$LEWIS" team "$all" --tasks tasks 2>/dev/null | tr '\n' ' ' |
    sed 's/  */ /g' >"$tmp/words"
check "the tasks are those of lewis team" sh -c '
    plan=$(sed "s/.*Contract and planning: \([^.]*\)\..*/\1/" "$1")
    test -n "$plan" && grep -qF "$plan. Dates, duties" "$2"' sh \
    "$tmp/words" "$tmp/team.html"
check "the trainer is told who is in the middle" tells trainer \
    "Nearest to all the others"
check "who names nobody gives no tasks" tells self \
    "left out of a report that names nobody"
check "and no names" test -z "$(grep -E 'Chiara|Liam|Kwame' "$tmp/self.html")"
told anonymous "$tmp/site.csv" --all --anonymous --tasks tasks \
    --before "$tmp/spring.csv" --edition trainer
check "nor does an anonymous report" test -z \
    "$(grep -E 'Chiara|Liam|Kwame|Contract' "$tmp/anonymous.html")"
told one "$all" --team Harbour --by team --partner Jpan
check "a partner that is neither is told" says "did you mean"
check "and nothing is written" test ! -e "$tmp/one.html"
run report "$tmp/site.csv" --all --by sit -o "$tmp/x.pdf"
check "a column that is not there is told" says 'did you mean "Site"?'
run report "$all" --me --tasks tasks -o "$tmp/x.pdf"
check "tasks are a team's" says "go with --team or --all"

# Groups have colours and shapes, a column, and one order everywhere.
told teams "$all" --all
check "the legend has the groups as they first appear" test \
    "$(grep -o '>[A-Z][a-z]* (8)<' "$tmp/teams.html" | tr -d '\n')" = \
    ">Harbour (8)<>Orchard (8)<>Bridge (8)<"
check "so has the text" test \
    "$(grep -o '[A-Z][a-z]* (8 people)' "$tmp/teams.html" | tr '\n' ' ')" = \
    "Harbour (8 people) Orchard (8 people) Bridge (8 people) "
check "who is in it says of which group" test \
    "$(grep -o '>Orchard</td>' "$tmp/teams.html" | wc -l)" -eq 8
check "nobody has a dash" test -z "$(grep 'A dash:' "$tmp/teams.html")"
told teams "$all" --all --edition self
check "without names there is a legend, too" tells teams ">Harbour (8)<"
told teams "$all" --all --anonymous
check "where nobody is drawn there is none" test -z \
    "$(grep '>Harbour (8)<' "$tmp/teams.html")"
told teams "$all" --team Harbour --by team
check "nor where there is one group" test -z \
    "$(grep '>Harbour (8)<' "$tmp/teams.html")"

# Hidden people change places, and nobody who reads the outputs can tell. Four
# are of a team of their own, and another team hides with them; its people and
# those four trade teams. Who has which row does not matter when nobody is
# named: rows of hidden people change places, too.
awk -F, 'BEGIN { OFS = "," } NR > 21 { $2 = "Late" } { print }' "$all" \
    >"$tmp/hidden.csv"
run team "$tmp/hidden.csv" --anonymous --by team --format json
check "two teams are hidden" grep -q '"hidden_groups":2,"hidden_people":8' \
    "$tmp/out"
shown=$(grep -o '"label":"[^"]*"' "$tmp/out" | tr '\n' ' ')
told hidden "$tmp/hidden.csv" --all
check "a hidden group is not in the legend, its people are" tells hidden \
    ">other people (8)<"
check "nor in the column of groups" test -z \
    "$(grep 'Late' "$tmp/hidden.html")"
check "which says why" tells hidden "A dash: in no group, or in one"
told hidden "$tmp/hidden.csv" --all --edition trainer
check "a trainer reads which groups these are" tells hidden \
    "for a group needs 5 people: Bridge (4) and Late (4)."
check "what would show them" tells hidden "With --min-group 4 all groups"
check "and meets them in the legend" tells hidden ">Bridge and Late (8)<"
awk -F, -v shown="$shown" 'BEGIN { OFS = "," }
    NR > 1 && !index(shown, "\"" $2 "\"") {
        if ($2 == "Late") late[++l] = NR; else other[++o] = NR }
    { row[NR] = $0; team[NR] = $2 }
    END {
        for (i = 1; i <= l && i <= o; i++) {
            team[late[i]] = team[other[i]]; team[other[i]] = "Late" }
        for (i = 1; i <= NR; i++) {
            $0 = row[i]; $2 = team[i]; line[i] = $0 }
        for (i = 1; i <= l && i <= o; i++) {
            keep = line[late[i]]; line[late[i]] = line[other[i]]
            line[other[i]] = keep }
        for (i = 1; i <= NR; i++) print line[i] }' "$tmp/hidden.csv" \
    >"$tmp/swapped.csv"
check "people changed places" sh -c '! cmp -s "$1" "$2"' sh \
    "$tmp/hidden.csv" "$tmp/swapped.csv"
for ending in json html; do
    for edition in team self trainer; do
        for file in hidden swapped; do
            run report "$tmp/$file.csv" --all --anonymous --edition $edition \
                --partner JP --tasks tasks -o "$tmp/$file.$ending"
        done
        check "$edition, $ending: hidden people trade teams unseen" cmp \
            "$tmp/hidden.$ending" "$tmp/swapped.$ending"
    done
done
awk -F, -v shown="$shown" 'BEGIN { OFS = "," }
    NR > 1 && index(shown, "\"" $2 "\"") && !done { $2 = "Late"; done = 1 }
    { print }' "$tmp/hidden.csv" >"$tmp/moved.csv"
run report "$tmp/moved.csv" --all --anonymous --edition trainer --partner JP \
    --tasks tasks -o "$tmp/moved.html"
check "one of a team that is shown is seen to go" sh -c '! cmp -s "$1" "$2"' \
    sh "$tmp/moved.html" "$tmp/hidden.html"
check "small counts by style are not told apart" grep -q \
    "so that nobody can be pointed at" "$tmp/hidden.html"

# One person, and names from right to left.
for ending in pdf html json; do
    run report "$me" --all -o "$tmp/alone.$ending"
    check "$ending: one person alone has a report" test "$status" -eq 0
    check "$ending: it is there" test -s "$tmp/alone.$ending"
done
check "it says that there are no figures, and of how many there would be" \
    tells alone "Figures are given of 5 people and more"
{ sed 1q "$all"
  awk 'BEGIN { split("ليلى,محمد,فاطمة,יעל,נועם,سارة", name, ",") }
      NR > 1 && NR < 8 { sub(/^[^,]*/, name[NR - 1]); print }' "$all"
} >"$tmp/rtl.csv"
run report "$tmp/rtl.csv" --all --tasks tasks --edition trainer \
    -o "$tmp/rtl.pdf"
check "names from right to left: a report is written" test "$status" -eq 0
check "no letter is missing" test -z "$(grep 'no font here' "$tmp/err")"
told rtl "$tmp/rtl.csv" --all --tasks tasks --edition trainer
for name in ليلى محمد فاطمة יעל נועם سارة; do
    check "it has $name" tells rtl "$name"
done
if has_tool pdftotext "the PDF has the names"; then
    pdftotext -layout "$tmp/rtl.pdf" "$tmp/out"
    check "the PDF has the names" sh -c '
        grep -q "محمد\|دمحم" "$1" && grep -q "נועם\|םעונ" "$1"' sh "$tmp/out"
    run report "$all" --all --tasks tasks -o "$tmp/clash.pdf"
    pdftotext -layout "$tmp/clash.pdf" "$tmp/out"
    check "a line that begins with such a name keeps its order" grep -q \
        "after a clash .*and Liam\. After a clash everyone" "$tmp/out"
fi

run report "$all" --team Nobody -o "$tmp/x.pdf"
check "a team that is not there is told" says 'no row has the team "Nobody"'
run report "$all" --me --partner JP -o "$tmp/x.pdf"
check "a partner is a team's" says "go with --team or --all"

run report "$me" --me
check "a file must be named" says "name the file with -o"
run report "$me" -o "$tmp/x.pdf"
check "whose must be said" says "whose report?"
run report "$me" --me -o "$tmp/x.doc"
check "an ending that is none" says "must end in .pdf, .html or .json"
run report "$me" --me -o "$tmp/x.pdf" --paper a5
check "a paper that is none" says "--paper is a4 or letter"
run report "$me" --me -o "$me"
check "the answers are spared" test "$status" -eq 2
finish
