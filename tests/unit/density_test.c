/* density_test.c - everybody counts once, at the nearest knot, and a crowd's
 * chart has the figures of all of it in bounded memory.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "chart/density.h"
#include "chart/groups.h"
#include "chart/zoom.h"

#include "charting.h"

enum { CROWD = 20000 };

static double
apart(struct lewis_point a, struct lewis_point b)
{
    return hypot(a.x - b.x, a.y - b.y);
}

static struct lewis_point
knot_point(int grid, size_t cell)
{
    double share[LEWIS_STYLES];

    density_knot(grid, cell, share);
    return lewis_triangle_point(share);
}

/* By going through all of them. */
static void
test_a_person_counts_at_the_nearest_knot(void **state)
{
    uint64_t seed = 7;

    (void)state;
    for (int i = 0; i < 300; i++) {
        struct lewis_point at = random_score(&seed, 1).point;

        for (int grid = 0; grid < DENSITY_GRIDS; grid++) {
            double own = apart(at, knot_point(grid, density_cell(grid, at)));

            for (size_t k = 0; k < density_cells(grid); k++)
                assert_true(apart(at, knot_point(grid, k)) >= own - 1e-12);
        }
    }
}

static void
test_every_knot_counts_at_itself(void **state)
{
    (void)state;
    for (int grid = 0; grid < DENSITY_GRIDS; grid++) {
        size_t n = (size_t)density_steps(grid);

        assert_int_equal(density_cells(grid), (n + 1) * (n + 2) / 2);
        assert_true(density_cells(grid) <= DENSITY_CELLS);
        for (size_t k = 0; k < density_cells(grid); k++)
            assert_int_equal(density_cell(grid, knot_point(grid, k)), k);
    }
}

/* By hand, 20 steps: the corners are 1 / (20 sqrt 3) from the knot, the first
 * one straight to the right and below, at 30 degrees. */
static void
test_a_hexagon_stands_around_its_knot(void **state)
{
    struct lewis_point corner[DENSITY_CORNERS];
    struct lewis_point knot = knot_point(0, 100);
    double area = 0;

    (void)state;
    density_outline(0, 100, 1, corner);
    for (int i = 0; i < DENSITY_CORNERS; i++) {
        struct lewis_point a = corner[i], b = corner[(i + 1) % DENSITY_CORNERS];

        assert_true(fabs(apart(a, knot) - 0.0288675135) < 1e-9);
        area += (a.x * b.y - b.x * a.y) / 2;
    }
    assert_true(fabs(corner[0].x - knot.x - 0.025) < 1e-12);
    assert_true(fabs(corner[0].y - knot.y + 0.0144337567) < 1e-9);
    assert_true(fabs(area - 0.0021650635) < 1e-9); /* sqrt(3) / 2 / 20^2 */
}

/* What each has in the triangle adds up to the triangle, sqrt(3) / 4. */
static void
test_hexagons_cover_the_triangle_once(void **state)
{
    struct view whole = {.size = 1};
    double area = 0;

    (void)state;
    for (size_t k = 0; k < density_cells(0); k++) {
        struct lewis_point p[DENSITY_CORNERS + 6];
        size_t count;

        density_outline(0, k, 1, p);
        count = zoom_clip(&whole, p, DENSITY_CORNERS, DENSITY_CORNERS + 6);
        for (size_t i = 0; i < count; i++) {
            struct lewis_point a = p[i], b = p[(i + 1) % count];

            area += (a.x * b.y - b.x * a.y) / 2;
        }
    }
    assert_true(fabs(area - 0.4330127019) < 1e-7);
}

static void
test_counts_sum_to_the_people(void **state)
{
    static struct density density;
    uint64_t seed = 11;

    (void)state;
    density = (struct density){.people = {{0}}};
    for (int i = 0; i < CROWD; i++)
        density_add(&density, random_score(&seed, 1).point);
    for (int grid = 0; grid < DENSITY_GRIDS; grid++) {
        size_t sum = 0;

        for (size_t k = 0; k < density_cells(grid); k++)
            sum += density.people[grid][k];
        assert_int_equal(sum, CROWD);
    }
}

