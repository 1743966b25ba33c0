/* assign.h - rows to columns at the least total cost.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEAM_ASSIGN_H
#define TEAM_ASSIGN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* chosen[r] becomes the column of row r, a different one for each; cost[r *
 * columns + c] is what it takes, and rows <= columns. Exact: the Hungarian
 * method in the form of shortest augmenting paths (Kuhn 1955; Jonker &
 * Volgenant 1987, Computing 38:325), in time rows^2 columns. False on
 * ENOMEM. */
bool assign(const double cost[], size_t rows, size_t columns, size_t chosen[],
            struct arena *arena);

#endif
