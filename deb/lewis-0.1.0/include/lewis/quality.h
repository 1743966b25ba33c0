/* lewis/quality.h - is an answer sheet to be trusted? Values and flags.
 *
 * Nothing here proves carelessness, and nothing is dropped because of it unless
 * the user asks. Strong evidence: failed attention checks, and seconds an item
 * where they are known. Weak evidence: long runs of one answer and little
 * spread, which people who are simply of one mind show too (Behavior Research
 * Methods 2024, doi 10.3758/s13428-024-02484-3, found both no better than
 * chance in most conditions). In between: contradiction between two halves of
 * the sheet.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LEWIS_QUALITY_H
#define LEWIS_QUALITY_H

#include <stdbool.h>
#include <stddef.h>

#include <lewis/score.h>

LEWIS_BEGIN

/* One bit each. */
enum lewis_flag {
    LEWIS_FLAG_RUN = 1,           /* at least half of the items, and 6, in a
                                     row got the same answer; weak */
    LEWIS_FLAG_SPREAD = 2,        /* ratings: SD under a tenth of the scale's
                                     length; weak */
    LEWIS_FLAG_MODE = 4,          /* four of five answers are the same; weak */
    LEWIS_FLAG_MISSING = 8,       /* more than a tenth left out */
    LEWIS_FLAG_CHECK = 16,        /* an attention check failed; strong */
    LEWIS_FLAG_CONTRADICTION = 32 /* the two halves differ as chance does less
                                     than once in a hundred sheets */
};
enum { LEWIS_FLAGS = 6 };

struct lewis_quality {
    size_t run;       /* longest run of one answer, in the bank's order; a
                         missing answer ends a run */
    double spread;    /* SD of the raw ratings, as a part of the scale's length
                         (0..0.5 and a little); NaN for choices, or under 2 */
    double mode;      /* part of the answers that are the most frequent one;
                         NaN when none is given */
    double missing;   /* part of the items left out, 0..1 */
    size_t failed;    /* attention checks answered wrongly */
    double halves;    /* distance of the profiles of odd and even items, in
                         sides of the triangle; NaN unless scored */
    double halves_p;  /* chance of such a distance or more; NaN unless scored */
    unsigned flags;   /* bits of enum lewis_flag */
    bool caution;     /* two flags, or a failed check */
};

/* The quality of a sheet that was scored with the same key.
 *
 * The halves are the odd and the even items, of all (choices) or of each style
 * (ratings), in the bank's order. Choices: the score test of homogeneity (Rao
 * 1948, Proceedings of the Cambridge Philosophical Society 44:50). With U half
 * the difference of the two halves' gradients of the log-likelihood, at the
 * estimate of the whole, and I the information of the whole, 4 U' I^-1 U is
 * chi-square with 2 degrees of freedom, and 4 J I^-1 U is the difference of the
 * half-profiles to first order. Ratings: the two half-profiles are computed;
 * each has about twice the covariance V of the whole, so that with d their
 * difference d' V^-1 d / 8 is F with 2 and m = sum (k - 1) degrees of freedom. */
LEWIS_API void lewis_quality_of(const struct lewis_key *key,
                                const struct lewis_answer *answer,
                                const struct lewis_score *score,
                                struct lewis_quality *quality);

/* The word of one flag: "run", "spread", "mode", "missing", "check",
 * "contradiction". */
LEWIS_API const char *lewis_flag_keyword(enum lewis_flag flag);

LEWIS_END

#endif
