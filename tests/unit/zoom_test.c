/* zoom_test.c - the part of the triangle that is shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "charting.h"
#include "chart/zoom.h"
#include "near.h"

/* A triangle of 200 points with that view. */
static struct frame
a_frame(double l, double m, double r)
{
    struct frame frame = {.width = 400,
                          .middle = 200,
                          .height = 400,
                          .scale = 1,
                          .view = {{l, m, r}, 1 - l - m - r}};

    frame_set_triangle(&frame, 200, 300);
    return frame;
}

static struct lewis_point
at(double l, double m, double r)
{
    const double share[LEWIS_STYLES] = {l, m, r};

    return lewis_triangle_point(share);
}

static void
expect_at(struct scene_point point, double x, double y)
{
    assert_near(point.x, x, 1e-9);
    assert_near(point.y, y, 1e-9);
}

/* By hand: the triangle stands from x 100 to 300 on y 300, its height is
 * 200 sqrt(3) / 2 = 173.205. */
static void
test_shares_come_to_stand_where_the_view_has_them(void **state)
{
    struct frame whole = a_frame(0, 0, 0), part = a_frame(0.3, 0.2, 0.1);

    (void)state;
    expect_at(frame_share(&whole, 1, 0, 0), 100, 300);
    expect_at(frame_share(&whole, 0.5, 0, 0.5), 200, 300);
    expect_at(frame_share(&whole, 0, 1, 0), 200, 300 - 100 * sqrt(3));
    /* 40 % of a side: the corners are 70, 60 and 50 % */
    expect_at(frame_share(&part, 0.7, 0.2, 0.1), 100, 300);
    expect_at(frame_share(&part, 0.3, 0.6, 0.1), 200, 300 - 100 * sqrt(3));
    expect_at(frame_share(&part, 0.3, 0.2, 0.5), 300, 300);
    expect_at(frame_share(&part, 0.5, 0.2, 0.3), 200, 300);
    assert_near(frame_unit(&part), 500, 1e-9);
}

static void
test_the_way_to_the_page_and_back_is_the_same(void **state)
{
    struct frame part = a_frame(0.05, 0.45, 0.15);
    uint64_t seed = 7;

    (void)state;
    for (int i = 0; i < 200; i++) {
        double l = chance(&seed), m = (1 - l) * chance(&seed);
        struct lewis_point point = at(l, m, 1 - l - m), back;
        struct scene_point there = frame_point(&part, point);

        expect_at(frame_share(&part, l, m, 1 - l - m), there.x, there.y);
        back = frame_plane(&part, there);
        assert_near(back.x, point.x, 1e-12);
        assert_near(back.y, point.y, 1e-12);
    }
}

static void
expect_view(const struct zoom_need *need, double l, double m, double r)
{
    struct view view = zoom_view(need);

    assert_near(view.low[LEWIS_LINEAR], l, 1e-12);
    assert_near(view.low[LEWIS_MULTI], m, 1e-12);
    assert_near(view.low[LEWIS_REACTIVE], r, 1e-12);
    assert_near(view.size, 1 - l - m - r, 1e-12);
}

static void
test_the_view_is_rounded_outwards_to_five_percent(void **state)
{
    struct zoom_need need = zoom_need_nothing();

    (void)state;
    expect_view(&need, 0, 0, 0);
    zoom_need_point(&need, at(0.52, 0.31, 0.17));
    zoom_need_point(&need, at(0.34, 0.45, 0.21));
    /* least: 34, 31, 17 */
    expect_view(&need, 0.30, 0.30, 0.15);
    zoom_need_point(&need, at(0.7, 0.3, 0));
    expect_view(&need, 0.30, 0.30, 0);
}

static void
test_one_place_has_a_fifth_of_the_triangle_around_it(void **state)
{
    struct zoom_need need = zoom_need_nothing();

    (void)state;
    /* on the lines of 5 %: a view of size 0, of which each share gives a step
     * in turn, linear-active first */
    zoom_need_point(&need, at(0.5, 0.3, 0.2));
    expect_view(&need, 0.40, 0.25, 0.15);
    need = zoom_need_nothing();
    zoom_need_point(&need, at(1, 0, 0));
    expect_view(&need, 0.80, 0, 0);
}

static bool
holds_all(const struct view *view, const struct lewis_point point[],
          size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!zoom_holds(view, point[i]))
            return false;
    return true;
}

