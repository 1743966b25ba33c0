/* form.h - symmetric 2 x 2 matrices: covariances in the plane, and the ellipses
 * that they are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEAM_FORM_H
#define TEAM_FORM_H

#include <lewis/team.h>

struct form {
    double xx, xy, yy;
};

/* Its eigenvalues are half + root and half - root. */
double form_half(struct form a);
double form_root(struct form a);

struct form form_times(struct form a, double by);
struct form form_plus(struct form a, struct form b);

/* (A + B + |A - B|) / 2: in no direction smaller than either. */
struct form form_larger(struct form a, struct form b);

/* v' A v. */
double form_along(struct form a, double x, double y);

/* v' A^-1 v; infinite where A has no extent and v is not nought. */
double form_squared(struct form a, double x, double y);

/* The ellipse (p - center)' A^-1 (p - center) = 1. */
struct lewis_ellipse form_ellipse(struct form a, struct lewis_point center);

/* The covariance of the cloud's points (n - 1), and of the error of its mean:
 * the members' own, summed, over n squared. */
struct form form_covariance(const struct lewis_cloud *cloud);
struct form form_error(const struct lewis_cloud *cloud);

/* A covariance of shares (struct lewis_region) in the plane; nought when it is
 * not finite. */
struct form form_of_shares(const double covariance[3]);

/* The chi-square quantile with 2 degrees of freedom; the F quantile with 2 and
 * m, times 2. */
double form_chi_square(double level);
double form_two_f(double level, double m);

/* 2 F's upper tail: P(F(2, m) > f). */
double form_f_tail(double f, double m);

#endif
