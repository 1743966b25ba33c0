/* tracks_test.c - the words on the lines to the shares.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "charting.h"

static struct box
bounds_of(const struct scene_shape *shape)
{
    struct box box = {INFINITY, INFINITY, -INFINITY, -INFINITY};

    for (size_t i = 0; i < shape->count; i++) {
        box.x0 = fmin(box.x0, shape->point[i].x);
        box.y0 = fmin(box.y0, shape->point[i].y);
        box.x1 = fmax(box.x1, shape->point[i].x);
        box.y1 = fmax(box.y1, shape->point[i].y);
    }
    return box;
}

/* No text is on a plate but its own. */
static void
expect_alone(const struct lewis_scene *scene, struct box plate,
             const struct scene_shape *words)
{
    for (size_t i = 0; i < scene_count(scene); i++) {
        const struct scene_shape *other = scene_at(scene, i);

        if (other->kind == SCENE_TEXT && other != words)
            assert_false(box_overlap(plate, text_box(other)));
    }
}

/* The words of all lines stand on opaque plates, which nothing shines through.
 * Returns how many there are. */
static size_t
expect_plates(const struct lewis_scene *scene)
{
    size_t count = 0;
    bool inside = false;

    for (size_t i = 0; i < scene_count(scene); i++) {
        const struct scene_shape *shape = scene_at(scene, i);

        if (shape->kind == SCENE_GROUP)
            inside = strcmp(shape->role, "track-shares") == 0;
        if (!inside || shape->kind != SCENE_TEXT)
            continue;
        assert_int_equal(shape[-1].kind, SCENE_POLYGON);
        assert_true(shape[-1].style.fill_alpha >= 1);
        assert_true(box_within(text_box(shape), bounds_of(&shape[-1])));
        expect_alone(scene, bounds_of(&shape[-1]), shape);
        count++;
    }
    return count;
}

static size_t
count_tracks(const struct lewis_scene *scene)
{
    const struct scene_shape *line = find(scene, "tracks", SCENE_LINE);
    size_t count = 0;

    while (line[count].kind == SCENE_LINE)
        count++;
    return count;
}

/* The line of linear-active is steep, and seen on both sides of its words. */
static void
test_words_interrupt_their_line(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    const struct scene_shape *line, *plate;
    struct lewis_scene *scene;

    (void)state;
    add(chart, "Ann", "", score(0.2, 0.5, 0.3));
    scene = scene_of(chart, &options);
    assert_int_equal(expect_plates(scene), LEWIS_STYLES);
    line = find(scene, "tracks", SCENE_LINE);
    plate = find(scene, "track-shares", SCENE_POLYGON);
    for (int i = 0; i < LEWIS_STYLES; i++) {
        struct box box = bounds_of(&plate[2 * i]);

        assert_true(box_crossed(box, line[i].point[0], line[i].point[1]));
        assert_true(box_distance(box, line[i].point[0]) > 0);
        assert_true(box_distance(box, line[i].point[1]) > 0);
    }
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

/* A line that is very short, near names, may go without. */
static void
test_words_of_random_teams_stand_alone_on_plates(void **state)
{
    struct fixture *fixture = *state;

    for (uint64_t seed = 1; seed <= 60; seed++) {
        struct lewis_chart *chart = new_chart();
        struct lewis_chart_options options;
        struct lewis_scene *scene;
        uint64_t own = seed * 7919;

        assert_true(lewis_chart_highlight(chart, "P0", NULL));
        assert_true(lewis_chart_highlight(chart, "P1", NULL));
        add_random(chart, 2 + (int)(seed % 30), &own);
        options = options_by(fixture, seed);
        scene = scene_of(chart, &options);
        assert_int_equal(count_tracks(scene), 2 * LEWIS_STYLES);
        assert_true(expect_plates(scene) + 1 >= count_tracks(scene));
        lewis_scene_free(scene);
        lewis_chart_free(chart);
    }
}

/* One among many, close to the lower side: the line of linear-active is too
 * short for its words. Every star's own circles come first in its group. */
static void
test_words_never_hide_who_they_are_of(void **state)
{
    struct fixture *fixture = *state;

    for (int at = 5; at < 95; at += 3) {
        struct lewis_chart *chart = new_chart();
        struct lewis_chart_options options = lewis_chart_defaults();
        double multi = 0.02 + 0.04 * (at % 2), linear = at / 100.0 * (1 - multi);
        struct lewis_scene *scene;
        const struct scene_shape *star, *words;

        assert_true(lewis_chart_highlight(chart, "P", NULL));
        for (int i = 0; i < 450; i++)
            add(chart, i == 0 ? "P" : "", "",
                score(linear, multi, 1 - linear - multi));
        options.atlas = fixture->shipped;
        scene = scene_of(chart, &options);
        star = find(scene, "star", SCENE_CIRCLE);
        words = find(scene, "track-shares", SCENE_POLYGON);
        for (; words->kind != SCENE_END; words++)
            assert_true(words->kind != SCENE_POLYGON ||
                        box_distance(bounds_of(words), star->point[0]) >=
                            star->radius_pt);
        assert_true(expect_plates(scene) >= 2);
        lewis_scene_free(scene);
        lewis_chart_free(chart);
    }
}

/* Q was where the words of a short line of P would stand. */
static void
test_words_leave_where_an_arrow_begins(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_score p = score(0.6, 0.3, 0.1), q = score(0.5, 0.1, 0.4);
    struct lewis_place then = {.point = score(0.65, 0.3, 0.05).point};
    struct lewis_place same = {.point = p.point};
    const struct scene_shape *dot, *words;
    struct lewis_scene *scene;
    size_t plates = 0;

    (void)state;
    assert_true(lewis_chart_highlight(chart, "P", NULL));
    assert_true(lewis_chart_add_move(chart, "P", 1, "", 0, &same, &p, NULL));
    assert_true(lewis_chart_add_move(chart, "Q", 1, "", 0, &then, &q, NULL));
    scene = scene_of(chart, &options);
    dot = find(scene, "moves", SCENE_LINE) + 1; /* after its line */
    words = find(scene, "track-shares", SCENE_POLYGON);
    assert_int_equal(dot->kind, SCENE_CIRCLE);
    for (; words->kind != SCENE_END; words++)
        if (words->kind == SCENE_POLYGON) {
            assert_true(box_distance(bounds_of(words), dot->point[0]) >=
                        dot->radius_pt);
            plates++;
        }
    assert_int_equal(plates, LEWIS_STYLES);
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_interrupt_their_line),
        cmocka_unit_test(test_words_of_random_teams_stand_alone_on_plates),
        cmocka_unit_test(test_words_never_hide_who_they_are_of),
        cmocka_unit_test(test_words_leave_where_an_arrow_begins),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
