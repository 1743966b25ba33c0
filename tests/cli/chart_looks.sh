#!/bin/sh
# chart_looks.sh - lewis chart: its themes, regions and crowds.
#
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tap.sh"
workshop=$LEWIS_PATH/workshop.csv

# colours FILE: every colour in an SVG, once
colours() {
    grep -o '#[0-9A-Fa-f]\{6\}' "$1" | sort -u
}

for theme in screen dark grey; do
    run chart "$workshop" --theme "$theme" -o "$tmp/$theme.svg"
    check "theme $theme is drawn" test "$status" -eq 0 -a -s "$tmp/$theme.svg"
done
run chart "$workshop" -o "$tmp/default.svg"
check "screen is the default" cmp "$tmp/screen.svg" "$tmp/default.svg"
check "a dark page is painted" grep -q 'class="page"' "$tmp/dark.svg"
run chart "$workshop" --theme dark --paper letter -o "$tmp/dark.pdf"
check "in a PDF too, of whole points" test "$status" -eq 0 -a -s "$tmp/dark.pdf"
check "a white one is not" test -z "$(grep 'class="page"' "$tmp/screen.svg")"
check "in grey every colour is one" test -z \
    "$(colours "$tmp/grey.svg" | grep -v '#\(..\)\1\1')"
check "on the screen it is not" test -n \
    "$(colours "$tmp/screen.svg" | grep -v '#\(..\)\1\1')"
run chart "$workshop" --theme gray -o "$tmp/c.svg"
check "a wrong theme is told" says "did you mean grey?"
check "and is trouble" test "$status" -eq 2 -a ! -e "$tmp/c.svg"
run chart "$workshop" --theme sunset -o "$tmp/c.svg"
check "so is one that is like none" says "there are screen, dark and grey"

run chart "$workshop" --regions spread,centre -o "$tmp/r.svg"
check "regions are chosen" test "$(grep -c 'class="spread"' "$tmp/r.svg")" -eq 3
run chart "$workshop" --regions none -o "$tmp/r.svg"
check "or left out" test -z "$(grep 'class="region"' "$tmp/r.svg")"
run chart "$workshop" --regions persons -o "$tmp/r.svg"
check "each person can have one" test \
    "$(grep -c 'class="region"' "$tmp/r.svg")" -eq 24
check "in quiet lines, where there are many" test -z \
    "$(grep -A 2 'class="region"' "$tmp/r.svg" | grep 'fill="#')"
run chart "$workshop" --regions centre,sprad -o "$tmp/c.svg"
check "a wrong region is told" says "did you mean spread?"

run chart "$workshop" --density hexagons -o "$tmp/h.svg"
# The area of each hexagon: half of x_i y_(i+1) - x_(i+1) y_i, summed.
areas() {
    grep -A 2 'class="hexagon"' "$1" | sed -n 's/.*points="\([^"]*\)".*/\1/p' |
        tr ',' ' ' | awk 'NF == 12 { a = 0
            for (i = 1; i < NF; i += 2) { k = i + 2 > NF ? 1 : i + 2
                a += $i * $(k + 1) - $k * $(i + 1) }
            printf "%.1f\n", (a < 0 ? -a : a) / 2 }' | sort -un
}
check "hexagons are all of one size" test "$(areas "$tmp/h.svg" |
    awk 'NR == 1 { least = $1 } END { print (NR > 0 && $1 - least < 1) }')" -eq 1
check "people are counted in hexagons" grep -q "24 people. In each hexagon" \
    "$tmp/h.svg"
{
    head -n 1 "$workshop"
    sed -n 2p "$workshop" | sed 's/^[^,]*/Wolfeschlegelsteinhausenbergerdorff von Altona-Neustadt und Rahlstedt/'
} >"$tmp/long.csv"
run chart "$tmp/long.csv" -o "$tmp/long.svg"
check "a long name is whole on a sheet of one's own" test "$(grep -c \
    '>von Altona-Neustadt und Rahlstedt<' "$tmp/long.svg")" -eq 2
{
    sed 5q "$workshop"
    sed -n 6p "$workshop" | sed 's/^[^,]*//'
} >"$tmp/nameless.csv"
run chart "$tmp/nameless.csv" --labels near -o "$tmp/nameless.svg"
check "--labels near has words for who has no name" grep -q "(no name)" \
    "$tmp/nameless.svg"
run chart "$workshop" --density dots -o "$tmp/d.svg"
check "or are dots" test "$(grep -c 'class="member"' "$tmp/d.svg")" -eq 24
run chart "$workshop" --density dot -o "$tmp/c.svg"
check "a wrong density is told" says "did you mean dots?"
awk 'NR == 1 { print; next } { for (i = 0; i < 20; i++) print }' \
    "$workshop" >"$tmp/480.csv"
run chart "$tmp/480.csv" -o "$tmp/480.svg"
check "more than 400 people are hexagons" grep -q 'class="hexagon"' \
    "$tmp/480.svg"
run chart "$tmp/480.csv" --zoom 30,20,10 -o "$tmp/part.svg"
check "a part of them can be seen" says \
    "of 480 people are outside of the view and not drawn"
check "and its foot tells so" grep -q "outside of it: not drawn" \
    "$tmp/part.svg"
run chart "$tmp/480.csv" --zoom 0,60,0 --highlight Zoë -o "$tmp/c.svg"
check "but not without who stands out" says \
    "Zoë, who is to stand out, stands outside that view, so nothing is drawn"
awk 'NR == 1 { print; next } { for (i = 0; i < 417; i++) print }' \
    "$workshop" >"$tmp/10008.csv"
run chart "$tmp/10008.csv" --density dots -o "$tmp/dots.svg"
check "more than 10000 are no dots, which is told" says \
    "dots are for up to 10000 people; these 10008 are counted in hexagons"
check "with the centres of their teams" test \
    "$(grep -c 'class="center"' "$tmp/480.svg")" -eq 3
run chart "$workshop" --highlight Zoë --highlight P03 -o "$tmp/s.svg"
check "people stand out" test "$(grep -c 'class="star"' "$tmp/s.svg")" -eq 2
check "with lines to their shares" grep -q '>L[^<]*63[^<]*%<' "$tmp/s.svg"
run chart "$tmp/480.csv" --highlight Zoë -o "$tmp/s.svg"
check "over hexagons too" grep -q 'class="star"' "$tmp/s.svg"
check "the first of several is taken" says '20 rows have the id "Zoë"'
run chart "$workshop" --topics --highlight Zoë -o "$tmp/s.svg"
check "in every topic" test "$(grep -c 'class="star"' "$tmp/s.svg")" -eq 11
run chart "$workshop" --highlight Zoe -o "$tmp/c.svg"
check "somebody unknown is told" says 'id "Zoe"; did you mean "Zoë"?'
check "and nothing is drawn" test "$status" -eq 2 -a ! -e "$tmp/c.svg"
run chart "$workshop" --highlight 1 --highlight 2 --highlight 3 \
    --highlight 4 --highlight 5 --highlight 6 --highlight 7 --highlight 8 \
    --highlight 9 -o "$tmp/c.svg"
check "nine are too many" says "at most"
run chart "$workshop" --highlight Zoë --each "$tmp/each"
check "--each has nobody to stand out" says "leave out --highlight"
run chart "$LEWIS_PATH/me.csv" -o "$tmp/me.svg"
check "one person alone has lines" grep -q 'class="tracks"' "$tmp/me.svg"

run score "$workshop" --countries NL
check "what --countries means is told" says "--atlas FILE"

finish
