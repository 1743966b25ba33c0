#!/bin/sh
# chart.sh - lewis chart, by the properties of its files.
#
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tap.sh"
workshop=$LEWIS_PATH/workshop.csv

# starts FILE OCTAL-DUMP
starts() {
    test "$(od -An -tx1 -N "$(printf %s "$2" | wc -w)" "$1" | tr -d '\n')" = \
        " $2"
}

for kind in png pdf svg; do
    run chart "$workshop" --title "Example & <workshop>" -o "$tmp/a.$kind"
    check "a $kind is drawn" test "$status" -eq 0 -a -s "$tmp/a.$kind"
    run chart "$workshop" --title "Example & <workshop>" -o "$tmp/b.$kind"
    check "the same input gives the same $kind bytes" cmp "$tmp/a.$kind" \
        "$tmp/b.$kind"
done
check "a PNG is a PNG" starts "$tmp/a.png" "89 50 4e 47 0d 0a 1a 0a"
check "a PDF is a PDF" starts "$tmp/a.pdf" "25 50 44 46 2d 31 2e 34"
if command -v xmllint >/dev/null 2>&1; then
    check "the SVG is well-formed" xmllint --noout --nonet "$tmp/a.svg"
else
    skip "the SVG is well-formed" "no xmllint"
fi
check "names in the SVG are text" grep -q ">Zoë<" "$tmp/a.svg"
check "the title is escaped" grep -q "Example &amp; &lt;workshop&gt;" \
    "$tmp/a.svg"
check "the foot says what countries are" grep -q "ordinal" "$tmp/a.svg"
if command -v pdftotext >/dev/null 2>&1; then
    pdftotext "$tmp/a.pdf" "$tmp/a.txt"
    check "names in the PDF are text" grep -q "Zoë" "$tmp/a.txt"
    check "country names in the PDF are text" grep -q "Japan" "$tmp/a.txt"
else
    skip "names in the PDF are text" "no pdftotext"
    skip "country names in the PDF are text" "no pdftotext"
fi

run chart "$workshop" --lang nl -o "$tmp/nl.svg"
check "country names follow --lang" grep -q "Duitsland" "$tmp/nl.svg"
check "so do the corners" grep -q ">Lineair-actief<" "$tmp/nl.svg"
check "and the language that is named" grep -q 'lang="nl"' "$tmp/nl.svg"
check "and what is shown on hover" grep -q \
    '<title>.*Zoë.*: lineair-actief 63 %' "$tmp/nl.svg"
# English in Dutch: words of the chart that no Dutch sentence has
check "no English is left" test -z "$(sed 's/class="[^"]*"//g' "$tmp/nl.svg" |
    grep -wi 'the\|and\|people\|active\|centre\|where\|countries\|with')"

run chart "$workshop" --labels near -o "$tmp/near.svg"
check "--labels near puts names at the markers" test -z \
    "$(grep 'class="key"' "$tmp/near.svg")" -a -n "$(grep Zoë "$tmp/near.svg")"
check "24 people have a key" grep -q 'class="key"' "$tmp/a.svg"
run chart "$workshop" --labels none -o "$tmp/anonymous.svg"
check "--labels none names nobody" test "$(grep -c Zoë "$tmp/anonymous.svg")" \
    -eq 0
run chart "$workshop" --labels nera -o "$tmp/c.svg"
check "another way of labels is told" says "did you mean near?"
run chart "$workshop" --countries jp,Brazil -o "$tmp/two.svg"
check "--countries shows those asked for" test \
    "$(grep -c 'class="country"' "$tmp/two.svg")" -eq 2
run chart "$workshop" --countries none -o "$tmp/no.svg"
check "or none" test -z "$(grep 'class="country"' "$tmp/no.svg")"
run chart "$workshop" --countries Germny -o "$tmp/c.svg"
check "an unknown country is told" says \
    '--countries: there is no country "Germny"; did you mean "Germany"?'
check "before anything is drawn" test "$status" -eq 2 -a ! -e "$tmp/c.svg"
run chart "$workshop" --countries mine.xml -o "$tmp/c.svg"
check "a file is told to be an atlas" says "--atlas FILE"

head -n 2 "$workshop" >"$tmp/one.csv"
run chart "$tmp/one.csv" -o "$tmp/one.svg"
check "one person is drawn with the region" grep -q 'class="region"' \
    "$tmp/one.svg"
