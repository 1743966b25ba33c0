/* csv_test.c - RFC 4180 and its oddities.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "answers/csv.h"

struct source {
    char path[64];
    struct csv *csv;
};

static struct source
open_bytes(const char *bytes, size_t size)
{
    struct source s = {.path = "/tmp/lewis-csv-XXXXXX"};
    struct lewis_error error;
    int fd = mkstemp(s.path);

    assert_true(fd >= 0);
    assert_int_equal(write(fd, bytes, size), (ssize_t)size);
    close(fd);
    s.csv = csv_open(s.path, &error);
    assert_non_null(s.csv);
    return s;
}

static struct source
open_text(const char *text)
{
    return open_bytes(text, strlen(text));
}

static void
finish(struct source *s)
{
    csv_free(s->csv);
    unlink(s->path);
}

/* The next row's fields joined by "|"; "broken: why", "end", "failed". */
static const char *
next(struct source *s)
{
    static char out[4096];
    struct lewis_error error;
    size_t n = 0;

    switch (csv_next(s->csv, &error)) {
    case CSV_BROKEN:
        snprintf(out, sizeof out, "broken %ld: %s", error.line, error.text);
        return out;
    case CSV_END:
        return "end";
    case CSV_FAILED:
        return "failed";
    case CSV_ROW:
        break;
    }
    for (size_t i = 0; i < csv_count(s->csv); i++) {
        struct csv_field field = csv_field(s->csv, i);
        n += (size_t)snprintf(out + n, sizeof out - n, "%s%.*s",
                              i == 0 ? "" : "|", (int)field.size,
                              field.bytes);
    }
    return out;
}

static void
test_fields_are_split_and_quotes_undone(void **state)
{
    struct source s = open_text("a,b,c\n\"x,1\",\"say \"\"hi\"\"\",\n,,\n");

    (void)state;
    assert_string_equal(next(&s), "a|b|c");
    assert_string_equal(next(&s), "x,1|say \"hi\"|");
    assert_string_equal(next(&s), "||");
    assert_string_equal(next(&s), "end");
    assert_string_equal(next(&s), "end");
    finish(&s);
}

static void
test_line_ends_may_be_lf_crlf_or_cr_and_the_last_may_be_missing(void **state)
{
    struct source s = open_text("a,b\r\n1,2\r3,4\n5,6");

    (void)state;
    assert_string_equal(next(&s), "a|b");
    assert_string_equal(next(&s), "1|2");
    assert_string_equal(next(&s), "3|4");
    assert_int_equal(csv_line(s.csv), 3);
    assert_string_equal(next(&s), "5|6");
    assert_int_equal(csv_line(s.csv), 4);
    assert_string_equal(next(&s), "end");
    finish(&s);
}

static void
test_a_line_end_inside_quotes_is_data_and_counts_as_a_line(void **state)
{
    struct source s = open_text("a,b\n\"one\ntwo\",x\n3,4\n");

    (void)state;
    next(&s);
    assert_string_equal(next(&s), "one\ntwo|x");
    assert_int_equal(csv_line(s.csv), 2);
    assert_string_equal(next(&s), "3|4");
    assert_int_equal(csv_line(s.csv), 4);
    finish(&s);
}

static void
test_a_byte_order_mark_is_passed_over_even_before_a_quote(void **state)
{
    struct source s = open_text("\xEF\xBB\xBF\"id\",b\n1,2\n");

    (void)state;
    assert_string_equal(next(&s), "id|b");
    finish(&s);
}

static void
test_blank_lines_are_no_rows(void **state)
{
    struct source s = open_text("a,b\n\n1,2\n\r\n\n");

    (void)state;
    next(&s);
    assert_string_equal(next(&s), "1|2");
    assert_int_equal(csv_line(s.csv), 3);
    assert_string_equal(next(&s), "end");
    finish(&s);
}

static void
test_the_separator_is_the_one_the_header_has_most_of(void **state)
{
    struct source s = open_text("a;b;\"c,d,e\"\n1;2;3,5\n");
    struct source t = open_text("a\tb\n1\t2,3\n");

    (void)state;
    assert_string_equal(next(&s), "a|b|c,d,e");
    assert_string_equal(next(&s), "1|2|3,5");
    finish(&s);
    assert_string_equal(next(&t), "a|b");
    assert_string_equal(next(&t), "1|2,3");
    finish(&t);
}

static void
test_a_quote_inside_a_heading_says_nothing_about_the_separator(void **state)
{
    struct source s = open_text("a;2\"b;c\n1;\"x,y,z,,,\";3\n");

    (void)state;
    assert_string_equal(next(&s), "a|2\"b|c");
    assert_string_equal(next(&s), "1|x,y,z,,,|3");
    finish(&s);
}

static void
test_an_open_quote_costs_one_line_not_the_file(void **state)
{
    struct source s = open_text("a,b\n1,\"oops\n3,4\n5,6\n");

    (void)state;
    next(&s);
    assert_string_equal(
        next(&s), "broken 2: a quote that opens on this line never closes");
    assert_string_equal(next(&s), "3|4");
    assert_int_equal(csv_line(s.csv), 3);
    assert_string_equal(next(&s), "5|6");
    assert_string_equal(next(&s), "end");
    finish(&s);
}

