#!/bin/sh
# person.sh - lewis score --person: a result to read.
#
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tap.sh"
golden=$top_srcdir/tests/golden/person
nine=$top_srcdir/tests/fixtures/nine.xml
unset COLUMNS NO_COLOR

# no_wider N: no line has more characters
no_wider() {
    LC_ALL=C tr -d '\200-\277' <"$tmp/out" |
        LC_ALL=C awk -v n="$1" 'length > n { print; bad = 1 } END { exit bad }'
}
# Head, picture and bars: what does not change with the words of advice.
upper() {
    sed '/^Topic by topic/,$d' "$tmp/out" >"$tmp/upper"
}

cat >"$tmp/team.csv" <<'CSV'
id,T01,T02,T03,T04,T05,T06,T07,T08,T09
ann,b,c,b,b,a,c,b,a,b
bo,abc,abc,abc,abc,abc,abc,abc,abc,abc
ann,bac,cab,bac,bca,acb,cab,bac,acb,bca
few,b,,a,,,,,,
bad,b,x,a,b,a,c,b,a,b
CSV

utf8=
[ "$(LC_ALL=C.UTF-8 locale charmap 2>/dev/null)" = UTF-8 ] && utf8=C.UTF-8

run score --bank "$nine" --person ann --width 60 "$tmp/team.csv"
upper
check_same "the picture and the bars in ASCII" "$golden/ann-ascii.txt" \
    "$tmp/upper"
check "a person's result ends well" test "$status" -eq 0
check "of several rows of the id the last counts, and that is said" says \
    "the id \"ann\" stands in 2 rows; this is the last of them, $tmp/team.csv:4"
cp "$tmp/team.csv" "$tmp/again.csv"
printf 'ann,b,,a,,,,,,\nann,b,x,,,,,,,\n' >>"$tmp/again.csv"
run score --bank "$nine" --person ann --width 60 "$tmp/again.csv"
check "of those the last with a profile" says \
    "the id \"ann\" stands in 4 rows; this is the last of them with a profile, \
$tmp/again.csv:4"
upper
check_same "which is what is shown" "$golden/ann-ascii.txt" "$tmp/upper"
run score --bank "$nine" --person few "$tmp/again.csv"
check "without a profile it is the last" test "$status" -eq 1
run score --bank "$nine" --person ann --width 60 "$tmp/team.csv"
check "the heading counts the answers" reads "9 of 9 items answered"
check "topics are there" reads "Topic by topic"
check "the caveat is there" reads "Countries are illustrative and ordinal"
check "the warning is there" reads "not a cheat sheet"
check "it says how it was computed" reads "doc/method.md"
check "a pipe gets no escape codes" test -z "$(tr -dc '\033' <"$tmp/out")"
if [ -n "$utf8" ]; then
    LC_ALL=$utf8 run score --bank "$nine" -p ann --width 80 "$tmp/team.csv"
    upper
    check_same "the picture and the bars in braille" "$golden/ann-utf8.txt" \
        "$tmp/upper"
    check "80 columns hold it" no_wider 80
    LC_ALL=$utf8 run score --bank "$nine" -p ann --width 40 "$tmp/team.csv"
    check "40 columns hold it" no_wider 40
    LC_ALL=$utf8 run score --bank "$nine" -p ann --ascii "$tmp/team.csv"
    check "--ascii needs no special character" test -z \
        "$(sed '/^Nearest/,$d' "$tmp/out" | LC_ALL=C tr -d '\n -~')"
else
    skip "the picture and the bars in braille" "no UTF-8 locale"
    skip "80 columns hold it" "no UTF-8 locale"
    skip "40 columns hold it" "no UTF-8 locale"
    skip "--ascii needs no special character" "no UTF-8 locale"
fi

run score --bank "$nine" -p ann --color always "$tmp/team.csv"
check "--color always gives colours" grep -q "$(printf '\033')\[94m" "$tmp/out"
NO_COLOR=1 run score --bank "$nine" -p ann --color auto "$tmp/team.csv"
check "NO_COLOR gives none" test -z "$(tr -dc '\033' <"$tmp/out")"
if command -v script >/dev/null 2>&1 &&
    script -qec true /dev/null >/dev/null 2>&1; then
    TERM=xterm script -qec "'$LEWIS' score --bank '$nine' -p ann \
        '$tmp/team.csv'" /dev/null >"$tmp/out" 2>/dev/null </dev/null
    check "a terminal gets colours" grep -q "$(printf '\033')\[1m" "$tmp/out"
    NO_COLOR=1 TERM=xterm script -qec "'$LEWIS' score --bank '$nine' -p ann \
        '$tmp/team.csv'" /dev/null >"$tmp/out" 2>/dev/null </dev/null
    check "but not with NO_COLOR" test -z "$(tr -dc '\033' <"$tmp/out")"
