/* absent.c - who has no profile, and which ids stand more than once, on
 * standard error.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "absent.h"

#include <stdio.h>

#include "say.h"

enum { NAMED = 5, NAME = 60, ROOM = NAMED * (NAME + 2) + 8 };

/* Adds a name; behind the last that is shown, dots. */
static size_t
add(char list[ROOM], size_t size, size_t names, const char *name)
{
    if (names > NAMED)
        return size;
    return size + (size_t)snprintf(list + size, ROOM - size, "%s%.*s",
                                   names == 0 ? "" : ", ", NAME,
                                   names == NAMED ? "..." : name);
}

void
absent_say(const struct lewis_team_figures *figures, bool named)
{
    char list[ROOM] = "";
    size_t size = 0, names = 0;

    for (size_t i = 0; named && i < figures->absents; i++)
        if (*figures->absent[i].id != '\0')
            size = add(list, size, names++, figures->absent[i].id);
    if (names > 0)
        say("without a profile: %zu (%s)", figures->absents, list);
    else if (figures->people > figures->n)
        say("without a profile: %zu", figures->people - figures->n);
    size = 0;
    for (size_t i = 0; i < figures->repeats; i++)
        size = add(list, size, i, figures->repeated[i]);
    if (named && figures->repeats > 0)
        say("more than one row has the id %s; each counts as a person", list);
}
