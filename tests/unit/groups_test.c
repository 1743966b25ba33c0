/* groups_test.c - centres and regions of groups in log-ratios, against R
 * (tests/oracle/composition.R), and what the chart says of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "chart/groups.h"
#include "chart/scene.h"

#include "near.h"

/* Letters of equal width, so that the tests need no fonts. */
static double
typewriter(void *payload, const char *text, double size_pt, bool bold)
{
    (void)payload;
    return (double)strlen(text) * size_pt * (bold ? 0.65 : 0.55);
}

static const struct lewis_measure measure = {.width_pt = typewriter};

/* Near the side from multi-active to reactive. */
static const double eight[][3] = {
    {0.02, 0.30, 0.68}, {0.05, 0.20, 0.75}, {0.01, 0.50, 0.49},
    {0.10, 0.35, 0.55}, {0.03, 0.10, 0.87}, {0.04, 0.40, 0.56},
    {0.02, 0.25, 0.73}, {0.06, 0.60, 0.34},
};

static void
add(struct lewis_chart *chart, const char *team, const double share[3])
{
    struct lewis_score score = {
        .status = LEWIS_SCORED,
        .share = {share[0], share[1], share[2]},
        .low = {0.1, 0.1, 0.1},
        .high = {0.5, 0.5, 0.5},
        .point = lewis_triangle_point(share),
        .region = {.kind = LEWIS_REGION_ELLIPSE,
                   .center = {share[0], share[1], share[2]},
                   .covariance = {0.02, -0.01, 0.02},
                   .radius2 = 4.605},
    };

    assert_true(
        lewis_chart_add(chart, "", 0, team, strlen(team), &score, NULL));
}

/* The first ones of eight people. */
static struct lewis_chart *
chart_of(size_t count)
{
    struct lewis_chart *chart = lewis_chart_new(NULL);

    assert_non_null(chart);
    for (size_t i = 0; i < count; i++)
        add(chart, "", eight[i]);
    return chart;
}

static struct lewis_chart_options
log_ratios(void)
{
    struct lewis_chart_options options = lewis_chart_defaults();

    options.geometry = LEWIS_AITCHISON;
    return options;
}

static struct lewis_scene *
scene_of(const struct lewis_chart *chart,
         const struct lewis_chart_options *options)
{
    struct lewis_error error = {0};
    struct lewis_scene *scene =
        lewis_chart_scene(chart, options, &measure, &error);

    if (scene == NULL)
        print_error("%s\n", error.text);
    assert_non_null(scene);
    return scene;
}

/* All texts of the scene's legend and foot, lines joined. */
static void
words_of(const struct lewis_scene *scene, char *words, size_t size)
{
    bool inside = false;

    *words = '\0';
    for (size_t i = 0; i < scene_count(scene); i++) {
        const struct scene_shape *shape = scene_at(scene, i);

        if (shape->kind == SCENE_GROUP)
            inside = strcmp(shape->role, "entry") == 0 ||
                     strcmp(shape->role, "paragraph") == 0;
        if (!inside || shape->kind != SCENE_TEXT)
            continue;
        assert_true(strlen(words) + strlen(shape->text) + 2 < size);
        strcat(strcat(words, shape->text), " ");
    }
}

static void
assert_said(const struct lewis_scene *scene, const char *what, size_t times)
{
    char words[4000];
    size_t count = 0;

    words_of(scene, words, sizeof words);
    for (const char *at = words; (at = strstr(at, what)) != NULL; at++)
        count++;
    if (count != times)
        print_error("\"%s\" %zu times in: %s\n", what, count, words);
    assert_int_equal(count, times);
}

static const struct scene_shape *
find(const struct lewis_scene *scene, const char *role, enum scene_kind kind)
{
    bool inside = false;

    for (size_t i = 0; i < scene_count(scene); i++) {
        const struct scene_shape *shape = scene_at(scene, i);

        if (shape->kind == SCENE_GROUP && strcmp(shape->role, role) == 0)
            inside = true;
        if (inside && shape->kind == kind)
            return shape;
    }
    return NULL;
}

/* --- figures --- */

static void
test_the_plane_is_the_default(void **state)
{
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_chart *chart = chart_of(8);
    struct groups groups = groups_of(chart, &options);
    double share[3];

    (void)state;
    lewis_triangle_shares(groups_center(&groups, GROUPS_ALL), share);
    assert_near(share[0], 0.04125, 1e-15);
    assert_near(share[1], 0.3375, 1e-15);
    lewis_chart_free(chart);
}

