/* regions_test.c - the region of a centre and the spread of the persons are two
 * things, drawn and named apart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "chart/groups.h"

#include "charting.h"

static const double eight[][3] = {
    {0.40, 0.30, 0.30}, {0.45, 0.25, 0.30}, {0.38, 0.36, 0.26},
    {0.42, 0.33, 0.25}, {0.36, 0.30, 0.34}, {0.44, 0.28, 0.28},
    {0.41, 0.35, 0.24}, {0.39, 0.27, 0.34},
};

enum { EIGHT = sizeof eight / sizeof eight[0] };

static struct lewis_chart *
chart_of(size_t people, const char *const team[2])
{
    struct lewis_chart *chart = new_chart();

    for (size_t i = 0; i < people; i++)
        add(chart, "", team[i % 2],
            score(eight[i % EIGHT][0], eight[i % EIGHT][1],
                  eight[i % EIGHT][2]));
    return chart;
}

static const char *const one_team[2] = {"", ""};
static const char *const two_teams[2] = {"A", "B"};

/* Every point of the outline is at chi-square's distance from the mean, with
 * the covariance taken here the long way: -2 ln(1 - 0.9) = 4.60517. */
static void
test_the_spread_is_that_of_chi_square(void **state)
{
    struct lewis_chart *chart = chart_of(EIGHT, one_team);
    struct lewis_chart_options options = lewis_chart_defaults();
    struct groups groups = groups_of(chart, &options);
    struct lewis_point outline[GROUPS_OUTLINE], mean = {0, 0};
    size_t count = groups_spread(&groups, 0, outline);
    double xx = 0, xy = 0, yy = 0;

    (void)state;
    for (size_t i = 0; i < EIGHT; i++) {
        mean.x += lewis_triangle_point(eight[i]).x / EIGHT;
        mean.y += lewis_triangle_point(eight[i]).y / EIGHT;
    }
    for (size_t i = 0; i < EIGHT; i++) {
        struct lewis_point p = lewis_triangle_point(eight[i]);

        xx += (p.x - mean.x) * (p.x - mean.x) / (EIGHT - 1);
        xy += (p.x - mean.x) * (p.y - mean.y) / (EIGHT - 1);
        yy += (p.y - mean.y) * (p.y - mean.y) / (EIGHT - 1);
    }
    assert_true(count > 50);
    for (size_t i = 0; i < count; i++) {
        double x = outline[i].x - mean.x, y = outline[i].y - mean.y;
        double d =
            (yy * x * x - 2 * xy * x * y + xx * y * y) / (xx * yy - xy * xy);

        assert_true(fabs(d - 4.605170186) < 1e-6);
    }
    lewis_chart_free(chart);
}

