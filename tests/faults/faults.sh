#!/bin/sh
# tests/faults/faults.sh [all|places|N]: on the main ways through the program, one
# call after the other fails: memory that is not there, files that cannot be opened,
# read, written, put on the disk or renamed (tests/faults/shim.c). Whatever
# fails, the program ends by itself; either it goes on and what it makes is just
# the same, or it says what happened, ends with status 2 (or 3, with the draft
# kept), and what was there stays as it was.
#
# As a test it takes a few calls, always the same ones. make check-faults takes
# the first and the last call of every place in the program that calls are come to
# from (FAULTS=places), all of them (all), or so many of each kind (N).
#
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tap.sh"

shim=$top_builddir/tests/faults/.libs/shim.so
few=${1-4}
kinds="memory file"

case ${SANITIZERS-} in
*address*) skip "calls that fail" "the sanitizer counts memory itself"
    finish
    exit ;;
esac
if [ ! -e "$shim" ] || ! LD_PRELOAD=$shim FAULT_KIND=memory \
    FAULT_COUNT=$tmp/count "$LEWIS" --version >/dev/null 2>&1 ||
    [ ! -s "$tmp/count" ]; then
    skip "calls that fail" "no library can be put before the C library here"
    finish
    exit
fi

# What all ways begin with.
mkdir "$tmp/base"
(
    cd "$tmp/base" || exit
    cp "$LEWIS_PATH/lmr-12.xml" bank.xml
    cp "$LEWIS_PATH/me.csv" me.csv
    head -n 1 me.csv | sed 's/^id,/id,team,/' >team.csv
    for n in 1 2 3 4 5 6 7; do
        echo "p$n,t,a,b,c,a,b,c,a,b,c,a,b,c"
    done >>team.csv
    "$LEWIS" score me.csv --bank ./bank.xml --summary part.json >/dev/null 2>&1
    (echo; yes 1 | head -n 12; echo) | "$LEWIS" take --bank ./bank.xml --new \
        --accessible -o answers.csv >/dev/null 2>&1
    cp "$top_srcdir/tests/fixtures/vendors/google-sheets-nl.xlsx" sheet.xlsx
    sed -n 1p me.csv >you.csv
    echo "you,c,c,a,a,b,b,c,c,a,a,b,b" >>you.csv
    "$LEWIS" score you.csv --bank ./bank.xml --summary other.json \
        >/dev/null 2>&1
    rm -rf state
    cp "$top_srcdir/tests/fixtures/vendors/google-direct-nl.csv" words.csv
    "$LEWIS" workshop new room.lewis --bank ./bank.xml --teams t --codes 8 &&
        "$LEWIS" workshop open room.lewis && "$FILL" room.lewis team.csv &&
        "$LEWIS" workshop close room.lewis
) >/dev/null 2>&1

# once N: the way at hand in a fresh folder, its N-th call of that kind failing.
once() {
    rm -rf "$tmp/place"
    cp -R "$tmp/base" "$tmp/place"
    cd "$tmp/place" || exit 99
    cp -f before "$out" 2>/dev/null
    status=0
    # shellcheck disable=SC2086 # options of the shim
    printf '%b' "$typed" | env LD_PRELOAD="$shim" FAULT_KIND=$kind FAULT_AT="$1" \
        $2 FAULT_COUNT="$tmp/count" XDG_STATE_HOME="$tmp/place/state" \
        "$LEWIS" $words >"$tmp/out" 2>"$tmp/err" || status=$?
    case $out in
    stdout | verdict | listed) cp "$tmp/out" "$out" ;;
    esac
}

# Are two files the same, as far as chance and the clock have no part in it? Of
# a bank that is checked, only the verdict counts, which may be the fault.
same() {
    case $out in
    verdict | listed)
        if [ "$status" -eq 1 ]; then
            cat "$1" "$tmp/err" |
                grep -q 'out of memory\|cannot read\|not well-formed\|outermost'
        elif [ "$out" = listed ]; then
            cmp -s "$1" "$2"
        else
            grep -q ': 0 errors, 0 warnings' "$1"
        fi ;;
    handed.csv)
        cut -d, -f1-14 "$1" >"$tmp/one"
        cut -d, -f1-14 "$2" | cmp -s "$tmp/one" - ;;
    made.lewis)
        "$LEWIS" workshop status "$1" >"$tmp/one" 2>&1 &&
            "$LEWIS" workshop status "$2" 2>&1 | cmp -s "$tmp/one" - ;;
    *)
        cmp -s "$1" "$2" ;;
    esac
}

