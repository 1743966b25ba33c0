/* problems_test.c - findings are kept, counted, sorted and limited.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/problems.h"

static void
test_an_empty_list_has_no_problems(void **state)
{
    struct problems problems = {.file = "a.xml"};
    struct lewis_error error;

    (void)state;
    assert_true(problems_none(&problems, &error));
    problems_sort(&problems);
    problems_release(&problems);
}

static void
test_a_problem_knows_its_place(void **state)
{
    struct problems problems = {.file = "a.xml"};
    const struct lewis_error *error;

    (void)state;
    problems_error(&problems, LEWIS_ESYNTAX, 7, "item \"%s\": %d", "T1", 3);
    assert_int_equal(problems.count, 1);
    assert_int_equal(problems.errors, 1);
    assert_false(problems.item[0].warning);
    error = &problems.item[0].error;
    assert_int_equal(error->code, LEWIS_ESYNTAX);
    assert_int_equal(error->line, 7);
    assert_string_equal(error->file, "a.xml");
    assert_string_equal(error->text, "item \"T1\": 3");
    problems_release(&problems);
}

static void
test_warnings_are_no_errors(void **state)
{
    struct problems problems = {.file = NULL};

    (void)state;
    problems_warning(&problems, 3, "odd");
    assert_int_equal(problems.count, 1);
    assert_int_equal(problems.errors, 0);
    assert_true(problems.item[0].warning);
    assert_string_equal(problems.item[0].error.file, "");
    assert_true(problems_none(&problems, NULL));
    problems_release(&problems);
}

static void
test_the_first_error_is_told(void **state)
{
    struct problems problems = {.file = "a.xml"};
    struct lewis_error error;

    (void)state;
    problems_warning(&problems, 1, "odd");
    problems_error(&problems, LEWIS_EINVALID, 9, "first");
    problems_error(&problems, LEWIS_ESYNTAX, 2, "second");
    assert_false(problems_none(&problems, &error));
    assert_string_equal(error.text, "first");
    assert_false(problems_none(&problems, NULL));
    problems_release(&problems);
}

static void
assert_order(const struct problems *problems, const char *expected)
{
    assert_int_equal(problems->count, strlen(expected));
    for (size_t i = 0; i < problems->count; i++)
        assert_int_equal(problems->item[i].error.text[0], expected[i]);
}

static void
test_errors_come_first_then_lines_and_equals_stay(void **state)
{
    struct problems problems = {.file = "a.xml"};

    (void)state;
    problems_warning(&problems, 1, "f");
    problems_error(&problems, LEWIS_EINVALID, 5, "b");
    problems_warning(&problems, 0, "e");
    problems_error(&problems, LEWIS_EINVALID, 5, "c");
    problems_error(&problems, LEWIS_EINVALID, 2, "a");
    problems_error(&problems, LEWIS_EINVALID, 5, "d");
    problems_warning(&problems, 1, "g");
    problems_sort(&problems);
    assert_order(&problems, "abcdefg");
    problems_release(&problems);
}

static void
test_sorting_many_is_stable(void **state)
{
    struct problems problems = {.file = "a.xml"};
    long line = -1;
    int order = -1;

    (void)state;
    for (int i = 0; i < PROBLEMS_LIMIT - 1; i++)
        problems_error(&problems, LEWIS_EINVALID, i * 7 % 10, "%d", i);
    problems_sort(&problems);
    for (size_t i = 0; i < problems.count; i++) {
        const struct lewis_error *error = &problems.item[i].error;
        int number;

        assert_int_equal(sscanf(error->text, "%d", &number), 1);
        assert_true(error->line >= line);
        assert_true(error->line > line || number > order);
        assert_int_equal(number * 7 % 10, error->line);
        line = error->line;
        order = number;
    }
    problems_release(&problems);
}

static void
test_a_flood_ends_with_a_word_about_it(void **state)
{
    struct problems problems = {.file = "a.xml"};
    const struct lewis_error *last;

    (void)state;
    for (int i = 0; i < 3 * PROBLEMS_LIMIT; i++)
        problems_warning(&problems, i + 1, "odd");
    assert_int_equal(problems.count, PROBLEMS_LIMIT);
    for (int i = 0; i < 3 * PROBLEMS_LIMIT; i++)
        problems_error(&problems, LEWIS_EINVALID, i + 1, "wrong");
    assert_int_equal(problems.count, 2 * PROBLEMS_LIMIT);
    assert_int_equal(problems.errors, PROBLEMS_LIMIT);
    last = &problems.item[problems.count - 1].error;
    assert_string_equal(last->text,
                        "1000 errors or more; the rest is not shown");
    assert_int_equal(last->line, PROBLEMS_LIMIT);
    assert_string_equal(last->file, "a.xml");
    problems_release(&problems);
}

static void
test_no_memory_is_a_problem(void **state)
{
    struct problems problems = {.file = "a.xml", .failed = true};
    struct lewis_error error;

    (void)state;
    problems_error(&problems, LEWIS_EINVALID, 1, "dropped");
    assert_int_equal(problems.count, 0);
    assert_false(problems_none(&problems, &error));
    assert_int_equal(error.code, LEWIS_ENOMEM);
    problems_release(&problems);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_an_empty_list_has_no_problems),
        cmocka_unit_test(test_a_problem_knows_its_place),
        cmocka_unit_test(test_warnings_are_no_errors),
        cmocka_unit_test(test_the_first_error_is_told),
        cmocka_unit_test(test_errors_come_first_then_lines_and_equals_stay),
        cmocka_unit_test(test_sorting_many_is_stable),
        cmocka_unit_test(test_a_flood_ends_with_a_word_about_it),
        cmocka_unit_test(test_no_memory_is_a_problem),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
