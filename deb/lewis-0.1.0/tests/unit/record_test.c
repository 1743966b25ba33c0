/* record_test.c - where records end, however they are damaged.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "answers/record.h"

enum { TURNS = 40000, LONGEST = 60 };

static uint64_t state = 88172645463325252u;

static unsigned
below(unsigned n)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (unsigned)((state >> 32) % n);
}

/* Bytes that mean something, mostly quotes in wrong places; the fence. */
static size_t
make_bytes(char bytes[LONGEST + 1])
{
    static const char alphabet[] = "ab,,\"\"\"\n\n\r;";
    size_t size = 1 + below(LONGEST);

    for (size_t i = 0; i < size; i++)
        bytes[i] = alphabet[below(sizeof alphabet - 1)];
    bytes[size] = '\n';
    return size;
}

/* ends[i]: a record ends before byte i. */
static void
find_ends(const char *bytes, size_t size, unsigned char ends[LONGEST + 1])
{
    struct record record = {0};
    size_t at = 0;

    memset(ends, 0, LONGEST + 1);
    while (at < size) {
        assert_true(record_cut(&record, ',', bytes + at, size - at));
        assert_true(record.size > 0);
        at += record.size;
        ends[at] = 1;
    }
    assert_int_equal(at, size);
    record_release(&record);
}

static void
test_a_block_ends_where_a_record_ends(void **unused)
{
    char bytes[LONGEST + 1];
    unsigned char ends[LONGEST + 1];
    size_t found = 0;

    (void)unused;
    for (int turn = 0; turn < TURNS; turn++) {
        size_t size = make_bytes(bytes);
        find_ends(bytes, size, ends);
        for (size_t part = 1; part < size; part++) {
            size_t wholes = record_wholes(bytes, part, ',', false);
            assert_true(wholes <= part);
            assert_true(wholes == 0 || ends[wholes]);
            found += wholes > 0;
        }
        assert_int_equal(record_wholes(bytes, size, ',', true), size);
    }
    assert_true(found > TURNS);
}

static void
test_a_block_cut_alone_has_the_records_of_the_whole(void **unused)
{
    char bytes[LONGEST + 1], alone[LONGEST + 1];
    unsigned char ends[LONGEST + 1], ends_alone[LONGEST + 1];

    (void)unused;
    for (int turn = 0; turn < TURNS; turn++) {
        size_t size = make_bytes(bytes);
        size_t wholes = record_wholes(bytes, size, ',', false);
        find_ends(bytes, size, ends);
        memcpy(alone, bytes, wholes);
        alone[wholes] = '\n';
        find_ends(alone, wholes, ends_alone);
        assert_memory_equal(ends, ends_alone, wholes + 1);
    }
}

static void
test_all_records_but_the_last_are_whole_when_nothing_is_quoted(void **unused)
{
    static const char text[] = "a,b\nc,d\r\ne,f\rg";

    (void)unused;
    assert_int_equal(record_wholes(text, 14, ',', false), 13);
    assert_int_equal(record_wholes("a\rb\rc", 5, ',', false), 4);
    assert_int_equal(record_wholes("a\rb\r", 4, ',', false), 2);
    assert_int_equal(record_wholes("a,\"b\nc\"\nd", 9, ',', false), 8);
    assert_int_equal(record_wholes("a,\"b\nc", 6, ',', false), 0);
}

static void
test_lines_are_counted_inside_quotes_too(void **unused)
{
    struct record record = {0};
    static const char text[] = "a,\"b\nc\r\nd\"\r\n\n";

    (void)unused;
    assert_true(record_cut(&record, ',', text, 13));
    assert_int_equal(record.size, 12);
    assert_int_equal(record.lines, 3);
    assert_int_equal(record.field[1].size, 6);
    record_release(&record);
}

static void
test_a_first_field_that_holds_a_quote_is_as_it_is(void **unused)
{
    struct record record = {0};
    static const char text[] = "a\"\"b,\"c\"\"d\"\n\n";

    (void)unused;
    assert_true(record_cut(&record, ',', text, 12));
    assert_int_equal(record.count, 2);
    assert_memory_equal(record.field[0].bytes, "a\"\"b", 4);
    assert_int_equal(record.field[1].size, 3);
    assert_memory_equal(record.field[1].bytes, "c\"d", 3);
    record_release(&record);
}

static void
test_rows_of_separators_and_white_space_are_empty(void **unused)
{
    struct record record = {0};

    (void)unused;
    assert_true(record_cut(&record, ';', ";; \t;\"\"\n\n", 8));
    assert_true(record_is_empty(&record));
    assert_false(record_is_blank(&record));
    assert_true(record_cut(&record, ';', ";0;\n\n", 4));
    assert_false(record_is_empty(&record));
    record_release(&record);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_block_ends_where_a_record_ends),
        cmocka_unit_test(test_a_block_cut_alone_has_the_records_of_the_whole),
        cmocka_unit_test(
            test_all_records_but_the_last_are_whole_when_nothing_is_quoted),
        cmocka_unit_test(test_lines_are_counted_inside_quotes_too),
        cmocka_unit_test(test_a_first_field_that_holds_a_quote_is_as_it_is),
        cmocka_unit_test(test_rows_of_separators_and_white_space_are_empty),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