static void
test_the_centre_in_log_ratios_is_that_of_r(void **state)
{
    struct lewis_chart_options options = log_ratios();
    struct lewis_chart *chart = chart_of(8);
    struct groups groups = groups_of(chart, &options);

    (void)state;
    for (size_t team = 0; team <= GROUPS_ALL; team += GROUPS_ALL) {
        double share[3];

        lewis_triangle_shares(groups_center(&groups, team), share);
        assert_near(share[0], 0.0355585110776081, 1e-14);
        assert_near(share[1], 0.320675532712404, 1e-14);
        assert_near(share[2], 0.643765956209988, 1e-14);
    }
    lewis_chart_free(chart);
}

static void
test_the_range_in_log_ratios_is_that_of_r(void **state)
{
    static const double low[] = {0.0166932859686987, 0.170076837870467,
                                 0.445449237934091};
    static const double high[] = {0.0740528370541746, 0.519732563975042,
                                  0.800050738383929};
    struct lewis_chart_options options = log_ratios();
    struct lewis_chart *chart = chart_of(8);
    struct groups groups = groups_of(chart, &options);
    struct chart_range range;

    (void)state;
    assert_true(groups_range(&groups, 0, &range));
    for (int i = 0; i < 3; i++) {
        assert_near(range.low[i], low[i], 2e-5);
        assert_near(range.high[i], high[i], 2e-5);
    }
    lewis_chart_free(chart);
}

static void
test_three_people_have_a_centre_and_no_region(void **state)
{
    struct lewis_chart_options options = log_ratios();
    struct lewis_chart *chart = chart_of(3);
    struct groups groups = groups_of(chart, &options);
    struct lewis_point outline[GROUPS_OUTLINE];
    struct chart_range range;

    (void)state;
    assert_true(isfinite(groups_center(&groups, 0).x));
    assert_int_equal(groups_outline(&groups, 0, outline), 0);
    assert_false(groups_range(&groups, 0, &range));
    lewis_chart_free(chart);
}

