/* score.c - from answers to a profile.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_cdf.h>

#include "base/error.h"
#include "score/key.h"
#include "score/region.h"

enum { N = LEWIS_STYLES };

struct lewis_score_options
lewis_score_defaults(void)
{
    return (struct lewis_score_options){
        .prior = 0.5, .level = 0.90, .min_answered = -1};
}

static bool
check_options(const struct lewis_score_options *options,
              struct lewis_error *error)
{
    if (!(options->prior >= 0 && options->prior <= 1e6))
        return error_set(error, LEWIS_EINVALID,
                         "the prior must be a number from 0 to 1000000");
    if (!(options->level > 0 && options->level < 1))
        return error_set(error, LEWIS_EINVALID,
                         "the level must be between 0 and 1, such as 0.9");
    if (!(options->min_answered <= 1))
        return error_set(error, LEWIS_EINVALID,
                         "the part of the items that must be answered must be "
                         "a number from 0 to 1");
    return true;
}

static void
compile(const struct lewis_item *item, struct key_item *key)
{
    key->form = item->form;
    key->passed = item->form == LEWIS_CHECK;
    key->style = item->style;
    key->expect = item->expect;
    key->reverse = item->reverse;
    if (item->response != NULL) {
        key->lo = item->response->lo;
        key->hi = item->response->hi;
        key->span = key->hi - key->lo;
    }
    key->weight = item->weight;
    key->total = item->total;
    key->places = item->places;
    key->options = item->option_count;
    for (size_t o = 0; o < item->option_count; o++)
        key->option_style[o] = item->option[o].style;
}

static void
set_needed(struct lewis_key *key, double part)
{
    size_t of_style[N] = {0};

    for (size_t i = 0; i < key->count; i++) {
        if (key->item[i].passed)
            continue;
        of_style[key->item[i].style]++;
        key->scored++;
    }
    for (int s = 0; s < N; s++)
        key->needed[s] = lewis_bank_needed(part, of_style[s]);
    key->needed_all = lewis_bank_needed(part, key->scored);
}

enum { MOST_STEPS = 256, MOST_ITEMS = 4095 };

static bool
is_even(const struct lewis_key *key, const struct key_item *item,
        double span)
{
    return key->kind == LEWIS_BANK_RATING && item->weight == 1 &&
           item->span == span;
}

/* Can the POMPs be counted in steps? */
static bool
has_steps(const struct lewis_key *key)
{
    double span = 0;

    for (size_t i = 0; i < key->count; i++) {
        const struct key_item *item = &key->item[i];
        int steps = item->hi - item->lo;
        if (item->passed)
            continue;
        if (span == 0)
            span = item->span;
        if (!is_even(key, item, span) || steps < 2 || steps > MOST_STEPS ||
            (steps & (steps - 1)) != 0)
            return false;
    }
    return span > 0 && key->count <= MOST_ITEMS;
}

static void
set_steps(struct lewis_key *key)
{
    double span = 1;

    for (size_t i = 0; i < key->count; i++) {
        const struct key_item *item = &key->item[i];
        key->step[i] = (struct key_step){
            .plus = (int16_t)(item->reverse ? item->hi : -item->lo),
            .times = item->reverse ? -1 : 1,
            .style = item->passed ? N : (uint8_t)item->style,
        };
        span = item->passed ? span : item->span;
    }
    key->steps = span;
    for (size_t n = 0; n <= key->count; n++) {
        key->rounding[n] =
            n == 0 ? 0 : key->rounding[n - 1] + 1 / (12 * span * span);
        key->two_f[n] = region_two_f(key->level, (double)n);
    }
}

/* False when out of memory. */
static bool
make_steps(struct lewis_key *key)
{
    if (!has_steps(key))
        return true;
    key->step = calloc(key->count, sizeof *key->step);
    key->rounding = calloc(key->count + 1, sizeof *key->rounding);
    key->two_f = calloc(key->count + 1, sizeof *key->two_f);
    if (key->step == NULL || key->rounding == NULL || key->two_f == NULL)
        return false;
    set_steps(key);
    return true;
}

enum { MOST_ORDERS = 1023 };

static bool
has_orders(const struct lewis_key *key)
{
    for (size_t i = 0; i < key->count; i++) {
        const struct key_item *item = &key->item[i];
        const enum lewis_style *style = item->option_style;
        if (item->form != LEWIS_RANK || item->options != N ||
            style[0] == style[1] || style[0] == style[2] ||
            style[1] == style[2])
            return false;
    }
    return key->kind == LEWIS_BANK_CHOICE && key->count <= MOST_ORDERS;
}

