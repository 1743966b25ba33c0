/* reference_test.c - a few charts beside pictures of them that were looked at.
 *
 * tests/golden/chart/NAME.png were drawn on Debian 12 (cairo 1.16.0) in DejaVu
 * Sans 2.37, in small, so that they stay small. Other versions of cairo, pango
 * and freetype soften edges in another way: a picture is the same when the
 * mean distance of its colours is under 3 of 255 and under one pixel in fifty
 * is further away than 64 in any of them; a label, marker or line in another
 * place, of another colour or missing is more. Skipped where DejaVu Sans is not
 * the font that is found. With UPDATE=1 in the environment they are drawn anew;
 * look at them then.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include <pango/pangocairo.h>
#include <png.h>

#include <lewis/render.h>

#include "charting.h"
#include "render/type.h"

enum { FAR = 64 };
static const double mean_most = 3, far_most = 0.02;

struct picture {
    unsigned width, height;
    unsigned char *pixel; /* red, green, blue */
};

/* --- reading --- */

static struct picture
read_picture(const char *path)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    struct picture picture;

    if (!png_image_begin_read_from_file(&image, path))
        fail_msg("%s: %s", path, image.message);
    image.format = PNG_FORMAT_RGB;
    picture = (struct picture){image.width, image.height,
                               malloc(PNG_IMAGE_SIZE(image))};
    assert_non_null(picture.pixel);
    assert_true(png_image_finish_read(&image, NULL, picture.pixel, 0, NULL));
    return picture;
}

/* --- comparing --- */

struct difference {
    double mean; /* of all colours */
    double far;  /* share of pixels that are further away than FAR */
};

static struct difference
difference_of(const struct picture *a, const struct picture *b)
{
    struct difference difference = {0, 0};
    size_t pixels = (size_t)a->width * a->height;

    for (size_t i = 0; i < pixels; i++) {
        int most = 0;

        for (size_t k = 0; k < 3; k++) {
            int away = abs(a->pixel[3 * i + k] - b->pixel[3 * i + k]);

            difference.mean += away;
            most = away > most ? away : most;
        }
        difference.far += most > FAR;
    }
    difference.mean /= 3.0 * (double)pixels;
    difference.far /= (double)pixels;
    return difference;
}

static bool
are_alike(const struct picture *a, const struct picture *b)
{
    struct difference difference;

    if (a->width != b->width || a->height != b->height)
        return false;
    difference = difference_of(a, b);
    print_message("mean %.2f, far %.4f\n", difference.mean, difference.far);
    return difference.mean < mean_most && difference.far < far_most;
}

/* --- drawing --- */

/* False where another font would be drawn with. */
static bool
has_font(void)
{
    struct type *type = type_new();
    PangoFontDescription *found = pango_font_describe(type_font(type, false));
    bool has =
        strcmp(pango_font_description_get_family(found), "DejaVu Sans") == 0;

    pango_font_description_free(found);
    type_free(type);
    return has;
}

/* A pattern of people, the same everywhere. */
static struct lewis_chart *
even_people(int people, int teams)
{
    static const char *const name[] = {"Ann", "Bob", "Chloé", "Daan", "Emre"};
    struct lewis_chart *chart = new_chart();

    for (int i = 0; i < people; i++) {
        double l = 0.1 + 0.7 * (i * 7 % 11) / 11, m = (1 - l) * (i % 5 + 1) / 7;
        char team[16];

        snprintf(team, sizeof team, "Team %d", i % teams + 1);
        add(chart, name[i % 5], teams > 1 ? team : "", score(l, m, 1 - l - m));
    }
    return chart;
}

static void
draw(const struct lewis_chart *chart, const struct lewis_atlas *atlas,
     const struct lewis_chart_options *look, const char *path)
{
    struct lewis_chart_options options = *look;
    struct lewis_render_options render = lewis_render_defaults();
    struct lewis_ruler *ruler = lewis_ruler_new(NULL);
    struct lewis_measure fonts = lewis_ruler_measure(ruler);
    struct lewis_output *output = lewis_output_open(path, NULL);
    struct lewis_scene *scene;

    options.width_pt = 420;
    options.height_pt = 297;
    options.atlas = atlas;
    render.dpi = 72;
    render.ruler = ruler;
    scene = lewis_chart_scene(chart, &options, &fonts, NULL);
    assert_non_null(scene);
    assert_non_null(output);
    assert_true(lewis_render(scene, LEWIS_PNG, &render, output, NULL));
    assert_true(lewis_output_commit(output, NULL));
    lewis_output_free(output);
    lewis_scene_free(scene);
    lewis_ruler_free(ruler);
}

