/* number_test.c - numbers in and out; the C library is the second opinion.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/number.h"

static bool
parse_int(const char *string, int *value)
{
    return number_parse_int(string, strlen(string), value);
}

static void
assert_int(const char *string, int expected)
{
    int value = 12345;

    assert_true(parse_int(string, &value));
    assert_int_equal(value, expected);
}

static void
test_integers_have_digits_and_perhaps_a_sign(void **state)
{
    (void)state;
    assert_int("0", 0);
    assert_int("7", 7);
    assert_int("+7", 7);
    assert_int("-7", -7);
    assert_int("007", 7);
    assert_int("999999999", 999999999);
    assert_int("-999999999", -999999999);
}

static void
test_anything_else_is_no_integer(void **state)
{
    static const char *const wrong[] = {
        "",   "+",    "-",   " 7",         "7 ", "--7",      "+-7",
        "7.", "0x10", "1e3", "1234567890", "a",  "\xd9\xa3",
    };
    int value = 12345;

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_false(parse_int(wrong[i], &value));
    assert_false(number_parse_int("7\0", 2, &value));
    assert_int_equal(value, 12345);
    assert_true(number_parse_int("789", 2, &value));
    assert_int_equal(value, 78);
}

static void
assert_number(const char *string, double expected)
{
    double value = 12345;

    assert_true(number_parse(string, &value));
    assert_memory_equal(&value, &expected, sizeof value);
}

static void
test_decimal_numbers_are_read(void **state)
{
    (void)state;
    assert_number("0.8", 0.8);
    assert_number("1e-3", 1e-3);
    assert_number("-2", -2);
    assert_number("+.5", .5);
    assert_number("5.", 5);
    assert_number("1E+3", 1000);
    assert_number("-0", -0.0);
    assert_number("0.1000000000000000055511151231257827", 0.1);
    assert_number("1e-400", 0);
}

static void
test_anything_else_is_no_number(void **state)
{
    static const char *const wrong[] = {
        "",    ".",   "-",    "e3",  "1e",    "1e+",   " 1",     "1 ", "0x1p3",
        "inf", "nan", "-inf", "1,5", "1.2.3", "1e999", "-1e999", "1d", "\n1",
    };
    double value = 12345;

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_false(number_parse(wrong[i], &value));
    assert_true(value == 12345);
}

static void
test_the_point_is_a_point_in_every_locale(void **state)
{
    double value = 0;
    bool read, comma;

    (void)state;
    if (setlocale(LC_ALL, "de_DE.UTF-8") == NULL)
        skip();
    read = number_parse("0.8", &value);
    comma = number_parse("0,8", &value);
    setlocale(LC_ALL, "C");
    assert_true(read);
    assert_false(comma);
    assert_true(value == 0.8);
}

static const char *
share(double x, char out[NUMBER_SHARE + 1])
{
    assert_int_equal(number_print_share(x, out), NUMBER_SHARE);
    out[NUMBER_SHARE] = '\0';
    return out;
}

/* splitmix64: Steele, Lea, Flood 2014. */
static uint64_t
next(uint64_t *seed)
{
    uint64_t z = *seed += UINT64_C(0x9e3779b97f4a7c15);

    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return z ^ z >> 31;
}

/* x lies exactly between two multiples of 1e-6 when x * 1e6 is an odd multiple
 * of 1/2. As x is a fraction with a power of two below, that is an odd multiple
 * of 1/128. There alone may half up and printf's half to even differ. */
static bool
is_tie(double x)
{
    return fmod(x * 128, 2) == 1;
}

static void
assert_as_printf(double x)
{
    char out[NUMBER_SHARE + 1], expected[32];

    snprintf(expected, sizeof expected, "%.6f", x);
    assert_string_equal(share(x, out), expected);
}

static void
test_a_million_shares_are_printed_as_printf_does(void **state)
{
    uint64_t seed = 20240229;

    (void)state;
    for (int i = 0; i < 1000000; i++) {
        double x = (double)(next(&seed) >> 11) * 0x1p-53;

        if (i % 4 == 3)
            x *= 9;
        if (!is_tie(x))
            assert_as_printf(x);
    }
}

static void
assert_ten_as_printf(double x)
{
    char out[NUMBER_TEN + 1], expected[64];

    out[number_print_ten(x, out)] = '\0';
    snprintf(expected, sizeof expected, "%.10g", x);
    assert_string_equal(out, expected);
}

/* Numbers of all sizes, those with few digits, and those next to them. */
static void
test_ten_digits_are_printed_as_printf_does(void **state)
{
    uint64_t seed = 20240301;

    (void)state;
    for (int i = 0; i < 300000; i++) {
        double x = (double)(next(&seed) >> 11) * 0x1p-53;
        double few = (double)(next(&seed) % 1000000);
        double size = pow(10, (double)(next(&seed) % 17) - 6);
        assert_ten_as_printf(x);
        assert_ten_as_printf(-x * size);
        assert_ten_as_printf(few * size);
        assert_ten_as_printf(nextafter(few * size, 0));
        assert_ten_as_printf(nextafter(few * size, 1e300));
    }
    for (double x = 1e-8; x < 1e14; x *= 10) {
        assert_ten_as_printf(x);
        assert_ten_as_printf(nextafter(x, 0));
        assert_ten_as_printf(x - x * 5e-11);
        assert_ten_as_printf(x - x * 4e-11);
    }
}

