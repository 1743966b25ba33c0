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

/* The least whole number that is at least 'part' of 'count'. */
static size_t
least(double part, size_t count)
{
    return (size_t)ceil(part * (double)count - 1e-9);
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
        key->needed[s] = least(part, of_style[s]);
    key->needed_all = least(part, key->scored);
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
    return key;
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
score_finish(struct lewis_score *score)
{
    score->status = LEWIS_SCORED;
    score->point = lewis_triangle_point(score->share);
    region_bounds(&score->region, score->share, score->low, score->high);
    score->styles = region_styles(&score->region, score->share);
}

void
lewis_score_answers(const struct lewis_key *key,
                    const struct lewis_answer *answer,
                    struct lewis_score *score)
{
    memset(score, 0, sizeof *score);
    if (key->kind == LEWIS_BANK_RATING)
        rating_score(key, answer, score);
    else
        choice_score(key, answer, score);
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
