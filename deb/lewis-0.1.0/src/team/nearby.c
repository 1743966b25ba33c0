/* nearby.c - members by their distance to a point.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "team/nearby.h"

#include <math.h>
#include <stdlib.h>

#include "team/form.h"

static const double NORMAL90 = 1.645; /* two-sided */

/* The variance of the distance. On the point itself there is no direction: the
 * largest there is. */
static double
distance_variance(const struct person *person, struct lewis_point point)
{
    struct form form = form_of_shares(person->score.region.covariance);
    double x = person->score.point.x - point.x;
    double y = person->score.point.y - point.y, d = hypot(x, y);

    if (d < 1e-9)
        return form_half(form) + form_root(form);
    return form_along(form, x / d, y / d);
}

bool
nearby_apart(const struct person *p, const struct person *q,
             struct lewis_point point)
{
    double d = lewis_triangle_distance(p->score.point, point) -
               lewis_triangle_distance(q->score.point, point);

    return fabs(d) > NORMAL90 * sqrt(distance_variance(p, point) +
                                     distance_variance(q, point)) +
                         1e-9;
}

static int
by_nearness(const void *a, const void *b)
{
    const struct lewis_near *one = a, *two = b;

    if (one->open != two->open)
        return one->open ? -1 : 1;
    if (fabs(one->distance - two->distance) > 1e-12)
        return one->distance < two->distance ? -1 : 1;
    return (one->member > two->member) - (one->member < two->member);
}

struct lewis_near *
nearby_list(const struct crowd *crowd, struct lewis_point point)
{
    struct lewis_near *near =
        arena_array(crowd->arena, crowd->n + 1, sizeof *near);
    size_t first = 0;

    if (near == NULL)
        return NULL;
    for (size_t i = 0; i < crowd->n; i++) {
        near[i].member = crowd->member[i];
        near[i].distance = lewis_triangle_distance(crowd->point[i], point);
        if (near[i].distance < near[first].distance)
            first = i;
    }
    for (size_t i = 0; i < crowd->n; i++)
        near[i].open =
            !nearby_apart(crowd->person[i], crowd->person[first], point);
    qsort(near, crowd->n, sizeof *near, by_nearness);
    return near;
}
