/* markers_test.c - people on one spot stand side by side.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "charting.h"
#include "chart/spread.h"
#include "near.h"

/* --- people on one spot --- */

/* Where the markers of a scene stand: the first point of each; circles only. */
static size_t
markers(const struct lewis_scene *scene, struct scene_point at[], size_t room)
{
    size_t count = 0;

    for (size_t i = 0; i + 1 < scene_count(scene); i++) {
        const struct scene_shape *shape = scene_at(scene, i);

        if (shape->kind != SCENE_GROUP || strcmp(shape->role, "member") != 0)
            continue;
        assert_true(count < room);
        assert_int_equal(scene_at(scene, i + 1)->kind, SCENE_CIRCLE);
        at[count++] = *scene_at(scene, i + 1)->point;
    }
    return count;
}

static struct scene_point
true_place(const struct lewis_scene *scene, struct lewis_score who)
{
    const struct scene_point *c = find(scene, "sides", SCENE_POLYGON)->point;

    return (struct scene_point){c[0].x + who.point.x * (c[2].x - c[0].x),
                                c[0].y - who.point.y * (c[2].x - c[0].x)};
}

/* 'n' people on one spot: no two markers overlap, none is further than 'most'
 * diameters from the spot, none has left the triangle. */
static void
expect_spread(struct lewis_score who, int n, double most)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = with_names();
    struct lewis_scene *scene;
    struct scene_point at[40], home;
    double diameter;

    for (int i = 0; i < n; i++)
        add(chart, "Ann", "", who);
    scene = scene_of(chart, &options);
    home = true_place(scene, who);
    diameter = 2 * find(scene, "member", SCENE_CIRCLE)->radius_pt;
    assert_int_equal(markers(scene, at, 40), n);
    for (int i = 0; i < n; i++) {
        const struct scene_point *c =
            find(scene, "sides", SCENE_POLYGON)->point;

        assert_true(hypot(at[i].x - home.x, at[i].y - home.y) <
                    most * diameter);
        assert_true(at[i].y < c[0].y + 1e-6);
        assert_true((at[i].x - c[0].x) * sqrt(3) > c[0].y - at[i].y - 1e-6);
        for (int k = 0; k < i; k++)
            assert_true(hypot(at[i].x - at[k].x, at[i].y - at[k].y) > diameter);
    }
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_people_on_one_spot_stand_side_by_side(void **state)
{
    (void)state;
    expect_spread(score(0.3, 0.3, 0.4), 2, 1.4);
    expect_spread(score(0.3, 0.3, 0.4), 4, 1.5);
    expect_spread(score(0.3, 0.3, 0.4), 7, 2.2);
    expect_spread(score(0.3, 0.3, 0.4), 40, 5);
    expect_spread(score(1, 0, 0), 4, 4);
    expect_spread(score(1, 0, 0), 40, 13.6);
}

static void
test_a_moved_marker_has_a_line_to_its_place(void **state)
{
    struct lewis_score who = score(0.3, 0.3, 0.4);
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;
    const struct scene_shape *line;
    struct scene_point home;

    (void)state;
    add(chart, "Ann", "", who);
    add(chart, "Bob", "", who);
    scene = scene_of(chart, &options);
    line = find(scene, "shifts", SCENE_LINE);
    home = true_place(scene, who);
    assert_near(line->point[1].x, home.x, 1e-9);
    assert_near(line->point[1].y, home.y, 1e-9);
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_people_with_room_stand_at_their_places(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;
    struct scene_point at[40];

    (void)state;
    for (int i = 0; i < 8; i++)
        add(chart, "Ann", "", score(0.1 * i, 0.3, 0.7 - 0.1 * i));
    scene = scene_of(chart, &options);
    assert_int_equal(markers(scene, at, 40), 8);
    for (int i = 0; i < 8; i++) {
        struct scene_point home =
            true_place(scene, score(0.1 * i, 0.3, 0.7 - 0.1 * i));

        assert_near(at[i].x, home.x, 1e-9);
        assert_near(at[i].y, home.y, 1e-9);
    }
    assert_ptr_equal(find(scene, "shifts", SCENE_LINE),
                     find(scene, "leaders", SCENE_LINE));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

/* --- how far they move --- */

/* The furthest that one of 'n' goes who stand at most 'loose' from a spot, in
 * sqrt(n) diameters; the spot, their centre, is kept clear. */
static double
furthest(const struct frame *frame, const double spot[LEWIS_STYLES], int n,
         double loose, uint64_t seed)
{
    struct scene_point home[40], at[40], center = {0, 0};
    struct spread spread = {.frame = frame, .apart = 8, .clear = 9.3,
                            .kept_clear = &center, .places = 1};
    double most = 0, diameter = 6;

    for (int i = 0; i < n; i++) {
        double share[LEWIS_STYLES], sum = 0;

        for (int k = 0; k < LEWIS_STYLES; k++) {
            share[k] = fmax(spot[k] + loose * (chance(&seed) - 0.5), 0);
            sum += share[k];
        }
        home[i] = at[i] = frame_share(frame, share[0] / sum, share[1] / sum,
                                      share[2] / sum);
        center.x += home[i].x / n;
        center.y += home[i].y / n;
    }
    spread_apart(&spread, at, (size_t)n);
    for (int i = 0; i < n; i++)
        most = fmax(most, hypot(at[i].x - home[i].x, at[i].y - home[i].y));
    return most / diameter / sqrt(n);
}

/* lewis/chart.h says how far. */
static void
test_markers_move_no_further_than_is_told(void **state)
{
    static const struct {
        double spot[LEWIS_STYLES], least, most;
    } row[] = {{{0.3, 0.3, 0.4}, 1.0, 1.15},
               {{0.5, 0.5, 0}, 1.2, 1.65},
               {{1, 0, 0}, 1.9, 2.15},
               {{0, 1, 0}, 1.9, 2.15}};
    struct frame frame = {.width = 842, .height = 595, .scale = 1,
                          .view.size = 1, .middle = 421};

    (void)state;
    frame_set_triangle(&frame, 500, 520);
    for (size_t r = 0; r < sizeof row / sizeof row[0]; r++) {
        double most = 0;

        for (int n = 2; n <= 40; n++)
            for (int k = 0; k < 20; k++)
                most = fmax(most, furthest(&frame, row[r].spot, n, 0.006 * k,
                                           (uint64_t)(77 + 1000 * k + n)));
        assert_true(most < row[r].most);
        assert_true(most > row[r].least);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_people_on_one_spot_stand_side_by_side),
        cmocka_unit_test(test_a_moved_marker_has_a_line_to_its_place),
        cmocka_unit_test(test_people_with_room_stand_at_their_places),
        cmocka_unit_test(test_markers_move_no_further_than_is_told),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
