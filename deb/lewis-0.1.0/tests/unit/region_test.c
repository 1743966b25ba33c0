/* region_test.c - bounds and regions against R (tests/oracle/choice.R) and by
 * their own definitions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "near.h"

#include "score/key.h"
#include "score/region.h"
#include "score/worth.h"

static const double Z2 = 4.605170185988092; /* chi-square, 2 df, .90 */

static struct lewis_region
picks(double l, double m, double r)
{
    double n = l + m + r;

    return (struct lewis_region){.kind = LEWIS_REGION_SCORE,
                                 .center = {l / n, m / n, r / n},
                                 .n = n,
                                 .radius2 = Z2};
}

static void
expect_bounds(const struct lewis_region *region, const double expected[6])
{
    double low[3], high[3];

    region_bounds(region, region->center, low, high);
    for (int i = 0; i < 3; i++) {
        assert_near(low[i], expected[2 * i], 2e-8);
        assert_near(high[i], expected[2 * i + 1], 2e-8);
    }
}

static void
test_bounds_of_picks_are_the_shadow_of_the_score_region(void **state)
{
    struct lewis_region a = picks(14, 10, 6), b = picks(12, 0, 0);
    struct lewis_region c = picks(5, 4, 3);

    (void)state;
    expect_bounds(&a, (double[]){.28905536, .65314981, .18212112, .52890472,
                                 .08864117, .39120534});
    expect_bounds(&b, (double[]){.72266649, 1, 0, .27733350, 0, .27733350});
    expect_bounds(&c, (double[]){.17912174, .70043384, .12703595, .63207522,
                                 .08099087, .55767589});
}

static void
test_every_point_of_the_curve_is_on_the_edge(void **state)
{
    struct lewis_region region = picks(14, 10, 6);
    struct lewis_point curve[64];

    (void)state;
    lewis_region_curve(&region, curve, 64);
    for (int k = 0; k < 64; k++) {
        double p[3], sum = 0;
        lewis_triangle_shares(curve[k], p);
        for (int i = 0; i < 3; i++)
            sum += pow(region.center[i] - p[i], 2) * region.n / p[i];
        assert_near(sum, Z2, 1e-6);
    }
}

static void
test_the_curve_reaches_as_far_as_the_bounds(void **state)
{
    enum { FINE = 20000 };
    static struct lewis_point curve[FINE];
    struct lewis_region region = picks(14, 10, 6);
    double low[3], high[3], least[3] = {1, 1, 1}, most[3] = {0};

    (void)state;
    region_bounds(&region, region.center, low, high);
    lewis_region_curve(&region, curve, FINE);
    for (int k = 0; k < FINE; k++) {
        double p[3];
        lewis_triangle_shares(curve[k], p);
        for (int i = 0; i < 3; i++) {
            least[i] = fmin(least[i], p[i]);
            most[i] = fmax(most[i], p[i]);
        }
    }
    for (int i = 0; i < 3; i++) {
        assert_near(least[i], low[i], 1e-6);
        assert_near(most[i], high[i], 1e-6);
    }
}

static void
test_a_region_at_the_corner_stays_inside_the_triangle(void **state)
{
    struct lewis_region region = picks(12, 0, 0);
    struct lewis_point curve[90];

    (void)state;
    lewis_region_curve(&region, curve, 90);
    for (int k = 0; k < 90; k++) {
        double p[3];
        lewis_triangle_shares(curve[k], p);
        for (int i = 0; i < 3; i++)
            assert_true(p[i] > -1e-12 && p[i] < 1 + 1e-12);
    }
}

/* Is style i ahead somewhere in the region? By looking everywhere. */
static unsigned
styles_by_grid(const struct lewis_region *region, int lead)
{
    enum { STEPS = 700 };
    unsigned styles = 1u << lead;

    for (int a = 0; a <= STEPS; a++)
        for (int b = 0; a + b <= STEPS; b++) {
            double p[3] = {a / (double)STEPS, b / (double)STEPS,
                           (STEPS - a - b) / (double)STEPS};
            if (!lewis_region_holds(region, p))
                continue;
            for (int i = 0; i < 3; i++)
                if (p[i] >= p[lead])
                    styles |= 1u << i;
        }
    return styles;
}

