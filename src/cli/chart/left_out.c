/* left_out.c - who is not drawn, on standard error.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/chart/left_out.h"

#include <stdio.h>

#include "cli/say.h"

enum { ROOM = 64 * LEWIS_LEFT_NAMED };

void
left_out_say(const struct lewis_chart *chart, enum lewis_left_out why,
             const char *words)
{
    const struct lewis_left *left = lewis_chart_left(chart, why);
    struct lewis_error line = {0}; /* names from files are made harmless */
    char list[ROOM] = "";
    size_t size = 0;

    if (left->count == 0)
        return;
    for (size_t i = 0; i < left->names; i++)
        size += (size_t)snprintf(list + size, sizeof list - size, "%s%s",
                                 i == 0 ? " (" : ", ", left->name[i]);
    snprintf(line.text, sizeof line.text, _("%s: %zu%s%s; not drawn"), _(words),
             left->count, list,
             left->names == 0            ? ""
             : left->count > left->names ? ", ...)"
                                         : ")");
    say_error(&line);
}
