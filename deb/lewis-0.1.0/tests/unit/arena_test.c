/* arena_test.c - pieces are zeroed, aligned, apart, and failure sticks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"

static void
test_pieces_are_aligned_for_any_type(void **state)
{
    struct arena arena = {0};

    (void)state;
    for (size_t size = 0; size < 200; size++) {
        void *piece = arena_alloc(&arena, size);

        assert_non_null(piece);
        assert_int_equal((uintptr_t)piece % _Alignof(max_align_t), 0);
    }
    arena_release(&arena);
}

static void
test_pieces_are_zeroed_and_do_not_overlap(void **state)
{
    enum { PIECES = 3000 };
    struct arena arena = {0};
    static unsigned char *piece[PIECES];

    (void)state;
    for (size_t i = 0; i < PIECES; i++) {
        piece[i] = arena_alloc(&arena, i % 97 + 1);
        for (size_t j = 0; j <= i % 97; j++)
            assert_int_equal(piece[i][j], 0);
        memset(piece[i], (int)(i % 251) + 1, i % 97 + 1);
    }
    for (size_t i = 0; i < PIECES; i++)
        for (size_t j = 0; j <= i % 97; j++)
            assert_int_equal(piece[i][j], i % 251 + 1);
    arena_release(&arena);
}

static void
test_a_piece_may_be_larger_than_a_block(void **state)
{
    struct arena arena = {0};
    char *small = arena_alloc(&arena, 1);
    char *large = arena_alloc(&arena, 1000000);

    (void)state;
    assert_non_null(small);
    assert_non_null(large);
    memset(large, 'x', 1000000);
    assert_int_equal(*small, 0);
    arena_release(&arena);
}

static void
test_a_copy_ends_in_nul(void **state)
{
    struct arena arena = {0};

    (void)state;
    assert_string_equal(arena_copy(&arena, "linear-active", 6), "linear");
    assert_string_equal(arena_copy(&arena, NULL, 0), "");
    arena_release(&arena);
}

static void
test_a_product_that_overflows_is_refused(void **state)
{
    struct arena arena = {0};

    (void)state;
    assert_non_null(arena_array(&arena, 0, SIZE_MAX));
    assert_non_null(arena_array(&arena, SIZE_MAX, 0));
    assert_null(arena_array(&arena, SIZE_MAX / 2, 3));
    assert_true(arena_failed(&arena));
    arena_release(&arena);
}

static void
test_failure_sticks_until_release(void **state)
{
    struct arena arena = {0};

    (void)state;
    assert_non_null(arena_alloc(&arena, 1));
    assert_false(arena_failed(&arena));
    assert_null(arena_alloc(&arena, SIZE_MAX));
    assert_true(arena_failed(&arena));
    assert_null(arena_alloc(&arena, 1));
    assert_null(arena_copy(&arena, "a", 1));
    arena_release(&arena);
    assert_false(arena_failed(&arena));
    assert_non_null(arena_alloc(&arena, 1));
    arena_release(&arena);
}

static void
test_sizes_near_the_limit_are_refused(void **state)
{
    (void)state;
    for (size_t less = 0; less < 100; less++) {
        struct arena arena = {0};

        assert_null(arena_copy(&arena, "", SIZE_MAX - less));
        assert_true(arena_failed(&arena));
        arena_release(&arena);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pieces_are_aligned_for_any_type),
        cmocka_unit_test(test_pieces_are_zeroed_and_do_not_overlap),
        cmocka_unit_test(test_a_piece_may_be_larger_than_a_block),
        cmocka_unit_test(test_a_copy_ends_in_nul),
        cmocka_unit_test(test_a_product_that_overflows_is_refused),
        cmocka_unit_test(test_failure_sticks_until_release),
        cmocka_unit_test(test_sizes_near_the_limit_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
