/* labels.c - where the names of points go: greedy choice, descent, annealing.
 *
 * Annealing follows Christensen, Marks & Shieber 1995, ACM Transactions on
 * Graphics 14:203, but begins at the greedy choice, and so less hot.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/labels.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "chart/label_spots.h"

enum {
    DESCENTS = 12,        /* rounds over all labels */
    HOT = 15 * SPOT_UNIT, /* the first temperature */
    STEPS = 30,           /* temperatures, */
    COOLER = 88,          /* each that many percent of the one before */
    TURNS = 24            /* tries for each label at a temperature */
};

/* --- greedy choice and descent --- */

struct rank {
    size_t index;
    bool spare;
    int crowd; /* markers near by, the nearer the more */
};

static int
by_crowd(const void *a, const void *b)
{
    const struct rank *x = a, *y = b;

    if (x->spare != y->spare)
        return x->spare ? 1 : -1;
    if (x->crowd != y->crowd)
        return x->crowd < y->crowd ? 1 : -1;
    return x->index < y->index ? -1 : x->index > y->index;
}

static void
rank_labels(const struct spots *spots, struct rank rank[])
{
    const int64_t reach = 60 * SPOT_UNIT;

    for (size_t i = 0; i < spots->count; i++) {
        const struct spot_label *a = &spots->label[i];

        rank[i] = (struct rank){i, a->spare, 0};
        for (size_t k = 0; k < spots->count; k++) {
            const struct spot_label *b = &spots->label[k];
            int64_t x = a->anchor.x - b->anchor.x;
            int64_t y = a->anchor.y - b->anchor.y;
            int64_t away2 = x * x + y * y;

            if (k != i && away2 < reach * reach)
                rank[i].crowd +=
                    (int)(SPOT_UNIT - SPOT_UNIT * away2 / (reach * reach));
        }
    }
    qsort(rank, spots->count, sizeof *rank, by_crowd);
}

/* Puts a label where it is cheapest while the others stay. True when that is
 * not where it was. */
static bool
settle(struct spots *spots, size_t i)
{
    const struct spot_label *label = &spots->label[i];
    int old = spots->chosen[i], chosen = SPOT_NONE;
    int64_t best = spots_own(spots, i, SPOT_NONE);

    for (size_t k = 0; k < label->count; k++) {
        int64_t cost;

        if (label->spot[k].base >= best && k + 1 < label->room)
            continue;
        cost = spots_cost(spots, i, (int)k, best);
        if (cost < best) {
            best = cost;
            chosen = (int)k;
        }
    }
    if (chosen == SPOT_NONE && !label->spare)
        chosen = spots_search(spots, i);
    spots->chosen[i] = chosen;
    return chosen != old;
}

/* One round over all labels; true when any has moved. */
static bool
round_of(struct spots *spots, const struct rank rank[])
{
    bool moved = false;

    for (size_t i = 0; i < spots->count; i++)
        if (spots->label[rank[i].index].width > 0 &&
            settle(spots, rank[i].index))
            moved = true;
    return moved;
}

static void
descend(struct spots *spots, const struct rank rank[])
{
    for (int i = 0; i < DESCENTS && round_of(spots, rank); i++)
        ;
}

/* --- annealing --- */

/* 64 times the logarithms of 64 numbers spread evenly over 0..1, with the sign
 * changed: round(-64 * log((0:63 + 0.5) / 64)) in R. A table, so that chance is
 * the same on every machine. */
static const int64_t minus_log[64] = {
    311, 240, 208, 186, 170, 157, 146, 137, 129, 122, 116, 110, 105,
    100, 95,  91,  87,  83,  79,  76,  73,  70,  67,  64,  61,  59,
    56,  54,  52,  50,  47,  45,  43,  41,  40,  38,  36,  34,  33,
    31,  29,  28,  26,  25,  23,  22,  20,  19,  18,  16,  15,  14,
    13,  11,  10,  9,   8,   7,   6,   5,   4,   3,   2,   1,
};

/* xorshift64* (Vigna 2016). */
static uint32_t
chance(uint64_t *seed)
{
    *seed ^= *seed >> 12;
    *seed ^= *seed << 25;
    *seed ^= *seed >> 27;
    return (uint32_t)(*seed * 2685821657736338717u >> 32);
}

/* 0 .. count - 1. */
static size_t
chance_of(uint64_t *seed, size_t count)
{
    return (size_t)((uint64_t)chance(seed) * count >> 32);
}

/* Labels that are not where they would be alone, or in the way of one that is
 * not, are in play. Returns how many. */
