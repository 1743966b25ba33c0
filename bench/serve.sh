#!/bin/sh
# serve.sh - 300 people answer 30 rankings at once: make bench-serve
#
# [PEOPLE=300] [PACES="200 0"] [DIR=/tmp, a folder on a real disk]. PACES are
# milliseconds from one answer of a person to the next; 0: as fast as they are
# acknowledged. Fails when an answer was lost.
#
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
program=$1
people=${PEOPLE:-300}
tmp=$(mktemp -d "${DIR:-/tmp}/lewis-bench-XXXXXX")
trap 'rm -rf "$tmp"' EXIT
trap 'exit 2' HUP INT TERM

# The code and the answers of every row of an export.
answers() {
    awk -F, 'NR == 1 {
        for (i = 1; i <= NF; i++)
            if ($i ~ /^T[0-9]+$/) column[++count] = i
        next
    }
    {
        printf "%s", $1
        for (i = 1; i <= count; i++) printf ",%s", $column[i]
        print ""
    }' "$1" | sort
}

# room PACE
room() {
    room=$tmp/room-$1
    "$LEWIS" workshop new "$room" --bank lmr-30 --teams room \
        --codes "$people" --names 2>/dev/null
    "$LEWIS" workshop open "$room" 2>/dev/null
    "$LEWIS" workshop codes "$room" | grep -o '[A-Z]\{3\} [A-Z]\{3\}' |
        tr -d ' ' >"$tmp/codes"
    if [ "$1" = 0 ]; then
        echo "Each answers as soon as the last answer was acknowledged:"
    else
        echo "Each answers every $1 ms:"
    fi
    "$program" "$LEWIS" "$room" "$tmp/codes" "$tmp/expected" "$1" |
        sed 's/^/    /'
    "$LEWIS" workshop close "$room" 2>/dev/null
    "$LEWIS" workshop export "$room" -o "$tmp/export.csv" 2>/dev/null
    answers "$tmp/export.csv" >"$tmp/kept"
    sort "$tmp/expected" >"$tmp/sorted"
    if ! cmp -s "$tmp/sorted" "$tmp/kept"; then
        echo "    LOST: $(diff "$tmp/sorted" "$tmp/kept" | grep -c '^<')" \
            "people's answers are not what was acknowledged"
        exit 1
    fi
    echo "    all answers of $(wc -l <"$tmp/kept") people are in the export"
}

for pace in ${PACES:-200 0}; do
    room "$pace"
done
