#!/bin/sh
# take-lines.sh - lewis take line by line: screen readers, plain terminals,
# answers through a pipe, the end of input, a full disk, many at once; and
# lewis drafts.
#
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tap.sh"
export XDG_STATE_HOME="$tmp/state" TERM=xterm
unset COLUMNS NO_COLOR ACCESSIBLE
nine=$top_srcdir/tests/fixtures/nine.xml
forms=$top_srcdir/tests/fixtures/forms.xml

# feed LINES ARGUMENT...: the program's $tmp/out, $tmp/err and $status.
feed() {
    lines=$1
    shift
    status=0
    printf '%b' "$lines" |
        "$LEWIS" take "$@" >"$tmp/out" 2>"$tmp/err" || status=$?
}
drafts() {
    "$LEWIS" drafts list 2>/dev/null
}
at() {
    size=$1
    shift
    "$PTY" "$size" "$LEWIS" take "$@"
}
twelve='\n1\n2\n3\n1\n2\n3\n1\n2\n3\n1\n2\n3\n\n'

# The end of input.
run take --lang en
check "nothing on standard input: the first page, and status 3" \
    test "$status" -eq 3
check "there is nothing to keep" says "Nothing was answered"
check "and nothing is" test -z "$(drafts)"
status=0
"$LEWIS" take --new >"$tmp/out" 2>"$tmp/err" <&- || status=$?
check "a closed standard input does the same" test "$status" -eq 3
feed '\n1\n2' --bank lmr-12 --lang en
check "input that ends midway: status 3" test "$status" -eq 3
check "and what was answered is kept" says "Kept: 2 of 12 answered."
check "no answer is made up" sh -c '"$LEWIS" drafts show "$1" >"$2" &&
    [ "$(grep -c "(open)" "$2")" -eq 10 ]' sh \
    "$(drafts | sed 's/ .*//;q')" "$tmp/shown"

# A whole one through a pipe.
feed "$twelve" --bank lmr-12 --new --lang en --seed 1 -o "$tmp/a.csv" \
    --name Zoë --team red
check "twelve answers through a pipe" test "$status" -eq 0
check "the result follows" reads "12 of 12 items answered"
check "and where the answers are" reads "Your answers are in $tmp/a.csv."
check "and how to see the result again" prints \
    "To see the result again: lewis score --person 'Zoë' $tmp/a.csv"
check "no escape codes in a pipe" test -z "$(tr -dc '\033' <"$tmp/out")"
check "name and team are in the file" grep -q '^Zoë,red,' "$tmp/a.csv"
run score "$tmp/a.csv"
check "which scores" says "1 row: 1 scored"
feed "$twelve" --bank lmr-12 --new --seed 1 -o "$tmp/a.jsonl"
check "JSON Lines have times and orders" grep -q '"shown".*"ms"' "$tmp/a.jsonl"
feed '\n1 \r\n\t2\n3\r\n1\n2\n3\n1\n2\n3\n1\n2\n3\n\n' --bank lmr-12 --new \
    --seed 1 -o "$tmp/a.csv"
check "spaces and Windows line ends do not matter" sh -c '
    sed -n "2,3s/^[^,]*,[^,]*,\(\([abc],\)*\).*/\1/p" "$1" | uniq | wc -l |
        grep -qx "[[:space:]]*1"' sh "$tmp/a.csv"

# The result for ears, and in a picture.
feed "$(printf '%s' "$twelve")$tmp/pic.svg\\n" --accessible --bank lmr-12 --new \
    --lang nl --seed 1 --name 'Jan & Ann'
check "shares are told in words" reads "De marge is"
check "without bars" sh -c '! grep -q "[█▒┃#|]" "$1"' sh "$tmp/out"
check "and nothing is said of a line that is not drawn" sh -c '
    ! grep -q stippel "$1"' sh "$tmp/out"
check "the picture names the person" grep -q 'Jan &amp; Ann' "$tmp/pic.svg"
sed 's/<[^>]*>/ /g' "$tmp/pic.svg" | tr -s ' \n' '  ' >"$tmp/out"
check "the questionnaire and the day" reads \
    "Twaalf korte situaties, versie"
check "as they are" grep -qE '[0-9]{4}-[0-9]{2}-[0-9]{2}' "$tmp/out"
check "in Dutch" reads "Jouw verdeling"
check "only" sh -c '! grep -qiE "linear-active|reference|confidence|where" "$1"' \
    sh "$tmp/out"
