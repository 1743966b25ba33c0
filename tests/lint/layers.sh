#!/bin/sh
# The layers stay layers: who includes whom, who may use which foreign library,
# and what a library never does. Each rule prints what is against it.
#
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tap.sh"

# A layer and those it may include. <lewis/NAME.h> belongs to layer NAME, or to
# base when there is none of that name; the program sees those headers only.
layers='
base
bank     base
country  base
advice   base
answers  base bank
session  base bank answers
score    base bank country answers
team     base country advice score
chart    base country advice score team
batch    base bank country answers score team
report   base bank country advice answers score team chart
render   base chart report
workshop base bank country answers session score team
serve    base bank country advice answers session score team chart report render workshop
cli
'

# How a foreign header begins, and the one door it comes in by. (The program
# switches GSL's error handler off, which a library may not.)
# Public headers that are not called after their layer.
headers='
agenda     advice
checklist  advice
overlay    advice
tasks      advice
export     bank
draft      session
handin     session
nearness   score
quality    score
cells      render
pixels     render
document   report
items      score
summary    batch
composition  team
earlier    team
figures    team
team_text  report
vendor     answers
'

doors='
libxml/    src/base/document_xml.c src/base/xml_stream.c
unzip.h    src/answers/parts_zip.c
xlsxwriter.h  src/batch/writer_xlsx.c
iconv.h    src/answers/encoding.c
libintl.h  src/base/translation.c
glib.h     src/base/fold.c src/base/digest.c
gsl/       src/score/ src/team/ src/cli/main.c
cairo      src/render/
pango/     src/render/
dlfcn.h    src/render/pango.c
fontconfig src/render/face.c
hb.h       src/render/face.c
zlib.h     src/render/pdf_field.c
png.h      src/render/
jansson.h  src/session/ src/batch/summary_json.c
sqlite3.h  src/workshop/
microhttpd.h  src/serve/daemon.c
qrencode.h  src/serve/qr.c
termios.h  src/cli/
'

# sources TREE: awk over all our files, with the two tables as variables.
sources() {
    (cd "$1" && find src include -name '*.[ch]' -exec \
        awk -v layers="$layers" -v headers="$headers" -v doors="$doors" "$2" {} +)
}

wrong_arrows() {
    sources "$1" '
        function owner(name) {
            return name in layer ? name : name in of ? of[name] : "base"
        }
        BEGIN {
            rows = split(headers, row, "\n")
            for (i = 1; i <= rows; i++)
                if (split(row[i], word, " ") == 2) of[word[1]] = word[2]
            rows = split(layers, row, "\n")
            for (i = 1; i <= rows; i++) {
                words = split(row[i], word, " ")
                if (words) layer[word[1]]
                for (j = 1; j <= words; j++) may[word[1], word[j]]
            }
        }
        FNR == 1 {
            split(FILENAME, part, "[/.]")
            from = part[1] == "src" ? part[2] : owner(part[3])
            if (!(from in layer)) print FILENAME ": " from " has no row"
        }
        /^ *# *include/ && match($0, /["<][^">]*/) {
            name = substr($0, RSTART + 1, RLENGTH - 1)
            public = name ~ /^lewis\//
            if (substr($0, RSTART, 1) == "<" && !public) next
            if (public && from == "cli") next
            if (name !~ /\//) next
            split(name, part, "[/.]")
            to = public ? owner(part[2]) : part[1]
            if (!((from, to) in may))
                print FILENAME ":" FNR ": " from " includes " to
        }'
}

wrong_doors() {
    sources "$1" '
        BEGIN { rows = split(doors, row, "\n") }
        /^ *# *include/ && match($0, /["<][^">]*/) {
            name = substr($0, RSTART + 1, RLENGTH - 1)
            for (i = 1; i <= rows; i++) {
                words = split(row[i], word, " ")
                if (!words || index(name, word[1]) != 1) continue
                for (j = 2; j <= words && index(FILENAME, word[j]) != 1;) j++
                if (j > words) print FILENAME ":" FNR ": includes " name
            }
        }'
}

