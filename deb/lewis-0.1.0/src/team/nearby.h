/* nearby.h - members by their distance to a point, and whether their own
 * answers tell them apart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEAM_NEARBY_H
#define TEAM_NEARBY_H

#include "team/people.h"

/* Whether p's distance to the point differs from q's by more than 1.645 times
 * the error of the difference: sqrt(u' V u + w' W w), with u and w the
 * directions to the point and V and W the covariances of their places (delta
 * method; two-sided 90 %). */
bool nearby_apart(const struct person *p, const struct person *q,
                  struct lewis_point point);

/* All people, nearest first, those that cannot be told apart from the nearest
 * before the others. NULL on ENOMEM. Members are by the order of adding. */
struct lewis_near *nearby_list(const struct crowd *crowd,
                               struct lewis_point point);

#endif
