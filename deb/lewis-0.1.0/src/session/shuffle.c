/* shuffle.c - orders from a seed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/shuffle.h"

uint64_t
shuffle_next(struct shuffle *shuffle)
{
    uint64_t z = shuffle->state += UINT64_C(0x9e3779b97f4a7c15);

    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return z ^ z >> 31;
}

uint64_t
shuffle_below(struct shuffle *shuffle, uint64_t n)
{
    uint64_t under = (UINT64_MAX % n + 1) % n; /* 2^64 mod n */
    uint64_t x;

    do
        x = shuffle_next(shuffle);
    while (x < under);
    return x % n;
}

void
shuffle_values(struct shuffle *shuffle, size_t *value, size_t count)
{
    for (size_t i = count; i > 1; i--) {
        size_t other = (size_t)shuffle_below(shuffle, i);
        size_t kept = value[i - 1];

        value[i - 1] = value[other];
        value[other] = kept;
    }
}
