/* gap.h - from a team to a partner.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEAM_GAP_H
#define TEAM_GAP_H

#include <lewis/country.h>

#include "team/people.h"

struct lewis_gap gap_of(const struct crowd *crowd,
                        const struct lewis_cloud *cloud,
                        const struct lewis_team_options *options);

/* The places of the atlas nearest to the centre; returns how many. */
size_t gap_nearest(const struct lewis_cloud *cloud, double level,
                   const struct lewis_atlas *atlas,
                   struct lewis_neighbour near[LEWIS_TEAM_NEAREST]);

/* The least and the greatest distance from a point to an ellipse and what is in
 * it; *low 0 inside. */
void gap_range(const struct lewis_ellipse *ellipse, struct lewis_point point,
               double *low, double *high);

#endif
