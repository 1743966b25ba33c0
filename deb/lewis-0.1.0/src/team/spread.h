/* spread.h - how far people stand from each other, and in which direction most.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEAM_SPREAD_H
#define TEAM_SPREAD_H

#include "team/people.h"

/* Mean pairs are of people up to this; then it takes too long. */
enum { SPREAD_PAIRS = 5000 };

double spread_distance(const struct lewis_cloud *cloud);
struct lewis_spread spread_of(const struct crowd *crowd,
                              const struct lewis_cloud *cloud, double level);

/* The person with the least sum of distances to the others, by the crowd's
 * order; crowd->n for none or for more than SPREAD_PAIRS. */
size_t spread_medoid(const struct crowd *crowd);

#endif
