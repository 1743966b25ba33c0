#!/bin/sh
# vocabulary.sh - which banks are banks: lewis bank check and
# questionnaires/bank.rng on some 370 files, most of them one edit away from a
# good bank. jing and xmllint speak for the grammar, where they are installed.
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # a $ in an edit is sed's
. "$top_srcdir/tests/tap.sh"
grammar=$top_srcdir/questionnaires/bank.rng
rows=$tmp/rows # file, what the grammar is to say of it, name
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
    [ "$1" = good ] && wanted=0 || wanted=1
    status=0
    "$LEWIS" bank check "$2" >"$tmp/out" 2>"$tmp/err" </dev/null || status=$?
    cat "$tmp/out" "$tmp/err"
    [ "$status" -eq "$wanted" ] && [ ! -s "$tmp/err" ] &&
        grep -qF -- "$3" "$tmp/out"
}

# row VERDICT NAME [MESSAGE]: the bank in $tmp/edited, which is
#   good    to lewis and to the grammar
#   bad     to both
#   broken  no XML, so bad to both; jing would read no file after it
#   beyond  bad to lewis; the grammar cannot say it
#   text    bad to lewis; validators are not asked, they read entities
row() {
    count=$((count + 1))
    file=$(printf '%s/%03d.xml' "$tmp" "$count")
    cp "$tmp/edited" "$file"
    case $1 in
    good | bad | broken) echo "$file $1 $2" >>"$rows" ;;
    beyond) echo "$file good $2" >>"$rows" ;;
    esac
    check "$1: $2" checked "$1" "$file" "${3:-: 0 errors,}"
}

# edit VERDICT NAME SED [MESSAGE]: $base after one edit
edit() {
    sed "$3" "$tmp/$base" >"$tmp/edited"
    ! cmp -s "$tmp/$base" "$tmp/edited" || set -- "$1" "$2" "$3" "(no edit)"
    row "$1" "$2" "${4-}"
}

# values VERDICT PLACE ATTRIBUTE MESSAGE VALUE...: a row for each value of the
# attribute in the lines of $base that have PLACE. In MESSAGE, @ is the value.
values() {
    verdict=$1 place=$2 attribute=$3 message=$4
    shift 4
    for value; do
        edit "$verdict" "$attribute=\"$value\" in $place" \
            "/$place/s/ $attribute=\"[^\"]*\"/ $attribute=\"$value\"/" \
            "$(echo "$message" | sed "s/@/$value/")"
    done
}

# without MESSAGE PLACE ATTRIBUTE...: a bad bank for each attribute that is not
# there
without() {
    element=$1 place=$2
    shift 2
    for attribute; do
        edit bad "<$element> without $attribute" \
            "/$place/s/ $attribute=\"[^\"]*\"//" \
            "<$element> needs the attribute $attribute=\"...\""
    done
}

### Good banks.

