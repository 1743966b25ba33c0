/* report_test.c - a result says no more than its region does.
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

#include <gsl/gsl_errno.h>

#include "report/meetings.h"
#include "report/person.h"
#include "report/words.h"

static struct lewis_bank *ratings, *choices;
static struct lewis_atlas *atlas;
static struct lewis_advice *advice;

static const char *
path_of(const char *where, const char *name)
{
    static char path[4096];

    snprintf(path, sizeof path, "%s/%s.xml", getenv(where), name);
    return path;
}

static int
load_all(void **state)
{
    (void)state;
    gsl_set_error_handler_off();
    ratings = lewis_bank_load(path_of("LEWIS_PATH", "bfi"), NULL);
    choices =
        lewis_bank_load(path_of("top_srcdir", "tests/fixtures/nine"), NULL);
    atlas = lewis_atlas_load(path_of("LEWIS_PATH", "countries"), NULL);
    advice = lewis_advice_load(path_of("LEWIS_PATH", "advice"), NULL);
    return ratings == NULL || choices == NULL || atlas == NULL ||
           advice == NULL;
}

static int
free_all(void **state)
{
    (void)state;
    lewis_bank_free(ratings);
    lewis_bank_free(choices);
    lewis_atlas_free(atlas);
    lewis_advice_free(advice);
    return 0;
}

static struct lewis_page *
new_page(size_t width)
{
    struct lewis_page *page = lewis_page_new(width, NULL);

    assert_non_null(page);
    return page;
}

static void
expect_has(const struct lewis_page *page, const char *part)
{
    if (strstr(lewis_page_text(page), part) == NULL)
        fail_msg("no \"%s\" in:\n%s", part, lewis_page_text(page));
}

static void
expect_lacks(const struct lewis_page *page, const char *part)
{
    if (strstr(lewis_page_text(page), part) != NULL)
        fail_msg("\"%s\" in:\n%s", part, lewis_page_text(page));
}

static void
test_the_sentence_claims_what_the_region_allows(void **state)
{
    static const char *const expected[] = {
        NULL,
        "\nYour answers put linear-active first.\n",
        "\nYour answers put multi-active first.\n",
        "\nYour answers put linear-active or multi-active first; which of the "
        "two they do not tell.\n",
        "\nYour answers put reactive first.\n",
        "\nYour answers put linear-active or reactive first; which of the two "
        "they do not tell.\n",
        "\nYour answers put multi-active or reactive first; which of the two "
        "they do not tell.\n",
        "\nYour answers do not tell which style comes first.\nPerhaps you use "
        "all three; perhaps it takes more answers to see a difference.\n",
    };

    (void)state;
    for (unsigned styles = 1; styles < 8; styles++) {
        const struct lewis_score score = {.styles = styles};
        struct lewis_page *page = new_page(120);
        person_sentence(&score, "en", page);
        assert_string_equal(lewis_page_text(page), expected[styles]);
        lewis_page_free(page);
    }
}

static void
test_few_items_are_said_with_the_sentence(void **state)
{
    const struct lewis_score score = {.styles = 1, .rough = true};
    struct lewis_page *page = new_page(80);

    (void)state;
    person_sentence(&score, "en", page);
    expect_has(page, "take it as a rough sketch");
    lewis_page_free(page);
}

static bool
draw_nothing(void *payload, const struct lewis_sketch *sketch,
             struct lewis_page *page, struct lewis_error *error)
{
    size_t *places = payload;

    (void)error;
    *places = sketch->place_count;
    lewis_page_wrap(page, 0, LEWIS_INK_PLAIN, "PICTURE");
    return true;
}

/* The report on cells "bca - a ..." with the person named "Ann\033". */
static struct lewis_page *
report(const struct lewis_bank *bank, const char *cells, bool known,
       size_t width, bool *scored)
{
    static size_t places;
    struct lewis_answer answer[64] = {{0}};
    struct lewis_page *page = new_page(width);
    char store[512], *rest = store;
    const struct lewis_person person = {
        .id = "Ann\033",
        .id_size = 4,
        .bank = bank,
        .options = lewis_score_defaults(),
        .answer = answer,
        .atlas = known ? atlas : NULL,
        .advice = known ? advice : NULL,
        .ascii = true,
        .drawer = {.draw = draw_nothing, .payload = &places},
    };

    snprintf(store, sizeof store, "%s", cells);
    for (size_t i = 0; i < lewis_bank_item_count(bank); i++) {
        const char *cell = strtok_r(i == 0 ? store : NULL, " ", &rest);
        if (strcmp(cell, "-") != 0)
            assert_true(lewis_answer_parse(lewis_bank_item(bank, i), cell,
                                           strlen(cell), &answer[i], NULL));
    }
    assert_true(lewis_report_person(&person, page, scored, NULL));
    return page;
}

