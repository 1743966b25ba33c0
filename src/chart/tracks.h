/* tracks.h - the thin lines that lead from a person to the sides, with the
 * three shares at their ends.
 *
 * Each runs parallel to the side that faces a corner, along the places that
 * have the same share of that corner's style: linear-active is read on the
 * lower side, multi-active on the left one and reactive on the right one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHART_TRACKS_H
#define CHART_TRACKS_H

#include "chart/lines.h"
#include "chart/panel.h"

struct members_around;

enum { TRACKS_MOST = LEWIS_CHART_STARS * LEWIS_STYLES };

struct track {
    enum lewis_style style;
    double share;
    struct scene_point from, to;
    const char *words; /* of the share; NULL: it has no room */
    struct box box;    /* of the words' plate */
};

struct tracks {
    struct track track[TRACKS_MOST];
    size_t count;
};

/* True when lines are drawn: for each who stands out, and for one person
 * alone. */
bool tracks_shown(const struct lewis_chart *chart);

/* What their words should not cover: none of the boxes, nor those whose lines
 * they are, and as few as can be of the markers at 'at', which reach 'reach'
 * far, and of the lines; where an arrow begins counts as one. */
struct tracks_ground {
    const struct members_around *around;
    const struct scene_point *at;
    const double *reach;
    size_t count;
    const struct lines *lines;
};

/* Lays the lines out, still without words. */
struct tracks tracks_of(const struct panel_facts *facts,
                        const struct frame *frame);

/* Finds places for the words; where there is room for none the line has
 * none. */
void tracks_place_words(struct tracks *tracks,
                        const struct tracks_ground *ground,
                        const struct panel_facts *facts,
                        const struct frame *frame);

/* The lines go under everything else but hexagons, over which they have a rim
 * of paper; the words go on top, each on a plate of paper that interrupts the
 * line. */
void tracks_draw_lines(const struct tracks *tracks,
                       const struct panel_facts *facts,
                       const struct frame *frame, struct lewis_scene *scene);
void tracks_draw_words(const struct tracks *tracks, const struct frame *frame,
                       struct lewis_scene *scene);

/* The sign of the legend. */
void tracks_draw_sign(const struct frame *frame, struct scene_point at,
                      struct lewis_scene *scene);

#endif
