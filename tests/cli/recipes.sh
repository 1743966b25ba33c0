#!/bin/sh
# recipes.sh - the recipes in doc/batch.md do what it says: each ends in the same
# summary as one run over all rows.
#
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/tap.sh"
doc=$top_srcdir/doc/batch.md
script=$top_srcdir/doc/examples/score.sbatch

mkdir "$tmp/bin" "$tmp/home" "$tmp/home/expected"
ln -s "$LEWIS" "$tmp/bin/lewis"
PATH=$tmp/bin:$PATH
export PATH
HOME=$tmp/home
export HOME
cd "$tmp/home" || exit 99
awk -F, 'NR == 1 { print; next } { row[++n] = $0 }
    END { for (i = 1; i <= 900; i++) {
        r = row[1 + i * 7 % n]; sub(/^[^,]*/, "p" i, r); print r } }' \
    "$LEWIS_PATH/workshop.csv" >answers.csv
lewis score --bank lmr-30 answers.csv -o expected/scores.csv \
    --summary expected/whole.json 2>"$tmp/err"

# recipe WORD: the fenced block that has the word.
recipe() {
    awk -v word="$1" '
        /^```sh$/ { inside = 1; block = ""; next }
        /^```$/ { if (inside && index(block, word)) printf "%s", block
                  inside = 0; next }
        inside { block = block $0 "\n" }' "$doc"
}
follow() {
    rm -f part* whole.json
    recipe "$1" >recipe.sh
    [ -s recipe.sh ] && sh -e recipe.sh </dev/null
}
whole() {
    cmp expected/whole.json whole.json || { sed -n 4p whole.json; ls -l; false; }
}
has_parts() {
    test "$(find . -name 'part-*.json' | wc -l)" -gt 1
}
scores_in_order() {
    set --
    while [ -e "part-$(($# + 1)).csv" ]; do
        set -- "$@" "part-$(($# + 1)).csv"
    done
    awk 'NR == 1 || FNR > 1' "$@" >scores.csv
    cmp expected/scores.csv scores.csv
}

check "the summary of all rows" follow "--summary whole.json"
check "is that of one run" whole

parallel=
parallel --version 2>/dev/null | grep -q '^GNU parallel' && parallel=yes
if [ -n "$parallel" ]; then
    check "GNU parallel: the recipe runs" follow 'part-{#}.csv'
    check "GNU parallel: there are parts" has_parts
    check "GNU parallel: they are the whole" whole
    check "GNU parallel: and their scores in order" scores_in_order
else
    skip "GNU parallel" "it is not installed"
fi

# The same command line with a shell of this machine in the place of ssh, which
# says, as sshd does, what shell it is.
cat >"$tmp/bin/ssh" <<'END'
#!/bin/sh
SHELL=/bin/sh
export SHELL
while [ "${1#-}" != "$1" ]; do
    case $1 in -o | -l | -p | -i | -S) shift ;; esac
    shift
done
echo "$1" >>"$HOME/machines"
shift
[ "$1" != -- ] || shift
exec sh -c "$*"
END
chmod +x "$tmp/bin/ssh"
if [ -n "$parallel" ]; then
    check "by ssh (a stand-in): the recipe runs" follow "-S :,localhost"
    check "by ssh (a stand-in): a machine was asked" grep -q localhost machines
    check "by ssh (a stand-in): the parts are the whole" whole
    check "by ssh (a stand-in): there are parts" \
        test "$(wc -l <parts.txt)" -gt 1
else
    skip "by ssh (a stand-in)" "GNU parallel is not installed"
fi
rm "$tmp/bin/ssh"
if [ -n "$parallel" ] && command -v ssh >/dev/null 2>&1 &&
    ssh -o BatchMode=yes -o ConnectTimeout=5 localhost \
        "PATH=$tmp/bin:\$PATH lewis --version" >/dev/null 2>&1 </dev/null &&
    ssh -o BatchMode=yes localhost 'command -v lewis' </dev/null \
        >/dev/null 2>&1; then
    check "by ssh: the recipe runs" follow "-S :,localhost"
    check "by ssh: the parts are the whole" whole
else
    skip "by ssh" "localhost does not let us in, or has no lewis"
fi

# Slurm: what a task does, four times, by this machine.
if command -v bash >/dev/null 2>&1 && split --version 2>/dev/null |
    grep -q GNU; then
    check "Slurm: the script is bash" bash -n "$script"
    cat >"$tmp/bin/sbatch" <<'END'
#!/bin/sh -e
# sbatch --wait --array=1-N SCRIPT ARGUMENT...
SLURM_ARRAY_TASK_COUNT=${2#--array=1-}
export SLURM_ARRAY_TASK_COUNT
shift 2
for task in $(seq "$SLURM_ARRAY_TASK_COUNT"); do
    SLURM_ARRAY_TASK_ID=$task bash "$@"
done
END
    chmod +x "$tmp/bin/sbatch"
    cp "$script" .
    check "Slurm: the recipe runs" follow "sbatch "
    check "Slurm: there are parts" has_parts
    check "Slurm: they are the whole" whole
    check "Slurm: and their scores in order" scores_in_order
else
    skip "Slurm" "there is no bash, or no GNU split"
fi
finish
