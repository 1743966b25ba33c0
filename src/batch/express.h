/* express.h - rows of ratings whose cells are one byte long, straight to sums.
 *
 * For banks whose answers are counted in steps (score/key.h), when nobody asks
 * for the answers themselves. What is not as plain as that is decoded, and
 * refused, in the usual way; what comes out is the same.
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

/* The sums of a row that has a field for every column. False: decode it. */
bool express_sums(const struct express *express, const struct record *record,
                  uint64_t sums[LEWIS_STYLES]);

#endif
