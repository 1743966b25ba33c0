/* labels.c - where the names of points go: candidates, costs, greedy choice
 * and descent.
 *
 * The costs follow Christensen, Marks & Shieber 1995, ACM Transactions on
 * Graphics 14:203, in points of the theme, times 64.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/labels.h"

#include <math.h>
#include <stdlib.h>

enum {
    COST = 64, /* one point */
    FORBIDDEN = 1000000 * COST,
    COVERED_MARKER = 120 * COST,
    OTHER_MARKER_NEARER = 25 * COST,
    SIDE_UNDER_LABEL = 8 * COST,
    LEADER = 10 * COST, /* having one at all */
    LEADER_OVER_MARKER = 18 * COST,
    NAMES_SIDE_BY_SIDE = 16 * COST,
    LEADER_UNDER_LABEL = 70 * COST,
    LEADERS_CROSS = 90 * COST,
    DESCENTS = 12 /* rounds over all labels */
};

/* Directions a label can lie in, y downwards, the better ones first. */
struct direction {
    double x, y;
    int cost;
};

static const struct direction direction[] = {
    {1, 0, 0},       {-1, 0, 1},     {0.7, -0.7, 2},   {0.7, 0.7, 3},
    {-0.7, -0.7, 4}, {-0.7, 0.7, 5}, {0, -1, 6},       {0, 1, 7},
    {0.9, -0.4, 8},  {0.9, 0.4, 8},  {-0.9, -0.4, 9},  {-0.9, 0.4, 9},
    {0.4, -0.9, 10}, {0.4, 0.9, 10}, {-0.4, -0.9, 11}, {-0.4, 0.9, 11},
};

/* Distances of label and marker, in points of the theme. */
static const double ring[] = {0, 7, 14, 22, 32, 44, 58, 76, 96, 120};

enum {
    DIRECTIONS = sizeof direction / sizeof direction[0],
    RINGS = sizeof ring / sizeof ring[0],
    CANDIDATES = DIRECTIONS * RINGS
};

struct work {
    const struct label_field *field;
    const struct label_wish *wish;
    struct label_place *place;
    size_t count;
};

/* The box of candidate 'k' of a wish; its own cost is added to *cost. */
static struct box
candidate(const struct work *work, size_t i, size_t k, long *cost)
{
    const struct label_wish *wish = &work->wish[i];
    const struct direction *toward = &direction[k % DIRECTIONS];
    double unit = work->field->unit;
    double away = wish->radius + (1.5 + ring[k / DIRECTIONS]) * unit;
    double x = wish->anchor.x + toward->x * away;
    double y = wish->anchor.y + toward->y * away;

    /* the near edge or corner of the box lies in that direction */
    x -= wish->width * (toward->x > 0.5 ? 0 : toward->x < -0.5 ? 1 : 0.5);
    y -= wish->height * (toward->y > 0.5 ? 0 : toward->y < -0.5 ? 1 : 0.5);
    *cost += toward->cost * COST;
    return (struct box){x, y, x + wish->width, y + wish->height};
}

/* The place that a box makes, with its leader when it is far enough away. */
static struct label_place
place_at(const struct work *work, size_t i, struct box box)
{
    const struct label_wish *wish = &work->wish[i];
    struct scene_point a = wish->anchor, b = box_nearest(box, a);
    double distance = hypot(b.x - a.x, b.y - a.y);
    struct label_place place = {.placed = true, .box = box, .to = b};

    if (distance - wish->radius > 4 * work->field->unit) {
        place.leader = true;
        place.from.x = a.x + (b.x - a.x) * wish->radius / distance;
        place.from.y = a.y + (b.y - a.y) * wish->radius / distance;
    }
    return place;
}

static bool
on_side(const struct label_field *field, struct box box)
{
    for (int i = 0; i < 3; i++)
        if (box_crossed(box, field->corner[i], field->corner[(i + 1) % 3]))
            return true;
    return false;
}

/* Against what does not move, but for markers. */
static long
fixed_cost(const struct label_field *field, const struct label_place *place)
{
    long cost = 0;

    if (!box_within(place->box, field->bounds))
        return FORBIDDEN;
    for (size_t i = 0; i < field->obstacles; i++) {
        if (box_overlap(place->box, field->obstacle[i]))
            return FORBIDDEN;
        if (place->leader &&
            box_crossed(field->obstacle[i], place->from, place->to))
            cost += LEADER_UNDER_LABEL;
    }
    return cost + (on_side(field, place->box) ? SIDE_UNDER_LABEL : 0);
}

/* Against the markers of the others. */
static long
marker_cost(const struct work *work, size_t i, const struct label_place *place)
{
    double own = box_distance(place->box, work->wish[i].anchor);
    long cost = 0;

    for (size_t k = 0; k < work->count; k++) {
        const struct label_wish *other = &work->wish[k];
        double distance = box_distance(place->box, other->anchor);
        double r = other->radius;
        struct box marker = {other->anchor.x - r, other->anchor.y - r,
                             other->anchor.x + r, other->anchor.y + r};

        if (k == i)
            continue;
        if (distance < r)
            cost += COVERED_MARKER;
        else if (!place->leader && distance < own)
            cost += OTHER_MARKER_NEARER;
        if (place->leader && box_crossed(marker, place->from, place->to))
            cost += LEADER_OVER_MARKER;
    }
    return cost;
}

