#!/bin/sh
# bench/peers.sh - lewis chart beside gnuplot and matplotlib, in one run: whole
# processes, the least of TURNS. Run by `make bench-peers'; what is not
# installed is left out and named. Nothing is held to a time.
#
# SPDX-License-Identifier: GPL-3.0-or-later
set -u
lewis=${1:?usage: bench/peers.sh LEWIS FOLDER}
content=${2:?usage: bench/peers.sh LEWIS FOLDER}
turns=${TURNS:-9}
# In memory where that can be: lewis waits until a file is on the disk, its peers
# do not, and the disk is not what is timed.
[ -d /dev/shm ] && [ -w /dev/shm ] && export TMPDIR=/dev/shm
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
export LEWIS_PATH="$content" SOURCE_DATE_EPOCH=1700000000

# fastest COMMAND...: hundredths of a millisecond of the fastest turn, with a call
# of date that is in it.
fastest() {
    best=
    turn=0
    while [ "$turn" -lt "$turns" ]; do
        from=$(date +%s%N)
        "$@" >"$tmp/out" 2>&1 || { cat "$tmp/out" >&2; exit 1; }
        took=$((($(date +%s%N) - from) / 10000))
        if [ -z "$best" ] || [ "$took" -lt "$best" ]; then best=$took; fi
        turn=$((turn + 1))
    done
    echo "$best"
}
date_took=$(fastest :)

# least COMMAND...: milliseconds of the fastest turn.
least() {
    took=$(fastest "$@") || exit 1
    echo "$took $date_took" | awk '{ printf "%.1f", ($1 - $2) / 100 }'
}

# row NAME MILLISECONDS: with its ratio to gnuplot, when that is known.
row() {
    awk -v name="$1" -v ms="$2" -v peer="${gnuplot_ms:-0}" 'BEGIN {
        printf "%-38s %8.1f ms", name, ms
        if (peer > 0) printf "  %5.2f x gnuplot", ms / peer
        print "" }'
}

# 12 people; the countries are as many as the list has.
head -n 13 "$content/workshop.csv" >"$tmp/team.csv"

# What we draw, for a peer: the tinted field as 100 triangles, the grid, 60
# countries and 30 people with labels, and a title.
peer_data() {
    awk 'BEGIN {
        srand(1); h = sqrt(3) / 2
        for (i = 0; i < 10; i++) for (j = 0; i + j < 10; j++) {
            x = (j + i / 2) / 10; y = i * h / 10
            print "tile", x, y, x + .1, y, x + .05, y + h / 10
            if (i + j < 9)
                print "tile", x + .1, y, x + .15, y + h / 10, x + .05, y + h / 10
        }
        for (i = 0; i < 90; i++) {
            a = rand(); b = rand(); if (a + b > 1) { a = 1 - a; b = 1 - b }
            print "label", a + b / 2, b * h, (i < 60 ? "Country " : "Person ") i
        }
    }'
}
peer_data >"$tmp/peer.txt"

gnuplot_script() {
    awk -v out="$1" 'BEGIN {
        print "set terminal pngcairo size 1600,1131 font \"DejaVu Sans,12\""
        print "set output \"" out "\"; unset border; unset tics; unset key"
        print "set size ratio -1; set xrange [-.1:1.1]; set yrange [-.1:1]"
        print "set title \"Our team\"" }
        $1 == "tile" { printf "set object %d polygon from %s,%s to %s,%s to " \
            "%s,%s to %s,%s fs solid noborder fc rgb \"#%02X%02XED\"\n", ++o,
            $2, $3, $4, $5, $6, $7, $2, $3, 196 + 40 * $2, 214 + 20 * $3 }
        $1 == "label" { printf "set label %d \"%s %s\" at %s,%s point pt 7 " \
            "offset 1,0\n", ++l, $4, $5, $2, $3 }
        END { print "plot NaN" }' "$tmp/peer.txt"
}

gnuplot_ms=
if command -v gnuplot >/dev/null 2>&1; then
    gnuplot_script "$tmp/g.png" >"$tmp/g.gp"
    gnuplot_ms=$(least gnuplot "$tmp/g.gp")
    row "gnuplot, PNG, 90 labels" "$gnuplot_ms"
else
    echo "gnuplot is not installed: no ratio to it"
fi

python=
for name in python3 /usr/bin/python3; do
    "$name" -c 'import matplotlib' 2>/dev/null && python=$name && break
done
if [ -n "$python" ]; then
    cat >"$tmp/m.py" <<'PYTHON'
import sys
import matplotlib
matplotlib.use("Agg")
from matplotlib import pyplot
figure = pyplot.figure(figsize=(16, 11.31), dpi=100)
axes = figure.add_axes([0, 0, 1, 0.95], aspect="equal")
axes.axis("off")
figure.suptitle("Our team")
for line in open(sys.argv[1]):
    kind, *rest = line.split()
    if kind == "tile":
        v = [float(x) for x in rest]
        axes.fill(v[0::2], v[1::2], color=(.77, .84, .93))
    else:
        x, y = float(rest[0]), float(rest[1])
        axes.plot(x, y, "o")
        axes.text(x + .01, y, " ".join(rest[2:]))
figure.savefig(sys.argv[2])
PYTHON
    row "matplotlib, PNG, 90 labels" \
        "$(least "$python" "$tmp/m.py" "$tmp/peer.txt" "$tmp/m.png")"
else
    echo "matplotlib is not installed: no ratio to it"
fi

for kind in png pdf svg; do
    row "lewis chart, $kind, 12 people" "$(least "$lewis" chart \
        "$tmp/team.csv" --bank lmr-30 --countries all --size 1600x1131px \
        -o "$tmp/a.$kind")"
done
row "lewis chart, in characters" "$(least "$lewis" chart "$tmp/team.csv" \
    --bank lmr-30)"

# 1,000 people, a picture each, on one core where taskset is.
one_core=
command -v taskset >/dev/null 2>&1 && one_core="taskset -c 0"
{
    head -n 1 "$content/workshop.csv"
    i=0
    while [ "$i" -lt 42 ]; do
        sed 1d "$content/workshop.csv"
        i=$((i + 1))
    done
} | head -n 1001 >"$tmp/many.csv"
turns=1
# shellcheck disable=SC2086 # a command of several words, or none
each_ms=$(least $one_core "$lewis" chart "$tmp/many.csv" --bank lmr-30 \
    --each "$tmp/each")
awk -v ms="$each_ms" 'BEGIN {
    printf "lewis chart --each, 1000 SVG: %.0f a second\n", 1e6 / ms }'