/* The items of a topic, or of all (LEWIS_NO_SECTION). */
static struct lewis_key *
make_key(const struct lewis_bank *bank, long section,
         const struct lewis_score_options *options, struct lewis_error *error)
{
    size_t count = lewis_bank_item_count(bank);
    struct lewis_key *key;

    if (!check_options(options, error))
        return NULL;
    key = calloc(1, sizeof *key + count * sizeof key->item[0]);
    if (key == NULL) {
        error_memory(error);
        return NULL;
    }
    key->kind = lewis_bank_kind(bank);
    key->prior = options->prior;
    key->level = options->level;
    key->radius2 = gsl_cdf_chisq_Pinv(options->level, 2);
    key->count = count;
    for (size_t i = 0; i < count; i++) {
        const struct lewis_item *item = lewis_bank_item(bank, i);
        compile(item, &key->item[i]);
        key->item[i].passed |=
            section != LEWIS_NO_SECTION && item->section != (size_t)section;
    }
    set_needed(key, options->min_answered < 0 ? lewis_bank_min_answered(bank)
                                              : options->min_answered);
    key->orders = has_orders(key);
    if (make_steps(key))
        return key;
    lewis_key_free(key);
    error_memory(error);
    return NULL;
}

struct lewis_key *
lewis_key_new(const struct lewis_bank *bank,
              const struct lewis_score_options *options,
              struct lewis_error *error)
{
    return make_key(bank, LEWIS_NO_SECTION, options, error);
}

struct lewis_key *
lewis_key_new_topic(const struct lewis_bank *bank, size_t section,
                    const struct lewis_score_options *options,
                    struct lewis_error *error)
{
    return make_key(bank, (long)section, options, error);
}

void
lewis_key_free(struct lewis_key *key)
{
    if (key == NULL)
        return;
    free(key->step);
    free(key->rounding);
    free(key->two_f);
    free(key);
}

static void
empty_numbers(struct lewis_score *score)
{
    for (int s = 0; s < N; s++)
        score->share[s] = score->low[s] = score->high[s] = NAN;
    score->point = (struct lewis_point){NAN, NAN};
    score->styles = 0;
}

void
score_drop(struct lewis_score *score, enum lewis_reason reason)
{
    score->status = LEWIS_INCOMPLETE;
    score->reason = reason;
    empty_numbers(score);
}

void
score_finish(struct lewis_score *score, bool region)
{
    score->status = LEWIS_SCORED;
    score->point = lewis_triangle_point(score->share);
    if (!region)
        return;
    region_bounds(&score->region, score->share, score->low, score->high);
    score->styles = region_styles(&score->region, score->share);
}

static void
clear_region(struct lewis_region *region)
{
    region->kind = LEWIS_REGION_SCORE;
    region->radius2 = region->n = 0;
    for (int i = 0; i < N; i++) {
        region->center[i] = region->covariance[i] = 0;
        region->choices.first[i] = 0;
        for (int j = 0; j < N; j++)
            region->choices.win[i][j] = 0;
    }
}

/* Field by field: of one memset() gcc 12 makes an instruction that takes longer
 * than the score. What is not set is not cleared either. */
static void
clear(const struct lewis_key *key, struct lewis_score *score, bool region)
{
    score->status = LEWIS_SCORED;
    score->reason = LEWIS_REASON_NONE;
    for (int s = 0; s < N; s++)
        score->share[s] = score->low[s] = score->high[s] = score->source[s] =
            0;
    score->point = (struct lewis_point){0, 0};
    score->styles = 0;
    score->rough = score->few = false;
    score->answered = score->missing = 0;
    if (region || key->kind == LEWIS_BANK_CHOICE)
        clear_region(&score->region);
}

void
score_answers(const struct lewis_key *key, const struct lewis_answer *answer,
              struct score_memo *memo, struct lewis_score *score, bool region)
{
    clear(key, score, region);
    if (key->kind == LEWIS_BANK_RATING)
        rating_score(key, answer, score, region);
    else
        choice_score(key, answer, memo, score, region);
    score->missing = key->scored - score->answered;
}

void
lewis_score_answers(const struct lewis_key *key,
                    const struct lewis_answer *answer,
                    struct lewis_score *score)
{
    score_answers(key, answer, NULL, score, true);
}

void
score_sums(const struct lewis_key *key, const struct key_sum sum[N],
           struct lewis_score *score, bool region)
{
    clear(key, score, region);
    rating_score_sums(key, sum, score, region);
    score->missing = key->scored - score->answered;
}

void
score_orders(const struct lewis_key *key, const size_t order[SCORE_ORDERS],
             struct score_memo *memo, struct lewis_score *score, bool region)
{
    clear(key, score, region);
    choice_score_orders(key, order, memo, score, region);
    score->missing = key->scored - score->answered;
}

void
lewis_score_refuse(struct lewis_score *score)
{
    memset(score, 0, sizeof *score);
    score->status = LEWIS_REFUSED;
    empty_numbers(score);
}

void
lewis_score_exclude(struct lewis_score *score)
{
    score->status = LEWIS_EXCLUDED;
    empty_numbers(score);
}

const char *
lewis_status_keyword(enum lewis_status status)
{
    static const char *const keyword[] = {
        [LEWIS_SCORED] = "ok",
        [LEWIS_INCOMPLETE] = "incomplete",
        [LEWIS_REFUSED] = "refused",
        [LEWIS_EXCLUDED] = "excluded",
    };

    return keyword[status];
}

const char *
lewis_styles_keyword(unsigned styles)
{
    static const char *const keyword[] = {
        "",         "linear",          "multi",          "linear-multi",
        "reactive", "linear-reactive", "multi-reactive", "balanced",
    };

    return keyword[styles & 7];
}
