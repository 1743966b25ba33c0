#!/bin/sh
# workshop.sh - lewis workshop, from new to purge.
#
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tap.sh"
people=$top_srcdir/questionnaires/workshop.csv
cd "$tmp" || exit 99

# exits STATUS ARGUMENT...: runs the program.
exits() {
    wanted=$1
    shift
    run "$@"
    [ "$status" -eq "$wanted" ] || { cat "$tmp/err"; return 1; }
}

# make_workshop FILE OPTION...: three teams of eight, open.
make_workshop() {
    file=$1
    shift
    run workshop new "$file" --teams Harbour,Orchard,Bridge --codes 8 \
        --title "Spring in Gdańsk" "$@" && run workshop open "$file"
}

# --- making one ---
check "new" exits 0 workshop new spring.lewis --teams Harbour,Orchard,Bridge \
    --codes 8 --title "Spring in Gdańsk"
check "it says what was made" says "3 teams, 24 codes"
check "only its owner may read it" test "$(stat -c %a spring.lewis 2>/dev/null ||
    stat -f %Lp spring.lewis)" = 600
check "a second one does not take its place" \
    exits 2 workshop new spring.lewis --teams A --codes 5
check "and says why" says "there is a file of this name"
check "no teams" exits 2 workshop new a.lewis
check "no codes" exits 2 workshop new a.lewis --teams "A:9,B"
check "and says for whom" says 'how many codes for "B"?'
check "a bad number of codes" exits 2 workshop new a.lewis --teams A --codes 0.5
check "none" exits 2 workshop new a.lewis --teams A:0
check "a minimum that protects nobody" \
    exits 2 workshop new a.lewis --teams A --codes 5 --minimum 2
check "and says which would" says "take 3 or more"
check "an unknown bank" exits 2 workshop new a.lewis --bank lmr-31 --teams A:5
check "and says which there is" says 'lmr-30'
check "nothing is left of those" test ! -e a.lewis
check "no name is left over" test "$(find . -name '*.lewis*' | wc -l)" -eq 1

# --- its life ---
check "an unknown verb" exits 2 workshop opne spring.lewis
check "and says which was meant" says 'did you mean "open"?'
check "a file that is no workshop" exits 2 workshop status "$people"
check "and says so" says "this is no workshop"
check "no file" exits 2 workshop status nowhere.lewis
check "closing a draft" exits 2 workshop close spring.lewis
check "open" exits 0 workshop open spring.lewis
check "status" exits 0 workshop status spring.lewis
cat >status <<'END'
Spring in Gdańsk
open since DAY, not revealed
lmr-30 VERSION, without names

team     codes  joined  handed in  shown
Harbour      8       0          0      0
Orchard      8       0          0      0
Bridge       8       0          0      0
all         24       0          0      0
END
sed 's/since [0-9-]*/since DAY/; s/lmr-30 [0-9.]*/lmr-30 VERSION/' out >seen
check "status is what it should be" diff status seen
check "export before it is closed" exits 2 workshop export spring.lewis
check "and says when" says "when the workshop is closed; it is open"
check "report before it is closed" \
    exits 2 workshop report spring.lewis -o early.pdf
check "and makes none" test ! -e early.pdf
check "people answer" "$FILL" spring.lewis "$people"
check "status as JSON" exits 0 workshop status spring.lewis --format json
check "counts" prints '"team": "Orchard", "invited": 8, "joined": 8, "handed_in": 8, "released": 0}'
check "revealing" exits 0 workshop reveal spring.lewis
check "says who is shown from now on" says \
    "shown from now on: teams whose people have all handed in, 5 together"
check "and no more" exits 0 workshop reveal spring.lewis --off
check "which is said, too" says "nothing is shown now"
check "who is asked can say no" "$PTY" 80x24 "$LEWIS" workshop close \
    spring.lewis <<'END'
expect It cannot be opened again. Type yes:
send n\r
expect not closed
wait 2
END
check "yes is that word alone" "$PTY" 80x24 "$LEWIS" workshop close \
    spring.lewis <<'END'
expect Type yes:
send yesterday\r
expect not closed
wait 2
END
check "watching ends when it closes" sh -c '"$LEWIS" workshop status \
    spring.lewis --watch >watched & sleep 1;
    "$LEWIS" workshop close spring.lewis 2>said; wait'
check "closing says who can be shown" grep -q "closed: 24 people can be shown" \
    said
check "what was watched" test "$(grep -c since watched)" -eq 2
check "opening again" exits 2 workshop open spring.lewis
check "more codes" exits 2 workshop codes spring.lewis --add 2 -t Harbour

