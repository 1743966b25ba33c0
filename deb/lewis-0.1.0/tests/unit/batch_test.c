/* batch_test.c - rows in, rows out; what formats make of odd names.
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

#include <lewis/batch.h>

#include "bfi.h"

static char *
read_whole(const char *path)
{
    FILE *file = fopen(path, "r");
    char *bytes = calloc(1, 1 << 20);

    assert_non_null(file);
    assert_non_null(bytes);
    assert_true(fread(bytes, 1, (1 << 20) - 1, file) < (1 << 20) - 1);
    fclose(file);
    return bytes;
}

/* Scores the text; the caller frees what comes out. */
static char *
run(const char *text, enum lewis_format format, struct lewis_counts *counts)
{
    char in[] = "/tmp/lewis-batch-XXXXXX", out[64];
    int fd = mkstemp(in);
    struct lewis_error error;
    struct lewis_answers *answers;
    struct lewis_output *output;

    assert_int_equal(write(fd, text, strlen(text)), (ssize_t)strlen(text));
    close(fd);
    snprintf(out, sizeof out, "%s.out", in);
    answers = lewis_answers_open(in, &error);
    assert_non_null(answers);
    assert_true(lewis_answers_bind(answers, bank, &error));
    output = lewis_output_open(out, &error);
    assert_non_null(output);
    struct lewis_batch_options options = {
        .key = key, .format = format, .output = output};
    struct lewis_batch *batch = lewis_batch_new(&options, &error);
    assert_non_null(batch);
    assert_true(lewis_batch_add(batch, answers, &error));
    assert_true(lewis_batch_finish(batch, &error));
    *counts = lewis_batch_counts(batch);
    assert_true(lewis_output_commit(output, &error));
    lewis_output_free(output);
    lewis_batch_free(batch);
    lewis_answers_free(answers);
    char *bytes = read_whole(out);
    unlink(in);
    unlink(out);
    return bytes;
}

static void
test_rows_in_are_rows_scored_incomplete_and_refused(void **state)
{
    struct lewis_counts counts;
    char *out = run("id," BFI_ITEMS "\n"
                    "a," BFI_CELLS "\n"
                    "b,,,,,,,,,,,,,,,\n"
                    "c,9" BFI_CELLS "\n"
                    "d\n"
                    "\"e" BFI_CELLS "\n"
                    "f," BFI_CELLS "\n",
                    LEWIS_CSV, &counts);
    size_t lines = 0;

    (void)state;
    for (const char *p = out; *p != '\0'; p++)
        lines += *p == '\n';
    assert_int_equal(lines, 7);
    assert_int_equal(counts.rows, 6);
    assert_int_equal(counts.scored, 2);
    assert_int_equal(counts.incomplete, 1);
    assert_int_equal(counts.refused, 3);
    assert_non_null(strstr(out, "\nb,,incomplete,,,,,,,,,,,,,,0,15\n"));
    assert_non_null(strstr(out, "\nc,,refused,,,,,,,,,,,,,,,\n"));
    free(out);
}

static void
test_names_are_quoted_so_that_csv_can_hold_them(void **state)
{
    struct lewis_counts counts;
    char *out = run("id,team," BFI_ITEMS "\n"
                    "\"a,\"\"b\"\"\",\"two\nlines\"," BFI_CELLS "\n",
                    LEWIS_CSV, &counts);

    (void)state;
    assert_non_null(strstr(out, "\n\"a,\"\"b\"\"\",\"two\nlines\",ok,"));
    free(out);
}

static void
test_tabs_and_line_ends_become_spaces_in_tsv(void **state)
{
    struct lewis_counts counts;
    char *out = run("id,team," BFI_ITEMS "\n"
                    "a\tb,\"two\nlines\"," BFI_CELLS "\n",
                    LEWIS_TSV, &counts);

    (void)state;
    assert_non_null(strstr(out, "\na b\ttwo lines\tok\t"));
    free(out);
}

static void
test_controls_never_reach_the_terminal_through_the_table(void **state)
{
    struct lewis_counts counts;
    char *out = run("id," BFI_ITEMS "\n\033[31mred\xC2\x9B," BFI_CELLS "\n",
                    LEWIS_TABLE, &counts);

    (void)state;
    assert_null(strchr(out, '\033'));
    assert_null(strstr(out, "\xC2\x9B"));
    assert_non_null(strstr(out, "?[31mred?"));
    free(out);
}

static void
test_table_columns_stand_under_each_other_in_any_script(void **state)
{
    struct lewis_counts counts;
    char *out = run("id," BFI_ITEMS "\n\xE7\xBE\x8E\xE5\x92\xB2," BFI_CELLS "\n"
                    "e\xCC\x81," BFI_CELLS "\n",
                    LEWIS_TABLE, &counts);

    (void)state;
    /* four columns wide, and one: padded to the same place */
    assert_non_null(strstr(out, "\n\xE7\xBE\x8E\xE5\x92\xB2        "));
    assert_non_null(strstr(out, "\ne\xCC\x81           "));
    free(out);
}

static void
test_more_rows_than_a_block_come_out_in_order(void **state)
{
    enum { ROWS = 1500 };
    static char text[ROWS * 64];
    struct lewis_counts counts;
    size_t n = (size_t)sprintf(text, "id," BFI_ITEMS "\n");
    char *out;
    const char *p;

    (void)state;
    for (int r = 0; r < ROWS; r++)
        n += (size_t)sprintf(text + n, "r%d," BFI_CELLS "\n", r);
    out = run(text, LEWIS_CSV, &counts);
    assert_int_equal(counts.scored, ROWS);
    p = out;
    for (int r = 0; r < ROWS; r++) {
        char expected[32];
        p = strchr(p, '\n') + 1;
        int size = snprintf(expected, sizeof expected, "r%d,,ok,", r);
        assert_memory_equal(p, expected, (size_t)size);
    }
    free(out);
}

static void
test_formats_are_known_by_their_words(void **state)
{
    enum lewis_format format;

    (void)state;
    assert_true(lewis_format_parse("jsonl", &format));
    assert_int_equal(format, LEWIS_JSONL);
    assert_true(lewis_format_parse("xlsx", &format));
    assert_int_equal(format, LEWIS_XLSX);
    assert_false(lewis_format_parse("xls", &format));
    assert_false(lewis_format_parse("", &format));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows_in_are_rows_scored_incomplete_and_refused),
        cmocka_unit_test(test_names_are_quoted_so_that_csv_can_hold_them),
        cmocka_unit_test(test_tabs_and_line_ends_become_spaces_in_tsv),
        cmocka_unit_test(
            test_controls_never_reach_the_terminal_through_the_table),
        cmocka_unit_test(
            test_table_columns_stand_under_each_other_in_any_script),
        cmocka_unit_test(test_more_rows_than_a_block_come_out_in_order),
        cmocka_unit_test(test_formats_are_known_by_their_words),
    };

    return cmocka_run_group_tests(tests, bfi_open, bfi_close);
}
