#!/bin/sh
# symbols.sh - the library shows what its headers declare, no more and no less,
# and each name has a version.
#
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tap.sh"
library=$top_builddir/src/.libs/liblewis.so

if [ ! -e "$library" ] || ! command -v nm >/dev/null 2>&1; then
    skip "symbols" "no shared library, or no nm"
    finish
    exit 0
fi
nm -D --defined-only "$library" | awk '$2 != "A" { print $3 }' |
    grep -vE '^(__bss_start|_edata|_end|_init|_fini)(@|$)' |
    LC_ALL=C sort >"$tmp/shown"
sed 's/@.*//' "$tmp/shown" >"$tmp/names"
# shellcheck disable=SC2086 # LEWIS_HEADERS is a list of words
# Each declaration's own name is the first in it that is followed by "(".
(cd "$top_srcdir" && cat $LEWIS_HEADERS) | sed 's,/\*.*\*/,,' | awk '
    /^LEWIS_API/ { inside = 1; text = "" }
    inside { text = text " " $0 }
    inside && /[(;]/ {
        if (match(text, /lewis_[a-z0-9_]+ *[(\[;]/)) {
            name = substr(text, RSTART, RLENGTH)
            gsub(/[^a-z0-9_]/, "", name)
            print name
            inside = 0
        }
    }' | LC_ALL=C sort >"$tmp/declared"
check "there are names" test "$(wc -l <"$tmp/declared")" -gt 100
check_same "what is declared is shown, and nothing else" "$tmp/declared" \
    "$tmp/names"
if grep -q '^VERSION_SCRIPT = .' "$top_builddir/Makefile"; then
    check "each name has its version" sh -c '! grep -v "@@LEWIS_0\.[0-9]*$" "$1"' \
        sh "$tmp/shown"
else
    skip "each name has its version" "the linker takes no version script"
fi
finish