static void
test_more_people_have_a_finer_lattice(void **state)
{
    (void)state;
    assert_int_equal(density_grid(1), 0);
    assert_int_equal(density_grid(4959), 0);
    assert_int_equal(density_grid(4960), 1); /* 10 times 31 * 32 / 2 */
    assert_int_equal(density_grid(12250), 2);
    assert_int_equal(density_grid(100000000), 2);
}

/* --- classes --- */

/* Of hexagons with so many people each. */
static void
expect_scale(size_t hexagons, const size_t people[], int tones,
             const size_t least[])
{
    struct density_counts counts;
    struct density_scale scale;

    counts = (struct density_counts){.count = 0};
    for (size_t i = 0; i < hexagons; i++)
        density_count(&counts, people[i]);
    scale = density_scale_of(&counts);
    assert_int_equal(scale.most, hexagons == 0 ? 0 : people[hexagons - 1]);
    assert_int_equal(scale.tones, tones);
    for (int i = 0; i < tones; i++) {
        assert_int_equal(scale.least[i], least[i]);
        assert_int_equal(density_tone(&scale, least[i]), i);
        if (i > 0)
            assert_int_equal(density_tone(&scale, least[i] - 1), i - 1);
    }
}

/* By hand. Of the last, hexagons weigh 1, 2, 3 ... 10, together 55. A fifth is
 * 11: the first four weigh 10, and 80 is above them; of the rest a fourth is
 * 11.25: 5 and 6; of 34 a third is 11.3, nearer to 7 and 8 than to 7; 9 and 10
 * stay apart. */
static void
test_classes_begin_at_round_numbers(void **state)
{
    (void)state;
    expect_scale(0, NULL, 0, NULL);
    expect_scale(1, (size_t[]){1}, 1, (size_t[]){1});
    expect_scale(1, (size_t[]){100000}, 1, (size_t[]){100000});
    expect_scale(3, (size_t[]){1, 2, 3}, 3, (size_t[]){1, 2, 3});
    expect_scale(2, (size_t[]){5, 1000}, 2, (size_t[]){5, 6});
    expect_scale(10,
                 (size_t[]){1, 8, 27, 64, 125, 216, 343, 512, 729, 1000}, 5,
                 (size_t[]){1, 80, 250, 600, 800});
}

/* How many hexagons have each tone. */
static void
count_tones(const struct density *density, int grid,
            const struct density_scale *scale, size_t hexagons[DENSITY_TONES])
{
    for (size_t i = 0; i < density_cells(grid); i++) {
        size_t people = density->people[grid][i];

        if (people > 0)
            hexagons[density_tone(scale, people)]++;
    }
}

/* A tenth to two fifths, whether few stand in a hexagon, where counts are
 * coarse, or many. */
static void
test_every_class_has_a_fair_part(void **state)
{
    static struct density density;

    (void)state;
    for (int people = 1000; people <= 100000; people *= 10) {
        int grid = density_grid((size_t)people);
        size_t hexagons[DENSITY_TONES] = {0}, sum = 0;
        struct density_counts counts = {.count = 0};
        struct density_scale scale;
        uint64_t seed = 17;

        density = (struct density){.people = {{0}}};
        for (int i = 0; i < people; i++)
            density_add(&density, random_score(&seed, 1).point);
        density_count_all(&counts, &density, grid);
        scale = density_scale_of(&counts);
        assert_int_equal(scale.tones, DENSITY_TONES);
        count_tones(&density, grid, &scale, hexagons);
        for (int i = 0; i < DENSITY_TONES; i++)
            sum += hexagons[i];
        for (int i = 0; i < DENSITY_TONES; i++)
            assert_true(10 * hexagons[i] >= sum && 5 * hexagons[i] <= 2 * sum);
    }
}

/* --- a crowd's chart --- */

