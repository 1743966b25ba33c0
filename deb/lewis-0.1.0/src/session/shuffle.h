/* shuffle.h - orders from a seed; lewis/session.h says how they are made.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SESSION_SHUFFLE_H
#define SESSION_SHUFFLE_H

#include <stddef.h>
#include <stdint.h>

/* The state of splitmix64; any value is a good one to begin with. */
struct shuffle {
    uint64_t state;
};

uint64_t shuffle_next(struct shuffle *shuffle);

/* Evenly from 0 .. n - 1; n > 0. */
uint64_t shuffle_below(struct shuffle *shuffle, uint64_t n);

/* Puts 'count' values in another order. */
void shuffle_values(struct shuffle *shuffle, size_t *value, size_t count);

#endif
