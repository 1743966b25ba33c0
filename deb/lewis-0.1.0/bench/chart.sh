#!/bin/sh
# chart.sh BENCH-CHART [PEOPLE]: a million people as a chart, through the library
# and by the command, beside reading the same file plainly.
#
# SPDX-License-Identifier: GPL-3.0-or-later
bench=$1
people=${2:-1000000}
file=$(mktemp) || exit 2
trap 'rm -f "$file" "$file.png"' EXIT

"$bench" "$people"
"$bench" csv "$people" >"$file"
echo "the file, $(wc -c <"$file") bytes, read by wc -l:"
time -p wc -l <"$file"
echo "lewis chart:"
time -p "$LEWIS" chart --bank lmr-30 "$file" -o "$file.png"
