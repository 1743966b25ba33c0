# tests/tap.sh - what every shell test needs: . "$top_srcdir/tests/tap.sh"
#
# Test Anything Protocol: one line a point, the plan at the end. $tmp is a
# directory of the test's own, removed when it ends.
#
#     check "two rows come out" test "$(wc -l <out)" -eq 2
#     check_same "the table" expected actual
#     skip "C++" "no compiler"
#     finish
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh

tap_count=0
tmp=$(mktemp -d) || exit 99
trap 'rm -rf "$tmp"' EXIT
trap 'exit 99' HUP INT TERM

# check NAME COMMAND...: ok when the command succeeds; else what it said.
check() {
    tap_name=$1
    shift
    tap_count=$((tap_count + 1))
    if tap_said=$("$@" 2>&1); then
        echo "ok $tap_count - $tap_name"
    else
        echo "not ok $tap_count - $tap_name"
        printf '%s\n' "failed: $*" "$tap_said" | sed 's/^/# /'
    fi
}

# check_same NAME EXPECTED ACTUAL: two files are equal, byte for byte. With
# UPDATE=1 in the environment (make update-golden) EXPECTED becomes ACTUAL.
check_same() {
    [ "${UPDATE-}" != 1 ] || cmp -s "$2" "$3" || cp "$3" "$2"
    check "$1" diff -u "$2" "$3"
}

# run ARGUMENT...: the program's $tmp/out, $tmp/err and $status, nothing on its
# standard input.
run() {
    status=0
    "$LEWIS" "$@" >"$tmp/out" 2>"$tmp/err" </dev/null || status=$?
}

# prints STRING, says STRING: on standard output, on standard error. reads
# STRING: on standard output, however its lines are broken.
prints() {
    grep -qF -- "$1" "$tmp/out" || { cat "$tmp/out"; return 1; }
}
reads() {
    tr '\n' ' ' <"$tmp/out" | tr -s ' ' | grep -qF -- "$1" ||
        { cat "$tmp/out"; return 1; }
}
says() {
    grep -qF -- "$1" "$tmp/err" || { cat "$tmp/err"; return 1; }
}

# skip NAME REASON
skip() {
    tap_count=$((tap_count + 1))
    echo "ok $tap_count - $1 # SKIP $2"
}

finish() {
    echo "1..$tap_count"
}
