/* split.h - the best way to part points in two.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEAM_SPLIT_H
#define TEAM_SPLIT_H

#include <stdbool.h>
#include <stddef.h>

#include <lewis/style.h>

#include "base/arena.h"

enum { SPLIT_EXACT = 40, SPLIT_MOST = 400, SPLIT_TURNS = 60 };

/* Room for work on up to n points, used again and again. */
struct splitting {
    size_t n;
    size_t *order;
    double *x, *y, *key, *next;
    struct split_swap *swap;
};

bool splitting_init(struct splitting *work, size_t n, struct arena *arena);

/* The largest part of the variance that lies between two sides of at least
 * 'least' points each; NaN when there is none. side[i] becomes 0 or 1 (NULL: not
 * wanted).
 *
 * The best split is one by a line, as all splits by nearest centre are (with a
 * least size, too: only the line's place moves). Up to SPLIT_EXACT points all
 * lines through pairs are tried, turned a little either way: that is exact. For
 * more, lines in SPLIT_TURNS directions. */
double split_best(struct splitting *work, const struct lewis_point point[],
                  size_t n, size_t least, unsigned char side[]);

/* The value only, of points no three of which are on a line: a direction turns
 * once around, and each pair that changes places is one new split. */
double split_sweep(struct splitting *work, const struct lewis_point point[],
                   size_t n, size_t least);

#endif
