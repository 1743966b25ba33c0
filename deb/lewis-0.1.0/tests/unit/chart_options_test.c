/* chart_options_test.c - all options together, at random: a chart is drawn or a
 * reason is given, and nothing leaves the page; and whole charts as text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "charting.h"

static const int crowds[] = {0, 1, 2, 13, 41, 500};

/* --- any options --- */

static int
pick(uint64_t *seed, int count)
{
    return (int)(count * chance(seed));
}

static struct lewis_chart *
random_chart(uint64_t *seed, int people, bool moves)
{
    static const char *const names[] = {
        "Ann", "", "Wolfeschlegelsteinhausenbergerdorff, Hubert Blaine",
        "\xD9\x84\xD9\x8A\xD9\x84\xD9\x89", "\xE7\xBE\x8E\xE5\x92\xB2",
        "\xFF\xFE", "a\xCC\x81\xCC\x82\xCC\x83"};
    struct lewis_chart *chart = new_chart();
    int stars = pick(seed, 4), teams = 1 + pick(seed, 4) * pick(seed, 16);
    double spread = chance(seed) < 0.2 ? 0 : chance(seed);

    for (int i = 0; i < stars; i++)
        assert_true(lewis_chart_highlight(chart, names[i], NULL));
    for (int i = 0; i < people; i++) {
        struct lewis_score now = random_score(seed, spread);
        struct lewis_place then = {random_score(seed, spread).point,
                                   {0.002, -0.001, 0.002}};
        const char *name = names[pick(seed, 7)];
        char team[16];

        if (chance(seed) < 0.1)
            now = score(pick(seed, 2), 0, 0);
        if (now.share[0] == 0 && now.share[1] == 0)
            now = score(0, 0, 1);
        snprintf(team, sizeof team, "%.0d", pick(seed, teams));
        if (moves)
            assert_true(lewis_chart_add_move(chart, name, strlen(name), team,
                                             strlen(team), &then, &now, NULL));
        else
            add(chart, name, team, now);
    }
    return chart;
}

static struct lewis_chart_options
random_options(uint64_t *seed, const struct fixture *fixture)
{
    static const double sides[][2] = {
        {841.89, 595.28}, {595.28, 841.89}, {300, 220}, {400, 1200},
        {1400, 420},      {2000, 3000}};
    const double *side = sides[pick(seed, 6)];
    struct lewis_chart_options options = lewis_chart_defaults();

    options.width_pt = side[0];
    options.height_pt = side[1];
    options.title = pick(seed, 2) ? "A title that is not short at all" : NULL;
    options.subtitle = pick(seed, 2) ? "And a subtitle" : NULL;
    options.note = pick(seed, 3) ? NULL : "A note.";
    options.lang = pick(seed, 2) ? "nl" : NULL;
    options.atlas = pick(seed, 3) ? fixture->shipped : NULL;
    options.level = pick(seed, 2) ? 0.9 : 0.5;
    options.geometry = (enum lewis_geometry)pick(seed, 2);
    options.force = true;
    options.theme = (enum lewis_theme)pick(seed, 3);
    options.labels = (enum lewis_labels)pick(seed, 4);
    options.density = (enum lewis_density)pick(seed, 3);
    options.regions = (unsigned)pick(seed, 16);
    options.zoom = (enum lewis_zoom)pick(seed, 2);
    return options;
}

/* No point of any shape, and no text's beginning, is off the page. Lines may be
 * as wide as a marker. */
static void
expect_within(const struct lewis_scene *scene, uint64_t seed)
{
    double width = scene_width_pt(scene), height = scene_height_pt(scene);

    for (size_t i = 0; i < scene_count(scene); i++) {
        const struct scene_shape *shape = scene_at(scene, i);

        for (size_t k = 0; k < shape->count; k++) {
            struct scene_point at = shape->point[k];

            if (!(at.x >= -1 && at.y >= -1 && at.x <= width + 1 &&
                  at.y <= height + 1))
                fail_msg("seed %llu: shape %zu (%s) at %g %g",
                         (unsigned long long)seed, i,
                         shape->text == NULL ? "" : shape->text, at.x, at.y);
        }
    }
}

