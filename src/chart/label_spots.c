/* label_spots.c - the places a label can have, and what each costs.
 *
 * The costs follow Christensen, Marks & Shieber 1995, ACM Transactions on
 * Graphics 14:203, in points of the theme, times 64.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/label_spots.h"

#include <math.h>
#include <stdlib.h>

enum {
    COVERED_MARKER = 1000 * SPOT_UNIT,
    OTHER_MARKER_NEARER = 25 * SPOT_UNIT,
    OTHER_MARKER_NEAR = 5 * SPOT_UNIT, /* less than twice as far as the own */
    CURVE_UNDER_LABEL = 8 * SPOT_UNIT,
    SIDE_UNDER_LABEL = 24 * SPOT_UNIT, /* a side of the triangle */
    LEADER = 10 * SPOT_UNIT,     /* having one at all */
    LEADER_FROM = 4 * SPOT_UNIT, /* the gap that wants one */
    LEADER_OVER_MARKER = 60 * SPOT_UNIT,
    NAMES_SIDE_BY_SIDE = 16 * SPOT_UNIT,
    NAMES_IN_ONE = 60 * SPOT_UNIT, /* 9 and 5 would be 95 */
    LEADER_UNDER_LABEL = 70 * SPOT_UNIT,
    LEADERS_CROSS = 90 * SPOT_UNIT,
    AIR = 4 * SPOT_UNIT, /* names nearer than this, side by side, read as one */
    SPACE = 2 * SPOT_UNIT, /* and nearer than this, as one word */
    GAP = 3 * SPOT_UNIT / 2 /* between marker and label */
};

/* Directions a label can lie in, in tenths, y downwards, the better ones
 * first. */
struct direction {
    int x, y;
    int cost;
};

static const struct direction direction[] = {
    {10, 0, 0},  {-10, 0, 1}, {7, -7, 2},   {7, 7, 3},
    {-7, -7, 4}, {-7, 7, 5},  {0, -10, 6},  {0, 10, 7},
    {9, -4, 8},  {9, 4, 8},   {-9, -4, 9},  {-9, 4, 9},
    {4, -9, 10}, {4, 9, 10},  {-4, -9, 11}, {-4, 9, 11},
};

/* Distances of label and marker, in points of the theme. */
static const int ring[] = {0, 7, 14, 22, 32, 44, 58, 76, 96, 120};

enum {
    DIRECTIONS = sizeof direction / sizeof direction[0],
    RINGS = sizeof ring / sizeof ring[0],
    SPOTS = DIRECTIONS * RINGS
};

/* --- geometry --- */

static int32_t
whole(double x, double unit)
{
    return (int32_t)lround(fmin(fmax(x / unit, -1e7), 1e7) * SPOT_UNIT);
}

static struct spot_point
whole_point(struct scene_point point, double unit)
{
    return (struct spot_point){whole(point.x, unit), whole(point.y, unit)};
}

/* Widened by 'by' on every side, so that nothing is lost by rounding. */
static struct spot_box
whole_box(struct box box, double unit, int32_t by)
{
    return (struct spot_box){whole(box.x0, unit) - by, whole(box.y0, unit) - by,
                             whole(box.x1, unit) + by,
                             whole(box.y1, unit) + by};
}

