/* key.h - a bank made ready for scoring.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_KEY_H
#define SCORE_KEY_H

#include <stdint.h>

#include <lewis/score.h>

#include "score/quality.h"

struct key_item {
    enum lewis_form form;
    bool passed; /* not scored: an attention check, or of another topic */
    /* rate */
    enum lewis_style style;
    int lo, hi;
    int expect; /* check */
    bool reverse;
    double span;   /* hi - lo */
    double weight; /* of the key */
    /* pick, rank, points, pair */
    int total, places;
    size_t options;
    enum lewis_style option_style[LEWIS_OPTIONS];
};

/* A rating whose POMPs are exact binary fractions: times * x + plus is a whole
 * number of steps from the low end. */
struct key_step {
    int16_t plus;
    int8_t times;
    uint8_t style; /* LEWIS_STYLES: passed */
};

/* How many steps an answer is. */
static inline unsigned
key_steps(const struct key_step *step, int value)
{
    return (unsigned)(step->times * value + step->plus);
}

/* The answers of one style: how many, their steps, and those squared. */
struct key_sum {
    uint64_t n, steps, squares;
};

struct lewis_key {
    enum lewis_bank_kind kind;
    double prior, level, radius2; /* radius2: chi-square, 2 df */
    size_t needed[LEWIS_STYLES];  /* answers: of each style, rating bank */
    size_t needed_all;            /* of all items, choice bank */
    size_t count;  /* items, the checks among them */
    size_t scored; /* items without the checks */
    bool orders; /* only rankings of the three styles, and under 1024 of them */
    /* Where every rating has the same 2, 4, 8 ... 256 steps and weight 1, sums
     * of POMPs are exact and may be made in whole numbers; else NULL. */
    struct key_step *step;
    double steps;     /* of the scale */
    double *rounding; /* what n items of a style sum up to, n = 0 .. count */
    double *two_f;    /* of the region with m degrees of freedom, the same */
    struct key_item item[];
};

struct score_memo;

/* lewis_score_answers(); 'memo' may be NULL. Without 'region' low, high, styles,
 * rough, few and region are not set. */
void score_answers(const struct lewis_key *key,
                   const struct lewis_answer *answer, struct score_memo *memo,
                   struct lewis_score *score, bool region);

/* The same for a rating bank whose answers are counted in steps (key->step):
 * the sums of each style's answers. With 'region' it is all of
 * lewis_score_answers(); without it squares are not looked at. */
void score_sums(const struct lewis_key *key,
                const struct key_sum sum[LEWIS_STYLES],
                struct lewis_score *score, bool region);

/* The same where key->orders, the rankings counted by their order of the styles:
 * order[2 s] of them are s, s + 1, s + 2 (from 0 again behind the last), and
 * order[2 s + 1] are s, s + 2, s + 1. */
enum { SCORE_ORDERS = 2 * LEWIS_STYLES };
void score_orders(const struct lewis_key *key,
                  const size_t order[SCORE_ORDERS], struct score_memo *memo,
                  struct lewis_score *score, bool region);

/* choice.c: which of them it is when the options 'first' and 'second' of an item
 * come before the third. */
size_t choice_order(const struct key_item *item, size_t first, size_t second);

/* choice.c: what such rankings choose; how many they are. */
size_t choice_orders(const size_t order[SCORE_ORDERS],
                     struct lewis_choices *choices);

/* choice.c: they will be scored next; 'memo' is not NULL. */
void choice_announce(const size_t order[SCORE_ORDERS],
                     const struct score_memo *memo);

/* rating.c */
struct quality_sum rating_half(const struct lewis_key *key,
                               const struct key_sum *sum);
void rating_score_sums(const struct lewis_key *key,
                       const struct key_sum sum[LEWIS_STYLES],
                       struct lewis_score *score, bool region);

/* rating.c, choice.c: fill in everything of a score but answered, missing and
 * what status "incomplete" clears. */
void rating_score(const struct lewis_key *key,
                  const struct lewis_answer *answer,
                  struct lewis_score *score, bool region);
void choice_score(const struct lewis_key *key,
                  const struct lewis_answer *answer, struct score_memo *memo,
                  struct lewis_score *score, bool region);
void choice_score_orders(const struct lewis_key *key, const size_t order[],
                         struct score_memo *memo, struct lewis_score *score,
                         bool region);

/* choice.c: adds the choices that one answer makes, and its first choice (split
 * where the answer is) to 'source'. */
void choice_add(struct lewis_choices *choices, double source[LEWIS_STYLES],
                const struct key_item *item,
                const struct lewis_answer *answer);

/* Ends a score that got its share, and with 'region' its region and
 * region->radius2. */
void score_finish(struct lewis_score *score, bool region);

/* Makes a score incomplete for that reason. */
void score_drop(struct lewis_score *score, enum lewis_reason reason);

#endif
