/* cloud_test.c - centre, spread and Hotelling's region against R
 * (tests/oracle/cloud.R).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "near.h"

#include <lewis/team.h>

/* A, F, M of 23 Skye lavas; M is what is left to 100. */
static const double skye[][2] = {
    {52, 42}, {52, 44}, {47, 48}, {45, 49}, {40, 50}, {37, 54},
    {27, 58}, {27, 54}, {23, 59}, {22, 59}, {21, 60}, {25, 53},
    {24, 54}, {22, 55}, {22, 56}, {20, 58}, {16, 62}, {17, 57},
    {14, 54}, {13, 55}, {13, 52}, {14, 47}, {24, 56},
};

static struct lewis_cloud
skye_cloud(void)
{
    struct lewis_cloud cloud = {0};

    for (size_t i = 0; i < sizeof skye / sizeof skye[0]; i++) {
        double a = skye[i][0] / 100, f = skye[i][1] / 100;
        double share[LEWIS_STYLES] = {a, 1 - a - f, f};

        lewis_cloud_add(&cloud, lewis_triangle_point(share));
    }
    return cloud;
}

static struct lewis_cloud
cloud_of(const struct lewis_point point[], size_t count)
{
    struct lewis_cloud cloud = {0};

    for (size_t i = 0; i < count; i++)
        lewis_cloud_add(&cloud, point[i]);
    return cloud;
}

static void
test_nobody_has_no_centre(void **state)
{
    struct lewis_cloud cloud = {0};

    (void)state;
    assert_true(isnan(lewis_cloud_center(&cloud).x));
    assert_true(isnan(lewis_cloud_center(&cloud).y));
}

static void
test_the_mean_of_the_skye_lavas_is_that_of_r(void **state)
{
    struct lewis_cloud cloud = skye_cloud();
    struct lewis_point center = lewis_cloud_center(&cloud);

    (void)state;
    assert_int_equal(cloud.n, 23);
    assert_near(center.x, 0.634565217391304, 1e-14);
    assert_near(center.y, 0.168310154561584, 1e-14);
}

static void
test_the_covariance_of_the_skye_lavas_is_that_of_r(void **state)
{
    struct lewis_cloud cloud = skye_cloud();

    (void)state;
    assert_near(cloud.xx / 22, 0.0066748023715415, 1e-15);
    assert_near(cloud.xy / 22, 0.00554427409687611, 1e-15);
    assert_near(cloud.yy / 22, 0.0070147233201581, 1e-15);
}

static void
test_the_region_of_the_centre_is_hotellings(void **state)
{
    struct lewis_cloud cloud = skye_cloud();
    struct lewis_ellipse ellipse;

    (void)state;
    assert_true(lewis_cloud_center_region(&cloud, 0.90, &ellipse));
    assert_near(ellipse.major, 0.053910019913618, 1e-13);
    assert_near(ellipse.minor, 0.017447092344307, 1e-13);
    assert_near(ellipse.angle, 0.800720932612739, 1e-12);
    assert_near(ellipse.center.x, 0.634565217391304, 1e-14);
    assert_true(lewis_cloud_center_region(&cloud, 0.95, &ellipse));
    assert_near(ellipse.major, 0.0625578180341029, 1e-13);
    assert_near(ellipse.minor, 0.0202458101452795, 1e-13);
}

static void
test_the_spread_of_persons_is_chi_square(void **state)
{
    struct lewis_cloud cloud = skye_cloud();
    struct lewis_ellipse ellipse;

    (void)state;
    assert_true(lewis_cloud_spread(&cloud, 0.90, &ellipse));
    assert_near(ellipse.major, 0.238884109108466, 1e-13);
    assert_near(ellipse.minor, 0.0773109176713568, 1e-13);
}

static void
test_four_people_are_enough_for_a_region(void **state)
{
    const struct lewis_point point[] = {
        {0.10, 0.40}, {0.30, 0.10}, {0.35, 0.25}, {0.80, 0.05}};
    struct lewis_cloud cloud = cloud_of(point, 4);
    struct lewis_ellipse ellipse;

    (void)state;
    assert_true(lewis_cloud_center_region(&cloud, 0.90, &ellipse));
    assert_near(ellipse.major, 0.841444945853357, 1e-12);
    assert_near(ellipse.minor, 0.223470698521846, 1e-12);
    assert_near(ellipse.angle, -0.438849817995457, 1e-12);
}

