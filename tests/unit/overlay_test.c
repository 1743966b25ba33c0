/* overlay_test.c - words over the triangle: the file, and where they stand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include <lewis/advice.h>
#include <lewis/overlay.h>

#include "charting.h"
#include "near.h"

#define FILE_OF(words)                                                       \
    "<overlay xmlns=\"urn:x-lewis:overlay:1\" version=\"1.0.0\" "            \
    "languages=\"en\">\n"                                                    \
    "<meta><title xml:lang=\"en\">T</title><author>A</author>"               \
    "<licence spdx=\"CC0-1.0\">x</licence><source>S</source></meta>\n"       \
    "<caption xml:lang=\"en\">Words</caption>\n" words "</overlay>"
#define WORD(id, l, m, r)                                                    \
    "<word id=\"" id "\" linear=\"" l "\" multi=\"" m "\" reactive=\"" r     \
    "\"><name xml:lang=\"en\">Idea " id "</name></word>\n"

static struct lewis_overlay *
parse(const char *xml)
{
    struct lewis_error error;
    struct lewis_overlay *overlay =
        lewis_overlay_parse(xml, strlen(xml), "o.xml", &error);

    if (overlay == NULL)
        print_error("%s\n", error.text);
    assert_non_null(overlay);
    return overlay;
}

static const char *
shipped(const char *name)
{
    static char path[4096];

    snprintf(path, sizeof path, "%s/%s.xml", getenv("LEWIS_PATH"), name);
    return path;
}

static struct lewis_overlay *
truth(void)
{
    struct lewis_overlay *overlay = lewis_overlay_load(shipped("truth"), NULL);

    assert_non_null(overlay);
    return overlay;
}

/* --- the file --- */

static void
expect_error(const char *xml, long line, const char *message)
{
    struct lewis_error error;

    assert_null(lewis_overlay_parse(xml, strlen(xml), "o.xml", &error));
    assert_string_equal(error.text, message);
    assert_int_equal(error.line, line);
}

static void
test_wrong_overlays_are_told(void **state)
{
    (void)state;
    expect_error(FILE_OF(WORD("a", "0.5", "0.3", "0.3")), 4,
                 "linear, multi and reactive sum to 1.1, not 1");
    expect_error(FILE_OF(WORD("a", "1.5", "0", "0")), 4,
                 "linear=\"1.5\" is not a number from 0 to 1");
    expect_error(FILE_OF(WORD("a", "0.5", "0.3", "0.2")
                         WORD("a", "0.2", "0.3", "0.5")),
                 5, "a second <word> \"a\"");
    expect_error(FILE_OF("<word id=\"a\" linear=\"1\" multi=\"0\">"
                         "<name xml:lang=\"en\">A</name></word>"),
                 4, "<word> needs the attribute reactive=\"...\"");
    expect_error("<bank/>", 1,
                 "the outermost element is <bank>, not <overlay>");
}

static void
test_the_shipped_overlay_has_five_ideas_in_two_languages(void **state)
{
    struct lewis_overlay *overlay = truth();

    (void)state;
    assert_int_equal(lewis_overlay_count(overlay), 5);
    assert_int_equal(lewis_overlay_language_count(overlay), 2);
    assert_string_equal(lewis_overlay_language(overlay, 1), "nl");
    assert_true(lewis_overlay_sniff(shipped("truth")));
    assert_false(lewis_overlay_sniff(shipped("advice")));
    for (size_t i = 0; i < 5; i++) {
        const struct lewis_word *word = lewis_overlay_at(overlay, i);

        assert_non_null(word->text);
        assert_string_not_equal(lewis_text_in(word->name, "en"),
                                lewis_text_in(word->name, "nl"));
        assert_near(word->share[0] + word->share[1] + word->share[2], 1,
                    1e-12);
    }
    lewis_overlay_free(overlay);
}

