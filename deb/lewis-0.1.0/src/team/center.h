/* center.h - the mean of a group, its region, and its counts by style.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEAM_CENTER_H
#define TEAM_CENTER_H

#include "team/people.h"

struct lewis_center center_of(const struct lewis_cloud *cloud, double level);

/* How far an ellipse reaches beyond its centre in share[i] - share[j]. */
double center_reach(const struct lewis_ellipse *ellipse, int i, int j);

/* Of those whose part[i] is 'which'; of all with part NULL. */
struct lewis_style_counts center_counts(const struct crowd *crowd,
                                        const size_t part[], size_t which);

/* In an anonymous team a count of few people points at them, and a single count
 * that is missing follows from the others. Counts below 'least' become hidden,
 * and while those are about fewer than 'least' people together, or follow from
 * being so small, the smallest other does. */
void center_counts_hide(struct lewis_style_counts *counts, size_t least);

/* All of them: of a group, which could be taken from those of all. */
void center_counts_hide_all(struct lewis_style_counts *counts);

#endif