static void
expect_smallest(const struct lewis_point point[], size_t count)
{
    struct zoom_need need = zoom_need_nothing();
    struct view view, less;

    for (size_t i = 0; i < count; i++)
        zoom_need_point(&need, point[i]);
    view = zoom_view(&need);
    assert_true(holds_all(&view, point, count));
    for (int i = 0; i < LEWIS_STYLES; i++) {
        assert_near(20 * view.low[i], round(20 * view.low[i]), 1e-9);
        less = view;
        less.low[i] += 0.05;
        assert_true(view.size < 0.2 + 1e-9 ||
                    !holds_all(&less, point, count));
    }
    assert_true(view.size > 0.2 - 1e-9);
}

static void
test_random_teams_are_in_the_smallest_view(void **state)
{
    uint64_t seed = 2024;

    (void)state;
    for (int round = 0; round < 500; round++) {
        struct lewis_point point[30];
        size_t count = 1 + (size_t)(30 * chance(&seed));
        double spread = chance(&seed);

        for (size_t i = 0; i < count; i++)
            point[i] = random_score(&seed, spread).point;
        expect_smallest(point, count);
    }
}

/* Everything but words in the triangle: its rims at most a marker outside. */
static void
expect_in_triangle(const struct lewis_scene *scene, const char *role)
{
    const struct scene_shape *sides = find(scene, "sides", SCENE_POLYGON);
    double side = sides->point[2].x - sides->point[0].x;
    bool inside = false;

    for (size_t i = 0; i < scene_count(scene); i++) {
        const struct scene_shape *shape = scene_at(scene, i);

        if (shape->kind == SCENE_GROUP)
            inside = strcmp(shape->role, role) == 0;
        for (size_t k = 0; inside && shape->kind == SCENE_POLYGON &&
                           k < shape->count; k++) {
            struct lewis_point in = {
                (shape->point[k].x - sides->point[0].x) / side,
                (sides->point[0].y - shape->point[k].y) / side};
            double share[LEWIS_STYLES];

            lewis_triangle_shares(in, share);
            for (int s = 0; s < LEWIS_STYLES; s++)
                assert_true(share[s] > -1e-6);
        }
    }
}

static void
expect_on_page(const struct lewis_scene *scene)
{
    for (size_t i = 0; i < scene_count(scene); i++) {
        const struct scene_shape *shape = scene_at(scene, i);

        for (size_t k = 0; k < shape->count; k++) {
            assert_true(shape->point[k].x >= 0);
            assert_true(shape->point[k].y >= 0);
            assert_true(shape->point[k].x <= scene_width_pt(scene));
            assert_true(shape->point[k].y <= scene_height_pt(scene));
        }
    }
}

static void
test_zoomed_charts_stay_on_the_page_and_regions_in_the_triangle(void **state)
{
    struct fixture *fixture = *state;

    for (uint64_t seed = 1; seed <= 40; seed++) {
        struct lewis_chart *chart = new_chart();
        struct lewis_chart_options options = lewis_chart_defaults();
        struct lewis_scene *scene;

        options.atlas = fixture->shipped;
        options.zoom = LEWIS_ZOOM_AUTO;
        if (seed % 2 == 0) {
            options.width_pt = 420;
            options.height_pt = 595;
        }
        random_team(chart, seed * 77777777777);
        scene = scene_of(chart, &options);
        expect_on_page(scene);
        expect_in_triangle(scene, "region");
        lewis_scene_free(scene);
        lewis_chart_free(chart);
    }
}

static struct lewis_chart *
three_people(void)
{
    struct lewis_chart *chart = new_chart();

    add(chart, "Ann", "", score(0.52, 0.31, 0.17));
    add(chart, "Bob", "", score(0.34, 0.45, 0.21));
    add(chart, "Eve", "", score(0.42, 0.32, 0.26));
    return chart;
}

