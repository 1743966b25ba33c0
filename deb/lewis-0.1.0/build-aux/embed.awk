# embed.awk - a text file as a C string, so that nothing has to be found when
# the program runs: awk -v name=NAME -f embed.awk FILE >FILE.c
#
# SPDX-License-Identifier: GPL-3.0-or-later
BEGIN {
    print "/* Made by build-aux/embed.awk. */"
    print "extern const char " name "[];"
    print "const char " name "[] ="
}
{
    gsub(/\\/, "&&")
    gsub(/"/, "\\\"")
    gsub(/\t/, "\\t")
    print "    \"" $0 "\\n\""
}
END { print "    \"\";" }
