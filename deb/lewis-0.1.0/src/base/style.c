/* style.c - the three styles of the model and the triangle they span.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include <lewis/style.h>

static const char *const keywords[] = {
    [LEWIS_LINEAR] = "linear",
    [LEWIS_MULTI] = "multi",
    [LEWIS_REACTIVE] = "reactive",
};
_Static_assert(sizeof keywords / sizeof *keywords == LEWIS_STYLES,
               "a keyword for each style");

/* Twice the height of the triangle: sqrt(3). */
static const double root3 = 1.7320508075688772;

const char *
lewis_style_keyword(enum lewis_style style)
{
    return keywords[style];
}

bool
lewis_style_parse(const char *keyword, enum lewis_style *style)
{
    for (int i = 0; i < LEWIS_STYLES; i++) {
        if (strcmp(keyword, keywords[i]) == 0) {
            *style = (enum lewis_style)i;
            return true;
        }
    }
    return false;
}

struct lewis_point
lewis_triangle_point(const double share[3])
{
    double multi = share[LEWIS_MULTI];
    double reactive = share[LEWIS_REACTIVE];

    if (isnan(share[LEWIS_LINEAR] + multi + reactive))
        return (struct lewis_point){NAN, NAN};
    return (struct lewis_point){reactive + multi / 2, multi * root3 / 2};
}

void
lewis_triangle_shares(struct lewis_point point, double share[3])
{
    double multi = point.y * 2 / root3;
    double reactive = point.x - multi / 2;

    share[LEWIS_LINEAR] = 1 - multi - reactive;
    share[LEWIS_MULTI] = multi;
    share[LEWIS_REACTIVE] = reactive;
}

double
lewis_triangle_distance(struct lewis_point a, struct lewis_point b)
{
    return hypot(a.x - b.x, a.y - b.y);
}
