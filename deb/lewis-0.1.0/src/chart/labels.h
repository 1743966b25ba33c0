/* labels.h - where the names of points go.
 *
 * Every label has a list of candidate places; a place has a cost, alone and
 * against the places of the others; the sum, the energy, is made small: first
 * by a greedy choice and descent, then, when names are in each other's way, by
 * annealing. Places are tried in a fixed order, all lengths and costs are whole
 * numbers (64ths of a point of the theme), chance has a fixed seed and turns
 * are counted, not timed: the same points give the same labels in every format
 * and on every machine.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHART_LABELS_H
#define CHART_LABELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "chart/box.h"

/* A point that wants a label of that size. */
struct label_wish {
    struct scene_point anchor; /* centre of the marker */
    double radius;             /* of the marker */
    double width, height;      /* of the text; width 0: no label wanted */
    bool spare; /* goes without a label before any other does, and before it
                   gets a bad one */
};

/* What labels rather do not lie on. */
struct label_line {
    struct scene_point a, b;
    size_t curve; /* lines of one curve, one after another, count once */
};

/* What does not move. */
struct label_field {
    struct box bounds;          /* no label sticks out of it */
    const struct box *obstacle; /* no label covers any of these */
    size_t obstacles;
    const struct label_line *line;
    size_t lines;
    struct scene_point corner[3]; /* of the triangle, whose sides are lines
                                     too */
    double unit;                  /* length of one point of the theme */
};

struct label_place {
    bool placed; /* false: there was no room anywhere */
    struct box box;
    bool leader; /* a line from 'from' on the marker to 'to' on the box */
    struct scene_point from, to;
};

/* What was reached: after the greedy choice, and in the end; never more. */
struct label_energy {
    int64_t greedy, final;
    bool annealed; /* false: the names were not in each other's way */
};

/* Fills place[i] for every wish[i], and *energy when it is not NULL. No two
 * placed boxes overlap, none covers an obstacle, none leaves the bounds;
 * markers are covered only where nothing else is left, and never by a spare
 * label. False when out of
 * memory. */
bool labels_place(const struct label_field *field,
                  const struct label_wish wish[], size_t count,
                  struct label_place place[], struct label_energy *energy);

#endif