static void
test_styles_are_named_as_far_as_the_region_allows(void **state)
{
    static const double counts[][3] = {
        {14, 10, 6}, {25, 3, 2}, {5, 4, 3}, {20, 9, 1}, {1, 14, 15},
        {3, 3, 24},  {15, 2, 13}, {30, 0, 0}, {17, 6, 7}, {12, 17, 1}};

    (void)state;
    for (size_t k = 0; k < sizeof counts / sizeof counts[0]; k++) {
        struct lewis_region region =
            picks(counts[k][0], counts[k][1], counts[k][2]);
        int lead = 0;
        for (int i = 1; i < 3; i++)
            if (counts[k][i] > counts[k][lead])
                lead = i;
        assert_int_equal(region_styles(&region, region.center),
                         styles_by_grid(&region, lead));
    }
}

static void
test_the_region_of_rankings_is_that_of_their_likelihood(void **state)
{
    struct lewis_region region = {.kind = LEWIS_REGION_LIKELIHOOD,
                                  .radius2 = Z2,
                                  .choices = {{12.5, 6.5, 2.5}, {{0}}}};
    struct lewis_point curve[48];
    struct worth worth;

    (void)state;
    region.choices.win[1][2] = 8;
    region.choices.win[2][1] = 4;
    region.choices.win[0][2] = 5;
    region.choices.win[2][0] = 1;
    region.choices.win[0][1] = 2;
    assert_true(worth_fit(&region.choices, &worth));
    for (int i = 0; i < 3; i++)
        region.center[i] = worth.share[i];
    assert_true(lewis_region_holds(&region, region.center));
    lewis_region_curve(&region, curve, 48);
    for (int k = 0; k < 48; k++) {
        double p[3];
        lewis_triangle_shares(curve[k], p);
        assert_near(2 * (worth_likelihood(&region.choices,
                                                 region.center) -
                                worth_likelihood(&region.choices, p)),
                           Z2, 1e-6);
    }
}

/* Rankings i > j > k, with half a choice of each style. */
static struct lewis_region
rankings(const int count[6])
{
    static const int order[6][3] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2},
                                    {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    struct lewis_region region = {.kind = LEWIS_REGION_LIKELIHOOD,
                                  .radius2 = Z2,
                                  .choices = {{.5, .5, .5}, {{0}}}};
    struct worth worth;

    for (int k = 0; k < 6; k++) {
        region.choices.first[order[k][0]] += count[k];
        region.choices.win[order[k][1]][order[k][2]] += count[k];
    }
    assert_true(worth_fit(&region.choices, &worth));
    for (int i = 0; i < 3; i++) {
        region.center[i] = worth.share[i];
        region.covariance[i] = worth.covariance[i];
    }
    return region;
}

/* By R: tests/oracle/choice.R. */
static void
test_bounds_of_rankings_are_those_of_the_profile_likelihood(void **state)
{
    static const double exact[6] = {.405563, .793755, .127290,
                                    .451390, .048305, .250074};
    struct lewis_region region = rankings((int[]){8, 4, 5, 1, 2, 0});
    double low[3], high[3];

    (void)state;
    region_bounds(&region, region.center, low, high);
    for (int i = 0; i < 3; i++) {
        assert_near(low[i], exact[2 * i], 1e-3);
        assert_near(high[i], exact[2 * i + 1], 1e-3);
    }
}

static void
test_bounds_of_rankings_hold_a_few_answers_too(void **state)
{
    static const int count[][6] = {{12, 0, 0, 0, 0, 0}, {30, 0, 0, 0, 0, 0},
                                   {2, 2, 2, 2, 2, 2},  {0, 0, 0, 0, 0, 1},
                                   {60, 0, 60, 0, 0, 0}, {0, 5, 0, 0, 7, 0}};

    (void)state;
    for (size_t k = 0; k < sizeof count / sizeof count[0]; k++) {
        struct lewis_region region = rankings(count[k]);
        double low[3], high[3];
        region_bounds(&region, region.center, low, high);
        for (int i = 0; i < 3; i++)
            assert_true(low[i] >= 0 && low[i] < region.center[i] &&
                        region.center[i] < high[i] && high[i] <= 1);
    }
}

