/* ids.c - which ids were there before.
 *
 * Most ids stand in one array, sorted, without gaps: the first 16 bits of the
 * hash say which part of it, the next 40 are kept. New ones gather in a hash
 * table beside it, and are merged when they are a thirty-second of the array.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "batch/ids.h"

enum { PARTS = 1 << 16, KEPT = 5, LEAST = 1 << 14, AHEAD = 8 };

/* A hash table of hashes; 0: a free place. At most half of it is used. */
struct nursery {
    uint64_t *place;
    size_t room, count; /* room: a power of 2 */
};

struct ids {
    unsigned char *kept; /* KEPT bytes each, big end first */
    size_t count;
    uint32_t begin[PARTS + 1];
    struct nursery young;
};

static uint64_t
mix(uint64_t a, uint64_t b)
{
    __extension__ unsigned __int128 product = (unsigned __int128)a * b;

    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static uint64_t
load(const char *bytes, size_t size)
{
    uint64_t x = 0;

    for (size_t i = 0; i < size; i++)
        x |= (uint64_t)(unsigned char)bytes[i] << 8 * i;
    return x;
}

/* Folded products, as in Wang Yi's wyhash; the constants are from the digits of
 * the golden ratio and of pi. The last 8 bits are not kept. */
uint64_t
ids_hash(const char *id, size_t size)
{
    const uint64_t a = UINT64_C(0x9e3779b97f4a7c15);
    const uint64_t b = UINT64_C(0x243f6a8885a308d3);
    uint64_t h = mix(a ^ size, b);

    for (; size > 8; size -= 8, id += 8)
        h = mix(h ^ load(id, 8), a);
    h = mix(mix(h ^ load(id, size), a), h ^ b);
    return (h & ~UINT64_C(0xff)) | 1;
}

struct ids *
ids_new(void)
{
    struct ids *ids = calloc(1, sizeof *ids);

    if (ids != NULL) {
        ids->young.room = 2 * LEAST;
        ids->young.place = calloc(ids->young.room, sizeof(uint64_t));
    }
    if (ids != NULL && ids->young.place == NULL) {
        free(ids);
        ids = NULL;
    }
    return ids;
}

void
ids_free(struct ids *ids)
{
    if (ids == NULL)
        return;
    free(ids->kept);
    free(ids->young.place);
    free(ids);
}

static uint64_t
kept_at(const struct ids *ids, size_t index)
{
    const unsigned char *p = ids->kept + KEPT * index;

    return (uint64_t)p[0] << 32 | (uint64_t)p[1] << 24 |
           (uint64_t)p[2] << 16 | (uint64_t)p[3] << 8 | p[4];
}

static void
set_kept(struct ids *ids, size_t index, uint64_t hash)
{
    unsigned char *p = ids->kept + KEPT * index;

    for (int i = 0; i < KEPT; i++)
        p[i] = (unsigned char)(hash >> (40 - 8 * i));
}

static size_t
part_of(uint64_t hash)
{
    return hash >> 48;
}

/* Where the hash would stand if all were spread evenly over its part. */
static size_t
guess(const struct ids *ids, uint64_t hash)
{
    size_t part = part_of(hash);
    uint64_t n = ids->begin[part + 1] - ids->begin[part];

    return ids->begin[part] + (size_t)((hash >> 24 & 0xffffff) * n >> 24);
}

static bool
is_kept(const struct ids *ids, uint64_t hash)
{
    size_t low = ids->begin[part_of(hash)];
    size_t high = ids->begin[part_of(hash) + 1], i = guess(ids, hash);
    uint64_t wanted = hash >> 8 & UINT64_C(0xffffffffff);

    if (low == high)
        return false;
    while (i + 1 < high && kept_at(ids, i) < wanted)
        i++;
    while (i > low && kept_at(ids, i) > wanted)
        i--;
    return kept_at(ids, i) == wanted;
}

/* Its place in the nursery, or the free one where it belongs. */
static uint64_t *
young_place(const struct nursery *young, uint64_t hash)
{
    size_t i = hash >> 20 & (young->room - 1);

    while (young->place[i] != 0 && young->place[i] != hash)
        i = (i + 1) & (young->room - 1);
    return &young->place[i];
}

static int
compare(const void *a, const void *b)
{
    const uint64_t *x = a, *y = b;

    return (*x > *y) - (*x < *y);
}

/* The nursery's hashes to its beginning, sorted. */
static void
line_up(struct nursery *young)
{
    size_t n = 0;

    for (size_t i = 0; i < young->room; i++)
        if (young->place[i] != 0)
            young->place[n++] = young->place[i];
    qsort(young->place, n, sizeof *young->place, compare);
}

/* Merges from the end, where the room is. */
static void
merge(struct ids *ids)
{
    const uint64_t *young = ids->young.place;
    size_t n = ids->young.count, to = ids->count + n;

    for (size_t part = PARTS; part-- > 0;) {
        size_t from = ids->begin[part + 1];
        ids->begin[part + 1] = (uint32_t)to;
        while (from > ids->begin[part] ||
               (n > 0 && part_of(young[n - 1]) == part)) {
            bool take = n > 0 && part_of(young[n - 1]) == part &&
                        (from == ids->begin[part] ||
                         (young[n - 1] >> 8 & UINT64_C(0xffffffffff)) >
                             kept_at(ids, from - 1));
            if (take)
                set_kept(ids, --to, young[--n]);
            else
                memmove(ids->kept + KEPT * --to, ids->kept + KEPT * --from,
                        KEPT);
        }
    }
    ids->count += ids->young.count;
}

static bool
grow_nursery(struct nursery *young, size_t count)
{
    size_t room = young->room;
    uint64_t *place;

    while (room / 2 < count / 32)
        room *= 2;
    if (room == young->room) {
        memset(young->place, 0, room * sizeof *young->place);
    } else {
        place = calloc(room, sizeof *place);
        if (place == NULL)
            return false;
        free(young->place);
        young->place = place;
        young->room = room;
    }
    young->count = 0;
    return true;
}

static bool
settle(struct ids *ids)
{
    unsigned char *kept;

    if (ids->count + ids->young.count >= UINT32_MAX)
        return false;
    kept = realloc(ids->kept, KEPT * (ids->count + ids->young.count));
    if (kept == NULL)
        return false;
    ids->kept = kept;
    line_up(&ids->young);
    merge(ids);
    return grow_nursery(&ids->young, ids->count);
}

/* Fetches what will be asked for soon. */
static void
announce(const struct ids *ids, uint64_t hash)
{
#if defined __GNUC__
    __builtin_prefetch(ids->kept + KEPT * guess(ids, hash));
    __builtin_prefetch(&ids->young.place[hash >> 20 & (ids->young.room - 1)]);
#else
    (void)ids, (void)hash;
#endif
}

bool
ids_add(struct ids *ids, const uint64_t hash[], bool before[], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        uint64_t *place;
        if (i + AHEAD < count)
            announce(ids, hash[i + AHEAD]);
        before[i] = false;
        if (hash[i] == 0)
            continue;
        place = young_place(&ids->young, hash[i]);
        before[i] = *place != 0 || is_kept(ids, hash[i]);
        if (before[i])
            continue;
        *place = hash[i];
        if (++ids->young.count >= ids->young.room / 2 && !settle(ids))
            return false;
    }
    return true;
}