static struct lewis_chart *
crowd(size_t people, const char *const team[2], struct lewis_point sum[2])
{
    struct lewis_chart *chart = new_chart();
    uint64_t seed = 3;

    sum[0] = sum[1] = (struct lewis_point){0, 0};
    for (size_t i = 0; i < people; i++) {
        struct lewis_score who = random_score(&seed, 0.9);

        add(chart, "", team[i % 2], who);
        sum[i % 2].x += who.point.x;
        sum[i % 2].y += who.point.y;
    }
    return chart;
}

static void
test_centres_of_a_crowd_are_exact(void **state)
{
    struct lewis_point sum[2];
    struct lewis_chart *chart =
        crowd(CROWD, (const char *const[]){"A", "B"}, sum);
    struct lewis_chart_options options = lewis_chart_defaults();
    struct groups groups = groups_of(chart, &options);

    (void)state;
    assert_int_equal(lewis_chart_count(chart), CROWD);
    for (size_t i = 0; i < 2; i++) {
        struct lewis_point center = groups_center(&groups, i);

        assert_true(fabs(center.x - 2 * sum[i].x / CROWD) < 1e-9);
        assert_true(fabs(center.y - 2 * sum[i].y / CROWD) < 1e-9);
    }
    lewis_chart_free(chart);
}

/* One at a time, whatever zeros are taken as, is the same as all at once. */
static void
test_log_ratios_are_gathered_exactly(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_ratio_cloud all = {.replaced = 0};
    struct groups groups;
    uint64_t seed = 5;

    (void)state;
    options.geometry = LEWIS_AITCHISON;
    options.zeros = 0.02;
    options.force = true;
    for (int i = 0; i < 500; i++) {
        struct lewis_score who = random_score(&seed, 1);

        if (i % 9 < 3)
            who.share[i % 9] = 0;
        if (i % 50 == 0)
            who = score(0, 0, 1);
        who.share[2] = 1 - who.share[0] - who.share[1];
        if (who.share[2] < 0)
            continue;
        who.point = lewis_triangle_point(who.share);
        add(chart, "", "", who);
        lewis_triangle_shares(who.point, who.share);
        lewis_ratio_cloud_add(&all, who.share, options.zeros);
    }
    groups = groups_of(chart, &options);
    assert_true(all.replaced > 20);
    assert_int_equal(groups.ratio[GROUPS_ALL].replaced, all.replaced);
    assert_int_equal(groups.ratio[GROUPS_ALL].ilr.n, all.ilr.n);
    assert_true(fabs(groups.ratio[0].ilr.mean_x - all.ilr.mean_x) < 1e-9);
    assert_true(fabs(groups.ratio[0].ilr.mean_y - all.ilr.mean_y) < 1e-9);
    assert_true(fabs(groups.ratio[0].ilr.xx / all.ilr.xx - 1) < 1e-9);
    assert_true(fabs(groups.ratio[0].ilr.yy / all.ilr.yy - 1) < 1e-9);
    assert_true(fabs(groups.ratio[0].ilr.xy - all.ilr.xy) < 1e-6);
    lewis_chart_free(chart);
}

static void
test_memory_does_not_grow_with_a_crowd(void **state)
{
    struct lewis_point sum[2];
    struct lewis_chart *chart =
        crowd(3 * CROWD, (const char *const[]){"", ""}, sum);

    (void)state;
    assert_int_equal(chart->count, 3 * CROWD);
    assert_int_equal(chart->kept, CHART_KEPT);
    assert_true(chart->room < 2 * CHART_KEPT);
    lewis_chart_free(chart);
}

/* The number of people a hexagon speaks of: "1 234 people near ..." has a
 * narrow space of three bytes. */
static size_t
people_said(const char *title)
{
    size_t people = 0;

    for (; *title != 'p'; title++)
        if (*title >= '0' && *title <= '9')
            people = 10 * people + (size_t)(*title - '0');
    return people;
}

static size_t
people_drawn(const struct lewis_scene *scene)
{
    size_t people = 0;

    for (size_t i = 0; i < scene_count(scene); i++) {
        const struct scene_shape *shape = scene_at(scene, i);

        if (shape->kind == SCENE_GROUP && strcmp(shape->role, "hexagon") == 0)
            people += people_said(shape->title);
    }
    return people;
}