static bool
overlap(struct spot_box a, struct spot_box b)
{
    return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

static bool
touch(struct spot_box a, struct spot_box b)
{
    return a.x0 <= b.x1 && b.x0 <= a.x1 && a.y0 <= b.y1 && b.y0 <= a.y1;
}

static int32_t
between(int32_t x, int32_t low, int32_t high)
{
    return x < low ? low : x > high ? high : x;
}

static struct spot_point
nearest(struct spot_box box, struct spot_point p)
{
    return (struct spot_point){between(p.x, box.x0, box.x1),
                               between(p.y, box.y0, box.y1)};
}

static int64_t
distance2(struct spot_point a, struct spot_point b)
{
    int64_t x = a.x - b.x, y = a.y - b.y;

    return x * x + y * y;
}

/* The root of a double is the same everywhere (IEEE 754). */
static int32_t
distance(struct spot_point a, struct spot_point b)
{
    return (int32_t)sqrt((double)distance2(a, b));
}

static struct spot_box
hull_of(struct spot_point a, struct spot_point b)
{
    return (struct spot_box){
        a.x < b.x ? a.x : b.x,
        a.y < b.y ? a.y : b.y,
        a.x > b.x ? a.x : b.x,
        a.y > b.y ? a.y : b.y,
    };
}

/* Which side of a-b is c on? */
static int64_t
turn(struct spot_point a, struct spot_point b, struct spot_point c)
{
    return (int64_t)(b.x - a.x) * (c.y - a.y) -
           (int64_t)(b.y - a.y) * (c.x - a.x);
}

static bool
cross(struct spot_point a, struct spot_point b, struct spot_point c,
      struct spot_point d)
{
    return (turn(a, b, c) > 0) != (turn(a, b, d) > 0) &&
           (turn(c, d, a) > 0) != (turn(c, d, b) > 0);
}

static bool
inside(struct spot_box box, struct spot_point p)
{
    return p.x >= box.x0 && p.x <= box.x1 && p.y >= box.y0 && p.y <= box.y1;
}

static bool
crossed(struct spot_box box, struct spot_point a, struct spot_point b)
{
    struct spot_point nw = {box.x0, box.y0}, se = {box.x1, box.y1};
    struct spot_point ne = {box.x1, box.y0}, sw = {box.x0, box.y1};

    if (!touch(box, hull_of(a, b)))
        return false;
    return inside(box, a) || inside(box, b) || cross(a, b, nw, se) ||
           cross(a, b, ne, sw);
}

/* --- spots --- */

/* Length, leader and base cost of a box at that place. */
static struct spot
make_spot(const struct spot_label *label, int32_t x, int32_t y, int32_t cost)
{
    struct spot spot = {.box = {x, y, x + label->width, y + label->height},
                        .own = -1};
    int32_t away;

    spot.to = nearest(spot.box, label->anchor);
    away = distance(label->anchor, spot.to);
    spot.hull = spot.box;
    spot.base = cost + 6 * away / 10;
    spot.leader = away - label->radius > LEADER_FROM;
    if (!spot.leader)
        return spot;
    spot.base += LEADER;
    spot.from.x =
        label->anchor.x + (int32_t)((int64_t)(spot.to.x - label->anchor.x) *
                                    label->radius / away);
    spot.from.y =
        label->anchor.y + (int32_t)((int64_t)(spot.to.y - label->anchor.y) *
                                    label->radius / away);
    spot.hull = hull_of((struct spot_point){spot.from.x < x ? spot.from.x : x,
                                            spot.from.y < y ? spot.from.y : y},
                        (struct spot_point){spot.box.x1, spot.box.y1});
    if (spot.from.x > spot.hull.x1)
        spot.hull.x1 = spot.from.x;
    if (spot.from.y > spot.hull.y1)
        spot.hull.y1 = spot.from.y;
    return spot;
}

/* The near edge or corner of the box lies in that direction. */
static struct spot
spot_toward(const struct spot_label *label, const struct direction *toward,
            int away)
{
    int32_t reach = label->radius + GAP + away * SPOT_UNIT;
    int32_t x = label->anchor.x + toward->x * reach / 10;
    int32_t y = label->anchor.y + toward->y * reach / 10;

    x -= toward->x > 5 ? 0 : toward->x < -5 ? label->width : label->width / 2;
    y -= toward->y > 5 ? 0 : toward->y < -5 ? label->height : label->height / 2;
    return make_spot(label, x, y, toward->cost * SPOT_UNIT);
}

static bool
within(struct spot_box inner, struct spot_box outer)
{
    return inner.x0 >= outer.x0 && inner.x1 <= outer.x1 &&
           inner.y0 >= outer.y0 && inner.y1 <= outer.y1;
}

/* Adds a spot behind all that are cheaper; they come nearly in order. */
static void
add_spot(struct spot_label *label, struct spot spot)
{
    size_t at = label->count++;

    for (; at > 0 && label->spot[at - 1].base > spot.base; at--)
        label->spot[at] = label->spot[at - 1];
    label->spot[at] = spot;
}

static void
gather_label(struct spots *spots, struct spot_label *label)
{
    label->spot = arena_array(spots->arena, SPOTS + 1, sizeof *label->spot);
    if (label->spot == NULL)
        return;
    for (int k = 0; k < SPOTS; k++) {
        struct spot spot = spot_toward(label, &direction[k % DIRECTIONS],
                                       ring[k / DIRECTIONS]);

        if (within(spot.box, spots->bounds))
            add_spot(label, spot);
    }
    label->room = label->count + 1;
}

static void
gather_fixed(struct spots *spots, const struct label_field *field)
{
    spots->obstacle = arena_array(spots->arena, field->obstacles + 1,
                                  sizeof(struct spot_box));
    spots->line =
        arena_array(spots->arena, field->lines + 3, sizeof *spots->line);
    if (arena_failed(spots->arena))
        return;
    for (size_t i = 0; i < field->obstacles; i++)
        spots->obstacle[spots->obstacles++] =
            whole_box(field->obstacle[i], field->unit, 1);
    for (size_t i = 0; i < 3; i++)
        spots->line[spots->lines++] = (struct spot_line){
            whole_point(field->corner[i], field->unit),
            whole_point(field->corner[(i + 1) % 3], field->unit), SIZE_MAX};
    for (size_t i = 0; i < field->lines; i++)
        spots->line[spots->lines++] = (struct spot_line){
            whole_point(field->line[i].a, field->unit),
            whole_point(field->line[i].b, field->unit), field->line[i].curve};
}

bool
spots_gather(struct spots *spots, struct arena *arena,
             const struct label_field *field, const struct label_wish wish[],
             size_t count)
{
    *spots = (struct spots){.arena = arena, .count = count};
    spots->bounds = whole_box(field->bounds, field->unit, -1);
    spots->label = arena_array(arena, count + 1, sizeof *spots->label);
    spots->chosen = arena_array(arena, count + 1, sizeof *spots->chosen);
    gather_fixed(spots, field);
    for (size_t i = 0; i < count && !arena_failed(arena); i++) {
        struct spot_label *label = &spots->label[i];

        label->anchor = whole_point(wish[i].anchor, field->unit);
        label->radius = whole(wish[i].radius, field->unit);
        label->spare = wish[i].spare;
        spots->chosen[i] = SPOT_NONE;
        if (!(wish[i].width > 0))
            continue;
        label->width = whole(wish[i].width, field->unit) + 1;
        label->height = whole(wish[i].height, field->unit);
        gather_label(spots, label);
    }
    return !arena_failed(arena);
}

/* --- costs --- */

static int32_t
obstacle_cost(const struct spots *spots, const struct spot *spot)
{
    int32_t cost = 0;

    for (size_t i = 0; i < spots->obstacles; i++) {
        if (!touch(spot->hull, spots->obstacle[i]))
            continue;
        if (overlap(spot->box, spots->obstacle[i]))
            return SPOT_FORBIDDEN;
        if (spot->leader && crossed(spots->obstacle[i], spot->from, spot->to))
            cost += LEADER_UNDER_LABEL;
    }
    return cost;
}

static int32_t
line_cost(const struct spots *spots, const struct spot *spot)
{
    int32_t cost = 0;

    for (size_t i = 0; i < spots->lines; i++) {
        const struct spot_line *line = &spots->line[i];

        if (!crossed(spot->box, line->a, line->b))
            continue;
        cost += line->curve == SIZE_MAX ? SIDE_UNDER_LABEL : CURVE_UNDER_LABEL;
        while (line->curve != SIZE_MAX && i + 1 < spots->lines &&
               spots->line[i + 1].curve == line->curve)
            i++;
    }
    return cost;
}

/* Against the marker of another label. */
static int32_t
marker_cost(const struct spot *spot, int64_t own2, bool spare,
            const struct spot_label *other)
{
    int32_t r = other->radius;
    struct spot_point at = other->anchor;
    struct spot_box marker = {at.x - r, at.y - r, at.x + r, at.y + r};
    int64_t away2;
    int32_t cost = 0;

    if (spot->leader && !touch(spot->hull, marker))
        return 0;
    away2 = distance2(nearest(spot->box, at), at);
    if (away2 < (int64_t)r * r)
        cost += spare ? SPOT_FORBIDDEN : COVERED_MARKER;
    else if (!spot->leader && away2 < own2)
        cost += OTHER_MARKER_NEARER;
    else if (!spot->leader && away2 < 4 * own2)
        cost += OTHER_MARKER_NEAR;
    if (spot->leader && crossed(marker, spot->from, spot->to))
        cost += LEADER_OVER_MARKER;
    return cost;
}

static int32_t
fixed_cost(const struct spots *spots, size_t i, const struct spot *spot)
{
    int64_t own2 = distance2(spot->to, spots->label[i].anchor);
    int32_t cost = obstacle_cost(spots, spot);

    if (cost >= SPOT_FORBIDDEN)
        return SPOT_FORBIDDEN;
    cost += line_cost(spots, spot);
    for (size_t k = 0; k < spots->count && cost < SPOT_FORBIDDEN; k++)
        if (k != i)
            cost += marker_cost(spot, own2, spots->label[i].spare,
                                &spots->label[k]);
    return cost;
}

int64_t
spots_own(const struct spots *spots, size_t i, int k)
{
    const struct spot_label *label = &spots->label[i];
    struct spot *spot;

    if (k == SPOT_NONE)
        return label->spare ? SPOT_DROPPED : SPOT_MISSING;
    spot = &label->spot[k];
    if (spot->own < 0) {
        spot->own = fixed_cost(spots, i, spot);
        if (spot->own < SPOT_FORBIDDEN)
            spot->own += spot->base;
    }
    return spot->own;
}

static bool
side_by_side(struct spot_box a, struct spot_box b, int32_t apart)
{
    return overlap((struct spot_box){a.x0 - apart, a.y0, a.x1 + apart, a.y1},
                   b);
}

static int32_t
pair_cost(const struct spot *a, const struct spot *b)
{
    int32_t cost = 0;

    if (a->hull.x0 - AIR >= b->hull.x1 || b->hull.x0 >= a->hull.x1 + AIR ||
        a->hull.y0 > b->hull.y1 || b->hull.y0 > a->hull.y1)
        return 0;
    if (overlap(a->box, b->box))
        return SPOT_FORBIDDEN;
    if (side_by_side(a->box, b->box, SPACE))
        cost += NAMES_IN_ONE;
    else if (side_by_side(a->box, b->box, AIR))
        cost += NAMES_SIDE_BY_SIDE;
    if (a->leader && crossed(b->box, a->from, a->to))
        cost += LEADER_UNDER_LABEL;
    if (b->leader && crossed(a->box, b->from, b->to))
        cost += LEADER_UNDER_LABEL;
    if (a->leader && b->leader && cross(a->from, a->to, b->from, b->to))
        cost += LEADERS_CROSS;
    return cost;
}

/* With the labels from 'first' on. */
static int64_t
others_cost(const struct spots *spots, size_t i, int k, size_t first,
            int64_t limit)
{
    const struct spot *spot;
    int64_t cost = 0;

    if (k == SPOT_NONE)
        return 0;
    spot = &spots->label[i].spot[k];
    for (size_t other = first; other < spots->count && cost < limit; other++)
        if (other != i && spots->chosen[other] != SPOT_NONE)
            cost += pair_cost(spot,
                              &spots->label[other].spot[spots->chosen[other]]);
    return cost;
}

int64_t
spots_cost(const struct spots *spots, size_t i, int k, int64_t limit)
{
    int64_t cost = spots_own(spots, i, k);

    return cost >= limit ? cost
                         : cost + others_cost(spots, i, k, 0, limit - cost);
}

int64_t
spots_energy(const struct spots *spots)
{
    int64_t energy = 0;

    for (size_t i = 0; i < spots->count; i++)
        if (spots->label[i].count > 0 || spots->label[i].width > 0)
            energy += spots_own(spots, i, spots->chosen[i]) +
                      others_cost(spots, i, spots->chosen[i], i + 1, INT64_MAX);
    return energy;
}

int
spots_search(struct spots *spots, size_t i)
{
    struct spot_label *label = &spots->label[i];
    struct spot_box bounds = spots->bounds;
    int32_t step = label->height / 2;
    int64_t best = SPOT_MISSING;
    struct spot found = {.own = -1};

    if (label->spot == NULL || step < 1)
        return SPOT_NONE;
    label->count = label->room;
    for (int32_t y = bounds.y0; y + label->height <= bounds.y1; y += step)
        for (int32_t x = bounds.x0; x + label->width <= bounds.x1; x += step) {
            struct spot *spot = &label->spot[label->room - 1];
            int64_t cost;

            *spot = make_spot(label, x, y, 0);
            if (spot->base >= best)
                continue;
            cost = spots_cost(spots, i, (int)label->room - 1, best);
            if (cost < best) {
                best = cost;
                found = *spot;
            }
        }
    label->spot[label->room - 1] = found;
    if (best < SPOT_MISSING)
        return (int)label->room - 1;
    label->count = label->room - 1;
    return SPOT_NONE;
}
