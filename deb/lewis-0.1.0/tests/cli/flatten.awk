# flatten.awk - JSON, a line a value: its path and itself. Good for files that
# have no space inside a text but between "..." of one line.
#
# SPDX-License-Identifier: GPL-3.0-or-later
function here(d, path) {
    for (d = 1; d <= depth; d++)
        path = path (d > 1 ? "." : "") (list[d] ? count[d] : name[d])
    return path
}
function value(text) {
    if (!list[depth] && name[depth] == "") name[depth] = text
    else print here(), text
}
{
    while (match($0, /"([^"\\]|\\.)*"|[-+.0-9eE]+|true|false|null|[][{},]/)) {
        token = substr($0, RSTART, RLENGTH)
        $0 = substr($0, RSTART + RLENGTH)
        if (token == "{" || token == "[") {
            list[++depth] = token == "["
            count[depth] = 0; name[depth] = ""
        } else if (token == "}" || token == "]") {
            depth--
        } else if (token == ",") {
            count[depth]++; name[depth] = ""
        } else {
            if (substr(token, 1, 1) == "\"")
                token = substr(token, 2, length(token) - 2)
            value(token)
        }
    }
}
