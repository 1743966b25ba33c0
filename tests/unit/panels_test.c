/* panels_test.c - small triangles side by side.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "charting.h"
#include "near.h"

enum { MOST = 12 };

static struct lewis_scene *
sheet_of(struct lewis_chart *const chart[], size_t count,
         const struct lewis_chart_options *options)
{
    static const char *const title[MOST] = {
        "All items", "Speaking and listening", "Time", "Trust", "Deciding",
        "Meeting",   "Truth and facts",        "Face", "Work",  "Leading",
        "Feelings",  "Learning"};
    struct lewis_panel panel[MOST] = {{0}};
    struct lewis_error error = {0};
    struct lewis_scene *scene;

    for (size_t i = 0; i < count; i++)
        panel[i] = (struct lewis_panel){chart[i], title[i], 3};
    scene = lewis_chart_panels(panel, count, options, &measure, &error);
    if (scene == NULL)
        print_error("%s\n", error.text);
    assert_non_null(scene);
    return scene;
}

/* Shape 'index' of that kind in groups of that role, which have no groups in
 * them before it. */
static const struct scene_shape *
nth(const struct lewis_scene *scene, const char *role, enum scene_kind kind,
    size_t index)
{
    bool inside = false;

    for (size_t i = 0; i < scene_count(scene); i++) {
        const struct scene_shape *shape = scene_at(scene, i);

        if (shape->kind == SCENE_GROUP)
            inside = strcmp(shape->role, role) == 0;
        else if (shape->kind == SCENE_END)
            inside = false;
        else if (inside && shape->kind == kind && index-- == 0)
            return shape;
    }
    return NULL;
}

static void
release(struct lewis_chart *chart[], size_t count)
{
    for (size_t i = 0; i < count; i++)
        lewis_chart_free(chart[i]);
}

/* One person, in the middle of each side in turn. */
static void
test_everybody_stands_in_each_panel_where_the_shares_say(void **state)
{
    struct lewis_chart *chart[3] = {new_chart(), new_chart(), new_chart()};
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    (void)state;
    add(chart[0], "Ann", "", score(0.5, 0.5, 0));
    add(chart[1], "Ann", "", score(0, 0.5, 0.5));
    add(chart[2], "Ann", "", score(0.5, 0, 0.5));
    scene = sheet_of(chart, 3, &options);
    for (size_t i = 0; i < 3; i++) {
        const struct scene_point *corner =
            nth(scene, "sides", SCENE_POLYGON, i)->point;
        struct scene_point at = *nth(scene, "member", SCENE_CIRCLE, 2 * i)->point;
        size_t from = i == 1 ? 1 : 0, to = i == 0 ? 1 : 2;

        assert_near(at.x, (corner[from].x + corner[to].x) / 2, 1e-9);
        assert_near(at.y, (corner[from].y + corner[to].y) / 2, 1e-9);
    }
    assert_non_null(find_text(scene, "50/50/0\xC2\xA0%, 3 items"));
    assert_non_null(find_text(scene, "0/50/50\xC2\xA0%, 3 items"));
    lewis_scene_free(scene);
    release(chart, 3);
}

static void
test_all_panels_have_one_size_and_the_first_is_the_whole(void **state)
{
    struct lewis_chart *chart[MOST];
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;
    double side = 0;

    (void)state;
    for (size_t i = 0; i < MOST; i++) {
        chart[i] = new_chart();
        add(chart[i], "Ann", "", score(0.5, 0.3, 0.2));
    }
    scene = sheet_of(chart, MOST, &options);
    assert_int_equal(count_groups(scene, "panel"), MOST);
    assert_string_equal(find(scene, "panel", SCENE_GROUP)->title, "All items");
    for (size_t i = 0; i < MOST; i++) {
        const struct scene_point *corner =
            nth(scene, "sides", SCENE_POLYGON, i)->point;

        side = i == 0 ? corner[2].x - corner[0].x : side;
        assert_near(corner[2].x - corner[0].x, side, 1e-9);
        assert_near(corner[0].y - corner[1].y, side * sqrt(3) / 2, 1e-9);
    }
    lewis_scene_free(scene);
    release(chart, MOST);
}

