/* worth.h - the Luce / Plackett-Luce model of three styles.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_WORTH_H
#define SCORE_WORTH_H

#include <stdbool.h>

#include <lewis/score.h>

struct worth {
    double share[LEWIS_STYLES]; /* w, sum 1 */
    double covariance[3];       /* of w: var L, cov LM, var M */
    /* of the log-worths, on the plane where they sum to 0 (the Moore-Penrose
     * inverse of the information): the variance of ln(w_i / w_j) is
     * inverse[i][i] + inverse[j][j] - 2 inverse[i][j]; infinite on the
     * diagonal when a worth is 0 */
    double inverse[LEWIS_STYLES][LEWIS_STYLES];
};

/* The choices as the likelihood sees them. */
struct worth_sums {
    double win[LEWIS_STYLES];  /* choices won by i, from two or three */
    double pair[LEWIS_STYLES]; /* choices from the two styles that are not i */
    double first;              /* choices from all three */
};

void worth_sum(const struct lewis_choices *choices, struct worth_sums *sums);

/* The maximum of the likelihood, by Newton's method on the log-worths (the
 * likelihood is concave in them; Hunter 2004, Annals of Statistics 32:384), to
 * 1e-10 in every share; covariance J I^-1 J' with the observed information I
 * and J = diag(w) - w w'. A style that is beaten without exception (possible
 * only without a prior) gets share 0. False when there is no choice at all. */
bool worth_fit(const struct lewis_choices *choices, struct worth *worth);

/* The log-likelihood of the choices at shares p; -infinity where something
 * that was chosen has share 0. */
double worth_likelihood(const struct lewis_choices *choices,
                        const double p[LEWIS_STYLES]);

#endif
