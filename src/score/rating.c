/* rating.c - rating banks: POMP, closure, delta method.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "score/key.h"
#include "score/region.h"

enum { N = LEWIS_STYLES, FEW_ITEMS = 4, VERY_FEW = 2 };

static const double POOLED_DF = 20; /* what the pooled variance counts for */

/* The POMPs of one style's answered items, each with the weight of its key
 * (1 as a rule). */
struct tally {
    size_t n;
    double weight, weight2;  /* sums of the weights and of their squares */
    double sum, squares;     /* weighted */
    double rounding; /* weighted variances that rounding to a step leaves */
};

static double
pomp(const struct key_item *item, int x)
{
    return (item->reverse ? item->hi - x : x - item->lo) / item->span;
}

static void
tally_add(struct tally *tally, const struct key_item *item, int x)
{
    double y = pomp(item, x), w = item->weight;

    tally->n++;
    tally->weight += w;
    tally->weight2 += w * w;
    tally->sum += w * y;
    tally->squares += w * y * y;
    tally->rounding += w / (12 * item->span * item->span);
}

/* As many equally weighted items as these are worth (Kish 1965, Survey
 * Sampling): their number when all weights are the same. */
static double
effective_items(const struct tally *tally)
{
    return tally->weight * tally->weight / tally->weight2;
}

/* Squares of the POMPs around their style's mean. */
static double
squares_within(const struct tally *tally)
{
    double w = tally->weight, mean = tally->sum / w;

    return fmax(0, effective_items(tally) *
                       (tally->squares / w - mean * mean));
}

/* The POMPs' variance within the styles, pooled over them, and its degrees of
 * freedom: a few items of one style tell little of it. */
static double
pooled_variance(const struct tally tally[N], double *df)
{
    double squares = 0;

    *df = 0;
    for (int s = 0; s < N; s++) {
        squares += squares_within(&tally[s]);
        *df += effective_items(&tally[s]) - 1;
    }
    return *df > 1e-9 ? squares / *df : 0;
}

/* The variance of the style's mean: the pooled variance, or the style's own
 * drawn toward the pooled one when that is larger (Smyth 2004, Statistical
 * Applications in Genetics and Molecular Biology 3:3), over the number of
 * items; never less than the rounding to the scale's steps leaves (uniform,
 * step^2 / 12): the same answer everywhere is not certainty. */
static double
error_variance(const struct tally *tally, double pooled)
{
    double n = effective_items(tally);
    double own = (squares_within(tally) + POOLED_DF * pooled) /
                 (n - 1 + POOLED_DF);

    return fmax(fmax(pooled, own), tally->rounding / tally->weight) / n;
}

/* V = J E J' with J = (I - p 1') / T: its first two rows and columns. */
static void
delta_method(const double p[N], const double e[N], double total, double v[3])
{
    double all = e[0] + e[1] + e[2], t2 = total * total;

    v[0] = (e[0] - 2 * p[0] * e[0] + p[0] * p[0] * all) / t2;
    v[1] = (-p[1] * e[0] - p[0] * e[1] + p[0] * p[1] * all) / t2;
    v[2] = (e[1] - 2 * p[1] * e[1] + p[1] * p[1] * all) / t2;
}

static bool
enough(const struct lewis_key *key, const struct tally tally[N])
{
    for (int s = 0; s < N; s++)
        if (tally[s].n < key->needed[s] || tally[s].n == 0)
            return false;
    return true;
}

static void
set_region(const struct lewis_key *key, const struct tally tally[N],
           double total, struct lewis_score *score)
{
    struct lewis_region *region = &score->region;
    double error[N], m, pooled = pooled_variance(tally, &m);

    region->kind = LEWIS_REGION_ELLIPSE;
    for (int s = 0; s < N; s++) {
        region->center[s] = score->share[s];
        error[s] = error_variance(&tally[s], pooled);
        score->rough = score->rough || tally[s].n < FEW_ITEMS;
        score->few = score->few || tally[s].n < VERY_FEW;
    }
    delta_method(score->share, error, total, region->covariance);
    region->radius2 = key->step != NULL ? key->two_f[(size_t)m]
                                        : region_two_f(key->level, m);
}

