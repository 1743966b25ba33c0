/* stars.c - the people that a chart is to be about.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "cli/chart/stars.h"
#include "cli/say.h"

bool
chart_stars_ask(const struct option_many *ids, struct lewis_chart *chart,
                struct lewis_error *error)
{
    for (size_t i = 0; i < ids->count; i++)
        if (!lewis_chart_highlight(chart, ids->text[i], error))
            return false;
    return true;
}

static bool
refuse(const struct lewis_highlight *who)
{
    if (who->near != NULL)
        say("--highlight: no row has the id \"%s\"; did you mean \"%s\"?",
            who->name, who->near);
    else
        say("--highlight: no row has the id \"%s\"", who->name);
    return false;
}

bool
chart_stars_check(const struct lewis_chart *chart)
{
    struct lewis_highlight who;
    bool ok = true;

    for (size_t i = 0; lewis_chart_highlighted(chart, i, &who); i++)
        if (who.seen == 0)
            ok = refuse(&who);
        else if (!who.drawn)
            say("--highlight: \"%s\" is among those who are not drawn",
                who.name);
        else if (who.seen > 1)
            say("--highlight: %zu rows have the id \"%s\"; the last one "
                "with a profile stands out",
                who.seen, who.name);
    return ok;
}
