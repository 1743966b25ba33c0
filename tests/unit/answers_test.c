/* answers_test.c - cells and rows of answer sheets.
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

static struct lewis_bank *ratings, *choices;

static struct lewis_bank *
load(const char *where, const char *name)
{
    char path[4096];
    struct lewis_error error;

    snprintf(path, sizeof path, "%s/%s.xml", getenv(where), name);
    return lewis_bank_load(path, &error);
}

static int
load_banks(void **state)
{
    (void)state;
    ratings = load("LEWIS_PATH", "bfi");
    choices = load("top_srcdir", "tests/fixtures/nine");
    return ratings == NULL || choices == NULL;
}

static int
free_banks(void **state)
{
    (void)state;
    lewis_bank_free(ratings);
    lewis_bank_free(choices);
    return 0;
}

static bool
parse(const struct lewis_bank *bank, const char *id, const char *cell,
      struct lewis_answer *answer, struct lewis_error *error)
{
    return lewis_answer_parse(lewis_bank_find(bank, id), cell, strlen(cell),
                              answer, error);
}

static void
test_a_rating_is_a_whole_number_of_the_banks_scale(void **state)
{
    struct lewis_answer answer;
    struct lewis_error error;

    (void)state;
    assert_true(parse(ratings, "A1", "6", &answer, &error));
    assert_int_equal(answer.value, 6);
    assert_int_equal(answer.count, 1);
    assert_true(parse(ratings, "A1", " 1\xC2\xA0", &answer, &error));
    assert_int_equal(answer.value, 1);
    assert_false(parse(ratings, "A1", "7", &answer, &error));
    assert_string_equal(error.text,
                        "\"7\" is not an answer of scale accuracy6 (1-6, Very "
                        "inaccurate ... Very accurate; an empty cell is a "
                        "missing answer)");
    assert_int_equal(answer.count, 0);
    assert_false(parse(ratings, "A1", "66", &answer, &error));
    assert_false(parse(ratings, "A1", "3.5", &answer, &error));
    assert_false(parse(ratings, "A1", "Sometimes", &answer, &error));
    assert_false(parse(ratings, "A1", "0x3", &answer, &error));
    assert_true(parse(ratings, "A1", "slightly accurate", &answer, &error));
    assert_int_equal(answer.value, 4);
}

static void
test_an_empty_cell_is_a_missing_answer(void **state)
{
    struct lewis_answer answer;

    (void)state;
    assert_true(parse(ratings, "A1", "", &answer, NULL));
    assert_int_equal(answer.count, 0);
    assert_true(parse(choices, "T01", "  \t", &answer, NULL));
    assert_int_equal(answer.count, 0);
}

static void
test_a_ranking_may_be_written_in_several_ways(void **state)
{
    static const char *const ways[] = {"bca", "BCA", "b>c>a", "b, c, a",
                                       "b;c;a;", "b > c > a"};
    struct lewis_answer answer;

    (void)state;
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        assert_true(parse(choices, "T01", ways[i], &answer, NULL));
        assert_int_equal(answer.count, 3);
        assert_int_equal(answer.part[0], 1);
        assert_int_equal(answer.part[1], 2);
        assert_int_equal(answer.part[2], 0);
    }
}

static void
test_a_ranking_may_stop_early(void **state)
{
    struct lewis_answer answer;

    (void)state;
    assert_true(parse(choices, "T01", "c", &answer, NULL));
    assert_int_equal(answer.count, 1);
    assert_int_equal(answer.part[0], 2);
}

static void
test_what_is_no_ranking_is_told_with_an_example(void **state)
{
    static const char *const wrong[] = {"bba", "abd", "1", "abca", ">", "b|c"};
    struct lewis_answer answer;
    struct lewis_error error;

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        assert_false(parse(choices, "T01", wrong[i], &answer, &error));
        assert_int_equal(answer.count, 0);
    }
    assert_false(parse(choices, "T01", "abd", &answer, &error));
    assert_string_equal(error.text,
                        "\"abd\" is not a ranking of a, b, c: each letter "
                        "at most once, the most fitting first, for example "
                        "\"cba\"");
}

static void
test_a_long_wrong_cell_is_shown_cut_at_a_character(void **state)
{
    char cell[200] = "";
    struct lewis_answer answer;
    struct lewis_error error;

    (void)state;
    for (int i = 0; i < 60; i++)
        strcat(cell, "\xC3\xA9");
    assert_false(parse(ratings, "A1", cell, &answer, &error));
    assert_non_null(strstr(error.text, "\xC3\xA9...\" is not"));
}

/* Rows of a file. */
struct source {
    char path[64];
    struct lewis_answers *answers;
};

