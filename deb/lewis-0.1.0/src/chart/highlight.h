/* highlight.h - the people a chart is about: who they are. Their lines are in
 * chart/tracks.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHART_HIGHLIGHT_H
#define CHART_HIGHLIGHT_H

#include "chart/people.h"

/* Takes note of somebody who is being added, before the person is counted.
 * 'team' is CHART_TEAMS for one who has no profile. False when out of
 * memory. */
bool highlight_add(struct lewis_chart *chart, const char *name, size_t size,
                   size_t team, const struct lewis_score *score);

/* Where the person counted last was before. */
void highlight_moved(struct lewis_chart *chart, struct lewis_point then);

/* How many stand out and are drawn, and the one of that index among them. */
size_t highlight_count(const struct lewis_chart *chart);
const struct chart_star *highlight_at(const struct lewis_chart *chart,
                                      size_t index);

/* The person of that number, when it stands out; else NULL. */
const struct chart_star *highlight_of(const struct lewis_chart *chart,
                                      size_t person);

#endif
