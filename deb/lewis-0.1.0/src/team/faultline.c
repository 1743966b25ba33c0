/* faultline.c - the best way to part a team in two.
 *
 * The measure is Fau of Thatcher, Jehn & Zanutto (2003, Group Decision and
 * Negotiation 12:217) in the plane: the largest part of the variance that lies
 * between two sides.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "team/faultline.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "team/center.h"
#include "team/chance.h"
#include "team/split.h"

enum { SEED = 20030512, LEAST = 2 };

static int
by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

bool
faultline_null(size_t n, size_t least, double major, double minor,
               size_t draws, double value[], struct arena *arena)
{
    struct chance chance = {SEED};
    struct splitting work;
    struct lewis_point *point = arena_array(arena, n + 1, sizeof *point);

    if (point == NULL || !splitting_init(&work, n, arena))
        return false;
    for (size_t k = 0; k < draws; k++) {
        for (size_t i = 0; i < n; i++) {
            point[i].x = major * chance_normal(&chance);
            point[i].y = minor * chance_normal(&chance);
        }
        value[k] = split_sweep(&work, point, n, least);
    }
    qsort(value, draws, sizeof *value, by_value);
    return true;
}

double
faultline_silhouette(const struct lewis_point point[],
                     const unsigned char side[], size_t n)
{
    double total = 0, size[2] = {0, 0};

    for (size_t i = 0; i < n; i++)
        size[side[i]] += 1;
    for (size_t i = 0; i < n; i++) {
        double sum[2] = {0, 0}, own, other;
        for (size_t j = 0; j < n; j++)
            sum[side[j]] += lewis_triangle_distance(point[i], point[j]);
        if (size[side[i]] < 2)
            continue;
        own = sum[side[i]] / (size[side[i]] - 1);
        other = sum[!side[i]] / size[!side[i]];
        total += fmax(own, other) > 0 ? (other - own) / fmax(own, other) : 0;
    }
    return total / (double)n;
}

static void
compare_with_chance(struct lewis_faultline *line, const struct crowd *crowd,
                    const struct lewis_spread *spread)
{
    double *value;
    size_t as_large = 0;

    line->draws = crowd->n <= SPLIT_EXACT ? FAULTLINE_DRAWS
                                          : FAULTLINE_DRAWS_MANY;
    value = arena_array(crowd->arena, line->draws, sizeof *value);
    if (value == NULL ||
        !faultline_null(crowd->n, line->least, spread->major, spread->minor,
                        line->draws, value, crowd->arena))
        return;
    for (size_t k = 0; k < line->draws; k++)
        as_large += value[k] >= line->between - 1e-12;
    line->usual = value[line->draws / 2];
    line->usual_high = value[(size_t)(0.95 * (double)line->draws)];
    line->p_least = 1 / (1 + (double)line->draws);
    line->p = (1 + (double)as_large) * line->p_least;
}

/* The larger side is the first; of equal ones, that of the first person. */
static void
name_sides(struct lewis_faultline *line, unsigned char side[], size_t n)
{
    bool swap;

    line->side_n[0] = line->side_n[1] = 0;
    for (size_t i = 0; i < n; i++)
        line->side_n[side[i]]++;
    swap = line->side_n[0] == line->side_n[1]
               ? side[0] == 1
               : line->side_n[0] < line->side_n[1];
    for (size_t i = 0; i < n && swap; i++)
        side[i] = !side[i];
    if (swap) {
        size_t kept = line->side_n[0];
        line->side_n[0] = line->side_n[1];
        line->side_n[1] = kept;
    }
}

static void
add_centers(struct lewis_faultline *line, const struct crowd *crowd,
            const unsigned char side[], double level, struct privacy *privacy)
{
    size_t *part = arena_array(crowd->arena, crowd->n + 1, sizeof *part);
    bool shown[2];
    struct lewis_cloud cloud[2];

    if (part == NULL)
        return;
    for (size_t i = 0; i < crowd->n; i++)
        part[i] = side[i];
    privacy_show(privacy, part, 2, shown);
    line->sides = shown[0] && shown[1] ? LEWIS_PRESENT : LEWIS_WITHHELD;
    if (line->sides != LEWIS_PRESENT)
        return;
    for (size_t s = 0; s < 2; s++) {
        cloud[s] = crowd_cloud(crowd, part, s);
        line->side[s] = center_of(&cloud[s], level);
    }
    line->gap =
        lewis_triangle_distance(line->side[0].point, line->side[1].point);
}

static void
add_member_sides(struct lewis_faultline *line, const struct crowd *crowd,
                 const unsigned char side[])
{
    line->member_side = arena_array(crowd->arena, crowd->n + 1, 1);
    for (size_t i = 0; i < crowd->n && line->member_side != NULL; i++)
        line->member_side[crowd->member[i]] = side[i];
}

/* In an anonymous team a side of a few people would point at them, so none is
 * looked for. */
struct lewis_faultline
faultline_of(const struct crowd *crowd, const struct lewis_spread *spread,
             double level, bool anonymous, struct privacy *privacy)
{
    struct lewis_faultline line = {.presence = LEWIS_PRESENT, .gap = NAN};
    struct splitting work;
    unsigned char *side = arena_array(crowd->arena, crowd->n + 1, 1);

    line.least = anonymous ? privacy->least : LEAST;
    line.exact = crowd->n <= SPLIT_EXACT;
    if (crowd->n < 2 * line.least)
        line.presence = LEWIS_TOO_FEW;
    else if (crowd->n > SPLIT_MOST)
        line.presence = LEWIS_TOO_MANY;
    if (line.presence != LEWIS_PRESENT || side == NULL ||
        !splitting_init(&work, crowd->n, crowd->arena))
        return line;
    line.between = split_best(&work, crowd->point, crowd->n, line.least, side);
    if (isnan(line.between)) {
        line.presence = LEWIS_TOO_FEW;
        return line;
    }
    name_sides(&line, side, crowd->n);
    line.silhouette = faultline_silhouette(crowd->point, side, crowd->n);
    compare_with_chance(&line, crowd, spread);
    add_centers(&line, crowd, side, level, privacy);
    if (!anonymous)
        add_member_sides(&line, crowd, side);
    return line;
}
