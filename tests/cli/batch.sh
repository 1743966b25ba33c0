#!/bin/sh
# batch.sh - many rows: nothing is lost, whatever happens.
#
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tap.sh"
workshop=$LEWIS_PATH/workshop.csv

# score ARGUMENT...: of dirty.csv, with messages that name "dirty.csv".
score() {
    status=0
    (cd "$tmp" && "$LEWIS" score --bank lmr-12 "$@") \
        >"$tmp/out" 2>"$tmp/err" </dev/null || status=$?
}

# lonely DIRECTORY: nothing is in it.
lonely() {
    test -z "$(ls -A "$1")" || { ls -la "$1"; return 1; }
}

dirty() {
    mawk=$(command -v mawk || echo awk)
    LC_ALL=C "$mawk" -v rows="$1" -v bad="$tmp/bad.1" -v good="$tmp/good.1" \
        -v truth="$tmp/truth" -f "$top_srcdir/tests/cli/dirty.awk" |
        tr '\001\002' '\000\377' >"$tmp/dirty.csv"
    for kind in bad good; do
        tr '\001\002' '\000\377' <"$tmp/$kind.1" >"$tmp/$kind.csv"
    done
}

# ---- 100,000 rows with every kind of damage ----

dirty 100000
read -r rows scored incomplete refused empty repeated <"$tmp/truth"
score --rejects rejects.csv -j 1 dirty.csv
check "every row is counted for what it is" test "$(tail -n 1 "$tmp/err")" = \
    "lewis: $rows rows: $scored scored, $incomplete incomplete, $refused refused, $empty empty"
check "refused rows give status 1" test "$status" -eq 1
check "an id that stood before is told" says \
    'the id "r0" stood before; every row is scored (--duplicates first, last'
check "and how many more of them" says \
    "and $((repeated - 10)) more rows whose id stood before"
cp "$tmp/out" "$tmp/out.1"
cp "$tmp/err" "$tmp/err.1"
cp "$tmp/rejects.csv" "$tmp/rejects.1"

LC_ALL=C sed -E '1d; s/^[0-9]+,"([^"]|"")*",//' "$tmp/rejects.1" >"$tmp/mended"
check "rejects hold the refused rows, byte for byte" cmp "$tmp/mended" \
    "$tmp/bad.csv"
score good.csv
LC_ALL=C grep -av ',refused,,,' "$tmp/out.1" >"$tmp/kept"
check "the other rows come out as if there had been no others" cmp \
    "$tmp/out" "$tmp/kept"
score rejects.csv
check "rejects are read again, and refused again" test \
    "$(tail -n 1 "$tmp/err")" = \
    "lewis: $refused rows: 0 scored, 0 incomplete, $refused refused"

for jobs in 2 8; do
    score --rejects rejects.csv -j $jobs dirty.csv
    check "$jobs threads write the same" cmp "$tmp/out" "$tmp/out.1"
    check "$jobs threads say the same" cmp "$tmp/err" "$tmp/err.1"
    check "$jobs threads reject the same" cmp "$tmp/rejects.csv" \
        "$tmp/rejects.1"
done
# rows BANK RANK: 4000 rows with a few empty cells and a few in other words. Counts
# come again.
rows() {
    "$LEWIS" bank export -f csv "$1" | awk -v rank="$2" '
        NR == 1 {
            print
            seed = 7
            for (r = 1; r <= 4000; r++) {
                printf "r%d", r
                for (i = 2; i <= split($0, name, ","); i++) {
                    seed = (seed * 16807) % 2147483647
                    k = int(seed / 7) % (r % 5 == 0 ? 1003 : 1000)
                    cell = rank ? substr("abcacbbacbcacabcba",
                        1 + 3 * (k % 6), 3) : 1 + k % 5
                    cell = k >= 1000 ? " " cell : k < r % 9 ? "" : cell
                    printf ",%s", name[i] ~ /[0-9]/ ? cell : "x"
                }
                print ""
            }
        }' >"$tmp/rows.csv"
}