head -n 1 "$workshop" >"$tmp/none.csv"
echo kept >"$tmp/none.png"
run chart "$tmp/none.csv" -o "$tmp/none.png"
check "nobody is said" says "there is a header, and not one row under it"
check "nobody is not drawn, and not trouble" test "$status" -eq 1
check "what was in the file stays" test "$(cat "$tmp/none.png")" = kept
check "and it is told" says "there are no rows with answers"
{
    head -n 1 "$workshop"
    sed -n '2,3s/,\([abc]*\),.*/,\1&/p' "$workshop" | sed 's/,[abc][abc]*/,/g'
} >"$tmp/blank.csv"
run chart "$tmp/blank.csv" -o "$tmp/none.png"
check "people without a profile are not drawn either" says \
    "nobody has a profile, so there is nobody to draw"
check "and that is data" test "$status" -eq 1
check "nor is their file written" test "$(cat "$tmp/none.png")" = kept
printf '%s\n<script>,t&,%s\n' \
    id,team,P01,P02,P03,P04,P05,P06,P07,P08,P09,P10,P11,P12 \
    a,b,c,a,b,c,a,b,c,a,b,c >"$tmp/script.csv"
run chart "$tmp/script.csv" -o "$tmp/script.svg"
check "a name like <script> is text" test -z \
    "$(grep '<script' "$tmp/script.svg")"

cp "$workshop" "$tmp/answers.svg"
run chart "$tmp/answers.svg" -o "$tmp/answers.svg"
check "answers are never drawn over" cmp "$workshop" "$tmp/answers.svg"
run chart "$workshop" --lang de -o "$tmp/de.svg"
check "a language that is not there is told" says 'no texts in "de"'
run chart "$workshop" -o "$tmp/a.gif"
check "another ending is told" says "must end in .png, .pdf or .svg"
run chart "$workshop" -o "$tmp/no/where.png"
check "a folder that is not there is told" says "cannot"
check "and is trouble" test "$status" -eq 2
run chart "$workshop" --dpi 5 -o "$tmp/c.png"
check "a silly resolution is told" says "--dpi must be from 36 to 1200"
if [ -w /dev/full ]; then
    ln -s /dev/full "$tmp/full.pdf"
    run chart "$workshop" -o "$tmp/full.pdf"
    check "a full disk is trouble" test "$status" -eq 2
else
    skip "a full disk is trouble" "no /dev/full"
fi

# Log-ratios. Of 12 people the last two of the file have a share of 0.
{
    printf '%s\n' id,C1,C2,C3,C4,C5,E1,E2,E3,E4,E5,A1,A2,A3,A4,A5
    for i in 1 2 3 4 5 6 7 8 9 10; do
        echo "p$i,2,3,$((i % 6 + 1)),4,4,3,3,3,4,$((i % 4 + 2)),2,4,3,4,4"
    done
    echo "p11,1,1,1,6,6,3,3,3,4,4,2,4,3,4,4"
    echo "p12,1,1,1,6,6,6,6,1,1,1,2,4,3,4,4"
} >"$tmp/zeros.csv"
run chart "$workshop" --geometry aitchison -o "$tmp/log.svg"
check "log-ratios are drawn" test "$status" -eq 0
check "and named" grep -q "log-ratios" "$tmp/log.svg"
check "and that no share was 0 is told" says "no share was 0"
run chart "$workshop" --geometry plane -o "$tmp/plane.svg"
run chart "$workshop" -o "$tmp/default.svg"
check "the plane is the default" cmp "$tmp/plane.svg" "$tmp/default.svg"
run chart "$tmp/zeros.csv" --bank bfi --geometry aitchison -o "$tmp/z.svg"
check "shares of 0 are counted" says \
    "3 shares of 0 were taken as 0.5 % (2 of 12 people)"
check "in the picture too" test "$(grep -c \
    '3 shares of 0 were taken as 0.5.*%' "$tmp/z.svg")" -ge 2
run chart "$tmp/zeros.csv" --bank bfi --geometry aitchison --zeros 0.02 \
    -o "$tmp/z.svg"
