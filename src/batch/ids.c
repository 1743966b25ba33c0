/* ids.c - which ids were there before.
 *
 * The first million ids stand in a hash table that grows and is half full at
 * most. From then on most ids stand in one array, sorted, without gaps: the
 * first 20 bits of the hash say which part of it, the next 32 are kept. New
 * ones gather in a smaller table beside it, in nearly the same order, and are
 * merged when it is half full.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "base/expanse.h"
#include "base/lane.h"
#include "batch/ids.h"

enum {
    PART_BITS = 20,
    PARTS = 1 << PART_BITS,
    /* places of the table, as powers of 2; half of them are used */
    FIRST_BITS = 13,
    GROWTH_BITS = 2, /* four times the size */
    MOST_BITS = 21,
    LATER_BITS = 19, /* once there is an array */
    SLACK = 4096,    /* more places behind the last */
    AHEAD = 16
};

struct ids {
    uint32_t *kept;
    size_t count;
    uint32_t *begin; /* PARTS + 1; NULL: no array yet */
    uint64_t *young; /* places + SLACK; 0: free */
    unsigned young_bits;
    size_t young_count;
};

static uint64_t
mix(uint64_t a, uint64_t b)
{
    __extension__ unsigned __int128 product = (unsigned __int128)a * b;

    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

/* Folded products, as in Wang Yi's wyhash; the constants are from the digits of
 * the golden ratio and of pi. The last 12 bits are not kept. */
uint64_t
ids_hash(const char *id, size_t size)
{
    const uint64_t a = UINT64_C(0x9e3779b97f4a7c15);
    const uint64_t b = UINT64_C(0x243f6a8885a308d3);
    uint64_t h = mix(a ^ size, b);

    for (; size > LANE; size -= LANE, id += LANE)
        h = mix(h ^ lane_load(id), a);
    h = mix(mix(h ^ lane_load_part(id, size), a), h ^ b);
    return (h & ~UINT64_C(0xfff)) | 1;
}

static size_t
places(unsigned bits)
{
    return ((size_t)1 << bits) + SLACK;
}

static void
free_table(uint64_t *young, unsigned bits)
{
    expanse_free(young, places(bits) * sizeof *young);
}

/* An empty table; false when out of memory, and the old one stays. */
static bool
new_table(struct ids *ids, unsigned bits)
{
    uint64_t *young = expanse_new(places(bits) * sizeof *young);

    if (young == NULL)
        return false;
    ids->young = young;
    ids->young_bits = bits;
    ids->young_count = 0;
    return true;
}

struct ids *
ids_new(void)
{
    struct ids *ids = calloc(1, sizeof *ids);

    if (ids != NULL && new_table(ids, FIRST_BITS))
        return ids;
    free(ids);
    return NULL;
}

void
ids_free(struct ids *ids)
{
    if (ids == NULL)
        return;
    free(ids->kept);
    free(ids->begin);
    free_table(ids->young, ids->young_bits);
    free(ids);
}

static size_t
part_of(uint64_t hash)
{
    return hash >> (64 - PART_BITS);
}

static uint32_t
kept_of(uint64_t hash)
{
    return (uint32_t)(hash >> (32 - PART_BITS));
}

/* Where the hash would stand if all were spread evenly over its part. */
static size_t
guess(const struct ids *ids, uint64_t hash)
{
    size_t part = part_of(hash);
    uint64_t n = ids->begin[part + 1] - ids->begin[part];

    return ids->begin[part] + (size_t)(kept_of(hash) * n >> 32);
}

static bool
is_kept(const struct ids *ids, uint64_t hash)
{
    size_t low = ids->begin[part_of(hash)];
    size_t high = ids->begin[part_of(hash) + 1], i = guess(ids, hash);
    uint32_t wanted = kept_of(hash);

    if (low == high)
        return false;
    while (i + 1 < high && ids->kept[i] < wanted)
        i++;
    while (i > low && ids->kept[i] > wanted)
        i--;
    return ids->kept[i] == wanted;
}

static uint64_t *
young_home(const struct ids *ids, uint64_t hash)
{
    return &ids->young[hash >> (64 - ids->young_bits)];
}

/* Its place among the young, or the free one where it belongs; NULL when it
 * would be behind the last, which comes of no hash that spreads. */
static uint64_t *
young_place(const struct ids *ids, uint64_t hash)
{
    uint64_t *place = young_home(ids, hash);

    while (*place != 0 && *place != hash)
        place++;
    return place < &ids->young[places(ids->young_bits) - 1] ? place : NULL;
}

/* A larger table; false when out of memory. */
static bool
grow(struct ids *ids)
{
    struct ids old = *ids;
    bool ok = new_table(ids, old.young_bits + GROWTH_BITS);

    if (!ok)
        return false;
    for (size_t i = 0; i < places(old.young_bits) && ok; i++) {
        uint64_t hash = old.young[i];
        uint64_t *place = hash != 0 ? young_place(ids, hash) : NULL;
        ok = hash == 0 || place != NULL;
        if (place != NULL)
            *place = hash;
    }
    ids->young_count = old.young_count;
    free_table(old.young, old.young_bits);
    return ok;
}

/* The young to the beginning, sorted: each is near where it belongs. */
static void
line_up(struct ids *ids)
{
    uint64_t *young = ids->young;
    size_t n = 0;

    for (size_t i = 0; i < places(ids->young_bits); i++) {
        uint64_t hash = young[i];
        size_t to = n;
        if (hash == 0)
            continue;
        young[i] = 0;
        for (; to > 0 && young[to - 1] > hash; to--)
            young[to] = young[to - 1];
        young[to] = hash;
        n++;
    }
}

/* Merges from the end, where the room is. */
static void
merge(struct ids *ids)
{
    size_t n = ids->young_count, to = ids->count + n;

    for (size_t part = PARTS; part-- > 0;) {
        size_t from = ids->begin[part + 1];
        ids->begin[part + 1] = (uint32_t)to;
        while (n > 0 && part_of(ids->young[n - 1]) == part) {
            uint32_t new = kept_of(ids->young[--n]);
            while (from > ids->begin[part] && ids->kept[from - 1] > new)
                ids->kept[--to] = ids->kept[--from];
            ids->kept[--to] = new;
        }
        while (from > ids->begin[part])
            ids->kept[--to] = ids->kept[--from];
    }
    ids->count += ids->young_count;
}

/* Room in the array for what is in the table. */
static bool
make_array(struct ids *ids)
{
    size_t count = ids->count + ids->young_count;
    uint32_t *kept = count < UINT32_MAX
                         ? realloc(ids->kept, count * sizeof *kept)
                         : NULL;

    if (kept == NULL)
        return false;
    ids->kept = kept;
    if (ids->begin == NULL)
        ids->begin = calloc(PARTS + 1, sizeof *ids->begin);
    return ids->begin != NULL;
}

/* The table to the array. */
static bool
settle(struct ids *ids)
{
    if (!make_array(ids))
        return false;
    line_up(ids);
    merge(ids);
    if (ids->young_bits != LATER_BITS) {
        free_table(ids->young, ids->young_bits);
        ids->young = NULL;
        return new_table(ids, LATER_BITS);
    }
    memset(ids->young, 0, ids->young_count * sizeof *ids->young);
    ids->young_count = 0;
    return true;
}

/* After each new one: is there room for the next? */
static bool
make_room(struct ids *ids)
{
    if (ids->young_count < (size_t)1 << (ids->young_bits - 1))
        return true;
    return ids->count == 0 && ids->young_bits < MOST_BITS ? grow(ids)
                                                          : settle(ids);
}

/* Asks for what stands there, and does not wait. A macro: of a function that
 * only does this gcc thinks that it does nothing, and leaves its calls out. */
#if defined __GNUC__
#define FETCH(place) __builtin_prefetch(place)
#else
#define FETCH(place) ((void)(place))
#endif

bool
ids_add(struct ids *ids, const uint64_t hash[], bool before[], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        uint64_t *place;
        if (i + 2 * AHEAD < count) {
            uint64_t soon = hash[i + AHEAD], later = hash[i + 2 * AHEAD];
            FETCH(young_home(ids, later));
            if (ids->count > 0) {
                FETCH(&ids->begin[part_of(later)]);
                FETCH(&ids->kept[guess(ids, soon)]);
            }
        }
        before[i] = false;
        if (hash[i] == 0)
            continue;
        place = young_place(ids, hash[i]);
        if (place == NULL)
            return false;
        before[i] = *place != 0 || (ids->count > 0 && is_kept(ids, hash[i]));
        if (before[i])
            continue;
        *place = hash[i];
        ids->young_count++;
        if (!make_room(ids))
            return false;
    }
    return true;
}

/* A hash table, half of it used at most; hash 0: a free place. */
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
    size_t i = hash >> 24 & (repeats->room - 1);

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
