/* input_test.c - from the bytes of a form tool to a sheet: encodings, marks of
 * tools, headings, mappings.
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

#include <lewis/answers.h>

#include "answers/encoding.h"
#include "answers/mapping.h"
#include "answers/vendor.h"
#include "base/text.h"

/* A source that hands out a few bytes at a time. */
struct drip {
    const char *bytes;
    size_t size, at, step;
};

static ssize_t
read_drip(void *state, char *bytes, size_t size, struct lewis_error *error)
{
    struct drip *drip = state;
    size_t n = drip->size - drip->at;

    (void)error;
    n = n < drip->step ? n : drip->step;
    n = n < size ? n : size;
    memcpy(bytes, drip->bytes + drip->at, n);
    drip->at += n;
    return (ssize_t)n;
}

static void
free_drip(void *state)
{
    (void)state;
}

static const struct source_kind kind_drip = {read_drip, free_drip};

/* What comes out of 'bytes', '!' and the error behind it if there was one; to
 * be freed. */
static char *
decoded(const char *encoding, const char *bytes, size_t size, size_t step)
{
    struct drip drip = {bytes, size, 0, step};
    struct lewis_error error = {0};
    struct source *source = source_make(&kind_drip, &drip, "drip", &error);
    struct text out = {0};
    char some[7];
    ssize_t n;

    source = encoding_source(source, encoding, &error);
    assert_non_null(source);
    while ((n = source_read(source, some, sizeof some, &error)) > 0)
        text_add_bytes(&out, some, (size_t)n);
    if (n < 0)
        text_print(&out, "!%s", error.text);
    text_add(&out, "");
    source_free(source);
    return out.bytes;
}

static void
test_utf16_may_be_cut_anywhere(void **state)
{
    /* "a,é" and U+1F642, which takes two units, after the mark */
    static const char bytes[] = "\xFF\xFE" "a\0,\0\xE9\0\x3D\xD8\x42\xDE\n";

    (void)state;
    for (size_t step = 1; step <= sizeof bytes; step++) {
        char *out = decoded("UTF-16LE", bytes, sizeof bytes, step);
        const char *text = strncmp(out, "\xEF\xBB\xBF", 3) == 0 ? out + 3 : out;
        assert_string_equal(text, "a,\xC3\xA9\xF0\x9F\x99\x82\n");
        free(out);
    }
}

static void
test_an_odd_byte_at_the_end_is_told(void **state)
{
    static const char odd[] = "a\0b\0c", half[] = "a\0\x3D\xD8";

    (void)state;
    for (size_t step = 1; step <= 6; step++) {
        char *out = decoded("UTF-16LE", odd, sizeof odd - 1, step);
        assert_non_null(strchr(out, '!'));
        free(out);
        out = decoded("UTF-16LE", half, sizeof half - 1, step);
        assert_non_null(strchr(out, '!'));
        free(out);
    }
}

/* Characters of two and three bytes across the edges of what iconv is given. */
static void
test_characters_cross_the_edges_of_blocks(void **state)
{
    enum { N = 70000 };
    char *bytes = malloc(2 * N + 1);

    (void)state;
    assert_non_null(bytes);
    for (size_t i = 0; i < N; i++) /* Shift_JIS of U+3042 */
        memcpy(bytes + 1 + 2 * i, "\x82\xA0", 2);
    bytes[0] = 'x';
    for (size_t step = 4093; step < 70000; step *= 3) {
        char *out = decoded("SHIFT_JIS", bytes, 2 * N + 1, step);
        assert_int_equal(strlen(out), 3 * N + 1);
        for (size_t i = 0; i < N; i++)
            assert_memory_equal(out + 1 + 3 * i, "\xE3\x81\x82", 3);
        free(out);
    }
    bytes[65537] = '\xFF'; /* no text in it, just behind an edge */
    char *out = decoded("SHIFT_JIS", bytes, 2 * N + 1, 65536);
    assert_non_null(strstr(out, "!these bytes are no text in SHIFT_JIS"));
    free(out);
    free(bytes);
}

/* ---- marks of tools ---- */

static const char *const lime[] = {"id", "submitdate", "T01"};
static const char *const lime_row[] = {"1", "", "a"};
static const char *const qualtrics[] = {"StartDate", "EndDate", "Status",
                                        "Finished",  "ResponseId"};
static const char *const forms[] = {"Id", "Starttijd", "Tijd van voltooien"};
static const char *const forms_row[] = {"1", "10/9/24 11:02:00",
                                        "10/9/24 11:05:12"};
static const char *const stamp_row[] = {"2024/10/09 11:02:00 am GMT+2", "a"};
static const char *const plain[] = {"id", "team", "T01"};
static const char *const plain_row[] = {"1", "x-y", "abc"};

