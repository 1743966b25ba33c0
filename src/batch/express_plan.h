/* express_plan.h - what the short way through a row is made from; for
 * express*.c alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BATCH_EXPRESS_PLAN_H
#define BATCH_EXPRESS_PLAN_H

#include "batch/express.h"

enum { EXPRESS_BYTES = 256, EXPRESS_LETTERS = 3, EXPRESS_RANKINGS = 6 };

/* How sums stand side by side. */
enum {
    EXPRESS_ORDER_BITS = 10,
    EXPRESS_STEPS_BITS = 12,
    EXPRESS_COUNT_BITS = 9,
    EXPRESS_STYLE_BITS = EXPRESS_STEPS_BITS + EXPRESS_COUNT_BITS
};
#define EXPRESS_ANSWER (UINT64_C(1) << 63)

/* An item, and what a cell of it adds: by a rating's byte, or (first 64) by a
 * ranking's three options, two bits each. */
struct stop {
    size_t column, index;  /* index: of the item in the bank */
    const uint8_t *option; /* of a byte */
    /* as in struct express_sums; 0: no answer, or not told */
    uint64_t all[EXPRESS_BYTES], squares[EXPRESS_BYTES];
    uint64_t second[EXPRESS_BYTES], kind[EXPRESS_BYTES];
    uint8_t code[EXPRESS_BYTES];
};

/* Columns next to each other: answers, or one of another kind. */
struct leg {
    size_t column;
    const struct stop *from, *end; /* the same: no answers */
    bool kept; /* one answer, whose field is wanted as well */
};

struct express {
    const struct lewis_key *key;
    size_t letters; /* 1: ratings, 3: rankings */
    char separator;
    size_t columns, leg_count;
    struct leg *leg;
    struct stop *stop; /* by their columns */
    size_t stop_count;
    /* the answers, when they are told */
    bool told;
    size_t kinds;   /* different ones */
    unsigned bits;  /* of how often one was given */
    size_t *scored; /* places of these items in the bank */
};

#endif
