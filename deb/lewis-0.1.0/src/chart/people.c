/* people.c - what is said of people: their shares and how sure these are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/people.h"

#include <math.h>

#include "chart/moves.h"
#include "chart/typeset.h"

void
people_add_number(struct text *text, size_t number)
{
    size_t unit = 1;

    while (number >= 10000 && unit <= number / 1000)
        unit *= 1000;
    text_print(text, "%zu", number / unit);
    for (unit /= 1000; unit > 0; unit /= 1000)
        text_print(text, "\xE2\x80\xAF%03zu", number / unit % 1000);
}

static void
add_share(struct text *text, const char *before, double share, double low,
          double high)
{
    /* a share of -1e-17 is not "-0" */
    text_print(text, "%s %.0f %%", before, 100 * fmax(share, 0));
    if (!isnan(low) && !isnan(high))
        text_print(text, " (%.0f-%.0f)", 100 * low, 100 * high);
}

void
people_add_shares(struct text *text, struct lewis_point point,
                  const struct chart_range *range)
{
    static const char *const before[LEWIS_STYLES] = {
        [LEWIS_LINEAR] = "linear-active",
        [LEWIS_MULTI] = ", multi-active",
        [LEWIS_REACTIVE] = ", reactive",
    };
    double share[LEWIS_STYLES];

    lewis_triangle_shares(point, share);
    for (int i = 0; i < LEWIS_STYLES; i++)
        add_share(text, before[i], share[i],
                  range == NULL ? NAN : range->low[i],
                  range == NULL ? NAN : range->high[i]);
}

/* The median of the half-widths in whole percentage points, the lower one of
 * two; -1 when none is known. */
static int
median_half(const struct lewis_chart *chart)
{
    size_t all = 0, seen = 0;

    for (int i = 0; i < CHART_HALF; i++)
        all += chart->half[i];
    for (int i = 0; i < CHART_HALF; i++) {
        seen += chart->half[i];
        if (seen > 0 && 2 * seen >= all)
            return i;
    }
    return -1;
}

void
people_add_sureness(struct text *text, const struct lewis_chart *chart,
                    double level)
{
    int half = median_half(chart);

    if (chart->count > 1 && half >= 0)
        text_print(text,
                   " Each person's own shares are known to about "
                   "\xC2\xB1%d\xC2\xA0percentage points "
                   "(%.4g\xC2\xA0%%).",
                   half, 100 * level);
}

/* U+2068 and U+2069 keep a name that runs from right to left from turning the
 * numbers round. */
static const char *
hover(const char *name, struct lewis_point point,
      const struct chart_range *range, const struct lewis_point *then,
      struct arena *arena)
{
    struct text text = {0};

    if (*name != '\0')
        text_print(&text, "\xE2\x81\xA8%s\xE2\x81\xA9: ", name);
    people_add_shares(&text, point, range);
    if (then != NULL) {
        text_add(&text, "; before: ");
        people_add_shares(&text, *then, NULL);
    }
    return typeset_keep(arena, &text);
}

const char *
people_hover(const struct lewis_chart *chart, size_t index, bool named,
             struct arena *arena)
{
    return hover(
        named ? chart->name[index] : "", chart->point[index],
        chart->count > CHART_LABELLED ? NULL : &chart->range[index],
        moves_known(chart, index) ? &chart->moves->then[index] : NULL, arena);
}

const char *
people_star_hover(const struct chart_star *star, bool named,
                  struct arena *arena)
{
    return hover(named ? star->name : "", star->point, &star->range,
                 isnan(star->then.x) ? NULL : &star->then, arena);
}
