#!/bin/sh
# usage.sh - command lines that lack something, or say too much: the message
# names what would be right, the status is 2, and nothing is written.
#
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tap.sh"
answers=$LEWIS_PATH/workshop.csv
me=$LEWIS_PATH/me.csv
cd "$tmp" || exit 99
mkdir here

refused() {
    message=$1
    shift
    (cd here && run "$@" && [ "$status" -eq 2 ]) || {
        cat "$tmp/err"
        return 1
    }
    says "$message" && [ ! -s "$tmp/out" ] && [ -z "$(ls here)" ]
}
# asks MESSAGE WORDS...: lewis WORDS... is told MESSAGE.
asks() {
    check "lewis $(shift && echo "$*" | sed "s|$LEWIS_PATH/||g")" refused "$@"
}

# --- which of them? ---
asks "list, show, check, export or items?" bank
asks 'there is no "shw"; did you mean "show"?' bank shw
asks 'there is no "paint"; there are list, show, check, export and items' \
    bank paint
asks "list takes no names" bank list lmr-12
asks "show which bank?" bank show
asks "check which file?" bank check
asks "--against compares one file" bank check a.xml b.xml --against c.xml
asks "list, show or compare?" country
asks 'there is no "lst"; did you mean "list"?' country lst
asks 'there is no "weather"; there are list, show and compare' country weather
asks "list takes no names" drafts list mine
asks "show which draft?" drafts show
asks "delete which draft?" drafts delete
asks 'there is no "burn"; there are list, show and delete' drafts burn
asks "one draft at a time" take --resume a --resume b

# --- no file, or too many ---
asks "which answers? Give a CSV file, or - for standard input" chart
asks "which answers? Give a CSV file, or - for standard input" team
asks "name a file of answers" report --me -o a.pdf

# --- what does not go together ---
asks "one of --me, --person, --team, --all and --each" \
    report --me --person Zoë "$me" -o a.pdf
asks "-o or --each, not both" report --each d -o a.pdf "$me"
asks "--topics draws small triangles, without --before and --overlay" \
    chart "$answers" --before "$answers" --topics -o a.png
asks "--split-by team writes a file a team: name their folder with -o" \
    score --split-by team "$answers"

# --- a value that is none ---
asks "--duplicates is keep, first, last or refuse" \
    score --duplicates some "$answers"
asks "--split-by team is what there is" score --split-by site "$answers"
asks '--from "paper" is not known; there are canonical, limesurvey, google' \
    score --from paper "$answers"
asks 'there is no column "nope"' score --columns id,nope "$answers"
asks "no column is to be written" score --columns , "$answers"
asks '--theme is screen or grey, not "dark"' \
    report --all --theme dark "$answers" -o a.pdf
asks '--format is pdf, html or json, not "gif"' \
    report --all --format gif "$answers" -o a.gif
asks '--edition is team, self or trainer, not "boss"' \
    report --all --edition boss "$answers" -o a.pdf
asks '--format is svg, png or pdf, not "gif"' \
    chart "$answers" --each d --format gif
asks "give width x height and the unit, mm, in, pt or px" \
    chart --size 10 "$answers" -o a.png
asks "--size 1x1mm: each side must be from 71 to 5080 mm" \
    chart --size 1x1mm "$answers" -o a.png
asks 'there is no zoom "5"; there are auto, none and the least percent' \
    chart --zoom 5 "$answers" -o a.svg
asks "--by takes at most 8 columns" team "$answers" --by a,b,c,d,e,f,g,h,i
asks "--by needs the names of columns, such as team,site" team "$answers" --by ,
asks 'bank lmr-30 has no topic "sport"' chart "$answers" --topic sport -o a.svg
asks 'there is no overlay "magic"; there is truth, or give a file' \
    chart "$answers" --overlay magic -o a.svg

# --- workshops, where they are built in ---
if "$LEWIS" help workshop >/dev/null 2>&1; then
    asks "new, open, status, codes, reveal, close, export, report or purge?" \
        workshop
    asks 'there is no "opn"; did you mean "open"?' workshop opn a.lewis
    asks 'there is no "zap"; there are new, open, status, codes, reveal' \
        workshop zap a.lewis
    asks "open takes the workshop's file" workshop open
    asks "open takes the workshop's file" workshop open a.lewis b.lewis
    asks '--format of status is text or json, not "csv"' \
        workshop status a.lewis --format csv
    asks "which workshop? Give the file that lewis workshop new made" serve
    asks "one workshop at a time" serve a.lewis b.lewis
else
    skip "workshops" "not built in"
fi
finish
