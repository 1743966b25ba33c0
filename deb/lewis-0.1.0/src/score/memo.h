/* memo.h - regions of choices that were worked out before.
 *
 * Among many people the same counts come again and again, and what follows from
 * them is worked out but once. What is remembered is what would come out: the
 * counts are compared whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_MEMO_H
#define SCORE_MEMO_H

#include <stdbool.h>

#include <lewis/score.h>

#include "score/worth.h"

/* What the estimate and its region depend on, beside the key. */
struct memo_counts {
    struct worth_sums sums; /* with the prior */
    double n;               /* region.n */
};

struct memo_entry {
    struct memo_counts counts; /* all 0: free */
    double share[LEWIS_STYLES], low[LEWIS_STYLES], high[LEWIS_STYLES];
    double covariance[3];
    unsigned styles;
};

/* For one key, one thread, and scores that all have a region or all have none.
 */
struct score_memo;

/* Ended with memo_free(); NULL when out of memory. */
struct score_memo *memo_new(void);
void memo_free(struct score_memo *memo);

/* The place of these counts: filled in when its counts are the same, else to be
 * filled by the caller. */
struct memo_entry *memo_place(struct score_memo *memo,
                              const struct memo_counts *counts);
bool memo_holds(const struct memo_entry *entry,
                const struct memo_counts *counts);

#endif
