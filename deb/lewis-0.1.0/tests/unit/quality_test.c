/* quality_test.c - runs, spread, checks and contradictions of answer sheets.
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

#include <lewis/quality.h>

#include "near.h"

static struct lewis_bank *ratings, *choices;
static struct lewis_key *rating_key, *choice_key;

static struct lewis_bank *
load(const char *name)
{
    char path[4096];
    struct lewis_error error;

    snprintf(path, sizeof path, "%s/%s.xml", getenv("LEWIS_PATH"), name);
    return lewis_bank_load(path, &error);
}

static int
open_banks(void **state)
{
    struct lewis_score_options options = lewis_score_defaults();

    (void)state;
    gsl_set_error_handler_off();
    ratings = load("lmr-ratings");
    choices = load("lmr-30");
    if (ratings == NULL || choices == NULL)
        return 1;
    rating_key = lewis_key_new(ratings, &options, NULL);
    choice_key = lewis_key_new(choices, &options, NULL);
    return rating_key == NULL || choice_key == NULL;
}

static int
close_banks(void **state)
{
    (void)state;
    lewis_key_free(rating_key);
    lewis_key_free(choice_key);
    lewis_bank_free(ratings);
    lewis_bank_free(choices);
    return 0;
}

enum { MOST = 64 };

/* Fills a sheet: item i (attention checks apart) gets cell(i). */
static void
fill(const struct lewis_bank *bank, struct lewis_answer answer[MOST],
     const char *(*cell)(const struct lewis_item *item, size_t i))
{
    for (size_t i = 0; i < lewis_bank_item_count(bank); i++) {
        const struct lewis_item *item = lewis_bank_item(bank, i);
        const char *text = cell(item, i);
        assert_true(lewis_answer_parse(item, text, strlen(text), &answer[i],
                                       NULL));
    }
}

static struct lewis_quality
quality_of(const struct lewis_key *key, const struct lewis_answer *answer)
{
    struct lewis_score score;
    struct lewis_quality quality;

    lewis_score_answers(key, answer, &score);
    lewis_quality_of(key, answer, &score, &quality);
    return quality;
}

static const char *
all_three(const struct lewis_item *item, size_t i)
{
    (void)item;
    (void)i;
    return "3";
}

static const char *
attentive(const struct lewis_item *item, size_t i)
{
    static const char *const values[] = {"1", "2", "3", "4", "5"};

    if (item->form == LEWIS_CHECK)
        return values[item->expect - 1];
    return values[(i * 7 + i / 3) % 5];
}

static void
test_straight_lining_raises_the_weak_flags_and_fails_the_checks(void **state)
{
    struct lewis_answer answer[MOST];
    struct lewis_quality q;

    (void)state;
    fill(ratings, answer, all_three);
    q = quality_of(rating_key, answer);
    assert_int_equal(q.run, 45);
    assert_near(q.spread, 0, 1e-12);
    assert_near(q.mode, 1, 0);
    assert_int_equal(q.failed, 2);
    assert_true(q.flags & LEWIS_FLAG_RUN);
    assert_true(q.flags & LEWIS_FLAG_SPREAD);
    assert_true(q.flags & LEWIS_FLAG_MODE);
    assert_true(q.flags & LEWIS_FLAG_CHECK);
    assert_true(q.caution);
}

static void
test_varied_answers_raise_no_weak_flag(void **state)
{
    struct lewis_answer answer[MOST];
    struct lewis_quality q;

    (void)state;
    fill(ratings, answer, attentive);
    q = quality_of(rating_key, answer);
    assert_int_equal(q.failed, 0);
    assert_int_equal(q.flags & (LEWIS_FLAG_RUN | LEWIS_FLAG_SPREAD |
                                LEWIS_FLAG_MODE | LEWIS_FLAG_MISSING |
                                LEWIS_FLAG_CHECK),
                     0);
}

static void
test_one_failed_check_is_reason_for_caution(void **state)
{
    struct lewis_answer answer[MOST];
    struct lewis_quality q;

    (void)state;
    fill(ratings, answer, attentive);
    for (size_t i = 0; i < lewis_bank_item_count(ratings); i++)
        if (lewis_bank_item(ratings, i)->form == LEWIS_CHECK) {
            answer[i].value = 1;
            break;
        }
    q = quality_of(rating_key, answer);
    assert_int_equal(q.failed, 1);
    assert_true(q.caution);
}