ACCESSIBLE=1 "$LEWIS" score --me "$top_srcdir/questionnaires/me.csv" \
    >"$tmp/out" 2>/dev/null
check "ACCESSIBLE is for lewis score --me, too" reads \
    "Linear-active: 36 %. The range is 14 to 67 %."
check "without a picture" sh -c '! grep -q "dotted" "$1"' sh "$tmp/out"
ACCESSIBLE=1 "$LEWIS" score --person Zoë \
    "$top_srcdir/questionnaires/workshop.csv" >"$tmp/out" 2>/dev/null
check "a topic is a sentence" grep -q '^  Deciding: ' "$tmp/out"

# What is typed wrong is told, and asked again.
feed '\n\nx\n9\n-1\n1 2\ng 40\ng 5\nh\nS\nb\n/b\nq\n' --bank lmr-12 --new \
    --lang en
check "an empty line is no answer" reads \
    "Please choose one of these: 1, 2 or 3. Most like me (type 1, 2 or 3):"
check "a word without a meaning is told" reads "That is no answer here."
check "there are so many questions" reads "There are 12 questions"
check "what is open comes first" reads "Question 1 is still open and comes"
check "help is there" reads "What you can do"
check "a letter may be a capital" reads "Question 1: left out."
check "help names what a pick is" reads "1 2 3 the one that is most like you"
check "and itself" reads " h this page"
check "and no keys that lines do not have" sh -c '! grep -q Left "$1"' sh \
    "$tmp/out"
feed '\nh\nq\n' --bank "$nine" --new --lang en
check "help names what a ranking is" reads \
    "1 2 3 first the one that is most like you, then the one that is least"
feed '\n1\ns\n3\ng 9\nr\ng 7\nb\nb\nb\nb\nq\n' --bank lmr-12 --new \
    --lang en
check "what is open is gone to" reads \
    "Question 4 is still open and comes first. Most like me (type 1, 2 or 3):"
check "the review says it a question at a time" reads "Question 4: open."
check "and what may be done with it" reads \
    "Still open: question 4 is the first. There, s leaves it out"
check "and what was left out" reads "Left out: 2."
check "the first page, seen again, leads on" reads "Press Enter to go on."
feed '\ns\nb\nq\n' --bank lmr-12 --new --lang en
check "what was left out is kept, too" says "Kept: 0 of 12 answered."
long=$(printf '%2000s' x)
feed "\n$long\nq\n" --bank lmr-12 --new --lang en
check "a line without end is told" reads "That line is too long."
feed '\n2\n2\n3\nb\nb\nq\n' --bank "$nine" --new --lang en --seed 1
check "the first half of a ranking is told back" reads \
    "Most like me: 2. Least like me (type 1 or 3):"
check "the same again is refused" reads "2 is already what is most like you."
check "the answer is told back" reads "Question 1: 2-1-3."

# Every form.
feed '\n11\n4\n7\n3\n1\n1\nb\nb\nc\nq\n' --bank "$forms" --new --lang en \
    --seed 2
check "every form is asked for" sh -c '
    tr "\n" " " <"$1" | tr -s " " >"$1.flat"
    grep -q "Points for 1 (10 left) (type 0-10):" "$1.flat" &&
        grep -q "There are 10 points left to give." "$1.flat" &&
        grep -q "Share out 10 points" "$1.flat"' sh "$tmp/out"
check "and left again" test "$status" -eq 3

# Plain terminals and screen readers.
plain_session() {
    at 80x24 --bank lmr-12 --new --lang en "$@" <<'END'
expect Press Enter to begin.
cooked
send \r
expect Most like me (type 1, 2 or 3):
send 2\r
expect Question 1: 2.
expect 2 of 12
send l\r
expect Past het best bij mij (typ 1, 2 of 3):
narrow
send \x04
wait 3
END
}
TERM=dumb check "a dumb terminal gets lines" plain_session
check "--accessible does" plain_session --accessible
ACCESSIBLE=1 check "ACCESSIBLE does" plain_session
ACCESSIBLE='' check "an empty ACCESSIBLE does not" at 80x24 --bank lmr-12 \
    --new --lang en <<'END'
expect Press Enter to begin.
raw
send q
wait 3
END
TERM=dumb check "a dumb terminal gets no escape codes" at 40x24 \
    --bank lmr-12 --new --lang en <<'END'
expect Press Enter to begin.
send \r
expect 1 of 12
narrow
send \x03
wait 3
plain
END

