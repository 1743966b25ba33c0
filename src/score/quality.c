/* quality.c - is an answer sheet to be trusted?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdint.h>
#include <string.h>

#include <lewis/quality.h>

#include "score/key.h"
#include "score/quality.h"

enum { N = LEWIS_STYLES, LEAST_RUN = 6, KINDS = 2048, PLACES = 256 };

static const uint64_t NO_CODE = UINT64_MAX;
static const double LITTLE_SPREAD = 0.1;
static const double MUCH_THE_SAME = 0.8;
static const double MANY_MISSING = 0.1;
static const double RARE = 0.01;

/* An answer as one number: two answers are the same when they would look the
 * same in a cell. */
static uint64_t
code_of(const struct lewis_answer *answer)
{
    return (uint64_t)(uint16_t)answer->value |
           (uint64_t)answer->count << 16 | (uint64_t)answer->part[0] << 24 |
           (uint64_t)answer->part[1] << 32 | (uint64_t)answer->part[2] << 40;
}

/* How often each answer was given: most have a place of their own in a table,
 * the others stand in a list. */
struct kinds {
    uint16_t letters[PLACES], numbers[PLACES];
    uint64_t code[KINDS];
    size_t seen[KINDS], count, most;
};

static size_t
count_listed(struct kinds *kinds, uint64_t code)
{
    size_t k = 0;

    while (k < kinds->count && kinds->code[k] != code)
        k++;
    if (k == KINDS)
        return 0;
    if (k == kinds->count) {
        kinds->code[k] = code;
        kinds->seen[k] = 0;
        kinds->count++;
    }
    return ++kinds->seen[k];
}

static void
count_kind(struct kinds *kinds, const struct key_item *item,
           const struct lewis_answer *answer, uint64_t code)
{
    size_t seen, place;

    if (item->form == LEWIS_PICK || item->form == LEWIS_RANK) {
        place = answer->part[0] | (size_t)answer->part[1] << 2 |
                (size_t)answer->part[2] << 4 | (size_t)answer->count << 6;
        seen = ++kinds->letters[place];
    } else if (item->form != LEWIS_POINTS &&
               (place = (size_t)(answer->value - item->lo)) < PLACES) {
        seen = ++kinds->numbers[place];
    } else {
        seen = count_listed(kinds, code);
    }
    kinds->most = seen > kinds->most ? seen : kinds->most;
}

/* The longest run of one answer, and how often the most frequent was given. */
static size_t
longest_run(const struct lewis_key *key, const struct lewis_answer *answer,
            size_t *most)
{
    struct kinds kinds;
    uint64_t last = NO_CODE;
    size_t run = 0, longest = 0;

    memset(kinds.letters, 0, sizeof kinds.letters);
    memset(kinds.numbers, 0, sizeof kinds.numbers);
    kinds.count = kinds.most = 0;
    for (size_t i = 0; i < key->count; i++) {
        if (key->item[i].passed)
            continue;
        if (answer[i].count == 0) {
            last = NO_CODE;
            continue;
        }
        uint64_t code = code_of(&answer[i]);
        run = code == last ? run + 1 : 1;
        longest = run > longest ? run : longest;
        last = code;
        count_kind(&kinds, &key->item[i], &answer[i], code);
    }
    *most = kinds.most;
    return longest;
}

double
quality_spread(double n, double sum, double squares)
{
    return n < 2 ? NAN : sqrt(fmax(0, squares - sum * sum / n) / (n - 1));
}

/* Of the raw ratings. */
static double
raw_spread(const struct lewis_key *key, const struct lewis_answer *answer)
{
    double n = 0, sum = 0, squares = 0;

    for (size_t i = 0; i < key->count; i++) {
        const struct key_item *item = &key->item[i];
        if (item->passed || answer[i].count == 0)
            continue;
        double x = (answer[i].value - item->lo) / item->span;
        n++;
        sum += x;
        squares += x * x;
    }
    return quality_spread(n, sum, squares);
}

static size_t
failed_checks(const struct lewis_key *key, const struct lewis_answer *answer)
{
    size_t failed = 0;

    for (size_t i = 0; i < key->count; i++)
        failed += key->item[i].form == LEWIS_CHECK && answer[i].count > 0 &&
                  answer[i].value != key->item[i].expect;
    return failed;
}