static void
test_three_people_are_not(void **state)
{
    const struct lewis_point point[] = {{0.1, 0.4}, {0.3, 0.1}, {0.35, 0.25}};
    struct lewis_cloud cloud = cloud_of(point, 3);
    struct lewis_ellipse ellipse;

    (void)state;
    assert_false(lewis_cloud_center_region(&cloud, 0.90, &ellipse));
    assert_false(lewis_cloud_spread(&cloud, 0.90, &ellipse));
}

static void
test_the_long_axis_may_fall(void **state)
{
    const struct lewis_point point[] = {
        {0.2, 0.5}, {0.4, 0.3}, {0.5, 0.3}, {0.7, 0.0}, {0.6, 0.2}};
    struct lewis_cloud cloud = cloud_of(point, 5);
    struct lewis_ellipse ellipse;

    (void)state;
    assert_true(lewis_cloud_center_region(&cloud, 0.90, &ellipse));
    assert_near(ellipse.major, 0.446914801733094, 1e-12);
    assert_near(ellipse.minor, 0.0647775784834897, 1e-12);
    assert_near(ellipse.angle, -0.755582806831864, 1e-12);
}

static void
test_people_on_one_spot_without_errors_have_a_region_of_no_size(void **state)
{
    struct lewis_point same = {0.3, 0.2};
    struct lewis_cloud cloud = {0};
    struct lewis_ellipse ellipse;

    (void)state;
    for (int i = 0; i < 10; i++)
        lewis_cloud_add(&cloud, same);
    assert_true(lewis_cloud_center_region(&cloud, 0.90, &ellipse));
    assert_near(ellipse.major, 0, 0);
    assert_near(ellipse.minor, 0, 0);
    assert_near(ellipse.center.x, 0.3, 1e-15);
}

/* Of linear and multi: 0.02, -0.012, 0.018. In the plane: xx 0.0125, xy
 * 0.002598, yy 0.0135. */
static const double error[3] = {0.02, -0.012, 0.018};

static void
test_the_same_answers_leave_the_error_of_measurement(void **state)
{
    struct lewis_point same = {0.3, 0.2};
    struct lewis_cloud cloud = {0};
    struct lewis_ellipse ellipse;

    (void)state;
    for (int i = 0; i < 4; i++) {
        lewis_cloud_add(&cloud, same);
        lewis_cloud_add_error(&cloud, error);
    }
    assert_near(cloud.error_xx / 4, 0.0125, 1e-16);
    assert_near(cloud.error_xy / 4, 0.00259807621135332, 1e-16);
    assert_near(cloud.error_yy / 4, 0.0135, 1e-16);
    assert_true(lewis_cloud_center_region(&cloud, 0.90, &ellipse));
    assert_near(ellipse.major, 0.134211910308939, 1e-14);
    assert_near(ellipse.minor, 0.10918227576007, 1e-14);
    assert_near(ellipse.angle, 0.880460965070681, 1e-12);
}

/* Six people along a level line. */
static struct lewis_cloud
line_of_six(double part_of_error)
{
    struct lewis_cloud cloud = {0};
    double own[3];

    for (int i = 0; i < 3; i++)
        own[i] = part_of_error * error[i];
    for (int i = 0; i < 6; i++) {
        lewis_cloud_add(&cloud, (struct lewis_point){0.15 + 0.1 * i,
                                                     0.20 + 0.01 * (i % 2)});
        lewis_cloud_add_error(&cloud, own);
    }
    return cloud;
}

/* Hotelling's is 0.251139540576019 x 0.00702992572374111, that of the errors
 * 0.109583565887027 x 0.0891469548560051. */
static void
test_no_direction_is_surer_than_the_members_errors(void **state)
{
    struct lewis_cloud cloud = line_of_six(1);
    struct lewis_ellipse ellipse;

    (void)state;
    assert_true(lewis_cloud_center_region(&cloud, 0.90, &ellipse));
    assert_near(ellipse.major, 0.251163734439445, 1e-13);
    assert_near(ellipse.minor, 0.101872231335727, 1e-13);
    assert_near(ellipse.angle, 0.014725259040972, 1e-12);
}

