#!/bin/sh
# chart_output.sh - where lewis chart puts its pictures: files of a size, one of
# every person, characters, and pixels in a terminal.
#
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tap.sh"
workshop=$LEWIS_PATH/workshop.csv

# pixels FILE: width and height of a PNG.
pixels() {
    od -An -tu1 -j16 -N8 "$1" | awk '{
        print ($1 * 256 + $2) * 65536 + $3 * 256 + $4,
            ($5 * 256 + $6) * 65536 + $7 * 256 + $8 }'
}
has_pixels() {
    pixels "$1"
    test "$(pixels "$1")" = "$2"
}

run chart "$workshop" --size 1600x1200px -o "$tmp/a.png"
check "a size in pixels is exact" has_pixels "$tmp/a.png" "1600 1200"
run chart "$workshop" --size 8x5in --dpi 100 -o "$tmp/a.png"
check "a size in inches goes with --dpi" has_pixels "$tmp/a.png" "800 500"
run chart "$workshop" --size 200x120mm -o "$tmp/a.svg"
check "millimetres are points in an SVG" grep -q \
    'width="566.93pt" height="340.16pt"' "$tmp/a.svg"
run chart "$workshop" --paper Letter --portrait -o "$tmp/a.svg"
check "paper stands" grep -q 'width="612.00pt" height="792.00pt"' "$tmp/a.svg"
run chart "$workshop" --paper a5 -o "$tmp/a.svg"
check "paper lies" grep -q 'width="595.28pt" height="419.53pt"' "$tmp/a.svg"

# refused OPTION...: what it says is in $tmp/err, and no file is there.
refused() {
    rm -f "$tmp/no.png"
    run chart "$workshop" "$@" -o "$tmp/no.png"
    test "$status" -eq 2 -a ! -e "$tmp/no.png"
}
check "a size of 0 is refused" refused --size 0x0mm
check "and told in its unit" says "each side must be from 71 to 5080 mm"
check "so are 100,000 pixels" refused --size 100000x100000px
check "with the pixels that can be" says "from 417 to 30000 px"
run chart "$workshop" --size 5080x71mm -o "$tmp/long.svg"
check "5080 mm are no hair too long" test "$status" -eq 0
check "too many pixels in all are refused" refused --paper a3 --dpi 1200
check "with their number" says "19843 x 14032 pixels is too large"
for size in 10 10x 10x20 x20mm 1e3x200pt -200x300pt 300x300cm 300x300ptx; do
    check "--size $size is refused" refused --size="$size"
    check "and told" says "such as 160x120mm"
done
check "an unknown paper is refused" refused --paper a44
check "with a near one" says "did you mean a4?"
check "--size and --paper are too much" refused --size 9x9in --paper a4
check "lying and standing too" refused --landscape --portrait

# Standard output.
run chart "$workshop" --format svg -o -
check "--format names the kind for standard output" prints '<svg xmlns='
run chart "$workshop" -o -
check "without it that is told" says "--format say which it is"
run chart "$workshop" --format gif -o -
check "so is a kind that there is not" says "--format is svg, png or pdf"

# In characters.
run chart "$workshop" --title "Our team"
check "without -o there is a picture in characters" prints "Multi-active"
check "with the title" prints "Our team"
check "with a key" prints "a=Zo"
check "with the centre" reads "# centre: linear-active"
check "with countries' codes" prints "o CN"
check "and no escape codes" test -z "$(tr -cd '\033' <"$tmp/out")"
check "in ASCII where the locale is" test -z \
    "$(sed '/=/d' "$tmp/out" | LC_ALL=C tr -d '\000-\177')"
check "within 80 columns" test -z "$(sed -n '/.\{81\}/{/=/!p;}' "$tmp/out")"
cp "$tmp/out" "$tmp/first"
run chart "$workshop" --title "Our team"
check "the same twice" cmp "$tmp/out" "$tmp/first"
run chart "$workshop" --lang nl
check "in Dutch, too" reads "# middelpunt: lineair-actief"
run chart "$workshop" --picture none
check "--picture none is words" test -z "$(grep Multi-active "$tmp/out")"
check "with the centre, too" reads "centre: linear-active"
run chart "$workshop" --picture cels
check "a wrong --picture is told" says "did you mean cells?"
head -n 2 "$workshop" >"$tmp/one.csv"
run chart "$tmp/one.csv"
check "one person is a star" reads "* profile: linear-active"
head -n 1 "$workshop" >"$tmp/none.csv"
run chart "$tmp/none.csv"
check "nobody is told" says "so there is nobody to draw"
check "and nothing is shown" test "$status" -eq 1 -a ! -s "$tmp/out"
{
    cat "$workshop"
    sed 1d "$workshop"
    sed 1d "$workshop"
} >"$tmp/72.csv"
run chart "$tmp/72.csv"
check "more than 52 people are dots" prints "72 people, each a dot."