/* T01..T09 of nine.xml all ranked the same way. */
#define ALIKE(cell)                                                            \
    cell " " cell " " cell " " cell " " cell " " cell " " cell " " cell " " cell

static void
test_a_report_has_its_parts_in_order(void **state)
{
    static const char *const parts[] = {
        "Ann?\n",
        "Nine situations at work, version 0.1.0, 9 of 9 items",
        "Your answers",
        "PICTURE",
        "The star is you.",
        "Your three shares",
        "Topic by topic",
        "Nearest reference points",
        "illustrative and ordinal",
        "What it may mean",
        "not a cheat sheet",
        "How it was computed",
        "doc/method.md",
    };
    bool scored;
    struct lewis_page *page = report(choices, ALIKE("abc"), true, 80, &scored);
    const char *at = lewis_page_text(page);

    (void)state;
    assert_true(scored);
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        const char *next = strstr(at, parts[i]);
        if (next == NULL)
            fail_msg("no \"%s\" in its place:\n%s", parts[i],
                     lewis_page_text(page));
        at = next;
    }
    expect_lacks(page, "you are");
    expect_lacks(page, "You are");
    lewis_page_free(page);
}

static void
test_no_line_is_wider_than_the_page(void **state)
{
    (void)state;
    for (size_t width = 40; width <= 120; width += 20) {
        struct lewis_page *page =
            report(choices, ALIKE("b"), true, width, NULL);
        const char *line = lewis_page_text(page);
        for (; *line != '\0'; line += strcspn(line, "\n") + 1)
            assert_true(utf8_columns(line, strcspn(line, "\n")) <= width);
        lewis_page_free(page);
    }
}

static void
test_without_atlas_and_advice_their_parts_are_gone(void **state)
{
    struct lewis_page *page = report(choices, ALIKE("abc"), false, 80, NULL);

    (void)state;
    expect_lacks(page, "reference points");
    expect_lacks(page, "codes of countries");
    expect_lacks(page, "cheat sheet");
    expect_lacks(page, "What it may mean");
    lewis_page_free(page);
}

static void
test_a_bank_of_one_section_has_no_topics(void **state)
{
    struct lewis_page *page =
        report(ratings, "2 4 3 5 4 4 4 3 3 2 3 3 4 4 3", false, 80, NULL);

    (void)state;
    expect_lacks(page, "Topic by topic");
    expect_has(page, "mean of its items");
    lewis_page_free(page);
}

static void
test_too_few_answers_are_told_kindly(void **state)
{
    bool scored = true;
    struct lewis_page *page =
        report(choices, "b - a - - - - - -", true, 80, &scored);

    (void)state;
    assert_false(scored);
    expect_has(page, "not enough answers yet: 2 of 9 items have one");
    expect_has(page, "Without an answer: T02, T04, T05");
    expect_lacks(page, "PICTURE");
    lewis_page_free(page);
}

static void
test_a_refused_row_says_why(void **state)
{
    struct lewis_error why = {.line = 3,
                              .file = "a.csv",
                              .column = "T01",
                              .text = "\"x\" is no answer"};
    struct lewis_person person = {.id = "",
                                  .bank = choices,
                                  .options = lewis_score_defaults(),
                                  .refused = &why};
    struct lewis_page *page = new_page(80);
    bool scored = true;

    (void)state;
    assert_true(lewis_report_person(&person, page, &scored, NULL));
    assert_false(scored);
    expect_has(page, "Your result\n");
    expect_has(page, "a.csv:3: column \"T01\": \"x\" is no answer");
    lewis_page_free(page);
}