static void
test_text_behind_a_closing_quote_costs_one_line(void **state)
{
    struct source s = open_text("a,b\n\"x\"y,2\n3,4\n");

    (void)state;
    next(&s);
    assert_string_equal(next(&s),
                        "broken 2: there is text behind a closing quote; "
                        "quotes inside a field are written twice");
    assert_string_equal(next(&s), "3|4");
    finish(&s);
}

static void
test_a_quote_inside_a_plain_field_is_a_quote(void **state)
{
    struct source s = open_text("a,b\n5\" disk,2\n");

    (void)state;
    next(&s);
    assert_string_equal(next(&s), "5\" disk|2");
    finish(&s);
}

static void
test_a_line_over_the_limit_is_passed_over(void **state)
{
    size_t long_line = 3 * RECORD_LIMIT;
    char *bytes = malloc(long_line + 64), *p = bytes;
    struct source s;

    (void)state;
    assert_non_null(bytes);
    p += sprintf(p, "a,b\n");
    memset(p, 'x', long_line);
    p += long_line;
    p += sprintf(p, "\n3,4\n");
    s = open_bytes(bytes, (size_t)(p - bytes));
    next(&s);
    assert_string_equal(next(&s), "broken 2: this line is over 1 MiB long; it "
                                  "is no row of answers");
    assert_string_equal(next(&s), "3|4");
    assert_string_equal(next(&s), "end");
    finish(&s);
    free(bytes);
}

static void
test_utf16_is_told_by_its_mark(void **state)
{
    struct source s = open_bytes("\xFF\xFEi\0d\0", 6);
    struct lewis_error error;

    (void)state;
    assert_int_equal(csv_next(s.csv, &error), CSV_FAILED);
    assert_string_equal(error.text,
                        "this is UTF-16 text; save it as \"CSV UTF-8\"");
    finish(&s);
}

/* Rows longer than a chunk, so that a row straddles every kind of border. */
static void
test_rows_survive_the_borders_of_the_buffer(void **state)
{
    enum { ROWS = 60, WIDE = 9001 };
    char *bytes = malloc(ROWS * (WIDE + 64)), *p = bytes;
    struct source s;

    (void)state;
    assert_non_null(bytes);
    p += sprintf(p, "a,b\r\n");
    for (int r = 0; r < ROWS; r++) {
        p += sprintf(p, "\"%d\"\"", r);
        memset(p, 'y', WIDE);
        p += WIDE;
        p += sprintf(p, "\",%d\r\n", r);
    }
    s = open_bytes(bytes, (size_t)(p - bytes));
    next(&s);
    for (int r = 0; r < ROWS; r++) {
        struct lewis_error error;
        char expected[16];
        assert_int_equal(csv_next(s.csv, &error), CSV_ROW);
        assert_int_equal(csv_count(s.csv), 2);
        int n = snprintf(expected, sizeof expected, "%d\"", r);
        assert_int_equal(csv_field(s.csv, 0).size, (size_t)(WIDE + n));
        assert_memory_equal(csv_field(s.csv, 0).bytes, expected, (size_t)n);
        assert_int_equal(csv_line(s.csv), r + 2);
    }
    assert_string_equal(next(&s), "end");
    finish(&s);
    free(bytes);
}

static void
test_a_file_that_is_not_there_is_told(void **state)
{
    struct lewis_error error;

    (void)state;
    assert_null(csv_open("/nowhere/answers.csv", &error));
    assert_int_equal(error.code, LEWIS_ESYSTEM);
    assert_string_equal(error.file, "/nowhere/answers.csv");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fields_are_split_and_quotes_undone),
        cmocka_unit_test(
            test_line_ends_may_be_lf_crlf_or_cr_and_the_last_may_be_missing),
        cmocka_unit_test(
            test_a_line_end_inside_quotes_is_data_and_counts_as_a_line),
        cmocka_unit_test(
            test_a_byte_order_mark_is_passed_over_even_before_a_quote),
        cmocka_unit_test(test_blank_lines_are_no_rows),
        cmocka_unit_test(test_the_separator_is_the_one_the_header_has_most_of),
        cmocka_unit_test(
            test_a_quote_inside_a_heading_says_nothing_about_the_separator),
        cmocka_unit_test(test_an_open_quote_costs_one_line_not_the_file),
        cmocka_unit_test(test_text_behind_a_closing_quote_costs_one_line),
        cmocka_unit_test(test_a_quote_inside_a_plain_field_is_a_quote),
        cmocka_unit_test(test_a_line_over_the_limit_is_passed_over),
        cmocka_unit_test(test_utf16_is_told_by_its_mark),
        cmocka_unit_test(test_rows_survive_the_borders_of_the_buffer),
        cmocka_unit_test(test_a_file_that_is_not_there_is_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
