/* number.c - numbers in and out, the same in every locale.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <assert.h>
#include <locale.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"

enum { INT_DIGITS = 9 };

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool
number_parse_int(const char *bytes, size_t size, int *value)
{
    size_t sign = size > 0 && (bytes[0] == '-' || bytes[0] == '+');
    int sum = 0;

    if (size == sign || size - sign > INT_DIGITS)
        return false;
    for (size_t i = sign; i < size; i++) {
        if (!is_digit(bytes[i]))
            return false;
        sum = sum * 10 + (bytes[i] - '0');
    }
    *value = sign && bytes[0] == '-' ? -sum : sum;
    return true;
}

static const char *
skip_sign(const char *string)
{
    return string + (*string == '+' || *string == '-');
}

static const char *
skip_digits(const char *string)
{
    while (is_digit(*string))
        string++;
    return string;
}

/* [sign] (digits [. digits] | . digits) [e [sign] digits] */
static bool
is_decimal(const char *string)
{
    const char *start = skip_sign(string);
    const char *end = skip_digits(start);
    size_t digits = (size_t)(end - start);

    if (*end == '.') {
        start = end + 1;
        end = skip_digits(start);
        digits += (size_t)(end - start);
    }
    if (digits > 0 && (*end == 'e' || *end == 'E')) {
        start = skip_sign(end + 1);
        end = skip_digits(start);
        digits = (size_t)(end - start);
    }
    return digits > 0 && *end == '\0';
}

bool
number_parse(const char *string, double *value)
{
    locale_t c_locale;
    double x;

    if (!is_decimal(string))
        return false;
    c_locale = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    if (c_locale == (locale_t)0)
        return false;
    x = strtod_l(string, NULL, c_locale);
    freelocale(c_locale);
    if (!isfinite(x))
        return false;
    *value = x;
    return true;
}

/* floor(x * 1e6 + 1/2), exactly, for 0 <= x < 16.
 *
 * x is m * 2^-shift with m of 53 bits. Half up needs the floor of 2e6 x =
 * 15625 * m * 2^(7 - shift) only, whose product is made in two halves of 27
 * bits so that it fits. Ties exist: they are the odd multiples of 1/128. */
static uint64_t
exact_millionths(double x)
{
    const uint64_t hidden = UINT64_C(1) << 52;
    const uint64_t low = (UINT64_C(1) << 27) - 1;
    uint64_t bits, m;
    unsigned shift;

    memcpy(&bits, &x, sizeof bits);
    m = (bits & (hidden - 1)) | hidden;
    shift = 1075u - (unsigned)(bits >> 52 & 0x7ff) - 7 - 27;
    if (shift > 63)
        return 0;
    m = (m >> 27) * 15625 + ((m & low) * 15625 >> 27);
    return ((m >> shift) + 1) / 2;
}

/* The same. The product is no further than 2e-9 from the exact one, so that the
 * floor is certain where it is further from the next whole number. */
static uint32_t
millionths(double x)
{
    const double near = 1e-8;
    double y = x * 1e6 + 0.5;
    uint32_t n = (uint32_t)y;
    double part = y - n;

    return part > near && part < 1 - near ? n : (uint32_t)exact_millionths(x);
}

static void
put_pair(char *out, uint64_t n)
{
    static const char pairs[] =
        "00010203040506070809101112131415161718192021222324"
        "25262728293031323334353637383940414243444546474849"
        "50515253545556575859606162636465666768697071727374"
        "75767778798081828384858687888990919293949596979899";

    memcpy(out, pairs + 2 * n, 2);
}

/* Two digits at a time, by a fraction of 57 bits: what is too much in it comes
 * to less than one in 10^5 of the last digit. */
