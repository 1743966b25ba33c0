/* label_spots.h - the places a label can have, and what each costs, in whole
 * numbers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHART_LABEL_SPOTS_H
#define CHART_LABEL_SPOTS_H

#include "base/arena.h"
#include "chart/labels.h"

/* In 64ths of a point of the theme, y downwards. */
struct spot_point {
    int32_t x, y;
};

struct spot_box {
    int32_t x0, y0, x1, y1;
};

enum {
    SPOT_UNIT = 64,                    /* one point, as a length or a cost */
    SPOT_DROPPED = 400 * SPOT_UNIT,    /* a spare label left out */
    SPOT_MISSING = 100000 * SPOT_UNIT, /* any other left out */
    SPOT_FORBIDDEN = 1000000 * SPOT_UNIT,
    SPOT_NONE = -1 /* no spot: left out */
};

struct spot {
    struct spot_box box;
    struct spot_box hull; /* of box and leader */
    bool leader;
    struct spot_point from, to; /* of the leader */
    int32_t base;               /* cost: direction and distance */
    int32_t own;                /* and all that does not move; -1: not known */
};

/* A label and its spots, those with the least base first. */
struct spot_label {
    struct spot_point anchor;
    int32_t radius, width, height;
    bool spare;
    struct spot *spot;
    size_t count;
    size_t room; /* count + 1: see spots_search() */
};

struct spot_line {
    struct spot_point a, b;
    size_t curve;
};

struct spots {
    struct arena *arena; /* owns everything below */
    struct spot_label *label;
    size_t count;
    struct spot_box bounds;
    struct spot_box *obstacle;
    size_t obstacles;
    struct spot_line *line;
    size_t lines;
    int *chosen; /* the spot of each label, or SPOT_NONE */
};

/* All spots within the bounds, none chosen. False when out of memory. */
bool spots_gather(struct spots *spots, struct arena *arena,
                  const struct label_field *field,
                  const struct label_wish wish[], size_t count);

/* What spot k of label i costs against all that does not move. */
int64_t spots_own(const struct spots *spots, size_t i, int k);

/* The same with the chosen spots of all other labels; at least 'limit' once it
 * is that much. */
int64_t spots_cost(const struct spots *spots, size_t i, int k, int64_t limit);

/* The sum over all labels, every pair once. */
int64_t spots_energy(const struct spots *spots);

/* Adds the cheapest free spot of a grid over all of the field, for a label that
 * none of its spots suits, and returns it; SPOT_NONE when there is none. */
int spots_search(struct spots *spots, size_t i);

#endif
