/* center.c - the mean of a group, its region, and its counts by style.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "team/center.h"

#include <math.h>

/* The direction of each corner; a share grows by 2 / sqrt(3) a unit of it. */
static const double toward[LEWIS_STYLES][2] = {
    [LEWIS_LINEAR] = {-0.8660254037844386, -0.5},
    [LEWIS_MULTI] = {0, 1},
    [LEWIS_REACTIVE] = {0.8660254037844386, -0.5},
};

double
center_reach(const struct lewis_ellipse *ellipse, int i, int j)
{
    double c = cos(ellipse->angle), s = sin(ellipse->angle);
    double x = toward[i][0] - toward[j][0], y = toward[i][1] - toward[j][1];

    return hypot(ellipse->major * (c * x + s * y),
                 ellipse->minor * (c * y - s * x)) *
           2 / sqrt(3);
}

static unsigned
first_styles(const struct lewis_center *center)
{
    unsigned styles = 0;
    int lead = 0;

    if (!center->has_region)
        return 7;
    for (int s = 1; s < LEWIS_STYLES; s++)
        if (center->share[s] > center->share[lead])
            lead = s;
    for (int s = 0; s < LEWIS_STYLES; s++)
        if (s == lead || center->share[lead] - center->share[s] <=
                             center_reach(&center->region, s, lead))
            styles |= 1u << s;
    return styles;
}

struct lewis_center
center_of(const struct lewis_cloud *cloud, double level)
{
    struct lewis_center center = {.n = cloud->n,
                                  .point = lewis_cloud_center(cloud)};

    lewis_triangle_shares(center.point, center.share);
    for (int s = 0; s < LEWIS_STYLES; s++)
        center.low[s] = center.high[s] = NAN;
    center.has_region = lewis_cloud_center_region(cloud, level, &center.region);
    if (center.has_region)
        lewis_ellipse_shares(&center.region, center.low, center.high);
    center.styles = first_styles(&center);
    return center;
}

struct lewis_style_counts
center_counts(const struct crowd *crowd, const size_t part[], size_t which)
{
    struct lewis_style_counts counts = {.n = 0};

    for (size_t i = 0; i < crowd->n; i++)
        if (part == NULL || part[i] == which) {
            counts.of[crowd->person[i]->score.styles & 7]++;
            counts.n++;
        }
    return counts;
}

static void
hide(struct lewis_style_counts *counts, unsigned bits)
{
    counts->hidden |= 1u << bits;
    counts->hidden_people += counts->of[bits];
    counts->of[bits] = 0;
}

static bool
is_hidden(const struct lewis_style_counts *counts, unsigned bits)
{
    return (counts->hidden >> bits & 1) != 0;
}

/* The smallest that is not hidden yet, of equal ones the last; 0: none. */
static unsigned
smallest_shown(const struct lewis_style_counts *counts)
{
    unsigned smallest = 0;

    for (unsigned bits = 1; bits < 8; bits++)
        if (!is_hidden(counts, bits) &&
            (smallest == 0 || counts->of[bits] <= counts->of[smallest]))
            smallest = bits;
    return smallest;
}

/* Too few people, or as many as the hidden counts can be of at most: then each
 * of them is known. */
static bool
is_thin(const struct lewis_style_counts *counts, size_t least)
{
    size_t cells = 0;

    for (unsigned bits = 1; bits < 8; bits++)
        cells += is_hidden(counts, bits);
    return cells > 0 && (counts->hidden_people < least ||
                         counts->hidden_people == cells * (least - 1));
}

void
center_counts_hide(struct lewis_style_counts *counts, size_t least)
{
    unsigned bits;

    for (bits = 1; bits < 8; bits++)
        if (counts->of[bits] < least)
            hide(counts, bits);
    if (counts->hidden_people == 0)
        counts->hidden = 0;
    while (is_thin(counts, least) && (bits = smallest_shown(counts)) != 0)
        hide(counts, bits);
}

void
center_counts_hide_all(struct lewis_style_counts *counts)
{
    for (unsigned bits = 1; bits < 8; bits++)
        hide(counts, bits);
}