static void
expect_drawn(size_t people, enum lewis_density density, size_t in_hexagons)
{
    struct lewis_point sum[2];
    struct lewis_chart *chart =
        crowd(people, (const char *const[]){"A", "B"}, sum);
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    options.density = density;
    scene = scene_of(chart, &options);
    assert_int_equal(people_drawn(scene), in_hexagons);
    assert_int_equal(count_groups(scene, "center"), people > 3 ? 2 : 0);
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_hexagons_hold_everybody(void **state)
{
    (void)state;
    expect_drawn(400, LEWIS_DENSITY_AUTO, 0);
    expect_drawn(401, LEWIS_DENSITY_AUTO, 401);
    expect_drawn(CROWD, LEWIS_DENSITY_AUTO, CROWD);
    expect_drawn(2000, LEWIS_DENSITY_DOTS, 0);
    expect_drawn(CROWD, LEWIS_DENSITY_DOTS, CROWD);
    expect_drawn(1, LEWIS_DENSITY_HEXAGONS, 1);
    expect_drawn(0, LEWIS_DENSITY_HEXAGONS, 0);
}

static void
test_everybody_in_one_place_is_one_hexagon(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    (void)state;
    for (int i = 0; i < 12345; i++)
        add(chart, "", "", score(0.5, 0.25, 0.25));
    scene = scene_of(chart, &options);
    assert_int_equal(count_groups(scene, "hexagon"), 1);
    assert_non_null(find_text(scene, "12\xE2\x80\xAF"
                                     "345 people. In each"));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_impossible_places_are_not_drawn(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    (void)state;
    add(chart, "", "", score(0.5, 0.25, 0.25));
    add(chart, "", "", score(1.2, -0.1, -0.1));
    add(chart, "", "", score(0.5, 0.6, -0.1));
    add(chart, "", "", score(0.5, (double)NAN, 0.5));
    add(chart, "", "", score(0.5, (double)INFINITY, 0.5));
    assert_int_equal(lewis_chart_count(chart), 1);
    scene = scene_of(chart, &options);
    assert_non_null(find_text(scene, "4 of 5 without a profile: not drawn."));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

/* The first panel has 50 people in each of ten places, the second one all 500
 * in one. */
static void
test_the_legend_of_panels_is_true_for_all_of_them(void **state)
{
    struct lewis_chart *all = new_chart(), *topic = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_panel panel[2] = {{.chart = all}, {topic, "Topic", 3}};
    struct lewis_scene *scene;

    (void)state;
    for (int i = 0; i < 500; i++) {
        double l = i % 10 / 10.0;

        add(all, "", "", score(l, 1 - l, 0));
        add(topic, "", "", score(0.5, 0.25, 0.25));
    }
    scene = lewis_chart_panels(panel, 2, &options, &measure, NULL);
    assert_non_null(scene);
    assert_int_equal(people_drawn(scene), 1000);
    assert_non_null(find_text(scene, "to 500 people"));
    lewis_scene_free(scene);
    lewis_chart_free(all);
    lewis_chart_free(topic);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_person_counts_at_the_nearest_knot),
        cmocka_unit_test(test_every_knot_counts_at_itself),
        cmocka_unit_test(test_a_hexagon_stands_around_its_knot),
        cmocka_unit_test(test_hexagons_cover_the_triangle_once),
        cmocka_unit_test(test_counts_sum_to_the_people),
        cmocka_unit_test(test_more_people_have_a_finer_lattice),
        cmocka_unit_test(test_classes_begin_at_round_numbers),
        cmocka_unit_test(test_every_class_has_a_fair_part),
        cmocka_unit_test(test_centres_of_a_crowd_are_exact),
        cmocka_unit_test(test_log_ratios_are_gathered_exactly),
        cmocka_unit_test(test_memory_does_not_grow_with_a_crowd),
        cmocka_unit_test(test_hexagons_hold_everybody),
        cmocka_unit_test(test_everybody_in_one_place_is_one_hexagon),
        cmocka_unit_test(test_the_legend_of_panels_is_true_for_all_of_them),
        cmocka_unit_test(test_impossible_places_are_not_drawn),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