/* A hash table as the nursery, with a number at each. */
struct repeats {
    struct repeat {
        uint64_t hash;
        long value;
    } *place;
    size_t room, count;
};

struct repeats *
repeats_new(void)
{
    struct repeats *repeats = calloc(1, sizeof *repeats);

    if (repeats != NULL) {
        repeats->room = 64;
        repeats->place = calloc(repeats->room, sizeof *repeats->place);
    }
    if (repeats != NULL && repeats->place == NULL) {
        free(repeats);
        repeats = NULL;
    }
    return repeats;
}

void
repeats_free(struct repeats *repeats)
{
    if (repeats == NULL)
        return;
    free(repeats->place);
    free(repeats);
}

static struct repeat *
repeat_place(const struct repeats *repeats, uint64_t hash)
{
    size_t i = hash >> 20 & (repeats->room - 1);

    while (repeats->place[i].hash != 0 && repeats->place[i].hash != hash)
        i = (i + 1) & (repeats->room - 1);
    return &repeats->place[i];
}

static bool
grow_repeats(struct repeats *repeats)
{
    struct repeats grown = {.room = 2 * repeats->room,
                            .count = repeats->count};

    grown.place = calloc(grown.room, sizeof *grown.place);
    if (grown.place == NULL)
        return false;
    for (size_t i = 0; i < repeats->room; i++)
        if (repeats->place[i].hash != 0)
            *repeat_place(&grown, repeats->place[i].hash) = repeats->place[i];
    free(repeats->place);
    *repeats = grown;
    return true;
}

bool
repeats_add(struct repeats *repeats, uint64_t hash, long first, long by)
{
    struct repeat *place = repeat_place(repeats, hash);

    if (place->hash == 0) {
        if (2 * repeats->count >= repeats->room) {
            if (!grow_repeats(repeats))
                return false;
            place = repeat_place(repeats, hash);
        }
        *place = (struct repeat){hash, first};
        repeats->count++;
    }
    place->value += by;
    return true;
}

long *
repeats_find(struct repeats *repeats, uint64_t hash)
{
    struct repeat *place = repeat_place(repeats, hash);

    return place->hash == 0 ? NULL : &place->value;
}
