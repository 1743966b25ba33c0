/* near.h - comparing doubles; cmocka's own comparison is of floats.
 *
 * Include after <cmocka.h>.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_NEAR_H
#define TESTS_NEAR_H

#include <math.h>
#include <stdio.h>

/* |x - expected| <= within; NaN never is. */
#define assert_near(x, expected, within)                                   \
    near_check((x), (expected), (within), #x, __FILE__, __LINE__)

static inline void
near_check(double x, double expected, double within, const char *what,
           const char *file, int line)
{
    if (!(fabs(x - expected) <= within))
        print_error("%s is %.15g, not %.15g within %g\n", what, x, expected,
                    within);
    _assert_true(fabs(x - expected) <= within, what, file, line);
}

#endif
