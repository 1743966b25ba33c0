/* outliers.c - how far the farthest of n normal people stands from the others:
 * the table in src/team/outliers_cutoffs.def, and how often that is exceeded.
 *
 *     make tests/coverage/outliers && tests/coverage/outliers 8 12 24
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "team/chance.h"
#include "team/outliers.h"

enum { MOST = 200, DRAWS = 20000 };

static int
by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

/* The largest distance in one team; NaN when nothing could be said. */
static double
largest(struct chance *chance, size_t n, double *cutoff)
{
    struct lewis_point point[MOST];
    double distance[MOST], most = 0;
    struct arena arena = {0};

    for (size_t i = 0; i < n; i++)
        point[i] = (struct lewis_point){chance_normal(chance),
                                        chance_normal(chance)};
    if (!outliers_distances(point, n, distance, cutoff, &arena))
        most = NAN;
    for (size_t i = 0; i < n; i++)
        most = fmax(most, distance[i]);
    arena_release(&arena);
    return most;
}

static void
simulate(size_t n)
{
    static double value[DRAWS];
    struct chance chance = {77 + n};
    double cutoff = 0;
    size_t draws = n > 20 ? DRAWS / 5 : DRAWS, above = 0;

    for (size_t k = 0; k < draws; k++) {
        value[k] = largest(&chance, n, &cutoff);
        above += value[k] > cutoff;
    }
    qsort(value, draws, sizeof *value, by_value);
    printf("{%zu, %.2f}, cutoff %.2f: in %.1f %% of %zu teams somebody stands "
           "apart\n",
           n, value[draws * 95 / 100], cutoff,
           100 * (double)above / (double)draws, draws);
}

int
main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        long n = strtol(argv[i], NULL, 10);
        if (n >= 5 && n <= MOST)
            simulate((size_t)n);
    }
    return 0;
}
