/* choice.c - choice banks: answers to choices, choices to worths.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "score/key.h"
#include "score/worth.h"

enum { N = LEWIS_STYLES, FEW_CHOICES = 6 };

/* 'n' choices of style 'won' from itself and the 'count' styles that follow in
 * 'left'. */
static void
add_choice(struct lewis_choices *choices, double n, enum lewis_style won,
           const enum lewis_style left[], size_t count)
{
    if (count == 2)
        choices->first[won] += n;
    else if (count == 1)
        choices->win[won][left[0]] += n;
}

/* The styles of an item's options, the ranked ones first, in their order. */
static void
order_styles(const struct key_item *item, const struct lewis_answer *answer,
             enum lewis_style style[LEWIS_OPTIONS])
{
    bool used[LEWIS_OPTIONS] = {false};
    size_t n = 0;

    for (; n < answer->count; n++) {
        style[n] = item->option_style[answer->part[n]];
        used[answer->part[n]] = true;
    }
    for (size_t o = 0; o < item->options; o++)
        if (!used[o])
            style[n++] = item->option_style[o];
}

/* A ranking, or a pick as its first step: a choice of the first from all, of
 * the second from those left. */
static void
add_ranking(struct lewis_choices *choices, double source[N],
            const struct key_item *item, const struct lewis_answer *answer)
{
    enum lewis_style style[LEWIS_OPTIONS];

    order_styles(item, answer, style);
    for (size_t i = 0; i < answer->count; i++)
        add_choice(choices, 1, style[i], &style[i + 1], item->options - i - 1);
    source[style[0]]++;
}

/* One pick, split: part 'share' of it is of option o. */
static void
add_part(struct lewis_choices *choices, double source[N],
         const struct key_item *item, size_t o, double share)
{
    enum lewis_style left[LEWIS_OPTIONS];
    size_t n = 0;

    for (size_t k = 0; k < item->options; k++)
        if (k != o)
            left[n++] = item->option_style[k];
    add_choice(choices, share, item->option_style[o], left, n);
    source[item->option_style[o]] += share;
}

void
choice_add(struct lewis_choices *choices, double source[N],
           const struct key_item *item, const struct lewis_answer *answer)
{
    if (item->form == LEWIS_POINTS) {
        for (size_t o = 0; o < item->options; o++)
            add_part(choices, source, item, o,
                     answer->part[o] / (double)item->total);
    } else if (item->form == LEWIS_PAIR) {
        double t = (answer->value - 1) / (item->places - 1.0);
        add_part(choices, source, item, 0, 1 - t);
        add_part(choices, source, item, 1, t);
    } else {
        add_ranking(choices, source, item, answer);
    }
}

static void
count_choices(const struct lewis_key *key, const struct lewis_answer *answer,
              struct lewis_choices *choices, struct lewis_score *score)
{
    for (int s = 0; s < N; s++)
        score->source[s] = 0;
    for (size_t i = 0; i < key->count; i++) {
        if (answer[i].count == 0 || key->item[i].passed)
            continue;
        choice_add(choices, score->source, &key->item[i], &answer[i]);
        score->answered++;
    }
}

static bool
only_picks(const struct lewis_choices *choices)
{
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            if (choices->win[i][j] > 0)
                return false;
    return true;
}

static double
count_all(const struct lewis_choices *choices)
{
    double n = 0;

    for (int i = 0; i < N; i++) {
        n += choices->first[i];
        for (int j = 0; j < N; j++)
            n += choices->win[i][j];
    }
    return n;
}

static void
set_region(const struct lewis_key *key, const struct lewis_choices *choices,
           const struct lewis_choices *with_prior, const struct worth *worth,
           struct lewis_score *score)
{
    struct lewis_region *region = &score->region;
    double n = choices->first[0] + choices->first[1] + choices->first[2];

    region->radius2 = key->radius2;
    region->n = n > 0 ? n : (double)score->answered;
    memcpy(region->covariance, worth->covariance, sizeof worth->covariance);
    if (only_picks(choices)) {
        region->kind = LEWIS_REGION_SCORE;
        for (int i = 0; i < N; i++)
            region->center[i] = choices->first[i] / n;
    } else {
        region->kind = LEWIS_REGION_LIKELIHOOD;
        region->choices = *with_prior;
        memcpy(region->center, worth->share, sizeof region->center);
    }
}

void
choice_score(const struct lewis_key *key, const struct lewis_answer *answer,
             struct lewis_score *score)
{
    struct lewis_choices choices = {{0}, {{0}}}, with_prior;
    struct worth worth;

    count_choices(key, answer, &choices, score);
    with_prior = choices;
    for (int s = 0; s < N; s++)
        with_prior.first[s] += key->prior;
    if (score->answered < key->needed_all) {
        score_drop(score, LEWIS_TOO_FEW_ANSWERS);
        return;
    }
    if (score->answered == 0 || !worth_fit(&with_prior, &worth)) {
        score_drop(score, LEWIS_NO_CHOICES);
        return;
    }
    memcpy(score->share, worth.share, sizeof score->share);
    score->few = count_all(&choices) < FEW_CHOICES - 1e-9;
    set_region(key, &choices, &with_prior, &worth, score);
    score_finish(score, worth.ratio_variance);
}
