/* take_words_test.c - every language says everything, with the same formats.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "cli/take/words.h"

#include "conversions.h"

enum { WORDS = sizeof(struct take_words) / sizeof(const char *) };

static const char *
word(const struct take_words *words, size_t index)
{
    return ((const char *const *)words)[index];
}

static void
test_every_language_says_everything(void **state)
{
    const struct take_words *first = take_words_in(NULL);

    (void)state;
    for (size_t l = 0; take_words_language(l) != NULL; l++) {
        const struct take_words *words =
            take_words_in(take_words_language(l));
        for (size_t w = 0; w < WORDS; w++) {
            assert_non_null(word(words, w));
            assert_true(*word(words, w) != '\0');
            assert_same_conversions(word(first, w), word(words, w));
        }
    }
}

static void
test_a_language_is_found_by_its_tag(void **state)
{
    (void)state;
    assert_string_equal(take_words_in("nl_BE.UTF-8")->back, "terug");
    assert_string_equal(take_words_in("nl")->back, "terug");
    assert_string_equal(take_words_in("en-GB")->back, "back");
    assert_string_equal(take_words_in("fr")->back, "back");
    assert_string_equal(take_words_in(NULL)->back, "back");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_language_says_everything),
        cmocka_unit_test(test_a_language_is_found_by_its_tag),
    };

    return cmocka_run_group_tests_name("take_words", tests, NULL, NULL);
}