static void
test_a_zoomed_chart_says_what_it_shows(void **state)
{
    struct fixture *fixture = *state;
    struct lewis_chart *chart = three_people();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    options.atlas = fixture->five;
    options.zoom = LEWIS_ZOOM_AUTO;
    options.width_pt = 1600;
    scene = scene_of(chart, &options);
    assert_non_null(find_text(scene, "Linear-active 55\xC2\xA0%"));
    assert_non_null(find_text(scene, "Multi-active 55\xC2\xA0%"));
    assert_non_null(find_text(scene, "Reactive 40\xC2\xA0%"));
    assert_non_null(find_text(scene, "the sides facing them 30\xC2\xA0%, "
                                     "30\xC2\xA0% and 15\xC2\xA0%"));
    assert_non_null(find_text(scene, "grid lines every 5\xC2\xA0%"));
    assert_non_null(find_text(
        scene, "Countries outside of it: Germany, Arab countries, Russia."));
    assert_int_equal(count_groups(scene, "inset"), 1);
    assert_int_equal(count_groups(scene, "country"), 0);
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

/* More than a line of names says nothing; and where no countries are wanted
 * nothing is said of them. */
static void
test_when_all_countries_are_outside_that_is_said(void **state)
{
    struct fixture *fixture = *state;
    struct lewis_chart *chart = three_people();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_selection *none =
        lewis_selection_parse(fixture->shipped, "none", NULL);
    struct lewis_scene *scene;

    assert_non_null(none);
    options.atlas = fixture->shipped;
    options.zoom = LEWIS_ZOOM_AUTO;
    scene = scene_of(chart, &options);
    assert_non_null(find_text(scene, "All countries lie outside of it."));
    assert_null(find_text(scene, "Germany"));
    assert_non_null(find_text(scene, "illustrative"));
    lewis_scene_free(scene);
    options.countries = none;
    scene = scene_of(chart, &options);
    assert_null(find_text(scene, "ountr"));
    lewis_scene_free(scene);
    lewis_selection_free(none);
    lewis_chart_free(chart);
}

/* The view from 30, 30 and 15 % is a quarter of the triangle's side; in the
 * inset its corners are (55,30,15), (30,55,15) and (30,30,40) %. */
static void
test_the_inset_shows_where_the_view_lies(void **state)
{
    struct lewis_chart *chart = three_people();
    struct lewis_chart_options options = lewis_chart_defaults();
    const struct scene_shape *view, *sides;
    struct lewis_scene *scene;
    double side;

    (void)state;
    options.zoom = LEWIS_ZOOM_AUTO;
    scene = scene_of(chart, &options);
    view = find(scene, "view", SCENE_POLYGON);
    sides = view - 3; /* before its own group and the end of theirs */
    assert_int_equal(sides->kind, SCENE_POLYGON);
    side = sides->point[2].x - sides->point[0].x;
    assert_near(view->point[2].x - view->point[0].x, 0.25 * side, 1e-9);
    assert_near(view->point[0].x - sides->point[0].x,
                side * (0.15 + 0.30 / 2), 1e-9);
    assert_near(sides->point[0].y - view->point[0].y,
                side * 0.30 * sqrt(3) / 2, 1e-9);
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_the_whole_triangle_has_no_inset(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    (void)state;
    add(chart, "a", "", score(1, 0, 0));
    add(chart, "b", "", score(0, 1, 0));
    add(chart, "c", "", score(0, 0, 1));
    options.zoom = LEWIS_ZOOM_AUTO;
    scene = scene_of(chart, &options);
    assert_int_equal(count_groups(scene, "inset"), 0);
    assert_non_null(find_text(scene, "Each corner is 100"));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

/* Least shares by hand: 30, 21 and 10 %. */
static void
test_wide_regions_do_not_keep_a_view_from_everybody(void **state)
{
    static const double share[][LEWIS_STYLES] = {
        {0.30, 0.21, 0.49}, {0.62, 0.28, 0.10}, {0.30, 0.55, 0.15},
        {0.45, 0.22, 0.33}};
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;
    struct zoom_need need = zoom_need_nothing();
    struct groups groups;
    struct lewis_view view;

    (void)state;
    for (size_t i = 0; i < 4; i++) {
        struct lewis_score who = score(share[i][0], share[i][1], share[i][2]);

        /* hardly known: the team's region takes most of the triangle */
        for (int k = 0; k < 3; k++)
            who.region.covariance[k] *= 60;
        add(chart, "", "", who);
    }
    options.zoom = LEWIS_ZOOM_AUTO;
    groups = groups_of(chart, &options);
    zoom_need_chart(&need, &groups);
    assert_true(zoom_view(&need).size > 0.8 + 1e-9);
    assert_true(lewis_chart_view(chart, &options, &view, NULL));
    assert_near(view.size, 1 - 0.30 - 0.20 - 0.10, 1e-9);
    scene = scene_of(chart, &options);
    assert_int_equal(count_groups(scene, "inset"), 1);
    expect_in_triangle(scene, "region");
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

/* The legend's last class ends with the fullest hexagon in sight. */
static void
test_hexagons_out_of_sight_are_left_out_and_counted(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_view view;
    struct lewis_scene *scene;

    (void)state;
    assert_true(lewis_chart_highlight(chart, "Eve", NULL));
    for (int i = 0; i < 300; i++)
        add(chart, "", "A", score(0.5, 0.3, 0.2));
    for (int i = 0; i < 700; i++)
        add(chart, "", "B", score(0.1, 0.1, 0.8));
    add(chart, "Eve", "A", score(0.6, 0.3, 0.1));
    options.zoom = LEWIS_ZOOM_GIVEN;
    options.zoom_low[0] = 40;
    options.zoom_low[1] = 20;
    assert_true(lewis_chart_view(chart, &options, &view, NULL));
    assert_true(view.hexagons);
    assert_int_equal(view.outside, 700);
    scene = scene_of(chart, &options);
    assert_int_equal(count_groups(scene, "hexagon"), 2);
    assert_int_equal(count_groups(scene, "center"), 1);
    assert_non_null(find_text(scene, "to 300 people"));
    assert_non_null(find_text(scene, "700 of 1001 people are outside of it"));
    expect_on_page(scene);
    lewis_scene_free(scene);
    options.zoom_low[0] = 0;
    options.zoom_low[1] = 0;
    options.zoom_low[2] = 60;
    assert_null(lewis_chart_scene(chart, &options, &measure, NULL));
    lewis_chart_free(chart);
}

static void
expect_refused(int l, int m, int r, const char *why)
{
    struct lewis_chart *chart = three_people();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_error error;

    options.zoom = LEWIS_ZOOM_GIVEN;
    options.zoom_low[0] = l;
    options.zoom_low[1] = m;
    options.zoom_low[2] = r;
    assert_null(lewis_chart_scene(chart, &options, &measure, &error));
    assert_int_equal(error.code, LEWIS_EINVALID);
    assert_string_equal(error.text, why);
    lewis_chart_free(chart);
}

static void
test_views_that_cannot_be_are_told(void **state)
{
    (void)state;
    expect_refused(-1, 0, 0, "a view from -1 % linear: it must begin at 0 to "
                             "90");
    expect_refused(0, 95, 0, "a view from 95 % multi: it must begin at 0 to "
                             "90");
    expect_refused(50, 30, 20, "a view from 50, 30 and 20 %: together that is "
                               "100, and at most 90 leaves something to be "
                               "seen");
    expect_refused(35, 30, 15, "1 of 3 people stand outside that view, the "
                               "first is Bob, so nothing is drawn; from "
                               "30,30,15 on everybody is in it");
}

static void
test_a_given_view_cuts_regions_at_its_sides(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    (void)state;
    add(chart, "Ann", "", score(0.5, 0.3, 0.2));
    options.zoom = LEWIS_ZOOM_GIVEN;
    options.zoom_low[0] = 47;
    options.zoom_low[1] = 28;
    options.zoom_low[2] = 12;
    scene = scene_of(chart, &options);
    assert_true(find(scene, "region", SCENE_POLYGON)->count >= 3);
    expect_in_triangle(scene, "region");
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shares_come_to_stand_where_the_view_has_them),
        cmocka_unit_test(test_the_way_to_the_page_and_back_is_the_same),
        cmocka_unit_test(test_the_view_is_rounded_outwards_to_five_percent),
        cmocka_unit_test(test_one_place_has_a_fifth_of_the_triangle_around_it),
        cmocka_unit_test(test_random_teams_are_in_the_smallest_view),
        cmocka_unit_test(
            test_zoomed_charts_stay_on_the_page_and_regions_in_the_triangle),
        cmocka_unit_test(test_a_zoomed_chart_says_what_it_shows),
        cmocka_unit_test(test_when_all_countries_are_outside_that_is_said),
        cmocka_unit_test(test_the_inset_shows_where_the_view_lies),
        cmocka_unit_test(test_the_whole_triangle_has_no_inset),
        cmocka_unit_test(test_wide_regions_do_not_keep_a_view_from_everybody),
        cmocka_unit_test(test_hexagons_out_of_sight_are_left_out_and_counted),
        cmocka_unit_test(test_views_that_cannot_be_are_told),
        cmocka_unit_test(test_a_given_view_cuts_regions_at_its_sides),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
