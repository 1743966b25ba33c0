/* lewis/score.h - from answers to a profile, and how sure it is.
 *
 * Rating banks. An item's POMP (proportion of maximum possible; Cohen, Cohen,
 * Aiken & West 1999, Multivariate Behavioral Research 34:315) is
 * (x - lo) / (hi - lo), reversed items first turned to lo + hi - x, with lo and
 * hi from the bank. A style's score is the mean POMP of its answered items; the
 * profile is the three scores divided by their sum.
 *
 * Choice banks. The profile is the vector of worths w of the Luce /
 * Plackett-Luce model (Luce 1959; Plackett 1975, Applied Statistics 24:193):
 * P(i first from A) = w_i / sum over j in A of w_j, sum w = 1. A pick is one
 * choice from its options; a ranking is a choice of the first from all, then of
 * the next from those left. 'prior' first choices are added for each style
 * (0.5: Jeffreys), which keeps every share above 0.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LEWIS_SCORE_H
#define LEWIS_SCORE_H

#include <stdbool.h>
#include <stddef.h>

#include <lewis/answers.h>
#include <lewis/bank.h>
#include <lewis/error.h>
#include <lewis/style.h>

LEWIS_BEGIN

enum lewis_status {
    LEWIS_SCORED,     /* "ok" */
    LEWIS_INCOMPLETE, /* "incomplete": no profile, see reason */
    LEWIS_REFUSED,    /* "refused": the row holds something that is no answer */
    LEWIS_EXCLUDED    /* "excluded": its quality calls for caution, and the user
                         asked to leave such rows out */
};

enum lewis_reason {
    LEWIS_REASON_NONE,
    LEWIS_TOO_FEW_ANSWERS, /* under the bank's min-answered */
    LEWIS_ALL_ZERO,        /* every style at its lowest: no direction at all */
    LEWIS_NO_CHOICES       /* nothing answered, and no prior */
};

struct lewis_score_options {
    double prior;        /* first choices added per style, >= 0 */
    double level;        /* of the region, 0..1 exclusive */
    double min_answered; /* 0..1; below 0: the bank's own */
};

/* prior 0.5, level 0.90, the bank's own min_answered. */
LEWIS_API struct lewis_score_options lewis_score_defaults(void);

/* Choices between styles, counted: what a Luce / Plackett-Luce estimate is
 * made from. Counts may be fractions; the prior is among the first choices. */
struct lewis_choices {
    double first[LEWIS_STYLES];              /* i chosen from all three */
    double win[LEWIS_STYLES][LEWIS_STYLES];  /* i chosen from i and j */
};

/* The set of profiles p that the answers do not contradict at the level asked
 * for, around 'center', inside the triangle:
 *
 *   LEWIS_REGION_SCORE       picks, points: sum of n (center_i - p_i)^2 / p_i
 *                            <= radius2, the score (Pearson) region, with
 *                            center the plain shares of the n picks
 *   LEWIS_REGION_LIKELIHOOD  rankings, pairs: 2 (l(center) - l(p)) <= radius2,
 *                            l the log-likelihood of the choices
 *   LEWIS_REGION_ELLIPSE     ratings: (p - center)' covariance^-1 (p - center)
 *                            <= radius2
 *
 * radius2 is the chi-square quantile with 2 degrees of freedom. Where there are
 * split choices (points, pairs) n and the choices are over their dispersion
 * phi, the squares found around the shares over those that whole choices would
 * make (Wedderburn 1974, Biometrika 61:439), and radius2 is 2 F with 2 and m
 * degrees of freedom, but the region is never larger than with phi 1.
 *
 * Ratings: V = J E J' with J = (I - p 1') / sum s, E diagonal, variance / k:
 * the variance of the POMPs within the person pooled over the styles, or the
 * style's own drawn toward it with 20 degrees of freedom (Smyth 2004) when that
 * is larger, and not below step^2 / 12; radius2 is 2 F with 2 and m = sum
 * (k - 1) degrees of freedom, 2 F = m ((1 - level)^(-2 / m) - 1).
 *
 * `make check-coverage' holds how often the region has the truth in it. */
enum lewis_region_kind {
    LEWIS_REGION_SCORE,
    LEWIS_REGION_LIKELIHOOD,
    LEWIS_REGION_ELLIPSE
};

struct lewis_region {
    enum lewis_region_kind kind;
    double center[LEWIS_STYLES];
    double radius2;
    double n; /* LEWIS_REGION_SCORE: picks, over their dispersion */
    struct lewis_choices choices; /* of choice banks, with the prior; over
                                     their dispersion */
    double covariance[3]; /* of the shares: var L, cov LM, var M; the rest
                             follows, since shares sum to 1 */
};

struct lewis_score {
    enum lewis_status status;
    enum lewis_reason reason;
    double share[LEWIS_STYLES]; /* the profile; NaN unless scored */
    double low[LEWIS_STYLES], high[LEWIS_STYLES]; /* 0..1; NaN unless scored */
    struct lewis_point point;                     /* NaN unless scored */
    unsigned styles; /* bit i set: style i may be the first one, as far as the
                        region tells; one bit: a clear lead; three: balanced */
    bool rough;      /* under 4 items of some style: the region is a guess */
    bool few;        /* under 6 choices, or 2 ratings of some style */
    size_t answered, missing;      /* items */
    double source[LEWIS_STYLES];   /* choice: first choices; rating: mean POMP
                                      of each style (NaN when none answered) */
    struct lewis_region region;
};

/* A bank made ready for scoring. Safe to use from several threads at once. */
struct lewis_key;

/* Returns a key the caller frees with lewis_key_free(), or NULL with *error
 * set: ENOMEM, EINVALID (an option out of its range). The bank must outlive
 * the key. */
LEWIS_API struct lewis_key *
lewis_key_new(const struct lewis_bank *bank,
              const struct lewis_score_options *options,
              struct lewis_error *error);
LEWIS_API void lewis_key_free(struct lewis_key *key);

/* The same for the items of one section (its index), a topic: other items are
 * passed over. lewis_score_answers() takes the whole sheet all the same. */
LEWIS_API struct lewis_key *
lewis_key_new_topic(const struct lewis_bank *bank, size_t section,
                    const struct lewis_score_options *options,
                    struct lewis_error *error);

/* Scores one sheet: 'answer' has one entry per item of the bank. Never fails;
 * what cannot be scored says so in score->status. */
LEWIS_API void lewis_score_answers(const struct lewis_key *key,
                                   const struct lewis_answer *answer,
                                   struct lewis_score *score);

/* A score that says "refused" and holds no number. */
LEWIS_API void lewis_score_refuse(struct lewis_score *score);

/* A score that was excluded: its numbers are emptied. */
LEWIS_API void lewis_score_exclude(struct lewis_score *score);

/* "ok", "incomplete", "refused", "excluded". Never translated. */
LEWIS_API const char *lewis_status_keyword(enum lewis_status status);

/* What 'styles' says, as a keyword: "linear", "multi", "reactive",
 * "linear-multi", "linear-reactive", "multi-reactive", "balanced"; "" for 0. */
LEWIS_API const char *lewis_styles_keyword(unsigned styles);

/* True when the region holds the profile 'share'. */
LEWIS_API bool lewis_region_holds(const struct lewis_region *region,
                                  const double share[LEWIS_STYLES]);

/* The region's edge as 'count' points, evenly spread in direction as seen from
 * the centre, counter-clockwise, clipped to the triangle. */
LEWIS_API void lewis_region_curve(const struct lewis_region *region,
                                  struct lewis_point point[], size_t count);

LEWIS_END

#endif
