/* memo.c - regions of rankings that were worked out before.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "base/expanse.h"
#include "score/memo.h"

enum { WAYS = 4, MOST_BITS = 13, LEAST_BITS = 10 };

/* Where counts that hash alike stand; 0: free. */
struct set {
    uint64_t counts[WAYS];
    size_t next; /* to be filled, or forgotten */
};

struct score_memo {
    unsigned bits; /* of the number of sets */
    struct set *set;
    struct memo_entry (*entry)[WAYS]; /* of each set */
};

static size_t
bytes_of(const struct score_memo *memo)
{
    return sizeof *memo->entry << memo->bits;
}

struct score_memo *
memo_new(size_t memos)
{
    struct score_memo *memo = calloc(1, sizeof *memo);

    if (memo == NULL)
        return NULL;
    memo->bits = MOST_BITS;
    for (; memos > 2 && memo->bits > LEAST_BITS; memos = (memos + 1) / 2)
        memo->bits--;
    memo->set = calloc((size_t)1 << memo->bits, sizeof *memo->set);
    memo->entry = expanse_new(bytes_of(memo));
    if (memo->set != NULL && memo->entry != NULL)
        return memo;
    memo_free(memo);
    return NULL;
}

void
memo_free(struct score_memo *memo)
{
    if (memo == NULL)
        return;
    free(memo->set);
    expanse_free(memo->entry, bytes_of(memo));
    free(memo);
}

static size_t
set_of(const struct score_memo *memo, uint64_t counts)
{
    uint64_t hash = counts * UINT64_C(0x9e3779b97f4a7c15);

    return (hash ^ hash >> 32) * UINT64_C(0x9e3779b97f4a7c15) >>
           (64 - memo->bits);
}

const struct memo_entry *
memo_find(const struct score_memo *memo, uint64_t counts)
{
    size_t s = set_of(memo, counts);

    for (size_t way = 0; way < WAYS; way++)
        if (memo->set[s].counts[way] == counts)
            return &memo->entry[s][way];
    return NULL;
}

void
memo_announce(const struct score_memo *memo, uint64_t counts)
{
#if defined __GNUC__
    const struct memo_entry *entry = memo_find(memo, counts);

    if (entry != NULL) {
        __builtin_prefetch(entry);
        __builtin_prefetch((const char *)(entry + 1) - 1);
    }
#else
    (void)memo, (void)counts;
#endif
}

struct memo_entry *
memo_add(struct score_memo *memo, uint64_t counts)
{
    size_t s = set_of(memo, counts);
    size_t way = memo->set[s].next++ % WAYS;

    memo->set[s].counts[way] = counts;
    return &memo->entry[s][way];
}
