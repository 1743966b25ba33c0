/* faultline.h - the best way to part a team in two, and whether that is more
 * than chance.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEAM_FAULTLINE_H
#define TEAM_FAULTLINE_H

#include "team/people.h"
#include "team/privacy.h"

enum { FAULTLINE_DRAWS = 999, FAULTLINE_DRAWS_MANY = 199 };

/* The sides get centres as far as privacy allows beside what is shown. The
 * members' sides are set in 'member_side' by the crowd's indexes of members
 * (NULL: not wanted). */
struct lewis_faultline faultline_of(const struct crowd *crowd,
                                    const struct lewis_spread *spread,
                                    double level, bool anonymous,
                                    struct privacy *privacy);

/* What the best split of 'n' normal people comes to when their standard
 * deviations are major and minor: 'draws' values, sorted. False on ENOMEM. */
bool faultline_null(size_t n, size_t least, double major, double minor,
                    size_t draws, double value[], struct arena *arena);

/* Mean silhouette (Rousseeuw 1987, J. Comput. Appl. Math. 20:53); alone on a
 * side counts 0. */
double faultline_silhouette(const struct lewis_point point[],
                            const unsigned char side[], size_t n);

#endif