# --- codes ---
check "codes" exits 0 workshop codes spring.lewis
check "each of six letters, and 24 of them" test \
    "$(grep -oE '\b[A-Z]{3} [A-Z]{3}\b' out | sort -u | wc -l)" -eq 24
check "of one team" exits 0 workshop codes spring.lewis --team Orchard
check "eight" test "$(grep -oE '\b[A-Z]{3} [A-Z]{3}\b' out | wc -l)" -eq 8
check "slips to print" exits 0 workshop codes spring.lewis -o slips.html \
    --address http://192.0.2.7:8080/ --lang nl
check "a slip for each" test \
    "$(grep -oE '>[A-Z]{3} [A-Z]{3}<' slips.html | sort -u | wc -l)" -eq 24
check "with the address" test "$(grep -c 'http://192.0.2.7:8080/' slips.html)" -ge 24
check "in Dutch" grep -q 'Alleen van jou' slips.html
check "as PDF" exits 0 workshop codes spring.lewis -o slips.pdf --paper letter
check "of a kind" grep -q '^%PDF' slips.pdf
check "an unknown team" exits 2 workshop codes spring.lewis --team orchad

# --- export: it scores as the same answers in any CSV do ---
check "export" exits 0 workshop export spring.lewis -o export.csv
columns=team,status,linear,multi,reactive,linear_low,linear_high,multi_low,multi_high,reactive_low,reactive_high,x,y,style,answered,missing
"$LEWIS" score export.csv --columns $columns | sort >exported
"$LEWIS" score "$people" --columns $columns | sort >given
check "scores are the same bytes" cmp exported given
check "of 24" test "$(grep -c ,ok, exported)" -eq 24
check "no code is in it" sh -c '! grep -qE "$1" export.csv' sh \
    "$("$LEWIS" workshop codes spring.lewis | grep -oE '[A-Z]{3} [A-Z]{3}' |
        tr -d ' ' | paste -s -d '|' -)"
check "no name is in it" sh -c '! grep -q Zoë export.csv'
run workshop export spring.lewis
check "the same bytes again" cmp export.csv out
order=$(cut -d, -f2 export.csv | tail -n +2 | uniq | wc -l)
check "not in the order of teams" test "$order" -gt 3
"$LEWIS" team export.csv --by team --format tsv >from_export 2>/dev/null

# --- report ---
check "report" exits 0 workshop report spring.lewis -o spring.json
check "of everybody" grep -q 'Spring in Gda' spring.json
check "by team" grep -q Orchard spring.json
check "of nobody by name" sh -c '! grep -q Zoë spring.json'
check "as PDF" exits 0 workshop report spring.lewis -o spring.pdf --lang nl
check "a PDF" grep -q '^%PDF' spring.pdf
check "with a partner" exits 0 workshop report spring.lewis --partner JP \
    --edition trainer -o japan.html
check "who is named" grep -q Japan japan.html
check "an unknown partner" exits 2 workshop report spring.lewis --partner XX \
    -o none.pdf
check "no place for it" exits 2 workshop report spring.lewis
check "not over the workshop" \
    exits 2 workshop report spring.lewis --format pdf -o spring.lewis

# --- too few ---
head -n 4 "$people" >three.csv
make_workshop few.lewis
"$FILL" few.lewis three.csv
check "closing when too few handed in" exits 1 workshop close few.lewis
check "and says how many are needed" says "a figure needs 5"
check "no report of three people" exits 2 workshop report few.lewis -o few.pdf
check "nor an export" exits 2 workshop export few.lewis
check "which says why" says "3 people have handed in; nothing is told about fewer than 5"
check "nothing came out" test ! -s out
make_workshop small.lewis
{ cat "$people" | head -n 9; grep -E ',Orchard,' "$people" | head -n 3; } >eleven.csv
"$FILL" small.lewis eleven.csv
check "closing with a small team" exits 0 workshop close small.lewis
check "names the teams that are shown as one" \
    says "without the names of their teams: Harbour (8), Orchard (3)"
check "their report" exits 0 workshop report small.lewis -o small.json
check "says why nobody has a team" grep -qF \
    "They are of Harbour and Orchard, and shown together," small.json
check "but not how many of each" sh -c '! grep -q "Orchard (" small.json'
check "in Dutch" exits 0 workshop report small.lewis --lang nl -o klein.json
check "too" grep -qF "Ze zijn van Harbour en Orchard, en worden" klein.json
check "where each team is told nothing is to be said" \
    sh -c '! grep -q "shown together" spring.json'
