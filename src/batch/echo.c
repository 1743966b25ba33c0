/* echo.c - cells that were written before.
 *
 * Entries are whole lines of the cache. A sum has two places next to each
 * other; the newer one stands in the first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "base/expanse.h"
#include "batch/echo.h"

enum {
    LINE = 64,
    MOST_BITS = 20, /* of the bytes of all entries, when there are two echoes */
    LEAST_BITS = 16,
    WAYS = 2
};

struct entry {
    uint64_t sum; /* 0: free */
    uint64_t size;
    char bytes[];
};

struct echo {
    size_t room; /* of an entry's bytes */
    size_t stride;
    unsigned bits; /* of the number of pairs */
    char *all;
};

static size_t
bytes_of(const struct echo *echo)
{
    return echo->stride * WAYS << echo->bits;
}

struct echo *
echo_new(size_t echoes, size_t room)
{
    struct echo *echo = calloc(1, sizeof *echo);
    unsigned most = MOST_BITS;

    if (echo == NULL)
        return NULL;
    for (; echoes > 2 && most > LEAST_BITS; echoes = (echoes + 1) / 2)
        most--;
    echo->stride = (sizeof(struct entry) + room + LINE - 1) / LINE * LINE;
    echo->room = echo->stride - sizeof(struct entry);
    while (bytes_of(echo) * 2 <= (size_t)1 << most)
        echo->bits++;
    echo->all = expanse_new(bytes_of(echo));
    if (echo->all != NULL)
        return echo;
    free(echo);
    return NULL;
}

void
echo_free(struct echo *echo)
{
    if (echo == NULL)
        return;
    expanse_free(echo->all, bytes_of(echo));
    free(echo);
}

static struct entry *
entry_of(const struct echo *echo, uint64_t sum)
{
    uint64_t hash = sum * UINT64_C(0x9e3779b97f4a7c15);

    hash = (hash ^ hash >> 32) * UINT64_C(0x9e3779b97f4a7c15);
    return (struct entry *)(echo->all + (hash >> 1 >> (63 - echo->bits)) *
                                            WAYS * echo->stride);
}

static struct entry *
next_to(const struct echo *echo, struct entry *entry)
{
    return (struct entry *)((char *)entry + echo->stride);
}

const char *
echo_find(const struct echo *echo, uint64_t sum, size_t *size)
{
    const struct entry *entry = entry_of(echo, sum);

    /* no branch: which of the two it is cannot be foreseen */
    entry = (const struct entry *)((const char *)entry +
                                   echo->stride * (entry->sum != sum));
    *size = entry->size;
    return entry->sum == sum ? entry->bytes : NULL;
}

void
echo_announce(const struct echo *echo, uint64_t sum)
{
#if defined __GNUC__
    struct entry *entry = entry_of(echo, sum);

    __builtin_prefetch(entry);
    __builtin_prefetch(next_to(echo, entry));
#else
    (void)echo, (void)sum;
#endif
}

void
echo_add(struct echo *echo, uint64_t sum, const char *bytes, size_t size)
{
    struct entry *entry = entry_of(echo, sum);

    if (size > echo->room)
        return;
    memcpy(next_to(echo, entry), entry, echo->stride);
    entry->sum = sum;
    entry->size = size;
    memcpy(entry->bytes, bytes, size);
}