odd_drawers() {
    (cd "$1" && find src include \( -name 'util*' -o -name 'common*' \
        -o -name 'misc*' -o -name 'helper*' \) -print)
}

# Ending the process and speaking to the user are the program's.
loud_calls() {
    sources "$1" '
        FILENAME ~ /^src\/cli\// { next }
        /(^|[^A-Za-z0-9_])(exit|_Exit|_exit|abort|perror) *\(/ ||
        /fprintf *\( *stderr/ { print FILENAME ":" FNR ": " $0 }'
}

# What could be changed while the program runs. Constant tables that hold
# addresses stand in .data.rel.ro and are read-only once loaded.
variables() {
    find "$1" -name '*.o' ! -path '*/cli/*' -exec nm -A -f sysv {} + |
        awk -F'|' '
            { gsub(/ /, "", $3) }
            $3 ~ /^[bBdDC]$/ && $NF !~ /^ *\.data\.rel\.ro/ { print $1 }'
}

# The linker's own names come with libraries that have them, and the names of
# versions (src/liblewis.map).
foreign_exports() {
    nm -D --defined-only "$1" | awk '
        $3 !~ /^(lewis_.*|LEWIS_[0-9.]+|__bss_start|_edata|_end)$/ {
            print $3
        }'
}

# Succeeds when a rule finds nothing to say.
silent() {
    found=$("$@")
    printf '%s' "$found"
    [ -z "$found" ]
}

# A tree with everything wrong: every rule has to name what it is there for.
bad=$tmp/bad
mkdir -p "$bad/src/base" "$bad/src/attic" "$bad/src/cli" "$bad/include/lewis"
echo '#include <libxml/tree.h>' >"$bad/include/lewis/style.h"
echo 'int old;' >"$bad/src/attic/old.c"
echo '#include "base/text.h"' >"$bad/src/cli/main.c"
cat >"$bad/src/base/utils.c" <<'END'
#include "chart/scene.h"
#include <lewis/score.h>
int counter = 3;
void give_up(void) { exit(1); }
END

every_rule_bites() {
    wrong_arrows "$bad" | sort >"$tmp/arrows"
    cat >"$tmp/expected" <<'END'
src/attic/old.c: attic has no row
src/base/utils.c:1: base includes chart
src/base/utils.c:2: base includes score
src/cli/main.c:1: cli includes base
END
    diff "$tmp/expected" "$tmp/arrows" &&
        wrong_doors "$bad" | grep -q 'style.h:1: includes libxml/tree.h' &&
        odd_drawers "$bad" | grep -q 'utils.c' &&
        loud_calls "$bad" | grep -q 'utils.c:4'
}

object_rules_bite() {
    echo 'int counter = 3; const char *const table[] = {"a"};' |
        $CC -fPIC -x c -c -o "$tmp/bad.o" - &&
        $CC -shared -o "$tmp/bad.so" "$tmp/bad.o" &&
        variables "$tmp" | grep -q counter &&
        ! variables "$tmp" | grep -q table &&
        foreign_exports "$tmp/bad.so" | grep -q counter
}

check "every rule on sources finds a bad example" every_rule_bites
check "layers include only what they may" silent wrong_arrows "$top_srcdir"
check "foreign libraries come in by one door" silent wrong_doors "$top_srcdir"
check "no drawer for odds and ends" silent odd_drawers "$top_srcdir"
check "only the program exits or prints errors" silent loud_calls "$top_srcdir"

library=$top_builddir/src/.libs/liblewis.so
why=
if [ -n "${SANITIZERS-}" ]; then
    why="sanitizers add symbols of their own"
elif ! [ -e "$library" ] || ! nm -D "$library" >/dev/null 2>&1; then
    why="needs an ELF shared library and GNU nm"
fi
if [ -n "$why" ]; then
    skip "every rule on objects finds a bad example" "$why"
    skip "the library has no variables" "$why"
    skip "the library exports lewis_ names only" "$why"
else
    check "every rule on objects finds a bad example" object_rules_bite
    check "the library has no variables" silent variables "$top_builddir/src"
    check "the library exports lewis_ names only" \
        silent foreign_exports "$library"
fi
finish
