/* worth.c - the Luce / Plackett-Luce model of three styles.
 *
 * The last style's log-worth is held at 0, which leaves two unknowns.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "score/worth.h"

enum { N = LEWIS_STYLES, ITERATIONS = 80 };

static const double LONGEST_STEP = 3; /* of a log-worth */
static const double SMALL_STEP = 3e-6; /* the next would be its square */
static const double NO_SHARE = 1e-10;

/* Shares, and the first two derivatives in the first two log-worths there;
 * information is -d2/d00, -d2/d01, -d2/d11. */
struct state {
    double share[N], gradient[2], information[3];
};

void
worth_sum(const struct lewis_choices *c, struct worth_sums *sums)
{
    const double (*w)[N] = c->win;

    sums->win[0] = c->first[0] + w[0][1] + w[0][2];
    sums->win[1] = c->first[1] + w[1][0] + w[1][2];
    sums->win[2] = c->first[2] + w[2][0] + w[2][1];
    sums->pair[0] = w[1][2] + w[2][1];
    sums->pair[1] = w[0][2] + w[2][0];
    sums->pair[2] = w[0][1] + w[1][0];
    sums->first = c->first[0] + c->first[1] + c->first[2];
}

static void
close_shares(double w[N])
{
    double scale = 1 / (w[0] + w[1] + w[2]);

    for (int i = 0; i < N; i++)
        w[i] *= scale;
}

static void
differentiate(struct state *s, const struct worth_sums *c)
{
    const double *w = s->share, n = c->first;
    double p01 = w[0] / (w[0] + w[1]), n01 = c->pair[2];
    double p02 = w[0] / (w[0] + w[2]), n02 = c->pair[1];
    double p12 = w[1] / (w[1] + w[2]), n12 = c->pair[0];
    double i01 = n01 * p01 * (1 - p01);

    s->gradient[0] = c->win[0] - n * w[0] - n01 * p01 - n02 * p02;
    s->gradient[1] = c->win[1] - n * w[1] - n01 * (1 - p01) - n12 * p12;
    s->information[0] =
        n * w[0] * (1 - w[0]) + i01 + n02 * p02 * (1 - p02);
    s->information[1] = -n * w[0] * w[1] - i01;
    s->information[2] =
        n * w[1] * (1 - w[1]) + i01 + n12 * p12 * (1 - p12);
}

/* False when the information is singular. */
static bool
invert(const double a[3], double inverse[3])
{
    double det = a[0] * a[2] - a[1] * a[1], t = a[0] + a[2];

    if (!(det > 1e-30 * t * t))
        return false;
    inverse[0] = a[2] / det;
    inverse[1] = -a[1] / det;
    inverse[2] = a[0] / det;
    return true;
}

/* exp(x) to x^5 / 720 (Pade): a step needs no more. */
static double
grow(double x)
{
    double even = 12 + x * x;

    return (even + 6 * x) / (even - 6 * x);
}

static double
longest_of(double x, double y)
{
    double a = fabs(x), b = fabs(y), c = fabs(x - y);
    double ab = a > b ? a : b;

    return ab > c ? ab : c;
}

/* One Newton step, shortened where it would leap; its longest part, or 0 when
 * there is nowhere to go. */
static double
step(struct state *s)
{
    const double *g = s->gradient;
    double v[3], scale = 1;

    if (!invert(s->information, v))
        return 0;
    double x = v[0] * g[0] + v[1] * g[1], y = v[1] * g[0] + v[2] * g[1];
    double longest = longest_of(x, y);
    if (longest > LONGEST_STEP)
        scale = LONGEST_STEP / longest;
    s->share[0] *= grow(scale * x);
    s->share[1] *= grow(scale * y);
    close_shares(s->share);
    return longest;
}

/* The wins; but nothing starts at 0, from where no step leads away, and without
 * a choice from all three a style may never have been played at all. */
static void
start(double w[N], const struct worth_sums *c)
{
    double least = 1e-3 * (c->first > 1 ? c->first : 1);

    for (int i = 0; i < N; i++)
        w[i] = c->first == 0 ? 1 : c->win[i] > least ? c->win[i] : least;
    close_shares(w);
}

static void
climb(struct state *s, const struct worth_sums *c)
{
    start(s->share, c);
    for (int k = 0; k < ITERATIONS; k++) {
        differentiate(s, c);
        if (step(s) < SMALL_STEP)
            break;
    }
    differentiate(s, c);
}

/* J M J' with the columns of J = diag(w) - w w' that belong to the first two
 * log-worths. */
static void
set_covariance(struct worth *worth, const double m[3])
{
    double l = worth->share[0], u = worth->share[1];
    double a = l * (1 - l), b = -l * u, d = u * (1 - u);

    worth->covariance[0] = a * a * m[0] + 2 * a * b * m[1] + b * b * m[2];
    worth->covariance[1] =
        a * b * m[0] + (a * d + b * b) * m[1] + b * d * m[2];
    worth->covariance[2] = b * b * m[0] + 2 * b * d * m[1] + d * d * m[2];
}

/* From the plane where the third log-worth is 0 to that where they sum to 0:
 * P M P with P = I - 11' / 3. */
static void
set_inverse(struct worth *worth, const double m[3])
{
    double row[N] = {(m[0] + m[1]) / N, (m[1] + m[2]) / N, 0};
    double all = (row[0] + row[1]) / N;
    const double full[N][N] = {{m[0], m[1], 0}, {m[1], m[2], 0}, {0, 0, 0}};

    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            worth->inverse[i][j] = full[i][j] - row[i] - row[j] + all;
}

static void
set_boundless(struct worth *worth)
{
    memset(worth->covariance, 0, sizeof worth->covariance);
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            worth->inverse[i][j] = i == j ? INFINITY : 0;
}

/* Shares so small that only the end of the climb made them are 0. */
static void
round_to_edge(double share[N])
{
    for (int i = 0; i < N; i++)
        if (share[i] < NO_SHARE)
            share[i] = 0;
    close_shares(share);
}

/* A style that never wins has a log-worth without a maximum. */
static bool
at_edge(const struct worth_sums *sums, const double share[N])
{
    for (int i = 0; i < N; i++)
        if (sums->win[i] == 0 || share[i] < NO_SHARE)
            return true;
    return false;
}

bool
worth_fit(const struct lewis_choices *choices, struct worth *worth)
{
    struct worth_sums sums;
    struct state s;
    double m[3];
    bool edge;

    worth_sum(choices, &sums);
    if (!(sums.win[0] + sums.win[1] + sums.win[2] > 0))
        return false;
    climb(&s, &sums);
    edge = at_edge(&sums, s.share);
    if (edge)
        round_to_edge(s.share);
    memcpy(worth->share, s.share, sizeof worth->share);
    if (edge || !invert(s.information, m)) {
        set_boundless(worth);
    } else {
        set_covariance(worth, m);
        set_inverse(worth, m);
    }
    return true;
}

/* n ln p, with 0 ln 0 = 0. */
static double
count_log(double n, double p)
{
    return n == 0 ? 0 : n * log(p);
}

double
worth_likelihood(const struct lewis_choices *choices, const double p[N])
{
    struct worth_sums sums;
    double l = 0;

    worth_sum(choices, &sums);
    for (int i = 0; i < N; i++) {
        if (sums.pair[i] > 0 && !(p[(i + 1) % N] + p[(i + 2) % N] > 0))
            return -INFINITY;
        l += count_log(sums.win[i], p[i]) -
             count_log(sums.pair[i], p[(i + 1) % N] + p[(i + 2) % N]);
    }
    return l;
}
