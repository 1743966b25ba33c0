/* lewis/nearness.h - which reference points stand near a profile, and which of
 * them the answers cannot tell apart from it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LEWIS_NEARNESS_H
#define LEWIS_NEARNESS_H

#include <stdbool.h>
#include <stddef.h>

#include <lewis/country.h>
#include <lewis/score.h>

LEWIS_BEGIN

struct lewis_nearness {
    size_t place;    /* of the atlas */
    double distance; /* from the profile, in sides */
    bool open;       /* cannot be told apart: the place is in the region, or
                        nearer to it than one step of the figure (1/8 of a side
                        for ordinal points; for measured ones their own
                        standard error, 1.645 sd / sqrt(n)) */
};

/* All places of the atlas, nearest first (ties in the file's order), into
 * 'near', which has room for lewis_atlas_place_count() of them. Returns how
 * many: 0 for a score without a profile. */
LEWIS_API size_t lewis_nearness(const struct lewis_atlas *atlas,
                                const struct lewis_score *score,
                                struct lewis_nearness near[]);

LEWIS_END

#endif
