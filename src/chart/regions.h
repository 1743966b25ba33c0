/* regions.h - where a single person's profile, or each group's centre, lies.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHART_REGIONS_H
#define CHART_REGIONS_H

#include "chart/panel.h"

void regions_draw(const struct panel_facts *facts, const struct frame *frame,
                  struct lewis_scene *scene);

/* The crosses: of every group of 2 and more. */
void regions_draw_centers(const struct panel_facts *facts,
                          const struct frame *frame, struct lewis_scene *scene);

#endif
