/* score_test.c - profiles of whole answer sheets, by hand and by R
 * (tests/oracle/rating.R, tests/oracle/choice.R).
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

static struct lewis_bank *ratings, *choices;

static struct lewis_bank *
load(const char *where, const char *name)
{
    char path[4096];
    struct lewis_error error;

    snprintf(path, sizeof path, "%s/%s.xml", getenv(where), name);
    return lewis_bank_load(path, &error);
}

static int
load_banks(void **state)
{
    (void)state;
    gsl_set_error_handler_off();
    ratings = load("LEWIS_PATH", "bfi");
    choices = load("top_srcdir", "tests/fixtures/nine");
    return ratings == NULL || choices == NULL;
}

static int
free_banks(void **state)
{
    (void)state;
    lewis_bank_free(ratings);
    lewis_bank_free(choices);
    return 0;
}

/* Cells "2 4 3 ..." in the bank's order, "-" for a missing one. */
static struct lewis_score
score_with(const struct lewis_bank *bank, const char *cells,
           const struct lewis_score_options *options)
{
    struct lewis_key *key = lewis_key_new(bank, options, NULL);
    struct lewis_answer answer[64];
    struct lewis_score score;
    char store[512], *rest = store;

    assert_non_null(key);
    snprintf(store, sizeof store, "%s", cells);
    for (size_t i = 0; i < lewis_bank_item_count(bank); i++) {
        const char *cell = strtok_r(rest, " ", &rest);
        assert_non_null(cell);
        if (strcmp(cell, "-") == 0)
            cell = "";
        assert_true(lewis_answer_parse(lewis_bank_item(bank, i), cell,
                                       strlen(cell), &answer[i], NULL));
    }
    lewis_score_answers(key, answer, &score);
    lewis_key_free(key);
    return score;
}

static struct lewis_score
score(const struct lewis_bank *bank, const char *cells)
{
    struct lewis_score_options options = lewis_score_defaults();

    return score_with(bank, cells, &options);
}

/* The style of option 'letter' of item i of the choice bank. */
static char
letter_of(size_t i, enum lewis_style style)
{
    const struct lewis_item *item = lewis_bank_item(choices, i);

    for (size_t o = 0; o < item->option_count; o++)
        if (item->option[o].style == style)
            return item->option[o].id[0];
    return '?';
}

/* Cells for "LMR LRM M ..." said in styles. */
static const char *
cells_of(const char *styles)
{
    static char out[256];
    size_t item = 0, n = 0;

    for (; *styles != '\0'; styles++) {
        const char *at = strchr("LMR", *styles);
        if (*styles == ' ')
            item++;
        out[n++] = at == NULL
                       ? *styles
                       : letter_of(item, (enum lewis_style)(at - "LMR"));
    }
    out[n] = '\0';
    return out;
}

/* Person 61617 of the R package psychTools' bfi: C 2 3 3 4 4, E 3 3 3 4 4,
 * A 2 4 3 4 4; numbers by R. */
static void
test_a_real_persons_ratings_give_the_profile_that_r_gives(void **state)
{
    struct lewis_score s = score(ratings, "2 3 3 4 4 3 3 3 4 4 2 4 3 4 4");

    (void)state;
    assert_int_equal(s.status, LEWIS_SCORED);
    assert_near(s.source[0], 0.36, 1e-15);
    assert_near(s.source[1], 0.56, 1e-15);
    assert_near(s.source[2], 0.60, 1e-15);
    assert_near(s.share[0], 0.236842105263, 1e-12);
    assert_near(s.share[1], 0.368421052632, 1e-12);
    assert_near(s.share[2], 0.394736842105, 1e-12);
    assert_near(s.point.x, 0.578947368421, 1e-12);
    assert_near(s.point.y, 0.319061990868, 1e-12);
    assert_int_equal(s.answered, 15);
    assert_int_equal(s.missing, 0);
    assert_false(s.rough);
}

