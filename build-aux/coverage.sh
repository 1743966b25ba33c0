#!/bin/sh
# coverage.sh - which part of the lines of each layer has been run, by what gcov
# says of a build with --coverage; run by `make coverage' in that build.
#
# A file that is compiled for several programs counts once, as it did best.
#
# SPDX-License-Identifier: GPL-3.0-or-later
set -u
top=$(cd "${1:-.}" && pwd) || exit 1

find src -name '*.gcno' | while read -r notes; do
    ${GCOV-gcov} -n -o "$(dirname "$notes")" "$notes" 2>/dev/null
done | awk -v top="$top/" '
    /^File / {
        file = substr($0, 7, length($0) - 7)
        if (index(file, top) == 1)
            file = substr(file, length(top) + 1)
        sub(/^(\.\.\/)+/, "", file)
        next
    }
    /^Lines executed:/ && file ~ /^src\/.*\.c$/ {
        split($0, part, /[:%]| of /)
        run = part[2] * part[4] / 100
        if (!(file in lines) || run > ran[file])
            ran[file] = run
        lines[file] = part[4]
        file = ""
    }
    END {
        for (file in lines) {
            layer = file
            sub(/\/[^\/]*$/, "", layer)
            of[layer] += lines[file]
            in_layer[layer] += ran[file]
            all += lines[file]
            all_ran += ran[file]
            printf "%5.1f %6d  %s\n", 100 * ran[file] / lines[file],
                lines[file], file
        }
        for (layer in of)
            printf "%5.1f %6d %s/\n", 100 * in_layer[layer] / of[layer],
                of[layer], layer
        if (all == 0)
            exit 1
        printf "%5.1f %6d all of src\n", 100 * all_ran / all, all
    }' >coverage.txt || {
    echo "coverage.sh: gcov found no lines; is this a build with --coverage?" >&2
    exit 1
}
{ grep '/$' coverage.txt | LC_ALL=C sort -k 3; grep 'all of src' coverage.txt; }
echo "Files, the least first: $PWD/coverage.txt"
LC_ALL=C sort -n -o coverage.txt coverage.txt
