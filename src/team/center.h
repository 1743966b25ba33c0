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

#endif
