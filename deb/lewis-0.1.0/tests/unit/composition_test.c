/* composition_test.c - log-ratios against published vectors and R
 * (tests/oracle/composition.R).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "near.h"

#include <lewis/composition.h>

static void
assert_all_near(size_t count, const double x[], const double expected[],
                double within)
{
    for (size_t i = 0; i < count; i++)
        assert_near(x[i], expected[i], within);
}

/* --- the vectors in the documentation of skbio.stats.composition --- */

static const double four[] = {0.1, 0.3, 0.4, 0.2};

static void
test_closure_divides_by_the_sum(void **state)
{
    double part[][3] = {{2, 2, 6}, {4, 4, 2}};

    (void)state;
    for (int i = 0; i < 2; i++)
        lewis_composition_close(3, part[i], part[i]);
    assert_all_near(3, part[0], (double[]){0.2, 0.2, 0.6}, 1e-16);
    assert_all_near(3, part[1], (double[]){0.4, 0.4, 0.2}, 1e-16);
}

/* alr, additive log-ratios, are differences of clr. */
static void
test_centred_log_ratios_are_those_published(void **state)
{
    static const double expected[] = {-0.79451346, 0.30409883, 0.5917809,
                                      -0.10136628};
    static const double alr[] = {1.09861229, 1.38629436, 0.69314718};
    double clr[4];

    (void)state;
    lewis_composition_clr(4, four, clr);
    assert_all_near(4, clr, expected, 5e-9);
    for (int i = 0; i < 3; i++)
        assert_near(clr[i + 1] - clr[0], alr[i], 5e-9);
}

/* scikit-bio takes each part with those before it, and not with those after
 * it, and the other sign. */
static void
skbio_ilr(size_t parts, const double part[], double ilr[])
{
    double reversed[4] = {0}, z[3];

    for (size_t i = 0; i < parts; i++)
        reversed[i] = part[parts - 1 - i];
    lewis_composition_ilr(parts, reversed, z);
    for (size_t i = 0; i + 1 < parts; i++)
        ilr[i] = -z[parts - 2 - i];
}

static void
test_isometric_log_ratios_are_scikit_bios_turned_round(void **state)
{
    static const double expected[] = {-0.7768362, -0.68339802, 0.11704769};
    double ilr[3];

    (void)state;
    skbio_ilr(4, four, ilr);
    assert_all_near(3, ilr, expected, 5e-9);
    skbio_ilr(3, (double[]){0.5, 0.3, 0.2}, ilr);
    assert_all_near(2, ilr, (double[]){0.3612082626, 0.5396045621}, 5e-11);
}

static void
test_powers_and_quotients_are_closures(void **state)
{
    static const double other[] = {1.0 / 6, 1.0 / 6, 1.0 / 3, 1.0 / 3};
    static const double power[] = {0.23059566, 0.25737316, 0.26488486,
                                   0.24714631};
    static const double less[] = {0.14285714, 0.42857143, 0.28571429,
                                  0.14285714};
    double x[4];

    (void)state;
    for (int i = 0; i < 4; i++)
        x[i] = pow(four[i], 0.1);
    lewis_composition_close(4, x, x);
    assert_all_near(4, x, power, 5e-9);
    for (int i = 0; i < 4; i++)
        x[i] = four[i] / other[i];
    lewis_composition_close(4, x, x);
    assert_all_near(4, x, less, 5e-9);
}

static void
test_the_inner_product_is_that_of_clr_and_of_ilr(void **state)
{
    static const double other[] = {0.2, 0.4, 0.2, 0.2};
    double a[4], b[4], clr = 0, ilr = 0;

    (void)state;
    lewis_composition_clr(4, four, a);
    lewis_composition_clr(4, other, b);
    for (int i = 0; i < 4; i++)
        clr += a[i] * b[i];
    lewis_composition_ilr(4, four, a);
    lewis_composition_ilr(4, other, b);
    for (int i = 0; i < 3; i++)
        ilr += a[i] * b[i];
    assert_near(clr, 0.2107852474, 5e-11);
    assert_near(ilr, 0.2107852474, 5e-11);
}

