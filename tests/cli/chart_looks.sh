#!/bin/sh
# chart_looks.sh - lewis chart: its themes.
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
finish
