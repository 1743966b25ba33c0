/* split.c - the best way to part points in two.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "team/split.h"

#include <math.h>
#include <stdlib.h>

#include <lewis/team.h>

#define PI 3.14159265358979323846

/* Two points and the direction in which they change places. */
struct split_swap {
    double angle;
    size_t i, j;
};

bool
splitting_init(struct splitting *work, size_t n, struct arena *arena)
{
    size_t pairs = n <= SPLIT_EXACT ? n * (n + 1) / 2 : 1;

    work->n = n;
    work->order = arena_array(arena, 2 * n + 1, sizeof *work->order);
    work->x = arena_array(arena, n + 1, sizeof *work->x);
    work->y = arena_array(arena, n + 1, sizeof *work->y);
    work->key = arena_array(arena, n + 1, sizeof *work->key);
    work->next = arena_array(arena, n + 1, sizeof *work->next);
    work->swap = arena_array(arena, pairs + 1, sizeof *work->swap);
    return !arena_failed(arena);
}

/* Centres the points in work->x, y; returns their sum of squares. */
static double
center(struct splitting *work, const struct lewis_point point[], size_t n)
{
    struct lewis_cloud cloud = {0};

    for (size_t i = 0; i < n; i++)
        lewis_cloud_add(&cloud, point[i]);
    for (size_t i = 0; i < n; i++) {
        work->x[i] = point[i].x - cloud.mean_x;
        work->y[i] = point[i].y - cloud.mean_y;
    }
    return cloud.xx + cloud.yy;
}

/* Sorts the order by key, then next: by insertion, for it is nearly sorted from
 * one direction to the next. */
static void
sort_order(struct splitting *work, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        size_t at = work->order[i], j = i;
        for (; j > 0; j--) {
            size_t left = work->order[j - 1];
            double d = work->key[left] - work->key[at];
            if (d < -1e-12 ||
                (d <= 1e-12 && work->next[left] <= work->next[at]))
                break;
            work->order[j] = left;
        }
        work->order[j] = at;
    }
}

/* The best cut of the order as it stands; *cut is how many are before it. */
static double
best_cut(const struct splitting *work, size_t n, size_t least, size_t *cut)
{
    double sx = 0, sy = 0, best = -1;

    for (size_t k = 1; k + least <= n; k++) {
        double a = (double)k, b = (double)(n - k), sum;
        sx += work->x[work->order[k - 1]];
        sy += work->y[work->order[k - 1]];
        sum = (sx * sx + sy * sy) * (1 / a + 1 / b);
        if (k >= least && sum > best) {
            best = sum;
            *cut = k;
        }
    }
    return best;
}

/* The search so far. */
struct best {
    double sum;
    unsigned char *side;
};

static void
try_direction(struct splitting *work, size_t n, size_t least, double ux,
              double uy, double turn, struct best *best)
{
    size_t cut = 0;
    double sum;

    for (size_t i = 0; i < n; i++) {
        work->key[i] = ux * work->x[i] + uy * work->y[i];
        work->next[i] = turn * (ux * work->y[i] - uy * work->x[i]);
    }
    sort_order(work, n);
    sum = best_cut(work, n, least, &cut);
    if (sum <= best->sum * (1 + 1e-12))
        return;
    best->sum = sum;
    for (size_t k = 0; k < n && best->side != NULL; k++)
        best->side[work->order[k]] = k >= cut;
}

/* Directions square to the line through each pair. */
static void
try_pairs(struct splitting *work, size_t n, size_t least, struct best *best)
{
    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++) {
            double dx = work->x[j] - work->x[i], dy = work->y[j] - work->y[i];
            double d = hypot(dx, dy);
            if (d < 1e-12)
                continue;
            try_direction(work, n, least, -dy / d, dx / d, 1, best);
            try_direction(work, n, least, -dy / d, dx / d, -1, best);
        }
}

double
split_best(struct splitting *work, const struct lewis_point point[], size_t n,
           size_t least, unsigned char side[])
{
    struct best best = {-1, side};
    double total = center(work, point, n);

    if (least < 1 || n < 2 * least || !(total > 1e-20))
        return NAN;
    for (size_t i = 0; i < n; i++)
        work->order[i] = i;
    if (n <= SPLIT_EXACT)
        try_pairs(work, n, least, &best);
    for (int k = 0; k < SPLIT_TURNS && n > SPLIT_EXACT; k++)
        try_direction(work, n, least, cos(PI * k / SPLIT_TURNS),
                      sin(PI * k / SPLIT_TURNS), 1, &best);
    return best.sum < 0 ? NAN : fmin(best.sum / total, 1);
}

static int
by_angle(const void *a, const void *b)
{
    const struct split_swap *one = a, *two = b;

    return (one->angle > two->angle) - (one->angle < two->angle);
}

/* The direction in which j catches up with i, who is behind in x. */
static size_t
list_swaps(struct splitting *work, size_t n)
{
    size_t count = 0;

    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++) {
            size_t p = work->order[i], q = work->order[j];
            work->swap[count++] =
                (struct split_swap){atan2(work->x[q] - work->x[p],
                                          work->y[p] - work->y[q]),
                                    p, q};
        }
    qsort(work->swap, count, sizeof *work->swap, by_angle);
    return count;
}

static double
cut_value(double sx, double sy, size_t k, size_t n)
{
    return (sx * sx + sy * sy) * (1 / (double)k + 1 / (double)(n - k));
}

double
split_sweep(struct splitting *work, const struct lewis_point point[], size_t n,
            size_t least)
{
    double total = center(work, point, n), best = -1, sx = 0, sy = 0;
    size_t *place = work->order + n, count;

    if (n > SPLIT_EXACT || least < 1 || n < 2 * least || !(total > 1e-20))
        return split_best(work, point, n, least, NULL);
    for (size_t i = 0; i < n; i++) {
        work->order[i] = i;
        work->next[i] = 0;
        work->key[i] = work->x[i];
    }
    sort_order(work, n);
    /* key and next: the sums of those up to each place */
    for (size_t k = 0; k < n; k++) {
        place[work->order[k]] = k;
        work->key[k] = sx += work->x[work->order[k]];
        work->next[k] = sy += work->y[work->order[k]];
        if (k + 1 >= least && k + 1 + least <= n)
            best = fmax(best, cut_value(sx, sy, k + 1, n));
    }
    count = list_swaps(work, n);
    for (size_t s = 0; s < count; s++) {
        size_t i = work->swap[s].i, j = work->swap[s].j, k = place[i];
        if (place[j] != k + 1)
            return split_best(work, point, n, least, NULL);
        work->key[k] += work->x[j] - work->x[i];
        work->next[k] += work->y[j] - work->y[i];
        place[i] = k + 1;
        place[j] = k;
        if (k + 1 >= least && k + 1 + least <= n)
            best = fmax(best,
                        cut_value(work->key[k], work->next[k], k + 1, n));
    }
    return best < 0 ? NAN : fmin(best / total, 1);
}
