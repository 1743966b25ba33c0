/* ids_test.c - ids that stand more than once are found, and no others.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "batch/ids.h"

/* Over four merges of a quarter of a million. */
enum { MANY = 1200000, STEP = 1000 };

static uint64_t
hash_of(long number)
{
    char id[24];

    return ids_hash(id, (size_t)snprintf(id, sizeof id, "r%ld", number));
}

static void
add_step(struct ids *ids, long from, bool before[STEP])
{
    uint64_t hash[STEP];

    for (long i = 0; i < STEP; i++)
        hash[i] = hash_of(from + i);
    assert_true(ids_add(ids, hash, before, STEP));
}

static void
test_many_ids_are_new_once_and_known_ever_after(void **state)
{
    struct ids *ids = ids_new();
    bool before[STEP];

    (void)state;
    assert_non_null(ids);
    for (long from = 0; from < MANY; from += STEP) {
        add_step(ids, from, before);
        for (int i = 0; i < STEP; i++)
            assert_false(before[i]);
    }
    for (long from = 0; from < MANY; from += 97 * STEP) {
        add_step(ids, from, before);
        for (int i = 0; i < STEP; i++)
            assert_true(before[i]);
    }
    ids_free(ids);
}

static void
test_an_id_is_known_at_once_and_no_id_never(void **state)
{
    struct ids *ids = ids_new();
    const uint64_t hash[] = {hash_of(1), 0, hash_of(2), hash_of(1), 0};
    bool before[5];

    (void)state;
    assert_true(ids_add(ids, hash, before, 5));
    assert_false(before[0]);
    assert_false(before[1]);
    assert_false(before[2]);
    assert_true(before[3]);
    assert_false(before[4]);
    ids_free(ids);
}

static void
test_hashes_of_all_short_ids_differ(void **state)
{
    struct ids *ids = ids_new();
    uint64_t hash[256];
    bool before[256];
    char id[3] = "";

    (void)state;
    for (int a = 0; a < 256; a++) {
        for (int b = 0; b < 256; b++) {
            id[0] = (char)a;
            id[1] = (char)b;
            hash[b] = ids_hash(id, 2);
            assert_true(hash[b] != 0);
        }
        assert_true(ids_add(ids, hash, before, 256));
        for (int b = 0; b < 256; b++)
            assert_false(before[b]);
    }
    assert_true(ids_hash("a", 1) != ids_hash("a\0", 2));
    ids_free(ids);
}

static void
test_repeats_are_counted(void **state)
{
    struct repeats *repeats = repeats_new();

    (void)state;
    for (long i = 0; i < 1000; i++)
        assert_true(repeats_add(repeats, hash_of(i), 1, 1));
    assert_true(repeats_add(repeats, hash_of(7), 1, 1));
    assert_int_equal(*repeats_find(repeats, hash_of(7)), 3);
    assert_int_equal(*repeats_find(repeats, hash_of(999)), 2);
    assert_null(repeats_find(repeats, hash_of(1000)));
    repeats_free(repeats);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_many_ids_are_new_once_and_known_ever_after),
        cmocka_unit_test(test_an_id_is_known_at_once_and_no_id_never),
        cmocka_unit_test(test_hashes_of_all_short_ids_differ),
        cmocka_unit_test(test_repeats_are_counted),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
