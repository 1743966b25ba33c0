/* faultline_test.c - the best split in two against all subsets in R
 * (tests/oracle/team.R), against a second method, and its null against published
 * and quoted medians.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "near.h"
#include "teams.h"

#include "team/chance.h"
#include "team/faultline.h"
#include "team/split.h"

static const struct lewis_point twelve[] = {
    {0.27, 0.34}, {0.37, 0.19}, {0.57, 0.38}, {0.91, 0.25},
    {0.20, 0.36}, {0.90, 0.50}, {0.94, 0.19}, {0.66, 0.39},
    {0.63, 0.47}, {0.06, 0.11}, {0.21, 0.33}, {0.18, 0.06}};

static double
best(const struct lewis_point point[], size_t n, size_t least,
     unsigned char side[])
{
    struct arena arena = {0};
    struct splitting work;
    double value;

    assert_true(splitting_init(&work, n, &arena));
    value = split_best(&work, point, n, least, side);
    arena_release(&arena);
    return value;
}

static void
test_the_best_split_is_that_of_all_subsets(void **state)
{
    unsigned char side[12];

    (void)state;
    assert_near(best(twelve, 12, 1, side), 0.736379213323, 1e-11);
    assert_near(best(twelve, 12, 2, side), 0.736379213323, 1e-11);
    assert_near(best(twelve, 12, 5, side), 0.736379213323, 1e-11);
    assert_near(faultline_silhouette(twelve, side, 12), 0.582605122275, 1e-11);
}

static void
test_two_knots_are_the_published_vector(void **state)
{
    static const double knots[][2] = {{.70, .20}, {.65, .25}, {.60, .20},
                                      {.15, .30}, {.10, .25}, {.20, .20}};
    struct lewis_point point[6];
    unsigned char side[6];

    (void)state;
    for (int i = 0; i < 6; i++)
        point[i] = teams_score(knots[i][0], knots[i][1], 0).point;
    assert_near(best(point, 6, 2, side), 0.96127562642, 1e-10);
    assert_near(faultline_silhouette(point, side, 6), 0.82783125227, 1e-10);
    assert_true(side[0] == side[1] && side[1] == side[2]);
    assert_true(side[3] == side[4] && side[4] == side[5]);
    assert_true(side[0] != side[3]);
}

/* All subsets, by brute force. */
static double
by_subsets(const struct lewis_point point[], size_t n, size_t least)
{
    struct lewis_cloud all = {0};
    double top = -1;

    for (size_t i = 0; i < n; i++)
        lewis_cloud_add(&all, point[i]);
    for (unsigned code = 1; code < 1u << (n - 1); code++) {
        struct lewis_cloud half[2] = {{0}, {0}};
        double within;

        for (size_t i = 0; i < n; i++)
            lewis_cloud_add(&half[code >> i & 1], point[i]);
        within = half[0].xx + half[0].yy + half[1].xx + half[1].yy;
        if (half[0].n >= least && half[1].n >= least)
            top = fmax(top, 1 - within / (all.xx + all.yy));
    }
    return top;
}

static void
test_three_methods_agree_on_random_points(void **state)
{
    struct chance chance = {1};
    struct lewis_point point[9];
    struct arena arena = {0};
    struct splitting work;

    (void)state;
    assert_true(splitting_init(&work, 9, &arena));
    for (int draw = 0; draw < 60; draw++) {
        size_t least = (size_t)(1 + draw % 4);
        double expected;
        for (int i = 0; i < 9; i++)
            point[i] = (struct lewis_point){chance_normal(&chance),
                                            chance_normal(&chance)};
        expected = by_subsets(point, 9, least);
        assert_near(split_best(&work, point, 9, least, NULL), expected, 1e-11);
        assert_near(split_sweep(&work, point, 9, least), expected, 1e-11);
    }
    arena_release(&arena);
}

/* On a grid many lie on one line, and some on one spot. */
static void
test_points_on_lines_are_split_as_well(void **state)
{
    struct chance chance = {2};
    struct lewis_point point[9];
    struct arena arena = {0};
    struct splitting work;

    (void)state;
    assert_true(splitting_init(&work, 9, &arena));
    for (int draw = 0; draw < 60; draw++) {
        double expected;
        for (int i = 0; i < 9; i++)
            point[i] = (struct lewis_point){
                0.125 * (double)chance_below(&chance, 4),
                0.125 * (double)chance_below(&chance, 4)};
        expected = by_subsets(point, 9, 2);
        assert_near(split_best(&work, point, 9, 2, NULL), expected, 1e-11);
        assert_near(split_sweep(&work, point, 9, 2), expected, 1e-11);
    }
    arena_release(&arena);
}

/* Medians and 95th percentiles of 200 simulations of random teams in asw.cluster
 * (R), singletons allowed. */
static void
test_the_null_has_its_known_medians(void **state)
{
    static const struct {
        size_t n;
        double median, high;
    } known[] = {{4, .72, .89}, {6, .61, .80}, {8, .56, .71}, {10, .51, .67}};
    double value[2000];

    (void)state;
    for (size_t k = 0; k < 4; k++) {
        struct arena arena = {0};
        assert_true(
            faultline_null(known[k].n, 1, 1, 1, 2000, value, &arena));
        assert_near(value[1000], known[k].median, 0.02);
        assert_near(value[1900], known[k].high, 0.03);
        arena_release(&arena);
    }
}

/* A long thin team splits well without any fault: for many people on a line the
 * best part is 2 / pi. */
static void
test_a_long_team_has_a_null_of_its_own(void **state)
{
    double value[199];
    struct arena arena = {0};

    (void)state;
    assert_true(faultline_null(400, 2, 1, 1e-9, 199, value, &arena));
    assert_near(value[99], 2 / 3.141592653589793, 0.01);
    arena_release(&arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_best_split_is_that_of_all_subsets),
        cmocka_unit_test(test_two_knots_are_the_published_vector),
        cmocka_unit_test(test_three_methods_agree_on_random_points),
        cmocka_unit_test(test_points_on_lines_are_split_as_well),
        cmocka_unit_test(test_the_null_has_its_known_medians),
        cmocka_unit_test(test_a_long_team_has_a_null_of_its_own),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
