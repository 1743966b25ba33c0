/* items_rating.c - ratings: from sums to figures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>

#include "score/items.h"
#include "score/reliability.h"

enum { N = LEWIS_STYLES };

/* Sum of counts (x - mean)^power. */
static double
moment(const struct lewis_item_figures *f, double lo, double mean, int power)
{
    double sum = 0;

    for (size_t v = 0; v < f->values; v++) {
        double d = lo + (double)v - mean;
        sum += (double)f->count[v] * d * d * (power == 3 ? d : 1);
    }
    return sum;
}

static void
set_spread(struct lewis_item_figures *f, double lo)
{
    double n = (double)f->n, mean = f->mean.value, sd;

    f->sd = f->skew = figure_lacks(LEWIS_LACK_ANSWERS);
    if (f->n < 2)
        return;
    sd = sqrt(moment(f, lo, mean, 2) / (n - 1));
    f->sd = figure(sd);
    for (size_t v = 0; v < f->values; v++)
        if (f->count[v] == f->n) /* else rounding may leave something */
            f->sd = figure(0);
    f->skew = f->sd.value > 0
                  ? figure(moment(f, lo, mean, 3) / (n * sd * sd * sd))
                  : figure_lacks(LEWIS_LACK_VARIANCE);
}

/* What the frequencies tell. */
static void
describe(struct lewis_item_figures *f, const struct lewis_item *item)
{
    double n = (double)f->n, lo = item->response->lo;
    uint64_t sum = 0;

    f->mean = f->floor = f->ceiling = figure_lacks(LEWIS_LACK_ANSWERS);
    if (f->n > 0) {
        for (size_t v = 0; v < f->values; v++)
            sum += f->count[v] * v;
        f->mean = figure(lo + (double)sum / n);
        f->floor = figure((double)f->count[0] / n);
        f->ceiling = figure((double)f->count[f->values - 1] / n);
    }
    set_spread(f, lo);
    if (item->form == LEWIS_CHECK) {
        size_t right = (size_t)(item->expect - item->response->lo);
        f->failed = f->n > 0 ? figure((double)(f->n - f->count[right]) / n)
                             : figure_lacks(LEWIS_LACK_ANSWERS);
    }
}

static double
span(const struct lewis_items *items, const struct style_sums *sums, size_t i)
{
    const struct lewis_response *response =
        lewis_bank_item(items->bank, sums->item[i])->response;

    return response->hi - response->lo;
}

/* The covariance of two items' keyed answers: exact but for the last division,
 * since the sums are first moved, in whole numbers, to be about the whole
 * number next to each mean. */
static double
covariance_of(const struct style_sums *sums, size_t i, size_t j)
{
    int64_t n = (int64_t)sums->complete;
    int64_t a = (sums->sum[i] + n / 2) / n, b = (sums->sum[j] + n / 2) / n;
    int64_t ra = sums->sum[i] - n * a, rb = sums->sum[j] - n * b;
    int64_t cross = sums->cross[i * sums->k + j] - a * sums->sum[j] -
                    b * sums->sum[i] + n * a * b;

    return ((double)cross - (double)ra * ((double)rb / (double)n)) /
           (double)(n - 1);
}

/* Of the items' POMPs. */
static void
set_covariance(const struct lewis_items *items, const struct style_sums *sums,
               double *c)
{
    size_t k = sums->k;

    for (size_t i = 0; i < k; i++)
        for (size_t j = 0; j <= i; j++)
            c[i * k + j] = c[j * k + i] =
                sums->complete > 1
                    ? covariance_of(sums, i, j) /
                          (span(items, sums, i) * span(items, sums, j))
                    : 0;
}

/* The response scale that all items of a style have, or NULL. */
static const struct lewis_response *
one_scale(const struct lewis_items *items, const struct style_sums *sums)
{
    const struct lewis_response *first =
        lewis_bank_item(items->bank, sums->item[0])->response;

    for (size_t i = 1; i < sums->k; i++) {
        const struct lewis_response *other =
            lewis_bank_item(items->bank, sums->item[i])->response;
        if (other->lo != first->lo || other->hi != first->hi)
            return NULL;
    }
    return first;
}

