/* random.h - the numbers that made-up answers are drawn from, the same in every
 * run. Marsaglia (2003), Xorshift RNGs, J. Stat. Softw. 8(14), triple 13, 7, 17.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BENCH_RANDOM_H
#define BENCH_RANDOM_H

#include <stdint.h>

/* One of 0 ... n - 1. */
static inline unsigned
below(unsigned n)
{
    static uint64_t state = 88172645463325252u;

    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (unsigned)((state >> 32) % n);
}

#endif
