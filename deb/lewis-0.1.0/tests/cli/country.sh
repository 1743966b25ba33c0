#!/bin/sh
# country.sh - lewis country show and compare.
#
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tap.sh"
unset COLUMNS NO_COLOR

# no_wider N: no line has more characters
no_wider() {
    LC_ALL=C tr -d '\200-\277' <"$tmp/out" |
        LC_ALL=C awk -v n="$1" 'length > n { print; bad = 1 } END { exit bad }'
}

run country show NL
check "show says where it stands" reads \
    "Between linear-active and multi-active, step 2 of 8 from linear-active."
check "show says how well that is known" reads \
    "Confidence: B, order along the edge from one source"
check "show says who says so" reads "S1 Daehnhardt, Jing, Taylor (2014)"
check "show has the caveat" reads "Countries are illustrative and ordinal"
check "show ends well" test "$status" -eq 0
run country show bolivia
check "a name does as well as a code" reads "Bolivia (BO)"
check "a region's name is told" reads \
    'The figure itself says "Latin America", not the country.'
run country show de --lang nl
check "names follow --lang" reads "Duitsland (DE)"
check "and so do sentences" reads "In de hoek lineair-actief."
run country compare NL japan --lang nl
check "compare follows it too" reads \
    "Japan staat dichter bij reactief (7 stappen van de 8)"
check "to its last word" test -z \
    "$(grep -E '\b(stands|nearer|further|lean|working|sources)\b' "$tmp/out")"

run country compare Germany japan
check "compare says what differs" reads \
    "Japan stands nearer to reactive (7 steps of 8), and further from linear-active (7 steps of 8), than Germany."
check "compare gives the advice one way" reads \
    "If you lean to linear-active and your partner to reactive"
check "and the other" reads \
    "If you lean to reactive and your partner to linear-active"
check "compare has the warning" reads "not a cheat sheet"
check "compare has the caveat" reads "Countries are illustrative and ordinal"
check "compare has no escape codes in a pipe" test -z \
    "$(tr -dc '\033' <"$tmp/out")"
run country compare DE JP --color always
check "--color always gives colours" grep -q "$(printf '\033')\[1m" "$tmp/out"
run country compare DE CH
check "two on one place: no difference" reads "puts both in one place"
check "and the advice once" test \
    "$(grep -c 'If you lean' "$tmp/out")" -eq 1
run country compare BE DE
check "midway leans to both" reads \
    "Belgium stands nearest to linear-active or multi-active, to each as near as to the other."
for width in 40 80; do
    run country compare DE JP --width $width
    check "$width columns hold it" no_wider $width
done

cat >"$tmp/mine.xml" <<'XML'
<countries xmlns="urn:x-lewis:countries:1" version="1.0.0" languages="en" steps="8">
  <meta>
    <title xml:lang="en">Ours</title><author>We</author>
    <licence spdx="CC0-1.0">Free.</licence>
    <source>Our own survey.</source>
  </meta>
XML
run country compare DE JP --atlas "$tmp/mine.xml"
check "a broken file of one's own is told" says "mine.xml"
check "and is trouble" test "$status" -eq 2

run country show Germny
check "an unknown country is told with the nearest" says \
    'there is no country "Germny"; did you mean "Germany"?'
check "an unknown country is trouble" test "$status" -eq 2
run country compare NL Atlantis
check "or with where to look" says '"lewis country list" shows them'
run country compare NL
check "compare wants two" says "compare takes two countries"
run country show
check "show wants one" says "show takes one country"
run country comapre NL DE
check "a slip in the verb is told" says 'did you mean "compare"?'
finish
