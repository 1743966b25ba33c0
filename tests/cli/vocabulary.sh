#!/bin/sh
# vocabulary.sh - which banks are banks: lewis bank check and
# questionnaires/bank.rng on some 150 of them, each one edit away from a good
# one. jing and xmllint stand for the grammar, where they are installed.
#
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tap.sh"
grammar=$top_srcdir/questionnaires/bank.rng
rows=$tmp/rows # file, verdict of the grammar or -, name
count=0

# Every element and attribute there is. Ratings and choices in one bank are an
# error: the two good ones come from it.
cat >"$tmp/mixed" <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<bank xmlns="urn:x-lewis:bank:1" id="base" version="1.2.3" languages="en nl" min-answered="0.8">
  <meta>
    <title xml:lang="en">Title</title>
    <title xml:lang="nl">Titel</title>
    <author>A. Author</author>
    <licence spdx="CC0-1.0">Do what you like.</licence>
    <source>Made up.</source>
    <translation xml:lang="nl" status="draft">By the author</translation>
    <note xml:lang="en">A note.</note>
    <note xml:lang="nl">Een opmerking.</note>
  </meta>
  <response id="agree3">
    <point value="1"><label xml:lang="en">No</label><label xml:lang="nl">Nee</label></point>
    <point value="2"><label xml:lang="en">Well</label><label xml:lang="nl">Tja</label></point>
    <point value="3"><label xml:lang="en">Yes</label><label xml:lang="nl">Ja</label></point>
  </response>
  <profile>
    <ask id="team" type="text"><stem xml:lang="en">Which team?</stem><stem xml:lang="nl">Welk team?</stem></ask>
    <ask id="age" type="number" required="false"><stem xml:lang="en">How old?</stem><stem xml:lang="nl">Hoe oud?</stem></ask>
    <ask id="from" type="country"><stem xml:lang="en">Where from?</stem><stem xml:lang="nl">Waarvandaan?</stem></ask>
    <ask id="role" type="choice" required="true">
      <stem xml:lang="en">Which role?</stem><stem xml:lang="nl">Welke rol?</stem>
      <option id="care"><label xml:lang="en">Care</label><label xml:lang="nl">Zorg</label></option>
      <option id="other"><label xml:lang="en">Other</label><label xml:lang="nl">Anders</label></option>
    </ask>
  </profile>
  <section id="choices" order="random">
    <name xml:lang="en">Choices</name><name xml:lang="nl">Keuzes</name>
    <note xml:lang="en">Choose.</note><note xml:lang="nl">Kies.</note>
    <pick id="P1" order="random">
      <stem xml:lang="en">I am</stem><stem xml:lang="nl">Ik ben</stem>
      <option id="a"><label xml:lang="en">first</label><label xml:lang="nl">eerst</label><key style="linear"/></option>
      <option id="b"><label xml:lang="en">loud</label><label xml:lang="nl">luid</label><key style="multi"/></option>
      <option id="c"><label xml:lang="en">still</label><label xml:lang="nl">stil</label><key style="reactive"/></option>
    </pick>
    <rank id="R1" order="fixed">
      <stem xml:lang="en">I like</stem><stem xml:lang="nl">Ik houd van</stem>
      <option id="a"><label xml:lang="en">talk</label><label xml:lang="nl">praten</label><key style="multi"/></option>
      <option id="b"><label xml:lang="en">lists</label><label xml:lang="nl">lijsten</label><key style="linear"/></option>
      <option id="c"><label xml:lang="en">calm</label><label xml:lang="nl">rust</label><key style="reactive"/></option>
    </rank>
    <points id="D1" total="7" order="random">
      <stem xml:lang="en">I give</stem><stem xml:lang="nl">Ik geef</stem>
      <option id="a"><label xml:lang="en">time</label><label xml:lang="nl">tijd</label><key style="reactive"/></option>
      <option id="b"><label xml:lang="en">energy</label><label xml:lang="nl">energie</label><key style="multi"/></option>
      <option id="c"><label xml:lang="en">facts</label><label xml:lang="nl">feiten</label><key style="linear"/></option>
    </points>
    <pair id="B1" points="5">
      <stem xml:lang="en">Rather</stem><stem xml:lang="nl">Liever</stem>
      <left><label xml:lang="en">alone</label><label xml:lang="nl">alleen</label><key style="linear"/></left>
      <right><label xml:lang="en">together</label><label xml:lang="nl">samen</label><key style="multi"/></right>
    </pair>
    <check id="C1" response="agree3" expect="3"><stem xml:lang="en">Say yes.</stem><stem xml:lang="nl">Zeg ja.</stem></check>
    <reading style="linear" level="high"><text xml:lang="en">Much.</text><text xml:lang="nl">Veel.</text></reading>
  </section>
  <section id="ratings" order="fixed">
    <name xml:lang="en">Ratings</name><name xml:lang="nl">Oordelen</name>
    <rate id="T1" response="agree3"><stem xml:lang="en">I plan.</stem><stem xml:lang="nl">Ik plan.</stem><key style="linear"/></rate>
    <rate id="T2" response="agree3"><stem xml:lang="en">I talk.</stem><stem xml:lang="nl">Ik praat.</stem><key style="multi" reverse="false" weight="2"/></rate>
    <rate id="T3" response="agree3"><stem xml:lang="en">I act.</stem><stem xml:lang="nl">Ik doe.</stem><key style="reactive" reverse="true"/></rate>
    <check id="C2" response="agree3" expect="1"><stem xml:lang="en">Say no.</stem><stem xml:lang="nl">Zeg nee.</stem></check>
    <reading style="multi" level="middle"><text xml:lang="en">Some.</text><text xml:lang="nl">Wat.</text></reading>
  </section>
  <reading style="linear" level="low"><text xml:lang="en">Little.</text><text xml:lang="nl">Weinig.</text></reading>
  <reading style="linear" level="high"><text xml:lang="en">Much.</text><text xml:lang="nl">Veel.</text></reading>
  <norm id="class" n="24" source="invented">
    <stat style="linear" mean="0.3" sd="0.1"/>
    <stat style="multi" mean="0.4" sd="0.1"/>
    <stat style="reactive" mean="0.3" sd="0.1"/>
  </norm>
