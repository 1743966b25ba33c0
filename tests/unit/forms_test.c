/* forms_test.c - every item form from the file to the profile, and the parts of
 * a bank around the items.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <gsl/gsl_errno.h>
#include <cmocka.h>

#include <lewis/score.h>

#include "near.h"

static struct lewis_bank *bank;

static int
load_bank(void **state)
{
    char path[4096];
    struct lewis_error error;

    (void)state;
    gsl_set_error_handler_off();
    snprintf(path, sizeof path, "%s/tests/fixtures/forms.xml",
             getenv("top_srcdir"));
    bank = lewis_bank_load(path, &error);
    if (bank == NULL)
        print_error("%s\n", error.text);
    return bank == NULL;
}

static int
free_bank(void **state)
{
    (void)state;
    lewis_bank_free(bank);
    return 0;
}

static bool
parse(const char *id, const char *cell, struct lewis_answer *answer,
      struct lewis_error *error)
{
    return lewis_answer_parse(lewis_bank_find(bank, id), cell, strlen(cell),
                              answer, error);
}

static void
test_points_are_shared_out_in_the_order_of_the_options(void **state)
{
    static const char *const ways[] = {"5 3 2", "5,3,2", "5; 3; 2;", "5/3/2"};
    struct lewis_answer answer;

    (void)state;
    for (size_t i = 0; i < 4; i++) {
        assert_true(parse("A1", ways[i], &answer, NULL));
        assert_int_equal(answer.count, 3);
        assert_int_equal(answer.part[0], 5);
        assert_int_equal(answer.part[1], 3);
        assert_int_equal(answer.part[2], 2);
    }
}

static void
test_points_that_do_not_sum_are_told_with_an_example(void **state)
{
    static const char *const wrong[] = {"5 3 3", "5 5",  "5 3 2 0", "11 0 0",
                                        "abc",   "-1 9 2", "5 3 2x"};
    struct lewis_answer answer;
    struct lewis_error error;

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        assert_false(parse("A1", wrong[i], &answer, &error));
        assert_int_equal(answer.count, 0);
    }
    assert_string_equal(error.text,
                        "\"5 3 2x\" does not share out 10 points over 3 "
                        "options: whole numbers that sum to 10, for example "
                        "\"5 3 2\"");
}

static void
test_a_pair_is_a_place_from_one(void **state)
{
    struct lewis_answer answer;
    struct lewis_error error;

    (void)state;
    assert_true(parse("B1", "7", &answer, NULL));
    assert_int_equal(answer.value, 7);
    assert_false(parse("B1", "0", &answer, &error));
    assert_false(parse("B1", "8", &answer, &error));
    assert_string_equal(error.text,
                        "\"8\" is not a place of this item (1 is wholly the "
                        "first statement, 7 wholly the second; an empty cell "
                        "is a missing answer)");
}

static struct lewis_score
score(const char *const cells[], double prior)
{
    struct lewis_score_options options = lewis_score_defaults();
    struct lewis_answer answer[16];
    struct lewis_score s;
    struct lewis_key *key;

    options.prior = prior;
    key = lewis_key_new(bank, &options, NULL);
    assert_non_null(key);
    for (size_t i = 0; i < lewis_bank_item_count(bank); i++)
        assert_true(lewis_answer_parse(lewis_bank_item(bank, i), cells[i],
                                       strlen(cells[i]), &answer[i], NULL));
    lewis_score_answers(key, answer, &s);
    lewis_key_free(key);
    return s;
}

/* Numbers by R: tests/oracle/choice.R, "points and pairs". Items stand in the
 * order A1 A2 B1 Q1 B2 C1. */
/* What plain notation says goes before words; the number of a pick's option
 * comes after them. */
static void
test_a_label_that_is_a_number_goes_before_the_number(void **state)
{
    static const char xml[] =
        "<bank xmlns='urn:x-lewis:bank:1' id='b' version='1.0.0' "
        "languages='en'><meta><title xml:lang='en'>t</title><author>a</author>"
        "<licence spdx='CC0-1.0'>f</licence><source>s</source></meta>"
        "<section id='s'><name xml:lang='en'>n</name><pick id='P1'>"
        "<stem xml:lang='en'>How many?</stem>"
        "<option id='a'><label xml:lang='en'>2</label><key style='linear'/>"
        "</option><option id='b'><label xml:lang='en'>1</label>"
        "<key style='multi'/></option><option id='c'><label xml:lang='en'>a"
        "</label><key style='reactive'/></option></pick></section></bank>";
    static const struct {
        const char *cell;
        int option;
    } rows[] = {{"2", 0}, {"1", 1}, {"3", 2}, {"a", 0}, {" B ", 1}};
    struct lewis_error error = {0};
    struct lewis_bank *numbers =
        lewis_bank_parse(xml, sizeof xml - 1, "b.xml", &error);
    struct lewis_answer answer;

    (void)state;
    assert_string_equal(error.text, "");
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_true(lewis_answer_parse(lewis_bank_item(numbers, 0),
                                       rows[i].cell, strlen(rows[i].cell),
                                       &answer, NULL));
        assert_int_equal(answer.part[0], rows[i].option);
    }
    lewis_bank_free(numbers);
}

