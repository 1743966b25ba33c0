/* quality.h - what the quality of a sheet is judged by.
 *
 * Whoever has the answers in another shape than a sheet's counts the signs
 * himself; both ways come to the same.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_QUALITY_H
#define SCORE_QUALITY_H

#include <lewis/quality.h>

/* Of one style's ratings: the keyed ones as parts of the scale, added up, and
 * how many they are (their weights). */
struct quality_sum {
    double sum, weight;
};

struct quality_signs {
    size_t run;    /* longest, of one answer */
    size_t most;   /* how often the most frequent answer was given */
    size_t failed; /* attention checks */
    double spread; /* of ratings, quality_spread(); NaN of choices */
    /* the halves of a scored sheet */
    struct quality_sum rating[2][LEWIS_STYLES];
    struct lewis_choices choices[2];
};

/* The SD of n ratings as parts of the scale's length, from their sum and that
 * of their squares; NaN under 2. */
double quality_spread(double n, double sum, double squares);

void quality_judge(const struct lewis_key *key,
                   const struct quality_signs *signs,
                   const struct lewis_score *score,
                   struct lewis_quality *quality);

#endif
