/* assign.c - rows to columns at the least total cost.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "team/assign.h"

#include <math.h>

/* Rows and columns are counted from 1; column 0 holds the row that is being
 * placed. */
struct hungary {
    const double *cost;
    size_t rows, columns;
    double *u, *v;    /* prices of rows and columns */
    size_t *row;      /* of each column; 0: free */
    size_t *way;      /* the column before it on the path */
    double *least;    /* reduced cost of reaching it */
    bool *used;
};

static bool
hungary_init(struct hungary *h, struct arena *arena)
{
    h->u = arena_array(arena, h->rows + 1, sizeof *h->u);
    h->v = arena_array(arena, h->columns + 1, sizeof *h->v);
    h->row = arena_array(arena, h->columns + 1, sizeof *h->row);
    h->way = arena_array(arena, h->columns + 1, sizeof *h->way);
    h->least = arena_array(arena, h->columns + 1, sizeof *h->least);
    h->used = arena_array(arena, h->columns + 1, sizeof *h->used);
    return !arena_failed(arena);
}

/* Looks on from the row of a column; returns the nearest column not used. */
static size_t
look_on(struct hungary *h, size_t at)
{
    size_t r = h->row[at], nearest = 0;
    double delta = INFINITY;

    h->used[at] = true;
    for (size_t c = 1; c <= h->columns; c++) {
        double reduced =
            h->cost[(r - 1) * h->columns + c - 1] - h->u[r] - h->v[c];
        if (h->used[c])
            continue;
        if (reduced < h->least[c]) {
            h->least[c] = reduced;
            h->way[c] = at;
        }
        if (h->least[c] < delta) {
            delta = h->least[c];
            nearest = c;
        }
    }
    for (size_t c = 0; c <= h->columns; c++) {
        if (h->used[c]) {
            h->u[h->row[c]] += delta;
            h->v[c] -= delta;
        } else {
            h->least[c] -= delta;
        }
    }
    return nearest;
}

static void
place_row(struct hungary *h, size_t r)
{
    size_t at = 0;

    h->row[0] = r;
    for (size_t c = 0; c <= h->columns; c++) {
        h->least[c] = INFINITY;
        h->used[c] = false;
    }
    do
        at = look_on(h, at);
    while (h->row[at] != 0);
    while (at != 0) {
        size_t before = h->way[at];
        h->row[at] = h->row[before];
        at = before;
    }
}

bool
assign(const double cost[], size_t rows, size_t columns, size_t chosen[],
       struct arena *arena)
{
    struct hungary h = {.cost = cost, .rows = rows, .columns = columns};

    if (!hungary_init(&h, arena))
        return false;
    for (size_t r = 1; r <= rows; r++)
        place_row(&h, r);
    for (size_t c = 1; c <= columns; c++)
        if (h.row[c] != 0)
            chosen[h.row[c] - 1] = c - 1;
    return true;
}