static void
test_reversed_items_turn_at_the_banks_ends_and_not_the_datas(void **state)
{
    /* the highest answer everywhere: C4 C5 E1 E2 A1 count 0 */
    struct lewis_score s = score(ratings, "6 6 6 6 6 6 6 6 6 6 6 6 6 6 6");

    (void)state;
    assert_near(s.source[0], 3 / 5., 1e-15);
    assert_near(s.source[1], 3 / 5., 1e-15);
    assert_near(s.source[2], 4 / 5., 1e-15);
}

static void
test_four_of_five_answers_are_enough_and_three_are_not(void **state)
{
    struct lewis_score s = score(ratings, "2 3 3 4 - 3 3 3 4 4 2 4 3 4 4");

    (void)state;
    assert_int_equal(s.status, LEWIS_SCORED);
    assert_int_equal(s.missing, 1);
    s = score(ratings, "2 3 3 - - 3 3 3 4 4 2 4 3 4 4");
    assert_int_equal(s.status, LEWIS_INCOMPLETE);
    assert_int_equal(s.reason, LEWIS_TOO_FEW_ANSWERS);
    assert_int_equal(s.answered, 13);
    assert_true(isnan(s.share[0]) && isnan(s.low[1]) && isnan(s.point.x));
    assert_int_equal(s.styles, 0);
}

static void
test_all_at_the_lowest_is_no_profile_and_not_the_middle(void **state)
{
    struct lewis_score s = score(ratings, "1 1 1 6 6 6 6 1 1 1 6 1 1 1 1");

    (void)state;
    assert_int_equal(s.status, LEWIS_INCOMPLETE);
    assert_int_equal(s.reason, LEWIS_ALL_ZERO);
    assert_int_equal(s.answered, 15);
}

static void
test_the_same_answer_everywhere_is_not_certainty(void **state)
{
    struct lewis_score s = score(ratings, "3 3 3 4 4 4 4 3 3 3 4 3 3 3 3");

    (void)state;
    for (int i = 0; i < 3; i++) {
        assert_near(s.share[i], 1 / 3., 1e-12);
        assert_true(s.high[i] - s.low[i] > 0.05);
    }
    assert_string_equal(lewis_styles_keyword(s.styles), "balanced");
}

static void
test_picks_of_a_choice_bank_are_counted_with_the_prior(void **state)
{
    struct lewis_score s = score(choices, cells_of("L L L L L M M R R"));

    (void)state;
    assert_int_equal(s.status, LEWIS_SCORED);
    assert_near(s.source[0], 5, 0);
    assert_near(s.share[0], 5.5 / 10.5, 1e-12);
    assert_near(s.share[1], 2.5 / 10.5, 1e-12);
    assert_near(s.share[2], 2.5 / 10.5, 1e-12);
    assert_int_equal(s.region.kind, LEWIS_REGION_SCORE);
    assert_near(s.region.center[0], 5 / 9., 1e-15);
}

static void
test_without_a_prior_picks_are_plain_shares(void **state)
{
    struct lewis_score_options options = lewis_score_defaults();
    struct lewis_score s;

    (void)state;
    options.prior = 0;
    s = score_with(choices, cells_of("L L L L L L M M M"), &options);
    assert_near(s.share[0], 6 / 9., 1e-12);
    assert_near(s.share[1], 3 / 9., 1e-12);
    assert_near(s.share[2], 0, 0);
}

static void
test_one_ranking_nine_times_names_its_first_style(void **state)
{
    struct lewis_score s =
        score(choices, cells_of("LMR LMR LMR LMR LMR LMR LMR LMR LMR"));

    (void)state;
    assert_int_equal(s.status, LEWIS_SCORED);
    assert_true(s.share[0] > s.share[1] && s.share[1] > s.share[2]);
    assert_int_equal(s.region.kind, LEWIS_REGION_LIKELIHOOD);
    for (int i = 0; i < 3; i++)
        assert_true(s.low[i] >= 0 && s.low[i] <= s.share[i] &&
                    s.share[i] <= s.high[i] && s.high[i] <= 1);
    assert_string_equal(lewis_styles_keyword(s.styles), "linear");
}