static struct lewis_figure
on_scale(struct lewis_figure of, const struct lewis_response *scale, bool place)
{
    if (of.lack != LEWIS_LACK_NOTHING)
        return of;
    if (scale == NULL)
        return figure_lacks(LEWIS_LACK_SCALE);
    return figure((place ? scale->lo : 0) + of.value * (scale->hi - scale->lo));
}

static struct lewis_figure
sem(struct lewis_figure sd, struct lewis_figure alpha)
{
    if (sd.lack != LEWIS_LACK_NOTHING)
        return sd;
    if (alpha.lack != LEWIS_LACK_NOTHING)
        return alpha;
    if (alpha.value < 0)
        return figure_lacks(LEWIS_LACK_ALPHA);
    return figure(sd.value * sqrt(fmax(1 - alpha.value, 0)));
}

/* Mean and SD of the score; 'v' is the variance of the items' sum. */
static void
set_score(const struct lewis_items *items, const struct style_sums *sums,
          double v, struct lewis_style_figures *f)
{
    const struct lewis_response *scale = one_scale(items, sums);
    double k = (double)sums->k, mean = 0;

    f->mean = f->sd = figure_lacks(LEWIS_LACK_ANSWERS);
    if (sums->complete > 0) {
        for (size_t i = 0; i < sums->k; i++)
            mean += (double)sums->sum[i] / span(items, sums, i);
        f->mean = figure(mean / (double)sums->complete / k);
    }
    if (sums->complete > 1)
        f->sd = figure(
            f->alpha.lack == LEWIS_LACK_VARIANCE ? 0 : sqrt(fmax(v, 0)) / k);
    f->sem = sem(f->sd, f->alpha);
    f->mean_points = on_scale(f->mean, scale, true);
    f->sd_points = on_scale(f->sd, scale, false);
    f->sem_points = on_scale(f->sem, scale, false);
}

static void
set_style(struct lewis_items *items, enum lewis_style style, double *c,
          double *work)
{
    struct lewis_style_figures *f = &items->style[style];
    const struct style_sums *sums = &items->sums[style];
    struct covariance covariance = {sums->k, sums->complete, c};
    struct omega omega;

    set_covariance(items, sums, c);
    f->alpha = reliability_alpha(&covariance);
    reliability_feldt(&covariance, &f->feldt_low, &f->feldt_high);
    reliability_duhachek(&covariance, &f->duhachek_low, &f->duhachek_high);
    f->lambda2 = reliability_lambda2(&covariance);
    f->mean_r = reliability_mean_r(&covariance);
    omega = reliability_omega(&covariance, work);
    f->omega = omega.value;
    f->heywood = omega.heywood;
    f->mixed = omega.mixed;
    set_score(items, sums, covariance_total(&covariance), f);
    for (size_t i = 0; i < sums->k; i++) {
        struct lewis_item_figures *item = &items->item[sums->item[i]];
        item->r_drop = reliability_r_drop(&covariance, i);
        item->alpha_without = reliability_without(&covariance, i);
    }
}

bool
items_rating(struct lewis_items *items)
{
    size_t k = 1;
    double *memory;
    bool ok;

    for (size_t i = 0; i < items->count; i++)
        if (items->item[i].values > 0)
            describe(&items->item[i], lewis_bank_item(items->bank, i));
    for (int s = 0; s < N; s++) {
        items->style[s].items = items->sums[s].k;
        items->style[s].complete = items->sums[s].complete;
        k = items->sums[s].k > k ? items->sums[s].k : k;
    }
    memory = malloc((k * k + OMEGA_WORK(k)) * sizeof *memory);
    ok = memory != NULL;
    for (int s = 0; s < N && ok; s++)
        if (items->sums[s].k > 0)
            set_style(items, (enum lewis_style)s, memory, memory + k * k);
    free(memory);
    return ok;
}
