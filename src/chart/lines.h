/* lines.h - the lines in the picture that words rather do not lie on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHART_LINES_H
#define CHART_LINES_H

#include "chart/labels.h"
#include "chart/panel.h"

struct lines {
    struct label_line *line;
    size_t count;
    size_t curves; /* lines of one curve stand one after another */
};

/* Outlines of regions, the spread, tracks and arrows, as they are drawn; not
 * the faint ones of many people. No lines once the arena has failed. */
struct lines lines_of(const struct panel_facts *facts,
                      const struct frame *frame);

/* Leaves out points without which the line is nowhere more than 'seen' off its
 * place. Returns how many are left. */
size_t lines_thin(struct scene_point point[], size_t count, double seen);

/* How many curves touch the box. */
size_t lines_across(const struct lines *lines, struct box box);

#endif
