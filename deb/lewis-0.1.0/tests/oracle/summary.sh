#!/bin/sh
# summary.sh - what summary.R computes now is what stands in tests/golden/summary,
# which tests/cli/summary.sh holds the program to. Argument: the source folder.
#
# SPDX-License-Identifier: GPL-3.0-or-later
set -e
here=$1/tests
LEWIS_PATH=$1/questionnaires
export LEWIS_PATH
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
awk -f "$here/oracle/ratings.awk" >"$tmp/ratings.csv"
Rscript "$here/oracle/summary.R" ratings "$tmp/ratings.csv" >"$tmp/ratings.txt"
Rscript "$here/oracle/summary.R" rankings "$LEWIS_PATH/workshop.csv" \
    >"$tmp/workshop.txt"
for name in ratings workshop; do
    awk -v within=1e-9 -f "$here/cli/near.awk" "$tmp/$name.txt" \
        "$here/golden/summary/$name.txt" || exit 1
    echo "summary: $name: same"
done
