#!/bin/sh
# take.sh - lewis take at a terminal, key by key: a person types ($PTY, a
# pseudo-terminal with a model of the screen), turns the size of the window,
# closes it, pulls the plug.
#
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tap.sh"
export XDG_STATE_HOME="$tmp/state" TERM=xterm
unset COLUMNS NO_COLOR ACCESSIBLE TMUX STY KITTY_WINDOW_ID TERM_PROGRAM \
    LC_TERMINAL WEZTERM_EXECUTABLE KONSOLE_VERSION
nine=$top_srcdir/tests/fixtures/nine.xml
scripts=$top_srcdir/tests/fixtures/scripts.xml

locales=C
for name in C.UTF-8 de_DE.UTF-8; do
    [ "$(LC_ALL=$name locale charmap 2>/dev/null)" = UTF-8 ] &&
        locales="$locales $name"
done

# at SIZE ARGUMENT...: the script on standard input.
at() {
    size=$1
    shift
    "$PTY" "$size" "$LEWIS" take "$@"
}
# within FOLDER COMMAND...
within() (
    cd "$1" && shift && "$@"
)
afresh() {
    rm -rf "$tmp/state"
}
# picks FROM TO: so many questions of lmr-12 answered, 1 2 3 1 2 3 ...
picks() {
    i=$1
    while [ "$i" -le "$2" ]; do
        printf 'expect %s of 12\nexpect Most like me: 1 2 3\nsend %s\n' \
            "$i" $((i % 3 + 1))
        i=$((i + 1))
    done
}
finish_it='expect Press Enter to
send \r
expect Enter shows more (page 1 of
send q\r
expect Would you like the picture
send \r
wait 0
cooked'
draft() {
    "$LEWIS" drafts list 2>/dev/null | sed 's/ .*//;q'
}
# The items' columns of a row of lmr-12's answers.
answers() {
    sed -n 2p "$1" | cut -d, -f3-14
}

# A whole questionnaire, at three widths, in every locale.
for locale in $locales; do
    for size in 40x24 80x24 200x50; do
        { echo 'expect Press Enter to begin'; echo 'send \r'; picks 1 12
          echo "$finish_it"; echo narrow; } >"$tmp/script"
        LC_ALL=$locale check "lmr-12 at $size in $locale" within "$tmp" \
            at $size --new --bank lmr-12 --lang en --seed 1 \
            -o "$size-$locale.csv" <"$tmp/script"
    done
done
if [ "$locales" != C ]; then
    { echo sixel; sed '/^narrow/d' "$tmp/script"; echo picture; } \
        >"$tmp/picture.script"
    LC_ALL=C.UTF-8 check "a terminal that can shows the result in pixels" \
        at 80x24 --new --bank lmr-12 --lang en <"$tmp/picture.script"
    LC_ALL=C.UTF-8 at 80x24 --new --bank lmr-12 --lang en --picture cells \
        <"$tmp/picture.script" >"$tmp/said" 2>&1
    check "but not when characters were asked for" \
        grep -q 'step [0-9]*: picture' "$tmp/said"
else
    skip "a terminal that can shows the result in pixels" "no UTF-8 locale"
    skip "but not when characters were asked for" "no UTF-8 locale"
fi

# The result is read a screenful at a time, and can be seen again.
for size in 44x16 80x24; do
    rm -rf "$tmp/state"
    { echo 'expect Press Enter to begin'; echo 'send \r'; picks 1 12
      cat <<'END'
expect Press Enter to see your result.
expect Once you see your result, answers can no longer be changed.
send \r
expect Twelve short situations
expect Enter shows more (page 1 of
absent How it was computed
send \r
expect (page 2 of
absent (page 1 of
send x\r
expect (page 3 of
narrow
send q\r
expect How it was computed
expect they can no longer be changed
expect To see the result again: lewis take --resume lmr-12-
expect To remove the answers: lewis drafts delete lmr-12-
absent Enter shows more
expect Would you like the picture
send \r
wait 0
cooked
END
    } >"$tmp/script"
    check "a long result waits for its reader at $size" at $size --new \
        --bank lmr-12 --lang en --seed 1 <"$tmp/script"
    check "and can be seen again at $size" at $size --resume "$(draft)" <<'END'
expect This questionnaire is finished
expect Twelve short situations
expect (page 1 of
send \x03
expect Would you like the picture
wait 0
cooked
END
done
check "one row in a file: the command to see it again" at 80x24 \
    --resume "$(draft)" -o "$tmp/again.csv" <<END
expect (page 1 of
send q\r
expect Your answers are in $tmp/again.csv.
expect To see the result again: lewis score --me $tmp/again.csv
send \r
wait 0
END

answers "$tmp/80x24-C.csv" >"$tmp/expected"
check "an answer in every column" test "$(tr ',' '\n' <"$tmp/expected" |
    grep -c '^[abc]$')" -eq 12
for file in "$tmp"/*x*.csv; do
    answers "$file" >"$tmp/actual"
    check_same "the same keys give the same answers: ${file##*/}" \
        "$tmp/expected" "$tmp/actual"
done

# The answers score as the same answers typed into a file.
{ echo P01,P02,P03,P04,P05,P06,P07,P08,P09,P10,P11,P12
  cat "$tmp/expected"; } >"$tmp/typed.csv"
"$LEWIS" score --bank lmr-12 "$tmp/typed.csv" 2>/dev/null | sed 1d |
    cut -d, -f3-12 >"$tmp/typed"
"$LEWIS" score --bank lmr-12 "$tmp/80x24-C.csv" 2>/dev/null | sed 1d |
    cut -d, -f3-12 >"$tmp/taken"
check_same "taken and typed answers have one profile" "$tmp/typed" "$tmp/taken"

# The rhythm of a ranking; back, again, leave out, take back, go to, review.
afresh
check "most, then least; back undoes the half, then goes back" at 80x24 \
    --bank "$nine" --lang en --seed 1 <<'END'
expect Press Enter to begin
raw
send \r
expect 1 of 9
expect Most like me: 1 2 3
send 2
expect Least like me: 1 3
send 2
expect 2 is already what is most like you
send 9
expect Please choose one of these: 1 or 3.
send b
expect Most like me: 1 2 3
absent Least like me
send 3
expect Least like me: 1 2
send 1
expect Question 1: 3-2-1. Not right? b takes you back.
expect 2 of 9
send b
expect least 1
expect most 3
send \e[C
expect 2 of 9
send \e[D
expect 1 of 9
send s
expect This question has an answer.
send c
expect Most like me: 1 2 3
send s
expect Question 1: left out.
send b
expect 1 of 9
send g
expect Go to question (1-9):
send 7\r
expect Question 2 is still open and comes first.
expect 2 of 9
send r
expect 1 left out
expect Left out: 1.
expect go on with question 2
send g
send 9\r
expect Question 2 is still open and comes first.
expect 2 of 9
send x
expect The key x does nothing here. ? shows what you can do.
send \r
expect Please choose one of these: 1, 2 or 3.
send ?
expect What you can do
expect 1 2 3 first the one that is most like you, then the one that is least
expect ? h this page
absent does nothing
send x
expect 2 of 9
absent Please choose
send b
expect 1 of 9
send b
expect Press Enter to go on.
absent Press Enter to begin
send \r
expect 1 of 9
send q
wait 3
cooked
END
check "what was left out is in the draft" test \
    "$("$LEWIS" drafts list | grep -c ' 0 of 9')" -eq 1

# Ways to end in the middle: nothing is lost, and the way back is told.
for way in 'send \x03' 'send \x04' 'send q' 'signal INT' 'signal TERM' \
    'signal HUP' 'signal QUIT' close; do
    afresh
    { echo 'expect Press Enter to begin'; echo 'send \r'; picks 1 2
      echo 'expect 3 of 12'; echo "$way"; echo 'wait 3'; } >"$tmp/script"
    check "$way: status 3" at 80x24 --bank lmr-12 --lang en <"$tmp/script"
    check "$way: two answers are kept" test \
        "$("$LEWIS" drafts list | grep -c ' 2 of 12')" -eq 1
done
check "the command to go on is told" at 80x24 --resume "$(draft)" <<'END'
expect 3 of 12
send q
wait 3
expect Kept: 2 of 12 answered.
expect To go on: lewis take --resume lmr-12-
cooked
END

# All were answered, or left out.
afresh
{ echo 'expect Press Enter to begin'; echo 'send \r'; picks 1 3
  printf 'expect 4 of 12\nsend s\n'
  printf 'expect 5 of 12\nsend r\n'
  printf 'expect Still open: question 5 is the first. There, s leaves it out\n'
  printf 'expect Left out: 4.\nsend \\r\nexpect 5 of 12\nsend ?\n'
  printf 'expect 1 2 3 the one that is most like you\nsend x\n'
  picks 5 11
  cat <<'END'
expect 12 of 12
send s
expect No question is open any more. Left out: 4, 12.
absent All questions have an answer
send q
wait 3
END
} >"$tmp/script"
check "the review says what was left out" at 80x24 --bank lmr-12 --lang en \
    <"$tmp/script"
check "and when it got an answer" at 80x24 --resume "$(draft)" <<'END'
expect Left out: 4, 12.
send g12\r
expect You left this one out.
send 1
expect Left out: 4.
send g4\r
send 1
expect All questions have an answer.
absent Left out
send q
wait 3
END

# Half an answer is something: it is kept, and not said to be left out.
afresh
check "only half an answer" at 80x24 --bank lmr-30 --lang nl --seed 1 <<'END'
expect Druk op Enter om te beginnen
send \r
expect 1 van 30
send s
expect Vraag 1: overgeslagen.
send b
expect Deze heb je overgeslagen.
send 2
expect Past het minst bij mij: 1 3
absent Deze heb je overgeslagen.
send q
wait 3
expect Bewaard: 0 van de 30 beantwoord.
END
LC_ALL=C check "is offered, in the language of the draft" at 80x24 <<'END'
expect Je was al eens aan deze vragenlijst begonnen
expect Tot nu toe overgeslagen: 1.
expect Verder gaan waar ik was
send 1
expect Past het minst bij mij: 1 3
absent Deze heb je overgeslagen.
send q
wait 3
END
LC_ALL=C check "or in the one asked for" at 80x24 --lang en <<'END'
expect You began this questionnaire before
send 1
expect Least like me: 1 3
send l
expect Past het minst bij mij: 1 3
send q
wait 3
END

# Help that is longer than the window.
check "help moves up and down" at 44x16 --resume "$(draft)" <<'END'
expect 1 van 30
send ?
expect Wat je kunt doen
expect Met Omhoog en Omlaag zie je de rest.
send \e[B
send \e[B
send \e[B
expect stoppen; wat je hebt beantwoord
narrow
send x
expect 1 van 30
send q
wait 3
END

# A question is whole in a narrow window, also with a word on the one before.
check "no statement is out of sight at 44x24" at 44x24 --bank lmr-30 --new \
    --lang nl --seed 1 <<'END'
expect Druk op Enter om te beginnen
send \r
expect 1 van 30
send 1
send 2
expect Vraag 1: 1-3-2. Niet goed? Met b ga je terug.
expect 2 van 30
absent zie je de rest
send 1
send 2
expect Vraag 2: 1-3-2. Niet goed?
absent zie je de rest
send 1
send 1
expect 1 past al het best bij je.
absent zie je de rest
send q
wait 3
END

# A draft is offered.
afresh
{ echo 'expect Press Enter to begin'; echo 'send \r'; picks 1 2
  printf 'expect 3 of 12\nsend q\nwait 3\n'; } |
    at 80x24 --bank lmr-12 --lang en >"$tmp/said"
check "go on where I was" at 80x24 --bank lmr-12 --lang en <<'END'
expect 2 of 12 answered
expect 1 Go on where I was
send \r
expect Start afresh
send 1
expect 3 of 12
send q
wait 3
END
check "or start afresh" at 80x24 --bank lmr-12 --lang en <<'END'
expect 2 of 12 answered
send 2
expect Press Enter to begin
send q
wait 3
END
check "not to another person" at 80x24 --bank lmr-12 --name Ann <<'END'
expect Press Enter to begin
absent Go on where I was
send q
wait 3
END

# kill -9 at every item.
afresh
n=1
at 80x24 --bank lmr-12 --lang en --seed 1 >"$tmp/said" <<'END'
expect Press Enter to begin
send \r
expect 1 of 12
signal KILL
wait KILL
END
while [ $n -le 12 ]; do
    { picks $n $n
      [ $n -eq 12 ] && echo 'expect Your answers' ||
          echo "expect $((n + 1)) of 12"
      echo 'signal KILL'; echo 'wait KILL'; } |
        at 80x24 --resume "$(draft)" >>"$tmp/said" || echo "item $n" \
            >>"$tmp/lost"
    n=$((n + 1))
done
check "kill -9 at every item of lmr-12 loses no answer" test ! -e "$tmp/lost"
check "and the end is as if nothing had been" at 80x24 --resume "$(draft)" \
    -o "$tmp/killed.csv" <<END
$finish_it
END
answers "$tmp/killed.csv" >"$tmp/actual"
check_same "with the same answers" "$tmp/expected" "$tmp/actual"
check "and no draft left" test -z "$(draft)"

# kill -9 in the middle of a ranking: its first half is there again.
{ echo 'expect Druk op Enter om te beginnen'; echo 'send \r'
  for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14; do
      printf 'expect %s van 30\nexpect Past het best bij mij: 1 2 3\n' $i
      printf 'send 1\nexpect Past het minst bij mij: 2 3\nsend 2\n'
  done
  printf 'expect 15 van 30\nsend 3\nexpect Past het minst bij mij: 1 2\n'
  printf 'signal KILL\nwait KILL\n'; } >"$tmp/script"
check "lmr-30 in Dutch, killed in the fifteenth ranking" at 80x24 --lang nl \
    --seed 2 <"$tmp/script"
{ printf 'expect 15 van 30\nexpect Past het minst bij mij: 1 2\nsend 1\n'
  for i in 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do
      printf 'expect %s van 30\nexpect Past het best bij mij: 1 2 3\n' $i
      printf 'send 2\nexpect Past het minst bij mij: 1 3\nsend 3\n'
  done
  cat <<'END'
expect Alle vragen hebben een antwoord
expect Druk op Enter om verder te gaan
send \r
expect Bij welk team
send b\xc3\xa9ta q\x7fr\r
expect Waar ben je opgegroeid
send atlantis\r
expect Een land met de naam "atlantis" is hier niet bekend.
expect Mijn antwoord:
absent Mijn antwoord: atlantis
send nederlnd\r
expect Bedoel je Nederland?
send netherlands\r
expect Wat voor werk
send 3
expect Dank je wel
send b
expect Overheid en beleid
send \r
expect Als je je uitslag ziet, liggen de antwoorden vast.
send \r
expect Enter laat meer zien (bladzijde 1 van
send \r
expect NL
send \r
expect De letters zijn landen in de figuur:
expect NL Nederland
send q\r
expect Je antwoorden staan in
expect Wil je de tekening in een bestand
END
  printf 'send %s\\r\n' "$tmp/picture.xls"
  echo 'expect De naam moet eindigen op .png, .pdf of .svg'
  printf 'send %s\\r\n' "$tmp/picture.png"
  printf 'expect %s is er al.\n' "$tmp/picture.png"
  printf 'send %s\\r\n' "$tmp/other.svg"
  printf 'expect %s is er al.\n' "$tmp/other.svg"
  printf 'send %s\\r\n' "$tmp/picture.png"
  printf 'expect Typ dezelfde naam nog een keer\n'
  printf 'send %s\\r\n' "$tmp/picture.png"
  printf 'expect Getekend\nwait 0\ncooked\n'; } >"$tmp/script"
echo mine >"$tmp/picture.png"
echo mine >"$tmp/other.svg"
check "gone on with to the end, with a picture" at 80x24 --resume "$(draft)" \
    -o "$tmp/thirty.csv" <"$tmp/script"
check "the picture is one" sh -c 'head -c 8 "$1" | grep -q PNG' sh \
    "$tmp/picture.png"
check "and the file not named twice is as it was" grep -qx mine "$tmp/other.svg"
check "the replies are in the file" grep -q '^,béta r,NL,government,' \
    "$tmp/thirty.csv"
"$LEWIS" score "$tmp/thirty.csv" >"$tmp/out" 2>"$tmp/err"
check "and it scores" says "1 row: 1 scored, 0 incomplete, 0 refused"

# The window.
afresh
check "turned narrow and wide midway" at 200x50 --bank lmr-12 --lang en <<'END'
expect Press Enter to begin
send \r
expect 1 of 12
send 1
expect 2 of 12
resize 40 12
send x
expect Most like me: 1 2 3
expect Up and Down show the rest.
send \e[B
send \e[6~
send 2
expect 3 of 12
resize 80 24
send l
expect 3 van 12
send l
expect Most like me: 1 2 3
absent Past het best
resize 41 30
send ?
expect What you can do
narrow
send q
send q
wait 3
END
check "keys of other keyboards" at 80x12 --bank lmr-12 --new --lang en <<'END'
expect Press Enter to begin
send \r
expect 1 of 12
send ?
expect What you can do
send \e[B
send \eOB
send \e[A
send \eOA
send \eOA
expect What you can do
send \e]0;a title\x07
send \ePnothing\e\\
send \e[99~
send \x0c
expect What you can do
send \r
expect 1 of 12
send \xff\xc3\x28
send 1
expect 2 of 12
narrow
send q
send q
wait 3
END
check "stopped and continued" at 80x24 --bank lmr-12 --new --lang en <<'END'
expect Press Enter to begin
send \r
expect 1 of 12
signal STOP
stopped
signal CONT
send 1
expect 2 of 12
raw
send q
wait 3
cooked
END
if command -v bash >/dev/null 2>&1; then
    check "Ctrl-Z gives the terminal back, fg takes it" "$PTY" 80x24 \
        bash --norc --noprofile <<END
send PS1='ready: '; LC_ALL=C '$LEWIS' take --bank lmr-12 --new --lang en\r
expect Press Enter to begin
send \r
expect 1 of 12
send \x1a
expect Stopped
send stty -a | grep -c ' icanon.* echo ' | sed s/1/cooked/\r
expect cooked ready:
send fg\r
expect 1 of 12
expect Most like me: 1 2 3
send 1
expect 2 of 12
send q
expect Kept: 1 of 12 answered.
send exit 5\r
wait 5
END
else
    skip "Ctrl-Z gives the terminal back, fg takes it" "no bash"
fi

# Colours.
check "a terminal gets colours" at 80x24 --bank lmr-12 --new <<'END'
expect Press Enter to begin
dressed
send q
wait 3
END
NO_COLOR=1 check "but not with NO_COLOR" at 80x24 --bank lmr-12 --new <<'END'
expect Press Enter to begin
send \r
expect 1 of 12
send q
wait 3
plain
END

# Scripts that are wide, and that combine.
for size in 40x24 80x24; do
    check "Chinese and Hindi at $size" at $size --bank "$scripts" --new \
        -o "$tmp/scripts.csv" <<'END'
expect 宽字符的三个问题
send \r
expect 1 of 3
expect 我安静地听，直到对方说完。
send 3
expect Least like me: 1 2
send l
expect चुपचाप अंत तक सुनता हूँ।
send 1
expect बैठक
narrow
send 2
expect तथ्य
send 1
send 2
expect काम और जीवन
send \r
expect Enter shows more
send q\r
expect Would you like the picture
send \r
wait 0
END
done
check "their answers" grep -q '^,,cba,b,acb,hi,scripts,' "$tmp/scripts.csv"

# Names may hold anything.
evil=$(printf 'x\033[31m\302\233y')
at 80x24 --bank lmr-12 --new --name "$evil" >"$tmp/said" <<'END'
expect Press Enter to begin
send \r
expect 1 of 12
send 1
expect 2 of 12
send q
wait 3
plain
END
check "a name with control characters does not reach the terminal" test -z \
    "$("$LEWIS" drafts list | LC_ALL=C tr -dc '\033\233')"
finish