static size_t
find_players(const struct spots *spots, size_t player[])
{
    size_t count = 0;

    for (size_t i = 0; i < spots->count; i++) {
        const struct spot_label *label = &spots->label[i];
        int64_t now = spots_cost(spots, i, spots->chosen[i], INT64_MAX);
        bool content = true;

        for (size_t k = 0; k < label->count && content; k++)
            content = label->spot[k].base >= now ||
                      spots_own(spots, i, (int)k) >= now;
        if (!content && label->count > 0)
            player[count++] = i;
    }
    return count;
}

/* One try: another spot for one label, the cheaper ones more often. The change
 * in energy when it is taken, else 0. */
static int64_t
try_spot(struct spots *spots, size_t i, int64_t heat, uint64_t *seed)
{
    size_t count = spots->label[i].count;
    size_t k = chance_of(seed, count), other = chance_of(seed, count);
    int64_t bound = heat * minus_log[chance(seed) >> 26] / SPOT_UNIT;
    int64_t now, then;

    k = other < k ? other : k;
    if ((int)k == spots->chosen[i])
        return 0;
    now = spots_cost(spots, i, spots->chosen[i], INT64_MAX);
    if (spots->label[i].spot[k].base > now + bound)
        return 0;
    then = spots_cost(spots, i, (int)k, now + bound + 1);
    if (then - now > bound)
        return 0;
    spots->chosen[i] = (int)k;
    return then - now;
}

/* Leaves the best that was met in spots->chosen. */
static void
cool(struct spots *spots, const size_t player[], size_t players, int best[])
{
    size_t size = spots->count * sizeof *best;
    int64_t energy = 0, least = 0, heat = HOT;
    uint64_t seed = 88172645463325252u;

    memcpy(best, spots->chosen, size);
    for (int step = 0; step < STEPS; step++, heat = heat * COOLER / 100)
        for (size_t turn = 0; turn < TURNS * players; turn++) {
            energy +=
                try_spot(spots, player[chance_of(&seed, players)], heat, &seed);
            if (energy < least) {
                least = energy;
                memcpy(best, spots->chosen, size);
            }
        }
    memcpy(spots->chosen, best, size);
}

/* False when no name is in the way of another. */
static bool
anneal(struct spots *spots, const struct rank rank[])
{
    size_t *player =
        arena_array(spots->arena, spots->count + 1, sizeof *player);
    int *best = arena_array(spots->arena, spots->count + 1, sizeof *best);
    size_t players;

    if (arena_failed(spots->arena))
        return false;
    players = find_players(spots, player);
    if (players == 0)
        return false;
    cool(spots, player, players, best);
    descend(spots, rank);
    return true;
}

/* --- the places --- */

static struct label_place
place_of(const struct spots *spots, size_t i, const struct label_field *field,
         const struct label_wish *wish)
{
    const struct spot *spot;
    double unit = field->unit / SPOT_UNIT, away;
    struct label_place place = {.placed = spots->chosen[i] != SPOT_NONE};

    if (!place.placed)
        return place;
    spot = &spots->label[i].spot[spots->chosen[i]];
    place.box = (struct box){spot->box.x0 * unit, spot->box.y0 * unit,
                             spot->box.x1 * unit, spot->box.y1 * unit};
    place.to = box_nearest(place.box, wish->anchor);
    place.leader = spot->leader;
    away = hypot(place.to.x - wish->anchor.x, place.to.y - wish->anchor.y);
    if (!place.leader || away <= 0)
        return place;
    place.from.x =
        wish->anchor.x + (place.to.x - wish->anchor.x) * wish->radius / away;
    place.from.y =
        wish->anchor.y + (place.to.y - wish->anchor.y) * wish->radius / away;
    return place;
}

static void
choose(struct spots *spots, struct rank rank[], struct label_energy *energy)
{
    rank_labels(spots, rank);
    descend(spots, rank);
    energy->greedy = spots_energy(spots);
    energy->annealed = anneal(spots, rank);
    energy->final = energy->annealed ? spots_energy(spots) : energy->greedy;
}

bool
labels_place(const struct label_field *field, const struct label_wish wish[],
             size_t count, struct label_place place[],
             struct label_energy *energy)
{
    struct arena arena = {0};
    struct label_energy reached;
    struct spots spots;
    struct rank *rank = arena_array(&arena, count + 1, sizeof *rank);
    bool ok = spots_gather(&spots, &arena, field, wish, count);

    if (ok)
        choose(&spots, rank, energy != NULL ? energy : &reached);
    ok = ok && !arena_failed(&arena);
    for (size_t i = 0; i < count && ok; i++)
        place[i] = place_of(&spots, i, field, &wish[i]);
    arena_release(&arena);
    return ok;
}