static void
test_an_option_out_of_range_is_an_error(void **state)
{
    struct lewis_person person = {
        .id = "", .bank = choices, .options = lewis_score_defaults()};
    struct lewis_answer answer[64] = {{0}};
    struct lewis_page *page = new_page(80);
    struct lewis_error error;

    (void)state;
    person.options.level = 2;
    person.answer = answer;
    assert_false(lewis_report_person(&person, page, NULL, &error));
    assert_int_equal(error.code, LEWIS_EINVALID);
    lewis_page_free(page);
}

static struct lewis_page *
flagged(unsigned flags, bool caution)
{
    static const struct lewis_person person = {.lang = "en"};
    const struct result result = {.person = &person,
                                  .score = {.answered = 20, .missing = 5},
                                  .quality = {.flags = flags,
                                              .caution = caution,
                                              .run = 9,
                                              .mode = 0.9,
                                              .failed = 1}};
    struct lewis_page *page = new_page(80);

    person_flags(&result, page);
    return page;
}

static void
test_flags_come_in_plain_words(void **state)
{
    struct lewis_page *page = flagged(LEWIS_FLAG_RUN, false);

    (void)state;
    expect_has(page, "The same answer was given 9 times in a row.");
    expect_has(page, "On its own this means little");
    lewis_page_free(page);
    page = flagged((1u << LEWIS_FLAGS) - 1, true);
    expect_has(page, "5 of 25 items have no answer.");
    expect_has(page, "90 % of the answers are one and the same.");
    expect_has(page, "a reason for care");
    lewis_page_free(page);
    page = flagged(0, false);
    assert_string_equal(lewis_page_text(page), "");
    lewis_page_free(page);
}

static struct lewis_page *
compared(const char *a, const char *b)
{
    const struct lewis_countries in = {.atlas = atlas};
    struct lewis_page *page = new_page(120);

    lewis_report_countries(&in, lewis_atlas_find(atlas, a),
                           lewis_atlas_find(atlas, b), page);
    return page;
}

static void
test_two_countries_differ_in_steps(void **state)
{
    struct lewis_page *page = compared("US", "JP");

    (void)state;
    expect_has(page, "Japan stands nearer to reactive (7 steps of 8), and "
                     "further from linear-active (6 steps of 8) and "
                     "multi-active (1 step\n  of 8), than United States.");
    expect_has(page, "on different sides of the triangle");
    lewis_page_free(page);
    page = compared("DE", "JP");
    expect_has(page, "on one side of the triangle");
    lewis_page_free(page);
    page = compared("DE", "CH");
    expect_has(page, "puts both in one place");
    lewis_page_free(page);
}

static void
test_a_country_midway_leans_to_two_styles(void **state)
{
    (void)state;
    assert_int_equal(meetings_leaning(lewis_atlas_find(atlas, "DE")), 1);
    assert_int_equal(meetings_leaning(lewis_atlas_find(atlas, "FR")), 2);
    assert_int_equal(meetings_leaning(lewis_atlas_find(atlas, "BE")), 3);
    assert_int_equal(meetings_leaning(lewis_atlas_find(atlas, "IN")), 6);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_sentence_claims_what_the_region_allows),
        cmocka_unit_test(test_few_items_are_said_with_the_sentence),
        cmocka_unit_test(test_a_report_has_its_parts_in_order),
        cmocka_unit_test(test_no_line_is_wider_than_the_page),
        cmocka_unit_test(test_without_atlas_and_advice_their_parts_are_gone),
        cmocka_unit_test(test_a_bank_of_one_section_has_no_topics),
        cmocka_unit_test(test_too_few_answers_are_told_kindly),
        cmocka_unit_test(test_a_refused_row_says_why),
        cmocka_unit_test(test_an_option_out_of_range_is_an_error),
        cmocka_unit_test(test_flags_come_in_plain_words),
        cmocka_unit_test(test_two_countries_differ_in_steps),
        cmocka_unit_test(test_a_country_midway_leans_to_two_styles),
    };

    return cmocka_run_group_tests_name("report", tests, load_all, free_all);
}
