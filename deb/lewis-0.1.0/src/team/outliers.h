/* outliers.h - people who stand apart from all others.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEAM_OUTLIERS_H
#define TEAM_OUTLIERS_H

#include "team/people.h"

enum { OUTLIERS_ROBUST = 8 };

/* The distance of each point from the middle of the others, in units of what is
 * usual, and above which it stands apart: in 95 of 100 normal teams of that
 * size nobody does. NaN where it cannot be said.
 *
 * From OUTLIERS_ROBUST points on by the minimum covariance determinant
 * (Rousseeuw 1984, JASA 79:871): of half the points, (n + 3) / 2, those that lie
 * closest together; found by concentrating steps from every three points (from
 * 600 seeded threes above 30 points; Rousseeuw & Van Driessen 1999,
 * Technometrics 41:212). Distances are scaled so that their median is that of
 * normal people; the cutoff is from a simulation (tests/coverage/outliers.c).
 * With 5 to 7 points by Hotelling's prediction region of one more person, made
 * of the others. False with fewer, or when so many are on one line that nothing
 * can be said. */
bool outliers_distances(const struct lewis_point point[], size_t n,
                        double distance[], double *cutoff,
                        struct arena *arena);

#endif