# same_columns BANK FILE COLUMNS MORE: written alone and with more behind them.
same_columns() {
    "$LEWIS" score -b "$1" -j 2 -f tsv --columns "$3" "$2" >"$tmp/short" \
        2>/dev/null || true
    "$LEWIS" score -b "$1" -j 2 -f tsv --columns "$3,$4" "$2" 2>/dev/null |
        sed 's/\t[^\t]*$//' >"$tmp/long"
    cmp "$tmp/short" "$tmp/long"
}

# same_sums BANK FILE: with a column of quality answers are told one by one;
# without, plain rows are summed up on the way; without low, high and style what
# is written of a sum is written again when the sum comes again.
same_sums() {
    shares=status,linear,multi,reactive
    check "$1: written again, it is the same" same_columns "$1" "$2" \
        "id,team,$shares,x,answered" multi_low
    check "$1: without names too" same_columns "$1" "$2" "$shares" style
    check "$1: summed up or decoded, it is the same" same_columns "$1" "$2" \
        "$shares,multi_low,reactive_high,style,answered" run
    check "$1: most of it is scored" test \
        "$(grep -ac '^ok	' "$tmp/short")" -gt 2000
}
same_sums lmr-12 "$tmp/dirty.csv"
rows lmr-30 1
same_sums lmr-30 "$tmp/rows.csv"
rows lmr-ratings 0
same_sums lmr-ratings "$tmp/rows.csv"
rm "$tmp/rows.csv" "$tmp/short" "$tmp/long"
"$LEWIS" score --bank lmr-12 -j 3 - <"$tmp/dirty.csv" >"$tmp/out" 2>"$tmp/err"
check "a pipe gives what a file gives" cmp "$tmp/out" "$tmp/out.1"
for format in tsv jsonl table; do
    score --format $format -j 1 dirty.csv
    cp "$tmp/out" "$tmp/out.2"
    score --format $format -j 5 dirty.csv
    check "5 threads write the same $format" cmp "$tmp/out" "$tmp/out.2"
done
check "a text that is a formula is defused" grep -aq "^'=r[0-9]*,'-t," \
    "$tmp/out.1"
score --raw-text dirty.csv
check "unless it is to stay as it is" grep -aq '^=r[0-9]*,-t,' "$tmp/out"

# ---- rejects, mended ----

printf 'id;P01;P02;P03;P04;P05;P06;P07;P08;P09;P10;P11;P12\n' >"$tmp/few.csv"
printf 'a;a;b;c;a;b;c;a;b;c;a;b;c\nb;X;b;c;a;b;c;a;b;c;a;b;c\n' >>"$tmp/few.csv"
score --rejects rejects.csv few.csv
check "rejects have the separator of the file, line and reason" grep -q \
    '^3;"column ""P01"": ""X"" is not an option .*";b;X;b;c;' \
    "$tmp/rejects.csv"
sed 's/;X;/;a;/' "$tmp/rejects.csv" >"$tmp/mended.csv"
score mended.csv
check "mended rejects are scored" grep -q '^b,,ok,' "$tmp/out"

sed '/^b/d' "$tmp/few.csv" >"$tmp/fine.csv"
score --rejects rejects.csv fine.csv
check "nobody refused: the rejects are a header" diff "$tmp/rejects.csv" - <<END
lewis_line;lewis_reason;$(head -n 1 "$tmp/few.csv")
END
score rejects.csv
check "which is scored: no rows" says "0 rows: 0 scored, 0 incomplete, 0 refused"
check "with status 0" test "$status" -eq 0
score --rejects rejects.csv fine.csv few.csv
check "of two files that with refused rows has its header there" test \
    "$(cut -d ';' -f 1 "$tmp/rejects.csv" | xargs)" = "lewis_line 3"