else
    skip "a terminal gets colours" "no script(1)"
    skip "but not with NO_COLOR" "no script(1)"
fi

run score --bank "$nine" -p ann -o "$tmp/ann.txt" "$tmp/team.csv"
check "-o writes it to a file" grep -q "doc/method.md" "$tmp/ann.txt"

run score --me --lang nl "$LEWIS_PATH/me.csv"
check "--me takes the only row" reads "11 van de 12 vragen beantwoord"
check "--lang gives the sentences in that language" reads \
    "Hoe het is berekend"
check "and the corners" reads "Lineair-actief"
check "and leaves none of the English ones" test -z \
    "$(grep -E '\b(the|your|answers|style|first)\b' "$tmp/out")"
check "--lang gives the texts in that language" reads "spiekbriefje"
run score --person "" "$LEWIS_PATH/me.csv"
check "an empty --person does the same" reads "11 of 12 items answered"

# What cannot be shown.
run score --bank "$nine" -p few "$tmp/team.csv"
check "too few answers: which are missing" reads \
    "Without an answer: T02, T04, T05, T06, T07, T08, T09."
check "too few answers give status 1" test "$status" -eq 1
run score --bank "$nine" -p bad "$tmp/team.csv"
check "a refused row: where and why" reads 'team.csv:6: column "T02": "x" is'
check "a refused row gives status 1" test "$status" -eq 1
run score --bank "$nine" -p anne "$tmp/team.csv"
check "an unknown person is told with the nearest" says \
    "no row has the id \"anne\" in $tmp/team.csv; did you mean \"ann\"?"
check "an unknown person is trouble" test "$status" -eq 2
run score --bank "$nine" -p xavier "$tmp/team.csv"
check "or without, when none is near" says 'no row has the id "xavier" in'
run score --bank "$nine" --me "$tmp/team.csv"
check "--me with several rows is told" says "there are 5 rows; say which with"
sed 1q "$tmp/team.csv" >"$tmp/none.csv"
run score --bank "$nine" --me "$tmp/none.csv"
check "--me without a row is told" says "there are no rows"

# What a file may hold.
name=$(printf 'x\033[31m\302\233y')
{ sed 1q "$tmp/team.csv"; printf '%s,b,c,b,b,a,c,b,a,b\n' "$name"; } \
    >"$tmp/evil.csv"
run score --bank "$nine" --me "$tmp/evil.csv"
check "control characters in a name do not reach the terminal" reads \
    "x?[31m?y"
check "none of them" test -z "$(tr -dc '\033' <"$tmp/out")"
run score --bank "$nine" -p "$name$name" "$tmp/evil.csv"
check "nor by the message" test -z "$(tr -dc '\033' <"$tmp/err")"

# Usage.
run score -p ann --format csv "$tmp/team.csv"
check "--format and --person do not go together" says "text for reading"
run score -p ann --topic x "$tmp/team.csv"
check "--topic and --person do not go together" says "shows every topic"
run score --me -p ann "$tmp/team.csv"
check "--me and --person ID do not go together" says "give --person alone"
run score --width 60 "$tmp/team.csv"
check "--width needs --person" says "go with --person or --me"
run score -p ann --width 39 "$tmp/team.csv"
check "a width out of range is told" says "--width must be from 40 to 120"
run score -p ann --color blue "$tmp/team.csv"
check "an unknown colour is told" says "--color is auto, always or never"
# between SIGN: what kitty's escape sequences hold
kitty_bytes() {
    LC_ALL=C tr '\033' '\n' <"$tmp/out" |
        sed -n 's/^_G[^;]*;//p' | tr -d '\n' | base64 -d
}
run score --bank "$nine" -p ann --width 60 --picture none "$tmp/team.csv"
check "--picture none leaves the result" reads "Your three shares"
check "and no picture" test "$(grep -c '\*' "$tmp/out")" -eq 0
run score --bank "$nine" -p ann --width 60 --picture kitty "$tmp/team.csv"
kitty_bytes >"$tmp/kitty.png"
check "--picture kitty sends a PNG" test \
    "$(head -c 4 "$tmp/kitty.png" | tail -c 3)" = PNG
check "after the first words" sh -c '
    LC_ALL=C sed "/_G/,\$d" "$1" | grep -q "answers"' sh "$tmp/out"
check "and before the shares" sh -c '
    LC_ALL=C sed "1,/_G/d" "$1" | grep -q "Your three shares"' sh "$tmp/out"
run score --bank "$nine" -p ann --picture pixels "$tmp/team.csv"
check "another word is refused" says "did you mean sixel?"
run score --bank "$nine" --picture cells "$tmp/team.csv"
check "rows have no picture" says "--picture goes with --person or --me"

finish
