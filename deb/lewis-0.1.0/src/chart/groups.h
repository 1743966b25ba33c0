/* groups.h - where a group's centre is and its region, in the geometry asked
 * for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHART_GROUPS_H
#define CHART_GROUPS_H

#include <lewis/composition.h>

#include "base/text.h"
#include "chart/people.h"

/* What a share of 0 is taken as unless something else is said. */
#define CHART_ZERO 0.005

enum {
    GROUPS_ALL = CHART_TEAMS, /* everybody, in the place of a team */
    GROUPS_OUTLINE = 360      /* points of an outline, at most */
};

struct groups {
    const struct lewis_chart *chart;
    double level, zeros;
    bool log_ratios; /* else the plane; never for a single person */
    struct lewis_ratio_cloud ratio[CHART_TEAMS + 1];
};

/* False with *error set (EINVALID) when the options ask for what the figures
 * do not allow. */
bool groups_check(const struct lewis_chart *chart,
                  const struct lewis_chart_options *options,
                  struct lewis_error *error);

struct groups groups_of(const struct lewis_chart *chart,
                        const struct lewis_chart_options *options);

/* Adds a profile to its team's figures of log-ratios. */
void groups_add(struct lewis_cloud ratio[CHART_ZEROS],
                const double share[LEWIS_STYLES]);

struct lewis_point groups_center(const struct groups *groups, size_t team);

/* The outline of the region of the centre, or of the end of its move where
 * there are moves, in the triangle. Returns how many
 * points it has; 0: there is none. */
size_t groups_outline(const struct groups *groups, size_t team,
                      struct lewis_point outline[GROUPS_OUTLINE]);

/* The same of where the people stand: the spread. */
size_t groups_spread(const struct groups *groups, size_t team,
                     struct lewis_point outline[GROUPS_OUTLINE]);

/* The region's low and high of each share; false, and nothing set, when there
 * is none. */
bool groups_range(const struct groups *groups, size_t team,
                  struct chart_range *range);

/* Adds "3 shares of 0 were taken as 0.5 %". */
void groups_add_zeros(struct text *text, const struct groups *groups);

/* Adds " Centres and regions are those of log-ratios ...", with the zeros;
 * nothing in the plane. */
void groups_add_geometry(struct text *text, const struct groups *groups);

#endif