# Rejects are UTF-8, and say so when the answers were not.
printf 'id;team;P01;P02;P03;P04;P05;P06;P07;P08;P09;P10;P11;P12\r\n' >"$tmp/old.8"
printf 'Zoë;Café;X;b;c;a;b;c;a;b;c;a;b;c\r\n' >>"$tmp/old.8"
for encoding in windows-1252 UTF-16LE; do
    set -- --encoding windows-1252
    test $encoding != UTF-16LE || set --
    { test $# -gt 0 || printf '\377\376'
        iconv -f UTF-8 -t $encoding "$tmp/old.8"; } >"$tmp/old.csv"
    score "$@" --rejects rejects.csv old.csv
    check "$encoding: rejects begin with the mark of UTF-8" test \
        "$(head -c 3 "$tmp/rejects.csv" | od -An -tx1 | tr -d ' ')" = efbbbf
    check "once, before the header and the row" test \
        "$(tail -c +4 "$tmp/rejects.csv" | cut -d ';' -f 1 | xargs)" = \
        "lewis_line 2"
    sed 's/;X;/;a;/' "$tmp/rejects.csv" >"$tmp/mended.csv"
    score mended.csv
    check "mended, they are scored" grep -q '^Zoë,Café,ok,' "$tmp/out"
    score --encoding windows-1252 mended.csv
    check "--encoding is told to be left out" says \
        "mended.csv: this file begins with the mark of UTF-8; leave out --encoding"
done
score --rejects rejects.csv old.8
check "rejects of UTF-8 have no mark" test "$(head -c 10 "$tmp/rejects.csv")" = \
    lewis_line

# ---- columns ----

cat >"$tmp/kept.csv" <<END
id,site,P01,P02,P03,P04,P05,P06,P07,P08,P09,P10,P11,P12,note
a,Oslo,a,b,c,a,b,c,a,b,c,a,b,c,"say ""hi"", all"
b,-3.5,a,b,c,a,b,c,a,b,c,a,b,c,@SUM(A1)
END
score --columns status,id --keep all kept.csv
cat >"$tmp/expected" <<END
status,id,site,note
ok,a,Oslo,"say ""hi"", all"
ok,b,-3.5,'@SUM(A1)
END
check "columns are chosen and kept; a number is no formula" diff -u \
    "$tmp/expected" "$tmp/out"
score --columns status,id,mood kept.csv
check "a column that is nowhere is told" says 'there is no column "mood"'
score --columns id,linear kept.csv
cut -d, -f1,2 "$tmp/out" >"$tmp/short"
score kept.csv
cut -d, -f1,4 "$tmp/out" >"$tmp/long"
check "shares alone are the same shares" cmp "$tmp/short" "$tmp/long"
score --keep P01,site --columns id --format jsonl kept.csv
check "kept columns stand in JSON too" grep -q \
    '^{"id":"a","P01":"a","site":"Oslo"}$' "$tmp/out"
score --keep id kept.csv
check "no column twice" says 'the column "id" would be written twice'

# ---- duplicates ----

{
    echo id,P01,P02,P03,P04,P05,P06,P07,P08,P09,P10,P11,P12
    for id in a b a c '' '' a b; do
        echo "$id,a,b,c,a,b,c,a,b,c,a,b,c"
    done
} >"$tmp/twice.csv"
statuses() {
    cut -d, -f1,3 "$tmp/out" | tail -n +2 | tr '\n' ' '
}
for how in keep first last refuse; do
    score --duplicates $how --rejects rejects.csv twice.csv
    statuses >"$tmp/$how"
done
check "all are kept" grep -qx 'a,ok b,ok a,ok c,ok ,ok ,ok a,ok b,ok ' \
    "$tmp/keep"
check "the first counts" grep -qx \
    'a,ok b,ok a,duplicate c,ok ,ok ,ok a,duplicate b,duplicate ' "$tmp/first"
check "the last counts" grep -qx \
    'a,duplicate b,duplicate a,duplicate c,ok ,ok ,ok a,ok b,ok ' "$tmp/last"
check "all of an id are refused" grep -qx \
    'a,refused b,refused a,refused c,ok ,ok ,ok a,refused b,refused ' \
    "$tmp/refuse"
check "and rejected" test "$(wc -l <"$tmp/rejects.csv")" -eq 6
"$LEWIS" score --duplicates last --bank lmr-12 - <"$tmp/twice.csv" \
    >"$tmp/out" 2>"$tmp/err"
check "what must be read twice cannot be a pipe" says \
    "--duplicates last and refuse read the answers twice"
