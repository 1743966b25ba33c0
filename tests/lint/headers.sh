#!/bin/sh
# Every public header compiles alone, and all of them together, as C and as C++,
# without a warning.
#
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tap.sh"

# compiles COMPILER STANDARD LANGUAGE HEADER
compiles() {
    # shellcheck disable=SC2086 # CC may be several words
    printf '#include <%s>\nextern int none;\n' "$4" |
        $1 -std="$2" -pedantic -Wall -Wextra -Werror -fsyntax-only \
            -I"$tmp" -I"$top_srcdir/include" -x "$3" -
}

refused() {
    ! compiles "$@"
}

cxx=
for name in ${CXX-} c++ g++ clang++; do
    command -v "$name" >/dev/null && cxx=$name && break
done

echo 'size_t needs_stddef(void);' >"$tmp/bad.h"
check "a header that leans on another is refused" refused "$CC" c11 c bad.h

for path in "$top_srcdir"/include/lewis/*.h; do
    header=lewis/${path##*/}
    check "$header as C99" compiles "$CC" c99 c "$header"
    check "$header as C11" compiles "$CC" c11 c "$header"
    if [ -n "$cxx" ]; then
        check "$header as C++11" compiles "$cxx" c++11 c++ "$header"
    else
        skip "$header as C++11" "no C++ compiler"
    fi
done

# Two headers that call different things by one name go well alone.
together() {
    for path in "$top_srcdir"/include/lewis/*.h "$@"; do
        echo "#include \"$path\""
    done >"$tmp/together.h"
    compiles "$CC" c11 c together.h
}
echo 'struct lewis_bank { int other; };' >"$tmp/twice.h"
echo 'struct lewis_bank { int more; };' >>"$tmp/twice.h"
not_together() {
    ! together "$@"
}
check "two things of one name are refused" not_together "$tmp/twice.h"
check "all headers together as C11" together
if [ -n "$cxx" ]; then
    check "all headers together as C++11" compiles "$cxx" c++11 c++ together.h
else
    skip "all headers together as C++11" "no C++ compiler"
fi
finish
