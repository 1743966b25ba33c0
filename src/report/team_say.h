/* team_say.h - sentences about a team, a figure each. Each adds one or more
 * whole sentences to a text, or nothing when the figure is not there. What was
 * found comes in plain words; by which method, of how many people and with
 * which p, in the basis.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef REPORT_TEAM_SAY_H
#define REPORT_TEAM_SAY_H

#include <lewis/figures.h>
#include <lewis/team_text.h>

#include "base/text.h"

/* What a small test is judged by. */
#define TEAM_SIGNIFICANT 0.05

/* "p = 0.012", "p < 0.0001". */
void team_say_p(struct text *text, const char *lang, double p);

/* "36 % linear-active (20-52), ..." */
void team_say_shares(struct text *text, const char *lang,
                     const struct lewis_center *center);
void team_say_first(struct text *text, const char *lang,
                    const struct lewis_center *center);

/* Between which styles people differ most, and whether that is more than
 * chance. */
void team_say_axis(struct text *text, const char *lang,
                   const struct lewis_spread *spread);
void team_say_axis_basis(struct text *text, const char *lang,
                         const struct lewis_spread *spread, size_t n);
void team_say_distances(struct text *text, const char *lang,
                        const struct lewis_spread *spread);
/* Who is nearest to all the others. */
void team_say_medoid(struct text *text, const char *lang,
                     const struct lewis_team_figures *figures);
void team_say_outliers(struct text *text, const char *lang,
                       const struct lewis_team_figures *figures);

/* Which groups are not shown, and why; by name where the figures have names
 * and the reader may see them. */
void team_say_hidden(struct text *text, const struct lewis_team_look *look,
                     const struct lewis_grouping *grouping, size_t least,
                     bool names);
void team_say_places(struct text *text, const char *lang,
                     const struct lewis_grouping *grouping);
void team_say_places_basis(struct text *text, const char *lang,
                           const struct lewis_grouping *grouping);
void team_say_spreads(struct text *text, const char *lang,
                      const struct lewis_grouping *grouping);
void team_say_spreads_basis(struct text *text, const char *lang,
                            const struct lewis_grouping *grouping);

void team_say_faultline(struct text *text, const char *lang,
                        const struct lewis_faultline *line);
void team_say_faultline_basis(struct text *text, const char *lang,
                              const struct lewis_faultline *line);
/* Who is on side 0 or 1; nothing when chance may have made the two. */
void team_say_side(struct text *text, const char *lang,
                   const struct lewis_team_figures *figures,
                   unsigned char side);
void team_say_move(struct text *text, const struct lewis_team_look *look,
                   const struct lewis_team_figures *figures);
void team_say_move_basis(struct text *text, const char *lang,
                         const struct lewis_move *move);

/* The way to a partner, how far, and who is nearest. */
void team_say_way(struct text *text, const char *lang,
                  const struct lewis_gap *gap);
void team_say_gap(struct text *text, const char *lang,
                  const struct lewis_gap *gap);
void team_say_bridges(struct text *text, const char *lang,
                      const struct lewis_team_figures *figures);

/* How tasks were given out, or why they were not. */
void team_say_tasks(struct text *text, const char *lang,
                    const struct lewis_fit *fit);
/* Those who have the task, or who stands nearest to it; why; who else. */
void team_say_task(struct text *text, const char *lang,
                   const struct lewis_team_figures *figures,
                   const struct lewis_task_fit *task);
/* Whose answers make them as fit as those the plan has. */
void team_say_equal(struct text *text, const char *lang,
                    const struct lewis_team_figures *figures,
                    const struct lewis_task_fit *task);

/* The nearest places, and which of them cannot be told apart. */
void team_say_nearest(struct text *text, const struct lewis_team_look *look,
                      const struct lewis_team_figures *figures);

/* The k-th of 'count' members, with what joins it to those before; somebody
 * without an id is "#3". */
void team_say_member(struct text *text, const char *lang,
                     const struct lewis_team_figures *figures, size_t member,
                     size_t k, size_t count);

#endif
