/* density.c - many people, counted where they stand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/density.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

/* The last one, of DENSITY_SMALL, is as fine as three questions allow: their
 * profiles have few places, up to a ninth of a side apart, that would be specks
 * with holes between them in a finer one. */
static const int steps[DENSITY_GRIDS] = {20, 30, 48, 7};

enum { EACH = 10 }; /* people at a knot, if all stood evenly */

int
density_steps(int grid)
{
    return steps[grid];
}

size_t
density_cells(int grid)
{
    size_t n = (size_t)steps[grid];

    return (n + 1) * (n + 2) / 2;
}

int
density_grid(size_t people)
{
    int grid = DENSITY_SMALL - 1;

    while (grid > 0 && people < EACH * density_cells(grid))
        grid--;
    return grid;
}

/* --- knots: row by row from the lower side up, from left to right --- */

static size_t
cell_at(int n, int multi, int reactive)
{
    size_t row = (size_t)multi, width = (size_t)n + 1;

    return row * width - row * (row - 1) / 2 + (size_t)reactive;
}

/* Each share is rounded; the one that is furthest from its whole number makes
 * up the sum, as always when hexagons are counted off by three axes. */
static void
nearest_knot(int n, const double share[LEWIS_STYLES], int knot[LEWIS_STYLES])
{
    double off[LEWIS_STYLES];
    int worst = 0, sum = 0;

    for (int i = 0; i < LEWIS_STYLES; i++) {
        double x = n * fmin(fmax(share[i], 0), 1);

        knot[i] = (int)floor(x + 0.5);
        off[i] = fabs(x - knot[i]);
        sum += knot[i];
        worst = off[i] > off[worst] ? i : worst;
    }
    knot[worst] += n - sum;
}

size_t
density_cell(int grid, struct lewis_point point)
{
    double share[LEWIS_STYLES];
    int knot[LEWIS_STYLES];

    lewis_triangle_shares(point, share);
    nearest_knot(steps[grid], share, knot);
    return cell_at(steps[grid], knot[LEWIS_MULTI], knot[LEWIS_REACTIVE]);
}

void
density_knot(int grid, size_t cell, double share[LEWIS_STYLES])
{
    int n = steps[grid], multi = 0, reactive;

    while (multi < n && cell_at(n, multi + 1, 0) <= cell)
        multi++;
    reactive = (int)(cell - cell_at(n, multi, 0));
    share[LEWIS_LINEAR] = (double)(n - multi - reactive) / n;
    share[LEWIS_MULTI] = (double)multi / n;
    share[LEWIS_REACTIVE] = (double)reactive / n;
}

void
density_add(struct density *density, struct lewis_point point)
{
    for (int grid = 0; grid < DENSITY_GRIDS; grid++)
        density->people[grid][density_cell(grid, point)]++;
}

/* The corners are the middles of the six small triangles around the knot. */
void
density_outline(int grid, size_t cell, double size,
                struct lewis_point corner[DENSITY_CORNERS])
{
    static const int third[DENSITY_CORNERS][LEWIS_STYLES] = {
        {-1, -1, 2}, {-2, 1, 1},  {-1, 2, -1},
        {1, 1, -2},  {2, -1, -1}, {1, -2, 1},
    };
    double knot[LEWIS_STYLES];

    density_knot(grid, cell, knot);
    for (int k = 0; k < DENSITY_CORNERS; k++) {
        double share[LEWIS_STYLES];

        for (int i = 0; i < LEWIS_STYLES; i++)
            share[i] = knot[i] + size * third[k][i] / (3.0 * steps[grid]);
        corner[k] = lewis_triangle_point(share);
    }
}

/* --- classes --- */

/* Counts, the lowest first; weight[i] is what all before the i-th weigh together:
 * the cube root of its people each, in thousandths, so that sums are exact. */
struct ranked {
    struct density_counts counts;
    uint64_t weight[DENSITY_CELLS + 1];
};

static int
by_people(const void *a, const void *b)
{
    const size_t *x = a, *y = b;

    return *x < *y ? -1 : *x > *y;
}

static void
rank(const struct density_counts *counts, struct ranked *ranked)
{
    size_t *people = ranked->counts.people;

    ranked->counts = *counts;
    qsort(people, counts->count, sizeof *people, by_people);
    ranked->weight[0] = 0;
    for (size_t i = 0; i < counts->count; i++)
        ranked->weight[i + 1] =
            ranked->weight[i] +
            (uint64_t)llround(1000 * cbrt((double)people[i]));
}

/* The first round number above that: 1 to 10, then 12, 15, 20, 25, 30, 40, 50,
 * 60, 80, 100, 120 ... */
static size_t
round_above(size_t x)
{
    static const size_t by[] = {12, 15, 20, 25, 30, 40, 50, 60, 80, 100};
    size_t unit = 1, i = 0;

    if (x < 10)
        return x + 1;
    while (unit * by[i] <= x)
        if (++i == sizeof by / sizeof by[0]) {
            unit *= 10;
            i = 0;
        }
    return unit * by[i];
}

/* From the i-th count on: where the next class begins, when there may be 'more'
 * classes with this one. Above the most when this is the last. */
static size_t
next_class(const struct ranked *ranked, size_t *i, int more)
{
    const size_t *people = ranked->counts.people;
    size_t most = ranked->counts.most, count = ranked->counts.count;
    size_t end = *i, best = *i, next = most + 1;
    uint64_t from = ranked->weight[*i], least = UINT64_MAX;
    uint64_t part = (ranked->weight[count] - from) / (uint64_t)more;

    for (size_t limit = round_above(people[*i]); more > 1 && limit <= most;
         limit = round_above(limit)) {
        uint64_t off;

        while (end < count && people[end] < limit)
            end++;
        off = ranked->weight[end] - from;
        off = off > part ? off - part : part - off;
        if (end == count || off > least)
            break;
        if (off == least)
            continue;
        least = off;
        next = limit;
        best = end;
    }
    *i = best;
    return next;
}

void
density_count(struct density_counts *counts, size_t people)
{
    if (people == 0)
        return;
    if (counts->count < DENSITY_CELLS)
        counts->people[counts->count++] = people;
    counts->most = people > counts->most ? people : counts->most;
}

void
density_count_all(struct density_counts *counts,
                  const struct density *density, int grid)
{
    for (size_t i = 0; i < density_cells(grid); i++)
        density_count(counts, density->people[grid][i]);
}

struct density_scale
density_scale_of(const struct density_counts *counts)
{
    struct density_scale scale = {.most = counts->most, .tones = 0};
    struct ranked ranked;
    size_t next, i = 0;

    if (counts->count == 0)
        return scale;
    rank(counts, &ranked);
    for (next = ranked.counts.people[0]; next <= scale.most;) {
        scale.least[scale.tones] = next;
        next = next_class(&ranked, &i, DENSITY_TONES - scale.tones++);
    }
    return scale;
}

int
density_tone(const struct density_scale *scale, size_t people)
{
    int tone = 0;

    while (tone + 1 < scale->tones && people >= scale->least[tone + 1])
        tone++;
    return tone;
}

int
density_palette(const struct density_scale *scale, int tone)
{
    if (scale->tones < 2)
        return DENSITY_TONES / 2;
    return tone * (DENSITY_TONES - 1) / (scale->tones - 1);
}
