/* privacy.c - which groups may be shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "team/privacy.h"

#include <stdint.h>
#include <string.h>

/* Rank is taken modulo a prime that no determinant of that many sets of noughts
 * and ones can be a multiple of but nought, as far as ranks of 22 (Hadamard);
 * above that it could only come out too small, which hides more. */
#define PRIME 2147483647

enum { MOST_CELLS = 256, MOST_TRIES = 20000 };

bool
privacy_init(struct privacy *privacy, size_t n, size_t least,
             struct arena *arena)
{
    *privacy = (struct privacy){.n = n, .least = least, .arena = arena};
    privacy->set[0] = arena_array(arena, n + 1, sizeof *privacy->set[0]);
    if (privacy->set[0] == NULL)
        return false;
    memset(privacy->set[0], true, n);
    privacy->sets = 1;
    return true;
}

/* People who are in the same sets are one cell: nothing tells them apart. */
struct cells {
    size_t count, sets;
    unsigned char in[MOST_CELLS][PRIVACY_SETS];
    size_t people[MOST_CELLS];
    bool out[MOST_CELLS]; /* for a try: taken out */
};

static bool
same_cell(const struct cells *cells, size_t cell, const bool in[])
{
    for (size_t s = 0; s < cells->sets; s++)
        if (cells->in[cell][s] != in[s])
            return false;
    return true;
}

/* False when there are too many. */
static bool
add_person(struct cells *cells, const bool in[])
{
    size_t cell = 0;

    while (cell < cells->count && !same_cell(cells, cell, in))
        cell++;
    if (cell == MOST_CELLS)
        return false;
    if (cell == cells->count) {
        cells->count++;
        for (size_t s = 0; s < cells->sets; s++)
            cells->in[cell][s] = in[s];
    }
    cells->people[cell]++;
    return true;
}

static bool
make_cells(struct cells *cells, const struct privacy *privacy)
{
    bool in[PRIVACY_SETS];

    memset(cells, 0, sizeof *cells);
    cells->sets = privacy->sets;
    for (size_t i = 0; i < privacy->n; i++) {
        for (size_t s = 0; s < privacy->sets; s++)
            in[s] = privacy->set[s][i];
        if (!add_person(cells, in))
            return false;
    }
    return true;
}

static int64_t
power(int64_t base, int64_t exponent)
{
    int64_t product = 1;

    for (; exponent > 0; exponent /= 2, base = base * base % PRIME)
        if (exponent % 2 == 1)
            product = product * base % PRIME;
    return product;
}

/* Rows that stand in echelon form: row[k] begins at column lead[k] with 1. */
struct echelon {
    int64_t row[PRIVACY_SETS][PRIVACY_SETS];
    size_t lead[PRIVACY_SETS], rank;
};

static void
echelon_add(struct echelon *echelon, const unsigned char in[], size_t sets)
{
    int64_t *row = echelon->row[echelon->rank], inverse;
    size_t lead = 0;

    for (size_t s = 0; s < sets; s++)
        row[s] = in[s];
    for (size_t k = 0; k < echelon->rank; k++) {
        int64_t times = row[echelon->lead[k]];
        for (size_t s = 0; s < sets && times != 0; s++)
            row[s] = (row[s] + (PRIME - times) * echelon->row[k][s]) % PRIME;
    }
    while (lead < sets && row[lead] == 0)
        lead++;
    if (lead == sets)
        return;
    inverse = power(row[lead], PRIME - 2);
    for (size_t s = 0; s < sets; s++)
        row[s] = row[s] * inverse % PRIME;
    echelon->lead[echelon->rank++] = lead;
}

/* The rank of the cells that are not taken out. */
static size_t
rank_left(const struct cells *cells, struct echelon *echelon)
{
    echelon->rank = 0;
    for (size_t c = 0; c < cells->count && echelon->rank < cells->sets; c++)
        if (!cells->out[c])
            echelon_add(echelon, cells->in[c], cells->sets);
    return echelon->rank;
}

/* A search through all unions of cells of fewer than 'least' people. */
struct search {
    struct cells cells;
    struct echelon echelon;
    size_t least, rank, tries;
};

/* A combination is about the people of the cells taken out, or some of them,
 * and nobody else when it vanishes on all other cells: when these have a lower
 * rank than all have. */
static bool
reveals(struct search *search, size_t from, size_t people)
{
    struct cells *cells = &search->cells;

    for (size_t c = from; c < cells->count; c++) {
        bool found;
        if (people + cells->people[c] >= search->least)
            continue;
        if (++search->tries > MOST_TRIES)
            return true;
        cells->out[c] = true;
        found = rank_left(cells, &search->echelon) < search->rank ||
                reveals(search, c + 1, people + cells->people[c]);
        cells->out[c] = false;
        if (found)
            return true;
    }
    return false;
}

static bool
is_safe(const struct privacy *privacy)
{
    struct search *search = arena_alloc(privacy->arena, sizeof *search);

    if (search == NULL || !make_cells(&search->cells, privacy))
        return false;
    search->least = privacy->least;
    search->rank = rank_left(&search->cells, &search->echelon);
    return !reveals(search, 0, 0);
}

static size_t
part_size(const struct privacy *privacy, const size_t part[], size_t which)
{
    size_t size = 0;

    for (size_t i = 0; i < privacy->n; i++)
        size += part[i] == which;
    return size;
}

/* Adds a set. False: no room. */
static bool
add_set(struct privacy *privacy, const size_t part[], size_t which)
{
    bool *set;

    if (privacy->sets == PRIVACY_SETS)
        return false;
    set = arena_array(privacy->arena, privacy->n + 1, sizeof *set);
    if (set == NULL)
        return false;
    for (size_t i = 0; i < privacy->n; i++)
        set[i] = part[i] == which;
    privacy->set[privacy->sets++] = set;
    return true;
}

static bool
try_parts(struct privacy *privacy, const size_t part[], size_t parts,
          const bool shown[])
{
    size_t before = privacy->sets;
    bool ok = true;

    for (size_t g = 0; g < parts && ok; g++)
        ok = !shown[g] || add_set(privacy, part, g);
    ok = ok && is_safe(privacy);
    if (!ok)
        privacy->sets = before;
    return ok;
}

/* Takes the smallest of those shown out; of equal ones, the last. */
static bool
drop_smallest(const size_t size[], size_t parts, bool shown[])
{
    size_t smallest = parts;

    for (size_t g = 0; g < parts; g++)
        if (shown[g] && (smallest == parts || size[g] <= size[smallest]))
            smallest = g;
    if (smallest == parts)
        return false;
    shown[smallest] = false;
    return true;
}

void
privacy_show(struct privacy *privacy, const size_t part[], size_t parts,
             bool shown[])
{
    size_t *size = arena_array(privacy->arena, parts + 1, sizeof *size);

    for (size_t g = 0; g < parts; g++) {
        if (size != NULL)
            size[g] = part_size(privacy, part, g);
        shown[g] = size != NULL && size[g] >= privacy->least;
    }
    while (size != NULL && !try_parts(privacy, part, parts, shown) &&
           drop_smallest(size, parts, shown))
        ;
}
