/* moves_test.c - before and after: pairs, arrows and what is said of them.
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

#include <lewis/earlier.h>

#include "charting.h"
#include "chart/theme.h"
#include "near.h"

/* --- pairs --- */

static struct lewis_earlier *
new_earlier(void)
{
    struct lewis_earlier *earlier = lewis_earlier_new(NULL);

    assert_non_null(earlier);
    return earlier;
}

static void
put(struct lewis_earlier *earlier, const char *id, double linear)
{
    struct lewis_score who = score(linear, 1 - linear, 0);

    assert_true(lewis_earlier_add(earlier, id, strlen(id), &who, NULL));
}

static void
test_people_are_found_by_their_id(void **state)
{
    struct lewis_earlier *earlier = new_earlier();

    (void)state;
    assert_null(lewis_earlier_take(earlier, "Ann", 3));
    put(earlier, " Ann ", 0.25);
    put(earlier, "Bob", 0.5);
    put(earlier, "Ann", 0.75);
    put(earlier, "", 0.75);
    assert_int_equal(lewis_earlier_count(earlier), 2);
    assert_int_equal(lewis_earlier_repeated(earlier), 1);
    assert_null(lewis_earlier_take(earlier, "ann", 3));
    /* the last: 75 % linear-active, 25 % multi-active: x = 0.25 / 2 */
    assert_near(lewis_earlier_take(earlier, "Ann", 3)->point.x, 0.125, 1e-15);
    assert_null(lewis_earlier_take(earlier, "Ann", 3));
    assert_int_equal(lewis_earlier_left(earlier), 1);
    assert_int_equal(lewis_earlier_find(earlier, " Bob", 4), 1);
    assert_string_equal(lewis_earlier_id(earlier, 1), "Bob");
    assert_int_equal(lewis_earlier_find(earlier, "Eve", 3), 2);
    lewis_earlier_free(earlier);
}

static void
test_people_without_a_profile_have_no_place(void **state)
{
    struct lewis_earlier *earlier = new_earlier();
    struct lewis_score refused;

    (void)state;
    lewis_score_refuse(&refused);
    assert_true(lewis_earlier_add(earlier, "Ann", 3, &refused, NULL));
    assert_null(lewis_earlier_take(earlier, "Ann", 3));
    assert_int_equal(lewis_earlier_find(earlier, "Ann", 3), 0);
    assert_null(lewis_earlier_place(earlier, 0));
    put(earlier, "Ann", 0.5);
    assert_true(lewis_earlier_add(earlier, "Ann", 3, &refused, NULL));
    assert_near(lewis_earlier_place(earlier, 0)->point.x, 0.25, 1e-15);
    lewis_earlier_free(earlier);
}

static void
test_ten_thousand_people_are_all_found(void **state)
{
    struct lewis_earlier *earlier = new_earlier();
    char id[20];

    (void)state;
    for (int i = 0; i < 10000; i++) {
        snprintf(id, sizeof id, "P%d", i);
        put(earlier, id, i / 10000.0);
    }
    for (int i = 9999; i >= 0; i--) {
        const struct lewis_place *place;

        snprintf(id, sizeof id, "P%d", i);
        place = lewis_earlier_take(earlier, id, strlen(id));
        assert_non_null(place);
        assert_near(place->point.x, (1 - i / 10000.0) / 2, 1e-12);
    }
    assert_int_equal(lewis_earlier_left(earlier), 0);
    lewis_earlier_free(earlier);
}

/* --- arrows --- */

static void
add_move(struct lewis_chart *chart, const char *name, const char *team,
         struct lewis_score then, struct lewis_score now)
{
    struct lewis_place place = {.point = then.point};

    memcpy(place.covariance, then.region.covariance,
           sizeof place.covariance);
    assert_true(lewis_chart_add_move(chart, name, strlen(name), team,
                                     strlen(team), &place, &now, NULL));
}

/* Ann goes from the middle of the lower side to 60 % reactive: 10 % of the side
 * to the right. The arrow begins there and its tip is a rim before the marker.
 */
