/* wide.h - whole numbers of 128 bits, so that sums over any number of rows stay
 * exact.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BATCH_WIDE_H
#define BATCH_WIDE_H

#include <stdbool.h>

#ifndef __SIZEOF_INT128__
#error "sums need 128 bits: GCC or Clang, for a machine of 64 bits"
#endif

__extension__ typedef __int128 wide;

enum { WIDE_TEXT = 44 }; /* sign, 39 digits and NUL, with room */

/* Decimal digits, with a "-" before negative ones. Returns where in 'out' they
 * begin. */
char *wide_print(wide value, char out[WIDE_TEXT]);

/* The whole of 'string' is a decimal number as wide_print() writes it, within
 * -2^126 .. 2^126. */
bool wide_parse(const char *string, wide *value);

/* The mean of n values that add up to 'sum': correctly rounded but for one
 * division. */
double wide_mean(wide sum, double n);

/* The sum of (x - mean x)(y - mean y) of n pairs, from the sums of x, y and
 * x y: exact but for the last step, since all is first moved, in whole numbers,
 * to be about the whole number next to each mean. */
double wide_moment(wide x, wide y, wide xy, wide n);

#endif
