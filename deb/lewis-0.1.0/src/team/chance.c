/* chance.c - seeded random numbers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "team/chance.h"

#include <math.h>

static uint32_t
draw(struct chance *chance)
{
    uint64_t old = chance->state;
    uint32_t x = (uint32_t)(((old >> 18) ^ old) >> 27);
    uint32_t turn = (uint32_t)(old >> 59);

    chance->state = old * 6364136223846793005u + 1442695040888963407u;
    return (x >> turn) | (x << (-turn & 31));
}

size_t
chance_below(struct chance *chance, size_t below)
{
    return (size_t)(((uint64_t)draw(chance) * (uint64_t)below) >> 32);
}

/* Between 0 and 1, neither of them. */
static double
uniform(struct chance *chance)
{
    return ((double)draw(chance) + 0.5) / 4294967296.0;
}

/* Marsaglia's polar method (1964): no sine, whose last digit differs from one
 * system to the next. */
double
chance_normal(struct chance *chance)
{
    double u, v, s;

    do {
        u = 2 * uniform(chance) - 1;
        v = 2 * uniform(chance) - 1;
        s = u * u + v * v;
    } while (s >= 1 || s == 0);
    return u * sqrt(-2 * log(s) / s);
}