static void
test_small_errors_change_nothing(void **state)
{
    struct lewis_cloud cloud = line_of_six(0.001);
    struct lewis_ellipse ellipse;

    (void)state;
    assert_true(lewis_cloud_center_region(&cloud, 0.90, &ellipse));
    assert_near(ellipse.major, 0.251139540576019, 1e-13);
    assert_near(ellipse.minor, 0.00702992572374111, 1e-13);
}

static void
test_errors_that_are_no_numbers_are_left_out(void **state)
{
    const double none[][3] = {{(double)NAN, 0, 0.1},
                              {0.1, (double)INFINITY, 0.1}};
    struct lewis_cloud cloud = {0};

    (void)state;
    lewis_cloud_add_error(&cloud, none[0]);
    lewis_cloud_add_error(&cloud, none[1]);
    assert_near(cloud.error_xx, 0, 0);
    assert_near(cloud.error_xy, 0, 0);
    assert_near(cloud.error_yy, 0, 0);
}

static void
test_an_ellipse_throws_a_shadow_on_each_share(void **state)
{
    const double third[3] = {1.0 / 3, 1.0 / 3, 1.0 / 3};
    struct lewis_ellipse ellipse = {lewis_triangle_point(third),
                                    0.134211910308939, 0.10918227576007,
                                    0.880460965070681};
    double low[3], high[3];

    (void)state;
    lewis_ellipse_shares(&ellipse, low, high);
    assert_near(high[0] - third[0], 0.151742712938515, 1e-13);
    assert_near(high[1] - third[1], 0.143955777365642, 1e-13);
    assert_near(high[2] - third[2], 0.12695706223349, 1e-13);
    assert_near(third[0] - low[0], 0.151742712938515, 1e-13);
}

static void
test_a_shadow_is_cut_at_nought_and_one(void **state)
{
    struct lewis_ellipse ellipse = {{0.02, 0.02}, 0.3, 0.2, 0};
    double low[3], high[3];

    (void)state;
    lewis_ellipse_shares(&ellipse, low, high);
    assert_near(low[1], 0, 0);
    assert_near(high[0], 1, 0);
}

static void
test_a_far_origin_does_not_blur_the_spread(void **state)
{
    struct lewis_cloud near = {0}, far = {0};

    (void)state;
    for (int i = 0; i < 1000; i++) {
        struct lewis_point point = {i % 10 * 0.125, i % 7 * 0.25};

        lewis_cloud_add(&near, point);
        point.x += 1 << 20;
        lewis_cloud_add(&far, point);
    }
    assert_near(far.xx, near.xx, 1e-5);
    assert_near(far.xy, near.xy, 1e-5);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nobody_has_no_centre),
        cmocka_unit_test(test_the_mean_of_the_skye_lavas_is_that_of_r),
        cmocka_unit_test(test_the_covariance_of_the_skye_lavas_is_that_of_r),
        cmocka_unit_test(test_the_region_of_the_centre_is_hotellings),
        cmocka_unit_test(test_the_spread_of_persons_is_chi_square),
        cmocka_unit_test(test_four_people_are_enough_for_a_region),
        cmocka_unit_test(test_three_people_are_not),
        cmocka_unit_test(test_the_long_axis_may_fall),
        cmocka_unit_test(
            test_people_on_one_spot_without_errors_have_a_region_of_no_size),
        cmocka_unit_test(test_the_same_answers_leave_the_error_of_measurement),
        cmocka_unit_test(test_no_direction_is_surer_than_the_members_errors),
        cmocka_unit_test(test_small_errors_change_nothing),
        cmocka_unit_test(test_errors_that_are_no_numbers_are_left_out),
        cmocka_unit_test(test_an_ellipse_throws_a_shadow_on_each_share),
        cmocka_unit_test(test_a_shadow_is_cut_at_nought_and_one),
        cmocka_unit_test(test_a_far_origin_does_not_blur_the_spread),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
