/* phrasebook_test.c - every language of a chart and of a report says
 * everything, with the same conversions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "chart/wording.h"
#include "report/phrases.h"

#include "conversions.h"

static const struct phrasebook *const books[] = {&wordings, &phrases};

enum { BOOKS = sizeof books / sizeof books[0] };

static void
assert_whole(const struct phrasebook *book)
{
    for (size_t c = 0; c < book->languages; c++)
        for (size_t row = 0; row < book->rows; row++) {
            if (phrasebook_at(book, c, row) == NULL)
                fail_msg("\"%s\" is not there in %s",
                         phrasebook_at(book, 0, row), book->language[c].lang);
            assert_same_conversions(phrasebook_at(book, 0, row),
                                    phrasebook_at(book, c, row));
        }
}

static void
test_every_language_says_everything(void **state)
{
    (void)state;
    for (size_t b = 0; b < BOOKS; b++) {
        assert_true(books[b]->languages > 1 && books[b]->rows > 1);
        assert_null(books[b]->language[books[b]->languages].lang);
        assert_whole(books[b]);
    }
}

/* A sentence begins with a capital, or does not, in all languages; and ends as
 * the other does. */
static void
assert_alike(const struct phrasebook *book)
{
    for (size_t c = 1; c < book->languages; c++)
        for (size_t row = 0; row < book->rows; row++) {
            const char *a = phrasebook_at(book, 0, row);
            const char *b = phrasebook_at(book, c, row);

            if ((a[0] == ' ') != (b[0] == ' ') ||
                strchr(".:?! ", a[strlen(a) - 1]) !=
                    strchr(".:?! ", b[strlen(b) - 1]))
                fail_msg("\"%s\" and \"%s\"", a, b);
        }
}

static void
test_sentences_begin_and_end_alike(void **state)
{
    (void)state;
    for (size_t b = 0; b < BOOKS; b++)
        assert_alike(books[b]);
}

static void
test_a_language_is_found_by_its_tag(void **state)
{
    (void)state;
    assert_string_equal(wording("nl_BE.UTF-8", TELL_REACTIVE), "reactief");
    assert_string_equal(phrase("NL", SAY_REACTIVE), "reactief");
    assert_string_equal(wording("fr", TELL_REACTIVE), "reactive");
    assert_string_equal(phrase(NULL, SAY_REACTIVE), "reactive");
    assert_string_equal(wording_language("nl-BE"), "nl");
    assert_string_equal(phrase_language("fr"), "en");
}

static void
test_what_a_language_lacks_is_said_in_english(void **state)
{
    static const struct lewis_text tags[] = {
        {"en", "en"}, {"nl", "nl"}, {NULL, NULL}};
    static const char *const text[] = {"yes", "ja", "no", "", "or", NULL};
    const struct phrasebook book = {tags, 2, 3, text};

    (void)state;
    assert_string_equal(phrasebook_text(&book, "nl", 0), "ja");
    assert_string_equal(phrasebook_text(&book, "nl", 1), "no");
    assert_string_equal(phrasebook_text(&book, "nl", 2), "or");
    assert_null(phrasebook_at(&book, 1, 1));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_language_says_everything),
        cmocka_unit_test(test_sentences_begin_and_end_alike),
        cmocka_unit_test(test_a_language_is_found_by_its_tag),
        cmocka_unit_test(test_what_a_language_lacks_is_said_in_english),
    };

    return cmocka_run_group_tests_name("phrasebook", tests, NULL, NULL);
}