size_t
number_print_share(double x, char out[NUMBER_SHARE])
{
    const unsigned point = 57; /* bits behind it */
    const uint64_t behind = (UINT64_C(1) << point) - 1;
    const uint64_t one = UINT64_C(144115188076); /* 2^57 / 10^6, rounded up */
    uint64_t rest;

    assert(x >= 0 && x <= 9);
    rest = millionths(x) * one;
    out[0] = (char)('0' + (rest >> point));
    out[1] = '.';
    rest = (rest & behind) * 100;
    put_pair(out + 2, rest >> point);
    rest = (rest & behind) * 100;
    put_pair(out + 4, rest >> point);
    rest = (rest & behind) * 100;
    put_pair(out + 6, rest >> point);
    return NUMBER_SHARE;
}

enum { TEN = 10 };
static const double LEAST_PLAIN = 1e-4, MOST_PLAIN = 1e9;

static uint64_t
power_of_ten(unsigned n)
{
    uint64_t power = 1;

    while (n-- > 0)
        power *= 10;
    return power;
}

/* x * 10^places, rounded to nearest, half to even, exactly; 0 when that has
 * under ten digits before it is rounded. x is m * 2^-shift with m of 53 bits,
 * shift from 23 to 66, and 10^places has 44 bits at most. */
static uint64_t
scaled(double x, unsigned places)
{
    const uint64_t hidden = UINT64_C(1) << 52;
    __extension__ unsigned __int128 product, rest, half;
    uint64_t bits, n;
    unsigned shift;

    memcpy(&bits, &x, sizeof bits);
    shift = 1075u - (unsigned)(bits >> 52 & 0x7ff);
    product = (bits & (hidden - 1)) | hidden;
    product *= power_of_ten(places);
    half = 1;
    half <<= shift - 1;
    rest = product & (2 * half - 1);
    n = (uint64_t)(product >> shift);
    if (n < power_of_ten(TEN - 1))
        return 0;
    return n + (rest > half || (rest == half && n % 2 == 1));
}

/* The ten digits of x, and how many of them stand behind the point. */
static uint64_t
ten_digits(double x, unsigned *places)
{
    uint64_t n = 0;

    *places = 0;
    for (double limit = MOST_PLAIN; *places < 13 && limit > x; limit /= 10)
        ++*places;
    while ((n = scaled(x, *places)) == 0)
        ++*places;
    if (n < power_of_ten(TEN))
        return n;
    --*places; /* all nines, rounded up */
    return n / 10;
}

/* The digits of n with 'places' of them behind the point, which is left out when
 * nothing is behind it, as zeros at the end are. */
static size_t
put_point(uint64_t n, unsigned places, char *out)
{
    char *p;
    size_t size;

    while (places > 0 && n % 10 == 0) {
        n /= 10;
        places--;
    }
    size = places > 0 ? places + 2 : 1;
    for (uint64_t rest = n / power_of_ten(places + 1); rest > 0; rest /= 10)
        size++;
    p = out + size;
    for (unsigned i = 0; i < places; i++, n /= 10)
        *--p = (char)('0' + n % 10);
    if (places > 0)
        *--p = '.';
    for (; p > out; n /= 10)
        *--p = (char)('0' + n % 10);
    return size;
}

static size_t
print_ten(char *out, const char *format, ...) LEWIS_PRINTF(2, 3);

static size_t
print_ten(char *out, const char *format, ...)
{
    char text[NUMBER_TEN];
    va_list args;
    int size;

    va_start(args, format);
    size = number_vprint(text, sizeof text, format, args);
    va_end(args);
    memcpy(out, text, (size_t)size);
    return (size_t)size;
}

size_t
number_print_ten(double x, char out[NUMBER_TEN])
{
    double size = fabs(x);
    size_t sign = x < 0;
    unsigned places;
    uint64_t n;

    if (!(size >= LEAST_PLAIN && size < MOST_PLAIN))
        return print_ten(out, "%.10g", x);
    out[0] = '-';
    n = ten_digits(size, &places);
    return sign + put_point(n, places, out + sign);
}

int
number_vprint(char *out, size_t size, const char *format, va_list args)
{
    locale_t c_locale = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    locale_t before = uselocale(c_locale);
    int length = vsnprintf(out, size, format, args);

    uselocale(before);
    if (c_locale != (locale_t)0)
        freelocale(c_locale);
    return length;
}