static struct source
open_text(const char *text)
{
    struct source s = {.path = "/tmp/lewis-answers-XXXXXX"};
    struct lewis_error error;
    int fd = mkstemp(s.path);

    assert_true(fd >= 0);
    assert_int_equal(write(fd, text, strlen(text)), (ssize_t)strlen(text));
    close(fd);
    s.answers = lewis_answers_open(s.path, &error);
    assert_non_null(s.answers);
    return s;
}

static void
finish(struct source *s)
{
    lewis_answers_free(s->answers);
    unlink(s->path);
}

#define HEADER "id,team,T01,T02,T03,T04,T05,T06,T07,T08,T09\n"

static void
test_columns_are_found_by_name_in_any_order(void **state)
{
    struct source s = open_text("x,T09,T08,T07,T06,T05,T04,T03,T02,T01, id\n"
                                ",a,b,c,a,b,c,a,b,c,p1\n");
    struct lewis_sheet sheet;
    struct lewis_error error;

    (void)state;
    assert_int_equal(lewis_answers_match(s.answers, choices), 9);
    assert_int_equal(lewis_answers_match(s.answers, ratings), 0);
    assert_true(lewis_answers_bind(s.answers, choices, &error));
    assert_true(lewis_answers_next(s.answers, &sheet, &error));
    assert_false(sheet.refused);
    assert_int_equal(sheet.answer[0].part[0], 2);
    assert_int_equal(sheet.answer[8].part[0], 0);
    assert_int_equal(sheet.id_size, 2);
    assert_memory_equal(sheet.id, "p1", 2);
    assert_int_equal(sheet.team_size, 0);
    assert_false(lewis_answers_next(s.answers, &sheet, &error));
    assert_int_equal(error.code, LEWIS_OK);
    finish(&s);
}

static void
test_a_missing_column_is_told_with_a_guess(void **state)
{
    struct source s = open_text("id,T01,T02,T03,T04,T05,T06,TO7,T08,T09\n");
    struct lewis_error error;

    (void)state;
    assert_false(lewis_answers_bind(s.answers, choices, &error));
    assert_string_equal(error.text,
                        "the header has no column for 1 of the 9 items of "
                        "bank nine: T07; is \"TO7\" one of them?");
    assert_int_equal(error.line, 1);
    finish(&s);
}

static void
test_a_column_that_stands_twice_is_told(void **state)
{
    struct source s = open_text(
        "id,T01,T02,T03,T04,T05,T06,T07,T08,T09,T03\n");
    struct lewis_error error;

    (void)state;
    assert_false(lewis_answers_bind(s.answers, choices, &error));
    assert_string_equal(error.column, "T03");
    assert_string_equal(error.text, "this column stands twice, as number 4 and "
                                    "11; remove or rename one");
    finish(&s);
}

static void
test_a_bad_cell_refuses_its_row_and_no_other(void **state)
{
    struct source s = open_text(HEADER "p1,t,abc,abc,abc,x,abc,abc,y,abc,abc\n"
                                       "p2,t,abc,abc,abc,a,abc,abc,b,abc,abc\n"
                                );
    struct lewis_sheet sheet;
    struct lewis_error error;

    (void)state;
    assert_true(lewis_answers_bind(s.answers, choices, &error));
    assert_true(lewis_answers_next(s.answers, &sheet, &error));
    assert_true(sheet.refused);
    assert_string_equal(sheet.why.column, "T04");
    assert_int_equal(sheet.why.line, 2);
    assert_string_equal(sheet.why.file, s.path);
    assert_non_null(strstr(sheet.why.text, "(and 1 more of this row)"));
    assert_memory_equal(sheet.id, "p1", 2);
    for (int i = 0; i < 9; i++)
        assert_int_equal(sheet.answer[i].count, 0);
    assert_true(lewis_answers_next(s.answers, &sheet, &error));
    assert_false(sheet.refused);
    finish(&s);
}

