/* highlight.c - the people a chart is about.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/highlight.h"

#include <math.h>
#include <string.h>

#include <lewis/spelling.h>

#include "base/error.h"
#include "chart/typeset.h"

bool
lewis_chart_highlight(struct lewis_chart *chart, const char *name,
                      struct lewis_error *error)
{
    const char *clean;

    if (chart->stars == LEWIS_CHART_STARS)
        return error_set(error, LEWIS_EINVALID,
                         "more than %d people are to stand out",
                         LEWIS_CHART_STARS);
    clean = typeset_clean(&chart->arena, name, strlen(name));
    if (clean == NULL)
        return error_memory(error);
    chart->star[chart->stars++] = (struct chart_star){.name = clean};
    return true;
}

bool
lewis_chart_highlighted(const struct lewis_chart *chart, size_t index,
                        struct lewis_highlight *highlight)
{
    const struct chart_star *star;

    if (index >= chart->stars)
        return false;
    star = &chart->star[index];
    *highlight = (struct lewis_highlight){
        .name = star->name,
        .near = *star->near == '\0' ? NULL : star->near,
        .seen = star->seen,
        .drawn = star->found,
    };
    return true;
}

/* Keeps the nearest of all names that are not the one asked for. */
static void
note_near(struct chart_star *star, const char *name)
{
    const char *candidate[] = {name, star->near};
    size_t size = strlen(name);

    if (size == 0 || size >= sizeof star->near)
        return;
    if (lewis_spelling_nearest(star->name, candidate,
                               *star->near == '\0' ? 1 : 2) == name)
        memcpy(star->near, name, size + 1);
}

/* Of several with that name the first that has a profile stands out. */
static void
take(struct lewis_chart *chart, struct chart_star *star, size_t team,
     const struct lewis_score *score)
{
    star->seen++;
    if (star->found || team == CHART_TEAMS)
        return;
    star->found = true;
    star->person = chart->count;
    star->team = team;
    star->point = score->point;
    star->then = (struct lewis_point){NAN, NAN};
    star->region = score->region;
    memcpy(star->range.low, score->low, sizeof star->range.low);
    memcpy(star->range.high, score->high, sizeof star->range.high);
}

bool
highlight_add(struct lewis_chart *chart, const char *name, size_t size,
              size_t team, const struct lewis_score *score)
{
    struct arena scratch = {0};
    const char *clean;

    if (chart->stars == 0)
        return true;
    clean = typeset_clean(&scratch, name, size);
    for (size_t i = 0; clean != NULL && i < chart->stars; i++)
        if (strcmp(chart->star[i].name, clean) == 0)
            take(chart, &chart->star[i], team, score);
        else if (chart->star[i].seen == 0)
            note_near(&chart->star[i], clean);
    arena_release(&scratch);
    return clean != NULL;
}

void
highlight_moved(struct lewis_chart *chart, struct lewis_point then)
{
    for (size_t i = 0; i < chart->stars; i++)
        if (chart->star[i].found &&
            chart->star[i].person + 1 == chart->count)
            chart->star[i].then = then;
}

size_t
highlight_count(const struct lewis_chart *chart)
{
    size_t count = 0;

    for (size_t i = 0; i < chart->stars; i++)
        count += chart->star[i].found;
    return count;
}

const struct chart_star *
highlight_at(const struct lewis_chart *chart, size_t index)
{
    for (size_t i = 0; i < chart->stars; i++)
        if (chart->star[i].found && index-- == 0)
            return &chart->star[i];
    return NULL;
}

const struct chart_star *
highlight_of(const struct lewis_chart *chart, size_t person)
{
    for (size_t i = 0; i < chart->stars; i++)
        if (chart->star[i].found && chart->star[i].person == person)
            return &chart->star[i];
    return NULL;
}