static void
test_the_same_answers_leave_one_spot(void **state)
{
    struct lewis_chart_options options = log_ratios();
    struct lewis_chart *chart = chart_of(0);
    struct lewis_scene *scene;
    struct groups groups;
    struct chart_range range;

    (void)state;
    for (int i = 0; i < 6; i++)
        add(chart, "", eight[0]);
    groups = groups_of(chart, &options);
    assert_true(groups_range(&groups, 0, &range));
    assert_near(range.low[1], 0.30, 1e-12);
    assert_near(range.high[1], 0.30, 1e-12);
    scene = scene_of(chart, &options);
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_regions_bend_and_stay_inside(void **state)
{
    struct lewis_chart_options options = log_ratios();
    struct lewis_chart *chart = chart_of(8);
    struct lewis_scene *scene;
    const struct scene_shape *region;
    const struct scene_point *corner;
    double side;

    (void)state;
    options.level = 0.999;
    scene = scene_of(chart, &options);
    corner = find(scene, "sides", SCENE_POLYGON)->point;
    side = corner[2].x - corner[0].x;
    region = find(scene, "region", SCENE_POLYGON);
    assert_true(region->count > 20);
    for (size_t i = 0; i < region->count; i++) {
        struct lewis_point point = {(region->point[i].x - corner[0].x) / side,
                                    (corner[0].y - region->point[i].y) / side};
        double share[3];

        lewis_triangle_shares(point, share);
        for (int k = 0; k < 3; k++)
            assert_true(share[k] > 1e-4);
    }
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

/* --- words --- */

static const double edge[][3] = {{0.6, 0.4, 0}, {1, 0, 0}};

static void
test_replaced_zeros_are_said_in_legend_and_foot(void **state)
{
    struct lewis_chart_options options = log_ratios();
    struct lewis_chart *chart = chart_of(8);
    struct lewis_scene *scene;
    size_t people;

    (void)state;
    add(chart, "", eight[0]);
    add(chart, "", eight[1]);
    add(chart, "", eight[2]);
    add(chart, "Far", edge[0]);
    assert_int_equal(lewis_chart_zeros(chart, NULL), 1);
    scene = scene_of(chart, &options);
    assert_said(scene, "1 share of 0 was taken as 0.5\xC2\xA0%", 2);
    assert_said(scene, "log-ratios", 2);
    assert_non_null(strstr(find(scene, "center", SCENE_GROUP)->title,
                           "Centre in log-ratios: linear-active"));
    lewis_scene_free(scene);
    add(chart, "Far", edge[1]);
    assert_int_equal(lewis_chart_zeros(chart, &people), 3);
    assert_int_equal(people, 2);
    options.zeros = 0.01;
    scene = scene_of(chart, &options);
    assert_said(scene, "3 shares of 0 were taken as 1\xC2\xA0%", 2);
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_no_zeros_are_said_too(void **state)
{
    struct lewis_chart_options options = log_ratios();
    struct lewis_chart *chart = chart_of(8);
    struct lewis_scene *scene = scene_of(chart, &options);

    (void)state;
    assert_said(scene, "No share was 0.", 1);
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_one_person_is_no_group(void **state)
{
    struct lewis_chart_options options = log_ratios();
    struct lewis_chart *chart = chart_of(0);
    struct lewis_scene *scene;

    (void)state;
    add(chart, "", edge[1]);
    scene = scene_of(chart, &options);
    assert_said(scene, "log-ratio", 0);
    assert_said(scene, "of 0", 0);
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_the_plane_says_nothing_of_log_ratios(void **state)
{
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_chart *chart = chart_of(8);
    struct lewis_scene *scene;

    (void)state;
    options.zeros = (double)NAN; /* not used */
    add(chart, "", edge[1]);
    scene = scene_of(chart, &options);
    assert_said(scene, "log-ratio", 0);
    assert_said(scene, "of 0", 0);
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

/* --- what is refused --- */

static void
expect_refused(const struct lewis_chart *chart,
               struct lewis_chart_options options, const char *why)
{
    struct lewis_error error = {0};

    assert_null(lewis_chart_scene(chart, &options, &measure, &error));
    assert_int_equal(error.code, LEWIS_EINVALID);
    if (strstr(error.text, why) == NULL)
        print_error("not \"%s\": %s\n", why, error.text);
    assert_non_null(strstr(error.text, why));
}

static void
test_a_fifth_of_the_people_with_zeros_is_refused_unless_forced(void **state)
{
    struct lewis_chart_options options = log_ratios();
    struct lewis_chart *chart = chart_of(8);

    (void)state;
    add(chart, "", edge[0]); /* 1 of 9 */
    lewis_scene_free(scene_of(chart, &options));
    add(chart, "", edge[1]); /* 2 of 10 */
    expect_refused(chart, options, "2 of 10 people have a share of 0");
    options.force = true;
    lewis_scene_free(scene_of(chart, &options));
    options.force = false;
    options.geometry = LEWIS_PLANE;
    lewis_scene_free(scene_of(chart, &options));
    lewis_chart_free(chart);
}

static void
test_zeros_taken_as_too_much_or_nothing_are_refused(void **state)
{
    static const double wrong[] = {0, -1, 0.1, (double)NAN};
    struct lewis_chart *chart = chart_of(8);

    (void)state;
    for (int i = 0; i < 4; i++) {
        struct lewis_chart_options options = log_ratios();

        options.zeros = wrong[i];
        expect_refused(chart, options, "must lie between 0 and 0.1");
    }
    lewis_chart_free(chart);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_plane_is_the_default),
        cmocka_unit_test(test_the_centre_in_log_ratios_is_that_of_r),
        cmocka_unit_test(test_the_range_in_log_ratios_is_that_of_r),
        cmocka_unit_test(test_three_people_have_a_centre_and_no_region),
        cmocka_unit_test(test_the_same_answers_leave_one_spot),
        cmocka_unit_test(test_regions_bend_and_stay_inside),
        cmocka_unit_test(test_replaced_zeros_are_said_in_legend_and_foot),
        cmocka_unit_test(test_no_zeros_are_said_too),
        cmocka_unit_test(test_one_person_is_no_group),
        cmocka_unit_test(test_the_plane_says_nothing_of_log_ratios),
        cmocka_unit_test(
            test_a_fifth_of_the_people_with_zeros_is_refused_unless_forced),
        cmocka_unit_test(test_zeros_taken_as_too_much_or_nothing_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
