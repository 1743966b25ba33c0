/* spread.c - markers that would hide each other, moved apart a little.
 *
 * Each round pushes pairs that are too near apart, by half of what they lack
 * each, and lets everybody go back home a bit; the pull home fades, so that in
 * the end nobody lacks anything. No function of libm but sqrt, which is exact
 * to the last bit everywhere.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/spread.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>

enum { PULLED = 400, ROUNDS = 1000 };

static const double start = 0.02, pull = 0.06, enough = 0.005;

static double
distance(struct scene_point a, struct scene_point b)
{
    double x = a.x - b.x, y = a.y - b.y;

    return sqrt(x * x + y * y);
}

/* How far apart two of the points must be. */
static double
apart_of(const struct spread *spread, size_t i, size_t k)
{
    return spread->apart +
           (spread->more == NULL ? 0 : spread->more[i] + spread->more[k]);
}

/* Points on one spot have no direction to go: each gets a small step of its
 * own, on a sunflower's spiral (the golden angle, 137.5 degrees). */
static void
part_twins(const struct spread *spread, const struct scene_point home[],
           size_t count, struct scene_point at[])
{
    static const double c = -0.7373688780783197, s = 0.6754902942615238;

    for (size_t i = 0; i < count; i++) {
        double x = c, y = -s; /* the first turn makes it (1, 0) */
        size_t twins = 0;

        for (size_t k = 0; k < i; k++) {
            double turned = c * x - s * y;

            if (distance(home[i], home[k]) >= apart_of(spread, i, k))
                continue;
            y = s * x + c * y;
            x = turned;
            twins++;
        }
        at[i].x += start * spread->apart * sqrt((double)twins) * x;
        at[i].y += start * spread->apart * sqrt((double)twins) * y;
    }
}

/* Pushes two points apart; how much they lacked, in parts of 'apart'. */
static double
push(struct scene_point *a, struct scene_point *b, double apart)
{
    double d = distance(*a, *b), by = (apart - d) / 2;
    double x = d > 0 ? (b->x - a->x) / d : 1;
    double y = d > 0 ? (b->y - a->y) / d : 0;

    if (by <= 0)
        return 0;
    a->x -= by * x;
    a->y -= by * y;
    b->x += by * x;
    b->y += by * y;
    return 2 * by / apart;
}

static double
push_all(const struct spread *spread, struct scene_point at[], size_t count)
{
    double lack = 0;

    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < i; k++)
            lack = fmax(lack, push(&at[k], &at[i], apart_of(spread, i, k)));
    return lack;
}

static bool
is_moved(struct scene_point at, struct scene_point home)
{
    return at.x != home.x || at.y != home.y;
}

/* Away from the places to be kept clear; by how much, in parts of 'clear'. */
static double
clear_places(const struct spread *spread, double more, struct scene_point *at)
{
    double lack = 0, clear = spread->clear + more;

    for (size_t i = 0; i < spread->places; i++) {
        struct scene_point place = spread->kept_clear[i];
        double d = distance(place, *at), by = clear - d;

        if (by <= 0)
            continue;
        at->x += by * (d > 0 ? (at->x - place.x) / d : 1);
        at->y += by * (d > 0 ? (at->y - place.y) / d : 0);
        lack = fmax(lack, by / clear);
    }
    return lack;
}

/* One step of a point that had to move; one that had not stays where it is, to
 * the last bit. How far it was from a place it may have. */
static double
settle(const struct spread *spread, size_t i, struct scene_point home,
       double part, struct scene_point *at)
{
    double lack;

    if (!is_moved(*at, home))
        return 0;
    at->x += part * (home.x - at->x);
    at->y += part * (home.y - at->y);
    lack = clear_places(spread, spread->more == NULL ? 0 : spread->more[i], at);
    *at = frame_inside(spread->frame, *at);
    return lack;
}

void
spread_apart(const struct spread *spread, struct scene_point at[], size_t count)
{
    struct scene_point home[CHART_LABELLED];
    double lack = 1;

    assert(count <= CHART_LABELLED);
    for (size_t i = 0; i < count; i++)
        home[i] = at[i];
    part_twins(spread, home, count, at);
    for (int round = 0; round < ROUNDS && lack > enough; round++) {
        double part = pull * fmax(0, 1 - (double)round / PULLED);

        lack = push_all(spread, at, count);
        for (size_t i = 0; i < count; i++)
            lack = fmax(lack, settle(spread, i, home[i], part, &at[i]));
        lack = part > 0 ? 1 : lack;
    }
}
