# near.awk - the second file's lines "path value" are in the first, with numbers
# that differ by no more than 'within'. Prints what differs and fails.
#
# SPDX-License-Identifier: GPL-3.0-or-later
FNR == NR { value[$1] = $2; next }
{
    d = value[$1] - $2
    seen++
    if (!($1 in value) || d > within || -d > within) {
        print $1 ": " value[$1] ", not " $2
        bad++
    }
}
END { exit bad > 0 || seen == 0 }