static void
test_a_missing_answer_ends_a_run_and_is_counted(void **state)
{
    struct lewis_answer answer[MOST];
    struct lewis_quality q;

    (void)state;
    fill(ratings, answer, all_three);
    answer[20].count = 0; /* an item, not a check */
    q = quality_of(rating_key, answer);
    assert_true(q.run < 45);
    assert_near(q.missing, 1 / 45., 1e-15);
}

/* Rankings that put 'first' ahead on odd items and 'other' on even ones. */
static const char *
ranked(const struct lewis_item *item, enum lewis_style first)
{
    static char cell[8];
    size_t n = 0;

    for (size_t pass = 0; pass < 3; pass++)
        for (size_t o = 0; o < item->option_count; o++)
            if (item->option[o].style ==
                (enum lewis_style)(((int)first + (int)pass) % LEWIS_STYLES))
                cell[n++] = item->option[o].id[0];
    cell[n] = '\0';
    return cell;
}

static const char *
divided(const struct lewis_item *item, size_t i)
{
    return ranked(item, i % 2 == 0 ? LEWIS_LINEAR : LEWIS_REACTIVE);
}

static const char *
of_one_mind(const struct lewis_item *item, size_t i)
{
    return ranked(item, i / 2 % 4 < 3 ? LEWIS_LINEAR : LEWIS_MULTI);
}

static void
test_halves_that_contradict_each_other_are_flagged(void **state)
{
    struct lewis_answer answer[MOST];
    struct lewis_quality q;

    (void)state;
    fill(choices, answer, divided);
    q = quality_of(choice_key, answer);
    assert_true(q.flags & LEWIS_FLAG_CONTRADICTION);
    assert_true(q.halves > 0.3);
    assert_true(isnan(q.spread));
}

static void
test_halves_that_agree_are_not(void **state)
{
    struct lewis_answer answer[MOST];
    struct lewis_quality q;

    (void)state;
    fill(choices, answer, of_one_mind);
    q = quality_of(choice_key, answer);
    assert_false(q.flags & LEWIS_FLAG_CONTRADICTION);
}

/* Under the model the chance must be a chance: simulate 30 rankings from fixed
 * worths 4000 times; p under .01 about once in a hundred, under .5 half the
 * time. */
static uint64_t seed = 42;

static double
uniform(void)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (double)(seed >> 11) / 9007199254740992.0;
}

static const double worth[LEWIS_STYLES] = {.5, .3, .2};

static const char *
drawn(const struct lewis_item *item, size_t i)
{
    static char cell[8];
    bool used[3] = {false};
    double left = 1;

    (void)i;
    for (int n = 0; n < 3; n++) {
        double u = uniform() * left;
        int pick = -1;
        for (int o = 0; o < 3; o++) {
            if (used[o])
                continue;
            pick = o;
            u -= worth[item->option[o].style];
            if (u < 0)
                break;
        }
        used[pick] = true;
        left -= worth[item->option[pick].style];
        cell[n] = item->option[pick].id[0];
    }
    cell[3] = '\0';
    return cell;
}

static void
test_the_chance_of_a_contradiction_is_what_it_says(void **state)
{
    enum { TRIALS = 4000 };
    struct lewis_answer answer[MOST];
    int rare = 0, half = 0;

    (void)state;
    for (int t = 0; t < TRIALS; t++) {
        fill(choices, answer, drawn);
        struct lewis_quality q = quality_of(choice_key, answer);
        rare += q.halves_p < .01;
        half += q.halves_p < .5;
    }
    assert_true(rare > .004 * TRIALS && rare < .02 * TRIALS);
    assert_true(half > .46 * TRIALS && half < .54 * TRIALS);
}

static void
test_flags_have_words(void **state)
{
    (void)state;
    assert_string_equal(lewis_flag_keyword(LEWIS_FLAG_CONTRADICTION),
                        "contradiction");
    assert_string_equal(lewis_flag_keyword(LEWIS_FLAG_RUN), "run");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            test_straight_lining_raises_the_weak_flags_and_fails_the_checks),
        cmocka_unit_test(test_varied_answers_raise_no_weak_flag),
        cmocka_unit_test(test_one_failed_check_is_reason_for_caution),
        cmocka_unit_test(test_a_missing_answer_ends_a_run_and_is_counted),
        cmocka_unit_test(test_halves_that_contradict_each_other_are_flagged),
        cmocka_unit_test(test_halves_that_agree_are_not),
        cmocka_unit_test(test_the_chance_of_a_contradiction_is_what_it_says),
        cmocka_unit_test(test_flags_have_words),
    };

    return cmocka_run_group_tests(tests, open_banks, close_banks);
}