static void
test_a_choice_bank_needs_four_fifths_of_all_items(void **state)
{
    struct lewis_score s =
        score(choices, cells_of("LMR LMR LMR LMR LMR LMR LMR LMR -"));

    (void)state;
    assert_int_equal(s.status, LEWIS_SCORED);
    s = score(choices, cells_of("LMR LMR LMR LMR LMR LMR LMR - -"));
    assert_int_equal(s.status, LEWIS_INCOMPLETE);
}

static void
test_nothing_answered_is_never_the_middle(void **state)
{
    struct lewis_score_options options = lewis_score_defaults();
    struct lewis_score s;

    (void)state;
    options.min_answered = 0;
    s = score_with(choices, "- - - - - - - - -", &options);
    assert_int_equal(s.status, LEWIS_INCOMPLETE);
    s = score_with(ratings, "- - - - - - - - - - - - - - -", &options);
    assert_int_equal(s.status, LEWIS_INCOMPLETE);
}

static void
test_options_out_of_range_are_refused(void **state)
{
    struct lewis_score_options options = lewis_score_defaults();
    struct lewis_error error;

    (void)state;
    options.level = 1;
    assert_null(lewis_key_new(choices, &options, &error));
    assert_string_equal(error.text,
                        "the level must be between 0 and 1, such as 0.9");
    options = lewis_score_defaults();
    options.prior = -1;
    assert_null(lewis_key_new(choices, &options, &error));
    options.prior = NAN;
    assert_null(lewis_key_new(choices, &options, &error));
}

/* Simulation, seeded: for true worths inside the triangle, 30 picks; the 90 %
 * region must hold the truth 88 to 92 times in a hundred on average, as the
 * score region does (doc/method.md). */
static double
uniform(uint64_t *s)
{
    *s = *s * 6364136223846793005u + 1442695040888963407u;
    return (double)(*s >> 11) / 9007199254740992.0;
}

static void
test_the_region_of_picks_covers_the_truth_nine_times_in_ten(void **state)
{
    static const double truth[][3] = {
        {1 / 3., 1 / 3., 1 / 3.}, {.6, .3, .1}, {.2, .7, .1}, {.1, .45, .45}};
    uint64_t s = 7;
    int held = 0, trials = 0;

    (void)state;
    for (size_t t = 0; t < sizeof truth / sizeof truth[0]; t++)
        for (int k = 0; k < 5000; k++, trials++) {
            double n[3] = {0};
            for (int i = 0; i < 30; i++) {
                double u = uniform(&s);
                n[u < truth[t][0] ? 0 : u < truth[t][0] + truth[t][1] ? 1 : 2]++;
            }
            struct lewis_region region = {
                .kind = LEWIS_REGION_SCORE,
                .center = {n[0] / 30, n[1] / 30, n[2] / 30},
                .n = 30,
                .radius2 = 4.605170185988092};
            held += lewis_region_holds(&region, truth[t]);
        }
    assert_true(held > .88 * trials && held < .92 * trials);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            test_a_real_persons_ratings_give_the_profile_that_r_gives),
        cmocka_unit_test(
            test_reversed_items_turn_at_the_banks_ends_and_not_the_datas),
        cmocka_unit_test(
            test_four_of_five_answers_are_enough_and_three_are_not),
        cmocka_unit_test(
            test_all_at_the_lowest_is_no_profile_and_not_the_middle),
        cmocka_unit_test(test_the_same_answer_everywhere_is_not_certainty),
        cmocka_unit_test(test_picks_of_a_choice_bank_are_counted_with_the_prior),
        cmocka_unit_test(test_without_a_prior_picks_are_plain_shares),
        cmocka_unit_test(test_one_ranking_nine_times_names_its_first_style),
        cmocka_unit_test(test_a_choice_bank_needs_four_fifths_of_all_items),
        cmocka_unit_test(test_nothing_answered_is_never_the_middle),
        cmocka_unit_test(test_options_out_of_range_are_refused),
        cmocka_unit_test(
            test_the_region_of_picks_covers_the_truth_nine_times_in_ten),
    };

    return cmocka_run_group_tests(tests, load_banks, free_banks);
}
