#!/bin/sh
# translations.sh - every text of the program is found, translated whole, and
# its formats are those of the English.
#
# A text that is new or was changed fails here until po/LANGUAGE.po has it:
#     make update-po      and translate what it says is untranslated or fuzzy.
#
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tap.sh"

for tool in xgettext msgfmt msgmerge msgattrib; do
    if ! command -v "$tool" >/dev/null 2>&1; then
        skip "translations" "no $tool; gettext has it"
        finish
        exit
    fi
done

cd "$top_srcdir" || exit 99
languages=$(sed '/^#/d' po/LINGUAS)
functions=$(sed -n 's/^--keyword=\([A-Za-z_]*\).*/\1/p' po/options)

# Succeeds when nothing is said; what was, is shown with what to do about it.
silent() {
    found=$("$@" 2>&1)
    [ -z "$found" ] && return
    printf '%s\n' "$found"
    echo "Run: make update-po; then translate what is new in po/*.po."
    return 1
}

each_is_built() {
    for language in $languages; do
        [ -f "po/$language.po" ] || echo "po/$language.po is missing"
        grep -q "po/$language\.po" po/local.mk ||
            echo "po/local.mk does not name po/$language.po"
    done
    for file in po/*.po; do
        language=$(basename "$file" .po)
        echo "$languages" | grep -qx "$language" ||
            echo "po/LINGUAS does not name $language"
    done
}

# Functions that po/options names, and that nobody calls any more.
unused_functions() {
    for function in $functions; do
        grep -rqE --include='*.[ch]' "(^|[^A-Za-z0-9_])$function\(" src ||
            echo "nothing calls $function()"
    done
}

# Where those functions are called with a text.
sources() {
    names=$(echo "$functions" | paste -s -d'|' -)
    grep -rlE --include='*.[ch]' "(^|[^A-Za-z0-9_])($names|error_text)\(" src |
        grep -vE '^src/(.*_(js|css)\.c|base/(error|problems|translation)\.h|base/translation\.c|cli/say\.h|workshop/workshop\.h)$' |
        LC_ALL=C sort
}
unlisted() {
    sources >"$tmp/sources"
    LC_ALL=C sort po/POTFILES.in | comm -3 - "$tmp/sources" |
        sed 's/^	\(.*\)/po\/POTFILES.in does not list \1/; t
             s/$/: in po\/POTFILES.in, and without texts or gone/'
}

check "each language is built and installed" silent each_is_built
check "po/options names functions that are called" silent unused_functions
check "po/POTFILES.in lists the sources with texts, all of them" silent unlisted

# shellcheck disable=SC2046 # words
xgettext $(sed '/^#/d' po/options) --files-from=po/POTFILES.in \
    --output="$tmp/lewis.pot" 2>"$tmp/err" ||
    { cat "$tmp/err"; exit 99; }
check "the sources hold texts" test "$(grep -c '^msgid ' "$tmp/lewis.pot")" -gt 500

# Texts of the sources that the catalogue has not, or not as they are now.
missing() {
    msgmerge --quiet --no-fuzzy-matching "po/$1.po" "$tmp/lewis.pot" \
        -o "$tmp/merged.po" || echo "msgmerge fails"
    msgattrib --untranslated --no-obsolete --no-wrap "$tmp/merged.po" |
        sed -n '/^#:/,$ s/^msgid "\(.*\)"$/untranslated: \1/p'
}
unsure() {
    msgattrib --only-fuzzy --no-wrap "po/$1.po" |
        sed -n '/^#:/,$ s/^msgid "\(.*\)"$/fuzzy: \1/p'
}
# An option, a file or a column that the English names stands in it, too.
lost_names() {
    msgattrib --translated --no-obsolete --no-wrap --no-location "po/$1.po" |
        awk '
            function names(text, found,    name) {
                delete found
                while (match(text, /--[a-z][a-z-]+|\$[A-Z_]+/)) {
                    name = substr(text, RSTART, RLENGTH)
                    found[name]
                    text = substr(text, RSTART + RLENGTH)
                }
            }
            function judge(    name, here, there) {
                names(id, here)
                names(str, there)
                for (name in here)
                    if (!(name in there)) print name " is lost in: " str
                for (name in there)
                    if (!(name in here)) print name " is new in: " str
            }
            /^msgid / { id = substr($0, 7); str = ""; of = "id"; next }
            /^msgid_plural / { of = ""; next }
            /^msgstr/ { str = str $0; of = "str"; next }
            /^"/ { if (of == "id") id = id $0; else if (of == "str") str = str $0 }
            /^$/ { judge(); id = str = of = "" }
            END { judge() }'
}

for language in $languages; do
    check "$language: formats and plurals fit" \
        msgfmt --check -o "$tmp/$language.mo" "po/$language.po"
    check "$language: options and variables keep their names" \
        silent lost_names "$language"
    check "$language: nothing is fuzzy" silent unsure "$language"
    check "$language: every text is translated" silent missing "$language"
done
finish