static void
test_all_forms_meet_in_one_estimate(void **state)
{
    static const char *const cells[] = {"5 3 2", "2 2 6", "3",
                                        "1",     "5",     "cba"};
    struct lewis_score s = score(cells, 0.5);

    (void)state;
    assert_int_equal(s.status, LEWIS_SCORED);
    assert_near(s.share[0], 0.20315362, 1e-8);
    assert_near(s.share[1], 0.22342668, 1e-8);
    assert_near(s.share[2], 0.57341970, 1e-8);
    assert_int_equal(s.answered, 5);
    assert_int_equal(s.missing, 0);
}

static void
test_points_alone_are_split_picks(void **state)
{
    static const char *const cells[] = {"5 3 2", "1 1 8", "", "", "", "a"};
    struct lewis_score s = score(cells, 0);

    (void)state;
    assert_int_equal(s.status, LEWIS_SCORED);
    assert_near(s.share[0], 1.6 / 3, 1e-10);
    assert_near(s.share[1], 0.4 / 3, 1e-10);
    assert_near(s.share[2], 1.0 / 3, 1e-10);
}

static void
test_an_attention_check_is_not_an_answer(void **state)
{
    static const char *const cells[] = {"5 3 2", "", "", "1", "", ""};
    struct lewis_score s = score(cells, 0.5);

    (void)state;
    assert_int_equal(s.status, LEWIS_INCOMPLETE);
    assert_int_equal(s.answered, 1);
    assert_int_equal(s.missing, 4);
}

static void
test_questions_about_the_person_are_read(void **state)
{
    const struct lewis_ask *ask = lewis_bank_ask(bank, 0);

    (void)state;
    assert_int_equal(lewis_bank_ask_count(bank), 2);
    assert_int_equal(ask->type, LEWIS_ASK_CHOICE);
    assert_false(ask->required);
    assert_int_equal(ask->option_count, 2);
    assert_string_equal(lewis_text_in(ask->option[1].label, "nl"),
                        "zeg ik liever niet");
    assert_true(lewis_bank_ask(bank, 1)->required);
}

static void
test_readings_and_norms_are_read(void **state)
{
    const struct lewis_norm *norm = lewis_bank_norm(bank, 0);

    (void)state;
    assert_string_equal(
        lewis_text_in(lewis_bank_reading(bank, 0, LEWIS_LINEAR, LEWIS_HIGH),
                      "en"),
        "You may plan.");
    assert_null(lewis_bank_reading(bank, 1, LEWIS_LINEAR, LEWIS_HIGH));
    assert_non_null(lewis_bank_reading(bank, LEWIS_NO_SECTION, LEWIS_MULTI,
                                       LEWIS_LOW));
    assert_int_equal(lewis_bank_norm_count(bank), 1);
    assert_int_equal(norm->n, 120);
    assert_near(norm->sd[2], 0.12, 0);
}

static void
test_what_may_be_shown_in_any_order_says_so(void **state)
{
    (void)state;
    assert_true(lewis_bank_section(bank, 0)->random);
    assert_false(lewis_bank_section(bank, 1)->random);
    assert_false(lewis_bank_find(bank, "A1")->random);
    assert_true(lewis_bank_find(bank, "C1")->random);
}

static void
test_words_are_counted_in_the_language(void **state)
{
    (void)state;
    /* six stems (one missing) and fifteen labels of one word, "Choose yes." of
     * two */
    assert_int_equal(lewis_bank_words(bank, "en"), 1 + 1 + 2 + 1 + 1 + 13);
}

/* A copy of the bank's file with one text replaced. */
static struct lewis_bank *
altered(const char *from, const char *to)
{
    char path[4096], *xml = calloc(1, 1 << 16), *copy = calloc(1, 1 << 16);
    struct lewis_error error;
    struct lewis_bank *result;
    FILE *file;
    char *at;

    snprintf(path, sizeof path, "%s/tests/fixtures/forms.xml",
             getenv("top_srcdir"));
    file = fopen(path, "r");
    assert_non_null(file);
    assert_true(fread(xml, 1, (1 << 16) - 1, file) > 0);
    fclose(file);
    at = strstr(xml, from);
    assert_non_null(at);
    snprintf(copy, 1 << 16, "%.*s%s%s", (int)(at - xml), xml, to,
             at + strlen(from));
    result = lewis_bank_parse(copy, strlen(copy), "new.xml", &error);
    assert_non_null(result);
    free(xml);
    free(copy);
    return result;
}

