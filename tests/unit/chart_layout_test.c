/* chart_layout_test.c - titles, country names and the page: no text lies on
 * another or off the page.
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

/* --- titles --- */

static const struct scene_shape *
title_of(const char *title, size_t *lines)
{
    static struct scene_shape copy;
    static char text[200];
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    options.title = title;
    scene = scene_of(chart, &options);
    *lines = 0;
    for (size_t i = 0; i < scene_count(scene); i++) {
        const struct scene_shape *shape = scene_at(scene, i);

        if (shape->kind != SCENE_TEXT || !shape->bold ||
            shape->anchor != SCENE_START || shape->point->x > 100 ||
            shape->point->y > 100)
            continue;
        copy = *shape;
        snprintf(text, sizeof text, "%s", shape->text);
        copy.text = text;
        ++*lines;
    }
    assert_string_equal(scene_title(scene), title);
    lewis_scene_free(scene);
    lewis_chart_free(chart);
    return &copy;
}

/* 300 points wide; a letter of 16 points takes 10.4. */
static void
test_a_long_title_shrinks_then_wraps_then_is_cut(void **state)
{
    size_t lines;

    (void)state;
    assert_near(title_of("A short title", &lines)->size_pt, 16, 1e-9);
    assert_int_equal(lines, 1);
    assert_near(
        title_of("A title that is a bit longer than that", &lines)->size_pt, 12,
        1e-9);
    assert_int_equal(lines, 1);
    title_of("A title that is so much longer than the one before it", &lines);
    assert_int_equal(lines, 2);
    assert_null(strstr(
        title_of("A title that is so much longer than the one before it that "
                 "it hardly has room",
                 &lines)
            ->text,
        "\xE2\x80\xA6"));
    assert_int_equal(lines, 2);
    assert_non_null(strstr(
        title_of("A title that is so much longer than the one before it that "
                 "it has no room at all in two lines of the least-size",
                 &lines)
            ->text,
        "size"));
    assert_int_equal(lines, 3);
    assert_string_equal(
        title_of("Maria-Alexandrina van Oldenbarnevelt-Schimmelpenninck-Van-"
                 "der-Hohenstein",
                 &lines)
            ->text,
        "Schimmelpenninck-Van-der-Hohenstein");
    assert_int_equal(lines, 2);
    assert_non_null(strstr(
        title_of("A title that is so much longer than the one before it that "
                 "it has no room at all even in two lines of the least size, "
                 "nor in three, whatever one may do about its letters",
                 &lines)
            ->text,
        "\xE2\x80\xA6"));
    assert_int_equal(lines, 3);
    assert_non_null(strstr(
        title_of("Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbau"
                 "unterbeamtengesellschaft",
                 &lines)
            ->text,
        "\xE2\x80\xA6"));
    assert_int_equal(lines, 1);
}

