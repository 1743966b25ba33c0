/* legend_test.c - every sign of a chart has its row, and says what it is.
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

/* --- what the legend says --- */

static size_t
count_in_legend(const struct lewis_scene *scene, enum scene_kind kind,
                size_t points)
{
    size_t count = 0;
    bool inside = false;

    for (size_t i = 0; i < scene_count(scene); i++) {
        const struct scene_shape *shape = scene_at(scene, i);

        if (shape->kind == SCENE_GROUP)
            inside = strcmp(shape->role, "legend") == 0 ||
                     (inside && strcmp(shape->role, "entry") == 0);
        if (inside && shape->kind == kind && shape->count == points)
            count++;
    }
    return count;
}

static void
test_small_groups_are_said_to_have_no_region(void **state)
{
    (void)state;
    for (int n = 1; n <= 4; n++) {
        struct lewis_chart *chart = new_chart();
        struct lewis_chart_options options = lewis_chart_defaults();
        struct lewis_scene *scene;

        for (int i = 0; i < n; i++)
            add(chart, "", "A", score(0.2 + 0.1 * i, 0.5 - 0.1 * i, 0.3));
        add(chart, "", "B", score(0.2, 0.2, 0.6));
        scene = scene_of(chart, &options);
        assert_int_equal(find_text(scene, "under 4") != NULL, n == 2 || n == 3);
        assert_int_equal(find_text(scene, "Centre of") != NULL, n > 1);
        /* the ellipse in the sign, and the cross with its rim */
        assert_int_equal(count_in_legend(scene, SCENE_POLYGON, 24), n == 4);
        assert_int_equal(count_in_legend(scene, SCENE_POLYGON, 12),
                         n > 1 ? 2 : 0);
        lewis_scene_free(scene);
        lewis_chart_free(chart);
    }
}

/* What tells a team's markers from others: colour and form. */
static void
describe_marker(const struct scene_shape *shape, char out[200])
{
    size_t used = (size_t)snprintf(
        out, 200, "%d %zu %06X %06X %d", (int)shape->kind, shape->count,
        (unsigned)shape->style.fill, (unsigned)shape->style.stroke,
        shape->style.fill_alpha > 0);

    for (size_t i = 1; i < shape->count && i < 3; i++)
        used += (size_t)snprintf(out + used, 200 - used, " %.1f %.1f",
                                 shape->point[i].x - shape->point[0].x,
                                 shape->point[i].y - shape->point[0].y);
}

/* Teams as markers (40) and as dots (47 and "other teams"). */
static void
expect_teams_apart(int teams)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;
    static char seen[48][200];
    int count = 0;

    for (int i = 0; i < teams; i++) {
        char team[20];

        snprintf(team, sizeof team, "team %d", i);
        add(chart, "", team, score(0.02 * i, 0.5 - 0.01 * i, 0.5 - 0.01 * i));
    }
    scene = scene_of(chart, &options);
    for (size_t i = 0; i + 1 < scene_count(scene); i++) {
        const struct scene_shape *shape = scene_at(scene, i);

        if (shape->kind != SCENE_GROUP || strcmp(shape->role, "member") != 0)
            continue;
        describe_marker(scene_at(scene, i + 1), seen[count]);
        for (int k = 0; k < count; k++)
            assert_string_not_equal(seen[k], seen[count]);
        count++;
    }
    assert_int_equal(count, teams);
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_48_teams_have_each_a_colour_and_shape_of_their_own(void **state)
{
    (void)state;
    expect_teams_apart(48);
}

static void
test_more_than_forty_people_are_said_to_have_no_names(void **state)
{
    (void)state;
    for (int n = 40; n <= 41; n++) {
        struct lewis_chart *chart = new_chart();
        struct lewis_chart_options options = lewis_chart_defaults();
        struct lewis_scene *scene;

        for (int i = 0; i < n; i++)
            add(chart, "P", "",
                score(i / 41.0, (41 - i) / 82.0, (41 - i) / 82.0));
        scene = scene_of(chart, &options);
        assert_int_equal(find_text(scene, "More than 40 people: no names.") !=
                             NULL,
                         n == 41);
        lewis_scene_free(scene);
        lewis_chart_free(chart);
    }
}

static void
test_every_team_has_its_centre(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    (void)state;
    for (int i = 0; i < 36; i++) {
        char team[20];

        snprintf(team, sizeof team, "team %d", i % 9);
        add(chart, "", team, score(0.02 * i, 0.5 - 0.01 * i, 0.5 - 0.01 * i));
    }
    scene = scene_of(chart, &options);
    assert_int_equal(count_groups(scene, "center"), 9);
    assert_int_equal(count_groups(scene, "region"), 9);
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_small_groups_are_said_to_have_no_region),
        cmocka_unit_test(
            test_48_teams_have_each_a_colour_and_shape_of_their_own),
        cmocka_unit_test(test_more_than_forty_people_are_said_to_have_no_names),
        cmocka_unit_test(test_every_team_has_its_centre),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
