/* shuffle_test.c - orders from a seed: even, and the same for ever.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include <lewis/session.h>

#include "session/shuffle.h"

/* The first numbers of splitmix64 from seed 1234567, and orders below, by this
 * in Python:
 *
 *   M = 2**64 - 1
 *   class R:
 *     def __init__(s, x): s.s = x
 *     def n(s):
 *       s.s = (s.s + 0x9e3779b97f4a7c15) & M; z = s.s
 *       z = ((z ^ z >> 30) * 0xbf58476d1ce4e5b9) & M
 *       z = ((z ^ z >> 27) * 0x94d049bb133111eb) & M
 *       return z ^ z >> 31
 *     def below(s, n):
 *       while True:
 *         x = s.n()
 *         if x >= 2**64 % n: return x % n
 *     def shuf(s, a):
 *       for i in range(len(a), 1, -1):
 *         j = s.below(i); a[i-1], a[j] = a[j], a[i-1]
 *       return a
 *   r = R(1234567); print([r.n() for _ in range(5)])
 *   r = R(7); print([''.join(r.shuf(list('abc'))) for _ in range(4)])
 *   r = R(2026); print(r.shuf(['A1', 'A2', 'B1', 'Q1']),
 *                      r.shuf(list('abc')), r.shuf(list('abc'))) */
static void
test_the_generator_is_splitmix64(void **state)
{
    static const uint64_t expected[] = {
        UINT64_C(6457827717110365317), UINT64_C(3203168211198807973),
        UINT64_C(9817491932198370423), UINT64_C(4593380528125082431),
        UINT64_C(16408922859458223821)};
    struct shuffle shuffle = {1234567};

    (void)state;
    for (size_t i = 0; i < 5; i++)
        assert_true(shuffle_next(&shuffle) == expected[i]);
}

static double
chi_square(const size_t seen[], size_t cells, size_t draws)
{
    double expected = (double)draws / (double)cells, sum = 0;

    for (size_t c = 0; c < cells; c++)
        sum += ((double)seen[c] - expected) * ((double)seen[c] - expected) /
               expected;
    return sum;
}

/* qchisq(0.999, df) of R, for df 1 to 9. */
static const double bound[] = {10.828, 13.816, 16.266, 18.467, 20.515,
                               22.458, 24.322, 26.124, 27.877};

static void
test_numbers_below_are_even(void **state)
{
    enum { DRAWS = 60000 };

    (void)state;
    for (uint64_t n = 2; n <= 10; n++) {
        struct shuffle shuffle = {n};
        size_t seen[10] = {0};
        for (int i = 0; i < DRAWS; i++)
            seen[shuffle_below(&shuffle, n)]++;
        assert_true(chi_square(seen, n, DRAWS) < bound[n - 2]);
    }
}

/* Of a number just over half of 2^64 nearly every second draw is refused; a
 * plain modulo would bring the lower ones twice as often. */
static void
test_no_number_comes_more_often_by_the_modulo(void **state)
{
    const uint64_t n = UINT64_C(0xaaaaaaaaaaaaaaaa); /* two thirds of 2^64 */
    struct shuffle shuffle = {5};
    size_t seen[2] = {0};

    (void)state;
    for (int i = 0; i < 20000; i++)
        seen[shuffle_below(&shuffle, n) >= n / 2]++;
    assert_true(chi_square(seen, 2, 20000) < bound[0]);
}

/* The 24 orders of four, the 6 of three. */
static size_t
rank_of(const size_t value[], size_t count)
{
    size_t rank = 0;

    for (size_t i = 0; i < count; i++) {
        size_t under = 0;
        for (size_t j = i + 1; j < count; j++)
            under += value[j] < value[i];
        rank = rank * (count - i) + under;
    }
    return rank;
}

static void
test_all_orders_come_equally_often(void **state)
{
    struct shuffle shuffle = {2026};
    size_t four[24] = {0}, three[6] = {0};

    (void)state;
    for (int i = 0; i < 60000; i++) {
        size_t a[4] = {0, 1, 2, 3}, b[3] = {0, 1, 2};
        shuffle_values(&shuffle, a, 4);
        shuffle_values(&shuffle, b, 3);
        four[rank_of(a, 4)]++;
        three[rank_of(b, 3)]++;
    }
    assert_true(chi_square(four, 24, 60000) < 49.728); /* qchisq(.999, 23) */
    assert_true(chi_square(three, 6, 60000) < bound[4]);
}

static struct lewis_bank *
load_forms(void)
{
    char path[4096];

    snprintf(path, sizeof path, "%s/tests/fixtures/forms.xml",
             getenv("top_srcdir"));
    return lewis_bank_load(path, NULL);
}

/* Seeds that follow each other are as good as any: each item of a section comes
 * first equally often, and each option of an item. */
static void
test_what_is_shown_first_is_even_over_seeds(void **state)
{
    enum { SEEDS = 12000 };
    struct lewis_bank *bank = load_forms();
    size_t item[4] = {0}, option[3] = {0};

    (void)state;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct lewis_session *s = lewis_session_new(
            bank, &(struct lewis_session_options){.seed = seed}, NULL);
        item[lewis_session_item(s, 0)]++;
        option[lewis_session_option(s, 5, 0)]++;
        assert_int_equal(lewis_session_item(s, 4), 4); /* not random */
        assert_int_equal(lewis_session_option(s, 0, 2), 2);
        lewis_session_free(s);
    }
    assert_true(chi_square(item, 4, SEEDS) < bound[2]);
    assert_true(chi_square(option, 3, SEEDS) < bound[1]);
    lewis_bank_free(bank);
}

/* Items A1 A2 B1 Q1 are random, and the options of A2 and C1. */
static void
test_an_order_stays_what_it_was(void **state)
{
    static const char *const expected[] = {"A2", "A1", "B1", "Q1"};
    struct lewis_bank *bank = load_forms();
    struct lewis_session *s = lewis_session_new(
        bank, &(struct lewis_session_options){.seed = 2026, .lang = "nl"},
        NULL);

    (void)state;
    for (size_t p = 0; p < 4; p++)
        assert_string_equal(
            lewis_bank_item(bank, lewis_session_item(s, p))->id, expected[p]);
    for (size_t k = 0; k < 3; k++) {
        assert_int_equal(lewis_session_option(s, 1, k), "cba"[k] - 'a');
        assert_int_equal(lewis_session_option(s, 5, k), "bca"[k] - 'a');
    }
    for (size_t i = 0; i < 6; i++)
        assert_int_equal(
            lewis_session_item(s, lewis_session_position(s, i)), i);
    lewis_session_free(s);
    lewis_bank_free(bank);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_generator_is_splitmix64),
        cmocka_unit_test(test_numbers_below_are_even),
        cmocka_unit_test(test_no_number_comes_more_often_by_the_modulo),
        cmocka_unit_test(test_all_orders_come_equally_often),
        cmocka_unit_test(test_what_is_shown_first_is_even_over_seeds),
        cmocka_unit_test(test_an_order_stays_what_it_was),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
