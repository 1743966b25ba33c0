/* hexagons.h - many people as hexagons: the more people, the further from the
 * paper's tone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHART_HEXAGONS_H
#define CHART_HEXAGONS_H

#include "chart/frame.h"
#include "chart/panel.h"

/* How many people are counted in hexagons that no part of is in the view, and
 * the classes of those that are in it. */
size_t hexagons_outside(const struct lewis_chart *chart,
                        const struct view *view);
struct density_scale hexagons_scale(const struct lewis_chart *chart,
                                    const struct view *view);

void hexagons_draw(const struct panel_facts *facts, const struct frame *frame,
                   struct lewis_scene *scene);

/* The sign of a class in the legend. */
void hexagons_sign(const struct panel_facts *facts, const struct frame *frame,
                   int tone, struct scene_point at, double radius_pt,
                   struct lewis_scene *scene);

#endif
