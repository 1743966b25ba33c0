/* region.h - how sure a profile is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_REGION_H
#define SCORE_REGION_H

#include <lewis/score.h>

/* Sets low and high of every share from the region and says which styles may
 * be the first one.
 *
 * picks: Wilson's interval (1927, JASA 22:209) with z^2 = radius2: exactly the
 * shadow of the score region, since by Cauchy-Schwarz the other two parts drop
 * out. rankings: the same with the effective n of each share, p (1 - p) / var.
 * ratings: the shadow of the ellipse, cut at 0 and 1. */
void region_bounds(const struct lewis_region *region,
                   const double share[LEWIS_STYLES],
                   double low[LEWIS_STYLES], double high[LEWIS_STYLES]);

/* A bit for every style that is the first one somewhere in the region: the
 * leading style of 'share', and each that the region lets draw level. */
unsigned region_styles(const struct lewis_region *region,
                       const double share[LEWIS_STYLES],
                       double ratio_variance[LEWIS_STYLES][LEWIS_STYLES]);

#endif