check "--zeros is what they are taken as" says "taken as 2 %"
sed '2,4d' "$tmp/zeros.csv" >"$tmp/many.csv" # 2 of 9
run chart "$tmp/many.csv" --bank bfi --geometry aitchison -o "$tmp/m.svg"
check "a fifth of the people with a share of 0 is told" says \
    "2 of 9 people have a share of 0"
check "and is trouble" test "$status" -eq 2 -a ! -e "$tmp/m.svg"
run chart "$tmp/many.csv" --bank bfi --geometry aitchison --force \
    -o "$tmp/m.svg"
check "--force draws them" test "$status" -eq 0 -a -s "$tmp/m.svg"
run chart "$workshop" --geometry atchison -o "$tmp/c.svg"
check "a wrong geometry is told" says "did you mean aitchison?"
run chart "$workshop" --geometry sphere -o "$tmp/c.svg"
check "so is one that is like none" says "there are plane and aitchison"
for zeros in 0 0.1 -1; do
    run chart "$workshop" --geometry aitchison --zeros "$zeros" -o "$tmp/c.svg"
    check "--zeros $zeros is told" says "--zeros must be above 0 and below 0.1"
done
# Words over the triangle.
run chart "$workshop" --overlay truth --lang nl -o "$tmp/truth.svg"
check "the ideas of truth are drawn in Dutch" grep -q "Waarheid" \
    "$tmp/truth.svg"
cp "$LEWIS_PATH/truth.xml" "$tmp/mine.xml"
run chart "$workshop" --overlay "$tmp/mine.xml" -o "$tmp/mine.svg"
check "an overlay can be a file" grep -q "class=\"word\"" "$tmp/mine.svg"
run chart "$workshop" --overlay trut -o "$tmp/c.svg"
check "a wrong overlay is told" says \
    'there is no overlay "trut"; did you mean truth?'
check "and is trouble" test "$status" -eq 2 -a ! -e "$tmp/c.svg"
run chart "$workshop" --overlay lmr-12 -o "$tmp/c.svg"
check "a bank is no overlay" says 'there is no overlay "lmr-12"; there is truth'
run bank check truth
check "lewis bank check reads overlays" test "$status" -eq 0

# Before and after. Of the 24 people three are in one file only.
sed -e 2d -e 's/^P03,/Someone,/' -e '3,9y/abc/bca/' "$workshop" |
    sed 's/^\([^,]*\),[^,]*,/\1,Hbrcour,/' >"$tmp/before.csv"
run chart "$workshop" --before "$tmp/before.csv" -o "$tmp/moves.svg"
check "moves are drawn" grep -q 'class="moves"' "$tmp/moves.svg"
check "who is only in the earlier file is told" says \
    "only in the earlier answers: "
check "and who is only in the later" says "only in the later answers: "
check "in the picture too" grep -q "Only in the earlier answers" \
    "$tmp/moves.svg"
run chart "$workshop" --before "$workshop" -o "$tmp/same.svg"
check "people who did not move are counted" grep -q "(24)" "$tmp/same.svg"
check "the same answers twice are seen" grep -q "are these the same answers" \
    "$tmp/same.svg"
check "and have no region of a move" test -z "$(grep -A 2 'class="region"' \
    "$tmp/same.svg" | grep '<p')"
sed -n '1p;5,7p' "$workshop" >"$tmp/few.csv"
run chart "$tmp/few.csv" --before "$tmp/before.csv" -o "$tmp/few.svg"
check "fewer than four have no region, and that is told" grep -q \
    "(no region under" "$tmp/few.svg"
sed 's/^[^,]*,/x,/' "$workshop" | sed '1s/^x/id/' >"$tmp/x.csv"
run chart "$workshop" --before "$tmp/x.csv" -o "$tmp/c.svg"
check "no id in common is told" says \
    'nobody has a profile in both: no id of the answers stands in'
check "and is trouble" test "$status" -eq 2 -a ! -e "$tmp/c.svg"
run chart "$workshop" --before "$tmp/before.csv" --geometry aitchison \
    -o "$tmp/c.svg"
check "moves are not drawn in log-ratios" says "leave out --geometry"
cp "$tmp/before.csv" "$tmp/before.svg"
run chart "$workshop" --before "$tmp/before.svg" -o "$tmp/before.svg"
check "earlier answers are never drawn over" cmp "$tmp/before.csv" \
    "$tmp/before.svg"

