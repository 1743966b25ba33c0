/* limit.h - how many wrong codes and keys somebody may try.
 *
 * A bucket for each address (of IPv6 the network, /64), in a table of fixed
 * size, and one for all: each wrong try takes a token out, time puts them back.
 * Whoever has none left waits; nothing else waits for them. A code that is right
 * costs nothing, so a whole room may join from one address.
 *
 * Two addresses that share a place in the table share its tokens.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SERVE_LIMIT_H
#define SERVE_LIMIT_H

#include <stdint.h>

enum {
    LIMIT_TRIES = 10,          /* of one address, at once */
    LIMIT_REFILL_MS = 15000,   /* for one more */
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
    struct limit_bucket place[LIMIT_PLACES], all;
};

/* Milliseconds, on a clock that does not go back, until that address may try;
 * 0: now. */
uint64_t limit_wait(const struct limit *limit, const char *address,
                    uint64_t now_ms);

/* A wrong try. */
void limit_spend(struct limit *limit, const char *address, uint64_t now_ms);

#endif