# Pixels. What comes out must be the PNG that is in it.
run chart "$workshop" --picture kitty
check "kitty's way begins with its code" test \
    "$(head -c 9 "$tmp/out" | tr '\033' E)" = "E_Ga=T,f="
tr '\033' '\n' <"$tmp/out" | sed -n 's/^_G[^;]*;//p' | tr -d '\n' |
    base64 -d >"$tmp/kitty.png"
check "and holds a PNG" test "$(head -c 4 "$tmp/kitty.png" | tail -c 3)" = PNG
run chart "$workshop" --picture iterm
tr '\a' '\n' <"$tmp/out" | sed -n '1s/^[^:]*://p' | base64 -d >"$tmp/iterm.png"
check "iTerm2's has the same" cmp "$tmp/kitty.png" "$tmp/iterm.png"
run chart "$workshop" --picture sixel
check "sixels begin with theirs" test \
    "$(head -c 10 "$tmp/out" | tr '\033' E)" = 'EP0;1;0q"1'

# One of every person.
printf '%s\n' id,P01,P02,P03,P04,P05,P06,P07,P08,P09,P10,P11,P12 \
    Ann,b,c,a,b,c,a,b,c,a,b,c,a ann,b,c,a,b,c,a,b,c,a,b,c,b \
    Ann,a,c,a,b,c,a,b,c,a,b,c,a ../../x,b,c,a,b,c,a,b,c,a,b,c,a \
    '"a/b\c:d"',b,c,a,b,c,a,b,c,a,b,c,a ,b,c,a,b,c,a,b,c,a,b,c,a \
    ..,b,c,a,b,c,a,b,c,a,b,c,a =1+1,b,c,a,b,c,a,b,c,a,b,c,a \
    -rf,b,c,a,b,c,a,b,c,a,b,c,a Ann-2,b,c,a,b,c,a,b,c,a,b,c,a \
    美咲,b,c,a,b,c,a,b,c,a,b,c,a none,,,,,,,,,,,, >"$tmp/each.csv"
run chart "$tmp/each.csv" --each "$tmp/each"
check "--each draws everybody who has a profile" says "11 pictures drawn"
printf '%s\n' 1+1.svg Ann-2-2.svg Ann-3.svg Ann.svg a_b_c_d.svg ann-2.svg \
    rf.svg row-7.svg row-8.svg x.svg 美咲.svg | LC_ALL=C sort >"$tmp/expected"
find "$tmp/each" -type f | sed 's|.*/||' | LC_ALL=C sort >"$tmp/names"
check "in files whose names are safe, and differ in any case" \
    diff "$tmp/expected" "$tmp/names"
check "and stay in the folder" test ! -e "$tmp/x.svg"
check "who has no name has a row" grep -q ">Row 7</title>" \
    "$tmp/each/row-7.svg"
check "a picture has its person's name as title" grep -q ">Ann</title>" \
    "$tmp/each/Ann.svg"
echo mine >"$tmp/each/x.svg"
rm "$tmp/each/row-7.svg"
run chart "$tmp/each.csv" --each "$tmp/each"
check "what is there is kept" grep -qx mine "$tmp/each/x.svg"
check "and told" says "--overwrite replaces it"
check "which is status 1" test "$status" -eq 1
check "what is not there is drawn" test -s "$tmp/each/row-7.svg"
run chart "$tmp/each.csv" --each "$tmp/each" --overwrite
check "--overwrite replaces it" test "$status" -eq 0 -a -z \
    "$(grep -x mine "$tmp/each/x.svg")"
run chart "$tmp/each.csv" --each "$tmp/each" --overwrite --title "Our team"
check "behind the title that is asked for" grep -q ">Our team: Ann</title>" \
    "$tmp/each/Ann.svg"
run chart "$tmp/each.csv" --each "$tmp/each" --format png
check "--format png draws PNG" test -s "$tmp/each/Ann.png"
run chart "$tmp/each.csv" --each "$tmp/each.csv"
check "a file is no folder" says "name a folder"
run chart "$tmp/each.csv" --each "$tmp/e" -o "$tmp/e.svg"
check "--each and -o are too much" says "give one of them"
finish