# Ids that stand twice or nowhere, and rows without a profile: each with its own
# reason. Ann and Tom are in both files.
header=$(head -n 1 "$workshop")
# person NAME LINE: answers of a line of the workshop under another name
person() {
    sed -n "$2s/^[^,]*,[^,]*,/$1,,/p" "$workshop"
}
{
    printf '%s\n' "$header"
    person Ann 2
    person Bob 3
    person Ann 5
    echo "Hal,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,"
    person "" 7
    person Tom 12
} >"$tmp/then.csv"
{
    printf '%s\n' "$header"
    person Ann 7
    person Ann 9
    person Ann 10 | sed 's/,,[a-c]*,/,,zz,/'
    person Hal 11
    person New 12
    person "" 13
    person Tom 4
    person Ida 13 | sed 's/,,[a-c]*,/,,zz,/'
} >"$tmp/now.csv"
run chart "$tmp/now.csv" --before "$tmp/then.csv" --highlight Hal \
    -o "$tmp/why.svg"
check "who answered only then is told" says \
    "only in the earlier answers: 1 (Bob); not drawn"
check "and who only now" says "only in the later answers: 1 (New); not drawn"
check "without a profile then is another reason" says \
    "without a profile in the earlier answers: 1 (Hal); not drawn"
check "without an id too" says \
    "without an id to find the earlier answers by: 1; not drawn"
check "and two rows of one id" says "of which the last counts: 2 (Ann, Ann)"
check "in the earlier answers as well" says \
    "then.csv: 1 row has an id that stood there before; of each the last"
check "who has no profile is named" says "without a profile: 1 (Ida); not drawn"
check "and who is to stand out and cannot" says \
    '"Hal" is among those who are not drawn'
check "the foot has the same reasons" grep -q "Without an id to find" \
    "$tmp/why.svg"
{
    printf '%s\n' "$header"
    person Ann 5
    person Tom 12
} >"$tmp/then1.csv"
{
    printf '%s\n' "$header"
    person Ann 9
    person Tom 4
} >"$tmp/now1.csv"
run chart "$tmp/now1.csv" --before "$tmp/then1.csv" -o "$tmp/last.svg"
moves() {
    sed -n '/class="moves"/,/class="members"/p' "$1"
}
check "the last of each is drawn" test -n "$(moves "$tmp/why.svg")" -a \
    "$(moves "$tmp/why.svg" | wc -l)" -eq "$(moves "$tmp/last.svg" | wc -l)"
shares() {
    grep -o '<title>[^<]*Ann[^<]*before[^<]*' "$1"
}
check "and has its own shares" test -n "$(shares "$tmp/last.svg")" -a \
    "$(shares "$tmp/why.svg")" = "$(shares "$tmp/last.svg")"
run chart "$tmp/now.csv" --before "$tmp/then.csv" --labels none \
    -o "$tmp/why.svg"
check "--labels none names nobody in the foot either" test -z \
    "$(grep 'Bob\|New\|Hal' "$tmp/why.svg")"
{
    cat "$workshop"
    person Zoë 5
} >"$tmp/twice.csv"
run chart "$tmp/twice.csv" -o "$tmp/twice.svg"
check "an id that stands twice is told" says \
    "1 row has an id that stood before"
check "on the chart too" grep -q "both are drawn, as two people" \
    "$tmp/twice.svg"
run chart "$tmp/twice.csv" --highlight Zoë -o "$tmp/twice.svg"
person Zoë 5 | sed "1i $header" >"$tmp/zoe.csv"
run score --columns linear "$tmp/zoe.csv"
last=$(awk 'NR == 2 { printf "%.0f", 100 * $1 }' "$tmp/out")
check "the last one stands out" test -n "$(grep -A 1 'class="star"' \
    "$tmp/twice.svg" | grep "linear-active $last %")"

# A small triangle for each topic.
run chart "$workshop" --topics --lang nl -o "$tmp/topics.svg"
check "all items and ten topics are drawn" test \
    "$(grep -c 'class="panel"' "$tmp/topics.svg")" -eq 11
check "each with how well a person is known by its items" grep -q \
    '3 vragen, ±33<' "$tmp/topics.svg"
check "which is not that of the whole profile" grep -q '30 vragen, ±14<' \
    "$tmp/topics.svg"