/* Halves of the last digit are whole numbers over a power of two. */
static void
test_ten_digits_of_ties_are_printed_as_printf_does(void **state)
{
    uint64_t seed = 20240302;

    (void)state;
    for (int i = 0; i < 100000; i++) {
        unsigned bits = (unsigned)(next(&seed) % 12);
        double whole = (double)(next(&seed) % UINT64_C(10000000000));
        assert_ten_as_printf(ldexp(floor(whole), -(int)bits));
        assert_ten_as_printf(floor(ldexp(whole, -(int)bits)) + 0.5);
    }
    assert_ten_as_printf(0);
    assert_ten_as_printf(-0.0);
    assert_ten_as_printf(1e300);
    assert_ten_as_printf(-1e-300);
}

/* A text of digits, signs, points and the like; most are numbers. */
static void
random_text(uint64_t *seed, char out[32])
{
    static const char some[] = "0123456789012345678901234567890123456789..-+eE";
    uint64_t bits = next(seed);
    size_t size = bits % 24;

    for (size_t i = 0; i < size; i++) {
        bits = i % 8 == 0 ? next(seed) : bits >> 8;
        out[i] = some[(bits & 0xff) % (sizeof some - 1)];
    }
    out[size] = '\0';
}

/* strtod() reads all of it, and no more than this is let through. */
static void
assert_as_strtod(const char *text)
{
    double value = 0.5, expected;
    char *end;

    expected = strtod(text, &end);
    if (*text == '\0' || *end != '\0' || !isfinite(expected)) {
        if (number_parse(text, &value))
            fail_msg("\"%s\" was read as %g", text, value);
        assert_true(value == 0.5);
    } else {
        if (!number_parse(text, &value))
            fail_msg("\"%s\" was not read", text);
        assert_memory_equal(&value, &expected, sizeof value);
    }
}

static void
test_numbers_are_read_as_strtod_does(void **state)
{
    uint64_t seed = 20240301;
    char text[40];

    (void)state;
    for (int i = 0; i < 300000; i++) {
        uint64_t bits = next(&seed);
        double x;

        random_text(&seed, text);
        assert_as_strtod(text);
        memcpy(&x, &bits, sizeof x);
        if (!isfinite(x))
            continue;
        snprintf(text, sizeof text, "%.*g", 1 + (int)(bits % 19), x);
        assert_as_strtod(text);
    }
}

/* Each integer of up to five digits, and random ones. */
static void
test_integers_are_read_as_strtol_does(void **state)
{
    uint64_t seed = 20240302;
    char text[40];
    int value;

    (void)state;
    for (int i = -99999; i <= 99999; i++) {
        snprintf(text, sizeof text, "%d", i);
        assert_int(text, i);
    }
    for (int i = 0; i < 1000000; i++) {
        char *end;
        long expected;

        random_text(&seed, text);
        expected = strtol(text, &end, 10);
        if (*text == '\0' || *end != '\0' ||
            strspn(text + strspn(text, "+-"), "0123456789") > 9)
            assert_false(parse_int(text, &value));
        else
            assert_int(text, (int)expected);
    }
}

/* k / 128 in millionths is 7812.5 k. */
static void
test_every_tie_is_rounded_up(void **state)
{
    (void)state;
    for (unsigned k = 1; k < 9 * 128; k += 2) {
        unsigned up = (k * 15625 + 1) / 2;
        char out[NUMBER_SHARE + 1], expected[32];

        assert_true(is_tie(k / 128.0));
        snprintf(expected, sizeof expected, "%u.%06u", up / 1000000,
                 up % 1000000);
        assert_string_equal(share(k / 128.0, out), expected);
    }
}

static void
test_neighbours_of_ties_are_rounded_their_own_way(void **state)
{
    (void)state;
    for (unsigned k = 0; k < 200000; k++) {
        double x = (k * 45 + 0.5) / 1e6;

        assert_as_printf(nextafter(x, 0));
        assert_as_printf(nextafter(x, 10));
        if (!is_tie(x))
            assert_as_printf(x);
    }
}

static void
test_shares_at_the_ends(void **state)
{
    static const double x[] = {0,          -0.0,   0x1p-1074, 1e-300, 4.9e-7,
                               5e-7,       5.1e-7, 1. / 3,    2. / 3, 0.9999995,
                               0.99999949, 1,      9};
    char out[NUMBER_SHARE + 1];

    (void)state;
    for (size_t i = 0; i < sizeof x / sizeof *x; i++)
        assert_as_printf(fabs(x[i]));
    assert_string_equal(share(-0.0, out), "0.000000");
    assert_string_equal(share(0.626144, out), "0.626144");
    assert_string_equal(share(9, out), "9.000000");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_integers_have_digits_and_perhaps_a_sign),
        cmocka_unit_test(test_anything_else_is_no_integer),
        cmocka_unit_test(test_decimal_numbers_are_read),
        cmocka_unit_test(test_anything_else_is_no_number),
        cmocka_unit_test(test_the_point_is_a_point_in_every_locale),
        cmocka_unit_test(test_a_million_shares_are_printed_as_printf_does),
        cmocka_unit_test(test_ten_digits_are_printed_as_printf_does),
        cmocka_unit_test(test_ten_digits_of_ties_are_printed_as_printf_does),
        cmocka_unit_test(test_numbers_are_read_as_strtod_does),
        cmocka_unit_test(test_integers_are_read_as_strtol_does),
        cmocka_unit_test(test_every_tie_is_rounded_up),
        cmocka_unit_test(test_neighbours_of_ties_are_rounded_their_own_way),
        cmocka_unit_test(test_shares_at_the_ends),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
