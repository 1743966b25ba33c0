/* chart_blocks_test.c - the page, legend and key of a chart, and the centres
 * they speak of.
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

/* 'n' people with a name of that width. */
static struct lewis_chart *
team_of(int n, int width)
{
    struct lewis_chart *chart = new_chart();
    uint64_t seed = 77;

    for (int i = 0; i < n; i++) {
        char name[80];

        snprintf(name, sizeof name, "%.*s%d", width,
                 "Wolfeschlegelsteinhausenbergerdorff", i);
        add(chart, name, "", random_score(&seed, 0.9));
    }
    return chart;
}

/* A dark page covers the pixels that it ends in, and is no rectangle. */
static void
test_a_dark_page_is_painted_to_its_edges(void **state)
{
    struct lewis_chart *chart = team_of(3, 5);
    struct lewis_chart_options options = lewis_chart_defaults();
    const struct scene_shape *page;
    struct lewis_scene *scene;
    bool right = false, below = false;

    (void)state;
    options.theme = LEWIS_THEME_DARK;
    scene = scene_of(chart, &options);
    page = find(scene, "page", SCENE_POLYGON);
    assert_int_equal(page->count, 5);
    for (size_t i = 0; i < page->count; i++) {
        const struct scene_point *at = &page->point[i];

        assert_true(at->x <= 0 || at->y <= 0 ||
                    at->x >= options.width_pt + 1 ||
                    at->y >= options.height_pt + 1);
        right = right || at->x >= options.width_pt + 1;
        below = below || at->y >= options.height_pt + 1;
    }
    assert_true(right && below);
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

/* Whatever is wider, the signs of people stand under one another. */
static void
test_the_signs_of_legend_and_key_stand_under_one_another(void **state)
{
    (void)state;
    for (int width = 1; width < 30; width += 9) {
        struct lewis_chart *chart = team_of(20, width);
        struct lewis_chart_options options = lewis_chart_defaults();
        struct lewis_scene *scene = scene_of(chart, &options);
        const struct scene_shape *legend =
            find(scene, "legend", SCENE_CIRCLE);
        const struct scene_shape *key = find(scene, "key", SCENE_CIRCLE);

        assert_near(legend->point->x, key->point->x, 1e-9);
        expect_tidy(scene, (uint64_t)width);
        lewis_scene_free(scene);
        lewis_chart_free(chart);
    }
}

static void
test_who_all_stand_in_one_place_have_no_spread(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    (void)state;
    for (int i = 0; i < 8; i++)
        add(chart, "", "", score(0.5, 0.3, 0.2));
    scene = scene_of(chart, &options);
    assert_null(find_text(scene, "Spread"));
    lewis_scene_free(scene);
    add(chart, "", "", score(0.4, 0.3, 0.3));
    scene = scene_of(chart, &options);
    assert_non_null(find_text(scene, "Spread"));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static double
width_of_first(const struct scene_shape *group)
{
    double low = INFINITY, high = -INFINITY;

    while (group->kind != SCENE_POLYGON)
        group++;
    for (size_t i = 0; i < group->count; i++) {
        low = fmin(low, group->point[i].x);
        high = fmax(high, group->point[i].x);
    }
    return high - low;
}

/* Two teams with one centre, and a third far away. */
static void
test_a_centre_on_another_is_smaller(void **state)
{
    static const char *const team[] = {"A", "B", "C"};
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    const struct scene_shape *center[3];
    struct lewis_scene *scene;
    int count = 0;

    (void)state;
    for (int i = 0; i < 6; i++)
        add(chart, "", team[i % 3],
            i % 3 == 2 ? score(0.1, 0.1, 0.8)
                       : score(0.5 + 0.1 * (i / 3), 0.3, 0.2 - 0.1 * (i / 3)));
    scene = scene_of(chart, &options);
    for (size_t i = 0; i < scene_count(scene) && count < 3; i++)
        if (scene_at(scene, i)->kind == SCENE_GROUP &&
            strcmp(scene_at(scene, i)->role, "center") == 0)
            center[count++] = scene_at(scene, i);
    assert_int_equal(count, 3);
    assert_true(width_of_first(center[1]) < 0.8 * width_of_first(center[0]));
    assert_near(width_of_first(center[2]), width_of_first(center[0]), 1e-9);
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

/* 30 people in one place: no two codes read as one number. */
static void
test_codes_do_not_run_together(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;
    struct box code[30];
    int codes = 0;

    (void)state;
    for (int i = 0; i < 30; i++)
        add(chart, "N", i % 2 ? "A" : "B", score(0.6, 0.1, 0.3));
    scene = scene_of(chart, &options);
    for (size_t i = 0; i + 1 < scene_count(scene) && codes < 30; i++)
        if (scene_at(scene, i)->kind == SCENE_TEXT &&
            scene_at(scene, i)->halo_pt > 0)
            code[codes++] = text_box(scene_at(scene, i));
    assert_int_equal(codes, 30);
    for (int i = 0; i < codes; i++)
        for (int k = 0; k < i; k++) {
            struct box wide = {code[i].x0 - 1.5, code[i].y0, code[i].x1 + 1.5,
                               code[i].y1};

            assert_false(box_overlap(wide, code[k]));
        }
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_dark_page_is_painted_to_its_edges),
        cmocka_unit_test(
            test_the_signs_of_legend_and_key_stand_under_one_another),
        cmocka_unit_test(test_who_all_stand_in_one_place_have_no_spread),
        cmocka_unit_test(test_a_centre_on_another_is_smaller),
        cmocka_unit_test(test_codes_do_not_run_together),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
