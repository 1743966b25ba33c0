/* regions.h - where a single person's profile, or each group's centre, lies.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHART_REGIONS_H
#define CHART_REGIONS_H

#include "chart/panel.h"

/* Regions, and people as hexagons under them. */
void regions_draw(const struct panel_facts *facts, const struct frame *frame,
                  struct lewis_scene *scene);

/* How the region of one of 'many' people is painted. */
struct scene_style regions_person_style(const struct frame *frame,
                                        int32_t colour, size_t many);

/* The crosses: of every group of 2 and more. */
void regions_draw_centers(const struct panel_facts *facts,
                          const struct frame *frame, struct lewis_scene *scene);

/* One of them, 'unit_pt' the length of a point of the theme. */
void regions_draw_cross(const struct panel_facts *facts, size_t team,
                        const struct frame *frame, struct scene_point at,
                        double unit_pt, struct lewis_scene *scene);

#endif
