/* writer_xlsx_test.c - scores as a workbook, read back as answers are.
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

#include "answers/csv.h"
#include "answers/workbook.h"
#include "base/number.h"
#include "base/text.h"
#include "bfi.h"

/* Scores the text into a file called 'out'. */
static bool
score(const char *text, const struct lewis_batch_options *asked,
      const char *out, struct lewis_error *error)
{
    struct lewis_batch_options options = *asked;
    char in[] = "/tmp/lewis-xlsx-XXXXXX";
    int fd = mkstemp(in);
    struct lewis_answers *answers;
    struct lewis_batch *batch;
    bool ok;

    assert_int_equal(write(fd, text, strlen(text)), (ssize_t)strlen(text));
    close(fd);
    answers = lewis_answers_open(in, error);
    unlink(in);
    assert_non_null(answers);
    assert_true(lewis_answers_bind(answers, bank, error));
    options.key = key;
    options.output = lewis_output_open(out, error);
    assert_non_null(options.output);
    batch = lewis_batch_new(&options, error);
    assert_non_null(batch);
    ok = lewis_batch_add(batch, answers, error) &&
         lewis_batch_finish(batch, error) &&
         lewis_output_commit(options.output, error);
    lewis_output_free(options.output);
    lewis_batch_free(batch);
    lewis_answers_free(answers);
    return ok;
}

/* A file made of 'text', as CSV; the caller ends it. */
static struct csv *
scored(const char *text, const struct lewis_batch_options *options)
{
    char out[] = "/tmp/lewis-xlsx-XXXXXX";
    struct lewis_error error = {0};
    struct source *source;
    struct csv *csv;
    bool packed;

    close(mkstemp(out));
    assert_true(score(text, options, out, &error));
    source = source_open(out, &error);
    assert_non_null(source);
    if (options->format == LEWIS_XLSX)
        source = workbook_source(source, "scores", &packed, &error);
    assert_non_null(source);
    csv = csv_new(source, &error);
    assert_non_null(csv);
    unlink(out);
    return csv;
}

static void
copy(char out[256], struct csv_field field)
{
    assert_true(field.size < 256);
    memcpy(out, field.bytes, field.size);
    out[field.size] = '\0';
}

/* The same text, or the same number. */
static void
same_cell(struct csv_field a, struct csv_field b)
{
    char one[256], other[256];
    double x, y;

    copy(one, a);
    copy(other, b);
    if (number_parse(one, &x) && number_parse(other, &y))
        assert_true(x == y);
    else
        assert_string_equal(one, other);
}

static void
test_a_workbook_holds_what_csv_holds(void **state)
{
    struct lewis_batch_options options = {.format = LEWIS_CSV,
                                          .raw_text = true,
                                          .quality = true,
                                          .keep = "all"};
    static const char text[] =
        "id,team," BFI_ITEMS ",note,\"=1+1\"\n"
        "007,=SUM(A1)," BFI_CELLS ",@cmd,12\n"
        "+31612345678,\xC3\xA9 <&>\"," BFI_CELLS ",_x0041_,-0.5\n"
        "9" BFI_CELLS "\n"
        "c,\xE6\xBC\xA2," BFI_CELLS ",\"a, b\",1.50\n"
        "d,,,,,,,,,,,,,,,,,0,-0\n"
        "e,,9" BFI_CELLS ",,1e5\n";
    struct lewis_error error = {0};
    struct csv *expected = scored(text, &options), *book;
    size_t rows = 0;

    (void)state;
    options.format = LEWIS_XLSX;
    book = scored(text, &options);
    while (csv_next(expected, &error) == CSV_ROW) {
        assert_int_equal(csv_next(book, &error), CSV_ROW);
        const struct record *a = csv_record(expected), *b = csv_record(book);
        assert_int_equal(a->count, 29);
        assert_int_equal(b->count, a->count);
        for (size_t i = 0; i < a->count; i++)
            same_cell(a->field[i], b->field[i]);
        rows++;
    }
    assert_int_equal(csv_next(book, &error), CSV_END);
    assert_int_equal(rows, 7);
    csv_free(expected);
    csv_free(book);
}

