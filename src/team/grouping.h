/* grouping.h - people by a column.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEAM_GROUPING_H
#define TEAM_GROUPING_H

#include "team/people.h"
#include "team/privacy.h"

/* The groups of a column that may be shown beside what is, and their tests;
 * 'anonymous': in an order that tells nothing of that of adding. All is kept in the crowd's arena; what is missing when that fails, is told
 * there. */
struct lewis_grouping grouping_of(const struct crowd *crowd, size_t column,
                                  const char *name, double level,
                                  bool anonymous, struct privacy *privacy);

#endif
