/* figures_test.c - figures of whole teams.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "near.h"
#include "teams.h"

/* Six people in two knots (linear, multi). */
static const double knots[][2] = {{.70, .20}, {.65, .25}, {.60, .20},
                                  {.15, .30}, {.10, .25}, {.20, .20}};

static struct lewis_team *
two_knots(void)
{
    static const char *const column[] = {"team"};
    struct lewis_team *team = lewis_team_new(column, 1, NULL);
    char id[8];

    assert_non_null(team);
    for (int i = 0; i < 6; i++) {
        snprintf(id, sizeof id, "P%d", i + 1);
        teams_add(team, id, knots[i][0], knots[i][1], i < 3 ? "a" : "b");
    }
    return team;
}

static struct lewis_team_figures *
figures_of(const struct lewis_team *team, size_t min_group, bool anonymous)
{
    struct lewis_team_options options = lewis_team_defaults();
    struct lewis_team_figures *figures;

    options.min_group = min_group;
    options.anonymous = anonymous;
    figures = lewis_team_figures_new(team, &options, NULL);
    assert_non_null(figures);
    return figures;
}

/* R: x <- r + m / 2; y <- m * sqrt(3) / 2; sqrt(mean((x - mean(x))^2 +
 * (y - mean(y))^2)); mean(dist(cbind(x, y))) */
static void
test_spread_is_that_of_r(void **state)
{
    struct lewis_team *team = two_knots();
    struct lewis_team_figures *figures = figures_of(team, 3, false);

    (void)state;
    assert_near(figures->spread.standard_distance, 0.24692553983, 1e-11);
    assert_near(figures->spread.mean_pairwise, 0.32471062068, 1e-11);
    assert_int_equal(figures->n, 6);
    assert_int_equal(figures->members, 6);
    lewis_team_figures_free(figures);
    lewis_team_free(team);
}

static void
test_the_axis_has_its_two_ends(void **state)
{
    struct lewis_team *team = two_knots();
    struct lewis_team_figures *figures = figures_of(team, 3, false);
    const struct lewis_spread *spread = &figures->spread;

    (void)state;
    assert_int_equal(spread->from + spread->toward,
                     LEWIS_LINEAR + LEWIS_REACTIVE);
    assert_true(spread->axis[spread->toward] > 0.9);
    assert_true(spread->axis[spread->from] < -0.9);
    lewis_team_figures_free(figures);
    lewis_team_free(team);
}

static void
test_a_team_below_the_least_has_no_figures(void **state)
{
    struct lewis_team *team = two_knots();
    struct lewis_team_figures *figures = figures_of(team, 7, false);

    (void)state;
    assert_int_equal(figures->presence, LEWIS_WITHHELD);
    assert_int_equal(figures->n, 6);
    assert_null(figures->member);
    assert_int_equal(figures->center.n, 0);
    lewis_team_figures_free(figures);
    lewis_team_free(team);
}

static void
test_an_anonymous_team_has_no_members(void **state)
{
    struct lewis_team *team = two_knots();
    struct lewis_team_figures *figures = figures_of(team, 3, true);

    (void)state;
    assert_null(figures->member);
    assert_int_equal(figures->members, 0);
    lewis_team_figures_free(figures);
    lewis_team_free(team);
}

static void
test_wrong_options_are_refused(void **state)
{
    struct lewis_team *team = two_knots();
    struct lewis_team_options options = lewis_team_defaults();
    struct lewis_error error;

    (void)state;
    options.min_group = 2;
    assert_null(lewis_team_figures_new(team, &options, &error));
    assert_int_equal(error.code, LEWIS_EINVALID);
    options = lewis_team_defaults();
    options.level = 1;
    assert_null(lewis_team_figures_new(team, &options, &error));
    assert_int_equal(error.code, LEWIS_EINVALID);
    lewis_team_free(team);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_spread_is_that_of_r),
        cmocka_unit_test(test_the_axis_has_its_two_ends),
        cmocka_unit_test(test_a_team_below_the_least_has_no_figures),
        cmocka_unit_test(test_an_anonymous_team_has_no_members),
        cmocka_unit_test(test_wrong_options_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
