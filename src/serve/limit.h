/* limit.h - how many wrong codes somebody may try.
 *
 * A bucket for each device (the token of its visit), one for each address (of
 * IPv6 the network, /64), in tables of fixed size, and one for all: each wrong
 * try takes a token out of the three, time puts them back. Where one is empty
 * one waits; nothing else waits. A code that is right costs nothing, so a whole
 * room may join from one address.
 *
 * A device has less than its address: who mistypes stops himself, not the room
 * behind the same router. One that forgets its cookie at each try, to be
 * another device, is stopped by what its address has. While a bucket is empty
 * right codes wait as well: were they let in, anybody could try without end, and
 * see which ones are right.
 *
 * Two that share a place in a table share its tokens.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SERVE_LIMIT_H
#define SERVE_LIMIT_H

#include <stdint.h>

enum {
    LIMIT_TRIES = 10,          /* of one device, at once */
    LIMIT_TRIES_ADDRESS = 60,  /* of one address */
    LIMIT_REFILL_MS = 15000,   /* for one more of either */
    LIMIT_TRIES_ALL = 200,     /* of all together */
    LIMIT_REFILL_ALL_MS = 600,
    LIMIT_PLACES = 1024        /* a power of two */
};

/* How much was used up, in milliseconds of refilling, as of 'at_ms'. */
struct limit_bucket {
    uint64_t used_ms, at_ms;
};

/* Zero-initialise. */
struct limit {
    struct limit_bucket device[LIMIT_PLACES], address[LIMIT_PLACES], all;
};

/* Milliseconds, on a clock that does not go back, until that device at that
 * address may try; 0: now. */
uint64_t limit_wait(const struct limit *limit, const char *device,
                    const char *address, uint64_t now_ms);

/* A wrong try. */
void limit_spend(struct limit *limit, const char *device, const char *address,
                 uint64_t now_ms);

#endif
