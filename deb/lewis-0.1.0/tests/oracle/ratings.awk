# ratings.awk - answers of invented people to the example bank bfi: the same
# 250 rows from every awk (Park & Miller 1988, CACM 31:1192, exact in doubles).
#
# SPDX-License-Identifier: GPL-3.0-or-later
function chance(n) {
    seed = seed * 16807 % 2147483647
    return int(seed / 2147483647 * n)
}
function rating(level, turned, x) {
    x = level + chance(3) - 1
    x = x < 1 ? 1 : x > 6 ? 6 : x
    return turned ? 7 - x : x
}
BEGIN {
    seed = 20260
    split("C1 C2 C3 C4 C5 E1 E2 E3 E4 E5 A1 A2 A3 A4 A5", item)
    split("North South East", team)
    turned["C4"] = turned["C5"] = turned["E1"] = turned["E2"] = turned["A1"] = 1
    printf "id,team"
    for (i = 1; i <= 15; i++) printf ",%s", item[i]
    for (row = 1; row <= 250; row++) {
        printf "\n%d,%s", row, team[1 + chance(3)]
        for (i = 1; i <= 15; i++) {
            if (i % 5 == 1) level = 1 + chance(6)
            x = rating(level, item[i] in turned)
            printf ",%s", chance(40) == 0 ? "" : x
        }
    }
    printf "\n"
}
