/* figures_test.c - figures of whole teams.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "near.h"
#include "team/center.h"
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

/* People on the places of lavas from .. to - 1. */
static struct lewis_team *
lava_team(size_t from, size_t to, bool backward)
{
    struct lewis_team *team = lewis_team_new(NULL, 0, NULL);

    assert_non_null(team);
    for (size_t k = 0; k < to - from; k++) {
        size_t i = backward ? to - 1 - k : from + k;
        double share[3];
        char id[8];

        lewis_triangle_shares(teams_lava(i), share);
        snprintf(id, sizeof id, "L%zu", i);
        teams_add(team, id, share[0], share[1], NULL);
    }
    return team;
}

static void
test_the_axes_of_the_lavas_are_those_of_prcomp(void **state)
{
    struct lewis_team *team = lava_team(0, 23, false);
    struct lewis_team_figures *figures = figures_of(team, 5, false);

    (void)state;
    assert_near(figures->spread.major, 0.11131774976, 1e-11);
    assert_near(figures->spread.minor, 0.0360261610502, 1e-11);
    assert_near(figures->spread.part, 0.905191435464, 1e-11);
    assert_near(figures->spread.p, 1.33138599966e-05, 1e-14);
    lewis_team_figures_free(figures);
    lewis_team_free(team);
}

static void
test_the_order_of_members_changes_nothing(void **state)
{
    struct lewis_team *team = lava_team(0, 23, false);
    struct lewis_team *turned = lava_team(0, 23, true);
    struct lewis_team_figures *a = figures_of(team, 5, false);
    struct lewis_team_figures *b = figures_of(turned, 5, false);

    (void)state;
    assert_memory_equal(&a->center, &b->center, sizeof a->center);
    assert_true(a->spread.mean_pairwise == b->spread.mean_pairwise);
    assert_true(a->faultline.between == b->faultline.between);
    assert_true(a->faultline.p == b->faultline.p);
    assert_string_equal(a->member[a->medoid].id, b->member[b->medoid].id);
    assert_int_equal(a->outliers.count, b->outliers.count);
    lewis_team_figures_free(a);
    lewis_team_figures_free(b);
    lewis_team_free(team);
    lewis_team_free(turned);
}

/* Linear and reactive change places: a mirror. */
static void
test_relabelled_styles_mirror_the_figures(void **state)
{
    struct lewis_team *team = two_knots(), *mirror;
    struct lewis_team_figures *a = figures_of(team, 3, false), *b;

    (void)state;
    mirror = lewis_team_new(NULL, 0, NULL);
    for (int i = 0; i < 6; i++)
        teams_add(mirror, "P", 1 - knots[i][0] - knots[i][1], knots[i][1],
                  NULL);
    b = figures_of(mirror, 3, false);
    assert_near(a->spread.standard_distance, b->spread.standard_distance,
                1e-14);
    assert_near(a->faultline.between, b->faultline.between, 1e-12);
    for (int s = 0; s < 3; s++) {
        assert_near(a->center.share[s], b->center.share[2 - s], 1e-14);
        assert_near(a->center.low[s], b->center.low[2 - s], 1e-12);
        assert_int_equal(a->styles.of[1u << s], b->styles.of[1u << (2 - s)]);
    }
    lewis_team_figures_free(a);
    lewis_team_figures_free(b);
    lewis_team_free(team);
    lewis_team_free(mirror);
}

/* tests/oracle/team.R */
static void
test_the_gap_to_another_team_is_nel_and_van_der_merwes(void **state)
{
    struct lewis_team *team = lava_team(0, 8, false);
    struct lewis_team_options options = lewis_team_defaults();
    struct lewis_team_figures *figures;
    const struct lewis_gap *gap;

    (void)state;
    options.partner.kind = LEWIS_PARTNER_TEAM;
    options.partner.name = "the others";
    for (size_t i = 8; i < 23; i++)
        lewis_cloud_add(&options.partner.cloud, teams_lava(i));
    figures = lewis_team_figures_new(team, &options, NULL);
    assert_non_null(figures);
    gap = &figures->gap;
    assert_int_equal(gap->presence, LEWIS_PRESENT);
    assert_near(gap->distance, 0.192747153748, 1e-12);
    assert_near(gap->low, 0.110082602053, 1e-5);
    assert_near(gap->high, 0.276143047451, 1e-5);
    assert_false(gap->open);
    assert_int_equal(gap->bridges, 8);
    assert_near(gap->share[0] + gap->share[1] + gap->share[2], 0, 1e-14);
    lewis_team_figures_free(figures);
    lewis_team_free(team);
}

