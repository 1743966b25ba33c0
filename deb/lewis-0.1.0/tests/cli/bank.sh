#!/bin/sh
# bank.sh - lewis bank and lewis country.
#
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tap.sh"

run bank list
check "list shows the choice banks" prints "lmr-30"
check "list shows the rating bank" prints "bfi"
check "list leaves the countries out" test -z "$(grep countries "$tmp/out")"
check "list ends well" test "$status" -eq 0

run bank show bfi
check "show prints what a respondent reads" prints "Waste my time."
check "and not the key" test -z "$(grep '\[' "$tmp/out")"
run bank show bfi --keys
check "--keys shows the key to authors" prints "[linear, reversed]"
run bank show lmr-30 --lang nl
check "show speaks the language asked for" prints "Spreken en luisteren"
run bank show lmr-30 --lang de
check "a language that is not there is told" says \
    'lmr-30 has no texts in "de"; there are en, nl'
run bank show lmr30
check "show tells an unknown bank with the nearest" says \
    'did you mean "lmr-30"?'

run bank check "$LEWIS_PATH"/*.xml
check "everything we ship is without error or warning" test \
    "$(grep -c ': 0 errors, 0 warnings$' "$tmp/out")" -eq \
    "$(find "$LEWIS_PATH"/ -name '*.xml' | wc -l)"
check "a clean check ends well" test "$status" -eq 0

sed 's/style="multi"/style="mutli"/' "$LEWIS_PATH/lmr-12.xml" >"$tmp/typo.xml"
line=$(grep -n mutli "$tmp/typo.xml" | head -n 1 | cut -d: -f1)
run bank check "$tmp/typo.xml"
check "a typo is told with file, line and what would be right" prints \
    "typo.xml:$line: unknown style \"mutli\"; did you mean \"multi\"?"
check "every typo is told at once" test "$(grep -c "did you mean" "$tmp/out")" -eq 15
check "a file with errors is status 1" test "$status" -eq 1
run score --bank "$tmp/typo.xml" "$LEWIS_PATH/me.csv"
check "score refuses the bank with the same words" says \
    "typo.xml:$line: unknown style \"mutli\"; did you mean \"multi\"?"
check "and scores nothing" test "$status" -eq 2

printf '<!DOCTYPE bank [<!ENTITY x SYSTEM "/etc/passwd">]>\n<bank/>\n' \
    >"$tmp/doctype.xml"
run bank check "$tmp/doctype.xml"
check "a DOCTYPE is refused" prints "DOCTYPE"
run bank check "$tmp/nowhere.xml"
check "a file that is not there is an error" test "$status" -eq 1
run bank paint
check "an unknown verb is told with those there are" says \
    "there are list, show, check, export and items"

cp "$LEWIS_PATH/lmr-12.xml" "$tmp/new.xml"
run bank check "$tmp/new.xml" --against lmr-12
check "--against finds nothing between equal versions" prints \
    "new.xml: 0 errors, 0 warnings"
sed '0,/style="linear"/s//style="x"/; 0,/style="multi"/s//style="linear"/;
    0,/style="x"/s//style="multi"/' "$LEWIS_PATH/lmr-12.xml" >"$tmp/new.xml"
run bank check "$tmp/new.xml" --against lmr-12
check "--against tells an id used again for another key" prints \
    "old answers would be read wrongly, so give it a new id"
check "the offending line is shown" prints '    <pick id="P01"'

run country list
check "the sources are listed" grep -q "^  S1 Daehnhardt" "$tmp/out"
check "country list shows all 102" test \
    "$(grep -c '^[A-Z][A-Z]  ' "$tmp/out")" -eq 102
check "each with its position, confidence and sources" grep -q \
    "^JP  linear > reactive 7/8 *B  S1 *Japan$" "$tmp/out"
check "and says what they are" prints "Illustrative, ordinal"
run country list --lang nl
check "country names come in Dutch" prints "Duitsland"

run --help
check "help lists the commands" prints "score"
check "help ends well" test "$status" -eq 0
for command in score chart bank country; do
    run "$command" --help
    check "$command --help is on standard output" prints \
        "usage: lewis $command"
done
run --version
check "the version's first line is name and number" grep -Eq \
    '^lewis .* [0-9]+\.[0-9]+\.[0-9]+$' "$tmp/out"
run scores
check "an unknown command is told" says 'there is no command "scores"'
check "and is usage trouble" test "$status" -eq 2
finish