static void
expect_filled(size_t parts, const double before[], double delta, size_t zeros,
              const double after[])
{
    double share[4] = {0}, sum = 0;

    for (size_t i = 0; i < parts; i++)
        share[i] = before[i];
    assert_int_equal(lewis_composition_zeros(parts, share), zeros);
    assert_int_equal(lewis_composition_fill(parts, share, delta), zeros);
    assert_all_near(parts, share, after, 5e-8);
    for (size_t i = 0; i < parts; i++)
        sum += share[i];
    assert_near(sum, 1, 1e-15);
}

static void
test_zeros_are_replaced_and_counted(void **state)
{
    (void)state;
    expect_filled(4, (double[]){0.2, 0.4, 0.4, 0}, 0.0625, 1,
                  (double[]){0.1875, 0.375, 0.375, 0.0625});
    expect_filled(4, (double[]){0, 0.5, 0.5, 0}, 0.0625, 2,
                  (double[]){0.0625, 0.4375, 0.4375, 0.0625});
    expect_filled(3, (double[]){0.6, 0.4, 0}, 1.0 / 9, 1,
                  (double[]){0.5333333, 0.3555556, 0.1111111});
    expect_filled(3, (double[]){1, 0, 0}, 1.0 / 9, 2,
                  (double[]){0.7777778, 0.1111111, 0.1111111});
    expect_filled(3, (double[]){0.6, 0.4, 0}, 0.005, 1,
                  (double[]){0.597, 0.398, 0.005});
}

static void
test_shares_without_zeros_stay_as_they_are(void **state)
{
    double share[] = {0.5, 0.499, 0.001};

    (void)state;
    assert_int_equal(lewis_composition_fill(3, share, 0.005), 0);
    assert_near(share[0], 0.5, 0);
    assert_near(share[1], 0.499, 0);
    assert_near(share[2], 0.001, 0);
}

static void
test_a_zero_that_was_calculated_is_one(void **state)
{
    double share[] = {1 - 1e-16, 1e-16, -1e-17};

    (void)state;
    assert_int_equal(lewis_composition_fill(3, share, 0.005), 2);
    assert_near(share[2], 0.005, 0);
}

/* --- what must be so --- */

static const double a[] = {0.5, 0.3, 0.2}, b[] = {0.2, 0.3, 0.5};

static void
test_the_distance_is_that_of_the_logarithms_of_ratios(void **state)
{
    double squares = 0;

    (void)state;
    for (int i = 0; i < 3; i++)
        for (int k = 0; k < i; k++)
            squares += pow(log(a[i] / a[k]) - log(b[i] / b[k]), 2) / 3;
    assert_near(lewis_composition_distance(3, a, b), 1.2958307801, 5e-11);
    assert_near(lewis_composition_distance(3, a, b), sqrt(squares), 1e-15);
    assert_near(lewis_composition_distance(3, a, a), 0, 0);
}

static void
test_the_distance_is_that_of_the_coordinates(void **state)
{
    double z[2], w[2];

    (void)state;
    lewis_composition_ilr(3, a, z);
    lewis_composition_ilr(3, b, w);
    assert_near(z[0], 0.582617812483108, 1e-14);
    assert_near(z[1], 0.28670712747782, 1e-14);
    assert_near(hypot(z[0] - w[0], z[1] - w[1]),
                lewis_composition_distance(3, a, b), 1e-15);
}

static void
test_the_same_factors_change_no_distance(void **state)
{
    static const double factor[] = {0.01, 7, 2};
    double x[3], y[3];

    (void)state;
    for (int i = 0; i < 3; i++) {
        x[i] = a[i] * factor[i];
        y[i] = b[i] * factor[i];
    }
    lewis_composition_close(3, x, x);
    lewis_composition_close(3, y, y);
    assert_near(lewis_composition_distance(3, x, y),
                lewis_composition_distance(3, a, b), 1e-14);
}

