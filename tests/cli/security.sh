#!/bin/sh
# What doc/security.md promises: input from strangers does nothing but become
# figures, and files come to be with care.
#
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tap.sh"
export XDG_STATE_HOME="$tmp/state"
mkdir "$tmp/here"
cd "$tmp/here" || exit 99
umask 022

# Names that would do something to a terminal: the title set by OSC, colours by
# CSI, a line taken back, the same by C1 in UTF-8 and as bare bytes, text turned
# about, a line of its own.
esc=$(printf '\033')
nasty=$(printf 'a\033]0;owned\007b\033[31mc\rd\302\2330me\302\2350;x\302\234f\342\200\256g\342\201\247h\330\234i\342\200\250j\177k')
bare=$(printf 'l\2330mm')
two=$(printf 'n\nlewis: all is well')

# Nothing in the file but what is shown, line ends and tabs.
shown() {
    LC_ALL=C tr -d '\n\t\040-\176\200-\377' <"$1" | od -c | head -n 5 >"$tmp/c0"
    [ "$(wc -l <"$tmp/c0")" -le 1 ] || { cat "$tmp/c0" "$1"; return 1; }
    for sequence in '\302[\200-\237]' '\342\200[\216\217\250-\256]' \
        '\342\201[\246-\251]' '\330\234'; do
        ! LC_ALL=C grep -aq "$(printf "$sequence")" "$1" ||
            { echo "$sequence"; cat "$1"; return 1; }
    done
    ! LC_ALL=C grep -aq "$(printf '\(^\|[\001-\177]\)[\200-\277]')" "$1"
}
both_shown() {
    shown "$tmp/out" && shown "$tmp/err"
}
for raw in '\033[m' 'a\rb' '\177' '\302\233m' '\342\200\256' '\342\201\246' \
    '\330\234' 'a\233m'; do
    # shellcheck disable=SC2059 # a format it is
    printf "$raw\n" >"$tmp/x"
    if shown "$tmp/x" >/dev/null; then seen=no; else seen=yes; fi
    check "the test sees $raw" test $seen = yes
done

header=id,team,P01,P02,P03,P04,P05,P06,P07,P08,P09,P10,P11,P12
good=a,b,c,a,b,c,a,b,c,a,b,c
{
    echo "$header,\"$nasty\""
    echo "\"$nasty\",\"$nasty\",$good,x"
    echo "\"$two\",\"$nasty\",$good,x"
    echo "\"$bare\",x,$good,x"
    echo "\"$nasty\",x,\"$nasty\",$good"
    echo "\"$nasty\",$nasty,,,,,,,,,,,,,"
    for n in 1 2 3 4 5 6; do echo "\"$n$nasty\",$nasty,$good,x"; done
} >names.csv
cp names.csv "$nasty.csv"

# Every command that says something about it.
quiet() {
    name=$1
    shift
    run "$@"
    check "$name: nothing but text is shown" both_shown
    check "$name: it ends with a status of its own" test "$status" -le 3
}
quiet "a dry run" score --bank lmr-12 --dry-run names.csv
quiet "a table" score --bank lmr-12 --format table names.csv
quiet "one person in words" score --bank lmr-12 --person "1$nasty" names.csv
quiet "a person who is not there" score --bank lmr-12 --person "z$nasty" \
    names.csv
quiet "a file's name" score "$nasty.csv" --bank lmr-12 --format table
quiet "a file that is not there" score "no$nasty"
quiet "a bank that is not there" score --bank "$nasty" names.csv
quiet "a chart in the terminal" chart --bank lmr-12 names.csv
quiet "a chart's title" chart --bank lmr-12 names.csv --title "$nasty" \
    -o "$nasty.svg"
quiet "somebody to stand out" chart --bank lmr-12 names.csv \
    --highlight "$nasty" -o x.svg
