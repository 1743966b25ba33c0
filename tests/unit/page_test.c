/* page_test.c - lines are broken where they may be, and hold no control.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include <lewis/page.h>

#include "base/file.h"
#include "base/text.h"

static void
add_plain(struct lewis_page *page, const char *text)
{
    lewis_page_add(page, LEWIS_INK_PLAIN, text);
}

static void
wrap(struct lewis_page *page, const char *text)
{
    lewis_page_wrap(page, 0, LEWIS_INK_PLAIN, text);
}

static struct lewis_page *
new_page(void)
{
    struct lewis_page *page = lewis_page_new(40, NULL);

    assert_non_null(page);
    return page;
}

static void
expect_wrapped(const char *text, const char *expected)
{
    struct lewis_page *page = new_page();

    lewis_page_wrap(page, 2, LEWIS_INK_PLAIN, text);
    assert_string_equal(lewis_page_text(page), expected);
    lewis_page_free(page);
}

static void
test_words_go_to_the_next_line_whole(void **state)
{
    (void)state;
    expect_wrapped("one two", "one two\n");
    expect_wrapped("a line of exactly forty columns, you see and more",
                   "a line of exactly forty columns, you see\n  and more\n");
    expect_wrapped("  spaces   are   one  ", " spaces are one\n");
    expect_wrapped("", "\n");
}

static void
test_a_word_too_long_is_cut(void **state)
{
    (void)state;
    expect_wrapped("0123456789012345678901234567890123456789abc",
                   "0123456789012345678901234567890123456789\n  abc\n");
}

static void
test_wide_characters_count_two_and_may_part(void **state)
{
    (void)state;
    expect_wrapped("一二三四五六七八九十一二三四五六七八九十百千",
                   "一二三四五六七八九十一二三四五六七八九十\n  百千\n");
    /* A full stop does not begin a line: it takes its character along. */
    expect_wrapped("一二三四五六七八九十一二三四五六七八九十。百",
                   "一二三四五六七八九十一二三四五六七八九\n  十。百\n");
}

static void
test_combining_marks_take_no_column(void **state)
{
    (void)state;
    expect_wrapped("e\xCC\x81"
                   "2345678901234567890123456789012345678 a b",
                   "e\xCC\x81"
                   "2345678901234567890123456789012345678 a\n  b\n");
}

static void
test_controls_and_bad_bytes_become_question_marks(void **state)
{
    struct lewis_page *page = new_page();

    (void)state;
    lewis_page_add(page, LEWIS_INK_PLAIN,
                   "a\033[31m\t\r\n\x7f|\xC2\x9B|\xE2\x80\xAE|\xE2\x81\xA6|"
                   "\xFF|\xC3");
    lewis_page_end(page);
    assert_string_equal(lewis_page_text(page), "a?[31m????|?|?|?|?|?\n");
    lewis_page_free(page);
}

static void
test_nothing_stands_at_the_end_of_a_line(void **state)
{
    struct lewis_page *page = new_page();

    (void)state;
    lewis_page_pad(page, 3);
    lewis_page_end(page);
    lewis_page_add(page, LEWIS_INK_STRONG, "a ");
    lewis_page_pad(page, 9);
    lewis_page_end(page);
    assert_string_equal(lewis_page_text(page), "\na\n");
    lewis_page_free(page);
}

static void
test_widths_have_bounds(void **state)
{
    struct lewis_error error;

    (void)state;
    assert_null(lewis_page_new(39, &error));
    assert_int_equal(error.code, LEWIS_EINVALID);
    assert_null(lewis_page_new(121, NULL));
    lewis_page_free(NULL);
}

enum { WHOLE = -1 };

/* The page, or a line of it, as a file has it, to be freed. */
static char *
printed(const struct lewis_page *page, bool color, int line)
{
    char path[] = "/tmp/lewis-page-XXXXXX";
    struct lewis_output *output;
    char *text;
    size_t size;
    int file = mkstemp(path);

    assert_true(file >= 0);
    close(file);
    output = lewis_output_open(path, NULL);
    assert_non_null(output);
    if (line == WHOLE)
        lewis_page_print(page, output, color);
    else
        lewis_page_print_line(page, output, color, (size_t)line);
    assert_true(lewis_output_commit(output, NULL));
    lewis_output_free(output);
    text = file_read(path, 1 << 20, &size, NULL);
    assert_non_null(text);
    unlink(path);
    return text;
}

static void
test_colours_are_only_where_asked_for(void **state)
{
    struct lewis_page *page = new_page();
    char *plain, *colored;

    (void)state;
    lewis_page_add(page, LEWIS_INK_LINEAR, "blue");
    lewis_page_add(page, LEWIS_INK_PLAIN, " text ");
    lewis_page_add(page, LEWIS_INK_STRONG, "strong");
    lewis_page_end(page);
    plain = printed(page, false, WHOLE);
    colored = printed(page, true, WHOLE);
    assert_string_equal(plain, "blue text strong\n");
    assert_string_equal(colored, "\033[94mblue\033[0m text "
                                 "\033[1mstrong\033[0m\n");
    free(plain);
    free(colored);
    lewis_page_free(page);
}

static void
test_lines_can_be_printed_one_by_one(void **state)
{
    static const char *const expected[] = {"one", "", "three", ""};
    struct lewis_page *page = new_page();

    (void)state;
    lewis_page_wrap(page, 0, LEWIS_INK_STRONG, "one");
    lewis_page_end(page);
    lewis_page_wrap(page, 0, LEWIS_INK_PLAIN, "three");
    assert_int_equal(lewis_page_lines(page), 3);
    for (int i = 0; i < (int)(sizeof expected / sizeof expected[0]); i++) {
        char *line = printed(page, false, i);
        assert_string_equal(line, expected[i]);
        free(line);
    }
    lewis_page_free(page);
}

static void
test_a_text_that_was_lost_makes_the_page_fail(void **state)
{
    void (*const add[])(struct lewis_page *, const char *) = {add_plain, wrap};
    struct text lost = {0};

    (void)state;
    text_add_bytes(&lost, "", SIZE_MAX - 10);
    for (size_t i = 0; i < sizeof add / sizeof *add; i++) {
        struct lewis_page *page = new_page();
        add[i](page, "");
        assert_true(lewis_page_ok(page));
        add[i](page, text_string(&lost));
        assert_false(lewis_page_ok(page));
        lewis_page_free(page);
    }
    text_release(&lost);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_go_to_the_next_line_whole),
        cmocka_unit_test(test_a_word_too_long_is_cut),
        cmocka_unit_test(test_wide_characters_count_two_and_may_part),
        cmocka_unit_test(test_combining_marks_take_no_column),
        cmocka_unit_test(test_controls_and_bad_bytes_become_question_marks),
        cmocka_unit_test(test_nothing_stands_at_the_end_of_a_line),
        cmocka_unit_test(test_widths_have_bounds),
        cmocka_unit_test(test_colours_are_only_where_asked_for),
        cmocka_unit_test(test_lines_can_be_printed_one_by_one),
        cmocka_unit_test(test_a_text_that_was_lost_makes_the_page_fail),
    };

    return cmocka_run_group_tests_name("page", tests, NULL, NULL);
}
