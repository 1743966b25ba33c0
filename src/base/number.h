/* number.h - numbers in and out, the same in every locale.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include <lewis/api.h>

/* The whole of 'bytes' is an integer in decimal digits, with or without a
 * sign, no longer than 9 digits. */
bool number_parse_int(const char *bytes, size_t size, int *value);

/* The whole of 'string' is a decimal number ("0.8", "1e-3", "-2"); no
 * hexadecimal, no "inf", no "nan". */
bool number_parse(const char *string, double *value);

/* Writes 0 <= x <= 9 with six decimals ("0.626144", rounded to nearest, half
 * up); returns the number of bytes, 8. No NUL. */
enum { NUMBER_SHARE = 8 };
size_t number_print_share(double x, char out[NUMBER_SHARE]);

/* Writes x as "%.10g" does; returns the number of bytes. No NUL. */
enum { NUMBER_TEN = 24 };
size_t number_print_ten(double x, char out[NUMBER_TEN]);

/* vsnprintf() with the decimal point of the "C" locale. */
int number_vprint(char *out, size_t size, const char *format, va_list args)
    LEWIS_PRINTF(3, 0);

#endif