cp "$tmp/choices" "$tmp/edited"
row good "choices of every form"
cp "$tmp/ratings" "$tmp/edited"
row good "ratings"
base=choices
edit good "a pick of two" '/still/d'
edit good "points over two" '/facts/d'
edit good "a pair without a stem" '/Rather/d'
edit good "no profile" '/<profile>/,/<\/profile>/d'
edit good "no response scale" '/<response/,/<\/response>/d; /<check/d'
edit good "no readings" '/<reading/d'
edit good "no norm" '/<norm/,/<\/norm>/d'
edit good "two norms" '/<norm/i\
<norm id="b" n="1" source=""><stat style="multi" mean="0" sd="0"/><stat style="linear" mean="1" sd="1"/><stat style="reactive" mean="0" sd="0"/></norm>'
edit good "no optional attribute" 's/ min-answered="[^"]*"//
    s/ order="[^"]*"//; s/ required="[^"]*"//'
edit good "no notes, no translation" 's/<note.*<\/note>//; /<translation/d'
edit good "a text missing in one language" '/Een opmerking/d'
edit good "two authors, two sources" '/<author/p; /<source/p'
edit good "a scale from -1" 's/value="1"/value="-1"/; s/value="2"/value="0"/
    s/value="3"/value="1"/; s/expect="3"/expect="-1"/'
edit good "two sections" '/<\/section>/a\
<section id="two"><name xml:lang="en">Two</name><pair id="B2" points="2"><left><label xml:lang="en">a</label><key style="multi"/></left><right><label xml:lang="en">b</label><key style="reactive"/></right></pair></section>'
edit good "accents, references, entities of XML" \
    's/eerst/éé\&#233;\&#xe9;\&amp;\&lt;\&gt;\&quot;\&apos;/'
edit good "a text of one no-break space" 's/eerst/\&#160;/'
edit good "CDATA" 's/eerst/<![CDATA[<b> \& c]]>/'
edit good "comments and processing instructions" '1s/$/<?xml-model href="bank.rng"?><!-- one -->/
    s/eerst/ee<!-- two -->rst<?three?>/
    s/<key style="linear"\/>/<key style="linear"><!-- four --><\/key>/
    $s/$/<!-- five -->/'
edit good "white space wherever it may be" \
    's/></> </g; s/="/ = "/g; s/\/>/  ><\/key  >/; s/stat\(.*\)key/stat\1stat/'
edit good "a text over several lines" 's/eerst/\
first\
/'
edit good "a prefix for all" \
    's/<\([a-z]\)/<b:\1/g; s/<\//<\/b:/g; s/xmlns/xmlns:b/'
edit good "a namespace that nothing uses" 's/ id="base"/ xmlns:x="urn:x"&/'
edit good "no XML declaration" 1d
edit good "single quotes" "s/\"/'/g"
awk '{ printf "%s\r\n", $0 }' "$tmp/choices" >"$tmp/edited"
row good "CRLF"
{ printf '\357\273\277'; cat "$tmp/choices"; } >"$tmp/edited"
row good "a byte order mark"
values good '<bank' id '' A lmr-12 "a._-9$(printf %058d 0)"
values good '<bank' version '' 0.0.0 10.200.3000
values good '<bank' languages '' '  nl   en ' 'en nl pt-BR'
values good '<bank' min-answered '' 0 1 .5 1. 5e-1 +0.5 -0 0.000001
values good '<translation' status '' reviewed back-translated
values good '<pick' id '' ids x.id my-team
values good '<points' total '' 2 100 +7 007
values good '<pair' points '' 2 100
values good '<check' expect '' 1 +2 003
values good 'level="low"' level '' middle
values good '<norm' n '' 1 999999999 +1
values good '<stat' mean '' 0 1 0.999 1e-9
base=ratings
values good T2 weight '' 0.001 1000 1e3 1.5
values good T2 reverse '' true

### Bad: attributes.

base=choices
without bank '<bank' id version languages
without title '<title' xml:lang
without licence '<licence' spdx
without translation '<translation' xml:lang status
without note 'A note' xml:lang
without response '<response' id
without point Yes value
without label Yes xml:lang
without ask 'id="role"' id type
without option Care id
without section '<section' id
without name '<name' xml:lang
without pick '<pick' id
without option loud id
without stem Rather xml:lang
without key loud style
without rank '<rank' id
without points '<points' id total
without pair '<pair' id points
without check '<check' id response expect
without reading 'level="low"' style level
without text 'level="low"' xml:lang
without norm '<norm' id n source
without stat 'style="multi" mean' style mean sd
edit bad "an attribute nobody knows" 's/<pick/& colour="red"/' \
    'unknown attribute "colour" of <pick>; allowed: "id" and "order"'
edit bad "an attribute misspelt" 's/order="fixed"/oder="fixed"/' \
    'unknown attribute "oder" of <rank>; did you mean "order"?'
edit bad "xml:id for id" '/<pick/s/ id=/ xml:id=/' 'unknown attribute "id" of'
edit bad "lang for xml:lang" '/Titel/s/xml:lang/lang/' \
    '<title> needs the attribute xml:lang="..."'
edit bad "xml:space" '/Titel/s/xml:lang/xml:space="preserve" &/' \
    'unknown attribute "space" of <title>'
edit bad "an attribute of another namespace" \
    's/<pick/& xmlns:x="urn:x" x:order="fixed"/' 'unknown attribute "order"'
edit bad "reverse in a choice" '/loud/s/"multi"/& reverse="true"/' \
    'unknown attribute "reverse" of <key>; allowed: "style"'
edit bad "weight in a choice" '/loud/s/"multi"/& weight="2"/' \
    'unknown attribute "weight" of <key>'
edit bad "order of a pair" 's/<pair/& order="random"/' \
    'unknown attribute "order" of <pair>'
edit bad "required of an item" 's/<pick/& required="true"/' \
    'unknown attribute "required" of <pick>'

### Bad: values.

name='id="@" is not a name: a letter, then letters'
values bad '<bank' id "$name" '' 1a _a 'a b' ' a' 'a ' é "a$(printf %063d 0)"
values bad '<section' id "$name" -
values bad '<response' id "$name" 'a:b'
values bad Care id "$name" 5
values bad '<norm' id "$name" ''
values bad '<bank' version 'version="@" is not of the form 1.2.3' \
    '' 1 1.2 1.2.3. 1.2.3.4 1..3 .1.2 1.2.x v1.2.3 ' 1.2.3' 1.2.3-rc1
values bad '<bank' languages 'languages="" names no language' '' ' '
values bad '<bank' languages 'in languages is not a language tag' \
    'en nl 5' 'en,nl' 'en nl -'
values bad '<bank' min-answered 'min-answered="@" is not a number from 0 to 1' \
    '' 1.1 -0.1 80% 0,8 . 1e 0x1 nan inf ' 1' 1e1 1e999
values bad '<translation' status 'unknown status "@"' finished Draft ' draft' ''
values bad 'How old' type 'unknown type "@"' numbr text,number Text ''
values bad 'How old' required 'unknown required "@"' yes 0 ''
values bad '<section' order 'unknown order "@"' shuffled RANDOM ''
values bad '<rank' order 'unknown order "@"; did you mean "random"?' randm
values bad '<point v.*Yes' value 'is not a whole number from -999 to 999' \
    3.0 '' three ' 3' 1000 0000000003
values bad '<point v.*No' value 'is not a whole number from -999 to 999' -1000
values bad '<points' total 'total="@" is not a whole number from 2 to 100' \
    1 101 0 -5 7.0 '' 1e1 0000000007
values bad '<pair' points 'points="@" is not a whole number from 2 to 100' \
    1 101 '5 '
values bad '<check' expect 'expect="@" is not a whole number from 1 to 3' \
    '' a 1000 2.0
values bad loud id 'option id "@" is not one small letter a-z' \
    bb B 2 '' é ' b'
values bad loud style 'unknown style "@"; did you mean "multi"?' mutli Multi
values bad loud style 'unknown style "@"; it must be linear, multi or' '' all
values bad 'level="low"' level 'unknown level "@"; it must be low, middle or' \
    '' 1
values bad 'level="low"' style 'unknown style "@"; did you mean' lineer
values bad '<norm' n 'n="@" is not a whole number from 1 to 999999999' \
    0 -1 '' 1.5 1000000000 many
values bad 'style="multi" mean' mean 'mean="@" is not a number from 0 to 1' \
    1.01 -0.1 '' 40% 1e-
values bad 'style="multi" mean' sd 'sd="@" is not a number from 0 to 1' 2 0,1
values bad 'style="multi" mean' style 'unknown style "@"' multiactive
values bad '<pick' id 'item id "@" is the name of a column' id ID team TEAM
values bad 'How old' id 'question id "@" is the name of a column' id iD Team
base=ratings
values bad T1 response 'no response scale "@" in this bank' '' 'agree 3'
values bad T2 weight 'weight="@" is not a number from 0.001 to 1000' \
    0 0.0009 1000.1 -1 '' two
values bad T2 reverse 'unknown reverse "@"' 1 yes ''

### Bad: elements, their order and number, texts.

base=choices
edit bad "an element nobody knows" 's/<pair/<slide id="S1"\/>&/' \
    'unknown element <slide> in <section>'
edit bad "an element misspelt" 's/stem>/stam>/g; s/<stem/<stam/g' \
    'unknown element <stam> in <ask>; did you mean <stem>?'
edit bad "an element in a text" 's/eerst/een <b>eerst<\/b>/' \
    'unknown element <b> in <label>; none is allowed'
edit bad "an element in a key" 's/\(<key style="linear"\)\/>/\1><b\/><\/key>/' \
    'unknown element <b> in <key>'
edit bad "an item outside a section" 's/<section/<pick id="P9"\/>&/' \
    'unknown element <pick> in <bank>'
edit bad "a key of a question's option" '/Care/s/<\/option>/<key style="multi"\/>&/' \
    'unknown element <key> in <option>'
edit bad "a stat of three shares" \
    's/<stat style="multi".*/<stat linear="0.3" multi="0.4" reactive="0.3"\/>/' \
    'unknown attribute "linear" of <stat>'
edit bad "no meta" '/<meta>/,/<\/meta>/d' '<bank> needs 1 <meta>, and has 0'
edit bad "two metas" '/<response/i\
<meta><title xml:lang="en">T</title><author>A</author><licence spdx="">L</licence><source>S</source></meta>' \
    '<bank> may have at most 1 <meta>, and has 2'
edit bad "no title" '/<title/d' '<meta> needs at least 1 <title>, and has 0'
edit bad "no author" '/<author/d' 'needs at least 1 <author>, and has 0'
edit bad "no licence" '/<licence/d' 'needs 1 <licence>, and has 0'
edit bad "two licences" '/<licence/p' '<meta> may have at most 1 <licence>, and has 2'
edit bad "no source" '/<source/d' 'needs at least 1 <source>, and has 0'
edit bad "a scale of one point" '/value="[23]"/d' \
    '<response> needs at least 2 <point>, and has 1'
edit bad "a point without a label" 's/<label.*Ja.*<\/label>//' \
    '<point> needs at least 1 <label>, and has 0'
edit bad "two profiles" '/<section/i\
<profile><ask id="x" type="text"><stem xml:lang="en">x</stem></ask></profile>' \
    'may have at most 1 <profile>, and has 2'
edit bad "an empty profile" '/<ask/,/<\/ask>/d' \
    '<profile> needs at least 1 <ask>, and has 0'
edit bad "a question without a stem" '/Which role/d' \
    '<ask> needs at least 1 <stem>, and has 0'
edit bad "a choice of one" '/Care/d' 'type choice needs at least 2 <option>'
edit bad "a choice of none" '/Care/d; /Other/d' \
    'type choice needs at least 2 <option>'
edit bad "a text of two options" 's/"choice"/"text"/' \
    'only a question of type choice has <option>'
edit bad "a text of one option" 's/"choice"/"text"/; /Care/d' \
    'only a question of type choice has <option>'
edit bad "no section" '/<section/,/<\/section>/d' \
    '<bank> needs at least 1 <section>, and has 0'
edit bad "a section without a name" '/<name/d' \
    '<section> needs at least 1 <name>, and has 0'
edit bad "a section without items" '/<pick/,/<check/d' \
    'needs at least 1 <rate> or <pick> or <rank>'
edit bad "a pick of one" '/loud/d; /still/d' \
    '<pick> needs at least 2 <option>, and has 1'
edit bad "a pick of four" '/still/{p;s/"c"/"d"/;}' \
    '<pick> may have at most 3 <option>, and has 4'
edit bad "a rank of two" '/calm/d' '<rank> needs 3 <option>, and has 2'
edit bad "a rank of four" '/calm/{p;s/"c"/"d"/;}' \
    '<rank> may have at most 3 <option>, and has 4'
edit bad "points over one" '/facts/d; /energy/d' \
    '<points> needs at least 2 <option>, and has 1'
edit bad "points over four" '/facts/{p;s/"c"/"d"/;}' \
    '<points> may have at most 3 <option>, and has 4'
edit bad "a pair of one side" '/<right/d' '<pair> needs 1 <right>, and has 0'
edit bad "a pair of two left sides" '/<left/p' \
    '<pair> may have at most 1 <left>, and has 2'
edit bad "a pick without a stem" '/I am/d' \
    '<pick> needs at least 1 <stem>, and has 0'
edit bad "an empty option" 's/<option id="b".*multi.*/<option id="b"\/>/' \
    '<option> needs at least 1 <label>, and has 0'
edit bad "an option without a key" '/loud/s/<key[^>]*>//' \
    '<option> needs 1 <key>, and has 0'
edit bad "an option of two keys" '/loud/s/<key[^>]*>/&&/' \
    '<option> may have at most 1 <key>, and has 2'
edit bad "a reading without a text" 's/\("low"\)>.*/\1\/>/' \
    '<reading> needs at least 1 <text>, and has 0'
edit bad "a norm of two stats" '/style="multi" mean/d' \
    '<norm> needs 3 <stat>, and has 2'
edit bad "a norm of four stats" '/style="multi" mean/p' \
    '<norm> may have at most 3 <stat>, and has 4'
edit bad "meta last" '/<meta>/,/<\/meta>/d
    $i\
<meta><title xml:lang="en">T</title><author>A</author><licence spdx="">L</licence><source>S</source></meta>' \
    '<meta> must stand before'
edit bad "the author before the title" '/<author/d; s/<meta>/&<author>A<\/author>/' \
    '<title> must stand before <author> in <meta>'
edit bad "the note before the name" '/Choose/d; s/<name/<note xml:lang="en">C<\/note>&/' \
    '<name> must stand before <note> in <section>'
edit bad "the key before the label" \
    '/loud/s/\(<label.*<\/label>\)\(<key.*\/>\)/\2\1/' \
    '<label> must stand before <key> in <option>'
edit bad "an item after a reading" '/<\/section>/i\
<pair id="B2" points="2"><left><label xml:lang="en">a</label><key style="multi"/></left><right><label xml:lang="en">b</label><key style="linear"/></right></pair>' \
    '<pair> must stand before <reading> in <section>'
edit bad "the right side first" '/<left/{h;d;}
/<right/G' '<left> must stand before <right> in <pair>'
edit bad "a norm before a reading" '/<norm/,/<\/norm>/d; /"low"/i\
<norm id="b" n="1" source=""><stat style="multi" mean="0" sd="0"/><stat style="linear" mean="1" sd="1"/><stat style="reactive" mean="0" sd="0"/></norm>' \
    '<reading> must stand before <norm> in <bank>'
base=ratings
edit bad "a rating without a key" '/T2/s/<key[^>]*>//' \
    '<rate> needs 1 <key>, and has 0'
edit bad "a rating of two keys" '/T2/s/<key[^>]*>/&&/' \
    '<rate> may have at most 1 <key>, and has 2'
edit bad "a rating with options" '/T2/s/<key[^>]*>/<option id="a"\/>&/' \
    'unknown element <option> in <rate>'
without rate T1 id response
without key T1 style

base=choices
edit bad "an empty text" 's/>eerst</></' '<label> is empty; it needs a text'
edit bad "a text of white space" 's/>eerst</> \&#9;\
</' '<label> is empty; it needs a text'
edit bad "a text of a comment" 's/>eerst</><!-- eerst --></' \
    '<label> is empty; it needs a text'
edit bad "a text of empty CDATA" 's/>eerst</><![CDATA[ ]]></' \
    '<label> is empty; it needs a text'
edit bad "an element closed at once" 's/<author>.*/<author\/>/' \
    '<author> is empty; it needs a text'
edit bad "a text beside the elements" 's/<pick.*/& Which one?/' \
    '<pick> may not hold text of its own'
edit bad "a text in a key" 's/\(<key style="linear"\)\/>/\1>linear<\/key>/' \
    '<key> may not hold text of its own'
edit bad "a text after the last element" '$s/^/the end/' \
    '<bank> may not hold text of its own'
edit bad "no namespace" 's/ xmlns="[^"]*"//' \
    '<bank> is not in the namespace "urn:x-lewis:bank:1"'
edit bad "the namespace of another version" 's/bank:1/bank:2/' \
    '<bank> is not in the namespace "urn:x-lewis:bank:1"'
edit bad "an element out of the namespace" 's/<pick/& xmlns=""/' \
    '<pick> is not in the namespace'
edit bad "an element of another namespace" \
    '/eerst/s/<key \(.*\)\/></<x:key xmlns:x="urn:x" \1\/></' \
    '<key> is not in the namespace'
edit bad "another outermost element" 's/<bank/<questionnaire/
    s/<\/bank/<\/questionnaire/' \
    'the outermost element is <questionnaire>, not <bank>'
printf '<section xmlns="urn:x-lewis:bank:1" id="a"/>\n' >"$tmp/edited"
row bad "a part of a bank" 'the outermost element is <section>, not <bank>'
printf '<bank/>' >"$tmp/edited"
row bad "a root with nothing in it" '<bank> needs the attribute id="..."'

### Broken: not XML.

: >"$tmp/edited"
row broken "an empty file" 'the file is empty'
echo >"$tmp/edited"
row broken "an empty line" ':2: not well-formed XML: '
printf 'id,T01\nann,a\n' >"$tmp/edited"
row broken "a table" ':1: not well-formed XML: '
printf '<?xml version="1.0"?>\n<!-- soon -->\n' >"$tmp/edited"
row broken "no root" 'not well-formed XML: '
edit broken "two roots" '$a\
<bank/>' 'not well-formed XML: Extra content at the end of the document'
edit broken "a tag that is not closed" '/<\/pick/d' 'not well-formed XML: '
edit broken "a file cut short" 30q 'not well-formed XML: '
edit broken "a bare ampersand" 's/eerst/P \& O/' ':33: not well-formed XML: '
edit broken "an entity of HTML" 's/eerst/\&eacute;\&eacute;n/' \
    "'eacute' not defined; write the character itself"
edit broken "an attribute twice" 's/<pick/& id="P2"/' \
    'not well-formed XML: Attribute id redefined'
edit broken "an attribute without quotes" 's/total="7"/total=7/' \
    'not well-formed XML: AttValue: '
edit broken "a control character" 's/eerst/\&#1;/' 'not well-formed XML: '
edit broken "a prefix nobody declared" '/eerst/s/<key/<x:key/' \
    'not well-formed XML: Namespace prefix x on key is not defined'
tr A '\0' <"$tmp/choices" >"$tmp/edited"
row broken "a NUL" ':6: not well-formed XML: '
head -c 300 /dev/zero >"$tmp/edited"
row broken "nothing but NULs" ':1: not well-formed XML: '
tr A '\351' <"$tmp/choices" >"$tmp/edited"
row broken "Latin-1 that says it is UTF-8" \
    ':6: not UTF-8 (byte 0xE9); save the file as UTF-8'
edit broken "an overlong slash" "s/eerst/$(printf '\300\257')/" \
    ':33: not UTF-8 (byte 0xC0); save the file as UTF-8'

# far VERDICT NAME OLD NEW MESSAGE: one edit of the last stat, after 70,000 more
# lines
far() {
    awk -v old="$3" -v new="$4" '
        /style="reactive" mean/ {
            for (i = 0; i < 70000; i++) print ""
            sub(old, new)
        }
        { print }' "$tmp/choices" >"$tmp/edited"
    row "$1" "$2 after 70,000 lines" "$5"
}
line=$(($(grep -n 'style="reactive" mean' "$tmp/choices" | cut -d: -f1) + 70000))
far good "a value" 'sd="0.1"' 'sd="0.2"' ''
far bad "a wrong value" 'sd="0.1"' 'sd="2"' \
    ":$line: sd=\"2\" is not a number from 0 to 1"
far bad "a wrong name" 'sd="0.1"' 'st="2"' \
    ":$line: unknown attribute \"st\" of <stat>"
far broken "an open tag" '/>' '>' ":$((line + 1)): not well-formed XML: "

### Beyond the grammar.

edit beyond "two scales of one id" '/<profile>/i\
<response id="agree3"><point value="1"><label xml:lang="en">a</label></point><point value="2"><label xml:lang="en">b</label></point></response>' \
    'a second response scale "agree3"'
edit beyond "two sections of one id" '/<\/section>/a\
<section id="choices"><name xml:lang="en">Two</name><pair id="B2" points="2"><left><label xml:lang="en">a</label><key style="multi"/></left><right><label xml:lang="en">b</label><key style="reactive"/></right></pair></section>' \
    'a second section "choices"'
values beyond '<rank' id 'a second item "@"; the first is on line 31' P1
values beyond '<check' id 'a second item "@"' B1
values beyond loud id 'a second option "@"' a
values beyond 'How old' id 'a second question "@"' team from
values beyond 'How old' id 'question "@" has the id of an item' P1
values beyond Care id 'a second option "@"' other
edit beyond "two norms of one id" '/<norm/i\
<norm id="class" n="1" source=""><stat style="multi" mean="0" sd="0"/><stat style="linear" mean="1" sd="1"/><stat style="reactive" mean="0" sd="0"/></norm>' \
    'a second norm "class"'
values beyond '<check' response 'no response scale "@"' agree4 AGREE3
values beyond '<check' expect 'expect="@" is not a whole number from 1 to 3' \
    0 4 -1 999
values beyond 'value="2"' value 'point value @ does not follow 1' 3 1
values beyond 'value="3"' value 'point value @ does not follow 2' 1
values beyond loud style 'two options of this item are keyed to @' linear
values beyond '<left' style 'two options of this item are keyed to @' multi
values beyond 'level="low"' level 'a second reading of linear, @' high
values beyond 'style="multi" mean' style 'a second <stat> of @' linear
cp "$tmp/mixed" "$tmp/edited"
row beyond "ratings among choices" 'item "T1" is a rating in a bank of choices'
base=ratings
edit beyond "a style without items" '/T3/d' 'no item is keyed to reactive'
edit beyond "checks and nothing else" '/<rate/d' 'no item is keyed to linear'
values beyond T2 response 'no response scale "@" in this bank; did you mean' \
    agree agre3
base=choices
values beyond Titel xml:lang 'xml:lang="@" is not one of the file' de NL
values beyond '<translation' xml:lang 'xml:lang="@" is not one of the file' de
values beyond Titel xml:lang 'a second <title> in "@"' en
values beyond '<bank' languages 'xml:lang="nl" is not one of the file' en
values beyond '<bank' languages 'languages names more than 24 languages' \
    'en nl a b c d e f g h i j k l m n o p q r s t u v w'
edit beyond "a DOCTYPE" '1a\
<!DOCTYPE bank>' 'may not have a DOCTYPE'
edit beyond "a DOCTYPE with an element" '1a\
<!DOCTYPE bank [<!ELEMENT bank ANY>]>' 'may not have a DOCTYPE'
edit beyond "Latin-1 that says so" "1s/UTF-8/ISO-8859-1/; s/eerst/$(printf '\351\351n')/" \
    ':33: not UTF-8 (byte 0xE9); save the file as UTF-8'
{
    printf '\377\376'
    sed '1s/UTF-8/UTF-16/' "$tmp/choices" | tr '\n' ' ' |
        awk '{ gsub(/./, "&\n"); printf "%s", $0 }' | tr '\n' '\0'
} >"$tmp/edited"
row beyond "UTF-16" ':1: not UTF-8 (byte 0xFF); save the file as UTF-8'
{
    cat "$tmp/choices"
    awk 'BEGIN { for (i = 0; i < 147456; i++) printf "%63s\n", "" }'
} >"$tmp/edited"
row beyond "9 MiB" 'larger than 8 MiB'

### Entities, which validators may or may not read.

entity() {
    edit text "$1" "1a\\
<!DOCTYPE bank [$2]>
s/eerst/\\&x;/" 'may not have a DOCTYPE'
}
entity "an entity" '<!ENTITY x "eerst">'
entity "an external entity" '<!ENTITY x SYSTEM "/etc/passwd">'
entity "an external entity of the network" \
    '<!ENTITY x SYSTEM "http://127.0.0.1:9/x">'
entity "a parameter entity" '<!ENTITY % y SYSTEM "/etc/passwd"> %y;'
entity "an entity of itself" '<!ENTITY x "\&x;">'
entity "an entity bomb" "$(awk 'BEGIN {
    printf "<!ENTITY a \"aaaaaaaaaa\">"
    before = "a"
    for (i = 0; i < 24; i++) {
        name = i < 23 ? "e" i : "x"
        printf "<!ENTITY %s \"", name
        for (n = 0; n < 10; n++) printf "\\&%s;", before
        printf "\">"
        before = name
    }
}')"
edit text "a DTD of its own" '1a\
<!DOCTYPE bank SYSTEM "bank.dtd">' 'may not have a DOCTYPE'