static void
test_coordinates_lead_back_to_the_shares(void **state)
{
    static const double tiny[] = {1e-11, 1 - 2e-11, 1e-11};
    double z[3], share[4];

    (void)state;
    lewis_composition_ilr(4, four, z);
    lewis_composition_from_ilr(4, z, share);
    assert_all_near(4, share, four, 1e-15);
    lewis_composition_ilr(3, tiny, z);
    lewis_composition_from_ilr(3, z, share);
    assert_all_near(3, share, tiny, 1e-15);
}

static void
test_far_coordinates_do_not_overflow(void **state)
{
    double share[3];

    (void)state;
    lewis_composition_from_ilr(3, (double[]){5000, 0}, share);
    assert_all_near(3, share, (double[]){1, 0, 0}, 0);
    lewis_composition_from_ilr(3, (double[]){-5000, 5000}, share);
    assert_all_near(3, share, (double[]){0, 1, 0}, 0);
}

/* --- groups --- */

/* A, F, M of 23 Skye lavas; M is what is left to 100. */
static const double skye[][2] = {
    {52, 42}, {52, 44}, {47, 48}, {45, 49}, {40, 50}, {37, 54},
    {27, 58}, {27, 54}, {23, 59}, {22, 59}, {21, 60}, {25, 53},
    {24, 54}, {22, 55}, {22, 56}, {20, 58}, {16, 62}, {17, 57},
    {14, 54}, {13, 55}, {13, 52}, {14, 47}, {24, 56},
};

enum { LAVAS = sizeof skye / sizeof skye[0] };

/* The lava of that number, in the order A, F, M. */
static void
lava(size_t i, double share[3])
{
    share[0] = skye[i][0] / 100;
    share[1] = skye[i][1] / 100;
    share[2] = (100 - skye[i][0] - skye[i][1]) / 100;
}

/* Starting with that one. */
static struct lewis_ratio_cloud
lavas(size_t first)
{
    struct lewis_ratio_cloud cloud = {0};
    double share[3];

    for (size_t i = 0; i < LAVAS; i++) {
        lava((first + i * 5) % LAVAS, share);
        lewis_ratio_cloud_add(&cloud, share, 0.005);
    }
    return cloud;
}

static void
test_the_centre_of_the_skye_lavas_is_that_of_r(void **state)
{
    static const double expected[] = {0.258541920420238, 0.566507332354109,
                                      0.174950747225653};
    static const double clr[] = {-0.131292938661, 0.653139236208,
                                 -0.521846297546};
    struct lewis_ratio_cloud cloud = lavas(0);
    double center[3], found[3];

    (void)state;
    lewis_ratio_cloud_center(&cloud, center);
    assert_all_near(3, center, expected, 1e-14);
    lewis_composition_clr(3, center, found);
    assert_all_near(3, found, clr, 1e-12);
    assert_near(lewis_composition_distance(3, center, (double[]){1, 1, 1}),
                0.846257795165782, 1e-13);
    assert_int_equal(cloud.replaced, 0);
}

static void
test_the_covariance_of_the_skye_lavas_is_that_of_r(void **state)
{
    struct lewis_ratio_cloud cloud = lavas(0);

    (void)state;
    assert_int_equal(cloud.ilr.n, 23);
    assert_near(cloud.ilr.mean_x, -0.160800353275408, 1e-14);
    assert_near(cloud.ilr.mean_y, 0.83084023871341, 1e-14);
    assert_near(cloud.ilr.xx / 22, 0.406719661886843, 1e-14);
    assert_near(cloud.ilr.xy / 22, 0.257785584926825, 1e-14);
    assert_near(cloud.ilr.yy / 22, 0.17512651759783, 1e-14);
    assert_near(lewis_ratio_cloud_variance(&cloud), 0.581846179484673, 1e-13);
    assert_near(sqrt(lewis_ratio_cloud_variance(&cloud) / 2), 0.539372867080,
                1e-12);
}