static void
test_styles_of_rankings_are_those_that_lead_in_the_region(void **state)
{
    static const int count[][6] = {
        {8, 4, 5, 1, 2, 0}, {12, 0, 0, 0, 0, 0}, {2, 2, 2, 2, 2, 2},
        {9, 3, 9, 3, 1, 1}, {1, 0, 9, 12, 0, 4}, {0, 0, 0, 3, 14, 13},
        {20, 9, 1, 0, 0, 0}};

    (void)state;
    for (size_t k = 0; k < sizeof count / sizeof count[0]; k++) {
        struct lewis_region region = rankings(count[k]);
        int lead = 0;
        for (int i = 1; i < 3; i++)
            if (region.center[i] > region.center[lead])
                lead = i;
        assert_int_equal(region_styles(&region, region.center),
                         styles_by_grid(&region, lead));
    }
}

static struct lewis_region
ellipse(double l, double m, double var_l, double cov, double var_m)
{
    return (struct lewis_region){.kind = LEWIS_REGION_ELLIPSE,
                                 .center = {l, m, 1 - l - m},
                                 .covariance = {var_l, cov, var_m},
                                 .n = 30,
                                 .radius2 = Z2};
}

/* The last point of the region from the centre towards 'far', by halving and
 * lewis_region_holds() alone; 'far' is outside the triangle. */
static struct lewis_point
edge_by_halving(const struct lewis_region *region, struct lewis_point far)
{
    double inside = 0, outside = 1, end[3], p[3];

    lewis_triangle_shares(far, end);
    for (int k = 0; k < 60; k++) {
        double t = (inside + outside) / 2;

        for (int i = 0; i < 3; i++)
            p[i] = region->center[i] + t * (end[i] - region->center[i]);
        if (lewis_region_holds(region, p))
            inside = t;
        else
            outside = t;
    }
    for (int i = 0; i < 3; i++)
        p[i] = region->center[i] + inside * (end[i] - region->center[i]);
    return lewis_triangle_point(p);
}

static void
expect_curve_by_halving(const struct lewis_region *region)
{
    enum { POINTS = 100 };
    struct lewis_point curve[POINTS];
    struct lewis_point center = lewis_triangle_point(region->center);

    lewis_region_curve(region, curve, POINTS);
    for (int k = 0; k < POINTS; k++) {
        double angle = 2 * acos(-1) * k / POINTS;
        struct lewis_point edge = edge_by_halving(
            region, (struct lewis_point){center.x + 2 * cos(angle),
                                         center.y + 2 * sin(angle)});
        assert_near(curve[k].x, edge.x, 1e-9);
        assert_near(curve[k].y, edge.y, 1e-9);
    }
}

static void
test_the_curve_is_where_halving_finds_the_edge(void **state)
{
    static const double pick[][3] = {{14, 10, 6}, {12, 0, 0}, {0, 7, 5},
                                     {1, 1, 1},   {0, 0, 30}, {300, 1, 40}};
    static const int rank[][6] = {{8, 4, 5, 1, 2, 0}, {12, 0, 0, 0, 0, 0},
                                  {2, 2, 2, 2, 2, 2}, {0, 0, 0, 0, 0, 1},
                                  {60, 0, 60, 0, 0, 0}, {0, 5, 0, 0, 7, 0}};
    struct lewis_region slim = ellipse(.5, .3, .01, -.0099, .01);
    struct lewis_region wide = ellipse(.1, .8, .4, -.1, .5);

    (void)state;
    for (size_t k = 0; k < sizeof pick / sizeof pick[0]; k++) {
        struct lewis_region region = picks(pick[k][0], pick[k][1], pick[k][2]);
        expect_curve_by_halving(&region);
    }
    for (size_t k = 0; k < sizeof rank / sizeof rank[0]; k++) {
        struct lewis_region region = rankings(rank[k]);
        expect_curve_by_halving(&region);
    }
    expect_curve_by_halving(&slim);
    expect_curve_by_halving(&wide);
}

