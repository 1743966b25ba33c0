# dirty.awk - rows with every kind of damage, and what must become of them.
#
#   awk -v rows=100000 -v bad=BAD -v good=GOOD -v truth=TRUTH -f dirty.awk >ALL
#
# For the bank lmr-12. BAD gets the rows that must be refused, GOOD all others,
# both as they are in ALL; TRUTH one line: rows scored incomplete refused empty
# repeated. Bytes 1 and 2 stand for NUL and for a byte that is no UTF-8 (far down
# only: one that is not from its beginning is in another encoding): put
# them in with tr '\001\002' '\000\377'.
#
# SPDX-License-Identifier: GPL-3.0-or-later
function random(n) { # Park and Miller, whole numbers only
    seed = (seed * 16807) % 2147483647
    return int(seed / 7) % n
}

function cells(from, empty,    i, s) {
    for (i = from; i <= 12; i++)
        s = s "," (i <= empty ? "" : substr("abc", 1 + random(3), 1))
    return s
}

function put(row, fate) {
    printf "%s", row
    printf "%s", row > (fate == "refused" ? bad : good)
    if (fate != "") { n[fate]++; n["rows"]++ }
}

BEGIN {
    seed = 20260101
    head = "id,team"
    for (i = 1; i <= 12; i++) head = head sprintf(",P%02d", i)
    printf "%s\n", head
    printf "%s\n", head > good
    put("r0,t0" cells(1, 0) "\n", "scored")
    for (r = 1; r <= rows; r++) {
        k = random(24)
        id = "r" r ",t" int(r / 12)
        c = cells(1, 0)
        if (k == 0) put(id ",z" cells(2, 0) "\n", "refused")
        else if (k == 1) put(id cells(2, 0) "\n", "refused")
        else if (k == 2) put(id c ",x\n", "refused")
        else if (k == 3) put("\"r" r "\"x,t" c "\n", "refused")
        else if (k == 4) put("\"r" r ",t" c "\n", "refused")
        else if (k == 5) put("r\001" r ",t" c "\n", "refused")
        else if (k == 6 && r > 20000) put("r" r ",t\002" c "\n", "refused")
        else if (k == 7) put(id cells(1, 3) "\n", "incomplete")
        else if (k == 8) put(id ",,,,,,,,,,,,\n", "incomplete")
        else if (k == 9) put(",,, ,,,,,,,,,,\n", "empty")
        else if (k == 10) put("\n", "")
        else if (k == 11)
            put("\"r,\"\"" r "\"\"\ntwo\",\"t\"" c "\n", "scored")
        else if (k == 12) {
            gsub(/[abc]/, "\"&\"", c)
            put("\"r" r "\",\"t\"" c "\n", "scored")
        } else if (k == 13) put(" r" r " , t " toupper(c) " \n", "scored")
        else if (k == 14) put(id c ",,,\n", "scored")
        else if (k == 15) { put("r0,t" c "\n", "scored"); again++ }
        else if (k == 16) put(id c "\r\n", "scored")
        else if (k == 17) put("r\"" r ",t" c "\n", "scored")
        else if (k == 18) put("=r" r ",-t" c "\n", "scored")
        else if (k == 19) put(id cells(1, 2) "\n", "scored")
        else put(id c "\n", "scored")
    }
    print n["rows"], n["scored"], n["incomplete"], n["refused"], n["empty"],
        again > truth
}