static void
test_an_arrow_ends_at_the_markers_rim(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    const struct scene_shape *line, *head, *marker;
    const struct scene_point *corner;
    struct lewis_scene *scene;
    double side, rim;

    (void)state;
    add_move(chart, "Ann", "", score(0.5, 0, 0.5), score(0.4, 0, 0.6));
    scene = scene_of(chart, &options);
    corner = find(scene, "sides", SCENE_POLYGON)->point;
    side = corner[2].x - corner[0].x;
    line = find(scene, "moves", SCENE_LINE);
    head = find(scene, "moves", SCENE_POLYGON);
    marker = find(scene, "member", SCENE_CIRCLE);
    rim = marker->radius_pt + theme.rim;
    assert_near(line->point[0].x, corner[0].x + 0.5 * side, 1e-9);
    assert_near(line->point[0].y, corner[0].y, 1e-9);
    assert_near(head->point[0].x, corner[0].x + 0.6 * side - rim, 1e-9);
    assert_near(head->point[0].y, corner[0].y, 1e-9);
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_every_arrow_of_random_teams_ends_at_a_rim(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 40; seed++) {
        struct lewis_chart *chart = new_chart();
        struct lewis_chart_options options = lewis_chart_defaults();
        struct lewis_scene *scene;
        uint64_t at = seed * 99999;
        size_t arrows = 0, rings = 0;
        double rim = (theme_member_radius(seed) + theme.rim);
        bool inside = false;

        for (uint64_t i = 0; i < seed; i++)
            add_move(chart, "", i % 2 == 0 ? "A" : "B", random_score(&at, 0.9),
                     random_score(&at, 0.9));
        options.zoom = seed % 2 == 0 ? LEWIS_ZOOM_AUTO : LEWIS_ZOOM_NONE;
        scene = scene_of(chart, &options);
        for (size_t i = 0; i < scene_count(scene); i++) {
            const struct scene_shape *shape = scene_at(scene, i);
            double nearest = 1e9;

            if (shape->kind == SCENE_GROUP)
                inside = strcmp(shape->role, "moves") == 0;
            if (shape->kind == SCENE_END)
                inside = false;
            if (!inside || shape->kind == SCENE_LINE)
                continue;
            rings += shape->kind == SCENE_CIRCLE &&
                     shape->style.fill_alpha <= 0;
            if (shape->kind != SCENE_POLYGON)
                continue;
            arrows++;
            for (size_t k = 0; k < scene_count(scene); k++) {
                const struct scene_shape *other = scene_at(scene, k);

                /* circles of team A; squares of team B by their middle */
                if (other->kind == SCENE_CIRCLE)
                    nearest = fmin(
                        nearest,
                        fabs(hypot(other->point->x - shape->point[0].x,
                                   other->point->y - shape->point[0].y) -
                             rim));
                else if (other->kind == SCENE_POLYGON && other->count == 4)
                    nearest = fmin(
                        nearest,
                        fabs(hypot((other->point[0].x + other->point[2].x) /
                                           2 -
                                       shape->point[0].x,
                                   (other->point[0].y + other->point[2].y) /
                                           2 -
                                       shape->point[0].y) -
                             rim));
            }
            assert_true(nearest < 1e-6);
        }
        assert_true(arrows + rings >= seed - 1 && arrows + rings <= seed);
        expect_tidy(scene, seed);
        lewis_scene_free(scene);
        lewis_chart_free(chart);
    }
}

