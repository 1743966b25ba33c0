#!/bin/sh
# coverage.sh - which part of the lines of each layer has been run, and which part
# of the ways on from its branches, by what gcov says of a build with --coverage;
# run by `make coverage' in that build.
#
# A file that is compiled for several programs counts once, as it did best.
#
# SPDX-License-Identifier: GPL-3.0-or-later
set -u
top=$(cd "${1:-.}" && pwd) || exit 1

find src -name '*.gcno' | while read -r notes; do
    ${GCOV-gcov} -b -n -o "$(dirname "$notes")" "$notes" 2>/dev/null
done | awk -v top="$top/" '
    /^File / {
        file = substr($0, 7, length($0) - 7)
        if (index(file, top) == 1)
            file = substr(file, length(top) + 1)
        sub(/^(\.\.\/|source\/)+/, "", file)
        ours = file ~ /^src\/.*\.c$/
        next
    }
    function best(kind) {
        split($0, part, /[:%]| of /)
        if (!((file, kind) in ran) || part[2] * part[4] / 100 > ran[file, kind])
            ran[file, kind] = part[2] * part[4] / 100
        all[file, kind] = part[4]
    }
    function percent(a, b) {
        return b == 0 ? "    -" : sprintf("%5.1f", 100 * a / b)
    }
    function say(name, a, b, c, d) {
        printf "%s %6d %s %6d  %s\n", percent(a, b), b, percent(c, d), d, name
    }
    ours && /^Lines executed:/ { files[file]; best("l") }
    ours && /^Taken at least once:/ { best("b") }
    /^$/ { ours = 0 }
    END {
        for (file in files) {
            layer = file
            sub(/\/[^\/]*$/, "/", layer)
            layers[layer]
            for (k = 0; k < 2; k++) {
                kind = k ? "b" : "l"
                layer_all[layer, kind] += all[file, kind]
                layer_ran[layer, kind] += ran[file, kind]
                src_all[kind] += all[file, kind]
                src_ran[kind] += ran[file, kind]
            }
            say(file, ran[file, "l"], all[file, "l"], ran[file, "b"],
                all[file, "b"])
        }
        for (layer in layers)
            say(layer, layer_ran[layer, "l"], layer_all[layer, "l"],
                layer_ran[layer, "b"], layer_all[layer, "b"])
        if (src_all["l"] == 0)
            exit 1
        say("all of src", src_ran["l"], src_all["l"], src_ran["b"], src_all["b"])
    }' >coverage.txt || {
    echo "coverage.sh: gcov found no lines; is this a build with --coverage?" >&2
    exit 1
}
echo "lines run, of; ways on from branches taken, of"
{ grep '/$' coverage.txt | LC_ALL=C sort -k 5; grep 'all of src' coverage.txt; }
echo "Files, the least first: $PWD/coverage.txt"
LC_ALL=C sort -n -o coverage.txt coverage.txt
