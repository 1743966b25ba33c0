/* echo_test.c - what was written of a sum comes back as it was, or not at all.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "batch/echo.h"
#include "session/shuffle.h"

/* Many more sums than there is room for. */
enum { ROOM = 30, SUMS = 100000, TURNS = 400000 };

/* What stands for a sum: no two have the same. */
static size_t
cells_of(uint64_t sum, char cells[ROOM + 1])
{
    return (size_t)sprintf(cells, "ok,%llu\n", (unsigned long long)sum);
}

static void
test_what_comes_back_is_what_was_written_of_that_sum(void **state)
{
    struct echo *echo = echo_new(2, ROOM);
    struct shuffle chance = {3};
    char cells[ROOM + 1];
    size_t known = 0;

    (void)state;
    assert_non_null(echo);
    for (int t = 0; t < TURNS; t++) {
        /* sums that differ in high bits alone, too */
        uint64_t n = 1 + shuffle_below(&chance, SUMS);
        uint64_t sum = n % 2 == 0 ? n : n << 40;
        size_t size = cells_of(sum, cells), found;
        const char *bytes = echo_find(echo, sum, &found);
        if (bytes != NULL) {
            assert_int_equal(found, size);
            assert_memory_equal(bytes, cells, size);
            known++;
        }
        echo_announce(echo, sum);
        if (bytes == NULL)
            echo_add(echo, sum, cells, size);
    }
    assert_in_range(known, TURNS / 50, TURNS - SUMS / 2);
    echo_free(echo);
}

static void
test_the_two_newest_of_a_place_are_known(void **state)
{
    struct echo *echo = echo_new(2, ROOM);
    size_t size;

    (void)state;
    assert_non_null(echo);
    assert_null(echo_find(echo, 5, &size));
    echo_add(echo, 5, "five", 4);
    for (uint64_t sum = 6; sum < 60; sum++) {
        echo_add(echo, sum, "other", 5);
        assert_string_equal(echo_find(echo, sum, &size), "other");
        assert_int_equal(size, 5);
    }
    assert_memory_equal(echo_find(echo, 5, &size), "five", 4);
    assert_int_equal(size, 4);
    echo_free(echo);
}

static void
test_what_is_too_long_is_not_kept(void **state)
{
    struct echo *echo = echo_new(300, ROOM);
    char cells[1024];
    size_t size;

    (void)state;
    assert_non_null(echo);
    memset(cells, 'x', sizeof cells);
    echo_add(echo, 7, cells, sizeof cells);
    assert_null(echo_find(echo, 7, &size));
    echo_add(echo, 7, cells, ROOM);
    assert_non_null(echo_find(echo, 7, &size));
    assert_int_equal(size, ROOM);
    echo_free(echo);
    echo_free(NULL);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_comes_back_is_what_was_written_of_that_sum),
        cmocka_unit_test(test_the_two_newest_of_a_place_are_known),
        cmocka_unit_test(test_what_is_too_long_is_not_kept),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