static void
test_people_who_stay_have_a_ring_and_are_counted(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;
    const struct scene_shape *ring;

    (void)state;
    add_move(chart, "Ann", "", score(0.5, 0.2, 0.3), score(0.5, 0.2, 0.3));
    add_move(chart, "Bob", "", score(0.1, 0.2, 0.7), score(0.12, 0.2, 0.68));
    add_move(chart, "Eve", "", score(0.1, 0.6, 0.3), score(0.2, 0.5, 0.3));
    scene = scene_of(chart, &options);
    ring = find(scene, "moves", SCENE_CIRCLE);
    assert_true(ring->style.fill_alpha <= 0 && ring->style.stroke_alpha > 0);
    assert_non_null(find_text(scene, "Hardly moved"));
    assert_non_null(find_text(scene, "(2)"));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

/* Bob's arrow begins where Ann's name would stand, right of her. */
static void
test_a_name_keeps_off_an_arrow(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    const struct scene_shape *line, *name;
    struct lewis_scene *scene;

    (void)state;
    add_move(chart, "Ann-Christin", "", score(0.6, 0.2, 0.2),
             score(0.6, 0.2, 0.2));
    add_move(chart, "Bob", "", score(0.56, 0.2, 0.24), score(0.2, 0.2, 0.6));
    scene = scene_of(chart, &options);
    line = find(scene, "moves", SCENE_LINE);
    name = find_text(scene, "Ann-Christin");
    assert_false(box_crossed(text_box(name), line->point[0], line->point[1]));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_without_an_arrow_the_legend_has_none(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    (void)state;
    add_move(chart, "Ann", "", score(0.5, 0.2, 0.3), score(0.5, 0.2, 0.3));
    add_move(chart, "Bob", "", score(0.1, 0.2, 0.7), score(0.12, 0.2, 0.68));
    scene = scene_of(chart, &options);
    assert_null(find_text(scene, "From each person"));
    assert_non_null(find_text(scene, "Hardly moved"));
    lewis_scene_free(scene);
    add_move(chart, "Eve", "", score(0.1, 0.6, 0.3), score(0.2, 0.5, 0.3));
    scene = scene_of(chart, &options);
    assert_non_null(find_text(scene, "From each person"));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

/* --- words --- */

/* By hand: Ann +10, -10, 0; Bob +20, 0, -20; the mean +15, -5, -10. */
static void
test_the_mean_move_is_told(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    (void)state;
    options.width_pt = 2000; /* one line */
    options.note = "Only in one file: Eve.";
    add_move(chart, "Ann", "", score(0.3, 0.4, 0.3), score(0.4, 0.3, 0.3));
    add_move(chart, "Bob", "", score(0.2, 0.4, 0.4), score(0.4, 0.4, 0.2));
    scene = scene_of(chart, &options);
    assert_non_null(find_text(
        scene, "linear-active +15, multi-active \xE2\x88\x92"
               "5, reactive \xE2\x88\x92"
               "10 percentage points; with so few people that says little."));
    assert_non_null(find_text(scene, "Only in one file: Eve."));
    assert_string_equal(
        find(scene, "member", SCENE_GROUP)->title,
        "\xE2\x81\xA8"
        "Ann\xE2\x81\xA9: linear-active 40 % (10-50), multi-active 30 % "
        "(10-50), reactive 30 % (10-50); before: linear-active 30 %, "
        "multi-active 40 %, reactive 30 %");
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

/* One person, covariance of the shares (0.002, -0.001, 0.002) twice over. In
 * the plane a move of d linear-active to reactive is d along x; x = R + M / 2
 * has variance var L + var M / 4 + cov LM = 0.0015 once, 0.003 twice, y has
 * 0.75 var M, and they do not covary: cov(x, M) = -(cov LM + var M / 2) = 0. So
 * the region's half axis along x is sqrt(4.605 * 0.003) = 0.1175. */
static void
expect_chance(double move, bool chance_alone)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    options.width_pt = 2000;
    add_move(chart, "Ann", "", score(0.5, 0.2, 0.3),
             score(0.5 - move, 0.2, 0.3 + move));
    scene = scene_of(chart, &options);
    assert_int_equal(find_text(scene, "cannot be told from no move") != NULL,
                     chance_alone);
    assert_int_equal(find_text(scene, "more than chance explains") != NULL,
                     !chance_alone);
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_a_persons_move_is_held_against_the_errors_of_both(void **state)
{
    (void)state;
    expect_chance(0.117, true);
    expect_chance(0.118, false);
}

static void
test_everybody_who_moves_alike_moves_the_centre(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    (void)state;
    options.width_pt = 2000;
    for (int i = 0; i < 12; i++)
        add_move(chart, "", "", score(0.3 + 0.02 * i, 0.3, 0.4 - 0.02 * i),
                 score(0.2 + 0.02 * i, 0.4, 0.4 - 0.02 * i));
    scene = scene_of(chart, &options);
    assert_non_null(find_text(scene, "more than chance explains"));
    assert_int_equal(count_groups(scene, "region"), 1);
    assert_non_null(find(scene, "center-moves", SCENE_POLYGON));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_moves_in_log_ratios_are_refused(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_error error;

    (void)state;
    add_move(chart, "a", "", score(0.5, 0.2, 0.3), score(0.4, 0.2, 0.4));
    add_move(chart, "b", "", score(0.4, 0.2, 0.4), score(0.4, 0.2, 0.4));
    options.geometry = LEWIS_AITCHISON;
    assert_null(lewis_chart_scene(chart, &options, &measure, &error));
    assert_string_equal(error.text,
                        "moves are drawn in the plane, not in log-ratios");
    lewis_chart_free(chart);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_people_are_found_by_their_id),
        cmocka_unit_test(test_people_without_a_profile_have_no_place),
        cmocka_unit_test(test_ten_thousand_people_are_all_found),
        cmocka_unit_test(test_an_arrow_ends_at_the_markers_rim),
        cmocka_unit_test(test_every_arrow_of_random_teams_ends_at_a_rim),
        cmocka_unit_test(test_people_who_stay_have_a_ring_and_are_counted),
        cmocka_unit_test(test_a_name_keeps_off_an_arrow),
        cmocka_unit_test(test_without_an_arrow_the_legend_has_none),
        cmocka_unit_test(test_the_mean_move_is_told),
        cmocka_unit_test(
            test_a_persons_move_is_held_against_the_errors_of_both),
        cmocka_unit_test(test_everybody_who_moves_alike_moves_the_centre),
        cmocka_unit_test(test_moves_in_log_ratios_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
