/* rearrange_test.c - PERMANOVA and the test of spreads against R's vegan and
 * against all arrangements (tests/oracle/team.R).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "near.h"
#include "teams.h"

#include "team/rearrange.h"

static struct arranged
lavas(struct lewis_point point[TEAMS_LAVAS], size_t part[TEAMS_LAVAS])
{
    for (size_t i = 0; i < TEAMS_LAVAS; i++) {
        point[i] = teams_lava(i);
        part[i] = i < 8 ? 0 : i < 15 ? 1 : 2;
    }
    return (struct arranged){point, part, TEAMS_LAVAS, 3};
}

static void
test_places_are_those_of_adonis2(void **state)
{
    struct lewis_point point[TEAMS_LAVAS];
    size_t part[TEAMS_LAVAS];
    struct arranged arranged = lavas(point, part);
    struct arena arena = {0};
    double r2;
    struct lewis_test test = rearrange_places(&arranged, &r2, &arena);

    (void)state;
    assert_near(test.statistic, 24.173884852, 1e-9);
    assert_near(r2, 0.707378893465, 1e-12);
    assert_false(test.exact);
    assert_int_equal(test.permutations, 9999);
    assert_near(test.p, 0.0001, 1e-12);
    assert_near(test.p_least, 0.0001, 1e-12);
    assert_int_equal(test.n, 23);
    arena_release(&arena);
}

/* vegan finds the median by optim(), to about 1e-5. */
static void
test_spreads_are_those_of_betadisper(void **state)
{
    struct lewis_point point[TEAMS_LAVAS];
    size_t part[TEAMS_LAVAS];
    struct arranged arranged = lavas(point, part);
    struct arena arena = {0};
    struct lewis_test test = rearrange_spreads(&arranged, &arena);

    (void)state;
    assert_near(test.statistic, 4.35140956879, 2e-4);
    arena_release(&arena);
}

static const double knots[][2] = {{.70, .20}, {.65, .25}, {.60, .20},
                                  {.15, .30}, {.10, .25}, {.20, .20}};

static void
test_three_and_three_have_twenty_arrangements(void **state)
{
    struct lewis_point point[6];
    const size_t part[] = {0, 0, 0, 1, 1, 1};
    struct arranged arranged = {point, part, 6, 2};
    struct arena arena = {0};
    struct lewis_test test;
    double r2;

    (void)state;
    for (int i = 0; i < 6; i++)
        point[i] = teams_score(knots[i][0], knots[i][1], 0).point;
    test = rearrange_places(&arranged, &r2, &arena);
    assert_true(test.exact);
    assert_int_equal(test.permutations, 20);
    assert_near(test.statistic, 99.294117647, 1e-8);
    assert_near(test.p, 0.1, 1e-12);
    assert_near(test.p_least, 0.1, 1e-12);
    arena_release(&arena);
}

static void
test_four_and_four_by_all_seventy(void **state)
{
    const struct lewis_point point[] = {
        {.30, .10}, {.32, .12}, {.31, .09}, {.29, .11},
        {.50, .40}, {.80, .05}, {.60, .70}, {.95, .20}};
    const size_t part[] = {0, 0, 0, 0, 1, 1, 1, 1};
    struct arranged arranged = {point, part, 8, 2};
    struct arena arena = {0};
    struct lewis_test test = rearrange_spreads(&arranged, &arena);

    (void)state;
    assert_int_equal(test.permutations, 70);
    assert_near(test.statistic, 44.045854784, 1e-3); /* optim() again */
    assert_near(test.p, 2.0 / 70, 1e-12);
    arena_release(&arena);
}

/* 3, 3 and 2 of eight: 8! / (3! 3! 2!) = 560 arrangements, two of which are the
 * same parting. */
static void
test_the_least_p_counts_groups_of_one_size(void **state)
{
    const struct lewis_point point[] = {{0, 0},   {.1, 0},  {0, .1},  {.5, 0},
                                        {.6, .1}, {.5, .1}, {.2, .6}, {.3, .6}};
    const size_t part[] = {0, 0, 0, 1, 1, 1, 2, 2};
    struct arranged arranged = {point, part, 8, 3};
    struct arena arena = {0};
    double r2;
    struct lewis_test test = rearrange_places(&arranged, &r2, &arena);

    (void)state;
    assert_int_equal(test.permutations, 560);
    assert_near(test.p_least, 2.0 / 560, 1e-12);
    assert_near(test.p, 2.0 / 560, 1e-12);
    arena_release(&arena);
}

static void
test_people_on_one_spot_have_no_test(void **state)
{
    const struct lewis_point point[] = {{.3, .2}, {.3, .2}, {.3, .2}, {.3, .2}};
    const size_t part[] = {0, 0, 1, 1};
    struct arranged arranged = {point, part, 4, 2};
    struct arena arena = {0};
    double r2;
    struct lewis_test test = rearrange_places(&arranged, &r2, &arena);

    (void)state;
    assert_true(isnan(test.statistic));
    assert_true(isnan(test.p));
    assert_true(isnan(r2));
    arena_release(&arena);
}

/* A point that three others pull on evenly is their median; so is a point that
 * is one of the four. */
static void
test_the_median_may_be_one_of_the_points(void **state)
{
    const struct lewis_point point[] = {
        {.5, .3}, {.5, .5}, {.5 + .1732050808, .2}, {.5 - .1732050808, .2}};
    const size_t part[] = {0, 0, 0, 0};
    struct arranged arranged = {point, part, 4, 1};
    struct lewis_point median = rearrange_median(&arranged, 0);

    (void)state;
    assert_near(median.x, .5, 1e-9);
    assert_near(median.y, .3, 1e-9);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_places_are_those_of_adonis2),
        cmocka_unit_test(test_spreads_are_those_of_betadisper),
        cmocka_unit_test(test_three_and_three_have_twenty_arrangements),
        cmocka_unit_test(test_four_and_four_by_all_seventy),
        cmocka_unit_test(test_the_least_p_counts_groups_of_one_size),
        cmocka_unit_test(test_people_on_one_spot_have_no_test),
        cmocka_unit_test(test_the_median_may_be_one_of_the_points),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
