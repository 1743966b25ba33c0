# Makes people for the gallery out of workshop.csv, every answer taken from
# somebody who is there. Nobody real answered anything.
#
#     awk -f gallery.awk -v people=3000 workshop.csv    # that many, by teams
#     awk -f gallery.awk -v earlier=40 workshop.csv     # the same people before:
#                                   # 40 % of the answers are somebody else's
#     awk -f gallery.awk -v names='Ann|Bob' workshop.csv  # other names, no team
#
# The generator is our own (Park and Miller 1988, CACM 31:1192), so that mawk,
# gawk and the original awk write the same bytes.

function uniform() { seed = (seed * 16807) % 2147483647; return seed / 2147483647 }

function print_row(id, team, row, low, high, percent,   i, line, from) {
    line = id "," team
    for (i = 3; i <= NF; i++) {
        from = 100 * uniform() < percent ? low + int(uniform() * (high - low + 1)) : row
        line = line "," answer[from, i]
    }
    print line
}

BEGIN { FS = ","; seed = 20261121; people += 0; earlier += 0 }
NR == 1 { print; next }
{
    rows++
    id[rows] = $1
    team[rows] = $2
    if (!($2 in first)) { first[$2] = rows; teams[++count] = $2 }
    last[$2] = rows
    for (i = 3; i <= NF; i++) answer[rows, i] = $i
}
END {
    for (k = 1; k <= people; k++) {
        # teams of 4/7, 2/7 and 1/7
        t = teams[k % 7 < 4 ? 1 : k % 7 < 6 ? 2 : 3]
        print_row("p" k, t, first[t], first[t], last[t], 100)
    }
    for (k = 1; k <= rows && earlier; k++)
        print_row(id[k], team[k], k, 1, rows, earlier)
    n = split(names, name, "|")
    for (k = 1; k <= n; k++) print_row(name[k], "", 2 * k, 1, rows, 0)
}
