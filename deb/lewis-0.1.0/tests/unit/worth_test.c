/* worth_test.c - the Plackett-Luce fit against R's general optimiser
 * (tests/oracle/choice.R) and the check numbers of doc/method.md.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "near.h"

#include "score/worth.h"

enum { L, M, R };

/* Adds n rankings i > j > k. */
static void
rank(struct lewis_choices *c, double n, int i, int j, int k)
{
    c->first[i] += n;
    c->win[j][k] += n;
}

static void
prior(struct lewis_choices *c, double a)
{
    for (int i = 0; i < 3; i++)
        c->first[i] += a;
}

static struct lewis_choices
five_kinds(void)
{
    struct lewis_choices c = {{0}, {{0}}};

    rank(&c, 8, L, M, R);
    rank(&c, 4, L, R, M);
    rank(&c, 5, M, L, R);
    rank(&c, 1, M, R, L);
    rank(&c, 2, R, L, M);
    return c;
}

static void
expect(const struct lewis_choices *c, double l, double m, double r,
       double within)
{
    struct worth worth;

    assert_true(worth_fit(c, &worth));
    assert_near(worth.share[L], l, within);
    assert_near(worth.share[M], m, within);
    assert_near(worth.share[R], r, within);
}

static void
test_rankings_without_prior_give_the_published_worths(void **state)
{
    struct lewis_choices c = five_kinds();

    (void)state;
    expect(&c, .62614374, .25753682, .11631944, 5e-9);
}

static void
test_rankings_with_half_a_choice_give_the_check_numbers(void **state)
{
    struct lewis_choices c = five_kinds();

    (void)state;
    prior(&c, .5);
    expect(&c, .6102458826, .2657046276, .1240494899, 1e-10);
}

static void
test_thirty_equal_rankings_stay_inside_the_triangle(void **state)
{
    struct lewis_choices c = {{0}, {{0}}};

    (void)state;
    rank(&c, 30, L, M, R);
    prior(&c, .5);
    expect(&c, .9682539683, .0312339990, .0005120328, 1e-10);
}

static void
test_covariance_is_that_of_the_observed_information(void **state)
{
    struct lewis_choices c = five_kinds();
    struct worth worth;

    (void)state;
    prior(&c, .5);
    assert_true(worth_fit(&c, &worth));
    assert_near(worth.covariance[0], .0089243763, 1e-10);
    assert_near(worth.covariance[1], -.0063712998, 1e-10);
    assert_near(worth.covariance[2], .0060212826, 1e-10);
}

/* cov of ln w1 - ln w3 and ln w2 - ln w3: [.25357041 .13548093; . .21924686],
 * R package PlackettLuce. */
static void
test_the_inverse_information_gives_the_variance_of_log_ratios(void **state)
{
    struct lewis_choices c = five_kinds();
    struct worth worth;

    (void)state;
    assert_true(worth_fit(&c, &worth));
    const double (*v)[3] = worth.inverse;
    for (int i = 0; i < 3; i++)
        assert_near(v[i][0] + v[i][1] + v[i][2], 0, 1e-15);
    assert_near(v[L][L] + v[R][R] - 2 * v[L][R], .25357041, 1e-7);
    assert_near(v[M][M] + v[R][R] - 2 * v[M][R], .21924686, 1e-7);
    assert_near(v[L][M] - v[L][R] - v[M][R] + v[R][R], .13548093, 1e-7);
}

static void
test_a_ranking_may_stop_after_the_first(void **state)
{
    struct lewis_choices c = five_kinds();

    (void)state;
    c.win[L][R] -= 5;
    prior(&c, .5);
    expect(&c, .57471111, .27852406, .14676483, 1e-8);
}

static void
test_picks_alone_are_plain_shares_with_the_prior_added(void **state)
{
    struct lewis_choices c = {{14, 10, 6}, {{0}}};

    (void)state;
    expect(&c, 14 / 30., 10 / 30., 6 / 30., 1e-12);
    prior(&c, .5);
    expect(&c, 14.5 / 31.5, 10.5 / 31.5, 6.5 / 31.5, 1e-12);
}