quiet "a folder of pictures" chart --bank lmr-12 names.csv --each "f$nasty"
quiet "a team" team --bank lmr-12 names.csv --by team
quiet "a team that is not there" team --bank lmr-12 names.csv --team "$nasty"
quiet "a partner" team --bank lmr-12 names.csv --partner "$nasty"
quiet "a report" report --bank lmr-12 names.csv --all -o "r$nasty.json"
quiet "a command" "$nasty"
quiet "an option" score "--$nasty"
quiet "a value" score --digits "$nasty" names.csv
quiet "a format" score --format "$nasty" names.csv
quiet "a country" country show "$nasty"
quiet "a summary" merge "$nasty.csv"
quiet "a draft" drafts show "$nasty"
quiet "a language" bank show lmr-12 --lang "$nasty"
sed "s/Every form/A$(printf '\302\2330m\342\200\256')z/" \
    "$top_srcdir/tests/fixtures/forms.xml" >texts.xml
quiet "a bank's texts" bank show ./texts.xml
quiet "a bank's texts, checked" bank check ./texts.xml
(echo; echo 1) | "$LEWIS" take --bank lmr-12 --new --accessible \
    --name "$nasty" --team "$nasty" >"$tmp/out" 2>"$tmp/err"
check "take: nothing but text is shown" both_shown
quiet "drafts" drafts list
quiet "a draft, shown" drafts show "$("$LEWIS" drafts list 2>/dev/null |
    awk '{ print $1; exit }')"
check "that draft was there" prints "lmr-12"

# What is data goes to a file as it is, and to a terminal as text.
run score --bank lmr-12 --format jsonl names.csv
check "data for programs are whole" grep -aq "$esc\|u001b" "$tmp/out"
"$LEWIS" score --bank lmr-12 names.csv >"$tmp/csv" 2>/dev/null
check "CSV keeps what stood there" grep -aq "$esc" "$tmp/csv"
if command -v script >/dev/null 2>&1 &&
    script -qec true /dev/null </dev/null >/dev/null 2>&1; then
    for format in csv tsv jsonl table; do
        with='--quality --keep all'
        [ $format != table ] || with=
        script -qec "'$LEWIS' score --bank lmr-12 $with \
            --format $format names.csv 2>/dev/null" /dev/null </dev/null |
            tr -d '\r' >"$tmp/out"
        check "$format on a terminal has rows" grep -aq owned "$tmp/out"
        check "$format on a terminal is text" shown "$tmp/out"
    done
else
    skip "data on a terminal" "there is no script(1) that makes one"
fi

# Files: whose, which mode, through which links.
mode() { ls -ld "$1" | cut -c1-10; }
run score "$LEWIS_PATH/me.csv" -o new.csv
check "a new file has the mode of the umask" test "$(mode new.csv)" = -rw-r--r--
(umask 077 && "$LEWIS" score "$LEWIS_PATH/me.csv" -o own.csv 2>/dev/null)
check "also of a careful one" test "$(mode own.csv)" = -rw-------
chmod 640 new.csv
run score "$LEWIS_PATH/me.csv" -o new.csv
check "a file that is there keeps its mode" test "$(mode new.csv)" = -rw-r-----
echo other >target
ln -s target link
run score "$LEWIS_PATH/me.csv" -o link
check "a link stays a link" test -h link
check "and what it names is written" grep -q linear target
ln -s nowhere dangling
run score "$LEWIS_PATH/me.csv" -o dangling
check "a link to nothing is refused" test "$status" -eq 2
check "and nothing is made behind it" test ! -e nowhere
check "no temporary file is left" test -z "$(find . -name '.lewis-*')"
check "drafts are their owner's alone" test -z \
    "$(find "$XDG_STATE_HOME/lewis" -type f ! -perm 600)"
check "and so is their folder" test "$(mode "$XDG_STATE_HOME/lewis/drafts")" = \
    drwx------
draft=$(find "$XDG_STATE_HOME/lewis/drafts" -name '*.jsonl' | head -n 1)
cp "$draft" stolen
ln -s "$PWD/stolen" "$XDG_STATE_HOME/lewis/drafts/planted.jsonl"
run drafts show planted
check "a draft that is a link is left alone" says "symbolic link"
rm "$XDG_STATE_HOME/lewis/drafts/planted.jsonl"
mkfifo pipe
run take --bank lmr-12 --new --accessible -o pipe
check "handing in to a pipe is refused" test "$status" -ne 0

