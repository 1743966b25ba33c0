#!/bin/sh
# Command lines that were made up (tests/fuzz/commands.c): whatever stands on
# one, the program ends by itself, with one of its four statuses.
#
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tap.sh"

corpus=$top_srcdir/tests/fuzz/corpus/commands
mkdir "$tmp/here"
cd "$tmp/here" || exit 99
cp "$top_srcdir/questionnaires/me.csv" answers
cp "$top_srcdir/tests/fixtures/forms.xml" bank

ends_well() {
    tr / _ <"$1" >"$tmp/line"
    set --
    while IFS= read -r word || [ -n "$word" ]; do
        set -- "$@" "$word"
    done <"$tmp/line"
    run "$@"
    echo "status $status of: $*"
    cat "$tmp/err"
    [ "$status" -le 3 ]
}

for file in "$corpus"/*; do
    check "${file##*/}" ends_well "$file"
done
finish