/* Against the place of another label; names nearer than 'air' read as one. */
static long
pair_cost(const struct label_place *a, const struct label_place *b, double air)
{
    struct box wide = {a->box.x0 - air, a->box.y0, a->box.x1 + air, a->box.y1};
    long cost = 0;

    if (box_overlap(a->box, b->box))
        return FORBIDDEN;
    if (box_overlap(wide, b->box))
        cost += NAMES_SIDE_BY_SIDE;
    if (a->leader && box_crossed(b->box, a->from, a->to))
        cost += LEADER_UNDER_LABEL;
    if (b->leader && box_crossed(a->box, b->from, b->to))
        cost += LEADER_UNDER_LABEL;
    if (a->leader && b->leader && lines_cross(a->from, a->to, b->from, b->to))
        cost += LEADERS_CROSS;
    return cost;
}

/* What a place costs as things stand; gives up once it is above 'limit'. */
static long
place_cost(const struct work *work, size_t i, const struct label_place *place,
           long limit)
{
    double length = hypot(place->to.x - work->wish[i].anchor.x,
                          place->to.y - work->wish[i].anchor.y);
    long cost = lround(0.6 * COST * length / work->field->unit);

    cost += place->leader ? LEADER : 0;
    if (cost < limit)
        cost += fixed_cost(work->field, place);
    if (cost < limit)
        cost += marker_cost(work, i, place);
    for (size_t k = 0; k < work->count && cost < limit; k++)
        if (k != i && work->place[k].placed)
            cost += pair_cost(place, &work->place[k], 4 * work->field->unit);
    return cost;
}

/* Takes the box if it is cheaper than *best. */
static void
consider(const struct work *work, size_t i, struct box box, long extra,
         struct label_place *chosen, long *best)
{
    struct label_place place = place_at(work, i, box);
    long cost = place_cost(work, i, &place, *best - extra) + extra;

    if (cost < *best) {
        *best = cost;
        *chosen = place;
    }
}

/* Any free spot of the field, for a label that none of its candidates suits:
 * a grid of boxes. */
static void
search_field(const struct work *work, size_t i, struct label_place *chosen,
             long *best)
{
    const struct label_wish *wish = &work->wish[i];
    struct box bounds = work->field->bounds;
    double step = wish->height / 2;

    for (double y = bounds.y0; y + wish->height <= bounds.y1; y += step)
        for (double x = bounds.x0; x + wish->width <= bounds.x1; x += step)
            consider(work, i,
                     (struct box){x, y, x + wish->width, y + wish->height}, 0,
                     chosen, best);
}

/* Puts a label where it is cheapest while the others stay. True when that is
 * not where it was. */
static bool
settle(struct work *work, size_t i)
{
    struct label_place old = work->place[i], chosen = {.placed = false};
    long best = FORBIDDEN;

    for (size_t k = 0; k < CANDIDATES; k++) {
        long cost = 0;
        struct box box = candidate(work, i, k, &cost);

        consider(work, i, box, cost, &chosen, &best);
    }
    if (!chosen.placed)
        search_field(work, i, &chosen, &best);
    work->place[i] = chosen;
    return chosen.placed != old.placed || chosen.box.x0 != old.box.x0 ||
           chosen.box.y0 != old.box.y0;
}

struct rank {
    size_t index;
    long crowd; /* markers near by, the nearer the more */
};

static int
by_crowd(const void *a, const void *b)
{
    const struct rank *x = a, *y = b;

    if (x->crowd != y->crowd)
        return x->crowd < y->crowd ? 1 : -1;
    return x->index < y->index ? -1 : x->index > y->index;
}

static void
rank_by_crowd(const struct work *work, struct rank rank[])
{
    double reach = 60 * work->field->unit;

    for (size_t i = 0; i < work->count; i++) {
        struct scene_point a = work->wish[i].anchor;

        rank[i] = (struct rank){i, 0};
        for (size_t k = 0; k < work->count; k++) {
            struct scene_point b = work->wish[k].anchor;
            double distance = hypot(a.x - b.x, a.y - b.y);

            if (k != i && distance < reach)
                rank[i].crowd += lround(COST * (1 - distance / reach));
        }
    }
    qsort(rank, work->count, sizeof *rank, by_crowd);
}

/* One round over all labels; true when any has moved. */
static bool
round_of(struct work *work, const struct rank rank[])
{
    bool moved = false;

    for (size_t i = 0; i < work->count; i++)
        if (work->wish[rank[i].index].width > 0 && settle(work, rank[i].index))
            moved = true;
    return moved;
}

bool
labels_place(const struct label_field *field, const struct label_wish wish[],
             size_t count, struct label_place place[])
{
    struct work work = {field, wish, place, count};
    struct rank *rank = calloc(count + 1, sizeof *rank);

    if (rank == NULL)
        return false;
    for (size_t i = 0; i < count; i++)
        place[i] = (struct label_place){.placed = false};
    rank_by_crowd(&work, rank);
    for (int i = 0; i < DESCENTS && round_of(&work, rank); i++)
        ;
    free(rank);
    return true;
}