run workshop export small.lewis
check "and so does the export" says "11 people without a team"
check "a team of three is not told apart, nor what is left without it" test \
    "$(cut -d, -f2 out | sort | uniq -c | tr -s ' \n' ' ')" = " 11 1 team "

# Those who come when all others were shown are too few for ever.
make_workshop late.lewis
head -n 9 "$people" >eight.csv
"$FILL" late.lewis eight.csv
run workshop reveal late.lewis
{ head -n 1 "$people"; grep ,Orchard, "$people" | head -n 3; } >three.csv
"$FILL" late.lewis three.csv
check "closing when some are too late" exits 1 workshop close late.lewis
check "a report of the others" exits 0 workshop report late.lewis -o late.json
check "says that they are left out" \
    grep -qF "Handed in and in no figure: 3." late.json

# --- a disk that fills up while people answer ---
cat >full.sh <<'END'
mkdir small && mount -t tmpfs -o size=500k none small 2>/dev/null || exit 77
"$LEWIS" workshop new small/w.lewis --teams Harbour,Orchard,Bridge --codes 8 &&
    "$LEWIS" workshop open small/w.lewis || exit 1
"$FILL" small/w.lewis "$1" ONE >told 2>full_said && exit 1
cp small/w.lewis* . # the disk goes with this shell
END
if unshare -rm true 2>/dev/null && unshare -rm sh full.sh "$people" \
    2>/dev/null; then
    check "a full disk is told" grep -q "no room on the disk; nothing was changed" \
        full_said
    check "after some were saved" test "$(wc -l <told)" -gt 3
    check "the file is whole" exits 1 workshop close w.lewis
    "$FILL" w.lewis saved >saved
    check "and has all that was said to be saved" sh -c \
        'sort told >a; sort saved | comm -23 a - | cmp - /dev/null'
else
    skip "a full disk" "needs user namespaces and tmpfs"
fi

# --- purge: proved by a search of the bytes ---
# A workshop with names holds more: a name, codes, replies, answers.
make_workshop named.lewis --names
"$FILL" named.lewis "$people"
run workshop codes named.lewis
code=$(grep -oE '[A-Z]{3} [A-Z]{3}' out | head -n 1 | tr -d ' ')
run workshop close named.lewis
run workshop export named.lewis
check "with names, the export has them" grep -q "^[A-Z]*,Kwame,Harbour," out
check "and the codes" grep -q "^$code," out
"$LEWIS" workshop report named.lewis -o named.json
check "and the report" grep -q Kwame named.json
# An answer's row has the item and the value one after the other.
traces() {
    cat named.lewis named.lewis-wal named.lewis-shm named.lewis-journal \
        2>/dev/null | grep -acE "Kwame|$code|T30[abc]{2,3}|$(date -u +%Y-%m-%d)nl"
}
check "names, codes and answers are in the file" test "$(traces)" -gt 0
mkfifo hold
"$FILL" named.lewis - <hold >held &
holder=$!
exec 3>hold
until grep -q open held; do sleep 0.1; done
check "purging while another program has it open" \
    exits 2 workshop purge named.lewis --yes
check "says so" says "another program has this workshop open"
check "and changes nothing" exits 0 workshop export named.lewis
exec 3>&-
wait $holder
check "purge asks, and nobody is there to answer" exits 2 workshop purge \
    named.lewis
check "so nothing is deleted" says "not purged"
check "purge" exits 0 workshop purge named.lewis --yes
check "no trace is left, in the file or beside it" test "$(traces)" -eq 0
check "nor a log" test ! -e named.lewis-wal
check "status still tells what it was" exits 0 workshop status named.lewis
check "how many" prints "all         24      24         24"
check "no export" exits 2 workshop export named.lewis
check "which says why" says "this workshop was purged"
check "purging again is no harm" exits 0 workshop purge named.lewis --yes
check "codes are gone" sh -c '"$LEWIS" workshop codes named.lewis |
    grep -cE "[A-Z]{3} [A-Z]{3}" | grep -qx 0'
check "an open one is not purged" sh -c '"$LEWIS" workshop new o.lewis \
    --teams A:5 && "$LEWIS" workshop open o.lewis &&
    ! "$LEWIS" workshop purge o.lewis --yes'
check "a workshop that is not there is said" exits 2 workshop status nowhere.lewis
check "as one" says "nowhere.lewis: cannot open: No such file"

finish