static void
test_the_gap_to_a_country_allows_for_its_own_error(void **state)
{
    const struct lewis_text name[] = {{"en", "Corner"}, {NULL, NULL}};
    struct lewis_country corner = {.iso = "XA",
                                   .name = name,
                                   .measured = true,
                                   .n = 4,
                                   .sd = 0.1,
                                   .share = {1, 0, 0}};
    struct lewis_team *team = lava_team(0, 8, false);
    struct lewis_team_options options = lewis_team_defaults();
    struct lewis_team_figures *figures;
    double slack = 1.645 * 0.1 / 2;

    (void)state;
    options.partner.kind = LEWIS_PARTNER_COUNTRY;
    options.partner.country = &corner;
    options.partner.name = "Corner";
    figures = lewis_team_figures_new(team, &options, NULL);
    assert_non_null(figures);
    assert_near(figures->gap.distance, 0.550855868172, 1e-12);
    assert_near(figures->gap.low, 0.470340175394 - slack, 1e-5);
    assert_near(figures->gap.high, 0.63307349996 + slack, 1e-5);
    lewis_team_figures_free(figures);
    lewis_team_free(team);
}

/* Lavas 1-12 now, 12-23 before, one to one (tests/oracle/team.R). */
static void
test_before_and_after_is_paired_hotelling(void **state)
{
    struct lewis_team *team = lewis_team_new(NULL, 0, NULL);
    struct lewis_team_figures *figures;

    (void)state;
    for (size_t i = 0; i < 12; i++) {
        struct lewis_place then = {.point = teams_lava(i + 11)};
        struct lewis_score score;
        double share[3];

        lewis_triangle_shares(teams_lava(i), share);
        score = teams_score(share[0], share[1], 0);
        assert_true(lewis_team_add(team, teams_label("x"), &score, NULL,
                                   &then, NULL));
    }
    figures = figures_of(team, 5, false);
    assert_int_equal(figures->move.presence, LEWIS_PRESENT);
    assert_int_equal(figures->move.n, 12);
    assert_near(figures->move.t2, 75.3587053083, 1e-8);
    assert_near(figures->move.f, 34.2539569583, 1e-8);
    assert_near(figures->move.p, 3.35299427575e-05, 1e-15);
    assert_true(figures->move.share[LEWIS_LINEAR] > 0);
    assert_true(figures->move.low[LEWIS_LINEAR] > 0);
    lewis_team_figures_free(figures);
    lewis_team_free(team);
}

static void
test_a_few_newcomers_hide_the_move_of_an_anonymous_team(void **state)
{
    struct lewis_team *team = lava_team(0, 2, false);
    struct lewis_team_figures *figures;

    (void)state;
    for (size_t i = 2; i < 12; i++) {
        struct lewis_place then = {.point = teams_lava(i + 11)};
        struct lewis_score score = teams_score(.3, .2 + .01 * (double)i, 0);

        assert_true(lewis_team_add(team, teams_label("x"), &score, NULL,
                                   &then, NULL));
    }
    figures = figures_of(team, 5, true);
    assert_int_equal(figures->move.presence, LEWIS_WITHHELD);
    assert_near(figures->move.t2, 0, 0);
    lewis_team_figures_free(figures);
    figures = figures_of(team, 5, false);
    assert_int_equal(figures->move.presence, LEWIS_PRESENT);
    lewis_team_figures_free(figures);
    lewis_team_free(team);
}

static void
test_one_who_stands_apart_is_found(void **state)
{
    struct lewis_team *team = lava_team(8, 23, false);
    struct lewis_team_figures *figures;

    (void)state;
    teams_add(team, "Far", .9, .05, NULL);
    figures = figures_of(team, 5, false);
    assert_true(figures->outliers.robust);
    assert_true(figures->outliers.count >= 1);
    assert_string_equal(figures->member[figures->outliers.member[0]].id,
                        "Far");
    assert_true(figures->member[15].outlier);
    lewis_team_figures_free(figures);
    lewis_team_free(team);
}