static void
name_path(const char *name, char path[600])
{
    const char *folder = getenv("srcdir");

    snprintf(path, 600, "%s/tests/golden/chart/%s.png",
             folder == NULL ? "." : folder, name);
}

static void
expect_picture(const struct lewis_chart *chart, const struct lewis_atlas *atlas,
               const struct lewis_chart_options *look, const char *name)
{
    struct picture golden, now;
    char path[600], drawn[80];
    bool alike;

    name_path(name, path);
    if (getenv("UPDATE") != NULL) {
        draw(chart, atlas, look, path);
        return;
    }
    snprintf(drawn, sizeof drawn, "tests/unit/%s.png", name);
    draw(chart, atlas, look, drawn);
    golden = read_picture(path);
    now = read_picture(drawn);
    alike = are_alike(&golden, &now);
    free(golden.pixel);
    free(now.pixel);
    if (!alike)
        fail_msg("%s is not as %s", drawn, path);
    remove(drawn);
}

/* --- tests --- */

static void
test_one_person(void **state)
{
    const struct fixture *fixture = *state;
    struct lewis_chart_options look = lewis_chart_defaults();
    struct lewis_chart *chart = even_people(1, 1);

    if (!has_font())
        skip();
    look.title = "Ann";
    expect_picture(chart, fixture->five, &look, "one");
    lewis_chart_free(chart);
}

static void
test_teams_with_names(void **state)
{
    const struct fixture *fixture = *state;
    struct lewis_chart_options look = lewis_chart_defaults();
    struct lewis_chart *chart = even_people(10, 2);

    if (!has_font())
        skip();
    look.title = "Ons team";
    look.lang = "nl";
    expect_picture(chart, fixture->five, &look, "teams");
    lewis_chart_free(chart);
}

static void
test_a_crowd_in_the_dark(void **state)
{
    const struct fixture *fixture = *state;
    struct lewis_chart_options look = lewis_chart_defaults();
    struct lewis_chart *chart = even_people(600, 1);

    if (!has_font())
        skip();
    look.theme = LEWIS_THEME_DARK;
    expect_picture(chart, fixture->five, &look, "crowd");
    lewis_chart_free(chart);
}

/* The tolerance is not so wide that it lets everything pass: another theme, and
 * names and regions that are missing, are found. */
static void
test_a_small_change_is_found(void **state)
{
    const struct fixture *fixture = *state;
    struct lewis_chart_options look = lewis_chart_defaults();
    struct lewis_chart *chart = even_people(10, 2);
    struct picture a, b;

    draw(chart, fixture->five, &look, "tests/unit/change-a.png");
    look.theme = LEWIS_THEME_GREY;
    draw(chart, fixture->five, &look, "tests/unit/change-b.png");
    a = read_picture("tests/unit/change-a.png");
    b = read_picture("tests/unit/change-b.png");
    assert_true(are_alike(&a, &a));
    assert_false(are_alike(&a, &b));
    free(b.pixel);
    look.theme = LEWIS_THEME_SCREEN;
    look.labels = LEWIS_LABELS_NONE;
    look.regions = 0;
    draw(chart, fixture->five, &look, "tests/unit/change-b.png");
    b = read_picture("tests/unit/change-b.png");
    assert_false(are_alike(&a, &b));
    free(a.pixel);
    free(b.pixel);
    remove("tests/unit/change-a.png");
    remove("tests/unit/change-b.png");
    lewis_chart_free(chart);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_person),
        cmocka_unit_test(test_teams_with_names),
        cmocka_unit_test(test_a_crowd_in_the_dark),
        cmocka_unit_test(test_a_small_change_is_found),
    };

    return cmocka_run_group_tests_name("reference", tests, set_up, tear_down);
}
