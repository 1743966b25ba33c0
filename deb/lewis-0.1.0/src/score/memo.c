/* memo.c - regions of choices that were worked out before.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "score/memo.h"

enum { PLACE_BITS = 14, PLACES = 1 << PLACE_BITS };

struct score_memo {
    struct memo_entry place[PLACES];
};

struct score_memo *
memo_new(void)
{
    return calloc(1, sizeof(struct score_memo));
}

void
memo_free(struct score_memo *memo)
{
    free(memo);
}

/* Two of the wins and of the pairs, and all firsts: with rankings the others
 * follow. Counts are halves of whole numbers as a rule. */
struct memo_entry *
memo_place(struct score_memo *memo, const struct memo_counts *counts)
{
    const struct worth_sums *s = &counts->sums;
    const double part[] = {s->win[0], s->win[1], s->pair[0], s->pair[1],
                           s->first};
    uint64_t hash = 0, bits;

    for (int i = 0; i < 5; i++) {
        memcpy(&bits, &part[i], sizeof bits);
        hash = (hash ^ bits >> 32 ^ bits) * UINT64_C(0x9e3779b97f4a7c15);
        hash ^= hash >> 32;
    }
    return &memo->place[hash >> 7 & (PLACES - 1)];
}

bool
memo_holds(const struct memo_entry *entry, const struct memo_counts *counts)
{
    return memcmp(&entry->counts, counts, sizeof *counts) == 0;
}
