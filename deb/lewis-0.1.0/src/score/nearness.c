/* nearness.c - which reference points stand near a profile.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>

#include <lewis/nearness.h>

enum { CURVE = 240 }; /* points of the region's edge that are looked at */

static const double STEP = 0.125;    /* of the figure, in sides */
static const double NORMAL95 = 1.645; /* two-sided 90 % */

/* How far off a place may be and still not be told apart: the largest of its
 * countries' own errors. */
static double
place_error(const struct lewis_atlas *atlas, size_t place)
{
    double error = 0;

    for (size_t i = 0; i < lewis_atlas_count(atlas); i++) {
        const struct lewis_country *country = lewis_atlas_at(atlas, i);
        if (country->place == place)
            error = fmax(error, country->measured
                                    ? NORMAL95 * country->sd /
                                          sqrt((double)country->n)
                                    : STEP);
    }
    return error;
}

/* The distance of a point from the region: 0 inside it. */
static double
region_distance(const struct lewis_region *region,
                const struct lewis_point edge[], struct lewis_point point)
{
    double share[LEWIS_STYLES], least = INFINITY;

    lewis_triangle_shares(point, share);
    for (int s = 0; s < LEWIS_STYLES; s++)
        share[s] = fmax(0, share[s]);
    if (lewis_region_holds(region, share))
        return 0;
    for (size_t k = 0; k < CURVE; k++)
        least = fmin(least, lewis_triangle_distance(edge[k], point));
    return least;
}

static int
by_distance(const void *a, const void *b)
{
    const struct lewis_nearness *one = a, *two = b;

    if (fabs(one->distance - two->distance) > 1e-12)
        return one->distance < two->distance ? -1 : 1;
    return (one->place > two->place) - (one->place < two->place);
}

size_t
lewis_nearness(const struct lewis_atlas *atlas,
               const struct lewis_score *score, struct lewis_nearness near[])
{
    size_t count = lewis_atlas_place_count(atlas);
    struct lewis_point edge[CURVE];

    if (score->status != LEWIS_SCORED)
        return 0;
    lewis_region_curve(&score->region, edge, CURVE);
    for (size_t p = 0; p < count; p++) {
        struct lewis_point point = lewis_atlas_place(atlas, p);
        near[p].place = p;
        near[p].distance = lewis_triangle_distance(score->point, point);
        near[p].open = region_distance(&score->region, edge, point) <=
                       place_error(atlas, p);
    }
    qsort(near, count, sizeof near[0], by_distance);
    return count;
}
