/* dots.h - many people as translucent dots.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHART_DOTS_H
#define CHART_DOTS_H

#include "chart/frame.h"
#include "chart/panel.h"

void dots_draw(const struct panel_facts *facts, const struct frame *frame,
               struct lewis_scene *scene);

#endif