/* In the second panel Sales has nobody, so Support is its first team. */
static void
test_a_team_has_the_same_colour_in_every_panel(void **state)
{
    struct lewis_chart *chart[2] = {new_chart(), new_chart()};
    struct lewis_chart_options options = lewis_chart_defaults();
    const struct scene_shape *first, *second;
    struct lewis_score none;
    struct lewis_scene *scene;

    (void)state;
    lewis_score_refuse(&none);
    add(chart[0], "Ann", "Sales", score(0.5, 0.3, 0.2));
    add(chart[0], "Bob", "Support", score(0.1, 0.1, 0.8));
    add(chart[1], "Ann", "Sales", none);
    add(chart[1], "Bob", "Support", score(0.2, 0.1, 0.7));
    scene = sheet_of(chart, 2, &options);
    /* Ann's marker is a circle: Bob's squares are all there is */
    first = nth(scene, "member", SCENE_POLYGON, 1);
    second = nth(scene, "member", SCENE_POLYGON, 3);
    assert_int_equal(first->style.fill, second->style.fill);
    assert_null(nth(scene, "member", SCENE_POLYGON, 4));
    assert_non_null(find_text(scene, "1 of 2"));
    lewis_scene_free(scene);
    release(chart, 2);
}

static void
test_a_topic_without_profiles_says_so(void **state)
{
    struct lewis_chart *chart[2] = {new_chart(), new_chart()};
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;
    struct lewis_score none;

    (void)state;
    lewis_score_refuse(&none);
    add(chart[0], "Ann", "", score(0.5, 0.3, 0.2));
    add(chart[1], "Ann", "", none);
    scene = sheet_of(chart, 2, &options);
    assert_non_null(find_text(scene, "no profile"));
    lewis_scene_free(scene);
    release(chart, 2);
}

static void
test_random_sheets_are_tidy(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 60; seed++) {
        struct lewis_chart_options options = lewis_chart_defaults();
        struct lewis_chart *chart[MOST];
        size_t count = 2 + seed % (MOST - 1);
        struct lewis_scene *scene;
        uint64_t at = seed * 31337;

        if (seed % 3 == 0) {
            options.width_pt = 595.28;
            options.height_pt = 841.89;
        }
        options.title = "Our team by topic";
        options.zoom = seed % 4 == 0 ? LEWIS_ZOOM_AUTO : LEWIS_ZOOM_NONE;
        for (size_t i = 0; i < count; i++) {
            chart[i] = new_chart();
            for (uint64_t p = 0; p < seed % 20; p++)
                add(chart[i], "Somebody", p % 2 == 0 ? "A" : "B",
                    random_score(&at, 0.8));
        }
        scene = sheet_of(chart, count, &options);
        expect_tidy(scene, seed);
        lewis_scene_free(scene);
        release(chart, count);
    }
}

static void
test_a_page_without_room_is_told(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_panel panel[80];
    struct lewis_error error;

    (void)state;
    options.width_pt = 220;
    options.height_pt = 200;
    options.title = "T";
    for (size_t i = 0; i < 80; i++)
        panel[i] = (struct lewis_panel){chart, "Topic", 0};
    assert_null(lewis_chart_panels(panel, 80, &options, &measure, &error));
    assert_string_equal(error.text, "a page of 220 x 200 points has no room "
                                    "for 80 triangles");
    options.width_pt = 20;
    assert_null(lewis_chart_panels(panel, 80, &options, &measure, &error));
    assert_int_equal(error.code, LEWIS_EINVALID);
    lewis_chart_free(chart);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            test_everybody_stands_in_each_panel_where_the_shares_say),
        cmocka_unit_test(
            test_all_panels_have_one_size_and_the_first_is_the_whole),
        cmocka_unit_test(test_a_team_has_the_same_colour_in_every_panel),
        cmocka_unit_test(test_a_topic_without_profiles_says_so),
        cmocka_unit_test(test_random_sheets_are_tidy),
        cmocka_unit_test(test_a_page_without_room_is_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