# What a fault may come to. Temporary files are taken away in any case.
sound() {
    [ -z "$(find "$tmp/place" -name '.lewis-*')" ] ||
        { echo "a temporary file is left"; return 1; }
    case $status in
    0 | 1)
        same "$out" "$tmp/good" || { echo "another result"; return 1; } ;;
    2 | 3)
        grep -q '^lewis' "$tmp/err" || { echo "no message"; return 1; }
        case $out in
        stdout | verdict | listed) return ;;
        esac
        if [ "$out" = handed.csv ] && same "$out" "$tmp/good"; then
            return # it was handed in before the result could not be shown
        elif [ -e before ]; then
            cmp "$out" before || return
        elif [ -e "$out" ]; then
            echo "half a file"
            return 1
        fi ;;
    *)
        echo "status $status"
        return 1 ;;
    esac
}

# Which of $1 calls are to fail.
picks() {
    if [ "$few" = places ]; then
        awk '{ last[$1] = NR } !($1 in first) { first[$1] = NR; print NR }
            END {
                for (w in last)
                    if (last[w] != first[w])
                        print last[w]
            }' "$tmp/where" | sort -n
    elif [ "$few" = all ] || [ "$few" -ge "$1" ]; then
        seq 1 "$1"
    else
        awk -v n="$1" -v few="$few" 'BEGIN {
            srand(7)
            for (i = 0; i < few; i++)
                print 1 + int((i + rand()) * n / few)
        }'
    fi
}

sweep() {
    once 0 "FAULT_WHERE=$tmp/where"
    cp "$out" "$tmp/good" || return
    calls=$(cat "$tmp/count")
    tried=0
    bad=0
    for n in $(picks "$calls"); do
        for how in FAULT_ONE=1 FAULT_ON=1; do
            once "$n" $how
            tried=$((tried + 1))
            said=$(sound) && continue
            bad=$((bad + 1))
            echo "$kind $n $how: $said, status $status: $(head -n 3 "$tmp/err")"
        done
    done
    echo "# $name: $calls calls of $kind, $tried runs, $bad bad" >&3
    [ "$bad" -eq 0 ] && [ "$tried" -gt 0 ]
}

# way NAME OUT WORDS...: one way through the program; with FAULT_WAYS, only those
# whose name that pattern finds.
way() {
    name=$1
    printf '%s\n' "$name" | grep -q "${FAULT_WAYS-}" || return 0
    out=$2
    shift 2
    words=$*
    for kind in $kinds; do
        check "$name: $kind" sweep
    done
}

exec 3>&1
typed=
way "rows to CSV" out.csv score --bank ./bank.xml me.csv -o out.csv
way "rows to JSON Lines, two threads" out.jsonl score --bank ./bank.xml \
    --jobs 2 --quality --format jsonl me.csv -o out.jsonl
way "a summary" out.json score --bank ./bank.xml me.csv --summary out.json
way "summaries joined" out.json merge part.json other.json -o out.json
way "one person as a page" out.txt score --bank ./bank.xml --me me.csv -o out.txt
way "a picture, PNG" out.png chart --bank ./bank.xml me.csv --dpi 50 \
    -o out.png
way "a picture, SVG" out.svg chart --bank ./bank.xml me.csv -o out.svg
way "a picture, PDF" out.pdf chart --bank ./bank.xml me.csv -o out.pdf
way "a report, HTML" out.html report --bank ./bank.xml me.csv --me -o out.html
way "a report, PDF" out.pdf report --bank ./bank.xml me.csv --me -o out.pdf
way "a team, JSON" out.json team --bank ./bank.xml team.csv --format json \
    -o out.json
way "a bank on paper" out.html bank export ./bank.xml --format paper -o out.html
if "$LEWIS" score --bank "$tmp/base/bank.xml" "$tmp/base/sheet.xlsx" \
    >/dev/null 2>&1; then
    way "a workbook to rows" out.csv score --bank ./bank.xml sheet.xlsx \
        -o out.csv
fi
way "a bank checked" verdict bank check ./bank.xml
way "answers in words, the bank recognised" out.csv score words.csv -o out.csv
way "figures of items" out.json bank items ./bank.xml me.csv --format json \
    -o out.json
way "banks listed" listed bank list
way "a bank shown" stdout bank show ./bank.xml
way "countries listed" stdout country list
way "countries compared" stdout country compare NL JP
way "a team in words" out.txt team --bank ./bank.xml team.csv -o out.txt
way "a report of a team, HTML" out.html report --bank ./bank.xml team.csv \
    --all -o out.html
if "$LEWIS" help workshop >/dev/null 2>&1; then
    way "a workshop made" made.lewis workshop new made.lewis --bank ./bank.xml \
        --teams A,B --codes 3
    way "a workshop's answers" out.csv workshop export room.lewis -o out.csv
    way "a workshop's report" out.html workshop report room.lewis \
        --date today -o out.html
fi
echo old >"$tmp/base/before"
way "over a file that is there" out.csv score --bank ./bank.xml me.csv \
    -o out.csv
mv "$tmp/base/answers.csv" "$tmp/base/before"
typed='\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n\n'
way "answers handed in" handed.csv take --bank ./bank.xml --new --seed 1 \
    --accessible -o handed.csv
finish
