#!/bin/sh
# gallery.sh - runs the commands of gallery.md, in a folder of its own.
#
#     doc/gallery.sh LEWIS SOURCE OUT
#
# LEWIS is the program, SOURCE the folder of the sources, OUT where the pictures
# go. What the commands say is shown when one fails.
#
# SPDX-License-Identifier: GPL-3.0-or-later
set -e
export LC_ALL=C.UTF-8 # the terminal has more than ASCII
lewis=$1 source=$2 out=$3
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
mkdir -p "$out" "$tmp/doc"
ln -s "$lewis" "$tmp/lewis"
ln -s "$source/questionnaires" "$tmp/questionnaires"
ln -s "$source/doc/gallery.awk" "$tmp/doc/gallery.awk"
ln -s "$out" "$tmp/doc/gallery"
sed -n '/^```sh$/,/^```$/p' "$source/doc/gallery.md" | grep -v '^```' \
    >"$tmp/commands"
cd "$tmp"
while IFS= read -r command; do
    sh -c "$command" </dev/null 2>err || {
        echo "gallery.sh: failed: $command" >&2
        cat err >&2
        exit 1
    }
done <commands