# The environment names folders, and nothing else comes of it.
mkdir data trap
echo '<bank' >data/lmr-12.xml
cp data/lmr-12.xml lmr-12.xml
run bank show lmr-12
check "a bank in the folder one stands in is not picked up" \
    test "$status" -eq 0
XDG_DATA_HOME=data run bank show lmr-12
check "a relative XDG_DATA_HOME is ignored" test "$status" -eq 0
XDG_DATA_DIRS=data:. run bank show lmr-12
check "and a relative XDG_DATA_DIRS" test "$status" -eq 0
(cd trap && XDG_STATE_HOME=relative HOME=$tmp/home "$LEWIS" drafts list \
    >/dev/null 2>&1)
check "a relative XDG_STATE_HOME makes nothing" test ! -e trap/relative
for setting in LANG=../../x LC_ALL="$nasty" LANGUAGE="$nasty" TERM="$nasty" \
    COLUMNS=99999999999 LINES=-1 NO_COLOR= SOURCE_DATE_EPOCH=-5 \
    SOURCE_DATE_EPOCH=99999999999999999999 LEWIS_PATH=:::/:"$LEWIS_PATH"; do
    (export "$setting"
        "$LEWIS" score --me "$LEWIS_PATH/me.csv" --bank "$LEWIS_PATH/lmr-12.xml" \
            >"$tmp/out" 2>"$tmp/err" </dev/null)
    status=$?
    check "$(printf '%s' "${setting%%=*}") set to something odd" \
        sh -c "[ $status -le 2 ]"
    check "which is not printed raw" both_shown
done

# Files that are too much.
limited() {
    # shellcheck disable=SC3045 # where it cannot be limited, it is not
    (ulimit -v 1000000 2>/dev/null
        "$LEWIS" "$@" >"$tmp/out" 2>"$tmp/err" </dev/null)
    status=$?
}
case ${SANITIZERS-} in
*address*) limited() { run "$@"; } ;;
esac
{ echo '<bank>'; head -c 9000000 /dev/zero | tr '\0' ' '; } >large.xml
limited bank check large.xml
check "a bank over 8 MiB is refused" prints "8 MiB"
awk 'BEGIN { for (i = 0; i < 100000; i++) printf "<a>" }' >deep.xml
limited bank check deep.xml
check "XML a hundred thousand deep is refused" test "$status" -le 2
check "with a message" grep -q "deep.xml" "$tmp/out" "$tmp/err"
{ echo "$header"; printf 'x,"'; head -c 3000000 /dev/zero | tr '\0' y; echo
  echo "y,t,$good"; } >line.csv
limited score --bank lmr-12 line.csv
check "a line over 1 MiB is refused" test "$status" -eq 1
check "and the next one is read" grep -q "^y,t,ok" "$tmp/out"
awk 'BEGIN { printf "id"; for (i = 0; i < 200000; i++) printf ",c%d", i
    print "" }' >wide.csv
limited score --bank lmr-12 wide.csv
check "200,000 columns do no harm" test "$status" -eq 2
head -c 2000000 /dev/urandom >noise.csv
limited score --bank lmr-12 noise.csv
check "noise does no harm" test "$status" -eq 2
for size in 1000000x1000000px 99999x99999px 1e9x1e9mm 0x0px -5x5px nanxnan; do
    limited chart "$LEWIS_PATH/me.csv" --size $size -o big.png
    check "a picture of $size is refused" test "$status" -eq 2
done
for dpi in 1e9 -1 0 nan 1e-9; do
    limited chart "$LEWIS_PATH/me.csv" --dpi $dpi -o big.png
    check "a picture of $dpi dpi is refused" test "$status" -eq 2
done
check "and none is there" test ! -e big.png
limited score --jobs 1000000 "$LEWIS_PATH/me.csv"
check "a million threads are refused" test "$status" -eq 2

