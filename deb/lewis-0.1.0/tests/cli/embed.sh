#!/bin/sh
# embed.sh - the example in doc/batch.md: compiled against the public headers
# and liblewis, and run.
#
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tap.sh"
example=$top_srcdir/doc/examples/score_row.c
libtool=$top_builddir/libtool

# shellcheck disable=SC2086 # CC and SANITIZERS may be several words
build() {
    "$libtool" --quiet --tag=CC --mode=link $CC ${SANITIZERS-} -std=c11 \
        -Wall -Wextra -Werror -I"$top_srcdir/include" "$example" \
        -o "$tmp/score_row" "$top_builddir/src/liblewis.la"
}
score_row() {
    status=0
    "$tmp/score_row" "$@" >"$tmp/out" 2>"$tmp/err" || status=$?
}

check "the example compiles with the public headers only" build
check "its main is about 30 lines" test \
    "$(sed '1,/^main(/d' "$example" | wc -l)" -le 35

# The commands' answers are those of me.csv: the last line but the id.
score_row "$LEWIS_PATH/lmr-12.xml" b a c b b a c a "" b b c
check "it scores" test "$status" -eq 0
"$LEWIS" score "$LEWIS_PATH/me.csv" \
    --columns status,style,linear,linear_low,linear_high,multi,multi_low,multi_high,reactive,reactive_low,reactive_high \
    2>/dev/null | sed -n 2p |
    awk -F, '{ printf "%s %s %s (%s-%s) %s (%s-%s) %s (%s-%s)\n", $1, $2,
        $3, $4, $5, $6, $7, $8, $9, $10, $11 }' >"$tmp/expected"
check_same "as lewis score does" "$tmp/expected" "$tmp/out"
check "the line in doc/batch.md is the example's" grep -qF -- \
    "    $(cat "$tmp/out")" "$top_srcdir/doc/batch.md"
score_row "$LEWIS_PATH/lmr-12.xml" b z
check "an answer that is none is told" says \
    'score_row: "z" is not an option of this item'
check "with a status" test "$status" -eq 1
score_row nowhere.xml
check "so is a bank that is not there" says "score_row: cannot "

if command -v pkg-config >/dev/null 2>&1; then
    PKG_CONFIG_PATH=$top_builddir/src
    export PKG_CONFIG_PATH
    check "pkg-config finds liblewis" sh -c \
        'pkg-config --libs --cflags lewis | grep -q -- -llewis'
else
    skip "pkg-config finds liblewis" "there is no pkg-config"
fi
finish