static size_t
compare(struct lewis_bank *new_bank, struct lewis_finding **findings)
{
    size_t count;

    assert_true(lewis_bank_compare(new_bank, bank, "new.xml", findings, &count,
                                   NULL));
    lewis_bank_free(new_bank);
    return count;
}

static void
test_an_id_used_again_for_another_key_is_an_error(void **state)
{
    struct lewis_finding *findings;
    size_t count = compare(
        altered("<right><label xml:lang=\"en\">talk</label><label "
                "xml:lang=\"nl\">praat</label><key style=\"multi\"/>",
                "<right><label xml:lang=\"en\">talk</label><label "
                "xml:lang=\"nl\">praat</label><key style=\"reactive\"/>"),
        &findings);

    (void)state;
    assert_int_equal(count, 2);
    assert_string_equal(findings[0].error.text,
                        "the items changed and the version 1.2.0 is not "
                        "higher than 1.2.0");
    assert_string_equal(findings[1].error.text,
                        "item \"B1\" has other keys than in version 1.2.0; "
                        "old answers would be read wrongly, so give it a new "
                        "id");
    lewis_findings_free(findings);
}

/* A row: what stands in the bank, what takes its place, what is said of it. */
static void
test_old_answers_that_would_be_read_wrongly_are_errors(void **state)
{
    static const char *const row[][3] = {
        {"ja</label></point>",
         "ja</label></point><point value=\"2\"><label xml:lang=\"en\">maybe"
         "</label><label xml:lang=\"nl\">misschien</label></point>",
         "item \"Q1\" has another scale than in version 1.2.0; old answers"},
        {"id=\"A1\" total=\"10\"", "id=\"A1\" total=\"12\"",
         "item \"A1\" has other options than in version 1.2.0; old answers"},
        {"id=\"B1\" points=\"7\"", "id=\"B1\" points=\"5\"",
         "item \"B1\" has other options than in version 1.2.0; old answers"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        struct lewis_finding *findings;

        assert_int_equal(compare(altered(row[i][0], row[i][1]), &findings), 2);
        assert_false(findings[1].warning);
        assert_ptr_equal(strstr(findings[1].error.text, row[i][2]),
                         findings[1].error.text);
        lewis_findings_free(findings);
    }
}

static void
test_other_words_under_an_old_id_are_a_warning(void **state)
{
    struct lewis_finding *findings;
    size_t count = compare(altered(">Rank<", ">Order<"), &findings);

    (void)state;
    assert_int_equal(count, 2);
    assert_true(findings[1].warning);
    assert_non_null(strstr(findings[1].error.text, "item \"C1\" has other"));
    lewis_findings_free(findings);
}

static void
test_the_same_bank_has_nothing_against_itself(void **state)
{
    struct lewis_finding *findings;

    (void)state;
    assert_int_equal(compare(altered("A note.", "Another note."), &findings),
                     0);
    lewis_findings_free(findings);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_points_are_shared_out_in_the_order_of_the_options),
        cmocka_unit_test(test_points_that_do_not_sum_are_told_with_an_example),
        cmocka_unit_test(test_a_pair_is_a_place_from_one),
        cmocka_unit_test(test_a_label_that_is_a_number_goes_before_the_number),
        cmocka_unit_test(test_all_forms_meet_in_one_estimate),
        cmocka_unit_test(test_points_alone_are_split_picks),
        cmocka_unit_test(test_an_attention_check_is_not_an_answer),
        cmocka_unit_test(test_questions_about_the_person_are_read),
        cmocka_unit_test(test_readings_and_norms_are_read),
        cmocka_unit_test(test_what_may_be_shown_in_any_order_says_so),
        cmocka_unit_test(test_words_are_counted_in_the_language),
        cmocka_unit_test(test_an_id_used_again_for_another_key_is_an_error),
        cmocka_unit_test(
            test_old_answers_that_would_be_read_wrongly_are_errors),
        cmocka_unit_test(test_other_words_under_an_old_id_are_a_warning),
        cmocka_unit_test(test_the_same_bank_has_nothing_against_itself),
    };

    return cmocka_run_group_tests(tests, load_bank, free_bank);
}
