/* arrows.h - from where people and centres were to where they are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHART_ARROWS_H
#define CHART_ARROWS_H

#include "chart/panel.h"

struct members;

enum { ARROWS_LEAST = 3 }; /* percent of a side */

/* People, under their markers; one whose move is under ARROWS_LEAST has a ring.
 * Nothing without moves. */
void arrows_draw_people(const struct members *members,
                        const struct panel_facts *facts,
                        const struct frame *frame, struct lewis_scene *scene);

/* Those who stand out, over dots and hexagons. */
void arrows_draw_stars(const struct members *members,
                       const struct panel_facts *facts,
                       const struct frame *frame, struct lewis_scene *scene);

/* True when any person has an arrow. */
bool arrows_of_people(const struct panel_facts *facts);

/* Centres of 2 people and more. */
void arrows_draw_centers(const struct panel_facts *facts,
                         const struct frame *frame, struct lewis_scene *scene);

/* How many people have a ring. */
size_t arrows_stayed(const struct lewis_chart *chart);

/* Adds a box for the head of each person's arrow, which names do not cover;
 * at most one a person. */
void arrows_add_boxes(const struct panel_facts *facts,
                      const struct frame *frame, struct box box[],
                      size_t *count);

/* Two points for each arrow that is drawn to somebody with a marker or to a
 * centre, its beginning and its end; returns how many arrows, at most
 * arrows_most(). */
size_t arrows_most(const struct panel_facts *facts);
size_t arrows_ends(const struct panel_facts *facts, const struct frame *frame,
                   struct scene_point end[]);

/* How far person i's ring reaches over the rim of the marker; 0: none. */
double arrows_room(const struct lewis_chart *chart, size_t i,
                   const struct frame *frame);

/* The signs of the legend. */
void arrows_draw_sign(const struct frame *frame, struct scene_point at,
                      int32_t colour, struct lewis_scene *scene);
void arrows_draw_ring(const struct frame *frame, struct scene_point at,
                      double radius_pt, int32_t colour,
                      struct lewis_scene *scene);

#endif