static void
test_nobody_and_no_countries_can_be_drawn(void **state)
{
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene = scene_of(chart, &options);

    (void)state;
    assert_non_null(find_text(scene, "No one scored"));
    assert_int_equal(count_groups(scene, "center"), 0);
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

/* --- names, codes and the key --- */

/* A team of 'n' with names of 60 letters. */
static struct lewis_chart *
long_names(int n)
{
    struct lewis_chart *chart = new_chart();

    for (int i = 0; i < n; i++) {
        char name[80];

        snprintf(name, sizeof name,
                 "%02d Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh-W",
                 i + 1);
        add(chart, name, "", score(i / 41.0, (41 - i) / 82.0, (41 - i) / 82.0));
    }
    return chart;
}

static void
test_from_13_people_on_a_key_tells_who_is_who(void **state)
{
    (void)state;
    for (int n = 12; n <= 41; n += n == 13 ? 27 : 1) {
        struct lewis_chart *chart = long_names(n);
        struct lewis_chart_options options = lewis_chart_defaults();
        struct lewis_scene *scene = scene_of(chart, &options);
        bool coded = n > 12 && n <= 40;

        assert_int_equal(count_groups(scene, "key"), coded);
        assert_int_equal(find_text(scene, "12 Wolfe") != NULL, n <= 40);
        if (coded) {
            assert_non_null(find_text(scene, "M%"));
            assert_string_equal(find(scene, "member", SCENE_TEXT)->text, "1");
        }
        lewis_scene_free(scene);
        lewis_chart_free(chart);
    }
}

static void
test_a_long_name_is_cut_and_whole_on_hover(void **state)
{
    struct lewis_chart *chart = long_names(13);
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene = scene_of(chart, &options);
    const struct scene_shape *key = find(scene, "key", SCENE_TEXT);

    (void)state;
    assert_non_null(key);
    assert_non_null(strstr(find_text(scene, "01 Wolfe")->text, "\xE2\x80\xA6"));
    assert_non_null(strstr(find(scene, "member", SCENE_GROUP)->title,
                           "Featherstonehaugh-W"));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

/* All texts in groups of that role, without spaces. */
static void
gather(const struct lewis_scene *scene, const char *role, struct text *all,
       double *widest)
{
    bool inside = false;

    *widest = 0;
    for (size_t i = 0; i < scene_count(scene); i++) {
        const struct scene_shape *shape = scene_at(scene, i);
        struct box box;

        if (shape->kind == SCENE_GROUP)
            inside = strcmp(shape->role, role) == 0;
        if (!inside || shape->kind != SCENE_TEXT)
            continue;
        box = text_box(shape);
        for (const char *at = shape->text; *at != '\0'; at++)
            text_add_bytes(all, at, *at != ' ');
        *widest = fmax(*widest, box.x1 - box.x0);
    }
}

static int
times(const char *text, const char *part)
{
    int count = 0;

    for (; (text = strstr(text, part)) != NULL; text++)
        count++;
    return count;
}

/* On a sheet of one's own, and of somebody who stands out in a team: whole,
 * and no wider than a third of the triangle. */
static void
test_a_long_name_at_its_marker_is_broken(void **state)
{
    static const char name[] = "Maria-Alexandrina van Oldenbarnevelt-"
                               "Schimmelpenninck zu Hohenstein";
    static const char spaceless[] = "Maria-AlexandrinavanOldenbarnevelt-"
                                    "SchimmelpenninckzuHohenstein";

    (void)state;
    for (int people = 1; people <= 20; people += 19) {
        struct lewis_chart *chart = new_chart();
        struct lewis_chart_options options = lewis_chart_defaults();
        const struct scene_point *corner;
        struct text all = {0}, key = {0};
        struct lewis_scene *scene;
        double widest, other;

        if (people > 1)
            assert_true(lewis_chart_highlight(chart, name, NULL));
        for (int i = 0; i < people; i++)
            add(chart, i == 0 ? name : "Bo", "", score(0.2, 0.5, 0.3));
        scene = scene_of(chart, &options);
        corner = find(scene, "sides", SCENE_POLYGON)->point;
        gather(scene, people > 1 ? "star" : "member", &all, &widest);
        assert_string_equal(text_string(&all), spaceless);
        assert_true(widest <= (corner[2].x - corner[0].x) / 3);
        gather(scene, "entry", &key, &other);
        assert_int_equal(times(text_string(&key), spaceless),
                         people > 1 ? 2 : 1); /* legend, key */
        text_release(&all);
        text_release(&key);
        lewis_scene_free(scene);
        lewis_chart_free(chart);
    }
}

static void
test_labels_are_what_is_asked_for(void **state)
{
    struct lewis_chart *few = long_names(3), *many = long_names(20);
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    (void)state;
    options.labels = LEWIS_LABELS_CODES;
    scene = scene_of(few, &options);
    assert_int_equal(count_groups(scene, "key"), 1);
    lewis_scene_free(scene);
    options.labels = LEWIS_LABELS_NEAR;
    scene = scene_of(many, &options);
    assert_int_equal(count_groups(scene, "key"), 0);
    assert_non_null(find_text(scene, "20 Wolfe"));
    lewis_scene_free(scene);
    options.labels = LEWIS_LABELS_NONE;
    scene = scene_of(many, &options);
    assert_null(find_text(scene, "Wolfe"));
    assert_null(strstr(find(scene, "member", SCENE_GROUP)->title, "Wolfe"));
    lewis_scene_free(scene);
    lewis_chart_free(few);
    lewis_chart_free(many);
}

/* On a page with no room for it. */
static void
test_a_small_page_has_names_and_no_key(void **state)
{
    struct fixture *fixture = *state;
    struct lewis_chart *chart = long_names(40);
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    options.atlas = fixture->shipped;
    options.width_pt = 300;
    options.height_pt = 200;
    scene = scene_of(chart, &options);
    assert_int_equal(count_groups(scene, "key"), 0);
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

/* --- countries --- */

static void
test_countries_of_a_region_are_named_once_by_it(void **state)
{
    struct fixture *fixture = *state;
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    options.atlas = fixture->five;
    scene = scene_of(chart, &options);
    assert_string_equal(find_text(scene, "Arab")->text, "Arab\xC2\xA0"
                                                        "countries");
    assert_null(find_text(scene, "Egypt"));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_guessed_countries_give_way_to_sourced_ones(void **state)
{
    struct fixture *fixture = *state;
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    options.atlas = fixture->five;
    scene = scene_of(chart, &options);
    assert_string_equal(find_text(scene, "Russia")->text, "Russia");
    assert_null(find_text(scene, "Ukraine"));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_country_names_come_in_the_language_asked_for(void **state)
{
    struct fixture *fixture = *state;
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    options.atlas = fixture->five;
    options.lang = "nl";
    scene = scene_of(chart, &options);
    assert_non_null(find_text(scene, "Duitsland"));
    assert_null(find_text(scene, "Germany"));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static struct lewis_scene *
scene_with(const struct lewis_chart *chart, const struct lewis_atlas *atlas,
           const char *countries)
{
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_selection *selection =
        lewis_selection_parse(atlas, countries, NULL);
    struct lewis_scene *scene;

    assert_non_null(selection);
    options.atlas = atlas;
    options.countries = selection;
    scene = scene_of(chart, &options);
    lewis_selection_free(selection);
    return scene;
}

static void
test_countries_are_those_asked_for(void **state)
{
    struct fixture *fixture = *state;
    struct lewis_chart *chart = new_chart();
    struct lewis_scene *scene = scene_with(chart, fixture->five, "all");

    assert_non_null(find_text(scene, "Egypt, Jordan"));
    assert_non_null(find_text(scene, "Ukraine"));
    assert_null(find_text(scene, "Arab"));
    lewis_scene_free(scene);
    scene = scene_with(chart, fixture->five, "jo,Germany");
    assert_int_equal(count_groups(scene, "country"), 2);
    assert_non_null(find_text(scene, "Jordan"));
    assert_null(find_text(scene, "Egypt"));
    assert_string_equal(find(scene, "country", SCENE_GROUP)->title, "Germany");
    lewis_scene_free(scene);
    scene = scene_with(chart, fixture->five, "none");
    assert_int_equal(count_groups(scene, "country"), 0);
    assert_null(find_text(scene, "Reference points"));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

/* From (0.3, 0.3, 0.4) Egypt's place is nearer (0.42 sides) than Russia's
 * (0.56) and Germany's (0.61). */
static void
test_the_nearest_are_counted_from_the_person_or_the_centre(void **state)
{
    struct fixture *fixture = *state;
    struct lewis_chart *chart = new_chart();
    struct lewis_scene *scene = scene_with(chart, fixture->five, "nearest:2");

    assert_int_equal(count_groups(scene, "country"), 0);
    lewis_scene_free(scene);
    add(chart, "Ann", "", score(0.3, 0.3, 0.4));
    scene = scene_with(chart, fixture->five, "nearest:1");
    assert_int_equal(count_groups(scene, "country"), 1);
    assert_non_null(find_text(scene, "Arab"));
    lewis_scene_free(scene);
    add(chart, "Bob", "", score(1, 0, 0));
    add(chart, "Eve", "", score(1, 0, 0));
    scene = scene_with(chart, fixture->five, "nearest:1");
    assert_non_null(find_text(scene, "Germany"));
    assert_int_equal(count_groups(scene, "country"), 1);
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

/* --- no text on another, none off the page --- */

static void
test_no_two_texts_overlap_in_200_random_teams(void **state)
{
    static const double page[][2] = {
        {841.89, 595.28}, {595.28, 841.89}, {792, 612},  {400, 300},
        {1190, 842},      {500, 500},       {1000, 500}, {300, 900},
    };
    struct fixture *fixture = *state;

    for (uint64_t seed = 1; seed <= 200; seed++) {
        struct lewis_chart *chart = new_chart();
        struct lewis_chart_options options = lewis_chart_defaults();
        struct lewis_scene *scene;

        options.width_pt = page[seed % 8][0];
        options.height_pt = page[seed % 8][1];
        options.atlas = fixture->shipped;
        options.title = "A random team with a title";
        options.subtitle = seed % 2 ? "and a subtitle" : NULL;
        options.lang = seed % 3 ? "en" : "nl";
        random_team(chart, seed * 7919);
        scene = scene_of(chart, &options);
        expect_tidy(scene, seed);
        lewis_scene_free(scene);
        lewis_chart_free(chart);
    }
}

static void
test_small_pages_are_tidy_too(void **state)
{
    struct fixture *fixture = *state;

    for (double width = 200; width <= 420; width += 44)
        for (double height = 200; height <= 420; height += 44) {
            struct lewis_chart *chart = new_chart();
            struct lewis_chart_options options = lewis_chart_defaults();
            struct lewis_scene *scene;

            options.width_pt = width;
            options.height_pt = height;
            options.atlas = fixture->shipped;
            options.title = "Small";
            random_team(chart, 5);
            scene = scene_of(chart, &options);
            expect_tidy(scene, (uint64_t)width);
            lewis_scene_free(scene);
            lewis_chart_free(chart);
        }
}

static void
test_forty_teams_are_tidy_on_any_page(void **state)
{
    static const double page[][2] = {
        {841.89, 595.28}, {595.28, 841.89}, {420, 200}, {200, 420}, {400, 300}};
    struct fixture *fixture = *state;

    for (size_t p = 0; p < sizeof page / sizeof page[0]; p++) {
        struct lewis_chart *chart = new_chart();
        struct lewis_chart_options options = lewis_chart_defaults();
        struct lewis_scene *scene;

        for (int i = 0; i < 80; i++) {
            char team[40];

            snprintf(team, sizeof team, "A rather long name of team %d",
                     i % 40);
            add(chart, "", team, score(0.3, 0.4, 0.3));
        }
        options.width_pt = page[p][0];
        options.height_pt = page[p][1];
        options.atlas = fixture->shipped;
        options.title = "Forty teams";
        scene = scene_of(chart, &options);
        assert_non_null(find_text(scene, "more teams"));
        expect_tidy(scene, p);
        lewis_scene_free(scene);
        lewis_chart_free(chart);
    }
}

static void
test_countries_are_named_in_full_on_a4(void **state)
{
    struct fixture *fixture = *state;
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *scene;

    options.atlas = fixture->shipped;
    scene = scene_of(chart, &options);
    assert_null(find_text(scene, "+"));
    assert_null(find_text(scene, "left out"));
    assert_non_null(find_text(scene, "Cyprus"));
    lewis_scene_free(scene);
    lewis_chart_free(chart);
}

static void
test_larger_pages_scale_everything(void **state)
{
    struct fixture *fixture = *state;
    struct lewis_chart *chart = new_chart();
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_scene *small, *large;

    options.atlas = fixture->shipped;
    add(chart, "Ann", "", score(0.5, 0.3, 0.2));
    small = scene_of(chart, &options);
    options.width_pt *= 4;
    options.height_pt *= 4;
    large = scene_of(chart, &options);
    assert_int_equal(scene_count(small), scene_count(large));
    for (size_t i = 0; i < scene_count(small); i++) {
        const struct scene_shape *a = scene_at(small, i);
        const struct scene_shape *b = scene_at(large, i);

        for (size_t k = 0; k < a->count; k++)
            assert_near(b->point[k].x, 4 * a->point[k].x, 1e-6);
    }
    lewis_scene_free(small);
    lewis_scene_free(large);
    lewis_chart_free(chart);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_long_title_shrinks_then_wraps_then_is_cut),
        cmocka_unit_test(test_nobody_and_no_countries_can_be_drawn),
        cmocka_unit_test(test_from_13_people_on_a_key_tells_who_is_who),
        cmocka_unit_test(test_a_long_name_is_cut_and_whole_on_hover),
        cmocka_unit_test(test_a_long_name_at_its_marker_is_broken),
        cmocka_unit_test(test_labels_are_what_is_asked_for),
        cmocka_unit_test(test_a_small_page_has_names_and_no_key),
        cmocka_unit_test(test_countries_of_a_region_are_named_once_by_it),
        cmocka_unit_test(test_guessed_countries_give_way_to_sourced_ones),
        cmocka_unit_test(test_country_names_come_in_the_language_asked_for),
        cmocka_unit_test(test_countries_are_those_asked_for),
        cmocka_unit_test(
            test_the_nearest_are_counted_from_the_person_or_the_centre),
        cmocka_unit_test(test_no_two_texts_overlap_in_200_random_teams),
        cmocka_unit_test(test_small_pages_are_tidy_too),
        cmocka_unit_test(test_forty_teams_are_tidy_on_any_page),
        cmocka_unit_test(test_countries_are_named_in_full_on_a4),
        cmocka_unit_test(test_larger_pages_scale_everything),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
