/* memo.h - regions of rankings that were worked out before.
 *
 * Among many people the same counts come again and again, and what follows from
 * them is worked out but once. What is remembered is what would come out: the
 * counts are compared whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_MEMO_H
#define SCORE_MEMO_H

#include <stddef.h>
#include <stdint.h>

#include <lewis/score.h>

/* For one key, one thread, and scores that all have a region or all have none.
 */
struct score_memo;

struct memo_entry {
    double share[LEWIS_STYLES], low[LEWIS_STYLES], high[LEWIS_STYLES];
    double covariance[3];
    unsigned styles;
};

/* One of 'memos', which share some megabytes. Ended with memo_free(); NULL when
 * out of memory. */
struct score_memo *memo_new(size_t memos);
void memo_free(struct score_memo *memo);

/* What is remembered of these counts, all that a region depends on beside the
 * key, and not 0; or NULL. */
const struct memo_entry *memo_find(const struct score_memo *memo,
                                   uint64_t counts);

/* They will be asked for soon. */
void memo_announce(const struct score_memo *memo, uint64_t counts);

/* The place for counts that are not there, to be filled in; something older is
 * forgotten. */
struct memo_entry *memo_add(struct score_memo *memo, uint64_t counts);

#endif
