/* lewis/composition.h - the other geometry of shares: log-ratios.
 *
 * Parts of a whole tell of each other only how many times larger one is than
 * another. In the geometry of these ratios (Aitchison 1986, The Statistical
 * Analysis of Compositional Data, Chapman & Hall) from 1 % to 2 % is as far as
 * from 10 % to 20 %, and 0 is infinitely far from everything. Its sum is the
 * closure of the products of the parts, its multiple that of their powers.
 *
 * Parts must be above 0, or results are not finite: lewis_composition_fill()
 * puts a number you name in the place of zeros. There may be any number of
 * parts from 2 on; it is given first.
 *
 * Coordinates. The centred log-ratios are clr_i = ln x_i - mean(ln x); they sum
 * to 0. One less are needed, and in an isometric log-ratio (ilr) basis plain
 * distances are Aitchison's (Egozcue, Pawlowsky-Glahn, Mateu-Figueras &
 * Barcelo-Vidal 2003, Mathematical Geology 35:279). The basis here is the one
 * of pivots, as in R's robCompositions: part i against the geometric mean of
 * the k = D - i parts after it, i = 1 .. D - 1,
 *
 *     z_i = sqrt(k / (k + 1)) ln(x_i / (x_(i+1) ... x_D)^(1/k))
 *
 * For a profile: z1 = sqrt(2/3) ln(L / sqrt(M R)), z2 = ln(M / R) / sqrt(2).
 * Other programs' bases are turned or mirrored: scikit-bio's coordinates of x
 * are minus those of x with its parts in reverse order, last one first.
 * Distances, centres and regions are the same in every basis.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LEWIS_COMPOSITION_H
#define LEWIS_COMPOSITION_H

#include <stddef.h>

#include <lewis/api.h>
#include <lewis/style.h>
#include <lewis/team.h>

LEWIS_BEGIN

/* --- one composition --- */

/* Divides the parts by their sum. 'share' may be 'part'. */
LEWIS_API void lewis_composition_close(size_t parts, const double part[],
                                       double share[]);

/* The centred log-ratios. 'clr' may be 'part'. */
LEWIS_API void lewis_composition_clr(size_t parts, const double part[],
                                     double clr[]);

/* The parts - 1 coordinates, and the shares that have them. */
LEWIS_API void lewis_composition_ilr(size_t parts, const double part[],
                                     double ilr[]);
LEWIS_API void lewis_composition_from_ilr(size_t parts, const double ilr[],
                                          double share[]);

/* Aitchison's distance: that of the centred log-ratios. In no unit, and without
 * a largest one; not to be compared with distances in the plane. */
LEWIS_API double lewis_composition_distance(size_t parts, const double a[],
                                            const double b[]);

/* How many shares are 0; what lies under 1e-12 is a 0 that was calculated. */
LEWIS_API size_t lewis_composition_zeros(size_t parts, const double share[]);

/* Multiplicative replacement of zeros (Martin-Fernandez, Barcelo-Vidal &
 * Pawlowsky-Glahn 2003, Mathematical Geology 35:253): a share of 0 becomes
 * 'delta', the others are multiplied by 1 minus all that was put in, which
 * keeps their ratios and the sum of 1. Returns how many shares were replaced.
 *
 * 'share' must be closed, and parts * delta below 1. How far from the others
 * the result stands is the choice of delta: ln delta goes to minus infinity. */
LEWIS_API size_t lewis_composition_fill(size_t parts, double share[],
                                        double delta);

/* --- a group --- */

/* Running figures of profiles in log-ratios, in one pass and in constant
 * memory. Zero-initialise. */
struct lewis_ratio_cloud {
    struct lewis_cloud ilr; /* of the points (z1, z2), without errors */
    size_t replaced;        /* shares of 0 that were */
};

/* Adds a profile, its zeros replaced by 'delta'. */
LEWIS_API void lewis_ratio_cloud_add(struct lewis_ratio_cloud *cloud,
                                     const double share[LEWIS_STYLES],
                                     double delta);

/* The centre: the closed geometric mean of the profiles, each person weight 1.
 * NaN when there is nobody. */
LEWIS_API void lewis_ratio_cloud_center(const struct lewis_ratio_cloud *cloud,
                                        double share[LEWIS_STYLES]);

/* The total variance (Aitchison 1986): the trace of the covariance of the
 * coordinates, divided by n - 1. NaN under 2 members. */
LEWIS_API double
lewis_ratio_cloud_variance(const struct lewis_ratio_cloud *cloud);

/* Regions. lewis_cloud_center_region() and lewis_cloud_spread() of cloud.ilr
 * (4 members and more) give Hotelling's region of the centre and the spread of
 * the persons as ellipses of the coordinates. This is the closed curve of such
 * an ellipse in the triangle: 'count' points at equal steps of the ellipse's
 * angle, from the end of its long axis on. The curve is bent where it comes
 * near a side, which it never reaches. */
LEWIS_API void lewis_ratio_curve(const struct lewis_ellipse *ilr,
                                 struct lewis_point point[], size_t count);

LEWIS_END

#endif