static void
test_a_style_beaten_without_exception_gets_nothing(void **state)
{
    struct lewis_choices c = {{0}, {{0}}};

    (void)state;
    rank(&c, 20, M, R, L);
    rank(&c, 10, R, M, L);
    /* L never wins; M over R: 20 first choices against 10 */
    expect(&c, 0, 2 / 3., 1 / 3., 1e-9);
    c = (struct lewis_choices){{0}, {{0}}};
    rank(&c, 30, L, M, R);
    expect(&c, 1, 0, 0, 1e-9);
}

static void
test_no_choices_are_no_profile(void **state)
{
    struct lewis_choices c = {{0}, {{0}}};
    struct worth worth;

    (void)state;
    assert_false(worth_fit(&c, &worth));
}

static void
test_relabelling_the_styles_relabels_the_worths(void **state)
{
    struct lewis_choices c = five_kinds(), d = {{0}, {{0}}};
    struct worth a, b;

    (void)state;
    for (int i = 0; i < 3; i++) {
        d.first[(i + 1) % 3] = c.first[i];
        for (int j = 0; j < 3; j++)
            d.win[(i + 1) % 3][(j + 1) % 3] = c.win[i][j];
    }
    assert_true(worth_fit(&c, &a));
    assert_true(worth_fit(&d, &b));
    for (int i = 0; i < 3; i++)
        assert_near(a.share[i], b.share[(i + 1) % 3], 1e-12);
}

/* Hunter's MM algorithm, written from the paper: a second method. */
static void
minorize_maximize(const struct lewis_choices *c, double w[3])
{
    double n = c->first[0] + c->first[1] + c->first[2];

    w[0] = w[1] = w[2] = 1 / 3.;
    for (int k = 0; k < 200000; k++) {
        double next[3], sum = 0;
        for (int i = 0; i < 3; i++) {
            double wins = c->first[i], below = n;
            for (int j = 0; j < 3; j++)
                if (j != i) {
                    wins += c->win[i][j];
                    below += (c->win[i][j] + c->win[j][i]) / (w[i] + w[j]);
                }
            next[i] = wins / below;
        }
        for (int i = 0; i < 3; i++)
            sum += next[i];
        for (int i = 0; i < 3; i++)
            w[i] = next[i] / sum;
    }
}

static void
test_newton_and_mm_meet_on_random_answers(void **state)
{
    uint64_t s = 20240131;

    (void)state;
    for (int trial = 0; trial < 20; trial++) {
        struct lewis_choices c = {{0}, {{0}}};
        double w[3];
        for (int k = 0; k < 12; k++) {
            s = s * 6364136223846793005u + 1442695040888963407u;
            int i = (int)((s >> 33) % 3), j = (i + 1 + (int)((s >> 40) & 1)) % 3;
            rank(&c, 1, i, j, 3 - i - j);
        }
        prior(&c, .5);
        minorize_maximize(&c, w);
        expect(&c, w[0], w[1], w[2], 1e-10);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rankings_without_prior_give_the_published_worths),
        cmocka_unit_test(
            test_rankings_with_half_a_choice_give_the_check_numbers),
        cmocka_unit_test(test_thirty_equal_rankings_stay_inside_the_triangle),
        cmocka_unit_test(test_covariance_is_that_of_the_observed_information),
        cmocka_unit_test(
            test_the_inverse_information_gives_the_variance_of_log_ratios),
        cmocka_unit_test(test_a_ranking_may_stop_after_the_first),
        cmocka_unit_test(
            test_picks_alone_are_plain_shares_with_the_prior_added),
        cmocka_unit_test(test_a_style_beaten_without_exception_gets_nothing),
        cmocka_unit_test(test_no_choices_are_no_profile),
        cmocka_unit_test(test_relabelling_the_styles_relabels_the_worths),
        cmocka_unit_test(test_newton_and_mm_meet_on_random_answers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