/* How many there are of each, and what the legend says. */
static void
expect(size_t people, const char *const team[2], unsigned regions,
       size_t centers, size_t spreads, size_t persons)
{
    struct lewis_chart *chart = chart_of(people, team);
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;
    size_t of_centers = 0, of_persons = 0;

    options.regions = regions;
    scene = scene_of(chart, &options);
    for (size_t i = 0; i < scene_count(scene); i++) {
        const struct scene_shape *shape = scene_at(scene, i);

        if (shape->kind != SCENE_GROUP || strcmp(shape->role, "region") != 0)
            continue;
        of_centers += strcmp(shape->title, "Region of the centre") == 0;
        of_persons += strcmp(shape->title, "Region of the profile") == 0;
    }
    assert_int_equal(of_centers, centers);
    assert_int_equal(of_persons, persons);
    assert_int_equal(count_groups(scene, "spread"), spreads);
    assert_true((find_text(scene, "Spread of") != NULL) == (spreads > 0));
    assert_true((find_text(scene, "profile") != NULL) == (persons > 0));
    assert_true((find_text(scene, "and where") != NULL) == (centers > 0));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_unasked_what_suits_the_people_is_drawn(void **state)
{
    (void)state;
    expect(0, one_team, LEWIS_REGIONS_AUTO, 0, 0, 0);
    expect(1, one_team, LEWIS_REGIONS_AUTO, 0, 0, 1);
    expect(3, one_team, LEWIS_REGIONS_AUTO, 0, 0, 0);
    expect(7, one_team, LEWIS_REGIONS_AUTO, 1, 0, 0);
    expect(8, one_team, LEWIS_REGIONS_AUTO, 1, 1, 0);
    expect(16, two_teams, LEWIS_REGIONS_AUTO, 2, 0, 0);
    expect(500, one_team, LEWIS_REGIONS_AUTO, 1, 1, 0);
}

static void
test_what_is_asked_for_is_drawn(void **state)
{
    unsigned all =
        LEWIS_REGIONS_CENTERS | LEWIS_REGIONS_SPREAD | LEWIS_REGIONS_PERSONS;

    (void)state;
    expect(8, one_team, 0, 0, 0, 0);
    expect(1, one_team, 0, 0, 0, 0);
    expect(8, two_teams, all, 2, 2, 8);
    expect(40, one_team, LEWIS_REGIONS_PERSONS, 0, 0, 40);
    expect(41, one_team, LEWIS_REGIONS_PERSONS, 0, 0, 0);
    expect(500, two_teams, LEWIS_REGIONS_SPREAD, 0, 2, 0);
}

static void
test_the_spread_is_dashed_and_the_region_is_not(void **state)
{
    struct lewis_chart *chart = chart_of(8, one_team);
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene = scene_of(chart, &options);

    (void)state;
    assert_true(find(scene, "spread", SCENE_POLYGON)->style.dash_pt[0] > 0);
    assert_true(find(scene, "spread", SCENE_POLYGON)->style.fill_alpha == 0);
    assert_true(find(scene, "region", SCENE_POLYGON)->style.dash_pt[0] == 0);
    assert_true(find(scene, "region", SCENE_POLYGON)->style.fill_alpha > 0);
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

/* Hexagons would hide what lies under them. */
static void
test_regions_lie_over_hexagons(void **state)
{
    struct lewis_chart *chart = chart_of(500, one_team);
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene = scene_of(chart, &options);

    (void)state;
    assert_non_null(find(scene, "hexagon", SCENE_POLYGON));
    assert_true(find(scene, "hexagon", SCENE_POLYGON) <
                find(scene, "region", SCENE_POLYGON));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

/* Whatever tone is under them: ink between two lines of paper, and the name on
 * a plate. */
static void
test_over_hexagons_a_star_is_seen_in_every_theme(void **state)
{
    (void)state;
    for (int theme = 0; theme <= LEWIS_THEME_GREY; theme++) {
        struct lewis_chart *chart = new_chart();
        struct lewis_chart_options options = lewis_chart_defaults();
        struct lewis_scene *scene;
        const struct scene_shape *rim, *name;

        options.theme = (enum lewis_theme)theme;
        assert_true(lewis_chart_highlight(chart, "Ann", NULL));
        for (int i = 0; i < 500; i++)
            add(chart, i == 7 ? "Ann" : "", "", score(0.4, 0.3, 0.3));
        scene = scene_of(chart, &options);
        rim = find(scene, "region", SCENE_POLYGON);
        name = find(scene, "star", SCENE_TEXT);
        assert_int_equal(rim[1].kind, SCENE_POLYGON);
        assert_true(rim[0].style.width_pt > 2 * rim[1].style.width_pt);
        assert_true(rim[0].style.stroke != rim[1].style.stroke);
        assert_true(rim[1].style.fill_alpha == 0);
        assert_int_equal(name[-1].kind, SCENE_POLYGON);
        assert_int_equal(name[-1].style.fill, rim[0].style.stroke);
        assert_true(name->halo_pt == 0);
        lewis_scene_free(scene);
        lewis_chart_free(chart);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_spread_is_that_of_chi_square),
        cmocka_unit_test(test_unasked_what_suits_the_people_is_drawn),
        cmocka_unit_test(test_what_is_asked_for_is_drawn),
        cmocka_unit_test(test_the_spread_is_dashed_and_the_region_is_not),
        cmocka_unit_test(test_regions_lie_over_hexagons),
        cmocka_unit_test(test_over_hexagons_a_star_is_seen_in_every_theme),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