static void
test_single_lavas_are_those_of_r(void **state)
{
    struct lewis_ratio_cloud cloud = lavas(0);
    double one[3], two[3], z[2], x, y, determinant;

    (void)state;
    lava(0, one);
    lava(1, two);
    lewis_composition_ilr(3, one, z);
    assert_near(z[0], 0.968797014416193, 1e-14);
    assert_near(z[1], 1.375966261976737, 1e-14);
    assert_near(lewis_composition_distance(3, one, two), 0.351594756233585,
                1e-14);
    x = z[0] - cloud.ilr.mean_x;
    y = z[1] - cloud.ilr.mean_y;
    determinant = cloud.ilr.xx * cloud.ilr.yy - cloud.ilr.xy * cloud.ilr.xy;
    assert_near(22 *
                    (cloud.ilr.yy * x * x - 2 * cloud.ilr.xy * x * y +
                     cloud.ilr.xx * y * y) /
                    determinant,
                5.62354324842814, 1e-10);
}

/* The ends of both axes; which end of an axis comes first is the angle's. */
static void
expect_ends(const struct lewis_ellipse *ellipse, const double expected[4][3])
{
    struct lewis_point point[4];
    double first[3];
    int turn;

    lewis_ratio_curve(ellipse, point, 4);
    lewis_triangle_shares(point[0], first);
    turn = fabs(first[0] - expected[0][0]) < 1e-6 ? 0 : 2;
    for (int i = 0; i < 4; i++) {
        double share[3];

        lewis_triangle_shares(point[(i + turn) % 4], share);
        if (i % 2 == 1 && fabs(share[0] - expected[i][0]) > 1e-6)
            lewis_triangle_shares(point[(i + turn + 2) % 4], share);
        assert_all_near(3, share, expected[i], 1e-12);
    }
}

static void
test_the_region_of_the_centre_is_hotellings(void **state)
{
    static const double expected[4][3] = {
        {0.329299191426352, 0.548543381333966, 0.122157427239682},
        {0.268212549260391, 0.550958553918566, 0.180828896821043},
        {0.195442772983286, 0.56331125800272, 0.241245969013993},
        {0.248976333723992, 0.581925463683777, 0.169098202592231},
    };
    struct lewis_ratio_cloud cloud = lavas(0);
    struct lewis_ellipse ellipse;

    (void)state;
    assert_true(lewis_cloud_center_region(&cloud.ilr, 0.95, &ellipse));
    expect_ends(&ellipse, expected);
}

static void
test_the_spread_of_persons_is_chi_square(void **state)
{
    static const double expected[4][3] = {
        {0.544252955717936, 0.418652059225656, 0.0370949850564078},
        {0.295883069142643, 0.506688321542529, 0.197428609314828},
        {0.0716340229906045, 0.44711170191223, 0.481254275097101},
        {0.222720860335544, 0.624437887582938, 0.152841252081518},
    };
    struct lewis_ratio_cloud cloud = lavas(0);
    struct lewis_ellipse ellipse;

    (void)state;
    assert_true(lewis_cloud_spread(&cloud.ilr, 0.90, &ellipse));
    expect_ends(&ellipse, expected);
}

static void
test_the_order_of_members_changes_nothing(void **state)
{
    struct lewis_ratio_cloud one = lavas(0), other = lavas(7);
    double x[3], y[3];

    (void)state;
    lewis_ratio_cloud_center(&one, x);
    lewis_ratio_cloud_center(&other, y);
    assert_all_near(3, x, y, 1e-15);
    assert_near(one.ilr.xx, other.ilr.xx, 1e-13);
    assert_near(one.ilr.xy, other.ilr.xy, 1e-13);
    assert_near(one.ilr.yy, other.ilr.yy, 1e-13);
}