score --duplicates last -j 1 dirty.csv
cp "$tmp/out" "$tmp/out.2"
score --duplicates last -j 8 dirty.csv
check "8 threads keep the same last row" cmp "$tmp/out" "$tmp/out.2"

# ---- a file a team ----

score --split-by team -o "$tmp/teams" "$workshop" --bank lmr-30
(cd "$tmp/teams" && cat ./*.csv) | LC_ALL=C sort -u >"$tmp/joined"
"$LEWIS" score --bank lmr-30 "$workshop" 2>/dev/null | LC_ALL=C sort -u \
    >"$tmp/whole"
check "the files of the teams are the whole" cmp "$tmp/joined" "$tmp/whole"
check "there is one for each" test "$(find "$tmp/teams" -type f | wc -l)" -eq \
    "$(cut -d, -f2 "$workshop" | tail -n +2 | sort -u | wc -l)"

# ---- what goes wrong outside ----

mkdir "$tmp/empty"
(
    trap '' XFSZ
    ulimit -f 64
    "$LEWIS" score --bank lmr-12 -j 2 -o "$tmp/empty/o.csv" "$tmp/dirty.csv"
) >"$tmp/out" 2>"$tmp/err"
check "a file that may not grow is told" says "cannot write"
check "and leaves nothing behind" lonely "$tmp/empty"
(
    ulimit -f 64
    "$LEWIS" score --bank lmr-12 -o "$tmp/empty/o.csv" "$tmp/dirty.csv"
) >"$tmp/out" 2>"$tmp/err"
check "nor when it ends the program" lonely "$tmp/empty"
if [ -c /dev/full ]; then
    "$LEWIS" score --bank lmr-12 "$tmp/dirty.csv" >/dev/full 2>"$tmp/err"
    check "a full disk gives status 2" test $? -eq 2
    check "and is told" says "No space left"
fi
"$LEWIS" score --bank lmr-12 --rejects "$tmp/empty/r.csv" "$tmp/dirty.csv" \
    2>"$tmp/err" | head -n 1 >"$tmp/out"
check "a reader that goes away leaves nothing behind" lonely "$tmp/empty"

# interrupt SECONDS: in the middle of the work.
interrupt() {
    (
        sleep 5 &
        cat "$tmp/dirty.csv"
        wait
    ) 2>/dev/null | "$LEWIS" score --bank lmr-12 -o "$tmp/empty/o.csv" \
        --rejects "$tmp/empty/r.csv" - >/dev/null 2>&1 &
    # shellcheck disable=SC3045
    victim=$!
    sleep "$1"
    kill -TERM $victim 2>/dev/null
    wait $victim 2>/dev/null
}
for wait in 0.01 0.05 0.1 0.2 0.4; do
    interrupt $wait
done
check "an interrupt leaves nothing behind" lonely "$tmp/empty"

# ---- odd files ----

# In 600 MB of address space, most of it of libraries and threads; sanitizers
# take terabytes.
limit=600000
[ -z "${SANITIZERS-}" ] || limit=unlimited
{
    head -n 1 "$tmp/good.csv"
    head -c 1073741824 /dev/zero
    echo
    sed -n 2p "$tmp/good.csv"
} | (
    ulimit -v $limit 2>/dev/null
    exec "$LEWIS" score --bank lmr-12 -j 2 -
) >"$tmp/out" 2>"$tmp/err"
check "a line of 1 GiB costs one line" test "$(tail -n 1 "$tmp/err")" = \
    "lewis: 2 rows: 1 scored, 0 incomplete, 1 refused"
awk 'BEGIN {
    for (i = 1; i < 10000; i++) printf "c%d,", i
    print "id,P01,P02,P03,P04,P05,P06,P07,P08,P09,P10,P11,P12"
    for (r = 0; r < 3; r++) {
        for (i = 1; i < 10000; i++) printf "x,"
        print "me" r ",a,b,c,a,b,c,a,b,c,a,b,c"
    }
}' >"$tmp/wide.csv"
score --columns id,status wide.csv
check "10,000 columns are none too many" test "$(tail -n 1 "$tmp/out")" = \
    "me2,ok"
finish
