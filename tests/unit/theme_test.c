/* theme_test.c - colours mix as OKLab says and every text can be read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "chart/theme.h"

/* WCAG 2.1, "relative luminance" and "contrast ratio". */
static double
channel(int32_t byte)
{
    double x = (byte & 0xFF) / 255.0;

    return x <= 0.04045 ? x / 12.92 : pow((x + 0.055) / 1.055, 2.4);
}

static double
luminance(int32_t colour)
{
    return 0.2126 * channel(colour >> 16) + 0.7152 * channel(colour >> 8) +
           0.0722 * channel(colour);
}

static double
contrast(int32_t a, int32_t b)
{
    double x = luminance(a), y = luminance(b);

    return (fmax(x, y) + 0.05) / (fmin(x, y) + 0.05);
}

static int32_t
tint(double linear, double multi, double reactive)
{
    const double share[LEWIS_STYLES] = {linear, multi, reactive};

    return theme_tint(share);
}

static int32_t
blend(double linear, double multi, double reactive)
{
    const double share[LEWIS_STYLES] = {linear, multi, reactive};

    return theme_blend(share);
}

static void
test_the_contrast_formula_is_right(void **state)
{
    (void)state;
    assert_true(fabs(contrast(0x000000, 0xFFFFFF) - 21) < 1e-9);
    assert_true(fabs(contrast(0x777777, 0xFFFFFF) - 4.48) < 0.01);
}

static void
test_a_pure_profile_has_its_corners_colour(void **state)
{
    (void)state;
    assert_int_equal(blend(1, 0, 0), 0x0B5CAD);
    assert_int_equal(blend(0, 1, 0), 0xC8322B);
    assert_int_equal(blend(0, 0, 1), 0xF2C230);
}

static void
test_corner_tints_are_a_quarter_of_the_colour(void **state)
{
    (void)state;
    assert_int_equal(tint(1, 0, 0), 0xC4D6ED);
    assert_int_equal(tint(0, 1, 0), 0xF8CFC9);
    assert_int_equal(tint(0, 0, 1), 0xFCF1D4);
}

static void
test_blue_and_yellow_do_not_mix_to_grey(void **state)
{
    int32_t middle = blend(0.5, 0, 0.5);
    int32_t r = middle >> 16, g = middle >> 8 & 0xFF, b = middle & 0xFF;

    (void)state;
    assert_true(g > r && g > b);
}

/* The least contrast of a colour with any spot of the backdrop. */
static double
least_on_backdrop(int32_t colour)
{
    double least = 21;

    for (int i = 0; i <= 20; i++)
        for (int j = 0; i + j <= 20; j++)
            least = fmin(least, contrast(colour, tint(i / 20.0, j / 20.0,
                                                      (20 - i - j) / 20.0)));
    return least;
}

static void
test_every_text_can_be_read_on_paper(void **state)
{
    (void)state;
    assert_true(contrast(theme.ink, theme.paper) >= 4.5);
    assert_true(contrast(theme.quiet, theme.paper) >= 4.5);
    for (int i = 0; i < LEWIS_STYLES; i++)
        assert_true(contrast(theme.corner_text[i], theme.paper) >= 4.5);
}

static void
test_names_can_be_read_on_the_backdrop(void **state)
{
    (void)state;
    assert_true(least_on_backdrop(theme.ink) >= 4.5);
}

static void
test_lines_and_markers_stand_out_from_the_backdrop(void **state)
{
    (void)state;
    assert_true(least_on_backdrop(theme.leader) >= 3);
    assert_true(least_on_backdrop(theme.edge) >= 3);
    assert_true(least_on_backdrop(theme.country) >= 3);
    assert_true(least_on_backdrop(theme.single) >= 3);
}

static void
test_texts_on_a4_have_seven_points_or_more(void **state)
{
    (void)state;
    assert_true(theme.country_size >= 7);
    assert_true(theme.member_size >= 7);
    assert_true(theme.legend_size >= 7);
    assert_true(theme.foot_size >= 7);
    assert_true(theme.subtitle_size >= 7);
}

static void
test_more_dots_are_paler_and_smaller(void **state)
{
    (void)state;
    assert_true(theme_dot_alpha(41) > theme_dot_alpha(2800));
    assert_true(theme_dot_alpha(1000000) > 0);
    assert_true(theme_dot_size(41) > theme_dot_size(2800));
    assert_true(theme_dot_size(1000000) > 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_contrast_formula_is_right),
        cmocka_unit_test(test_a_pure_profile_has_its_corners_colour),
        cmocka_unit_test(test_corner_tints_are_a_quarter_of_the_colour),
        cmocka_unit_test(test_blue_and_yellow_do_not_mix_to_grey),
        cmocka_unit_test(test_every_text_can_be_read_on_paper),
        cmocka_unit_test(test_names_can_be_read_on_the_backdrop),
        cmocka_unit_test(test_lines_and_markers_stand_out_from_the_backdrop),
        cmocka_unit_test(test_texts_on_a4_have_seven_points_or_more),
        cmocka_unit_test(test_more_dots_are_paler_and_smaller),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
