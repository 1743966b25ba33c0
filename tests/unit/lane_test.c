/* lane_test.c - eight bytes at once, against one at a time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/lane.h"
#include "session/shuffle.h"

enum { TEXTS = 200000, ROOM = 24 };

/* Bytes of all kinds, most of them near those that are asked for. */
static void
make_bytes(struct shuffle *chance, char bytes[ROOM])
{
    for (int i = 0; i < ROOM; i++)
        bytes[i] = (char)(shuffle_below(chance, 8) == 0
                              ? shuffle_below(chance, 256)
                              : ',' + shuffle_below(chance, 5));
}

static void
test_a_part_holds_its_bytes_and_nothing_behind_them(void **state)
{
    const char bytes[] = "\x01\x82\xff\x04\x7f\x80\x07\xf8\x55";

    (void)state;
    for (size_t size = 0; size <= LANE; size++) {
        uint64_t expected = 0;
        for (size_t i = size; i-- > 0;)
            expected = expected << 8 | (unsigned char)bytes[i];
        assert_true(lane_load_part(bytes, size) == expected);
    }
    assert_true(lane_load(bytes) == lane_load_part(bytes, LANE));
}

/* The first byte under a limit, over it, or equal to it; LANE: none. */
static size_t
first(const char *bytes, unsigned char limit, int sign)
{
    size_t i = 0;

    for (; i < LANE; i++) {
        unsigned char c = (unsigned char)bytes[i];
        if ((c > limit) - (c < limit) == sign)
            break;
    }
    return i;
}

static size_t
first_flag(uint64_t flags)
{
    return flags == 0 ? LANE : lane_first(flags);
}

static void
test_the_first_flag_is_at_the_first_such_byte(void **state)
{
    struct shuffle chance = {7};
    char bytes[ROOM];

    (void)state;
    for (int n = 0; n < TEXTS; n++) {
        unsigned char limit = (unsigned char)(',' + shuffle_below(&chance, 5));
        uint64_t lane;
        make_bytes(&chance, bytes);
        lane = lane_load(bytes);
        assert_int_equal(first_flag(lane_below(lane, limit)),
                         first(bytes, limit, -1));
        assert_int_equal(first_flag(lane_above(lane, limit)),
                         first(bytes, limit, 1));
        assert_int_equal(first_flag(lane_equal(lane, limit)),
                         first(bytes, limit, 0));
    }
}

static bool
is_within(const char *bytes, size_t size, unsigned char low,
          unsigned char high)
{
    for (size_t i = 0; i < size; i++)
        if ((unsigned char)bytes[i] < low || (unsigned char)bytes[i] > high)
            return false;
    return true;
}

static void
test_a_text_of_any_length_is_within_or_not(void **state)
{
    struct shuffle chance = {7};
    char bytes[ROOM];
    int within = 0;

    (void)state;
    for (int n = 0; n < TEXTS; n++) {
        size_t size = shuffle_below(&chance, ROOM + 1);
        make_bytes(&chance, bytes);
        assert_int_equal(lane_text_within(bytes, size, ',', '0'),
                         is_within(bytes, size, ',', '0'));
        assert_int_equal(lane_text_within(bytes, size, '-', 0x7f),
                         is_within(bytes, size, '-', 0x7f));
        within += lane_text_within(bytes, size, ',', '0');
    }
    assert_in_range(within, TEXTS / 10, TEXTS / 2);
}

static void
test_what_stands_about_two_bytes_in_quotes(void **state)
{
    (void)state;
    assert_true((lane_load("\"1\";\"x\";") & LANE_TWO_QUOTED) ==
                lane_two_quoted(';'));
    assert_true((lane_load("\"1\";\"xy\"") & LANE_TWO_QUOTED) !=
                lane_two_quoted(';'));
    assert_true((lane_load("\"1\";\"x\"\n") & LANE_TWO_QUOTED) !=
                lane_two_quoted(';'));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_part_holds_its_bytes_and_nothing_behind_them),
        cmocka_unit_test(test_the_first_flag_is_at_the_first_such_byte),
        cmocka_unit_test(test_a_text_of_any_length_is_within_or_not),
        cmocka_unit_test(test_what_stands_about_two_bytes_in_quotes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
