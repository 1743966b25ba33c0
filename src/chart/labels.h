/* labels.h - where the names of points go.
 *
 * Every label has a list of candidate places; a place has a cost, alone and
 * against the places of the others; the sum is made small. Places are tried in
 * a fixed order and costs are whole numbers, so the same points give the same
 * labels on every machine.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHART_LABELS_H
#define CHART_LABELS_H

#include <stdbool.h>
#include <stddef.h>

#include "chart/box.h"

/* A point that wants a label of that size. */
struct label_wish {
    struct scene_point anchor; /* centre of the marker */
    double radius;             /* of the marker */
    double width, height;      /* of the text; width 0: no label wanted */
};

/* What does not move. */
struct label_field {
    struct box bounds;          /* no label sticks out of it */
    const struct box *obstacle; /* no label covers any of these */
    size_t obstacles;
    struct scene_point corner[3]; /* of the triangle; labels rather do not
                                     lie on its sides */
    double unit;                  /* length of one point of the theme */
};

struct label_place {
    bool placed; /* false: there was no room anywhere */
    struct box box;
    bool leader; /* a line from 'from' on the marker to 'to' on the box */
    struct scene_point from, to;
};

/* Fills place[i] for every wish[i]. No two placed boxes overlap, none covers
 * an obstacle, none leaves the bounds; markers are covered only where nothing
 * else is left. False when out of memory. */
bool labels_place(const struct label_field *field,
                  const struct label_wish wish[], size_t count,
                  struct label_place place[]);

#endif