static void
test_tools_are_known_by_their_marks(void **state)
{
    struct head a = {2, {3, 3}, {lime, lime_row}};
    struct head b = {1, {5}, {qualtrics}};
    struct head c = {2, {3, 3}, {forms, forms_row}};
    struct head d = {2, {2, 2}, {plain + 1, stamp_row}};
    struct head e = {2, {3, 3}, {plain, plain_row}};

    (void)state;
    assert_int_equal(vendor_of(&a), LEWIS_LIMESURVEY);
    assert_int_equal(vendor_of(&b), LEWIS_QUALTRICS);
    assert_int_equal(vendor_of(&c), LEWIS_MSFORMS);
    assert_int_equal(vendor_of(&d), LEWIS_GOOGLE);
    assert_int_equal(vendor_of(&e), LEWIS_CANONICAL);
    assert_int_equal(vendor_header_rows(LEWIS_QUALTRICS, &b), 2);
    assert_int_equal(vendor_header_rows(LEWIS_SURVEYMONKEY, &e), 2);
}

static void
test_rows_that_were_not_handed_in_are_known(void **state)
{
    struct head a = {1, {3}, {lime}}, b = {1, {5}, {qualtrics}};
    struct vendor_mark mark[VENDOR_MARKS];

    (void)state;
    assert_int_equal(vendor_marks(LEWIS_CANONICAL, &a, mark), 0);
    assert_int_equal(vendor_marks(LEWIS_LIMESURVEY, &a, mark), 1);
    assert_int_equal(mark[0].column, 1);
    assert_int_equal(vendor_standing(&mark[0], " ", 1), LEWIS_NOT_SUBMITTED);
    assert_int_equal(vendor_standing(&mark[0], "1980-01-01", 10),
                     LEWIS_SUBMITTED);
    assert_int_equal(vendor_marks(LEWIS_QUALTRICS, &b, mark), 2);
    assert_int_equal(mark[0].column, 2);
    assert_int_equal(vendor_standing(&mark[0], "Survey Preview", 14),
                     LEWIS_PREVIEW);
    assert_int_equal(vendor_standing(&mark[0], "IP Address", 10),
                     LEWIS_SUBMITTED);
    assert_int_equal(vendor_standing(&mark[0], "0", 1), LEWIS_SUBMITTED);
    assert_int_equal(vendor_standing(&mark[1], "0", 1), LEWIS_NOT_SUBMITTED);
    assert_int_equal(vendor_standing(&mark[1], "True", 4), LEWIS_SUBMITTED);
}

/* ---- headings and cells ---- */

static struct lewis_bank *bank;

static int
load_bank(void **state)
{
    char path[4096];

    (void)state;
    snprintf(path, sizeof path, "%s/tests/fixtures/forms.xml",
             getenv("top_srcdir"));
    bank = lewis_bank_load(path, NULL);
    return bank == NULL;
}

static int
free_bank(void **state)
{
    (void)state;
    lewis_bank_free(bank);
    return 0;
}

/* The first row of a text; the caller frees the answers. NULL: *error. */
static struct lewis_answers *
bound(const char *text, const char *map, struct lewis_error *error)
{
    char path[] = "/tmp/lewis-input-XXXXXX";
    struct lewis_reading reading = {.map = map};
    int fd = mkstemp(path);
    struct lewis_answers *answers;

    assert_int_equal(write(fd, text, strlen(text)), (ssize_t)strlen(text));
    close(fd);
    answers = lewis_answers_open_as(path, &reading, error);
    unlink(path);
    if (answers != NULL && lewis_answers_bind(answers, bank, error))
        return answers;
    lewis_answers_free(answers);
    return NULL;
}

#define REST "A2,B1,Q1,B2,C1"
#define REST_CELLS "5 3 2,1,yes,1,abc"

static void
test_points_may_have_a_column_an_option(void **state)
{
    static const char *const parts[] = {
        "A1[a],A1[b],A1[c]", "A1[plan],A1[praat],A1[listen]",
        "A1[1],A1[2],A1[3]", "A1[a) plan],A1[b) talk],A1[c) luister]",
        "A1 [a) plan],A1  [ b) talk ],A1 [c]"};
    struct lewis_error error;
    struct lewis_sheet sheet;
    char text[300];

    (void)state;
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        snprintf(text, sizeof text, "id,%s," REST "\nx,6,0,4," REST_CELLS "\n",
                 parts[i]);
        struct lewis_answers *answers = bound(text, NULL, &error);
        assert_non_null(answers);
        assert_true(lewis_answers_next(answers, &sheet, &error));
        assert_false(sheet.refused);
        assert_int_equal(sheet.answer[0].count, 3);
        assert_int_equal(sheet.answer[0].part[0], 6);
        assert_int_equal(sheet.answer[0].part[1], 0);
        assert_int_equal(sheet.answer[0].part[2], 4);
        lewis_answers_free(answers);
    }
}

static void
test_points_that_do_not_add_up_are_refused(void **state)
{
    struct lewis_error error;
    struct lewis_sheet sheet;
    struct lewis_answers *answers =
        bound("id,A1[a],A1[b],A1[c]," REST "\nx,6,1,4," REST_CELLS "\n", NULL,
              &error);

    (void)state;
    assert_non_null(answers);
    assert_true(lewis_answers_next(answers, &sheet, &error));
    assert_true(sheet.refused);
    lewis_answers_free(answers);
}