static void
test_a_group_below_the_least_is_not_there(void **state)
{
    static const char *const column[] = {"site"};
    struct lewis_team *team = lewis_team_new(column, 1, NULL);
    struct lewis_team_figures *figures;
    const struct lewis_grouping *grouping;

    (void)state;
    for (int i = 0; i < 14; i++)
        teams_add(team, "x", .2 + .02 * i, .3, i < 6    ? "a"
                                               : i < 10 ? "b"
                                                        : "c");
    figures = figures_of(team, 5, false);
    grouping = &figures->grouping[0];
    assert_int_equal(grouping->count, 1);
    assert_string_equal(grouping->group[0].label, "a");
    assert_int_equal(grouping->hidden_groups, 2);
    assert_int_equal(grouping->hidden_people, 8);
    assert_false(grouping->tested);
    /* both are below the least, so that at 4 they are not */
    assert_int_equal(grouping->small_groups, 2);
    assert_string_equal(grouping->hidden[0].label, "b");
    assert_int_equal(grouping->hidden[0].n, 4);
    assert_string_equal(grouping->hidden[1].label, "c");
    assert_int_equal(grouping->least_for_all, 4);
    lewis_team_figures_free(figures);
    figures = figures_of(team, 5, true);
    assert_null(figures->grouping[0].hidden);
    assert_int_equal(figures->grouping[0].least_for_all, 0);
    lewis_team_figures_free(figures);
    /* with two people in no group, at no least: they would be left over */
    teams_add(team, "x", .3, .3, "");
    teams_add(team, "x", .4, .3, "");
    figures = figures_of(team, 5, false);
    assert_int_equal(figures->grouping[0].hidden_groups, 2);
    assert_int_equal(figures->grouping[0].least_for_all, 0);
    lewis_team_figures_free(figures);
    lewis_team_free(team);
}

static void
assert_groups(bool anonymous, const char *const label[3])
{
    static const char *const column[] = {"site"}, *const site[] = {"b", "c",
                                                                   "a"};
    struct lewis_team *team = lewis_team_new(column, 1, NULL);
    struct lewis_team_figures *figures;

    for (int i = 0; i < 15; i++)
        teams_add(team, "x", .6 - .02 * i, .3, site[i % 3]);
    figures = figures_of(team, 5, anonymous);
    assert_int_equal(figures->grouping[0].count, 3);
    for (int g = 0; g < 3; g++)
        assert_string_equal(figures->grouping[0].group[g].label, label[g]);
    lewis_team_figures_free(figures);
    lewis_team_free(team);
}

static void
test_groups_stand_as_they_first_appear(void **state)
{
    (void)state;
    assert_groups(false, (const char *const[]){"b", "c", "a"});
    assert_groups(true, (const char *const[]){"a", "b", "c"});
}

enum { CELLS = 4, LEAST = 5, MOST = 16 };

static struct lewis_style_counts
hidden_of(const size_t cell[CELLS])
{
    static const unsigned bits[CELLS] = {1, 2, 4, 7};
    struct lewis_style_counts counts = {.n = 0};

    for (int s = 0; s < CELLS; s++) {
        counts.of[bits[s]] = cell[s];
        counts.n += cell[s];
    }
    center_counts_hide(&counts, LEAST);
    return counts;
}

static bool
tell_the_same(const struct lewis_style_counts *a,
              const struct lewis_style_counts *b)
{
    return memcmp(a->of, b->of, sizeof a->of) == 0 && a->n == b->n &&
           a->hidden == b->hidden && a->hidden_people == b->hidden_people;
}

/* The next table of n people; false after the last. */
static bool
next_table(size_t cell[CELLS], size_t n)
{
    for (int s = 0; s < CELLS - 1; s++) {
        size_t sum = 0;

        cell[s]++;
        for (int k = 0; k < CELLS - 1; k++)
            sum += cell[k];
        cell[CELLS - 1] = n - sum;
        if (sum <= n)
            return true;
        cell[s] = 0;
    }
    return false;
}

