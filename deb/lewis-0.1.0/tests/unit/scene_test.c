/* scene_test.c - what was drawn is what is printed, one shape a line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/file.h"
#include "chart/scene.h"

/* The scene as text, to be freed. */
static char *
printed(const struct lewis_scene *scene)
{
    char path[] = "/tmp/lewis-scene-XXXXXX";
    struct lewis_output *output;
    char *text;
    size_t size;
    int file = mkstemp(path);

    assert_true(file >= 0);
    close(file);
    output = lewis_output_open(path, NULL);
    assert_non_null(output);
    assert_true(lewis_scene_print(scene, output));
    assert_true(lewis_output_commit(output, NULL));
    lewis_output_free(output);
    text = file_read(path, 1 << 20, &size, NULL);
    assert_non_null(text);
    unlink(path);
    return text;
}

static struct lewis_scene *
new_scene(void)
{
    struct lewis_scene *scene =
        scene_new(400, 300.5, "Title", "What it shows", "en");

    assert_non_null(scene);
    return scene;
}

static void
expect_number(double x, const char *expected)
{
    char out[SCENE_NUMBER];

    assert_string_equal(scene_number(x, out), expected);
}

static void
test_numbers_have_two_decimals(void **state)
{
    (void)state;
    expect_number(0, "0.00");
    expect_number(1.005, "1.00");
    expect_number(-0.004, "0.00");
    expect_number(-0.006, "-0.01");
    expect_number(12345.678, "12345.68");
    expect_number(-12, "-12.00");
    expect_number(1e12, "1000000000000.00");
}

static void
test_what_is_no_number_prints_as_nought(void **state)
{
    (void)state;
    expect_number((double)NAN, "0.00");
    expect_number((double)INFINITY, "0.00");
    expect_number(-1e300, "0.00");
}

static void
test_numbers_do_not_depend_on_the_locale(void **state)
{
    (void)state;
    if (setlocale(LC_NUMERIC, "de_DE.UTF-8") == NULL)
        skip();
    expect_number(1.5, "1.50");
    setlocale(LC_NUMERIC, "C");
}

static void
test_a_scene_prints_one_shape_a_line(void **state)
{
    struct lewis_scene *scene = new_scene();
    const struct scene_point line[] = {{0, 0}, {10, 20.125}};
    struct scene_style both = scene_fill(0xF2C230, 0.5);
    char *text;

    (void)state;
    both.stroke = 0x222222;
    both.stroke_alpha = 1;
    both.width_pt = 0.75;
    both.dash_pt[0] = 3;
    both.dash_pt[1] = 2;
    scene_group(scene, "outer", NULL);
    scene_group(scene, "member", "Ann \"A\" <x>");
    scene_line(scene, line, 2, scene_stroke(0x0B5CAD, 1));
    scene_end(scene);
    scene_circle(scene, line[1], 4, both);
    scene_end(scene);
    scene_text(scene, line[1], "caf\xC3\xA9", 8, true, SCENE_FINISH, 0x222222,
               1.5, 0xFFFFFF);
    assert_true(scene_ok(scene));
    text = printed(scene);
    assert_string_equal(
        text,
        "page 400.00 300.50 \"en\" \"Title\" \"What it shows\"\n"
        "group outer\n"
        "  group member \"Ann \\\"A\\\" <x>\"\n"
        "    line 0.00,0.00 10.00,20.13 stroke 0B5CAD width 1.00\n"
        "  end\n"
        "  circle 10.00,20.13 radius 4.00 fill F2C230/0.50 stroke 222222 "
        "width 0.75 dash 3.00,2.00\n"
        "end\n"
        "text 10.00,20.13 end size 8.00 bold fill 222222 halo FFFFFF width "
        "1.50 \"caf\xC3\xA9\"\n");
    free(text);
    lewis_scene_free(scene);
}

static void
test_points_and_texts_are_copied(void **state)
{
    struct lewis_scene *scene = new_scene();
    struct scene_point point[] = {{1, 2}, {3, 4}, {5, 6}};
    char words[] = "before";

    (void)state;
    scene_polygon(scene, point, 3, scene_fill(0, 1));
    scene_text(scene, point[0], words, 8, false, SCENE_START, 0, 0, 0);
    point[2].x = 99;
    memcpy(words, "after!", sizeof words);
    assert_true(scene_at(scene, 0)->point[2].x == 5);
    assert_string_equal(scene_at(scene, 1)->text, "before");
    lewis_scene_free(scene);
}

static void
test_a_shape_without_points_is_left_out(void **state)
{
    struct lewis_scene *scene = new_scene();

    (void)state;
    scene_polygon(scene, NULL, 0, scene_fill(0, 1));
    assert_int_equal(scene_count(scene), 0);
    assert_true(scene_ok(scene));
    lewis_scene_free(scene);
}

static void
test_a_scene_holds_many_shapes(void **state)
{
    struct lewis_scene *scene = new_scene();

    (void)state;
    for (int i = 0; i < 100000; i++)
        scene_circle(scene, (struct scene_point){i, -i}, 1, scene_fill(0, 1));
    assert_true(scene_ok(scene));
    assert_int_equal(scene_count(scene), 100000);
    assert_true(scene_at(scene, 99999)->point->x == 99999);
    lewis_scene_free(scene);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers_have_two_decimals),
        cmocka_unit_test(test_what_is_no_number_prints_as_nought),
        cmocka_unit_test(test_numbers_do_not_depend_on_the_locale),
        cmocka_unit_test(test_a_scene_prints_one_shape_a_line),
        cmocka_unit_test(test_points_and_texts_are_copied),
        cmocka_unit_test(test_a_shape_without_points_is_left_out),
        cmocka_unit_test(test_a_scene_holds_many_shapes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
