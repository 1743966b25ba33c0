/* theme_test.c - lengths and text sizes a chart can be read at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "chart/theme.h"

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
        cmocka_unit_test(test_texts_on_a4_have_seven_points_or_more),
        cmocka_unit_test(test_more_dots_are_paler_and_smaller),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