static void
test_headings_that_can_be_two_things_are_errors(void **state)
{
    struct lewis_error error;

    (void)state;
    /* the question of A1 and of A2 */
    assert_null(bound("id,Points," REST "\n", NULL, &error));
    assert_non_null(strstr(error.text, "that of item A1 and of item A2"));
    assert_null(bound("id,A1[a],A1[a],A1[c]," REST "\n", NULL, &error));
    assert_null(bound("id,A1[a],A1[what],A1[c]," REST "\n", NULL, &error));
    assert_null(bound("id,A1,A1," REST "\n", NULL, &error));
    assert_null(bound("id," REST "\n", NULL, &error));
    assert_non_null(strstr(error.text, "A1"));
}

static void
test_a_header_may_have_10000_columns(void **state)
{
    struct text text = {0};
    struct lewis_error error;
    struct lewis_sheet sheet;
    struct lewis_answers *answers;

    (void)state;
    for (int i = 0; i < 10000; i++)
        text_print(&text, "a column number %d,", i);
    text_add(&text, "id,A1," REST "\n");
    for (int i = 0; i < 10000; i++)
        text_add(&text, ",");
    text_add(&text, "me,6 0 4," REST_CELLS "\n");
    answers = bound(text.bytes, NULL, &error);
    assert_non_null(answers);
    assert_int_equal(lewis_answers_column_count(answers), 10007);
    assert_true(lewis_answers_next(answers, &sheet, &error));
    assert_false(sheet.refused);
    assert_memory_equal(sheet.id, "me", 2);
    lewis_answers_free(answers);
    text_release(&text);
}

/* ---- mappings ---- */

static struct mapping *
map(const char *text, char path[32], struct lewis_error *error)
{
    int fd;

    strcpy(path, "/tmp/lewis-map-XXXXXX");
    fd = mkstemp(path);
    assert_int_equal(write(fd, text, strlen(text)), (ssize_t)strlen(text));
    close(fd);
    return mapping_load(path, error);
}

static void
test_a_mapping_is_read_row_by_row(void **state)
{
    char path[32];
    struct lewis_error error;
    struct mapping *mapping =
        map("column,item,option\n\"a, b\",T01,\n\n#2,T02,a\n", path, &error);

    (void)state;
    unlink(path);
    assert_non_null(mapping);
    assert_int_equal(mapping_count(mapping), 2);
    assert_string_equal(mapping_row(mapping, 0)->column, "a, b");
    assert_string_equal(mapping_row(mapping, 0)->option, "");
    assert_string_equal(mapping_row(mapping, 1)->item, "T02");
    assert_string_equal(mapping_row(mapping, 1)->option, "a");
    assert_int_equal(mapping_row(mapping, 1)->line, 4);
    mapping_free(mapping);
    assert_null(map("item,column\n", path, &error));
    unlink(path);
    assert_null(map("", path, &error));
    unlink(path);
}

static void
test_a_mapping_goes_before_what_is_recognised(void **state)
{
    char path[32];
    struct lewis_error error;
    struct lewis_sheet sheet;
    struct mapping *mapping = map("column,item,option\nfirst,A1,a\n#3,A1,b\n"
                                  "third,A1,c\nA1,ignore,\nwho,id,\n",
                                  path, &error);
    struct lewis_answers *answers;

    (void)state;
    mapping_free(mapping);
    answers = bound("who,first,second,third,A1," REST "\n"
                    "x,6,0,4,nonsense," REST_CELLS "\n",
                    path, &error);
    unlink(path);
    assert_non_null(answers);
    assert_true(lewis_answers_next(answers, &sheet, &error));
    assert_false(sheet.refused);
    assert_int_equal(sheet.answer[0].part[0], 6);
    assert_int_equal(sheet.answer[0].part[2], 4);
    assert_memory_equal(sheet.id, "x", 1);
    lewis_answers_free(answers);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_utf16_may_be_cut_anywhere),
        cmocka_unit_test(test_an_odd_byte_at_the_end_is_told),
        cmocka_unit_test(test_characters_cross_the_edges_of_blocks),
        cmocka_unit_test(test_tools_are_known_by_their_marks),
        cmocka_unit_test(test_rows_that_were_not_handed_in_are_known),
        cmocka_unit_test(test_points_may_have_a_column_an_option),
        cmocka_unit_test(test_points_that_do_not_add_up_are_refused),
        cmocka_unit_test(test_headings_that_can_be_two_things_are_errors),
        cmocka_unit_test(test_a_header_may_have_10000_columns),
        cmocka_unit_test(test_a_mapping_is_read_row_by_row),
        cmocka_unit_test(test_a_mapping_goes_before_what_is_recognised),
    };

    return cmocka_run_group_tests(tests, load_bank, free_bank);
}
