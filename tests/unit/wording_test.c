/* wording_test.c - every language of a chart says everything, with the same
 * conversions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "chart/wording.h"

#include "conversions.h"

static void
test_every_language_says_everything(void **state)
{
    (void)state;
    for (size_t c = 0; wording_language_at(c) != NULL; c++)
        for (int p = 0; p < WORDINGS; p++) {
            if (wording_at(c, (enum wording)p) == NULL)
                fail_msg("\"%s\" is not there in %s",
                         wording_at(0, (enum wording)p), wording_language_at(c));
            assert_same_conversions(wording_at(0, (enum wording)p),
                                    wording_at(c, (enum wording)p));
        }
}

/* A sentence begins with a capital, or does not, in all languages; and ends as
 * the other does. */
static void
test_sentences_begin_and_end_alike(void **state)
{
    (void)state;
    for (size_t c = 1; wording_language_at(c) != NULL; c++)
        for (int p = 0; p < WORDINGS; p++) {
            const char *a = wording_at(0, (enum wording)p);
            const char *b = wording_at(c, (enum wording)p);

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
    assert_string_equal(wording("nl_BE.UTF-8", TELL_REACTIVE), "reactief");
    assert_string_equal(wording("NL", TELL_REACTIVE), "reactief");
    assert_string_equal(wording("fr", TELL_REACTIVE), "reactive");
    assert_string_equal(wording(NULL, TELL_REACTIVE), "reactive");
    assert_string_equal(wording_language("nl-BE"), "nl");
    assert_string_equal(wording_language("fr"), "en");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_language_says_everything),
        cmocka_unit_test(test_sentences_begin_and_end_alike),
        cmocka_unit_test(test_a_language_is_found_by_its_tag),
    };

    return cmocka_run_group_tests_name("wording", tests, NULL, NULL);
}
