/* rearrange.h - do groups differ? A test by rearranging who is in which.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEAM_REARRANGE_H
#define TEAM_REARRANGE_H

#include <stddef.h>

#include <lewis/figures.h>

#include "base/arena.h"

enum { REARRANGE_EXACT = 10000, REARRANGE_DRAWS = 9999 };

/* Points and the group of each, 0 .. groups - 1, none of them empty. */
struct arranged {
    const struct lewis_point *point;
    const size_t *part;
    size_t n, groups;
};

/* PERMANOVA with plain distances (Anderson 2001, Austral Ecology 26:32):
 * F = (between / (groups - 1)) / (within / (n - groups)), *r2 = between /
 * total. All different arrangements when there are at most REARRANGE_EXACT,
 * p = those with F as large over all; else seeded ones,
 * p = (1 + those) / (1 + REARRANGE_DRAWS). With y 0 for all it is the one-way
 * analysis of variance of x. */
struct lewis_test rearrange_places(const struct arranged *arranged, double *r2,
                                   struct arena *arena);

/* Do they spread alike? The distance of each to the spatial median of its
 * group, and the same test on these (Anderson 2006, Biometrics 62:245). */
struct lewis_test rearrange_spreads(const struct arranged *arranged,
                                    struct arena *arena);

/* The point with the least sum of distances to the points of that part. */
struct lewis_point rearrange_median(const struct arranged *arranged,
                                    size_t which);

#endif
