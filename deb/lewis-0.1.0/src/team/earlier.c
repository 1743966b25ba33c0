/* earlier.c - an earlier measurement of the same people, in a hash table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <lewis/earlier.h>

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"

struct person {
    const char *id;
    size_t size;
    struct lewis_place place;
    bool taken;
};

struct lewis_earlier {
    struct arena arena; /* ids */
    struct person *person;
    size_t count, room, left, repeated;
    size_t *slot; /* 1 + index of a person, 0: free; twice the room or more */
    size_t slots; /* a power of two */
};

struct lewis_earlier *
lewis_earlier_new(struct lewis_error *error)
{
    struct lewis_earlier *earlier = calloc(1, sizeof *earlier);

    if (earlier == NULL)
        error_memory(error);
    return earlier;
}

void
lewis_earlier_free(struct lewis_earlier *earlier)
{
    if (earlier == NULL)
        return;
    arena_release(&earlier->arena);
    free(earlier->person);
    free(earlier->slot);
    free(earlier);
}

/* FNV-1a (Fowler, Noll & Vo). */
static uint64_t
hash(const char *id, size_t size)
{
    uint64_t sum = 14695981039346656037u;

    for (size_t i = 0; i < size; i++)
        sum = (sum ^ (unsigned char)id[i]) * 1099511628211u;
    return sum;
}

/* The slot of that id, or the free one where it belongs. */
static size_t
find_slot(const struct lewis_earlier *earlier, const char *id, size_t size)
{
    size_t at = (size_t)hash(id, size) & (earlier->slots - 1);

    while (earlier->slot[at] != 0) {
        const struct person *person = &earlier->person[earlier->slot[at] - 1];

        if (person->size == size && memcmp(person->id, id, size) == 0)
            break;
        at = (at + 1) & (earlier->slots - 1);
    }
    return at;
}

static bool
grow(struct lewis_earlier *earlier)
{
    size_t room = earlier->room == 0 ? 64 : 2 * earlier->room;
    struct person *person;

    if (earlier->count < earlier->room)
        return true;
    if (room > SIZE_MAX / sizeof *person / 2)
        return false;
    person = realloc(earlier->person, room * sizeof *person);
    if (person == NULL)
        return false;
    earlier->person = person;
    free(earlier->slot);
    earlier->slots = 2 * room;
    earlier->slot = calloc(earlier->slots, sizeof *earlier->slot);
    if (earlier->slot == NULL)
        return false;
    earlier->room = room;
    for (size_t i = 0; i < earlier->count; i++)
        earlier->slot[find_slot(earlier, person[i].id, person[i].size)] =
            i + 1;
    return true;
}

bool
lewis_earlier_add(struct lewis_earlier *earlier, const char *id, size_t size,
                  const struct lewis_score *score, struct lewis_error *error)
{
    struct person person = {.taken = false};
    size_t at;

    text_trim(&id, &size);
    if (size == 0 || score->status != LEWIS_SCORED ||
        !isfinite(score->point.x) || !isfinite(score->point.y))
        return true;
    if (!grow(earlier))
        return error_memory(error);
    at = find_slot(earlier, id, size);
    if (earlier->slot[at] != 0) {
        earlier->repeated++;
        return true;
    }
    person.id = arena_copy(&earlier->arena, id, size);
    if (person.id == NULL)
        return error_memory(error);
    person.size = size;
    person.place.point = score->point;
    memcpy(person.place.covariance, score->region.covariance,
           sizeof person.place.covariance);
    earlier->person[earlier->count++] = person;
    earlier->slot[at] = earlier->count;
    earlier->left++;
    return true;
}

const struct lewis_place *
lewis_earlier_take(struct lewis_earlier *earlier, const char *id, size_t size)
{
    struct person *person;
    size_t at;

    text_trim(&id, &size);
    if (earlier->slots == 0)
        return NULL;
    at = earlier->slot[find_slot(earlier, id, size)];
    if (at == 0 || earlier->person[at - 1].taken)
        return NULL;
    person = &earlier->person[at - 1];
    person->taken = true;
    earlier->left--;
    return &person->place;
}

size_t
lewis_earlier_count(const struct lewis_earlier *earlier)
{
    return earlier->count;
}

size_t
lewis_earlier_left(const struct lewis_earlier *earlier)
{
    return earlier->left;
}

size_t
lewis_earlier_repeated(const struct lewis_earlier *earlier)
{
    return earlier->repeated;
}

const char *
lewis_earlier_id(const struct lewis_earlier *earlier, size_t index, bool *taken)
{
    *taken = earlier->person[index].taken;
    return earlier->person[index].id;
}
