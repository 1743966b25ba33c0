/* moves.h - where people were before: what a chart holds of it, and its
 * figures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHART_MOVES_H
#define CHART_MOVES_H

#include "chart/groups.h"

/* Of one team, or of everybody. */
struct moves_cloud {
    struct lewis_cloud then; /* where they were */
    struct lewis_cloud move; /* from then to now, with both errors */
};

struct moves {
    struct lewis_point *then; /* of person i; NaN when that is not known */
    size_t room;
    struct moves_cloud cloud[CHART_TEAMS + 1]; /* GROUPS_ALL: everybody */
};

void moves_free(struct moves *moves);

/* True when it is known where person i was. */
bool moves_known(const struct lewis_chart *chart, size_t i);

/* True when nobody of the team has moved at all: most likely the same answers
 * twice. */
bool moves_none(const struct lewis_chart *chart, size_t team);

/* Where the team's centre was; NaN when it has nobody. */
struct lewis_point moves_center(const struct lewis_chart *chart, size_t team);

/* The outline of the region in which the centre's move ends, seen from where
 * the centre was. Returns how many points it has; 0: there is none, also when
 * nobody has moved. */
size_t moves_outline(const struct lewis_chart *chart, size_t team,
                     double level,
                     struct lewis_point outline[GROUPS_OUTLINE]);

/* Adds " From before to now the centre moved: linear-active +4, ...", and
 * whether that is more than chance; nothing without moves. */
void moves_add_words(struct text *text, const struct lewis_chart *chart,
                     const struct lewis_chart_options *options);

#endif