static void
test_any_options_draw_within_the_page(void **state)
{
    int drawn = 0;

    for (uint64_t seed = 1; seed <= 180; seed++) {
        uint64_t own = seed * 104729;
        int people = crowds[seed % 6];
        struct lewis_chart *chart =
            random_chart(&own, people, chance(&own) < 0.3);
        struct lewis_chart_options options = random_options(&own, *state);
        struct lewis_error error = {0};
        struct lewis_scene *scene =
            lewis_chart_scene(chart, &options, &measure, &error);

        if (scene == NULL && *error.text == '\0')
            fail_msg("seed %llu: no chart and no reason",
                     (unsigned long long)seed);
        if (scene != NULL)
            expect_within(scene, seed);
        drawn += scene != NULL;
        lewis_scene_free(scene);
        lewis_chart_free(chart);
    }
    assert_true(drawn >= 150);
}

/* --- whole charts as text --- */

/* The same as tests/golden/chart/NAME.scene; with UPDATE=1 in the environment
 * that is written anew. */
static void
expect_golden(const struct lewis_scene *scene, const char *name)
{
    const char *folder = getenv("srcdir");
    struct lewis_output *output;
    char golden[600], now[600], command[1400];

    snprintf(golden, sizeof golden, "%s/tests/golden/chart/%s.scene",
             folder == NULL ? "." : folder, name);
    snprintf(now, sizeof now, "tests/unit/%s.scene", name);
    output = lewis_output_open(getenv("UPDATE") == NULL ? now : golden, NULL);
    assert_non_null(output);
    assert_true(lewis_scene_print(scene, output));
    assert_true(lewis_output_commit(output, NULL));
    lewis_output_free(output);
    if (getenv("UPDATE") != NULL)
        return;
    snprintf(command, sizeof command, "diff -u '%s' '%s'", golden, now);
    assert_int_equal(system(command), 0);
    remove(now);
}

/* A pattern of people, the same everywhere. */
static struct lewis_chart *
even_people(int people, int teams)
{
    struct lewis_chart *chart = new_chart();

    if (people > 2)
        assert_true(lewis_chart_highlight(chart, "P3", NULL));
    for (int i = 0; i < people; i++) {
        double l = 0.1 + 0.7 * (i * 7 % 11) / 11, m = (1 - l) * (i % 5 + 1) / 7;
        char name[16], team[16];

        snprintf(name, sizeof name, "P%d", i + 1);
        snprintf(team, sizeof team, "T%d", i % teams);
        add(chart, name, teams > 1 ? team : "", score(l, m, 1 - l - m));
    }
    return chart;
}

static void
test_whole_charts_are_as_they_were(void **state)
{
    static const struct {
        const char *name;
        int people, teams;
        enum lewis_theme theme;
        enum lewis_zoom zoom;
        bool shipped;
    } row[] = {
        {"person", 1, 1, LEWIS_THEME_SCREEN, LEWIS_ZOOM_NONE, true},
        {"names", 7, 1, LEWIS_THEME_GREY, LEWIS_ZOOM_AUTO, false},
        {"codes", 20, 3, LEWIS_THEME_GREY, LEWIS_ZOOM_NONE, true},
        {"dots", 60, 2, LEWIS_THEME_GREY, LEWIS_ZOOM_NONE, false},
        {"hexagons", 500, 2, LEWIS_THEME_GREY, LEWIS_ZOOM_NONE, false},
    };
    const struct fixture *fixture = *state;

    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        struct lewis_chart *chart = even_people(row[i].people, row[i].teams);
        struct lewis_chart_options options = lewis_chart_defaults();
        struct lewis_scene *scene;

        options.title = "A chart";
        options.theme = row[i].theme;
        options.zoom = row[i].zoom;
        options.atlas = row[i].shipped ? fixture->shipped : fixture->five;
        scene = scene_of(chart, &options);
        expect_golden(scene, row[i].name);
        lewis_scene_free(scene);
        lewis_chart_free(chart);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_any_options_draw_within_the_page),
        cmocka_unit_test(test_whole_charts_are_as_they_were),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