static void
tally_items(const struct lewis_key *key, const struct lewis_answer *answer,
            struct tally tally[N], struct lewis_score *score)
{
    for (size_t i = 0; i < key->count; i++)
        if (answer[i].count > 0 && !key->item[i].passed) {
            tally_add(&tally[key->item[i].style], &key->item[i],
                      answer[i].value);
            score->answered++;
        }
}

struct quality_sum
rating_half(const struct lewis_key *key, const struct key_sum *sum)
{
    return (struct quality_sum){(double)sum->steps / key->steps,
                                (double)sum->n};
}

/* From the sources to the shares. False: there is no profile, and why is told.
 */
static bool
close_shares(struct lewis_score *score, bool enough, double *total)
{
    *total = score->source[0] + score->source[1] + score->source[2];
    if (!enough) {
        score_drop(score, LEWIS_TOO_FEW_ANSWERS);
        return false;
    }
    if (!(*total > 0)) {
        score_drop(score, LEWIS_ALL_ZERO);
        return false;
    }
    for (int s = 0; s < N; s++)
        score->share[s] = score->source[s] / *total;
    return true;
}

static void
score_tally(const struct lewis_key *key, const struct tally tally[N],
            struct lewis_score *score, bool region)
{
    double total;

    for (int s = 0; s < N; s++)
        score->source[s] = tally[s].sum / tally[s].weight;
    if (!close_shares(score, enough(key, tally), &total))
        return;
    if (region)
        set_region(key, tally, total, score);
    score_finish(score, region);
}

/* The same as tally_items() from whole numbers, but for score->answered. */
static void
tally_sums(const struct lewis_key *key, const struct key_sum sum[N],
           struct tally tally[N])
{
    const double part = 1 / key->steps; /* a power of two */

    for (int s = 0; s < N; s++) {
        double n = (double)sum[s].n;
        tally[s] = (struct tally){
            .n = sum[s].n,
            .weight = n,
            .weight2 = n,
            .sum = (double)sum[s].steps * part,
            .squares = (double)sum[s].squares * part * part,
            .rounding = key->rounding[sum[s].n],
        };
    }
}

/* Shares alone, without a tally. */
static void
score_shares(const struct lewis_key *key, const struct key_sum sum[N],
             struct lewis_score *score)
{
    bool enough = true;
    double total;

    for (int s = 0; s < N; s++) {
        enough = enough && sum[s].n >= key->needed[s] && sum[s].n > 0;
        score->source[s] =
            (double)sum[s].steps / key->steps / (double)sum[s].n;
    }
    if (close_shares(score, enough, &total))
        score_finish(score, false);
}

void
rating_score_sums(const struct lewis_key *key, const struct key_sum sum[N],
                  struct lewis_score *score, bool region)
{
    struct tally tally[N];

    for (int s = 0; s < N; s++)
        score->answered += sum[s].n;
    if (!region) {
        score_shares(key, sum, score);
        return;
    }
    tally_sums(key, sum, tally);
    score_tally(key, tally, score, region);
}

static void
score_steps(const struct lewis_key *key, const struct lewis_answer *answer,
            struct lewis_score *score, bool region)
{
    struct key_sum sum[N + 1] = {{0}};

    for (size_t i = 0; i < key->count; i++) {
        const struct key_step *step = &key->step[i];
        struct key_sum *of = &sum[step->style];
        uint64_t x = key_steps(step, answer[i].value);
        uint64_t one = answer[i].count > 0;
        of->n += one;
        of->steps += one * x;
        of->squares += one * x * x;
    }
    rating_score_sums(key, sum, score, region);
}

void
rating_score(const struct lewis_key *key, const struct lewis_answer *answer,
             struct lewis_score *score, bool region)
{
    struct tally tally[N] = {{0}};

    if (key->step != NULL) {
        score_steps(key, answer, score, region);
        return;
    }
    tally_items(key, answer, tally, score);
    score_tally(key, tally, score, region);
}
