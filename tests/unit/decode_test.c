/* decode_test.c - from the cells of an item to an answer, in every way that tools
 * lay an item out.
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

#include "answers/decode.h"

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

static void
test_the_only_number_of_a_text(void **state)
{
    static const struct {
        const char *text;
        int number;
    } row[] = {
        {"2", 2},        {"SQ002", 2},    {"Rank 2", 2},  {"2 (next)", 2},
        {"5.0000", 5},   {"5.", 5},       {"[3]", 3},     {"0", 0},
        {"999", 999},    {"00007", 7},    {"", -1},       {"none", -1},
        {"1000", -1},    {"1 of 3", -1},  {"2.5", -1},    {"-2", -1},
        {"a-2", -1},     {"5.00001", -1}, {"99999999999", -1},
        {"1.0 (2)", -1}, {"2-", 2},
    };

    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        int number = decode_only_number(row[i].text, strlen(row[i].text));
        if (number != row[i].number)
            fail_msg("\"%s\" is %d, not %d", row[i].text, number,
                     row[i].number);
    }
}

/* The answer of three cells (or one) as letters or numbers; or what is wrong
 * with them. */
static const char *
decoded(layout_decoder *decode, enum lewis_vendor vendor, const char *item,
        const char *const text[], size_t count)
{
    static struct lewis_error error;
    static char out[40];
    struct words words = {0};
    struct csv_field cell[LEWIS_OPTIONS];
    struct layout_tie tie = {.item = lewis_bank_find(bank, item),
                             .column_count = count,
                             .words = &words,
                             .vendor = vendor};
    struct lewis_answer answer;
    bool ok, letters = tie.item->form == LEWIS_RANK;

    words_add_item(&words, tie.item);
    for (size_t i = 0; i < count; i++)
        cell[i] = (struct csv_field){text[i], strlen(text[i]), false};
    ok = decode(&tie, cell, &answer, &error);
    words_release(&words);
    out[0] = '\0';
    for (size_t i = 0; ok && i < answer.count; i++)
        snprintf(out + strlen(out), sizeof out - strlen(out),
                 letters ? "%c" : "%d ",
                 letters ? 'a' + answer.part[i]
                 : tie.item->form == LEWIS_POINTS ? answer.part[i]
                                                  : answer.value);
    return ok ? out : error.text;
}

static void
assert_three(layout_decoder *decode, const char *item, const char *a,
             const char *b, const char *c, const char *expected)
{
    const char *const text[] = {a, b, c};
    const char *found =
        decoded(decode, LEWIS_CANONICAL, item, text, 3);

    if (strstr(found, expected) == NULL ||
        (*expected == '\0' && *found != '\0'))
        fail_msg("\"%s\" \"%s\" \"%s\": \"%s\", not \"%s\"", a, b, c, found,
                 expected);
}

static void
test_a_cell_a_rank(void **state)
{
    (void)state;
    assert_three(decode_places, "C1", "b", "c", "a", "bca");
    assert_three(decode_places, "C1", " B ", "c) luister", "Plan", "bca");
    assert_three(decode_places, "C1", "b", "", "", "b");
    assert_three(decode_places, "C1", "", " ", "", "");
    assert_three(decode_places, "C1", "b", "", "a",
                 "place 3 of this ranking is filled and one before it is empty");
    assert_three(decode_places, "C1", "b", "talk", "a",
                 "option b stands at two places of this ranking");
    assert_three(decode_places, "C1", "b", "x", "a",
                 "\"x\" under place 2 is not an option of this item");
    assert_three(decode_places, "C1", "2", "1", "3",
                 "is it an option or a rank? Say so with --map");
}

static void
test_a_cell_an_option(void **state)
{
    (void)state;
    assert_three(decode_ranks, "C1", "3", "1", "2", "bca");
    assert_three(decode_ranks, "C1", "3.0", "1 (most like me)", "Rank 2",
                 "bca");
    assert_three(decode_ranks, "C1", "", "1", "", "b");
    assert_three(decode_ranks, "C1", "", "", "", "");
    assert_three(decode_ranks, "C1", "1", "1", "2",
                 "two options of this ranking have rank 1");
    assert_three(decode_ranks, "C1", "3", "1", "",
                 "no option of this ranking has rank 2");
    assert_three(decode_ranks, "C1", "4", "1", "2",
                 "\"4\" is not a rank of option a");
    assert_three(decode_ranks, "C1", "0", "1", "2", "is not a rank");
    assert_three(decode_ranks, "C1", "first", "1", "2", "is not a rank");
}

static void
test_a_cell_an_option_with_its_points(void **state)
{
    (void)state;
    assert_three(decode_points, "A1", "5", "3", "2", "5 3 2 ");
    assert_three(decode_points, "A1", "10", "", "0", "10 0 0 ");
    assert_three(decode_points, "A1", "5.0", "3.000", "2", "5 3 2 ");
    assert_three(decode_points, "A1", "", "", "", "");
    assert_three(decode_points, "A1", "5", "3", "3", "that sum to 10");
    assert_three(decode_points, "A1", "5", "3", "two", "that sum to 10");
    assert_three(decode_points, "A1", "11", "-1", "0", "that sum to 10");
    assert_three(decode_points, "A1", "266", "0", "0", "that sum to 10");
}

static void
test_a_cell_an_option_filled_for_the_chosen(void **state)
{
    (void)state;
    assert_three(decode_chosen, "C1", "", "Y", "", "b");
    assert_three(decode_chosen, "C1", "0", "1", "N", "b");
    assert_three(decode_chosen, "C1", "", "", "listen", "c");
    assert_three(decode_chosen, "C1", "", "N", "0", "");
    assert_three(decode_chosen, "C1", "Y", "", "Y",
                 "two options of this item are chosen; one is to be");
}

static void
assert_one(enum lewis_vendor vendor, const char *item, const char *text,
           const char *expected)
{
    const char *found = decoded(decode_cell, vendor, item, &text, 1);

    if (strstr(found, expected) == NULL ||
        (*expected == '\0' && *found != '\0'))
        fail_msg("\"%s\": \"%s\", not \"%s\"", text, found, expected);
}

static void
test_codes_of_tools_are_those_of_that_tool(void **state)
{
    (void)state;
    assert_one(LEWIS_CANONICAL, "Q1", "ja", "1 ");
    assert_one(LEWIS_LIMESURVEY, "Q1", "A2", "1 ");
    assert_one(LEWIS_LIMESURVEY, "Q1", "AO01", "0 ");
    assert_one(LEWIS_LIMESURVEY, "Q1", "A3", "\"A3\" is not an answer");
    assert_one(LEWIS_LIMESURVEY, "Q1", "A2x", "\"A2x\" is not an answer");
    assert_one(LEWIS_CANONICAL, "Q1", "A2", "\"A2\" is not an answer");
    assert_one(LEWIS_QUALTRICS, "Q1", "-99", "");
    assert_one(LEWIS_CANONICAL, "Q1", "-99", "\"-99\" is not an answer");
    assert_one(LEWIS_CANONICAL, "B1", "7 (praat)", "7 ");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_only_number_of_a_text),
        cmocka_unit_test(test_a_cell_a_rank),
        cmocka_unit_test(test_a_cell_an_option),
        cmocka_unit_test(test_a_cell_an_option_with_its_points),
        cmocka_unit_test(test_a_cell_an_option_filled_for_the_chosen),
        cmocka_unit_test(test_codes_of_tools_are_those_of_that_tool),
    };

    return cmocka_run_group_tests(tests, load_bank, free_bank);
}
