/* phrases_test.c - every language of a report says everything, with the same
 * conversions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "report/phrases.h"

#include "conversions.h"

static void
test_every_language_says_everything(void **state)
{
    (void)state;
    for (size_t c = 0; phrase_language_at(c) != NULL; c++)
        for (int p = 0; p < PHRASES; p++) {
            if (phrase_at(c, (enum phrase)p) == NULL)
                fail_msg("\"%s\" is not there in %s",
                         phrase_at(0, (enum phrase)p), phrase_language_at(c));
            assert_same_conversions(phrase_at(0, (enum phrase)p),
                                    phrase_at(c, (enum phrase)p));
        }
}

/* A sentence begins with a capital, or does not, in all languages; and ends as
 * the other does. */
static void
test_sentences_begin_and_end_alike(void **state)
{
    (void)state;
    for (size_t c = 1; phrase_language_at(c) != NULL; c++)
        for (int p = 0; p < PHRASES; p++) {
            const char *a = phrase_at(0, (enum phrase)p);
            const char *b = phrase_at(c, (enum phrase)p);

            if ((a[0] == ' ') != (b[0] == ' ') ||
                strchr(".:?! ", a[strlen(a) - 1]) !=
                    strchr(".:?! ", b[strlen(b) - 1]))
                fail_msg("\"%s\" and \"%s\"", a, b);
        }
}

static void
test_a_language_is_found_by_its_tag(void **state)
{
    (void)state;
    assert_string_equal(phrase("nl_BE.UTF-8", SAY_REACTIVE), "reactief");
    assert_string_equal(phrase("NL", SAY_REACTIVE), "reactief");
    assert_string_equal(phrase("fr", SAY_REACTIVE), "reactive");
    assert_string_equal(phrase(NULL, SAY_REACTIVE), "reactive");
    assert_string_equal(phrase_language("nl-BE"), "nl");
    assert_string_equal(phrase_language("fr"), "en");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_language_says_everything),
        cmocka_unit_test(test_sentences_begin_and_end_alike),
        cmocka_unit_test(test_a_language_is_found_by_its_tag),
    };

    return cmocka_run_group_tests_name("phrases", tests, NULL, NULL);
}
