/* highlight_test.c - people who stand out, and the lines to their shares.
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

static void
ask(struct lewis_chart *chart, const char *name)
{
    assert_true(lewis_chart_highlight(chart, name, NULL));
}

/* 'n' people called P0, P1 ..., of whom P1 is to stand out. */
static struct lewis_chart *
crowd(int n)
{
    struct lewis_chart *chart = new_chart();
    uint64_t seed = 12;

    ask(chart, "P1");
    for (int i = 0; i < n; i++) {
        char name[16];

        snprintf(name, sizeof name, "P%d", i);
        add(chart, name, "", i == 1 ? score(0.5, 0.2, 0.3)
                                    : random_score(&seed, 0.9));
    }
    return chart;
}

/* The shares at a place on the page. */
static void
shares_at(const struct lewis_scene *scene, struct scene_point at,
          double share[LEWIS_STYLES])
{
    const struct scene_point *c = find(scene, "sides", SCENE_POLYGON)->point;
    double side = c[2].x - c[0].x;

    lewis_triangle_shares((struct lewis_point){(at.x - c[0].x) / side,
                                               (c[0].y - at.y) / side},
                          share);
}

/* --- lines --- */

/* Every point of the line of a style has the same share of it, and its end has
 * none of the style that faces that side. */
static void
test_lines_are_parallel_to_the_sides(void **state)
{
    static const int none[LEWIS_STYLES] = {LEWIS_MULTI, LEWIS_REACTIVE,
                                           LEWIS_LINEAR};
    static const double own[LEWIS_STYLES] = {0.5, 0.2, 0.3};
    struct lewis_chart *chart = crowd(5);
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene = scene_of(chart, &options);
    const struct scene_shape *line = find(scene, "tracks", SCENE_LINE);

    (void)state;
    for (int i = 0; i < LEWIS_STYLES; i++) {
        double from[LEWIS_STYLES], to[LEWIS_STYLES];

        shares_at(scene, line[i].point[0], from);
        shares_at(scene, line[i].point[1], to);
        assert_near(from[0], own[0], 1e-9);
        assert_near(from[1], own[1], 1e-9);
        assert_near(to[i], own[i], 1e-9);
        assert_near(to[none[i]], 0, 1e-9);
    }
    assert_int_equal(line[LEWIS_STYLES].kind, SCENE_END);
    assert_non_null(find_text(scene, "L\xC2\xA0" "50\xC2\xA0%"));
    assert_non_null(find_text(scene, "M\xC2\xA0" "20\xC2\xA0%"));
    assert_non_null(find_text(scene, "R\xC2\xA0" "30\xC2\xA0%"));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

/* In a view they end at its sides. */
static void
test_in_a_view_lines_end_at_its_sides(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;
    const struct scene_shape *line;
    const struct scene_point *c;

    (void)state;
    add(chart, "Ann", "", score(0.4, 0.3, 0.3));
    options.zoom = LEWIS_ZOOM_GIVEN;
    options.zoom_low[0] = options.zoom_low[1] = options.zoom_low[2] = 20;
    scene = scene_of(chart, &options);
    line = find(scene, "tracks", SCENE_LINE);
    c = find(scene, "sides", SCENE_POLYGON)->point;
    assert_non_null(line);
    assert_near(line[0].point[1].y, c[0].y, 1e-9);
    /* 40 % linear-active on a side from 20 % to 60 %: the middle */
    assert_near(line[0].point[1].x, (c[0].x + c[2].x) / 2, 1e-9);
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_one_person_alone_has_lines_and_two_have_none(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    (void)state;
    add(chart, "Ann", "", score(0.5, 0.2, 0.3));
    scene = scene_of(chart, &options);
    assert_int_equal(count_groups(scene, "tracks"), 1);
    assert_int_equal(count_groups(scene, "star"), 0);
    lewis_scene_free(scene);
    add(chart, "Bob", "", score(0.2, 0.5, 0.3));
    scene = scene_of(chart, &options);
    assert_int_equal(count_groups(scene, "tracks"), 0);
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

/* --- stars --- */

static void
test_a_star_is_kept_however_many_people_there_are(void **state)
{
    static const int many[] = {2, 13, 41, 401, 10500};

    (void)state;
    for (size_t i = 0; i < sizeof many / sizeof many[0]; i++) {
        struct lewis_chart *chart = crowd(many[i]);
        struct lewis_chart_options options = lewis_chart_defaults();
        struct lewis_scene *scene = scene_of(chart, &options);
        const struct scene_shape *star = find(scene, "star", SCENE_GROUP);

        assert_int_equal(count_groups(scene, "star"), 1);
        assert_int_equal(count_groups(scene, "tracks"), 1);
        assert_non_null(strstr(star->title, "linear-active 50 % (10-50)"));
        assert_string_equal(find(scene, "star", SCENE_TEXT)->text, "P1");
        assert_true(find(scene, "star", SCENE_TEXT)->bold);
        assert_int_equal(count_groups(scene, "region"), many[i] > 2 ? 2 : 1);
        lewis_scene_free(scene);
        lewis_chart_free(chart);
    }
}

static void
test_nobody_is_named_where_names_are_not_wanted(void **state)
{
    struct lewis_chart *chart = crowd(50);
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    (void)state;
    options.labels = LEWIS_LABELS_NONE;
    scene = scene_of(chart, &options);
    assert_int_equal(count_groups(scene, "star"), 1);
    assert_null(strstr(find(scene, "star", SCENE_GROUP)->title, "P1"));
    assert_null(find_text(scene, "P1"));
    assert_null(strstr(scene_description(scene), "P1"));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_regions_are_left_out_when_they_are_not_wanted(void **state)
{
    struct lewis_chart *chart = crowd(3);
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    (void)state;
    options.regions = 0;
    scene = scene_of(chart, &options);
    assert_int_equal(count_groups(scene, "region"), 0);
    lewis_scene_free(scene);
    options.regions = LEWIS_REGIONS_PERSONS;
    scene = scene_of(chart, &options);
    assert_int_equal(count_groups(scene, "region"), 3);
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

/* The arrow of a star is drawn over hexagons too. */
static void
test_a_star_has_its_move(void **state)
{
    static const int many[] = {3, 60, 450};

    (void)state;
    for (size_t i = 0; i < 3; i++) {
        struct lewis_chart *chart = new_chart();
        struct lewis_chart_options options = lewis_chart_defaults();
        struct lewis_place then = {.point = {0.25, 0.1}};
        struct lewis_score now = score(0.2, 0.4, 0.4);
        struct lewis_scene *scene;

        ask(chart, "P1");
        for (int k = 0; k < many[i]; k++)
            assert_true(lewis_chart_add_move(chart, k == 1 ? "P1" : "P", k == 1 ? 2 : 1,
                                             "", 0, &then, &now, NULL));
        scene = scene_of(chart, &options);
        assert_non_null(find(scene, "moves", SCENE_LINE));
        assert_non_null(strstr(find(scene, "star", SCENE_GROUP)->title,
                               "; before: linear-active"));
        assert_non_null(find_text(scene, "earlier"));
        lewis_scene_free(scene);
        lewis_chart_free(chart);
    }
}

/* Places of dots are the true ones: their arrows stay in the triangle. */
static void
test_arrows_of_dots_lead_to_the_dots(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_place then = {.point = {0.25, 0.1}};
    struct lewis_score now = score(0.2, 0.4, 0.4);
    struct lewis_scene *scene;
    const struct scene_shape *line;
    double to[LEWIS_STYLES];

    (void)state;
    for (int k = 0; k < 60; k++)
        assert_true(lewis_chart_add_move(chart, "P", 1, "", 0, &then, &now,
                                         NULL));
    scene = scene_of(chart, &options);
    line = find(scene, "moves", SCENE_LINE);
    assert_non_null(line);
    for (; line->kind != SCENE_END; line++)
        if (line->kind == SCENE_LINE) {
            shares_at(scene, line->point[1], to);
            assert_near(to[LEWIS_LINEAR], 0.2, 0.05);
            assert_near(to[LEWIS_MULTI], 0.4, 0.05);
        }
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

/* --- who is asked for --- */

static void
test_what_became_of_those_asked_for_is_told(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_score unscored = {.status = LEWIS_INCOMPLETE};
    struct lewis_highlight who;
    struct lewis_error error;

    (void)state;
    ask(chart, " Zo\xC3\xAB ");
    ask(chart, "Annn");
    ask(chart, "Eve");
    ask(chart, "xyz");
    add(chart, "Zo\xC3\xAB", "", score(0.5, 0.2, 0.3));
    add(chart, "Zo\xC3\xAB", "", score(0.1, 0.2, 0.7));
    add(chart, "Ann", "", score(0.1, 0.2, 0.7));
    add(chart, "Eve", "", unscored);
    assert_true(lewis_chart_highlighted(chart, 0, &who));
    assert_string_equal(who.name, "Zo\xC3\xAB");
    assert_int_equal(who.seen, 2);
    assert_true(who.drawn);
    assert_true(lewis_chart_highlighted(chart, 1, &who));
    assert_int_equal(who.seen, 0);
    assert_string_equal(who.near, "Ann");
    assert_true(lewis_chart_highlighted(chart, 2, &who));
    assert_int_equal(who.seen, 1);
    assert_false(who.drawn);
    assert_true(lewis_chart_highlighted(chart, 3, &who));
    assert_null(who.near);
    assert_false(lewis_chart_highlighted(chart, 4, &who));
    for (int i = 4; i < LEWIS_CHART_STARS; i++)
        ask(chart, "more");
    assert_false(lewis_chart_highlight(chart, "one too many", &error));
    assert_int_equal(error.code, LEWIS_EINVALID);
    lewis_chart_free(chart);
}

/* --- any team --- */

static void
test_random_teams_with_stars_are_tidy(void **state)
{
    struct fixture *fixture = *state;

    for (uint64_t seed = 1; seed <= 60; seed++) {
        struct lewis_chart *chart = new_chart();
        struct lewis_chart_options options;
        struct lewis_scene *scene;
        uint64_t own = seed * 7919;
        int people = 1 + (int)(60 * chance(&own));

        for (int i = 0; i < 1 + (int)(seed % 3); i++) {
            char name[16];

            snprintf(name, sizeof name, "P%d", (int)(people * chance(&own)));
            ask(chart, name);
        }
        add_random(chart, people, &own);
        options = options_by(fixture, seed);
        scene = scene_of(chart, &options);
        assert_true(count_groups(scene, "star") >= 1);
        expect_tidy(scene, seed);
        lewis_scene_free(scene);
        lewis_chart_free(chart);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines_are_parallel_to_the_sides),
        cmocka_unit_test(test_in_a_view_lines_end_at_its_sides),
        cmocka_unit_test(test_one_person_alone_has_lines_and_two_have_none),
        cmocka_unit_test(test_a_star_is_kept_however_many_people_there_are),
        cmocka_unit_test(test_nobody_is_named_where_names_are_not_wanted),
        cmocka_unit_test(test_regions_are_left_out_when_they_are_not_wanted),
        cmocka_unit_test(test_a_star_has_its_move),
        cmocka_unit_test(test_arrows_of_dots_lead_to_the_dots),
        cmocka_unit_test(test_what_became_of_those_asked_for_is_told),
        cmocka_unit_test(test_random_teams_with_stars_are_tidy),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
