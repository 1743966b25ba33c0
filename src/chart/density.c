/* density.c - many people, counted where they stand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/density.h"

#include <math.h>

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

/* The nearest of 1, 2, 5, 10, 20, 50 ..., by ratio. */
static size_t
round_number(double x)
{
    static const double by[] = {1, 2, 5, 10};
    double ten = pow(10, floor(log10(x) + 1e-9)), best = ten;

    for (size_t i = 1; i < sizeof by / sizeof by[0]; i++)
        if (fabs(log(x / (by[i] * ten))) < fabs(log(x / best)))
            best = by[i] * ten;
    return (size_t)(best + 0.5);
}

size_t
density_most(const struct density *density, int grid)
{
    size_t most = 0;

    for (size_t i = 0; i < density_cells(grid); i++)
        if (density->people[grid][i] > most)
            most = density->people[grid][i];
    return most;
}

struct density_scale
density_scale_of(size_t most)
{
    struct density_scale scale = {.most = most, .tones = 0};
    size_t next = 1;

    for (int k = 0; k < DENSITY_TONES && next <= scale.most; k++) {
        scale.least[scale.tones++] = next;
        next = round_number((double)scale.most *
                            pow((k + 1.0) / DENSITY_TONES, 3));
        if (next <= scale.least[k])
            next = scale.least[k] + 1;
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
