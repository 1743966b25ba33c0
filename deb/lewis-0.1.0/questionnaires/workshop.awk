# Makes workshop.csv: a synthetic workshop of 24 people in 3 teams for the bank lmr-30. Nobody real answered anything.
#
#     awk -f workshop.awk lmr-30.xml > workshop.csv
#
# The keys are read from the bank. Each person has three worths (linear, multi, reactive), drawn round those of the team;
# each ranking is drawn from these by the Plackett-Luce model: first one of three, then one of the two that are left.
# The generator is our own (Park and Miller 1988, CACM 31:1192), so that mawk, gawk and the original awk write the same bytes.

function uniform() { seed = (seed * 16807) % 2147483647; return seed / 2147483647 }
function about_normal(   i, sum) { for (i = 0; i < 12; i++) sum += uniform(); return sum - 6 }

# One letter out of the letters in `from`, each with the worth of its style.
function choose(item, from,   i, total, u) {
    for (i = 1; i <= length(from); i++) total += worth[key[item, substr(from, i, 1)]]
    u = uniform() * total
    for (i = 1; i < length(from); i++) {
        u -= worth[key[item, substr(from, i, 1)]]
        if (u < 0) break
    }
    return substr(from, i, 1)
}

function ranking(item,   first, second, left) {
    left = "abc"
    first = choose(item, left);  sub(first, "", left)
    second = choose(item, left); sub(second, "", left)
    return first second left
}

# `linear`, `multi`, `reactive`: the team's log-worths; `spread`: how far its people differ from these.
function team(name, people, linear, multi, reactive, spread,   n, id, p, i, row, cell) {
    n = split(people, id, " ")
    for (p = 1; p <= n; p++) {
        worth["linear"] = exp(linear + spread * about_normal())
        worth["multi"] = exp(multi + spread * about_normal())
        worth["reactive"] = exp(reactive + spread * about_normal())
        row = id[p] "," name
        for (i = 1; i <= items; i++) {
            cell = ranking(item[i])
            if ((id[p], item[i]) in only_first) cell = substr(cell, 1, 1)
            if ((id[p], item[i]) in unanswered) cell = ""
            row = row "," cell
        }
        print row
    }
}

/<rank id=/   { split($0, part, "\""); item[++items] = part[2] }
/<option id=/ { split($0, part, "\""); option = part[2] }
/<key style=/ { split($0, part, "\""); key[item[items], option] = part[2] }

END {
    seed = 20150611
    unanswered["P12", "T08"]; unanswered["Siobhán", "T04"]
    only_first["Kwame", "T03"]; only_first["Kwame", "T06"]; only_first["Kwame", "T09"]
    header = "id,team"
    for (i = 1; i <= items; i++) header = header "," item[i]
    print header
    team("Harbour", "Zoë Kwame P03 美咲 Mateo P06 Priya Chiara", 0.9, 0, 0, 0.6)
    team("Orchard", "João Henrik ليلى P12 Agnès Liam Thảo P16", 0, 0.8, 0.6, 0.6)
    team("Bridge", "Jürgen P18 İpek Siobhán P21 Ольга Wanjiru Anneke", 0, 0, 0, 1.1)
}