static void
test_the_centre_of_two_is_the_closed_geometric_mean(void **state)
{
    static const double expected[] = {0.339134419983705, 0.32173116003259,
                                      0.339134419983705};
    struct lewis_ratio_cloud cloud = {0};
    double center[3];

    (void)state;
    lewis_ratio_cloud_add(&cloud, a, 0.005);
    assert_true(isnan(lewis_ratio_cloud_variance(&cloud)));
    lewis_ratio_cloud_add(&cloud, b, 0.005);
    lewis_ratio_cloud_center(&cloud, center);
    assert_all_near(3, center, expected, 1e-14);
}

static void
test_nobody_has_no_centre(void **state)
{
    struct lewis_ratio_cloud cloud = {0};
    double center[3];

    (void)state;
    lewis_ratio_cloud_center(&cloud, center);
    for (int i = 0; i < 3; i++)
        assert_true(isnan(center[i]));
}

/* Real zeros: what is put in their place decides. */
static void
expect_six(double delta, double variance, const double expected[3])
{
    static const double raw[6][3] = {{8, 2, 0}, {7, 3, 1}, {9, 0, 2},
                                     {6, 4, 3}, {5, 5, 0}, {8, 1, 1}};
    struct lewis_ratio_cloud cloud = {0};
    double center[3];

    for (int i = 0; i < 6; i++) {
        double share[3];

        lewis_composition_close(3, raw[i], share);
        lewis_ratio_cloud_add(&cloud, share, delta);
    }
    lewis_ratio_cloud_center(&cloud, center);
    assert_int_equal(cloud.replaced, 3);
    assert_near(lewis_ratio_cloud_variance(&cloud), variance, 1e-12);
    assert_all_near(3, center, expected, 1e-13);
}

static void
test_the_replacement_of_zeros_is_that_of_r(void **state)
{
    (void)state;
    expect_six(
        1.0 / 9, 0.459695556709635,
        (double[]){0.649558395266418, 0.216317619265963, 0.134123985467619});
    expect_six(
        0.005, 5.0252791129181054,
        (double[]){0.790107547269611, 0.154004256024352, 0.0558881967060372});
    expect_six(
        1e-4, 19.8999335423953347,
        (double[]){0.892349590917764, 0.0905449624577559, 0.01710544662448});
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_closure_divides_by_the_sum),
        cmocka_unit_test(test_centred_log_ratios_are_those_published),
        cmocka_unit_test(
            test_isometric_log_ratios_are_scikit_bios_turned_round),
        cmocka_unit_test(test_powers_and_quotients_are_closures),
        cmocka_unit_test(test_the_inner_product_is_that_of_clr_and_of_ilr),
        cmocka_unit_test(test_zeros_are_replaced_and_counted),
        cmocka_unit_test(test_shares_without_zeros_stay_as_they_are),
        cmocka_unit_test(test_a_zero_that_was_calculated_is_one),
        cmocka_unit_test(test_the_distance_is_that_of_the_logarithms_of_ratios),
        cmocka_unit_test(test_the_distance_is_that_of_the_coordinates),
        cmocka_unit_test(test_the_same_factors_change_no_distance),
        cmocka_unit_test(test_coordinates_lead_back_to_the_shares),
        cmocka_unit_test(test_far_coordinates_do_not_overflow),
        cmocka_unit_test(test_the_centre_of_the_skye_lavas_is_that_of_r),
        cmocka_unit_test(test_the_covariance_of_the_skye_lavas_is_that_of_r),
        cmocka_unit_test(test_single_lavas_are_those_of_r),
        cmocka_unit_test(test_the_region_of_the_centre_is_hotellings),
        cmocka_unit_test(test_the_spread_of_persons_is_chi_square),
        cmocka_unit_test(test_the_order_of_members_changes_nothing),
        cmocka_unit_test(test_the_centre_of_two_is_the_closed_geometric_mean),
        cmocka_unit_test(test_nobody_has_no_centre),
        cmocka_unit_test(test_the_replacement_of_zeros_is_that_of_r),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
