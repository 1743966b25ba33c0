/* dots.h - many people as translucent dots.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHART_DOTS_H
#define CHART_DOTS_H

#include "chart/frame.h"
#include "chart/panel.h"

/* From this many people on, those that come to stand on one spot share a dot,
 * so that a picture of a million people stays small. */
enum { DOTS_SINGLE = 10000 };

void dots_draw(const struct panel_facts *facts, const struct frame *frame,
               struct lewis_scene *scene);

#endif