static const struct lewis_truth *
idea(const struct lewis_advice *advice, const char *id)
{
    for (size_t i = 0; i < lewis_advice_truth_count(advice); i++)
        if (strcmp(lewis_advice_truth(advice, i)->id, id) == 0)
            return lewis_advice_truth(advice, i);
    return NULL;
}

/* advice.xml tells of the same ideas, and which styles they lie near. */
static void
test_the_ideas_stand_near_the_styles_that_the_advice_names(void **state)
{
    struct lewis_overlay *overlay = truth();
    struct lewis_advice *advice = lewis_advice_load(shipped("advice"), NULL);

    (void)state;
    assert_non_null(advice);
    for (size_t i = 0; i < lewis_overlay_count(overlay); i++) {
        const struct lewis_word *word = lewis_overlay_at(overlay, i);
        const struct lewis_truth *of = idea(advice, word->id);

        assert_non_null(of);
        for (int near = 0; near < LEWIS_STYLES; near++)
            for (int far = 0; far < LEWIS_STYLES; far++)
                if ((of->styles >> near & 1) && !(of->styles >> far & 1))
                    assert_true(word->share[near] > word->share[far]);
    }
    lewis_advice_free(advice);
    lewis_overlay_free(overlay);
}

/* --- in the chart --- */

/* One word, whose place is that one on the page. */
static struct lewis_overlay *
overlay_at(const struct lewis_scene *scene, struct scene_point at)
{
    const struct scene_point *c = find(scene, "sides", SCENE_POLYGON)->point;
    double side = c[2].x - c[0].x, share[LEWIS_STYLES];
    char xml[1000];

    lewis_triangle_shares((struct lewis_point){(at.x - c[0].x) / side,
                                               (c[0].y - at.y) / side},
                          share);
    snprintf(xml, sizeof xml, FILE_OF(WORD("a", "%.3f", "%.3f", "%.3f")),
             share[0], share[1],
             1 - round(1000 * share[0]) / 1000 - round(1000 * share[1]) / 1000);
    return parse(xml);
}

/* 60 % of the way up and in the middle: with nobody near, there. */
static void
test_a_word_stands_where_its_shares_say(void **state)
{
    struct lewis_overlay *overlay =
        parse(FILE_OF(WORD("a", "0.2", "0.6", "0.2")));
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    const struct scene_point *corner;
    const struct scene_shape *word;
    struct lewis_scene *scene;
    struct box box;

    (void)state;
    options.overlay = overlay;
    scene = scene_of(chart, &options);
    corner = find(scene, "sides", SCENE_POLYGON)->point;
    word = find(scene, "word", SCENE_TEXT);
    box = text_box(word);
    assert_string_equal(word->text, "Idea a");
    assert_near(word->point->x, corner[LEWIS_MULTI].x, 1e-9);
    assert_near((box.y0 + box.y1) / 2,
                0.6 * corner[LEWIS_MULTI].y + 0.4 * corner[LEWIS_LINEAR].y,
                0.1 * word->size_pt);
    assert_non_null(find_text(scene, "Words"));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
    lewis_overlay_free(overlay);
}

static void
test_a_word_makes_way_for_a_marker(void **state)
{
    struct lewis_overlay *overlay =
        parse(FILE_OF(WORD("a", "0.3", "0.4", "0.3")));
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    const struct scene_shape *marker;
    struct lewis_scene *scene;
    struct box box;

    (void)state;
    add(chart, "Ann", "", score(0.3, 0.4, 0.3));
    options.overlay = overlay;
    scene = scene_of(chart, &options);
    marker = find(scene, "member", SCENE_CIRCLE);
    box = text_box(find(scene, "word", SCENE_TEXT));
    assert_true(box_distance(box, *marker->point) > marker->radius_pt);
    lewis_scene_free(scene);
    lewis_chart_free(chart);
    lewis_overlay_free(overlay);
}