check "nor said of all of them" test -z "$(grep 'Ieders eigen' \
    "$tmp/topics.svg")"
check "with the bank's titles" grep -q "Waarheid en feiten" "$tmp/topics.svg"
"$LEWIS" chart - --topics --lang nl -o "$tmp/stdin.svg" <"$workshop" \
    2>/dev/null
check "and from standard input" cmp "$tmp/topics.svg" "$tmp/stdin.svg"
run chart "$tmp/one.csv" --topics -o "$tmp/topics.svg"
check "one person has topics too" test "$status" -eq 0
run chart "$tmp/none.csv" --topics -o "$tmp/c.svg"
check "no rows, no topics" says "there are no rows"
check "which is data, too" test "$status" -eq 1 -a ! -e "$tmp/c.svg"
run chart "$tmp/zeros.csv" --bank bfi --topics -o "$tmp/c.svg"
check "a bank of one topic is told" says "has one topic only"
run chart "$workshop" --topics --overlay truth -o "$tmp/c.svg"
check "--topics goes without an overlay" says "without --before and --overlay"
run chart "$workshop" --topics --each "$tmp/c"
check "and without --each, with what to do" says "leave out --each"
run chart "$workshop" --topics --zoom auto -o "$tmp/c.svg"
check "and without a zoom" says "leave out --zoom"
run chart "$workshop" --topics --labels codes -o "$tmp/c.svg"
check "and without codes" says "--labels auto or none"
run chart "$workshop" --topics --countries NL -o "$tmp/c.svg"
check "and without countries" says "leave out --countries"

# Options that would say nothing.
# lonely OPTION...: refused, and nothing is drawn
lonely() {
    rm -rf "$tmp/c.svg"
    run chart "$workshop" "$@" -o "$tmp/c.svg"
    test "$status" -eq 2 -a ! -e "$tmp/c.svg"
}
check "--force without log-ratios is refused" lonely --force
check "and told" says "--force is for --geometry aitchison"
check "so is --zeros" lonely --zeros 0.01
check "with its reason" says "--zeros is for --geometry aitchison"
check "--overwrite without --each" lonely --overwrite
check "has one too" says "--overwrite is for --each FOLDER"
check "--picture with -o" lonely --picture kitty
check "is for the terminal" says "are for a picture in the terminal"
check "--regions none with others is refused" lonely --regions none,spread
check "and told that it stands alone" says "auto, none and all stand alone"
check "a country between two commas is refused" lonely --countries NL,,JP
check "so is one after the last" lonely --countries NL,
check "and told" says "no country is named before or after a comma"
check "a name for another kind than --format is refused" lonely --format pdf
check "and told" says "another kind than --format pdf"
run chart "$workshop" --format svg
check "--format without a file is told" says "--format is for -o FILE"

# A part of the triangle.
run chart "$LEWIS_PATH/me.csv" --zoom auto -o "$tmp/zoom.svg"
check "a part of the triangle is drawn" grep -q 'class="inset"' \
    "$tmp/zoom.svg"
run chart "$workshop" --zoom auto -o "$tmp/wide.svg"
check "but not for a few percent" test -z "$(grep 'class="inset"' \
    "$tmp/wide.svg")"
check "which is told" says "the whole triangle is shown"
run chart "$LEWIS_PATH/me.csv" --zoom none -o "$tmp/none.svg"
run chart "$LEWIS_PATH/me.csv" -o "$tmp/plain.svg"
check "--zoom none is the default" cmp "$tmp/none.svg" "$tmp/plain.svg"
run chart "$LEWIS_PATH/me.csv" --zoom 20,10,30 -o "$tmp/zoom.svg"
check "a view can be given" grep -q "Linear-active 60" "$tmp/zoom.svg"
run chart "$workshop" --zoom 30,20,10 -o "$tmp/c.svg"
check "a view that leaves people out is told" says \
    "18 of 24 people stand outside that view"
check "with what became of it" says "so nothing is drawn"
check "and is trouble" test "$status" -eq 2 -a ! -e "$tmp/c.svg"
for view in out 30,20 30,20,10,5 30,20,x 300,20,10 ""; do
    run chart "$workshop" --zoom "$view" -o "$tmp/c.svg"
    check "--zoom '$view' is told" says "there is no zoom \"$view\""
done
finish