</bank>
END
sed '/<section id="ratings"/,/<\/section>/d' "$tmp/mixed" >"$tmp/choices"
sed '/<section id="choices"/,/<\/section>/d' "$tmp/mixed" >"$tmp/ratings"

# checked VERDICT FILE MESSAGE: lewis bank check says so, and says why
checked() {
    status=0
    "$LEWIS" bank check "$2" >"$tmp/out" 2>"$tmp/err" </dev/null || status=$?
    cat "$tmp/out" "$tmp/err"
    [ "$1" = good ] && wanted=0 || wanted=1
    [ "$status" -eq "$wanted" ] && [ ! -s "$tmp/err" ] &&
        grep -qF -- "$3" "$tmp/out"
}

# row VERDICT NAME MESSAGE: a bank on standard input, which is
#   good    to lewis and to the grammar
#   bad     to both
#   beyond  bad to lewis; the grammar cannot say it
#   text    bad to lewis; validators see another text, or none
row() {
    count=$((count + 1))
    file=$(printf '%s/%03d-%s.xml' "$tmp" "$count" "$1")
    cat >"$file"
    case $1 in
    good | bad) echo "$file $1 $2" >>"$rows" ;;
    beyond) echo "$file good $2" >>"$rows" ;;
    esac
    check "$2: $1" checked "$1" "$file" "${3-: 0 errors,}"
}

