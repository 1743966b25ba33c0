/* words_test.c - the words that mean an answer, and lists of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "answers/words.h"

static struct lewis_bank *bank;

static int
load_bank(void **state)
{
    char path[4096];

    (void)state;
    snprintf(path, sizeof path, "%s/tests/fixtures/forms.xml",
             getenv("top_srcdir"));
    bank = lewis_bank_load(path, NULL);
    return bank == NULL;
}

static int
free_bank(void **state)
{
    (void)state;
    lewis_bank_free(bank);
    return 0;
}

static int
find(const struct words *words, const char *text)
{
    return words_find(words, text, strlen(text));
}

static struct words
words_of(const char *item)
{
    struct words words = {0};

    words_add_item(&words, lewis_bank_find(bank, item));
    assert_false(words.failed);
    return words;
}

static void
test_case_space_and_composition_make_no_difference(void **state)
{
    struct words words = {0};

    (void)state;
    words_add(&words, "Een caf\xC3\xA9 zoeken", 7);
    assert_int_equal(find(&words, "een CAF\xC3\x89 zoeken"), 7);
    assert_int_equal(find(&words, "  een\r\n cafe\xCC\x81\xC2\xA0zoeken "), 7);
    assert_int_equal(find(&words, "een cafe zoeken"), WORDS_NONE);
    assert_int_equal(find(&words, "een caf\xC3\xA9"), WORDS_NONE);
    assert_int_equal(find(&words, ""), WORDS_NONE);
    assert_int_equal(
        words_find_folded(&words, "een caf\xC3\xA9 zoeken", 16), 7);
    assert_int_equal(
        words_find_folded(&words, "Een caf\xC3\xA9 zoeken", 16), WORDS_NONE);
    words_release(&words);
}

static void
test_a_word_of_two_values_means_neither(void **state)
{
    struct words words = {0};

    (void)state;
    words_add(&words, "plan", 0);
    words_add(&words, "Plan", 0); /* in another language */
    assert_int_equal(find(&words, "plan"), 0);
    words_add(&words, "plan", 1);
    assert_int_equal(find(&words, "plan"), WORDS_TWO);
    words_release(&words);
}

static void
test_nothing_is_no_word(void **state)
{
    struct words words = {0};

    (void)state;
    words_add(&words, " \n", 3);
    assert_int_equal(words.count, 0);
    assert_int_equal(find(&words, ""), WORDS_NONE);
    words_release(&words);
}

/* The table grows; every word is still its own. */
static void
test_many_words_are_kept(void **state)
{
    struct words words = {0};
    char text[24];

    (void)state;
    for (int i = 0; i < 1000; i++) {
        snprintf(text, sizeof text, "Word %d", i);
        words_add(&words, text, -i);
    }
    assert_false(words.failed);
    for (int i = 0; i < 1000; i++) {
        snprintf(text, sizeof text, "word  %d", i);
        assert_int_equal(find(&words, text), -i);
    }
    words_release(&words);
}

static void
test_an_option_has_a_letter_and_labels_in_all_languages(void **state)
{
    static const char *const ways[] = {"b", "B", "talk", "Praat", "b) talk",
                                       "B)  PRAAT"};
    struct words words = words_of("C1");

    (void)state;
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++)
        assert_int_equal(find(&words, ways[i]), 1);
    assert_int_equal(find(&words, "c) talk"), WORDS_NONE);
    assert_int_equal(find(&words, "d"), WORDS_NONE);
    words_release(&words);
}

static void
test_a_scale_has_labels_that_mean_its_values(void **state)
{
    struct words words = words_of("Q1");

    (void)state;
    assert_int_equal(find(&words, "NEE"), 0);
    assert_int_equal(find(&words, "yes"), 1);
    assert_int_equal(find(&words, "1"), WORDS_NONE); /* a number, no word */
    words_release(&words);
}

static void
test_a_pair_has_two_ends(void **state)
{
    struct words words = words_of("B1");

    (void)state;
    assert_int_equal(find(&words, "1 (plan)"), 1);
    assert_int_equal(find(&words, "7 (praat)"), 7);
    assert_int_equal(find(&words, "talk"), 7);
    assert_int_equal(find(&words, "2 (plan)"), WORDS_NONE);
    words_release(&words);
}

static void
assert_list(const struct words *words, const char *text, const char *expected)
{
    int value[8];
    char found[9] = "";
    int count = words_list(words, text, strlen(text), value, 3);

    if (count == WORDS_TWO)
        strcpy(found, "two");
    for (int i = 0; i < count; i++)
        found[i] = (char)('a' + value[i]);
    if (strcmp(found, expected) != 0)
        fail_msg("\"%s\" is \"%s\", not \"%s\"", text, found, expected);
}

static void
test_lists_have_three_separators(void **state)
{
    struct words words = words_of("C1");

    (void)state;
    assert_list(&words, "b, c, a", "bca");
    assert_list(&words, "talk;listen;plan;", "bca");
    assert_list(&words, "Praat > c) luister > PLAN", "bca");
    assert_list(&words, "b;c", "bc");
    assert_list(&words, "b", "b");
    assert_list(&words, "b; c> a", "bca");
    assert_list(&words, "", "");
    assert_list(&words, ";", "");
    assert_list(&words, "b,,c", "");
    assert_list(&words, "b, b", "");       /* twice */
    assert_list(&words, "b, talk", "");    /* twice in other words */
    assert_list(&words, "b, c, a, b", ""); /* too many */
    assert_list(&words, "b, d", "");
    assert_list(&words, "b c", "");
    words_release(&words);
}

/* A label may hold a separator; then there may be two ways. */
static void
test_labels_may_hold_separators(void **state)
{
    struct words words = {0};

    (void)state;
    words_add(&words, "I plan, then I go", 0);
    words_add(&words, "I plan", 1);
    words_add(&words, "then I ask; always", 2);
    assert_list(&words, "I plan, then I go; I plan", "ab");
    assert_list(&words, "I plan; then I ask; always", "bc");
    assert_list(&words, "I plan, then I go", "a");
    words_add(&words, "then I go", 2);
    assert_list(&words, "I plan, then I go", "two");
    words_release(&words);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_case_space_and_composition_make_no_difference),
        cmocka_unit_test(test_a_word_of_two_values_means_neither),
        cmocka_unit_test(test_nothing_is_no_word),
        cmocka_unit_test(test_many_words_are_kept),
        cmocka_unit_test(
            test_an_option_has_a_letter_and_labels_in_all_languages),
        cmocka_unit_test(test_a_scale_has_labels_that_mean_its_values),
        cmocka_unit_test(test_a_pair_has_two_ends),
        cmocka_unit_test(test_lists_have_three_separators),
        cmocka_unit_test(test_labels_may_hold_separators),
    };

    return cmocka_run_group_tests(tests, load_bank, free_bank);
}
