#!/bin/sh
# interrupt.sh - a long run: how far it is, and an interrupt at any moment.
#
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tap.sh"
cd "$tmp" || exit 99

# 60,000 people in four teams; one in a thousand has an answer that is none.
awk 'BEGIN {
    printf "id,team"
    for (i = 1; i <= 12; i++) printf ",P%02d", i
    print ""
    for (r = 1; r <= 60000; r++) {
        printf "r%d,t%d", r, r % 4
        for (i = 1; i <= 12; i++) {
            cell = substr("abc", 1 + (r * i + int(r / 7)) % 3, 1)
            printf ",%s", r % 1000 == 0 && i == 3 ? "x" : cell
        }
        print ""
    }
}' >rows.csv

# ---- how far it is ----

# Nothing is read of the scores for a second, so the run cannot end before; then
# a little at a time, so that it goes on, until a line was seen; then the rest.
cat >slow <<'END'
"$LEWIS" score --bank lmr-12 -j "$1" "$2" 2>/dev/tty |
    { sleep 1
      until [ -e seen ]; do head -c 65536 >/dev/null; sleep 0.1; done
      cat >/dev/null; }
echo all is done
END
for jobs in 1 2; do
    rm -f seen
    cat >script <<'END'
expect a second
screen
send \r
expect all is done
absent a second
wait 0
END
    # Enter goes to a shell beside the run; shown, it would push the bar up.
    "$PTY" 80x24 sh -c "stty -echo; sh slow $jobs rows.csv &
        read -r line; : >seen; wait" \
        <script >seen-$jobs 2>&1
    check "-j $jobs: a terminal sees how far it is, and then no more" \
        test $? -eq 0
    check "-j $jobs: a bar, its part, the time left, rows and a rate" \
        grep -Eq '\[#+ *\] +[0-9]+ %  [0-9]+:[0-9]{2} left  [0-9]+ rows, [0-9]+ a second' \
        seen-$jobs
done
"$LEWIS" score --bank lmr-12 -j 1 rows.csv 2>err | { sleep 1; cat >out; }
check "who is no terminal gets no bar" sh -c "! grep -q 'a second' err"

# ---- an interrupt ----

outputs() {
    printf '%s\n' "$1/o.csv" "$1/r.csv" "$1/s.json"
}
# start DIRECTORY HOW: a run in the background; its process is $victim. A shell
# lets those ignore SIGINT; SIGTERM goes the same way.
interrupt=TERM default=
if env --default-signal=INT true 2>/dev/null; then
    interrupt=INT default="env --default-signal=INT"
fi
start() {
    case $2 in
    file) set -- -o "$1/o.csv" --rejects "$1/r.csv" --summary "$1/s.json" ;;
    teams) set -- --split-by team -o "$1/teams" --rejects "$1/r.csv" ;;
    esac
    # shellcheck disable=SC2086 # a command and its option, or none
    $default "$LEWIS" score --bank lmr-12 "$@" rows.csv >/dev/null 2>&1 &
    victim=$!
}
for how in file teams; do
    mkdir "whole-$how"
    from=$(date +%s%N)
    start "whole-$how" "$how"
    wait "$victim"
    took=$((($(date +%s%N) - from) / 1000000))
    (cd "whole-$how" && find . -type f | LC_ALL=C sort) >"names-$how"
    # A tenth over the time of one that was left alone: the last ones come to
    # the end, and some are hit while files are put in their places.
    awk -v ms="$took" 'BEGIN { srand(7)
        for (i = 0; i < 15; i++) printf "%.4f\n", rand() * ms * 1.1 / 1000 }' \
        >times
    odd='' cut=0
    while read -r seconds; do
        rm -rf part
        mkdir part
        start part "$how"
        sleep "$seconds"
        kill -$interrupt "$victim" 2>/dev/null
        wait "$victim"
        (cd part && find . -type f | LC_ALL=C sort) >names
        cut=$((cut + 1))
        if [ -s names ]; then
            cut=$((cut - 1))
            diff -r part "whole-$how" >/dev/null || odd="$odd $seconds"
        fi
    done <times
    check "$how: all files or none, whenever the interrupt comes" test -z "$odd"
    check "$how: it came in time for some" test $cut -gt 0
done

# stopped MORE...: what an interrupt says of a run that waits for its rows.
stopped() {
    rm -rf stop
    mkdir stop
    $default "$LEWIS" score --bank lmr-12 "$@" - <wait >stop.out 2>stop.err &
    victim=$!
    exec 3>wait
    head -n 20 rows.csv >&3
    until [ -n "$(find stop -type f)" ]; do sleep 0.02; done
    kill -$interrupt "$victim"
    wait "$victim"
    exec 3>&-
    test -z "$(find stop -type f)"
}
mkfifo wait
check "an interrupt leaves nothing" stopped -o stop/o.csv --rejects stop/r.csv
check "and says so" grep -qx "lewis: stopped; nothing was written" stop.err
check "the same when rows go to standard output" stopped --rejects stop/r.csv
check "but then it does not say so" sh -c '! grep stopped stop.err'
mkdir old
outputs old | while read -r name; do echo before >"$name"; done
for seconds in 0.01 0.03 0.05; do
    start old file
    sleep $seconds
    kill -$interrupt "$victim" 2>/dev/null
    wait "$victim"
    kept=0
    for name in $(outputs old); do
        grep -qx before "$name" && kept=$((kept + 1))
    done
    check "files that were there are all kept or all replaced ($seconds s)" \
        test $kept -eq 0 -o $kept -eq 3
done
check "and nothing is left beside them" test \
    "$(find old -type f | wc -l)" -eq 3
finish