/* Could the hidden count be another, as far as what is told goes? */
static bool
may_be_another(const size_t cell[CELLS], int which)
{
    struct lewis_style_counts told = hidden_of(cell), other;
    size_t try[CELLS] = {0, 0, 0, told.n};

    do {
        other = hidden_of(try);
        if (try[which] != cell[which] && tell_the_same(&told, &other))
            return true;
    } while (next_table(try, told.n));
    return false;
}

static void
check_table(const size_t cell[CELLS])
{
    struct lewis_style_counts told = hidden_of(cell);
    size_t sum = told.hidden_people;

    assert_true(told.hidden_people == 0 || told.hidden_people >= LEAST);
    for (unsigned bits = 1; bits < 8; bits++) {
        assert_true(told.of[bits] == 0 || told.of[bits] >= LEAST);
        sum += told.of[bits];
    }
    assert_int_equal(sum, told.n);
    for (int s = 0; s < CELLS; s++)
        if (cell[s] > 0 && cell[s] < LEAST)
            assert_true(may_be_another(cell, s));
}

/* All tables of up to 16 people. */
static void
test_hidden_counts_cannot_be_worked_out(void **state)
{
    (void)state;
    for (size_t n = LEAST; n <= MOST; n++) {
        size_t cell[CELLS] = {0, 0, 0, n};

        do
            check_table(cell);
        while (next_table(cell, n));
    }
}

/* Six hidden counts of at most four are 24 people: then each is four. */
static void
test_counts_that_are_as_high_as_can_be_hide_another(void **state)
{
    struct lewis_style_counts counts = {{0, 4, 4, 4, 4, 4, 4, 9}, .n = 33};

    (void)state;
    center_counts_hide(&counts, LEAST);
    assert_int_equal(counts.of[7], 0);
    assert_int_equal(counts.hidden_people, 33);
}

/* Twelve linear, two multi, three reactive; in two groups. */
static struct lewis_team *
seventeen(void)
{
    static const char *const column[] = {"team"};
    struct lewis_team *team = lewis_team_new(column, 1, NULL);

    assert_non_null(team);
    for (int i = 0; i < 17; i++)
        teams_add(team, "x", i < 12 ? .8 : .1, i < 12 ? .1 : i < 14 ? .8 : .1,
                  i % 2 == 0 ? "a" : "b");
    return team;
}

static void
test_an_anonymous_team_has_no_small_counts(void **state)
{
    struct lewis_team *team = seventeen();
    struct lewis_team_figures *named = figures_of(team, 5, false);
    struct lewis_team_figures *figures = figures_of(team, 5, true);
    const struct lewis_style_counts *group =
        &figures->grouping[0].group[0].styles;

    (void)state;
    assert_int_equal(named->styles.of[2], 2);
    assert_int_equal(named->styles.hidden, 0);
    assert_int_equal(figures->styles.of[1], 12);
    assert_int_equal(figures->styles.of[2], 0);
    assert_int_equal(figures->styles.of[4], 0);
    assert_int_equal(figures->styles.hidden_people, 5);
    assert_int_equal(figures->grouping[0].count, 2);
    assert_int_equal(group->of[1], 0);
    assert_int_equal(group->hidden_people, 9);
    lewis_team_figures_free(named);
    lewis_team_figures_free(figures);
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
        cmocka_unit_test(test_the_axes_of_the_lavas_are_those_of_prcomp),
        cmocka_unit_test(test_the_order_of_members_changes_nothing),
        cmocka_unit_test(test_relabelled_styles_mirror_the_figures),
        cmocka_unit_test(
            test_the_gap_to_another_team_is_nel_and_van_der_merwes),
        cmocka_unit_test(
            test_the_gap_to_a_country_allows_for_its_own_error),
        cmocka_unit_test(test_before_and_after_is_paired_hotelling),
        cmocka_unit_test(
            test_a_few_newcomers_hide_the_move_of_an_anonymous_team),
        cmocka_unit_test(test_one_who_stands_apart_is_found),
        cmocka_unit_test(test_a_group_below_the_least_is_not_there),
        cmocka_unit_test(test_groups_stand_as_they_first_appear),
        cmocka_unit_test(test_hidden_counts_cannot_be_worked_out),
        cmocka_unit_test(
            test_counts_that_are_as_high_as_can_be_hide_another),
        cmocka_unit_test(test_an_anonymous_team_has_no_small_counts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