### The same banks to the grammar. One run for all good, one for all bad.

# files VERDICT
files() {
    sed -n "s/ $1 .*//p" "$rows"
}

# agrees VERDICT FILE: with the list of accepted files in $accepted
agrees() {
    case $accepted in
    *" $2 "*) [ "$1" = good ] ;;
    *) [ "$1" != good ] ;;
    esac
}

# validated TOOL COMMAND VERDICT...: a point for each row of these; COMMAND
# prints those of the files it is given that TOOL accepts
validated() {
    tool=$1 command=$2
    shift 2
    for verdict; do
        # shellcheck disable=SC2046 # files without spaces
        accepted=" $($command $(files "$verdict") | tr '\n' ' ')"
        grep " $verdict " "$rows" >"$tmp/these"
        while read -r file wanted name; do
            check "$tool: $wanted: $name" agrees "$wanted" "$file"
        done <"$tmp/these"
    done
}

# xmllint says "FILE validates".
by_xmllint() {
    xmllint --nonet --noout --relaxng "$grammar" "$@" 2>&1 |
        sed -n 's/ validates$//p'
}

# jing names those it refuses, "FILE:LINE:COLUMN: error: REASON".
by_jing() {
    jing "$grammar" "$@" >"$tmp/refused" 2>&1
    cut -d: -f1 "$tmp/refused" | sort -u >"$tmp/names"
    printf '%s\n' "$@" | grep -vxFf "$tmp/names"
}

shipped=$(grep -l '<bank ' "$LEWIS_PATH"/*.xml)
if command -v xmllint >/dev/null; then
    validated xmllint by_xmllint good bad broken
    # shellcheck disable=SC2086
    check "xmllint: every bank we ship" \
        xmllint --nonet --noout --relaxng "$grammar" $shipped
else
    skip "the grammar by xmllint" "no xmllint"
fi
if command -v jing >/dev/null; then
    validated jing by_jing good bad
    # shellcheck disable=SC2086
    check "jing: every bank we ship" jing "$grammar" $shipped
else
    skip "the grammar by jing" "no jing"
fi
finish
