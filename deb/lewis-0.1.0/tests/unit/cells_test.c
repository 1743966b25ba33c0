/* cells_test.c - the triangle in characters: every point where it belongs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include <lewis/cells.h>

#include "base/text.h"

static const struct lewis_point nobody = {(double)NAN, (double)NAN};

static struct lewis_cells_triangle
triangle(size_t columns, bool ascii)
{
    return (struct lewis_cells_triangle){
        .columns = columns,
        .ascii = ascii,
        .corner = {"Left", "Top", "Right"},
        .person = nobody,
    };
}

static struct lewis_point
point(double l, double m, double r)
{
    const double share[LEWIS_STYLES] = {l, m, r};

    return lewis_triangle_point(share);
}

static void
expect_drawn(const struct lewis_cells_triangle *drawn, const char *expected)
{
    struct lewis_page *page = lewis_page_new(40, NULL);

    assert_non_null(page);
    assert_true(lewis_cells_triangle(drawn, page, NULL));
    assert_string_equal(lewis_page_text(page), expected);
    lewis_page_free(page);
}

static void
test_marks_the_person_and_names_in_ascii(void **state)
{
    const struct lewis_cells_mark mark[] = {
        {point(1, 0, 0), "AA"},       {point(0, 1, 0), "BB"},
        {point(0, 0, 1), "CC"},       {point(0.5, 0.5, 0), "DD"},
        {point(0, 0.5, 0.5), "EE"},   {point(0.5, 0, 0.5), "FF"},
        {point(0.48, 0, 0.52), "no"}, {point(0.4, 0.3, 0.3), "in"},
    };
    struct lewis_cells_triangle drawn = triangle(32, true);

    (void)state;
    drawn.mark = mark;
    drawn.mark_count = sizeof mark / sizeof mark[0];
    drawn.person = point(0.2, 0.6, 0.2);
    expect_drawn(&drawn, "                  Top\n"
                         "                    o BB\n"
                         "                  /  \\\n"
                         "                 /    \\\n"
                         "                /      \\\n"
                         "              /     *    \\\n"
                         "           DD o          o EE\n"
                         "            /              \\\n"
                         "           /      o in      \\\n"
                         "          /                  \\\n"
                         "         /                    \\\n"
                         "     AA o___________o__________o CC\n"
                         "                   FF\n"
                         "    Left                       Right\n");
}

static void
test_the_region_in_braille(void **state)
{
    const struct lewis_point region[] = {
        point(0.6, 0.2, 0.2), point(0.2, 0.2, 0.6), point(0.2, 0.6, 0.2)};
    struct lewis_cells_triangle drawn = triangle(32, false);

    (void)state;
    drawn.region = region;
    drawn.region_count = 3;
    drawn.person = point(1 / 3.0, 1 / 3.0, 1 / 3.0);
    expect_drawn(&drawn, "                  Top\n"
                         "                   ⡼⢣⡀\n"
                         "                 ⢀⡜  ⠳⡀\n"
                         "                ⢀⠞    ⠱⡄\n"
                         "               ⢠⠎      ⠙⡄\n"
                         "              ⣠⠋   ⠔⢄   ⠘⣆\n"
                         "             ⣰⠃   ⠌  ⢂   ⠈⢆\n"
                         "            ⡴⠁  ⢀⠊  ★ ⠢   ⠈⢧\n"
                         "           ⡜⠁  ⠠⠂      ⠡    ⢳⡀\n"
                         "         ⢀⡞    ⠃⠂⠂⠂⠂⠂⠂⠂⠂⠃    ⠱⡀\n"
                         "        ⢀⠎                    ⠹⡄\n"
                         "        ⠛⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠚\n"
                         "\n"
                         "    Left                       Right\n");
}

/* Three members on one spot stand beside each other, the centre stays. */
static void
test_members_are_letters_and_nobody_is_lost(void **state)
{
    const struct lewis_point middle = point(1 / 3.0, 1 / 3.0, 1 / 3.0);
    const struct lewis_cells_mark member[] = {
        {middle, "a"}, {middle, "b"}, {middle, "c"}, {point(0, 1, 0), "d"},
        {point(0.8, 0.1, 0.1), ""},
    };
    struct lewis_cells_triangle drawn = triangle(32, true);

    (void)state;
    drawn.member = member;
    drawn.member_count = 5;
    drawn.center = &middle;
    expect_drawn(&drawn, "                  Top\n"
                         "                   /d\n"
                         "                  /  \\\n"
                         "                 /    \\\n"
                         "                /      \\\n"
                         "              /          \\\n"
                         "             /      c     \\\n"
                         "            /      b#a     \\\n"
                         "           /                \\\n"
                         "          /                  \\\n"
                         "         / :                  \\\n"
                         "        ________________________\n"
                         "\n"
                         "    Left                       Right\n");
}

static void
test_wide_names_keep_the_columns(void **state)
{
    struct lewis_cells_triangle drawn = triangle(32, false);
    struct lewis_page *page = lewis_page_new(40, NULL);
    const char *last;

    (void)state;
    drawn.corner[LEWIS_LINEAR] = "直線";
    drawn.corner[LEWIS_REACTIVE] = "反応";
    assert_true(lewis_cells_triangle(&drawn, page, NULL));
    last = strstr(lewis_page_text(page), "直線");
    assert_non_null(last);
    assert_int_equal(utf8_columns(last, strlen(last)), 32);
    assert_string_equal(last, "直線                        反応\n");
    lewis_page_free(page);
}

/* Wherever somebody stands, the picture is 60 columns and 26 lines at most. */
static void
test_it_keeps_its_size_everywhere(void **state)
{
    struct lewis_cells_triangle drawn = triangle(60, false);

    (void)state;
    for (int l = 0; l <= 10; l++)
        for (int m = 0; l + m <= 10; m++) {
            struct lewis_page *page = lewis_page_new(60, NULL);
            size_t lines = 0;
            const char *line;
            drawn.person = point(l / 10.0, m / 10.0, (10 - l - m) / 10.0);
            assert_true(lewis_cells_triangle(&drawn, page, NULL));
            line = lewis_page_text(page);
            assert_non_null(strstr(line, "★"));
            for (; *line != '\0'; line += strcspn(line, "\n") + 1, lines++)
                assert_true(strcspn(line, "\n") <= 3 * 60);
            assert_int_equal(lines, 26);
            lewis_page_free(page);
        }
}

static void
test_sizes_out_of_range_are_refused(void **state)
{
    struct lewis_page *page = lewis_page_new(40, NULL);
    struct lewis_cells_triangle narrow = triangle(31, false);
    struct lewis_cells_triangle wide = triangle(41, false);
    struct lewis_error error;

    (void)state;
    assert_false(lewis_cells_triangle(&narrow, page, &error));
    assert_int_equal(error.code, LEWIS_EINVALID);
    assert_false(lewis_cells_triangle(&wide, page, &error));
    lewis_page_free(page);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_marks_the_person_and_names_in_ascii),
        cmocka_unit_test(test_the_region_in_braille),
        cmocka_unit_test(test_members_are_letters_and_nobody_is_lost),
        cmocka_unit_test(test_wide_names_keep_the_columns),
        cmocka_unit_test(test_it_keeps_its_size_everywhere),
        cmocka_unit_test(test_sizes_out_of_range_are_refused),
    };

    return cmocka_run_group_tests_name("cells", tests, NULL, NULL);
}