/* The gradient of the log-likelihood in the log-worths, at shares w. */
static void
gradient(const struct lewis_choices *c, const double w[N], double g[N])
{
    double n = c->first[0] + c->first[1] + c->first[2];

    for (int i = 0; i < N; i++) {
        g[i] = c->first[i] - n * w[i];
        for (int j = 0; j < N; j++) {
            double pair = c->win[i][j] + c->win[j][i];
            if (i != j && pair > 0)
                g[i] += c->win[i][j] - pair * w[i] / (w[i] + w[j]);
        }
    }
}

/* The information in the first two log-worths, the third held at 0. */
static void
information(const struct lewis_choices *c, const double w[N],
            double matrix[2][2])
{
    double n = c->first[0] + c->first[1] + c->first[2];

    for (int i = 0; i < 2; i++) {
        matrix[i][i] = n * w[i] * (1 - w[i]);
        matrix[i][1 - i] = -n * w[0] * w[1];
    }
    for (int i = 0; i < N; i++)
        for (int j = i + 1; j < N; j++) {
            double pair = c->win[i][j] + c->win[j][i];
            double p = pair > 0 ? w[i] / (w[i] + w[j]) : 0;
            double v = pair * p * (1 - p);
            matrix[i][i] += v;
            if (j < 2) {
                matrix[j][j] += v;
                matrix[0][1] -= v;
                matrix[1][0] -= v;
            }
        }
}

/* The halves' distance and its chance from U and I. */
static void
hold_choices(const double u[N], const double matrix[2][2], const double w[N],
             struct lewis_quality *quality)
{
    double det = matrix[0][0] * matrix[1][1] - matrix[0][1] * matrix[1][0];
    double theta[N] = {0}, mean = 0, sum = 0;

    if (!(det > 0))
        return;
    theta[0] = 4 * (matrix[1][1] * u[0] - matrix[0][1] * u[1]) / det;
    theta[1] = 4 * (matrix[0][0] * u[1] - matrix[1][0] * u[0]) / det;
    quality->halves_p = exp(-(u[0] * theta[0] + u[1] * theta[1]) / 2);
    for (int i = 0; i < N; i++)
        mean += w[i] * theta[i];
    for (int i = 0; i < N; i++) {
        double d = w[i] * (theta[i] - mean);
        sum += d * d;
    }
    quality->halves = fmin(1, sqrt(sum / 2));
}

static void
compare_choices(const struct lewis_key *key,
                const struct quality_signs *signs,
                const struct lewis_score *score,
                struct lewis_quality *quality)
{
    const struct lewis_choices *half = signs->choices;
    struct lewis_choices whole = half[0];
    double g[2][N], u[N], matrix[2][2];

    for (int i = 0; i < N; i++) {
        whole.first[i] += half[1].first[i] + key->prior;
        for (int j = 0; j < N; j++)
            whole.win[i][j] += half[1].win[i][j];
    }
    gradient(&half[0], score->share, g[0]);
    gradient(&half[1], score->share, g[1]);
    for (int i = 0; i < N; i++)
        u[i] = (g[0][i] - g[1][i]) / 2;
    information(&whole, score->share, matrix);
    hold_choices(u, matrix, score->share, quality);
}

/* Profile of one half of the ratings; false when it has none. */
static bool
half_profile(const struct quality_sum half[N], double p[N])
{
    double total = 0;

    for (int s = 0; s < N; s++)
        total += p[s] = half[s].sum / half[s].weight;
    for (int s = 0; s < N; s++)
        p[s] /= total;
    return total > 0;
}

static void
compare_ratings(const struct quality_signs *signs,
                const struct lewis_score *score,
                struct lewis_quality *quality)
{
    const double *v = score->region.covariance;
    double p[2][N], m = (double)score->answered - N;

    if (!half_profile(signs->rating[0], p[0]) ||
        !half_profile(signs->rating[1], p[1]) || m <= 0)
        return;
    double x = p[0][0] - p[1][0], y = p[0][1] - p[1][1];
    double f = (v[2] * x * x - 2 * v[1] * x * y + v[0] * y * y) /
               (v[0] * v[2] - v[1] * v[1]) / 8;
    quality->halves = sqrt((x * x + y * y + (x + y) * (x + y)) / 2);
    quality->halves_p = pow(1 + 2 * f / m, -m / 2);
}

