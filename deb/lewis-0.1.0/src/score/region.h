/* region.h - how sure a profile is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_REGION_H
#define SCORE_REGION_H

#include <lewis/score.h>

/* Sets low and high of every share from the region: its shadow.
 *
 * picks: Wilson's interval (1927, JASA 22:209) with z^2 = radius2: exactly the
 * shadow of the score region, since by Cauchy-Schwarz the other two parts drop
 * out. rankings: the same with the effective n of each share, p (1 - p) / var,
 * then one step of the second order to where the profile likelihood is
 * radius2 / 2 under its maximum (Venzon & Moolgavkar 1988, Applied Statistics
 * 37:87), which is within about .001 of it. ratings: the shadow of the
 * ellipse, cut at 0 and 1. */
void region_bounds(const struct lewis_region *region,
                   const double share[LEWIS_STYLES],
                   double low[LEWIS_STYLES], double high[LEWIS_STYLES]);

/* 2 F of the F distribution with 2 and m degrees of freedom, at the level:
 * m ((1 - level)^(-2 / m) - 1); infinite where m is 0. */
double region_two_f(double level, double m);

/* A bit for every style that is the first one somewhere in the region: the
 * leading style of 'share', and each that is level with it somewhere there. */
unsigned region_styles(const struct lewis_region *region,
                       const double share[LEWIS_STYLES]);

#endif
