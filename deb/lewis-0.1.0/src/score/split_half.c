/* split_half.c - how alike the profiles of two halves of the items are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "score/items.h"
#include "score/reliability.h"
#include "score/worth.h"

enum { N = LEWIS_STYLES, FEW_PEOPLE = 10 };

static const double PRIOR = 0.5; /* lewis_score_defaults() */

/* PCG32 (O'Neill 2014, HMC-CS-2014-0905), one stream. */
static uint32_t
draw(uint64_t *state)
{
    uint64_t old = *state;
    uint32_t x = (uint32_t)(((old >> 18) ^ old) >> 27);
    uint32_t turn = (uint32_t)(old >> 59);

    *state = old * 6364136223846793005u + 1442695040888963407u;
    return (x >> turn) | (x << (-turn & 31));
}

/* A whole number from 0 to below - 1. */
static size_t
draw_below(uint64_t *state, size_t below)
{
    return (size_t)(((uint64_t)draw(state) * (uint64_t)below) >> 32);
}

/* Running means and products of two shares over people. */
struct moments {
    double n, a, b, aa, bb, ab;
};

static void
moments_add(struct moments *m, double a, double b)
{
    double da = a - m->a, db = b - m->b;

    m->n++;
    m->a += da / m->n;
    m->b += db / m->n;
    m->aa += da * (a - m->a);
    m->bb += db * (b - m->b);
    m->ab += da * (b - m->b);
}

/* NaN when one of the two does not vary (but for rounding). */
static double
correlation(const struct moments *m)
{
    double least = 1e-20 * m->n;

    if (!(m->aa > least && m->bb > least))
        return NAN;
    return fmin(m->ab / sqrt(m->aa * m->bb), 1);
}

/* Horst's formula for halves of parts p and 1 - p of the items,
 * (sqrt(r^4 + 4 r^2 t) - r^2) / (2 t) with t = (1 - r^2) p (1 - p), in a form
 * that does not cancel; 2 r / (1 + r) when they are equal. It has no floor: r
 * is taken as at least -0.999. */
static double
step_up(double r, double p)
{
    double kept = fmax(r, -0.999);
    double t = fmax(1 - kept * kept, 0) * p * (1 - p);

    return 2 * kept / (sqrt(kept * kept + 4 * t) + kept);
}

/* A parting: which items are in its first half. */
struct parting {
    const unsigned char *first;
    struct moments moments[N];
};

struct work {
    size_t *order;        /* of the items that count */
    size_t count;         /* of them */
    unsigned char *first; /* partings * items */
    struct parting *parting;
    struct lewis_choices *choices; /* of one person, item by item */
};

static void
part_items(const struct lewis_items *items, struct work *work, uint64_t *state,
           unsigned char *first)
{
    for (size_t i = work->count; i > 1; i--) {
        size_t other = draw_below(state, i), kept = work->order[i - 1];
        work->order[i - 1] = work->order[other];
        work->order[other] = kept;
    }
    memset(first, 0, items->count);
    for (size_t i = 0; i < work->count / 2; i++)
        first[work->order[i]] = 1;
}

static bool
begin(const struct lewis_items *items, struct work *work)
{
    size_t halves = items->options.halves;
    uint64_t state = items->options.seed * 0x9E3779B97F4A7C15u + 1;

    work->order = calloc(items->count, sizeof *work->order);
    work->first = calloc(halves + 1, items->count);
    work->parting = calloc(halves + 1, sizeof *work->parting);
    work->choices = calloc(items->count, sizeof *work->choices);
    if (work->order == NULL || work->first == NULL || work->parting == NULL ||
        work->choices == NULL)
        return false;
    for (size_t i = 0; i < items->count; i++)
        if (lewis_bank_item(items->bank, i)->form != LEWIS_CHECK)
            work->order[work->count++] = i;
    for (size_t h = 0; h < halves; h++) {
        unsigned char *first = work->first + h * items->count;
        part_items(items, work, &state, first);
        work->parting[h].first = first;
    }
    return true;
}

static void
end(struct work *work)
{
    free(work->order);
    free(work->first);
    free(work->parting);
    free(work->choices);
}

static void
add_choices(struct lewis_choices *sum, const struct lewis_choices *part)
{
    for (int i = 0; i < N; i++) {
        sum->first[i] += part->first[i];
        for (int j = 0; j < N; j++)
            sum->win[i][j] += part->win[i][j];
    }
}

/* As choice_score(). Without a choice from two it is in closed form. */
static void
profile(const struct lewis_choices *choices, double share[N])
{
    struct worth worth;
    double pairs = 0, sum = 0;

    for (int i = 0; i < N; i++) {
        sum += choices->first[i];
        for (int j = 0; j < N; j++)
            pairs += choices->win[i][j];
    }
    if (pairs > 0)
        worth_fit(choices, &worth);
    for (int i = 0; i < N; i++)
        share[i] = pairs > 0 ? worth.share[i] : choices->first[i] / sum;
}

static void
add_person(struct parting *parting, const struct lewis_choices choices[],
           size_t count)
{
    struct lewis_choices half[2] = {{{PRIOR, PRIOR, PRIOR}, {{0}}},
                                    {{PRIOR, PRIOR, PRIOR}, {{0}}}};
    double share[2][N];

    for (size_t i = 0; i < count; i++)
        add_choices(&half[parting->first[i]], &choices[i]);
    profile(&half[0], share[0]);
    profile(&half[1], share[1]);
    for (int s = 0; s < N; s++)
        moments_add(&parting->moments[s], share[0][s], share[1][s]);
}

/* Over all partings where there is a correlation. */
static void
summarise(struct lewis_style_figures *f, const struct work *work, int s,
          size_t halves)
{
    double r_sum = 0, sum = 0, n = 0, low = INFINITY, high = -INFINITY;
    double part = (double)(work->count / 2) / (double)work->count;

    for (size_t h = 0; h < halves; h++) {
        double r = correlation(&work->parting[h].moments[s]), up;
        if (isnan(r))
            continue;
        up = step_up(r, part);
        r_sum += r;
        sum += up;
        low = fmin(low, up);
        high = fmax(high, up);
        n++;
    }
    if (n == 0)
        return;
    f->halves_r = figure(r_sum / n);
    f->reliability = figure(sum / n);
    f->reliability_low = figure(low);
    f->reliability_high = figure(high);
}

static void
set_lack(struct lewis_items *items, enum lewis_lack lack)
{
    for (int s = 0; s < N; s++) {
        struct lewis_style_figures *f = &items->style[s];
        f->halves_r = f->reliability = f->reliability_low =
            f->reliability_high =
                figure_lacks(f->items == 0 ? LEWIS_LACK_STYLE : lack);
    }
}

bool
items_halves(struct lewis_items *items)
{
    struct work work = {0};
    bool ok = begin(items, &work) && crowd_sort(&items->crowd);

    if (ok && work.count < 2)
        set_lack(items, LEWIS_LACK_ONE_ITEM);
    else if (ok && items->crowd.count < FEW_PEOPLE)
        set_lack(items, LEWIS_LACK_ANSWERS);
    else if (ok) {
        set_lack(items, LEWIS_LACK_VARIANCE);
        for (size_t p = 0; p < items->crowd.count; p++) {
            crowd_choices(&items->crowd, items->bank, p, work.choices);
            for (size_t h = 0; h < items->options.halves; h++)
                add_person(&work.parting[h], work.choices, items->count);
        }
        for (int s = 0; s < N; s++)
            summarise(&items->style[s], &work, s, items->options.halves);
    }
    end(&work);
    return ok;
}
