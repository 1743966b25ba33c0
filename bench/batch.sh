#!/bin/sh
# batch.sh - many rows, beside the plainest loop and other tools in one run.
#
#   make bench-batch [ROWS=1000000] [TURNS=5] [DUCKDB=duckdb]
#
# The workbook is one that lewis makes of the answers, where it can.
#
# Each line is the least wall time and the least CPU time of TURNS turns that go
# round all tools, so that a busy machine is as unkind to one as to another; the
# ratios are to the plain loop. DUCKDB is a command that reads SQL from standard input.
#
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
here=${top_builddir:-.}
rows=${ROWS:-1000000}
turns=${TURNS:-5}
duckdb=${DUCKDB:-duckdb}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
trap 'exit 2' HUP INT TERM

make_rows() {
    "$here/bench/rows" "$@"
}

for form in rate rank; do
    make_rows bank $form 30 >"$tmp/$form.xml"
    make_rows $form "$rows" 30 >"$tmp/$form.csv"
done
make_rows rate "$rows" 30 ';' >"$tmp/semicolon.csv"
make_rows rate "$rows" 30 , '"' >"$tmp/quoted.csv"
make_rows rate $((rows / 10)) 30 >"$tmp/tenth.csv"
for form in rate rank; do
    make_rows $form-texts $((rows / 10)) 30 >"$tmp/$form-texts.csv"
done
"$here/lewis" score -b "$tmp/rate.xml" \
    --columns "$(head -n 1 "$tmp/tenth.csv")" -o "$tmp/tenth.xlsx" \
    "$tmp/tenth.csv" 2>/dev/null || rm -f "$tmp/tenth.xlsx"

cat >"$tmp/shares.awk" <<'END'
BEGIN { FS = OFS = "," }
NR == 1 { next }
{
    a = b = c = x = y = z = 0
    for (i = 3; i <= 32; i += 3) {
        if ($i != "") { a += $i - 1; x++ }
        if ($(i + 1) != "") { b += $(i + 1) - 1; y++ }
        if ($(i + 2) != "") { c += $(i + 2) - 1; z++ }
    }
    a /= x; b /= y; c /= z; t = a + b + c
    printf "%s,%s,%.6f,%.6f,%.6f\n", $1, $2, a / t, b / t, c / t
}
END
awk 'BEGIN {
    split("l m r", name, " ")
    for (s = 1; s <= 3; s++) {
        sum = n = ""
        for (i = s; i <= 30; i += 3) {
            t = sprintf("T%02d", i)
            sum = sum (sum == "" ? "" : "+") "coalesce(" t "-1,0)"
            n = n (n == "" ? "" : "+") "(" t " is not null)::int"
        }
        mean = mean (mean == "" ? "" : ",") "(" sum ")/(" n ") as " name[s]
    }
    printf "set threads=2; copy (select id, team, l/(l+m+r), m/(l+m+r), " \
        "r/(l+m+r) from (select id, team, %s from read_csv(\"FILE\", " \
        "header=true))) to \"/dev/null\" (format csv);\n", mean
}' | sed "s|\"FILE\"|'$tmp/rate.csv'|; s|\"/dev/null\"|'$tmp/duck.csv'|" \
    >"$tmp/shares.sql"
cat >"$tmp/shares.R" <<END
suppressMessages(library(data.table)); setDTthreads(2)
d <- fread("$tmp/rate.csv"); m <- as.matrix(d[, -(1:2)]) - 1
s <- sapply(1:3, function(k) rowMeans(m[, seq(k, 30, 3)], na.rm = TRUE))
fwrite(data.table(d\$id, d\$team, round(s / rowSums(s), 6)), "$tmp/r.csv")
END

score() {
    "$here/lewis" score "$@" >"$tmp/out" 2>/dev/null || true
}
short=id,team,status,linear,multi,reactive

