/* worth.c - the Luce / Plackett-Luce model of three styles.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "score/worth.h"

enum { N = LEWIS_STYLES, ITERATIONS = 80 };

static const double LONGEST_STEP = 3; /* of a log-worth */
static const double SMALL_STEP = 1e-8; /* the next would be its square */

/* Log-worths, their shares, and the first two derivatives there. */
struct state {
    double theta[N], share[N], gradient[N], information[N][N];
};

static void
set_shares(struct state *s)
{
    double top = fmax(s->theta[0], fmax(s->theta[1], s->theta[2])), sum = 0;

    for (int i = 0; i < N; i++)
        sum += s->share[i] = exp(s->theta[i] - top);
    for (int i = 0; i < N; i++)
        s->share[i] /= sum;
}

static void
add_first(struct state *s, const struct lewis_choices *c)
{
    double n = c->first[0] + c->first[1] + c->first[2];

    for (int i = 0; i < N; i++) {
        s->gradient[i] = c->first[i] - n * s->share[i];
        for (int j = 0; j < N; j++)
            s->information[i][j] =
                n * s->share[i] * ((i == j) - s->share[j]);
    }
}

static void
add_pair(struct state *s, const struct lewis_choices *c, int i, int j)
{
    double n = c->win[i][j] + c->win[j][i];

    if (n == 0)
        return;
    double p = 1 / (1 + exp(s->theta[j] - s->theta[i]));
    double information = n * p * (1 - p);
    s->gradient[i] += c->win[i][j] - n * p;
    s->gradient[j] -= c->win[i][j] - n * p;
    s->information[i][i] += information;
    s->information[j][j] += information;
    s->information[i][j] -= information;
    s->information[j][i] -= information;
}

static void
differentiate(struct state *s, const struct lewis_choices *c)
{
    set_shares(s);
    add_first(s, c);
    add_pair(s, c, 0, 1);
    add_pair(s, c, 0, 2);
    add_pair(s, c, 1, 2);
}

/* The inverse of the information on the plane where log-worths sum to 0: that
 * of information + t 11', which differs from it only along 1. False when it is
 * singular there. */
static bool
invert(const double information[N][N], double inverse[N][N])
{
    double a[N][N], t = 0, det = 0;

    for (int i = 0; i < N; i++)
        t += information[i][i] / N;
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            a[i][j] = information[i][j] + t;
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++) {
            int r = (j + 1) % N, u = (j + 2) % N;
            int c = (i + 1) % N, v = (i + 2) % N;
            inverse[i][j] = a[r][c] * a[u][v] - a[r][v] * a[u][c];
        }
    for (int i = 0; i < N; i++)
        det += a[0][i] * inverse[i][0];
    if (!(det > 1e-30 * t * t * t))
        return false;
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            inverse[i][j] /= det;
    return true;
}

/* One Newton step, shortened where it would leap; its longest part, or 0 when
 * there is nowhere to go. */
static double
step(struct state *s)
{
    double inverse[N][N], delta[N] = {0}, longest = 0;

    if (!invert(s->information, inverse))
        return 0;
    for (int i = 0; i < N; i++) {
        for (int j = 0; j < N; j++)
            delta[i] += inverse[i][j] * s->gradient[j];
        longest = fmax(longest, fabs(delta[i]));
    }
    double scale = longest > LONGEST_STEP ? LONGEST_STEP / longest : 1;
    for (int i = 0; i < N; i++)
        s->theta[i] += scale * delta[i];
    return longest;
}

/* A style that never wins while it plays: its log-worth has no maximum. */
static bool
never_wins(const struct lewis_choices *c, int i)
{
    return c->first[i] + c->win[i][(i + 1) % N] + c->win[i][(i + 2) % N] == 0;
}

static void
start(struct state *s, const struct lewis_choices *c)
{
    double total = 0;

    for (int i = 0; i < N; i++)
        total += c->first[i];
    for (int i = 0; i < N; i++) {
        double wins = c->first[i];
        if (total == 0)
            wins = 1;
        s->theta[i] = log(fmax(wins, 1e-3 * fmax(total, 1)));
    }
}

static void
climb(struct state *s, const struct lewis_choices *c)
{
    start(s, c);
    for (int k = 0; k < ITERATIONS; k++) {
        differentiate(s, c);
        if (step(s) < SMALL_STEP)
            break;
    }
    differentiate(s, c);
}

static void
set_covariance(struct worth *worth, double inverse[N][N])
{
    const double *w = worth->share;
    double v[N][N] = {{0}};

    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            for (int k = 0; k < N; k++)
                for (int l = 0; l < N; l++)
                    v[i][j] += w[i] * ((i == k) - w[k]) * inverse[k][l] *
                               w[j] * ((j == l) - w[l]);
    worth->covariance[0] = v[0][0];
    worth->covariance[1] = v[0][1];
    worth->covariance[2] = v[1][1];
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            worth->ratio_variance[i][j] =
                inverse[i][i] + inverse[j][j] - 2 * inverse[i][j];
}

static void
set_boundless(struct worth *worth)
{
    memset(worth->covariance, 0, sizeof worth->covariance);
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            worth->ratio_variance[i][j] = i == j ? 0 : INFINITY;
}

/* Shares so small that only the end of the climb made them are 0. */
static void
round_to_edge(struct worth *worth)
{
    double sum = 0;

    for (int i = 0; i < N; i++) {
        if (worth->share[i] < 1e-10)
            worth->share[i] = 0;
        sum += worth->share[i];
    }
    for (int i = 0; i < N; i++)
        worth->share[i] /= sum;
}

bool
worth_fit(const struct lewis_choices *choices, struct worth *worth)
{
    struct state s;
    double inverse[N][N], total = 0;
    bool edge = false;

    for (int i = 0; i < N; i++) {
        total += choices->first[i];
        for (int j = 0; j < N; j++)
            total += choices->win[i][j];
        edge = edge || never_wins(choices, i);
    }
    if (!(total > 0))
        return false;
    climb(&s, choices);
    memcpy(worth->share, s.share, sizeof worth->share);
    for (int i = 0; i < N; i++)
        edge = edge || worth->share[i] < 1e-10;
    if (edge)
        round_to_edge(worth);
    if (edge || !invert(s.information, inverse))
        set_boundless(worth);
    else
        set_covariance(worth, inverse);
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
    double l = 0;

    for (int i = 0; i < N; i++) {
        l += count_log(choices->first[i], p[i]);
        for (int j = 0; j < N; j++)
            if (choices->win[i][j] > 0)
                l += p[i] + p[j] > 0
                         ? choices->win[i][j] * log(p[i] / (p[i] + p[j]))
                         : -INFINITY;
    }
    return l;
}