# The language of the locale, whether the system has it or not.
LC_ALL='' LANG=nl_BE.UTF-8 feed '\n1\n' --new --bank lmr-12
check "the locale's language" reads "Druk op Enter om te beginnen."
check "the last words too" says "Verder gaan: lewis take --resume lmr-12-"
run take --bank lmr-12 --lang fr
check "a language that is not there is told" says 'no texts in "fr"'
check "once" test "$(grep -c 'no texts in' "$tmp/err")" -eq 1

# A full disk: what was answered before is kept, what was not is told.
rm -rf "$XDG_STATE_HOME"
yes '1
2' | sed '1s/.*//;40q' | (
    ulimit -f 2
    "$LEWIS" take --bank "$nine" --new --lang en --seed 1 2>&1
    echo "status $?"
) | cat >"$tmp/out"
check "a full disk is told" reads "This answer could not be saved"
check "and the draft is kept" prints "status 3"
kept=$(drafts | sed 's/.*  \([0-9]*\) of 9.*/\1/')
check "what was saved can be gone on with" sh -c '
    [ "$1" -gt 0 ] && [ "$1" -lt 9 ]' sh "$kept"
status=0
"$LEWIS" take --bank "$nine" --resume --lang en >"$tmp/out" 2>"$tmp/err" \
    </dev/null || status=$?
check "at the next question" reads "$((kept + 1)) of 9"

# The same on a file system of 64 KiB that is full, in a mount name space of
# its own: nothing is left to be unmounted.
cat >"$tmp/full.sh" <<'END'
small=$1 out=$2 twelve=$3
mount -t tmpfs -o size=64k none "$small" || exit 77
export XDG_STATE_HOME="$small/state"
fill() { cat /dev/zero >"$small/fill" 2>/dev/null; [ -s "$small/fill" ]; }
take() {
    status=0
    "$LEWIS" take "$@" 2>&1 || status=$?
    echo "status $status"
}
printf '\n1\n2\n' | take --bank lmr-30 --new --lang en --seed 1 >/dev/null
fill || exit 1
yes '1
2' | sed 70q | take --bank lmr-30 --resume --lang en >"$out/full"
"$LEWIS" drafts list >"$out/full.kept"
cat "$small"/state/lewis/drafts/*.jsonl | tail -c 1 | od -An -c >"$out/full.end"
rm "$small/fill"
take --bank lmr-30 --resume --lang en </dev/null >"$out/full.again"
# Sheets, with the drafts elsewhere: as many as there is room for.
export XDG_STATE_HOME="$out/elsewhere"
printf '%b' "$twelve" | take --bank lmr-12 --new -o "$small/a.csv" >/dev/null
fill || exit 1
n=0
while [ $n -lt 40 ]; do
    printf '%b' "$twelve" | take --bank lmr-12 --new -o "$small/a.csv"
    n=$((n + 1))
done >"$out/full.sheets"
printf '%b' "$twelve" |
    take --bank lmr-12 --new -o "$small/b.csv" >"$out/full.new"
[ -e "$small/b.csv" ] && echo made >>"$out/full.new"
cp "$small/a.csv" "$out/full.csv"
END
mkdir "$tmp/small"
if unshare -rm sh -c 'mount -t tmpfs none "$1"' sh "$tmp/small" 2>/dev/null
then
    unshare -rm sh "$tmp/full.sh" "$tmp/small" "$tmp" "$twelve"
    cp "$tmp/full" "$tmp/out"
    check "a full file system is told" reads "This answer could not be saved"
    check "by its name" reads "No space left on device"
    check "and the draft is kept there, too" prints "status 3"
    check "whole" grep -q '[\]n$' "$tmp/full.end"
    kept=$(sed 's/.*  \([0-9]*\) of 30.*/\1/' "$tmp/full.kept")
    check "with what there was room for" sh -c '
        [ "$1" -gt 0 ] && [ "$1" -lt 30 ]' sh "$kept"
    cp "$tmp/full.again" "$tmp/out"
    check "which can be gone on with" reads "$((kept + 1)) of 30"
    handed=$(grep -c 'status 0' "$tmp/full.sheets")
    check "sheets come to a full file system, too" sh -c '
        [ "$1" -gt 0 ] && [ "$1" -lt 40 ]' sh "$handed"
    check "those that were taken are whole, the others not there" test \
        "$(grep -c '^,' "$tmp/full.csv")" -eq $((handed + 1))
    run score "$tmp/full.csv"
    check "and score" says \
        "$((handed + 1)) rows: $((handed + 1)) scored, 0 incomplete, 0 refused"
    check "those that were not keep their draft" test "$(
        XDG_STATE_HOME=$tmp/elsewhere "$LEWIS" drafts list |
            grep -c ' 12 of 12, done')" -eq $((41 - handed))
    check "a new file that found no room is not left behind" sh -c '
        grep -q "status 2" "$1" && ! grep -q made "$1"' sh "$tmp/full.new"
