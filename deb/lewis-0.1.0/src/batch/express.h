/* express.h - rows whose cells are a rating of one byte or a ranking of three,
 * straight to what the score is made from.
 *
 * For banks of ratings that are counted in steps (score/key.h) and banks of
 * rankings of three, when nobody asks for the answers themselves. What is not as
 * plain as that is decoded, and refused, in the usual way; what comes out is the
 * same.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BATCH_EXPRESS_H
#define BATCH_EXPRESS_H

#include <stdbool.h>
#include <stdint.h>

#include "answers/layout.h"
#include "answers/record.h"
#include "score/key.h"

struct express;

/* NULL when the bank or the layout is not like that, or out of memory: it can
 * be done without. To be ended with express_free(). */
struct express *express_new(const struct layout *layout,
                            const struct lewis_key *key);
void express_free(struct express *express);

/* What the answers of one row add up to: of each style, or all orders. */
struct express_sums {
    uint64_t sum[LEWIS_STYLES];
};

/* The sums of a row that has a field for every column. False: decode it. */
bool express_sums(const struct express *express, const struct record *record,
                  struct express_sums *sums);

/* lewis_score_answers(), without the region as score_answers(). */
void express_score(const struct express *express,
                   const struct express_sums *sums, struct score_memo *memo,
                   struct lewis_score *score, bool region);

#endif
