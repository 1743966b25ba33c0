/* ids.h - which ids were there before, in few bytes.
 *
 * An id is kept as 52 bits of its hash: up to a million ids take at most 16 MB,
 * more of them four bytes each beside 8 MB for all, so that 10 million take
 * 48 MB. Two different ids are taken for one with a chance
 * of n^2 / 2^53 among n ids: one run in 9000 of a million, one in 90 of 10
 * million.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BATCH_IDS_H
#define BATCH_IDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct ids;

/* Ended with ids_free(); NULL when out of memory. */
struct ids *ids_new(void);
void ids_free(struct ids *ids);

/* The hash of an id; never 0. */
uint64_t ids_hash(const char *id, size_t size);

/* Adds ids, in order; hash 0 is none. before[i] says whether hash[i] was there
 * already. False when out of memory. */
bool ids_add(struct ids *ids, const uint64_t hash[], bool before[],
             size_t count);

/* Those that were added more than once, and how often. */
struct repeats;

struct repeats *repeats_new(void);
void repeats_free(struct repeats *repeats);

/* Adds 'by' to what is kept for the hash, which begins at 'first'. False when
 * out of memory. */
bool repeats_add(struct repeats *repeats, uint64_t hash, long first, long by);

/* What is kept, to be changed; NULL when there is none. */
long *repeats_find(struct repeats *repeats, uint64_t hash);

#endif
