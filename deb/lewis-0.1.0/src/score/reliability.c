/* reliability.c - alpha and its kin.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/reliability.h"

#include <math.h>

#include <gsl/gsl_cdf.h>

enum { MANY = 100000 }; /* degrees of freedom */

/* A sum of scores that varies less than this part of what its items do is
 * constant, but for rounding. */
static const double NO_VARIANCE = 1e-12;

struct lewis_figure
figure(double value)
{
    return (struct lewis_figure){value, LEWIS_LACK_NOTHING};
}

struct lewis_figure
figure_lacks(enum lewis_lack lack)
{
    return (struct lewis_figure){NAN, lack};
}

static double
at(const struct covariance *covariance, size_t i, size_t j)
{
    return covariance->c[i * covariance->k + j];
}

static double
row_sum(const struct covariance *covariance, size_t i)
{
    double sum = 0;

    for (size_t j = 0; j < covariance->k; j++)
        sum += at(covariance, i, j);
    return sum;
}

double
covariance_total(const struct covariance *covariance)
{
    double sum = 0;

    for (size_t i = 0; i < covariance->k; i++)
        sum += row_sum(covariance, i);
    return sum;
}

static double
trace(const struct covariance *covariance)
{
    double sum = 0;

    for (size_t i = 0; i < covariance->k; i++)
        sum += at(covariance, i, i);
    return sum;
}

/* Of all elements. */
static double
squares(const struct covariance *covariance)
{
    double sum = 0;

    for (size_t i = 0; i < covariance->k * covariance->k; i++)
        sum += covariance->c[i] * covariance->c[i];
    return sum;
}

static enum lewis_lack
lack_of(const struct covariance *covariance)
{
    if (covariance->n < 2)
        return LEWIS_LACK_ANSWERS;
    if (covariance->k < 2)
        return LEWIS_LACK_ONE_ITEM;
    if (!(covariance_total(covariance) > NO_VARIANCE * trace(covariance)))
        return LEWIS_LACK_VARIANCE;
    return LEWIS_LACK_NOTHING;
}

static double
alpha(double k, double t, double v)
{
    return k / (k - 1) * (1 - t / v);
}

struct lewis_figure
reliability_alpha(const struct covariance *covariance)
{
    enum lewis_lack lack = lack_of(covariance);

    if (lack != LEWIS_LACK_NOTHING)
        return figure_lacks(lack);
    return figure(alpha((double)covariance->k, trace(covariance),
                        covariance_total(covariance)));
}

struct lewis_figure
reliability_lambda2(const struct covariance *covariance)
{
    enum lewis_lack lack = lack_of(covariance);
    double k = (double)covariance->k, v, off;

    if (lack != LEWIS_LACK_NOTHING)
        return figure_lacks(lack);
    v = covariance_total(covariance);
    off = squares(covariance);
    for (size_t i = 0; i < covariance->k; i++)
        off -= at(covariance, i, i) * at(covariance, i, i);
    return figure(1 - trace(covariance) / v +
                  sqrt(k / (k - 1) * fmax(off, 0)) / v);
}

struct lewis_figure
reliability_mean_r(const struct covariance *covariance)
{
    double sum = 0, pairs = 0;

    if (covariance->n < 2)
        return figure_lacks(LEWIS_LACK_ANSWERS);
    if (covariance->k < 2)
        return figure_lacks(LEWIS_LACK_ONE_ITEM);
    for (size_t i = 0; i < covariance->k; i++)
        for (size_t j = 0; j < i; j++) {
            double vv = at(covariance, i, i) * at(covariance, j, j);
            if (!(vv > 0))
                continue;
            sum += at(covariance, i, j) / sqrt(vv);
            pairs++;
        }
    return pairs > 0 ? figure(sum / pairs) : figure_lacks(LEWIS_LACK_VARIANCE);
}

/* The variance of the sum of the others; 0 when it is only rounding. */
static double
others_variance(const struct covariance *covariance, size_t i)
{
    double own = at(covariance, i, i);
    double v = covariance_total(covariance) - 2 * row_sum(covariance, i) + own;

    return v > NO_VARIANCE * trace(covariance) ? v : 0;
}

