/* error_test.c - messages: filled in, placed and printed for a terminal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/error.h"
#include "base/text.h"

static void
assert_prints(const struct lewis_error *error, const char *expected)
{
    char line[1024];

    assert_ptr_equal(lewis_error_print(error, line, sizeof line), line);
    assert_string_equal(line, expected);
}

static void
test_a_message_says_file_line_and_column(void **state)
{
    struct lewis_error error;

    (void)state;
    assert_false(error_set(&error, LEWIS_EINVALID, "\"%s\" is no answer", "x"));
    assert_false(error_at(&error, "team.csv", 14, "T07"));
    assert_int_equal(error.code, LEWIS_EINVALID);
    assert_int_equal(error.line, 14);
    assert_prints(&error, "team.csv:14: column \"T07\": \"x\" is no answer");
}

static void
test_an_item_is_named_where_its_column_does_not(void **state)
{
    static const char *const shown[] = {"T07", "t07", "[T07] I talk",
                                        "[ t07 ] I talk", "T07[2]"};
    struct lewis_error error;

    (void)state;
    error_set(&error, LEWIS_EINVALID, "\"%s\" is no answer", "x");
    error_at(&error, "team.csv", 14, "I talk to \"them\"");
    assert_false(error_item(&error, "T07"));
    assert_prints(&error, "team.csv:14: column \"I talk to \"them\"\" (T07): "
                          "\"x\" is no answer");
    for (size_t i = 0; i < sizeof shown / sizeof shown[0]; i++) {
        error_set(&error, LEWIS_EINVALID, "no answer");
        error_at(&error, NULL, 0, shown[i]);
        error_item(&error, "T07");
        assert_string_equal(error.item, "");
    }
}

static void
test_what_is_not_known_is_left_out(void **state)
{
    struct lewis_error error;

    (void)state;
    error_set(&error, LEWIS_EINVALID, "wrong");
    assert_prints(&error, "wrong");
    error_at(&error, NULL, 3, NULL);
    assert_prints(&error, "line 3: wrong");
    error_set(&error, LEWIS_EINVALID, "wrong");
    error_at(&error, "a.xml", 0, NULL);
    assert_prints(&error, "a.xml: wrong");
    error_at(&error, NULL, 0, "T1");
    assert_prints(&error, "a.xml: column \"T1\": wrong");
}

static void
test_for_files_there_is_the_english(void **state)
{
    struct lewis_error error;
    char line[200];

    (void)state;
    error_set(&error, LEWIS_EINVALID, "%d is no answer", 9);
    assert_string_equal(error.english, "9 is no answer");
    error_more(&error, " (and %zu more)", 2);
    assert_string_equal(error.english, "9 is no answer (and 2 more)");
    assert_string_equal(error.text, error.english);
    error_again(&error, LEWIS_EINVALID, "9 is geen antwoord",
                "9 is no answer (and 2 more)");
    error_at(&error, "team.csv", 14, "T07");
    assert_ptr_equal(error_print_english(&error, line, sizeof line), line);
    assert_string_equal(line, "column \"T07\": 9 is no answer (and 2 more)");
    assert_prints(&error, "team.csv:14: column \"T07\": 9 is geen antwoord");
}

static void
test_a_place_that_is_not_given_stays(void **state)
{
    struct lewis_error error;

    (void)state;
    error_set(&error, LEWIS_EINVALID, "wrong");
    error_at(&error, "a.csv", 7, "T1");
    error_at(&error, NULL, 0, NULL);
    assert_prints(&error, "a.csv:7: column \"T1\": wrong");
}

static void
test_a_new_message_forgets_the_old_place(void **state)
{
    struct lewis_error error;

    (void)state;
    error_set(&error, LEWIS_EINVALID, "wrong");
    error_at(&error, "a.csv", 7, "T1");
    error_set(&error, LEWIS_ESYNTAX, "other");
    assert_prints(&error, "other");
}

static void
test_no_error_wanted_is_no_trouble(void **state)
{
    (void)state;
    assert_false(error_set(NULL, LEWIS_EINVALID, "wrong"));
    assert_false(error_at(NULL, "a.csv", 1, "T1"));
    assert_false(error_system(NULL, "a.csv", "read"));
    assert_false(error_memory(NULL));
}

static void
test_the_system_gives_its_reason(void **state)
{
    struct lewis_error error;
    char expected[256] = "a.csv: cannot read: ";

    (void)state;
    strcat(expected, strerror(ENOENT));
    errno = ENOENT;
    assert_false(error_system(&error, "a.csv", "read"));
    assert_int_equal(error.code, LEWIS_ESYSTEM);
    assert_prints(&error, expected);
}

static void
test_memory_has_its_own_code(void **state)
{
    struct lewis_error error;

    (void)state;
    error_memory(&error);
    assert_int_equal(error.code, LEWIS_ENOMEM);
    assert_prints(&error, "out of memory");
}

static void
test_control_characters_do_not_reach_the_terminal(void **state)
{
    struct lewis_error error;

    (void)state;
    error_set(&error, LEWIS_EINVALID, "a\x1b[31m\x7f\tb");
    error_at(&error, "x\x1b.csv", 0, "\xc2\x9bq");
    assert_prints(&error, "x?.csv: column \"?q\": a?[31m??b");
}

static void
test_bytes_that_are_not_utf8_do_not_reach_the_terminal(void **state)
{
    struct lewis_error error;

    (void)state;
    error_set(&error, LEWIS_EINVALID, "caf\xe9 \xc3\xa9 \x9b");
    assert_prints(&error, "caf? \xc3\xa9 ?");
}

static void
test_a_message_has_no_newline(void **state)
{
    struct lewis_error error;

    (void)state;
    error_set(&error, LEWIS_EINVALID, "one\r\ntwo\n");
    assert_string_equal(error.text, "one  two ");
}

static void
test_a_long_message_is_cut_at_a_whole_character(void **state)
{
    struct lewis_error error;
    char text[1001];

    (void)state;
    for (size_t i = 0; i < 500; i++)
        memcpy(text + 2 * i, "\xc3\xa9", 3);
    error_set(&error, LEWIS_EINVALID, "%s", text);
    assert_int_equal(strlen(error.text), LEWIS_ERROR_TEXT - 2);
    assert_true(utf8_valid(error.text, strlen(error.text)));
}

static void
test_printing_into_little_room_cuts_at_a_whole_character(void **state)
{
    struct lewis_error error;
    char out[8] = "#######";

    (void)state;
    error_set(&error, LEWIS_EINVALID,
              "ab\xe2\x82\xac"
              "cd");
    lewis_error_print(&error, out, 5);
    assert_string_equal(out, "ab");
    assert_string_equal(out + 5, "##");
    lewis_error_print(&error, out, 6);
    assert_string_equal(out, "ab\xe2\x82\xac");
    lewis_error_print(&error, out, 1);
    assert_string_equal(out, "");
    out[0] = '#';
    lewis_error_print(&error, out, 0);
    assert_int_equal(out[0], '#');
}

static void
test_a_long_path_keeps_its_end(void **state)
{
    struct lewis_error error;
    char path[512];

    (void)state;
    memset(path, '/', sizeof path);
    strcpy(path + 400, "team.csv");
    error_set(&error, LEWIS_EINVALID, "wrong");
    error_at(&error, path, 0, path);
    assert_int_equal(strlen(error.file), LEWIS_ERROR_NAME - 1);
    assert_memory_equal(error.file, ".../", 4);
    assert_non_null(strstr(error.file, "/team.csv"));
    assert_int_equal(strlen(error.column), LEWIS_ERROR_NAME - 1);
}

static void
test_a_long_path_is_not_cut_inside_a_character(void **state)
{
    char path[602];

    (void)state;
    for (size_t shift = 0; shift < 3; shift++) {
        struct lewis_error error;

        memset(path, 'x', shift);
        for (size_t i = 0; i < 190; i++)
            memcpy(path + shift + 3 * i, "\xe2\x82\xac", 4);
        strcat(path, &"ab"[shift]);
        error_set(&error, LEWIS_EINVALID, "wrong");
        error_at(&error, path, 0, path);
        assert_true(utf8_valid(error.file, strlen(error.file)));
        assert_true(utf8_valid(error.column, strlen(error.column)));
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_message_says_file_line_and_column),
        cmocka_unit_test(test_an_item_is_named_where_its_column_does_not),
        cmocka_unit_test(test_what_is_not_known_is_left_out),
        cmocka_unit_test(test_for_files_there_is_the_english),
        cmocka_unit_test(test_a_place_that_is_not_given_stays),
        cmocka_unit_test(test_a_new_message_forgets_the_old_place),
        cmocka_unit_test(test_no_error_wanted_is_no_trouble),
        cmocka_unit_test(test_the_system_gives_its_reason),
        cmocka_unit_test(test_memory_has_its_own_code),
        cmocka_unit_test(test_control_characters_do_not_reach_the_terminal),
        cmocka_unit_test(
            test_bytes_that_are_not_utf8_do_not_reach_the_terminal),
        cmocka_unit_test(test_a_message_has_no_newline),
        cmocka_unit_test(test_a_long_message_is_cut_at_a_whole_character),
        cmocka_unit_test(
            test_printing_into_little_room_cuts_at_a_whole_character),
        cmocka_unit_test(test_a_long_path_keeps_its_end),
        cmocka_unit_test(test_a_long_path_is_not_cut_inside_a_character),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
