/* country_labels.h - the names of countries, outside the triangle beside the
 * place where they stand, and the titles of the corners.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHART_COUNTRY_LABELS_H
#define CHART_COUNTRY_LABELS_H

#include <stdbool.h>
#include <stddef.h>

#include <lewis/chart.h>

#include "base/arena.h"
#include "chart/frame.h"
#include "chart/labels.h"
#include "chart/typeset.h"

enum country_side {
    COUNTRY_LEFT,  /* between linear and multi: names right-aligned */
    COUNTRY_RIGHT, /* between multi and reactive: left-aligned */
    COUNTRY_BELOW, /* between linear and reactive: centred */
    COUNTRY_CORNER /* under, for multi over, the corner's title */
};

struct country_label {
    struct lewis_point point;
    enum country_side side;
    enum lewis_style corner; /* of COUNTRY_CORNER */
    const char *const *name; /* the names of the place */
    size_t names;
    const char *hover; /* all of them */
    size_t left_out;   /* names that had no room, the last ones */
    double below_pt;   /* room for COUNTRY_BELOW: to the neighbours */
    bool inside;       /* of the triangle, on none of its sides */
    bool free;   /* has no place of its own beside the triangle: it is placed
                    together with the names of people */
    bool listed; /* it had no room, and is listed under the chart */
    bool leader; /* a line from the marker to the box */
    struct scene_point from, to;
    struct paragraph text;
    double text_pt;    /* what the text was broken for: size, */
    size_t room_lines; /* lines, */
    double room_from, room_below; /* and width, from the one to below the
                                     other */
    const char **composed; /* names put together, by how many; NULL: not yet */
    struct box box;
};

/* A corner's title with its swatch. */
struct corner_title {
    const char *text;
    double width, height; /* of both together */
    double text_pt;       /* measured in that size */
    struct box box;
};

struct country_labels {
    struct country_label *label; /* one for each place */
    size_t count;
    bool shown; /* false: no room for names at all */
    bool loose; /* names that do not fit beside the triangle become free */
    bool changed; /* other names had no room than when this was last unset */
    bool low;   /* lower corners' titles stand under the other names, and so
                   need no room beside the triangle */
    struct corner_title title[LEWIS_STYLES];
};

/* Gathers the names of the places that the options ask for; the nearest are
 * counted from 'near', and there are none when it is NULL. Nothing but the
 * titles without atlas. */
struct country_labels
country_labels_gather(struct arena *arena,
                      const struct lewis_chart_options *options,
                      const struct lewis_point *near);

/* Breaks the names into lines of at most 'max_pt' (and what is free below),
 * for a triangle of the frame's side. */
void country_labels_wrap(struct country_labels *labels,
                         const struct frame *frame, const struct typeset *names,
                         const struct typeset *titles, double max_pt);

/* How much stands under the triangle's lower side. */
double country_labels_depth(const struct country_labels *labels,
                            const struct frame *frame);

/* Puts the boxes where they belong, but for free ones. False when two overlap,
 * one sticks out of the page's area or lies on one of the 'count' blocks. */
bool country_labels_settle(struct country_labels *labels,
                           const struct frame *frame, const struct box block[],
                           size_t count);

void country_labels_draw(const struct country_labels *labels,
                         const struct frame *frame, struct lewis_scene *scene);

/* The names that are free and not listed: how many, the wish of each, and its
 * place; one that got none becomes listed. */
size_t country_labels_free(const struct country_labels *labels);
void country_labels_wish(const struct country_labels *labels,
                         const struct frame *frame, struct label_wish wish[]);
bool country_labels_take(struct country_labels *labels,
                         const struct label_place place[]);

/* "Chile, Peru": the names that are listed. */
const char *country_labels_listed(const struct country_labels *labels,
                                  struct arena *arena);

/* How many names had no room. */
size_t country_labels_missing(const struct country_labels *labels);

/* "Italy, Portugal": the names that had no room; "" when all are there. */
const char *country_labels_left_out(const struct country_labels *labels,
                                    struct arena *arena);

#endif
