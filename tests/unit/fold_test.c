/* fold_test.c - texts that people would call the same.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/fold.h"

static void
assert_folded(const char *text, const char *expected)
{
    struct text out = {0};

    text_add_folded(&out, text, strlen(text));
    assert_true(text_ok(&out));
    assert_string_equal(text_string(&out), expected);
    text_release(&out);
}

static void
test_space_and_case_are_settled(void **state)
{
    (void)state;
    assert_folded("  It is\r\n Monday\xC2\xA0\tMORNING. ",
                  "it is monday morning.");
    assert_folded("", "");
    assert_folded(" \xC2\xA0\n", "");
    assert_folded("a&nbsp;b\xE2\x80\xAF"
                  "c",
                  "a b c");
}

/* Unicode 15, CaseFolding.txt: sharp s folds to "ss", U+0130 to i and a dot
 * above; UAX 15: e and a combining acute compose. */
static void
test_letters_beyond_ascii_are_folded_and_composed(void **state)
{
    (void)state;
    assert_folded("\xC3\x89t\xC3\xA9", "\xC3\xA9t\xC3\xA9");
    assert_folded("E\xCC\x81t"
                  "e\xCC\x81",
                  "\xC3\xA9t\xC3\xA9");
    assert_folded("STRASSE", "strasse");
    assert_folded("Stra\xC3\x9F"
                  "e",
                  "strasse");
    assert_folded("\xCE\xA3\xCE\x91\xCE\xA3", "\xCF\x83\xCE\xB1\xCF\x83");
    assert_int_equal(text_fold_compare("Zo\xC3\xAB", "ZOE\xCC\x88"), FOLD_SAME);
    assert_int_equal(text_fold_compare("Zo\xC3\xAB", "Zoe"), FOLD_OTHER);
    assert_int_equal(text_fold_compare("", "a"), FOLD_OTHER);
}

static void
test_tags_are_left_out_and_signs_are_not(void **state)
{
    (void)state;
    assert_folded("<p>It is <b>Mon</b>day</p>", "it is monday");
    assert_folded("one<br />two", "one two");
    assert_folded("1 < 2 > 1", "1 < 2 > 1");
    assert_folded("a <b", "a <b");
    assert_folded("b>c>a", "b>c>a");
}

static void
test_what_is_not_utf8_is_left_as_it_is(void **state)
{
    (void)state;
    assert_folded("Zo\xEB", "zo\xEB");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_space_and_case_are_settled),
        cmocka_unit_test(test_letters_beyond_ascii_are_folded_and_composed),
        cmocka_unit_test(test_tags_are_left_out_and_signs_are_not),
        cmocka_unit_test(test_what_is_not_utf8_is_left_as_it_is),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