/* The column 'note' of the only row. */
static void
keeps(const char *note, const char *as)
{
    struct lewis_batch_options options = {
        .format = LEWIS_XLSX, .columns = "note,linear", .digits = 2};
    char text[400];
    char cell[256];
    struct lewis_error error;
    struct csv *book;

    snprintf(text, sizeof text, "id," BFI_ITEMS ",note\na," BFI_CELLS ",%s\n", note);
    book = scored(text, &options);
    csv_next(book, &error);
    assert_int_equal(csv_next(book, &error), CSV_ROW);
    copy(cell, csv_record(book)->field[0]);
    assert_string_equal(cell, as);
    csv_free(book);
}

static void
test_texts_come_back_as_they_were(void **state)
{
    (void)state;
    keeps("007", "007");
    keeps("1.50", "1.50");
    keeps("1e5", "1e5");
    keeps("+1", "+1");
    keeps("-0", "-0");
    keeps(".5", ".5");
    keeps("5.", "5.");
    keeps("-", "-");
    keeps("1234567890123456", "1234567890123456");
    keeps("123456789012345", "123456789012345");
    keeps("-0.25", "-0.25");
    keeps("=HYPERLINK(1)", "=HYPERLINK(1)");
    keeps(" two  spaces ", " two  spaces ");
    keeps("_x0041_", "_x0041_");
    keeps("_x000D_", "_x000D_");
    keeps("_x005F_", "_x005F_");
    keeps("_x004_ _x00g1_", "_x004_ _x00g1_");
}

static void
test_what_xml_cannot_hold_is_shown(void **state)
{
    (void)state;
    keeps("a\xEF\xBF\xBE\x1E\x1F", "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    keeps("\xC3\xA9 caf\xE9", "\xC3\xA9 caf\xEF\xBF\xBD");
}

static void
test_a_text_that_is_too_long_ends_the_run(void **state)
{
    enum { LONG = 32768 };
    struct lewis_batch_options options = {.format = LEWIS_XLSX, .keep = "all"};
    struct text text = {0};
    struct lewis_error error = {0};
    char out[] = "/tmp/lewis-xlsx-XXXXXX";

    (void)state;
    close(mkstemp(out));
    text_add(&text, "id," BFI_ITEMS ",note\na," BFI_CELLS ",");
    for (int i = 0; i < LONG / 2; i++) /* each is two of UTF-16 */
        text_add(&text, "\xF0\x9F\x99\x82");
    text_add(&text, "\n");
    assert_false(score(text.bytes, &options, out, &error));
    assert_int_equal(error.code, LEWIS_EINVALID);
    assert_non_null(strstr(error.text, "row 2, column 19: a cell of Excel "
                                       "holds 32,767 characters, and this "
                                       "text has 32768"));
    assert_int_equal(unlink(out), 0);
    text_release(&text);
}

static void
test_a_sheet_has_16384_columns_at_most(void **state)
{
    struct lewis_batch_options options = {.format = LEWIS_XLSX, .keep = "all"};
    struct text text = {0};
    struct lewis_error error = {0};
    char out[] = "/tmp/lewis-xlsx-XXXXXX";

    (void)state;
    close(mkstemp(out));
    text_add(&text, "id," BFI_ITEMS);
    for (int i = 0; i < 16384 - 18 + 1; i++)
        text_print(&text, ",x%d", i);
    text_add(&text, "\na," BFI_CELLS);
    for (int i = 0; i < 16384 - 18 + 1; i++)
        text_add(&text, ",");
    text_add(&text, "\n");
    assert_false(score(text.bytes, &options, out, &error));
    assert_non_null(strstr(error.text, "holds 16,384 columns, and there are "
                                       "16385"));
    assert_int_equal(unlink(out), 0);
    text_release(&text);
}

static void
test_no_rows_are_a_header_alone(void **state)
{
    struct lewis_batch_options options = {.format = LEWIS_XLSX};
    struct lewis_error error = {0};
    struct csv *book = scored("id," BFI_ITEMS "\n", &options);

    (void)state;
    assert_int_equal(csv_next(book, &error), CSV_ROW);
    assert_int_equal(csv_record(book)->count, 18);
    assert_int_equal(csv_next(book, &error), CSV_END);
    csv_free(book);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_workbook_holds_what_csv_holds),
        cmocka_unit_test(test_texts_come_back_as_they_were),
        cmocka_unit_test(test_what_xml_cannot_hold_is_shown),
        cmocka_unit_test(test_a_text_that_is_too_long_ends_the_run),
        cmocka_unit_test(test_a_sheet_has_16384_columns_at_most),
        cmocka_unit_test(test_no_rows_are_a_header_alone),
    };

    return cmocka_run_group_tests(tests, bfi_open, bfi_close);
}
