# page.awk - a manual page out of what "lewis help COMMAND" prints, so that it
# is said once; awk -v name=lewis-score -v version=0.1.0 -v date=2026-11-22 [-v part=FILE].
#
# The part is written by hand, in man(7): sections that stand before EXAMPLES.
# A page named "lewis" is that of the program itself, whose help lists commands.
#
# SPDX-License-Identifier: GPL-3.0-or-later

# man(7) reads a line that begins with a dot or a quote as a request.
function plain(text) {
    gsub(/\\/, "\\e", text)
    gsub(/-/, "\\-", text)
    return text ~ /^[.']/ ? "\\&" text : text
}

function heading(text) {
    if (text != section)
        print ".SH " text
    fresh = text != section
    section = text
}

# A paragraph is printed when the next line does not go on with it.
function end_paragraph() {
    if (paragraph ~ /^Exit status: /) {
        sub(/^Exit status: /, "", paragraph)
        exit_status = paragraph
    } else if (paragraph ~ /:$/) {
        print ".SS " plain(substr(paragraph, 1, length(paragraph) - 1))
    } else if (paragraph != "") {
        print (fresh ? "" : ".PP\n") plain(paragraph)
    }
    if (paragraph != "")
        fresh = 0
    paragraph = ""
}

# Names of options are bold, what stands for a value is in italics.
function dressed(tag,    word, count, i, text) {
    count = split(tag, word, " ")
    for (i = 1; i <= count; i++) {
        tail = word[i] ~ /,$/ ? "," : ""
        sub(/,$/, "", word[i])
        text = text (i > 1 ? " " : "") \
            (word[i] ~ /^[A-Z\[]/ ? "\\fI" : "\\fB") plain(word[i]) "\\fR" tail
    }
    return text
}

# "  -o, --output FILE      write here": a tag, at least two spaces, words.
function tagged(line,    at) {
    sub(/^ +/, "", line)
    at = match(line, /  +/)
    if (at == 0) {
        tag = line
        return ""
    }
    tag = substr(line, 1, at - 1)
    return substr(line, at + RLENGTH)
}

function option(line,    words) {
    words = tagged(line)
    if (line ~ /^ *-/)
        heading("OPTIONS")
    print ".TP\n" dressed(tag)
    fresh = 0
    if (words != "")
        print plain(words)
}

function example(line) {
    sub(/^ +/, "", line)
    examples = examples plain(line) "\n"
}

function synopsis(line) {
    sub(/^(usage:)? */, "", line)
    usage = usage (line ~ /^lewis/ && usage != "" ? ".br\n" : "") \
        plain(line) "\n"
}

function begin(summary) {
    sub(/\.$/, "", summary)
    print ".TH " toupper(name) " 1 " date " \"lewis " version "\" \"lewis manual\""
    print ".SH NAME\n" plain(name) " \\- " plain(tolower(substr(summary, 1, 1)) \
        substr(summary, 2))
    print ".SH SYNOPSIS\n.nf\n" usage ".fi"
    section = "SYNOPSIS"
    heading("DESCRIPTION")
    state = "body"
}

NR == 1, /^$/ {
    if ($0 != "")
        synopsis($0)
    if ($0 == "")
        state = "summary"
    next
}
state == "summary" {
    if (name == "lewis") {
        begin("assessment engine for the Lewis model of cultures")
        paragraph = $0
    } else {
        begin($0)
    }
    next
}
/^$/ { end_paragraph(); inside = ""; next }
/^  lewis / { end_paragraph(); example($0); next }
/^ ? ? ? ? ? ? ?[^ ]/ && /^ / && !/^       [^-]/ || /^      --/ {
    end_paragraph()
    option($0)
    inside = "option"
    next
}
/^ / && inside == "option" { sub(/^ +/, ""); print plain($0); next }
/^ / { sub(/^ +/, "") }
{ paragraph = paragraph == "" ? $0 : paragraph "\n" $0 }

END {
    end_paragraph()
    if (exit_status != "") {
        sub(/^./, toupper(substr(exit_status, 1, 1)), exit_status)
        print ".SH EXIT STATUS\n" plain(exit_status)
    }
    while (part != "" && (getline line <part) > 0)
        if (line !~ /^\.\\"/)
            print line
    if (examples != "")
        printf ".SH EXAMPLES\n.nf\n%s.fi\n", examples
    print ".SH SEE ALSO"
    if (name != "lewis")
        print ".BR lewis (1),"
    print ".BR lewis\\-answers (5),\n.BR lewis\\-bank (5),\n.BR liblewis (3)"
}
