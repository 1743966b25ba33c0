# Makes google-forms.csv: the invented people of workshop.csv once more, as Google Forms would hand out their answers to the form that
# `lewis bank export lmr-30 --format google` builds. Nobody real answered anything.
#
#     awk -f google-forms.awk lmr-30.xml workshop.csv > google-forms.csv
#
# The questions are read from the bank. When an answer was sent in is drawn by the generator of workshop.awk.

function words(line) { sub(/^[^>]*>/, "", line); sub(/<\/.*/, "", line); gsub(/&amp;/, "\\&", line); return line }
function cell(text) { gsub(/"/, "\"\"", text); return "\"" text "\"" }

function stamp() {
    seed = (seed * 16807) % 2147483647
    clock += 20 + seed % 100
    return sprintf("2026/10/14 %d:%02d:%02d PM GMT+2", 2 + int(clock / 3600), int(clock / 60) % 60, clock % 60)
}

BEGIN {
    seed = 19690720
    rank[1] = "1 (most like me)"; rank[2] = "2"; rank[3] = "3 (least like me)"
}

/<ask id=/  { split($0, part, "\""); ask[++asks] = part[2] }
/<rank id=/ { split($0, part, "\""); item[++items] = part[2]; option = 0 }
/<stem xml:lang="en"/ { if (items) stem[items] = words($0); else asked[asks] = words($0) }
items && /<option id=/ { option++ }
items && /<label xml:lang="en"/ { label[items, option] = words($0) }

FILENAME ~ /csv$/ && /^id,team,/ {
    line = cell("Timestamp") "," cell("[id] Name or code")
    for (i = 1; i <= items; i++)
        for (o = 1; o <= 3; o++)
            line = line "," cell("[" item[i] "] " stem[i] " [" substr("abc", o, 1) ") " label[i, o] "]")
    for (i = 1; i <= asks; i++) line = line "," cell("[" ask[i] "] " asked[i])
    print line
    next
}
FILENAME ~ /csv$/ {
    n = split($0, answer, ",")
    line = cell(stamp()) "," cell(answer[1])
    for (i = 1; i <= items; i++)
        for (o = 1; o <= 3; o++) {
            place = index(answer[2 + i], substr("abc", o, 1))
            line = line "," cell(place ? rank[place] : "")
        }
    for (i = 1; i <= asks; i++) line = line "," cell(ask[i] == "team" ? answer[2] : "")
    print line
}