static unsigned
raise_flags(const struct lewis_score *score,
            const struct lewis_quality *quality)
{
    unsigned flags = 0;

    if (quality->run >= LEAST_RUN && 2 * quality->run >= score->answered)
        flags |= LEWIS_FLAG_RUN;
    if (quality->spread < LITTLE_SPREAD)
        flags |= LEWIS_FLAG_SPREAD;
    if (score->answered >= LEAST_RUN && quality->mode >= MUCH_THE_SAME)
        flags |= LEWIS_FLAG_MODE;
    if (quality->missing > MANY_MISSING)
        flags |= LEWIS_FLAG_MISSING;
    if (quality->failed > 0)
        flags |= LEWIS_FLAG_CHECK;
    if (quality->halves_p < RARE)
        flags |= LEWIS_FLAG_CONTRADICTION;
    return flags;
}

void
quality_judge(const struct lewis_key *key, const struct quality_signs *signs,
              const struct lewis_score *score, struct lewis_quality *quality)
{
    quality->run = signs->run;
    quality->spread = signs->spread;
    quality->mode = score->answered == 0
                        ? NAN
                        : (double)signs->most / (double)score->answered;
    quality->missing = key->scored == 0 ? 0
                                        : (double)score->missing /
                                              (double)key->scored;
    quality->failed = signs->failed;
    quality->halves = quality->halves_p = NAN;
    if (score->status == LEWIS_SCORED) {
        if (key->kind == LEWIS_BANK_RATING)
            compare_ratings(signs, score, quality);
        else
            compare_choices(key, signs, score, quality);
    }
    quality->flags = raise_flags(score, quality);
    quality->caution =
        (quality->flags & (quality->flags - 1)) != 0 || quality->failed > 0;
}

static void
halve_choices(const struct lewis_key *key, const struct lewis_answer *answer,
              struct lewis_choices half[2])
{
    double source[N] = {0};
    size_t n = 0;

    for (size_t i = 0; i < key->count; i++) {
        if (key->item[i].passed)
            continue;
        if (answer[i].count > 0)
            choice_add(&half[n % 2], source, &key->item[i], &answer[i]);
        n++;
    }
}

static void
halve_ratings(const struct lewis_key *key, const struct lewis_answer *answer,
              struct quality_sum half[2][N])
{
    size_t seen[N] = {0};

    for (size_t i = 0; i < key->count; i++) {
        const struct key_item *item = &key->item[i];
        int x = answer[i].value;
        if (item->passed)
            continue;
        struct quality_sum *to =
            &half[seen[item->style]++ % 2][item->style];
        if (answer[i].count == 0)
            continue;
        to->sum += item->weight *
                   (item->reverse ? item->hi - x : x - item->lo) / item->span;
        to->weight += item->weight;
    }
}

void
lewis_quality_of(const struct lewis_key *key,
                 const struct lewis_answer *answer,
                 const struct lewis_score *score,
                 struct lewis_quality *quality)
{
    bool rating = key->kind == LEWIS_BANK_RATING;
    struct quality_signs signs = {0};

    signs.run = longest_run(key, answer, &signs.most);
    signs.spread = rating ? raw_spread(key, answer) : NAN;
    signs.failed = failed_checks(key, answer);
    if (score->status == LEWIS_SCORED && rating)
        halve_ratings(key, answer, signs.rating);
    else if (score->status == LEWIS_SCORED)
        halve_choices(key, answer, signs.choices);
    quality_judge(key, &signs, score, quality);
}

const char *
lewis_flag_keyword(enum lewis_flag flag)
{
    switch (flag) {
    case LEWIS_FLAG_RUN:
        return "run";
    case LEWIS_FLAG_SPREAD:
        return "spread";
    case LEWIS_FLAG_MODE:
        return "mode";
    case LEWIS_FLAG_MISSING:
        return "missing";
    case LEWIS_FLAG_CHECK:
        return "check";
    case LEWIS_FLAG_CONTRADICTION:
        return "contradiction";
    }
    return "";
}