tool_plain() { "$here/bench/plain" "$tmp/rate.csv" >"$tmp/out"; }
tool_shares() { score -b "$tmp/rate.xml" --columns $short "$tmp/rate.csv"; }
tool_shares1() { score -j 1 -b "$tmp/rate.xml" --columns $short "$tmp/rate.csv"; }
tool_all() { score -b "$tmp/rate.xml" "$tmp/rate.csv"; }
tool_quality() { score -q -b "$tmp/rate.xml" "$tmp/rate.csv"; }
tool_summary() { score -q -b "$tmp/rate.xml" --summary "$tmp/sum" "$tmp/rate.csv"; }
tool_rank() { score -b "$tmp/rank.xml" "$tmp/rank.csv"; }
tool_rank_quality() { score -q -b "$tmp/rank.xml" "$tmp/rank.csv"; }
tool_rank_summary() { score -q -b "$tmp/rank.xml" --summary "$tmp/sum" "$tmp/rank.csv"; }
tool_semicolon() { score -b "$tmp/rate.xml" --columns $short "$tmp/semicolon.csv"; }
tool_quoted() { score -b "$tmp/rate.xml" --columns $short "$tmp/quoted.csv"; }
tool_tenth() { score -b "$tmp/rate.xml" --columns $short "$tmp/tenth.csv"; }
tool_texts() { score -b "$tmp/rate.xml" --columns $short "$tmp/rate-texts.csv"; }
tool_rank_texts() { score -b "$tmp/rank.xml" "$tmp/rank-texts.csv"; }
tool_workbook() { score -b "$tmp/rate.xml" --columns $short "$tmp/tenth.xlsx"; }
tool_duckdb() { "$duckdb" <"$tmp/shares.sql" >/dev/null; }
tool_datatable() { Rscript "$tmp/shares.R" >/dev/null; }
tool_mawk() { mawk -f "$tmp/shares.awk" "$tmp/rate.csv" >"$tmp/out"; }

tools="plain shares shares1 all quality summary rank rank_quality rank_summary semicolon quoted tenth texts rank_texts"
! test -e "$tmp/tenth.xlsx" || tools="$tools workbook"
! command -v "$duckdb" >/dev/null || tools="$tools duckdb"
! Rscript -e 'library(data.table)' >/dev/null 2>&1 || tools="$tools datatable"
! command -v mawk >/dev/null || tools="$tools mawk"

# cpu FILE: milliseconds that processes took which were waited for, of what
# `times' said.
cpu() {
    awk 'NR == 2 {
        for (i = 1; i <= 2; i++) {
            split($i, part, /[ms]/)
            sum += 60000 * part[1] + 1000 * part[2]
        }
        printf "%d", sum
    }' "$1"
}

turn=0
while [ "$turn" -lt "$turns" ]; do
    turn=$((turn + 1))
    for tool in $tools; do
        case $tool-$turn in
        mawk-[2-9]* | datatable-[4-9]* | duckdb-[4-9]*) continue ;;
        esac
        times >"$tmp/from"
        from=$(date +%s%N)
        "tool_$tool"
        ns=$(($(date +%s%N) - from))
        times >"$tmp/to"
        echo "$tool $ns $(($(cpu "$tmp/to") - $(cpu "$tmp/from")))"
    done
done | awk -v rows="$rows" '
    { ms = $2 / 1e6 }
    !($1 in least) { order[++n] = $1; least[$1] = ms }
    ms < least[$1] { least[$1] = ms }
    !($1 in cpu) || $3 < cpu[$1] { cpu[$1] = $3 }
    END {
        name["plain"] = "the plain loop, one thread"
        name["shares"] = "lewis: id, team, status, shares"
        name["shares1"] = "the same, --jobs 1"
        name["all"] = "lewis: all columns"
        name["quality"] = "lewis: all columns and quality"
        name["summary"] = "lewis: all columns, quality and summary"
        name["rank"] = "lewis: 30 rankings, all columns"
        name["rank_quality"] = "lewis: 30 rankings and quality"
        name["rank_summary"] = "lewis: 30 rankings, quality and summary"
        name["semicolon"] = "lewis: shares, semicolons"
        name["quoted"] = "lewis: shares, every cell quoted"
        name["tenth"] = "lewis: shares, a tenth of the rows"
        name["texts"] = "lewis: a tenth, whole texts, shares"
        name["rank_texts"] = "lewis: a tenth, rankings in texts, all"
        name["workbook"] = "lewis: a tenth, Excel workbook, shares"
        name["duckdb"] = "DuckDB: bare shares, two threads"
        name["datatable"] = "R data.table: bare shares, two threads"
        name["mawk"] = "mawk: bare shares"
        printf "%d rows of 30 answers, CSV to CSV\n", rows
        printf "%-40s %8s %8s %8s %8s\n", "", "wall ms", "times", "CPU ms",
            "times"
        for (i = 1; i <= n; i++)
            printf "%-40s %8.0f %8.2f %8.0f %8.2f\n", name[order[i]],
                least[order[i]], least[order[i]] / least["plain"],
                cpu[order[i]], cpu[order[i]] / cpu["plain"]
    }'