# edit VERDICT NAME SED [MESSAGE]: one edit of $base
edit() {
    sed "$3" "$tmp/$base" >"$tmp/edited"
    ! cmp -s "$tmp/$base" "$tmp/edited" || set -- "$1" "$2" "$3" "(no edit)"
    if [ $# -gt 3 ]; then
        row "$1" "$2" "$4" <"$tmp/edited"
    else
        row "$1" "$2" <"$tmp/edited"
    fi
}

# values VERDICT NAME='"' and what follows... : one row a value of an attribute
values() {
    verdict=$1 place=$2 attribute=$3 message=$4
    shift 4
    for value; do
        edit "$verdict" "$attribute=\"$value\"" \
            "/$place/s/ $attribute=\"[^\"]*\"/ $attribute=\"$value\"/" \
            "$message"
    done
}

### Good banks.

row good "choices of every form" <"$tmp/choices"
row good "ratings" <"$tmp/ratings"
base=choices
edit good "pick of two" '/id="c".*stil</d'
edit good "points over two" '/id="c".*feiten/d'
edit good "a pair without a stem" '/Liever/d'
edit good "no profile" '/<profile>/,/<\/profile>/d'
edit good "no check, no response scale" \
    '/<response/,/<\/response>/d; /<check/d'
edit good "no readings" '/<reading/d'
edit good "no norm" '/<norm/,/<\/norm>/d'
edit good "two norms" '/<\/norm>/{
a <norm id="b" n="1" source="x"><stat style="multi" mean="0" sd="0"/>
a <stat style="linear" mean="1" sd="1"/><stat style="reactive" mean="0" sd="0"/></norm>
}'
edit good "no optional attribute" 's/ min-answered="[^"]*"//
    s/ order="[^"]*"//; s/ required="[^"]*"//'
edit good "no notes, no translation" '/<note/d; /<translation/d'
edit good "a text missing in one language" '/Een opmerking/d'
edit good "two authors, two sources" '/<author/p; /<source/p'
edit good "other characters" 's/eerst/‡r⁄/; y/‡⁄/éß/; s/lijsten/\&#233;\&amp;\&lt;/'
edit good "CDATA" 's/>eerst</><![CDATA[<b> & c]]></'
edit good "comments and processing instructions" '2s/^/<?xml-model href="bank.rng"?>\
<!-- one -->/; s/>eerst</>e<!-- two -->erst</; s/<key style="linear"\/>/<key style="linear"><!-- three --><\/key>/
    $s/$/<!-- four -->/'
edit good "white space wherever it may be" 's/></>   </g; s/="/ = "/g'
edit good "a text over several lines" 's/>eerst</>\
   first\
   second\
</'
edit good "a prefix for all" 's/<\([a-z]\)/<b:\1/g; s/<\//<\/b:/g; s/xmlns/xmlns:b/'
edit good "no XML declaration" 1d
edit good "single quotes" "s/\"/'/g"
edit good "two sections" '/<\/section>/{
a <section id="two"><name xml:lang="en">Two</name>
a <pair id="B2" points="2"><left><label xml:lang="en">a</label><key style="multi"/></left><right><label xml:lang="en">b</label><key style="reactive"/></right></pair>
a </section>
}'
awk '{ printf "%s\r\n", $0 }' "$tmp/choices" | row good "CRLF line ends"
{ printf '\357\273\277'; cat "$tmp/choices"; } | row good "a byte order mark"
values good '<bank' id ': 0 errors,' A lmr-12 "a._-9$(printf %059d 0)"
values good '<bank' version ': 0 errors,' 0.0.0 10.200.3000
values good '<bank' languages ': 0 errors,' '  nl   en ' 'en nl pt-BR'
values good '<bank' min-answered ': 0 errors,' 0 1 .5 1. 5e-1 +0.5 0.000001
values good '<pick' id ': 0 errors,' ids x.id my-team
values good '<points' total ': 0 errors,' 2 100 +7 007
values good '<pair' points ': 0 errors,' 2 100
values good '<check' expect ': 0 errors,' 1 +2 003
values good '<norm' 'n' ': 0 errors,' 1 999999999 +1
values good '<stat' mean ': 0 errors,' 0 1 0.999 1e-9
values good '<translation' status ': 0 errors,' reviewed back-translated
values good '<reading' level ': 0 errors,' middle
edit good "points from -1" 's/value="1"/value="-1"/; s/value="2"/value="0"/
    s/value="3"/value="1"/; s/expect="3"/expect="-1"/'
base=ratings
values good T2 weight ': 0 errors,' 0.001 1000 1e3 1.5
values good '<rate' reverse ': 0 errors,' true false

### Bad banks. The outermost element, and attributes of all kinds.

base=choices
for attribute in id version languages; do
    edit bad "<bank> without $attribute" "2s/ $attribute=\"[^\"]*\"//" \
        "choices" 2>/dev/null
done
