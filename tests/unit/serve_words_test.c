/* serve_words_test.c - every language of the pages says everything, with the
 * same formats.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "serve/words.h"

#include "conversions.h"

enum { WORDS = sizeof(struct words) / sizeof(const char *) };

static const char *
word(const struct words *words, size_t index)
{
    return ((const char *const *)words)[index];
}

static void
test_every_language_says_everything(void **state)
{
    const struct words *first = words_at(0);

    (void)state;
    for (size_t l = 0; words_at(l) != NULL; l++)
        for (size_t w = 0; w < WORDS; w++) {
            assert_non_null(word(words_at(l), w));
            assert_true(*word(words_at(l), w) != '\0');
            assert_same_conversions(word(first, w), word(words_at(l), w));
        }
}

static void
test_a_language_is_found_by_its_tag(void **state)
{
    (void)state;
    assert_string_equal(words_in("nl-BE")->lang, "nl");
    assert_string_equal(words_in("nl")->lang, "nl");
    assert_string_equal(words_in("nlx")->lang, "en");
    assert_string_equal(words_in("fr")->lang, "en");
    assert_string_equal(words_in(NULL)->lang, "en");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_language_says_everything),
        cmocka_unit_test(test_a_language_is_found_by_its_tag),
    };

    return cmocka_run_group_tests_name("serve_words", tests, NULL, NULL);
}