struct lewis_figure
reliability_r_drop(const struct covariance *covariance, size_t i)
{
    double own = at(covariance, i, i), others;

    if (covariance->n < 2)
        return figure_lacks(LEWIS_LACK_ANSWERS);
    if (covariance->k < 2)
        return figure_lacks(LEWIS_LACK_ONE_ITEM);
    others = others_variance(covariance, i);
    if (!(own > 0 && others > 0))
        return figure_lacks(LEWIS_LACK_VARIANCE);
    return figure((row_sum(covariance, i) - own) / sqrt(own * others));
}

struct lewis_figure
reliability_without(const struct covariance *covariance, size_t i)
{
    double others;

    if (covariance->n < 2)
        return figure_lacks(LEWIS_LACK_ANSWERS);
    if (covariance->k < 3)
        return figure_lacks(LEWIS_LACK_ONE_ITEM);
    others = others_variance(covariance, i);
    if (!(others > 0))
        return figure_lacks(LEWIS_LACK_VARIANCE);
    return figure(alpha((double)covariance->k - 1,
                        trace(covariance) - at(covariance, i, i), others));
}

/* The cumulants of ln F are those of two log-gammas: with a = d1 / 2, b =
 * d2 / 2 and psi the digamma function, psi(a) - ln a - psi(b) + ln b, psi'(a)
 * + psi'(b), psi''(a) - psi''(b), psi'''(a) + psi'''(b), here by their
 * asymptotic series. Cornish & Fisher 1938, to the fourth cumulant. */
static double
f_quantile_many(double p, double d1, double d2)
{
    double a = 2 / d1, b = 2 / d2, z = gsl_cdf_ugaussian_Pinv(p);
    double mean = (-a / 2 - a * a / 12) - (-b / 2 - b * b / 12);
    double variance = a + a * a / 2 + b + b * b / 2;
    double third = -a * a * (1 + a) + b * b * (1 + b);
    double fourth = 2 * a * a * a + 2 * b * b * b;
    double sd = sqrt(variance), skew = third / (variance * sd);
    double kurtosis = fourth / (variance * variance);

    return exp(mean + sd * (z + (z * z - 1) * skew / 6 +
                            (z * z - 3) * z * kurtosis / 24 -
                            (2 * z * z - 5) * z * skew * skew / 36));
}

double
f_quantile(double p, double d1, double d2)
{
    double low = 0, high = 1;

    if (d1 > MANY)
        return f_quantile_many(p, d1, d2);
    while (gsl_cdf_fdist_P(high, d1, d2) < p && high < 1e300)
        high *= 2;
    for (int i = 0; i < 200 && high - low > 1e-15 * high; i++) {
        double middle = low + (high - low) / 2;
        if (gsl_cdf_fdist_P(middle, d1, d2) < p)
            low = middle;
        else
            high = middle;
    }
    return low + (high - low) / 2;
}

void
reliability_feldt(const struct covariance *covariance, struct lewis_figure *low,
                  struct lewis_figure *high)
{
    struct lewis_figure a = reliability_alpha(covariance);
    double d1 = (double)covariance->n - 1;
    double d2 = d1 * ((double)covariance->k - 1);

    *low = *high = a;
    if (a.lack != LEWIS_LACK_NOTHING)
        return;
    low->value = 1 - (1 - a.value) * f_quantile(0.975, d1, d2);
    high->value = 1 - (1 - a.value) * f_quantile(0.025, d1, d2);
}

void
reliability_duhachek(const struct covariance *covariance,
                     struct lewis_figure *low, struct lewis_figure *high)
{
    struct lewis_figure a = reliability_alpha(covariance);
    double k = (double)covariance->k, t = trace(covariance), v, q, rows = 0;

    *low = *high = a;
    if (a.lack != LEWIS_LACK_NOTHING)
        return;
    v = covariance_total(covariance);
    for (size_t i = 0; i < covariance->k; i++)
        rows += row_sum(covariance, i) * row_sum(covariance, i);
    q = 2 * k * k / ((k - 1) * (k - 1) * v * v * v) *
        (v * (squares(covariance) + t * t) - 2 * t * rows);
    q = gsl_cdf_ugaussian_Pinv(0.975) *
        sqrt(fmax(q, 0) / (double)covariance->n);
    low->value = a.value - q;
    high->value = a.value + q;
}
