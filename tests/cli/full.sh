#!/bin/sh
# lewis and lewis-full are one program to its user (src/cli/full.h): found beside
# it and in libexec, moved or not; missed only by who needs it.
#
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tap.sh"

build=${LEWIS%/*}
answers=$LEWIS_PATH/workshop.csv
mkdir -p "$tmp/usr/bin" "$tmp/usr/share/lewis" "$tmp/usr/libexec/lewis"
cp "$LEWIS" "$tmp/usr/bin/"
cp "$LEWIS_PATH"/*.xml "$tmp/usr/share/lewis/"
sed 's/id="lmr-30"/id="moved-30"/' "$LEWIS_PATH/lmr-30.xml" \
    >"$tmp/usr/share/lewis/moved-30.xml"

# What the moved program says, with nothing but what stands beside it.
moved() {
    LEWIS=$tmp/usr/bin/lewis
    unset LEWIS_PATH
    run "$@"
}
alone() {
    (moved score "$answers" --bank moved-30 && [ "$status" -eq 0 ] &&
        [ "$(wc -l <"$tmp/out")" -eq 25 ])
}
missed() {
    (moved "$@" && [ "$status" -eq 2 ] && ! [ -s "$tmp/out" ] &&
        says "lewis: lewis-full, which does this part of the work, is neither")
}
broken() {
    mkdir "$tmp/usr/bin/lewis-full"
    (moved score "$answers" -f xlsx && [ "$status" -eq 2 ] &&
        says "lewis: cannot start lewis-full")
    result=$?
    rmdir "$tmp/usr/bin/lewis-full"
    return $result
}
check "without lewis-full answers are scored" alone
check "what cannot be done without it is said" \
    missed score "$answers" --bank moved-30 -f xlsx
check "and so it is when it cannot be started" broken

cp "$build/lewis-full" "$tmp/usr/libexec/lewis/"
workbook() {
    (moved score "$answers" --bank moved-30 -f xlsx -o "$tmp/a.xlsx" &&
        [ "$status" -eq 0 ] && [ "$(head -c 2 "$tmp/a.xlsx")" = PK ])
}
"$LEWIS" score "$answers" -f xlsx >"$tmp/none" 2>"$tmp/err"
if says "built without libxlsxwriter" >/dev/null; then
    skip "a workbook is written" "no libxlsxwriter"
else
    check "moved, it is found in libexec, and finds the banks" workbook
fi

workshop() {
    (moved workshop new "$tmp/a.lewis" --bank moved-30 --teams A --codes 3 &&
        [ "$status" -eq 0 ] && moved workshop status "$tmp/a.lewis" &&
        prints "Thirty situations at work")
}
slip() {
    (moved workshop stauts "$tmp/a.lewis" && [ "$status" -eq 2 ] &&
        says 'lewis workshop: there is no "stauts"; did you mean "status"?')
}
run workshop
if says "built without workshops" >/dev/null; then
    skip "it makes a workshop" "no workshops"
    skip "a slip is found by the program that runs the command" "no workshops"
else
    check "it makes a workshop" workshop
    check "a slip is found by the program that runs the command" slip
fi

# Of the libraries that few runs use, none.
linked() {
    ! readelf -d "$LEWIS" | grep NEEDED |
        grep -E 'sqlite|microhttpd|qrencode|xlsxwriter|libzip'
}
if readelf -d "$LEWIS" >/dev/null 2>&1; then
    check "lewis does without the libraries of few commands" linked
else
    skip "lewis does without the libraries of few commands" "no readelf"
fi

# pango is loaded, where it can be, by who sets text; the others do not need it.
# A file of that name that is no library stands before it.
mkdir "$tmp/lib"
: >"$tmp/lib/libpangocairo-1.0.so.0"
untold() {
    (LD_LIBRARY_PATH=$tmp/lib && export LD_LIBRARY_PATH &&
        run chart "$answers" -o "$tmp/a.$1" && [ "$status" -eq 2 ] &&
        says "the library pango, which sets text, cannot be loaded: " &&
        ! [ -e "$tmp/a.$1" ])
}
in_characters() {
    (LD_LIBRARY_PATH=$tmp/lib && export LD_LIBRARY_PATH &&
        run chart "$answers" --picture cells && [ "$status" -eq 0 ])
}
if readelf -d "$LEWIS" 2>/dev/null | grep NEEDED >"$tmp/needed" &&
    ! grep -q pango "$tmp/needed"; then
    for kind in png pdf svg; do
        check "without pango there is no $kind, and it is said" untold $kind
    done
    check "a chart in characters needs none" in_characters
else
    skip "without pango there is no picture, and it is said" \
        "it is linked with pango"
fi
finish
