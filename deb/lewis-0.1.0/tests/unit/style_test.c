/* style_test.c - the triangle: corners, middles and distances by hand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <lewis/style.h>

static const double linear[] = {1, 0, 0};
static const double multi[] = {0, 1, 0};
static const double reactive[] = {0, 0, 1};

static void
assert_near(double x, double expected)
{
    assert_true(fabs(x - expected) < 1e-14);
}

static void
assert_point(const double share[3], double x, double y)
{
    struct lewis_point point = lewis_triangle_point(share);

    assert_near(point.x, x);
    assert_near(point.y, y);
}

static void
test_keywords_are_read_back(void **state)
{
    static const char *const expected[] = {"linear", "multi", "reactive"};

    (void)state;
    for (int i = 0; i < LEWIS_STYLES; i++) {
        enum lewis_style style = LEWIS_STYLES;

        assert_string_equal(lewis_style_keyword((enum lewis_style)i),
                            expected[i]);
        assert_true(lewis_style_parse(expected[i], &style));
        assert_int_equal(style, i);
    }
}

static void
test_other_words_are_no_style(void **state)
{
    static const char *const wrong[] = {"", "Linear", "multi ", "lin",
                                        "active"};
    enum lewis_style style = LEWIS_REACTIVE;

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_false(lewis_style_parse(wrong[i], &style));
    assert_int_equal(style, LEWIS_REACTIVE);
}

/* 0.8660254037844386 = sqrt(3) / 2, the height of a triangle of side 1. */
static void
test_pure_profiles_are_the_corners(void **state)
{
    (void)state;
    assert_point(linear, 0, 0);
    assert_point(multi, 0.5, 0.8660254037844386);
    assert_point(reactive, 1, 0);
}

/* The centre is a third of the height above the base: sqrt(3) / 6. */
static void
test_equal_shares_are_the_centre(void **state)
{
    (void)state;
    assert_point((double[]){1. / 3, 1. / 3, 1. / 3}, 0.5, 0.2886751345948129);
}

static void
test_halves_are_the_middles_of_the_sides(void **state)
{
    (void)state;
    assert_point((double[]){0.5, 0.5, 0}, 0.25, 0.4330127018922193);
    assert_point((double[]){0, 0.5, 0.5}, 0.75, 0.4330127018922193);
    assert_point((double[]){0.5, 0, 0.5}, 0.5, 0);
}

static void
test_any_missing_share_makes_the_point_missing(void **state)
{
    (void)state;
    for (int i = 0; i < 3; i++) {
        double share[] = {0.2, 0.3, 0.5};
        struct lewis_point point;

        share[i] = NAN;
        point = lewis_triangle_point(share);
        assert_true(isnan(point.x));
        assert_true(isnan(point.y));
    }
}

static void
test_shares_of_a_point_are_those_it_was_made_of(void **state)
{
    (void)state;
    for (int i = 0; i <= 20; i++) {
        for (int j = 0; i + j <= 20; j++) {
            double share[] = {i / 20., j / 20., (20 - i - j) / 20.};
            double back[3];

            lewis_triangle_shares(lewis_triangle_point(share), back);
            for (int k = 0; k < 3; k++)
                assert_near(back[k], share[k]);
        }
    }
}

static void
test_a_point_outside_has_a_negative_share(void **state)
{
    double share[3];

    (void)state;
    lewis_triangle_shares((struct lewis_point){0.5, -0.1}, share);
    assert_true(share[LEWIS_MULTI] < 0);
    lewis_triangle_shares((struct lewis_point){-0.1, 0}, share);
    assert_near(share[LEWIS_REACTIVE], -0.1);
    lewis_triangle_shares((struct lewis_point){1.25, 0}, share);
    assert_near(share[LEWIS_LINEAR], -0.25);
}

static double
distance(const double a[3], const double b[3])
{
    return lewis_triangle_distance(lewis_triangle_point(a),
                                   lewis_triangle_point(b));
}

static void
test_corners_are_one_side_apart(void **state)
{
    (void)state;
    assert_near(distance(linear, multi), 1);
    assert_near(distance(multi, reactive), 1);
    assert_near(distance(reactive, linear), 1);
    assert_near(distance(multi, multi), 0);
}

/* From a corner to the middle of the side across: the height. */
static void
test_the_height_is_a_distance(void **state)
{
    (void)state;
    assert_near(distance(multi, (double[]){0.5, 0, 0.5}), 0.8660254037844386);
}

/* The header's second formula: |p - q| / sqrt(2). */
static void
test_distances_in_the_plane_are_those_of_the_shares(void **state)
{
    static const double p[] = {0.6, 0.1, 0.3};
    static const double q[] = {0.25, 0.5, 0.25};

    (void)state;
    /* differences .35, -.4, .05: squares .1225 + .16 + .0025 = .285 */
    assert_near(distance(p, q), sqrt(0.285 / 2));
    assert_near(distance(q, p), sqrt(0.285 / 2));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_keywords_are_read_back),
        cmocka_unit_test(test_other_words_are_no_style),
        cmocka_unit_test(test_pure_profiles_are_the_corners),
        cmocka_unit_test(test_equal_shares_are_the_centre),
        cmocka_unit_test(test_halves_are_the_middles_of_the_sides),
        cmocka_unit_test(test_any_missing_share_makes_the_point_missing),
        cmocka_unit_test(test_shares_of_a_point_are_those_it_was_made_of),
        cmocka_unit_test(test_a_point_outside_has_a_negative_share),
        cmocka_unit_test(test_corners_are_one_side_apart),
        cmocka_unit_test(test_the_height_is_a_distance),
        cmocka_unit_test(test_distances_in_the_plane_are_those_of_the_shares),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
