/* triangle_chart_test.c - figures come to stand where they should, and say how
 * sure they are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "charting.h"
#include "near.h"

/* --- geometry --- */

static void
test_the_triangle_is_equilateral_with_multi_active_on_top(void **state)
{
    struct fixture *fixture = *state;
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;
    const struct scene_point *corner;
    double side;

    options.atlas = fixture->shipped;
    scene = scene_of(chart, &options);
    corner = find(scene, "sides", SCENE_POLYGON)->point;
    side = corner[LEWIS_REACTIVE].x - corner[LEWIS_LINEAR].x;
    assert_near(corner[LEWIS_LINEAR].y, corner[LEWIS_REACTIVE].y, 1e-9);
    assert_near(corner[LEWIS_MULTI].x, options.width_pt / 2, 1e-9);
    assert_near(corner[LEWIS_LINEAR].y - corner[LEWIS_MULTI].y,
                side * sqrt(3) / 2, 1e-9);
    assert_true(side > 0.6 * options.height_pt);
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
expect_at_corner(struct lewis_score who, enum lewis_style style)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;
    struct scene_point marker, corner;

    add(chart, "Ann", "", who);
    scene = scene_of(chart, &options);
    marker = *find(scene, "member", SCENE_CIRCLE)->point;
    corner = find(scene, "sides", SCENE_POLYGON)->point[style];
    assert_near(marker.x, corner.x, 1e-9);
    assert_near(marker.y, corner.y, 1e-9);
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_pure_profiles_stand_at_their_corners(void **state)
{
    (void)state;
    expect_at_corner(score(1, 0, 0), LEWIS_LINEAR);
    expect_at_corner(score(0, 1, 0), LEWIS_MULTI);
    expect_at_corner(score(0, 0, 1), LEWIS_REACTIVE);
}

static void
test_a_balanced_profile_stands_in_the_middle(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;
    const struct scene_point *corner;
    struct scene_point marker;

    (void)state;
    add(chart, "Ann", "", score(1.0 / 3, 1.0 / 3, 1.0 / 3));
    scene = scene_of(chart, &options);
    corner = find(scene, "sides", SCENE_POLYGON)->point;
    marker = *find(scene, "member", SCENE_CIRCLE)->point;
    assert_near(marker.x, (corner[0].x + corner[1].x + corner[2].x) / 3, 1e-9);
    assert_near(marker.y, (corner[0].y + corner[1].y + corner[2].y) / 3, 1e-9);
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_regions_stay_inside_the_triangle(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;
    const struct scene_point *corner;
    const struct scene_shape *region;

    (void)state;
    add(chart, "a", "", score(0.98, 0.02, 0));
    add(chart, "b", "", score(0.4, 0.6, 0));
    add(chart, "c", "", score(0.9, 0.05, 0.05));
    add(chart, "d", "", score(0.1, 0.9, 0));
    scene = scene_of(chart, &options);
    corner = find(scene, "sides", SCENE_POLYGON)->point;
    region = find(scene, "region", SCENE_POLYGON);
    for (size_t i = 0; i < region->count; i++) {
        double side = corner[2].x - corner[0].x, share[3];
        struct lewis_point point = {(region->point[i].x - corner[0].x) / side,
                                    (corner[0].y - region->point[i].y) / side};

        lewis_triangle_shares(point, share);
        for (int k = 0; k < 3; k++)
            assert_true(share[k] > -1e-9);
    }
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

/* --- who is drawn --- */

static void
test_rows_without_a_profile_are_counted_and_not_drawn(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_score refused, nowhere = score(0.5, 0.3, 0.2);
    struct lewis_scene *scene;

    (void)state;
    lewis_score_refuse(&refused);
    nowhere.point.x = (double)NAN;
    add(chart, "Ann", "", score(0.5, 0.3, 0.2));
    add(chart, "Bob", "", refused);
    add(chart, "Eve", "", nowhere);
    assert_int_equal(lewis_chart_count(chart), 1);
    scene = scene_of(chart, &options);
    assert_int_equal(count_groups(scene, "member"), 1);
    assert_non_null(find_text(scene, "2 of 3 without a profile: not drawn"));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_without_people_it_says_so(void **state)
{
    struct fixture *fixture = *state;
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    options.atlas = fixture->five;
    scene = scene_of(chart, &options);
    assert_non_null(find_text(scene, "No one scored"));
    assert_non_null(find_text(scene, "Germany"));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_every_chart_with_countries_says_what_they_are_not(void **state)
{
    struct fixture *fixture = *state;
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene = scene_of(chart, &options);

    assert_null(find_text(scene, "ountr"));
    lewis_scene_free(scene);
    options.atlas = fixture->shipped;
    scene = scene_of(chart, &options);
    assert_non_null(find_text(scene, "illustrative and ordinal"));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_hover_tells_name_and_shares_with_their_ranges(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    (void)state;
    add(chart, "Ann", "", score(0.5, 0.3, 0.2));
    scene = scene_of(chart, &options);
    assert_string_equal(find(scene, "member", SCENE_GROUP)->title,
                        "\xE2\x81\xA8"
                        "Ann\xE2\x81\xA9: linear-active 50 % (10-50), "
                        "multi-active 30 % (10-50), reactive 20 % (10-50)");
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_forty_people_have_names_and_more_are_dots(void **state)
{
    (void)state;
    for (int n = 40; n <= 41; n++) {
        struct lewis_chart *chart = new_chart();
        struct lewis_chart_options options = lewis_chart_defaults();
        struct lewis_scene *scene;

        for (int i = 0; i < n; i++)
            add(chart, "Person", "",
                score(i / 41.0, (41 - i) / 82.0, (41 - i) / 82.0));
        scene = scene_of(chart, &options);
        assert_int_equal(find_text(scene, "Person") != NULL, n == 40);
        assert_int_equal(count_groups(scene, "member"), n);
        lewis_scene_free(scene);
        lewis_chart_free(chart);
    }
}

static void
test_a_team_of_four_has_a_region_and_one_of_three_only_a_centre(void **state)
{
    (void)state;
    for (int n = 3; n <= 4; n++) {
        struct lewis_chart *chart = new_chart();
        struct lewis_chart_options options = lewis_chart_defaults();
        struct lewis_scene *scene;

        for (int i = 0; i < n; i++)
            add(chart, "", "Sales", score(0.2 + 0.1 * i, 0.5 - 0.1 * i, 0.3));
        scene = scene_of(chart, &options);
        assert_int_equal(count_groups(scene, "center"), 1);
        assert_int_equal(count_groups(scene, "region"), n == 4);
        assert_int_equal(find_text(scene, "confidence") != NULL, n == 4);
        lewis_scene_free(scene);
        lewis_chart_free(chart);
    }
}

static void
test_teams_have_a_row_each_with_their_number(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    (void)state;
    add(chart, "a", "Sales", score(0.2, 0.3, 0.5));
    add(chart, "b", " Sales ", score(0.3, 0.3, 0.4));
    add(chart, "c", "Support", score(0.4, 0.3, 0.3));
    scene = scene_of(chart, &options);
    assert_non_null(find_text(scene, "Sales (2)"));
    assert_non_null(find_text(scene, "Support (1)"));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_a_hundred_teams_are_too_many_to_tell_apart(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    (void)state;
    for (int i = 0; i < 100; i++) {
        char team[20];

        snprintf(team, sizeof team, "team %d", i);
        add(chart, "", team, score(0.2, 0.3, 0.5));
    }
    scene = scene_of(chart, &options);
    assert_non_null(find_text(scene, "more teams"));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_a_hundred_thousand_people_share_shapes(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    (void)state;
    for (int i = 0; i < 100000; i++) {
        double l = i % 317 / 316.0, m = (1 - l) * (i % 101) / 100.0;

        add(chart, "somebody", "", score(l, m, 1 - l - m));
    }
    scene = scene_of(chart, &options);
    assert_int_equal(lewis_chart_count(chart), 100000);
    assert_true(scene_count(scene) < 5000);
    assert_non_null(find_text(scene, "100\xE2\x80\xAF"
                                     "000 people"));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

/* --- how sure it is --- */

static void
test_the_foot_tells_how_well_a_person_is_known(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    (void)state;
    for (int i = 0; i < 3; i++) {
        struct lewis_score who = score(0.2 + 0.2 * i, 0.3, 0.5 - 0.2 * i);

        who.high[LEWIS_MULTI] = 0.1 + 0.2 * i;
        add(chart, "", "", who);
    }
    scene = scene_of(chart, &options);
    assert_non_null(find_text(scene, "known to about \xC2\xB1"
                                     "20\xC2\xA0percentage points "
                                     "(90\xC2\xA0%)"));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_one_person_has_no_median(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    (void)state;
    add(chart, "Ann", "", score(0.5, 0.3, 0.2));
    scene = scene_of(chart, &options);
    assert_null(find_text(scene, "own shares"));
    assert_non_null(find_text(scene, "(10\xE2\x80\x93"
                                     "50 %)"));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

/* The bars of a group of three have no range, those of four the shadow of the
 * region. */
static void
test_a_groups_shares_have_a_range_when_there_is_a_region(void **state)
{
    (void)state;
    for (int n = 3; n <= 4; n++) {
        struct lewis_chart *chart = new_chart();
        struct lewis_chart_options options = lewis_chart_defaults();
        struct lewis_scene *scene;

        for (int i = 0; i < n; i++)
            add(chart, "", "", score(0.5, 0.3, 0.2));
        scene = scene_of(chart, &options);
        /* 0.0479853 = sqrt(4.60517 * 0.002 / 4) */
        assert_string_equal(find(scene, "share", SCENE_GROUP)->title,
                            n == 3 ? "50 %"
                                   : "50 % (45\xE2\x80\x93"
                                     "55 %)");
        lewis_scene_free(scene);
        lewis_chart_free(chart);
    }
}

/* The half width of the region of people who all gave the same answers. */
static void
test_the_same_answers_are_not_certainty(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;
    const struct scene_shape *region;
    const struct scene_point *corner;
    double most = 0;

    (void)state;
    for (int i = 0; i < 4; i++)
        add(chart, "", "", score(0.5, 0.3, 0.2));
    scene = scene_of(chart, &options);
    region = find(scene, "region", SCENE_POLYGON);
    corner = find(scene, "sides", SCENE_POLYGON)->point;
    for (size_t i = 0; i < region->count; i++)
        most = fmax(most, (corner[0].y - region->point[i].y) /
                              (corner[0].y - corner[1].y));
    assert_near(most - 0.3, 0.0479853, 1e-4);
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

/* 0.02 points is the least that is seen. */
static void
test_the_region_of_a_person_has_no_corners(void **state)
{
    struct lewis_score who = score(0.5, 0.3, 0.2);
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;
    const struct scene_shape *region;

    (void)state;
    who.region.covariance[0] = 0.010; /* a slim one */
    who.region.covariance[1] = -0.0099;
    who.region.covariance[2] = 0.010;
    add(chart, "Ann", "", who);
    scene = scene_of(chart, &options);
    region = find(scene, "region", SCENE_POLYGON);
    assert_true(region->count < 400);
    for (size_t i = 0; i < region->count; i++) {
        struct scene_point a = region->point[i];
        struct scene_point b = region->point[(i + 1) % region->count];
        struct scene_point c = region->point[(i + 2) % region->count];
        double turn = atan2(c.y - b.y, c.x - b.x) - atan2(b.y - a.y, b.x - a.x);

        assert_true(fabs(sin(turn)) < 0.35 && cos(turn) > 0);
    }
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

/* --- what cannot be drawn --- */

static void
expect_refused(struct lewis_chart_options options, const char *why)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_error error = {0};

    assert_null(lewis_chart_scene(chart, &options, &measure, &error));
    assert_int_equal(error.code, LEWIS_EINVALID);
    assert_non_null(strstr(error.text, why));
    lewis_chart_free(chart);
}

static void
test_impossible_pages_and_levels_are_refused(void **state)
{
    struct lewis_chart_options options = lewis_chart_defaults();

    (void)state;
    options.width_pt = 199;
    expect_refused(options, "must be 200 to 14400");
    options.width_pt = (double)NAN;
    expect_refused(options, "must be 200 to 14400");
    options = lewis_chart_defaults();
    options.level = 1;
    expect_refused(options, "between 0 and 1");
}

static void
test_the_same_figures_give_the_same_scene(void **state)
{
    struct fixture *fixture = *state;
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *first, *second;

    options.atlas = fixture->shipped;
    random_team(chart, 99);
    first = scene_of(chart, &options);
    second = scene_of(chart, &options);
    assert_int_equal(scene_count(first), scene_count(second));
    for (size_t i = 0; i < scene_count(first); i++) {
        const struct scene_shape *a = scene_at(first, i);
        const struct scene_shape *b = scene_at(second, i);

        assert_int_equal(a->count, b->count);
        if (a->count > 0)
            assert_memory_equal(a->point, b->point,
                                a->count * sizeof *a->point);
    }
    lewis_scene_free(first);
    lewis_scene_free(second);
    lewis_chart_free(chart);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            test_the_triangle_is_equilateral_with_multi_active_on_top),
        cmocka_unit_test(test_pure_profiles_stand_at_their_corners),
        cmocka_unit_test(test_a_balanced_profile_stands_in_the_middle),
        cmocka_unit_test(test_regions_stay_inside_the_triangle),
        cmocka_unit_test(test_rows_without_a_profile_are_counted_and_not_drawn),
        cmocka_unit_test(test_without_people_it_says_so),
        cmocka_unit_test(test_every_chart_with_countries_says_what_they_are_not),
        cmocka_unit_test(test_hover_tells_name_and_shares_with_their_ranges),
        cmocka_unit_test(test_forty_people_have_names_and_more_are_dots),
        cmocka_unit_test(
            test_a_team_of_four_has_a_region_and_one_of_three_only_a_centre),
        cmocka_unit_test(test_teams_have_a_row_each_with_their_number),
        cmocka_unit_test(test_a_hundred_teams_are_too_many_to_tell_apart),
        cmocka_unit_test(test_a_hundred_thousand_people_share_shapes),
        cmocka_unit_test(test_the_foot_tells_how_well_a_person_is_known),
        cmocka_unit_test(test_one_person_has_no_median),
        cmocka_unit_test(
            test_a_groups_shares_have_a_range_when_there_is_a_region),
        cmocka_unit_test(test_the_same_answers_are_not_certainty),
        cmocka_unit_test(test_the_region_of_a_person_has_no_corners),
        cmocka_unit_test(test_impossible_pages_and_levels_are_refused),
        cmocka_unit_test(test_the_same_figures_give_the_same_scene),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