else
    skip "a full file system is told" "no file system may be mounted"
fi

# Two at a time, a hundred times, in one file.
rm -rf "$XDG_STATE_HOME"
n=1
while [ $n -le 100 ]; do
    for who in ann bo; do
        printf '%b' "$twelve" | "$LEWIS" take --bank lmr-12 --new \
            --name "$who$n" -o "$tmp/many.csv" >/dev/null 2>>"$tmp/many.err" &
    done
    wait
    n=$((n + 1))
done
check "a header and 200 rows" test "$(wc -l <"$tmp/many.csv")" -eq 201
check "of 200 people" test "$(cut -d, -f1 "$tmp/many.csv" | sort -u |
    wc -l)" -eq 201
run score "$tmp/many.csv"
check "that all score" says "200 rows: 200 scored, 0 incomplete, 0 refused"
check "and no draft is left" test -z "$(drafts)"

# A file that the answers do not fit in.
echo 'id,P01' >"$tmp/other.csv"
feed "$twelve" --bank lmr-12 --new --lang en -o "$tmp/other.csv"
check "a file with another header is refused" test "$status" -eq 2
check "and is as it was" test "$(cat "$tmp/other.csv")" = 'id,P01'
check "before the first question" test ! -s "$tmp/out"
for where in "$tmp/none/other.csv" "$tmp/a.csv/other.csv" "$tmp/.csv" \
    "$tmp/a.xlsx" "$tmp/answers" -; do
    mkdir -p "$tmp/.csv"
    feed "$twelve" --bank lmr-12 --new --lang en -o "$where"
    check "no answers go to $where" test "$status" -eq 2
    check "which is told before the first question" test ! -s "$tmp/out"
done
run take --new -o "$tmp/none/other.csv"
check "a folder that is not there is told" says "there is no folder"
run take --new -o "$tmp/a.xlsx"
check "a workbook is no file to add to" says \
    "a file whose name ends in .csv or .jsonl"
check "and nothing was made" test ! -e "$tmp/a.xlsx"

# Drafts.
rm -rf "$XDG_STATE_HOME"
run drafts list
check "no drafts" says "there are no drafts"
run drafts --lang nl list
check "in Dutch" says "er zijn geen begonnen vragenlijsten"
feed '\n1\n2\nq\n' --bank lmr-12 --lang en --name Ann
id=$(drafts | sed 's/ .*//')
run drafts list
check "a draft is listed" prints "  2 of 12  Ann"
run drafts show "$id"
check "and shown" prints "answered   2 of 12"
for way in "--lang nl" "LANG=nl_NL.UTF-8"; do
    case $way in
    --*) run drafts --lang nl list ;;
    *) LC_ALL='' LANG=nl_NL.UTF-8 run drafts list ;;
    esac
    check "and listed in Dutch: $way" prints "  2 van de 12  Ann"
done
run drafts --lang nl show "$id"
check "and shown in Dutch" prints "beantwoord 2 van de 12"
check "open ones, too" prints "P03        (open)"
run drafts --lang nl show nonsense
check "and what is not there" says '"nonsense" is hier niet begonnen'
run drafts show "${id}x"
check "an unknown one is told" says "there is no draft"
run take --resume nonsense
check "nor gone on with" says 'there is no draft "nonsense"'
check "which is trouble" test "$status" -eq 2
run drafts delete "$id"
check "one is deleted" test "$status" -eq 0
check "for good" test -z "$(find "$XDG_STATE_HOME" -name '*.jsonl')"
run take --resume
check "then there is none to go on with" says "there is no draft to go on with"

# Usage.
run take --seed x
check "a seed is a number" says "--seed x: that is not a whole number"
run take answers.csv
check "no operand" says "no file is needed"
run take --resume --new
check "--resume and --new do not go together" says "--resume goes without"
run take --bank lmr
check "an unknown bank is trouble" test "$status" -eq 2
run drafts lst
check "a verb written wrong" says 'did you mean "list"?'
run drafts
check "a verb is needed" says "list, show or delete?"
finish