/* The dashed edge of the spread goes through the place of the word. */
static void
test_a_word_makes_way_for_a_line(void **state)
{
    static const double part[] = {0.50, 0.43, 0.27, 0.20, 0.27, 0.43};
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_overlay *overlay;
    const struct scene_shape *edge;
    struct lewis_scene *scene;
    struct box box;

    (void)state;
    for (int i = 0; i < 6; i++) /* a ring around the middle */
        add(chart, "", "", score(part[i], part[(i + 2) % 6],
                                 1 - part[i] - part[(i + 2) % 6]));
    options.regions = LEWIS_REGIONS_SPREAD;
    scene = scene_of(chart, &options);
    edge = find(scene, "spread", SCENE_POLYGON);
    overlay = overlay_at(scene, edge->point[edge->count / 4]);
    lewis_scene_free(scene);
    options.overlay = overlay;
    scene = scene_of(chart, &options);
    edge = find(scene, "spread", SCENE_POLYGON);
    box = text_box(find(scene, "word", SCENE_TEXT));
    for (size_t i = 0; i < edge->count; i++)
        assert_false(box_crossed(box, edge->point[i],
                                 edge->point[(i + 1) % edge->count]));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
    lewis_overlay_free(overlay);
}

static void
expect_words_inside(const struct lewis_scene *scene)
{
    const struct scene_point *corner =
        find(scene, "sides", SCENE_POLYGON)->point;
    bool inside = false;

    for (size_t i = 0; i < scene_count(scene); i++) {
        const struct scene_shape *shape = scene_at(scene, i);

        if (shape->kind == SCENE_GROUP)
            inside = strcmp(shape->role, "word") == 0;
        for (int k = 0; inside && shape->kind == SCENE_TEXT && k < 3; k++)
            assert_false(box_crossed(text_box(shape), corner[k],
                                     corner[(k + 1) % 3]));
    }
}

static void
test_no_word_lies_on_a_name_in_100_random_teams(void **state)
{
    struct fixture *fixture = *state;
    struct lewis_overlay *overlay = truth();

    for (uint64_t seed = 1; seed <= 100; seed++) {
        struct lewis_chart *chart = new_chart();
        struct lewis_chart_options options = lewis_chart_defaults();
        struct lewis_scene *scene;

        options.atlas = fixture->shipped;
        options.overlay = overlay;
        options.lang = seed % 2 == 0 ? "nl" : "en";
        options.zoom = seed % 3 == 0 ? LEWIS_ZOOM_AUTO : LEWIS_ZOOM_NONE;
        random_team(chart, seed * 7777777);
        scene = scene_of(chart, &options);
        expect_tidy(scene, seed);
        expect_words_inside(scene);
        lewis_scene_free(scene);
        lewis_chart_free(chart);
    }
    lewis_overlay_free(overlay);
}

static void
test_words_out_of_sight_are_named(void **state)
{
    struct lewis_overlay *overlay = parse(FILE_OF(
        WORD("a", "0.8", "0.1", "0.1") WORD("b", "0.2", "0.6", "0.2")));
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    (void)state;
    options.overlay = overlay;
    options.zoom = LEWIS_ZOOM_GIVEN;
    options.zoom_low[LEWIS_MULTI] = 40;
    scene = scene_of(chart, &options);
    assert_int_equal(count_groups(scene, "word"), 1);
    assert_non_null(find_text(scene, "Not shown here: Idea a."));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
    lewis_overlay_free(overlay);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_wrong_overlays_are_told),
        cmocka_unit_test(
            test_the_shipped_overlay_has_five_ideas_in_two_languages),
        cmocka_unit_test(
            test_the_ideas_stand_near_the_styles_that_the_advice_names),
        cmocka_unit_test(test_a_word_stands_where_its_shares_say),
        cmocka_unit_test(test_a_word_makes_way_for_a_marker),
        cmocka_unit_test(test_a_word_makes_way_for_a_line),
        cmocka_unit_test(test_no_word_lies_on_a_name_in_100_random_teams),
        cmocka_unit_test(test_words_out_of_sight_are_named),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