/* An answer sheet of points items, 10 to share out over L, M and R. */
static struct lewis_score
score_points(const uint8_t points[][3], size_t items)
{
    size_t size = sizeof(struct lewis_key) + items * sizeof(struct key_item);
    struct lewis_key *key = calloc(1, size);
    struct lewis_answer answer[16] = {{0}};
    struct lewis_score score;

    assert_non_null(key);
    key->kind = LEWIS_BANK_CHOICE;
    key->prior = .5;
    key->level = .9;
    key->radius2 = Z2;
    key->count = key->scored = items;
    for (size_t i = 0; i < items; i++) {
        key->item[i] = (struct key_item){.form = LEWIS_POINTS, .total = 10,
                                         .options = 3,
                                         .option_style = {0, 1, 2}};
        answer[i].count = 3;
        memcpy(answer[i].part, points[i], 3);
    }
    lewis_score_answers(key, answer, &score);
    free(key);
    return score;
}

/* By R: tests/oracle/choice.R. */
static void
test_points_that_are_much_alike_tell_more_than_picks(void **state)
{
    static const uint8_t points[][3] = {
        {5, 3, 2}, {4, 4, 2}, {6, 2, 2}, {5, 2, 3}, {3, 4, 3}};
    struct lewis_score s = score_points(points, 5);

    (void)state;
    assert_int_equal(s.region.kind, LEWIS_REGION_SCORE);
    assert_near(s.region.n, 117.48132337, 1e-7);
    assert_near(s.region.radius2, 6.2262352803, 1e-9);
    expect_bounds(&s.region,
                  (double[]){.3501825667, .5738438552, .2067670570,
                             .4133650524, .1563828105, .3497889318});
}

static void
test_points_given_whole_are_picks(void **state)
{
    static const uint8_t points[][3] = {
        {10, 0, 0}, {0, 10, 0}, {10, 0, 0}, {0, 0, 10}, {10, 0, 0},
        {0, 10, 0}, {0, 0, 10}, {10, 0, 0}, {0, 10, 0}};
    struct lewis_score s = score_points(points, 9);

    (void)state;
    assert_near(s.region.n, 9, 1e-12);
    assert_near(s.region.radius2, Z2, 1e-12);
}

static void
test_the_same_points_everywhere_are_not_certainty(void **state)
{
    static const uint8_t points[][3] = {{4, 3, 3}, {4, 3, 3}, {4, 3, 3},
                                        {4, 3, 3}, {4, 3, 3}, {4, 3, 3}};
    struct lewis_score s = score_points(points, 6);

    (void)state;
    for (int i = 0; i < 3; i++)
        assert_true(s.high[i] - s.low[i] > .02);
}

static void
test_a_point_off_the_triangle_is_in_no_region(void **state)
{
    struct lewis_region region = picks(12, 0, 0);

    (void)state;
    assert_false(lewis_region_holds(&region, (double[]){1.1, -.1, 0}));
    assert_false(lewis_region_holds(&region, (double[]){NAN, 0, 0}));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            test_bounds_of_picks_are_the_shadow_of_the_score_region),
        cmocka_unit_test(test_every_point_of_the_curve_is_on_the_edge),
        cmocka_unit_test(test_the_curve_reaches_as_far_as_the_bounds),
        cmocka_unit_test(
            test_a_region_at_the_corner_stays_inside_the_triangle),
        cmocka_unit_test(test_styles_are_named_as_far_as_the_region_allows),
        cmocka_unit_test(
            test_the_region_of_rankings_is_that_of_their_likelihood),
        cmocka_unit_test(
            test_bounds_of_rankings_are_those_of_the_profile_likelihood),
        cmocka_unit_test(test_bounds_of_rankings_hold_a_few_answers_too),
        cmocka_unit_test(
            test_styles_of_rankings_are_those_that_lead_in_the_region),
        cmocka_unit_test(test_the_curve_is_where_halving_finds_the_edge),
        cmocka_unit_test(test_points_that_are_much_alike_tell_more_than_picks),
        cmocka_unit_test(test_points_given_whole_are_picks),
        cmocka_unit_test(test_the_same_points_everywhere_are_not_certainty),
        cmocka_unit_test(test_a_point_off_the_triangle_is_in_no_region),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