static void
test_a_ragged_row_is_refused_and_trailing_empty_fields_are_not(void **state)
{
    struct source s = open_text(HEADER "p1,t,abc\n"
                                       "p2,t,a,a,a,a,a,a,a,a,a,,,\n"
                                       "p3,t,a,a,a,a,a,a,a,a,a,x\n");
    struct lewis_sheet sheet;
    struct lewis_error error;

    (void)state;
    assert_true(lewis_answers_bind(s.answers, choices, &error));
    assert_true(lewis_answers_next(s.answers, &sheet, &error));
    assert_true(sheet.refused);
    assert_string_equal(sheet.why.text,
                        "this row has 3 fields and the header 11");
    assert_true(lewis_answers_next(s.answers, &sheet, &error));
    assert_false(sheet.refused);
    assert_true(lewis_answers_next(s.answers, &sheet, &error));
    assert_true(sheet.refused);
    assert_memory_equal(sheet.id, "p3", 2);
    finish(&s);
}

static void
test_a_name_that_is_not_utf8_refuses_its_row(void **state)
{
    struct source s = open_text(HEADER "Zo\xEB,t,a,a,a,a,a,a,a,a,a\n"
                                       "Zo\xC3\xAB,t,a,a,a,a,a,a,a,a,a\n");
    struct lewis_sheet sheet;
    struct lewis_error error;

    (void)state;
    assert_true(lewis_answers_bind(s.answers, choices, &error));
    assert_true(lewis_answers_next(s.answers, &sheet, &error));
    assert_true(sheet.refused);
    assert_string_equal(sheet.why.column, "id");
    finish(&s);
}

static void
test_a_file_that_is_not_utf8_at_all_is_told(void **state)
{
    struct source s = {.path = "/tmp/lewis-answers-XXXXXX"};
    static const char text[] = HEADER "Bo,t,a,a,a,a,a,a,a,a,a\n"
                                      "Zo\xEB,t,a,a,a,a,a,a,a,a,a\n";
    struct lewis_error error;
    int fd = mkstemp(s.path);

    (void)state;
    assert_int_equal(write(fd, text, strlen(text)), (ssize_t)strlen(text));
    close(fd);
    assert_null(lewis_answers_open(s.path, &error));
    assert_string_equal(error.text, "not UTF-8 at line 3; try --encoding "
                                    "windows-1252");
    unlink(s.path);
}

static void
test_an_empty_file_is_told(void **state)
{
    char path[] = "/tmp/lewis-answers-XXXXXX";
    struct lewis_error error;
    int fd = mkstemp(path);

    (void)state;
    close(fd);
    assert_null(lewis_answers_open(path, &error));
    assert_string_equal(error.text, "the file is empty; it needs a header line "
                                    "that names the columns");
    unlink(path);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_rating_is_a_whole_number_of_the_banks_scale),
        cmocka_unit_test(test_an_empty_cell_is_a_missing_answer),
        cmocka_unit_test(test_a_ranking_may_be_written_in_several_ways),
        cmocka_unit_test(test_a_ranking_may_stop_early),
        cmocka_unit_test(test_what_is_no_ranking_is_told_with_an_example),
        cmocka_unit_test(test_a_long_wrong_cell_is_shown_cut_at_a_character),
        cmocka_unit_test(test_columns_are_found_by_name_in_any_order),
        cmocka_unit_test(test_a_missing_column_is_told_with_a_guess),
        cmocka_unit_test(test_a_column_that_stands_twice_is_told),
        cmocka_unit_test(test_a_bad_cell_refuses_its_row_and_no_other),
        cmocka_unit_test(
            test_a_ragged_row_is_refused_and_trailing_empty_fields_are_not),
        cmocka_unit_test(test_a_name_that_is_not_utf8_refuses_its_row),
        cmocka_unit_test(test_a_file_that_is_not_utf8_at_all_is_told),
        cmocka_unit_test(test_an_empty_file_is_told),
    };

    return cmocka_run_group_tests(tests, load_banks, free_banks);
}