# XML stays with itself.
mkdir web
printf '<?xml version="1.0"?>\n<bank xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="file:///etc/passwd" parse="text"/></bank>\n' >web/include.xml
run bank check web/include.xml
check "an inclusion is not made" sh -c "! grep -q root: '$tmp/out' '$tmp/err'"
check "but refused" test "$status" -ne 0
if command -v strace >/dev/null 2>&1 && strace -o /dev/null true 2>/dev/null
then
    strace -f -e trace=network -o "$tmp/net" "$LEWIS" bank check \
        web/include.xml >/dev/null 2>&1
    check "nothing asks the network" sh -c \
        "! grep -E 'AF_INET|connect' '$tmp/net'"
else
    skip "nothing asks the network" "there is no strace"
fi

# What is drawn and written for browsers and spreadsheets.
cat >evil.csv <<END
$header
<script>alert(1)</script>,"<img src=x onerror=alert(1)>",$good
"""><svg onload=alert(1)>",t1,$good
"' onmouseover='alert(1)",t2,$good
]]>&amp;<!--,t3,$good
=1+1,@SUM(A1),$good
+1+1,-1+1,$good
END
# Elements and attributes that a browser would act on, in well-formed XML.
tame() {
    sed 's/<!DOCTYPE html>//; s/<\(meta[^>]*\|hr\|br\)>/<\1\/>/g' "$1" \
        >"$tmp/tame.xml"
    xmllint --nonet --xpath "count(//*[local-name()='script' or
        local-name()='img' or local-name()='iframe' or local-name()='object' or
        local-name()='foreignObject'] | //@*[starts-with(local-name(), 'on')] |
        //@*[starts-with(normalize-space(.), 'javascript:')])" \
        "$tmp/tame.xml" >"$tmp/count" && [ "$(cat "$tmp/count")" = 0 ]
}
if command -v xmllint >/dev/null 2>&1; then
    title='"><script>alert(1)</script>&'
    "$LEWIS" chart --bank lmr-12 evil.csv --title "$title" -o evil.svg \
        2>/dev/null
    check "an SVG of such names is tame" tame evil.svg
    "$LEWIS" report --bank lmr-12 evil.csv --all -o evil.html 2>/dev/null
    check "a team's report is tame" tame evil.html
    check "it has the names" grep -q '&lt;script&gt;' evil.html
    "$LEWIS" report --bank lmr-12 evil.csv --person '"><svg onload=alert(1)>' \
        -o one.html 2>/dev/null
    check "a person's report is tame" tame one.html
    sed 's/Every form/\&lt;script\&gt;alert(1)\&lt;\/script\&gt;/
        s/no</\&lt;img src=x onerror=alert(1)\&gt;"</' \
        "$top_srcdir/tests/fixtures/forms.xml" >evil.xml
    run bank export ./evil.xml --format paper
    cp "$tmp/out" paper.html
    check "a bank on paper is tame" tame paper.html
    check "with its texts" grep -q '&lt;img' paper.html
else
    skip "what browsers get" "there is no xmllint"
fi
run bank export "$top_srcdir/tests/fixtures/forms.xml" --format google
check "texts of a script are strings" test "$status" -eq 0
run score --bank lmr-12 evil.csv
check "formulas are defused in CSV" grep -q "^'=1+1,'@SUM(A1)," "$tmp/out"
check "those that begin with + and -, too" grep -q "^'+1+1,'-1+1," "$tmp/out"
run score --bank lmr-12 --format tsv evil.csv
check "and in TSV" grep -q "^'=1+1	'@SUM(A1)	" "$tmp/out"

# Names that are paths.
{
    echo "$header"
    echo "../../../../tmp/lewis-out,../../up,$good"
    echo "/etc/x,/abs,$good"
    echo "..,..,$good"
    echo "a,..%2f..,$good"
} >paths.csv
mkdir -p deep/er/still
run score --bank lmr-12 paths.csv --split-by team -o deep/er/still
check "teams become files of that folder" test -z \
    "$(find deep -type f ! -path 'deep/er/still/*')"
run chart --bank lmr-12 paths.csv --each deep/er/people
check "people become files of that folder" test -z \
    "$(find deep -type f ! -path 'deep/er/still/*' ! -path 'deep/er/people/*')"
check "and nobody escapes" test ! -e /tmp/lewis-out.png
check "all of them are there" test "$(find deep/er/people -type f | wc -l)" -eq 4
finish
