#!/bin/sh
# tests/fuzz/fuzz.sh SECONDS JOBS [TARGET...]: each target for so long, so many
# at a time, from the corpus of the project; run by `make fuzz'. What is new is
# kept below tests/fuzz/found; an input that breaks something is named there,
# too, and makes this fail.
#
# SPDX-License-Identifier: GPL-3.0-or-later
set -u
seconds=$1 jobs=$2
shift 2
corpus=$top_srcdir/tests/fuzz/corpus
found=$PWD/tests/fuzz/found
export seconds corpus found
: "${ASAN_OPTIONS=allocator_may_return_null=1:detect_leaks=1}"
: "${LSAN_OPTIONS=suppressions=$top_srcdir/tests/leaks.supp:print_suppressions=0}"
export ASAN_OPTIONS LSAN_OPTIONS LC_ALL=C

# shellcheck disable=SC2016 # for the inner shell
one='
    mkdir -p "$found/$0" && cd "$found" || exit 2
    program=$OLDPWD/tests/fuzz/fuzz
    [ "$0" != commands ] || program=$OLDPWD/tests/fuzz/commands
    words=
    [ ! -e "$corpus/../$0.dict" ] || words=-dict=$corpus/../$0.dict
    [ "$0" != commands ] || words="$words -close_fd_mask=3" # what lewis says
    if TARGET=$0 "$program" -max_total_time="$seconds" -timeout=25 \
        -rss_limit_mb=2048 -max_len=10000 -print_final_stats=1 $words \
        -artifact_prefix="$found/$0-" "$found/$0" "$corpus/$0" \
        >"$0.log" 2>&1
    then
        runs=$(sed -n "s/^stat::number_of_executed_units: *//p" "$0.log")
        [ "${runs:-0}" -gt 0 ] || { echo "not ok - $0: nothing ran"; exit 1; }
        cover=$(sed -n "s/.* cov: \([0-9]*\) .*/\1/p" "$0.log" | tail -n 1)
        echo "ok - $0: $runs inputs, $cover edges, in $seconds s"
    else
        echo "not ok - $0: see $found/$0.log"
        tail -n 60 "$0.log"
        exit 1
    fi'

[ $# -gt 0 ] || set -- "$corpus"/*/
for target; do
    basename "$target"
done | xargs -P "$jobs" -n 1 sh -c "$one"
