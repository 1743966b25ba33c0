/* session_test.c - taking the questionnaire: every form, every act in every
 * stage, the order shown, time, and what cannot be saved.
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

#include <lewis/session.h>

static struct lewis_bank *forms, *asks, *thirty, *twelve, *ratings;
static struct lewis_session *s;
static uint64_t now;

static struct lewis_bank *
load(const char *where, const char *name)
{
    char path[4096];
    struct lewis_error error;
    struct lewis_bank *bank;

    snprintf(path, sizeof path, "%s/%s.xml", getenv(where), name);
    bank = lewis_bank_load(path, &error);
    if (bank == NULL)
        print_error("%s\n", error.text);
    return bank;
}

static int
load_banks(void **state)
{
    (void)state;
    forms = load("top_srcdir", "tests/fixtures/forms");
    asks = load("top_srcdir", "tests/fixtures/asks");
    thirty = load("LEWIS_PATH", "lmr-30");
    twelve = load("LEWIS_PATH", "lmr-12");
    ratings = load("LEWIS_PATH", "lmr-ratings");
    return !forms || !asks || !thirty || !twelve || !ratings;
}

static int
free_banks(void **state)
{
    (void)state;
    lewis_bank_free(forms);
    lewis_bank_free(asks);
    lewis_bank_free(thirty);
    lewis_bank_free(twelve);
    lewis_bank_free(ratings);
    return 0;
}

static void
begin_with(const struct lewis_bank *bank,
           const struct lewis_session_options *options)
{
    lewis_session_free(s);
    s = lewis_session_new(bank, options, NULL);
    assert_non_null(s);
    now = 1000;
    lewis_session_show(s, now);
}

static void
begin(const struct lewis_bank *bank, uint64_t seed)
{
    begin_with(bank, &(struct lewis_session_options){.seed = seed});
}

static int
end(void **state)
{
    (void)state;
    lewis_session_free(s);
    s = NULL;
    return 0;
}

static enum lewis_outcome
act(enum lewis_act_kind kind)
{
    return lewis_session_do(s, &(struct lewis_act){.kind = kind}, now, NULL);
}

static enum lewis_outcome
number(long n)
{
    return lewis_session_do(
        s, &(struct lewis_act){.kind = LEWIS_ACT_NUMBER, .number = n}, now,
        NULL);
}

static enum lewis_outcome
go(long n)
{
    return lewis_session_do(
        s, &(struct lewis_act){.kind = LEWIS_ACT_GO, .number = n}, now, NULL);
}

static enum lewis_outcome
text(const char *t)
{
    return lewis_session_do(
        s, &(struct lewis_act){.kind = LEWIS_ACT_TEXT, .text = t}, now, NULL);
}

static enum lewis_outcome
language(const char *t)
{
    return lewis_session_do(
        s, &(struct lewis_act){.kind = LEWIS_ACT_LANGUAGE, .text = t}, now,
        NULL);
}

static enum lewis_stage
stage(void)
{
    return lewis_session_stage(s);
}

static size_t
position(void)
{
    return lewis_session_place(s).item;
}

/* The item shown. */
static size_t
here(void)
{
    return lewis_session_item(s, position());
}

static const struct lewis_item *
item_here(void)
{
    return lewis_bank_item(lewis_session_bank(s), here());
}

static const struct lewis_answer *
answer(size_t item)
{
    return &lewis_session_answers(s)[item];
}

/* Any answer to the item shown, all steps of it. */
static void
answer_it(void)
{
    enum lewis_form form = item_here()->form;

    if (form == LEWIS_POINTS)
        assert_int_equal(number(item_here()->total), LEWIS_MOVED);
    else if (number(1) == LEWIS_STAYED)
        assert_int_equal(number(3), LEWIS_MOVED);
}

static void
answer_all(void)
{
    if (stage() == LEWIS_STAGE_WELCOME)
        assert_int_equal(act(LEWIS_ACT_ENTER), LEWIS_MOVED);
    while (stage() == LEWIS_STAGE_ITEM)
        answer_it();
    assert_int_equal(stage(), LEWIS_STAGE_REVIEW);
}

/* Goes to an item by its id; all before it get an answer. */
static size_t
reach(const char *id)
{
    const struct lewis_bank *bank = lewis_session_bank(s);

    if (stage() == LEWIS_STAGE_WELCOME)
        act(LEWIS_ACT_ENTER);
    while (strcmp(item_here()->id, id) != 0)
        answer_it();
    return (size_t)(lewis_bank_find(bank, id) - lewis_bank_item(bank, 0));
}

static void
test_a_pick_is_the_option_as_shown(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 20; seed++) {
        begin(asks, seed);
        size_t i = reach("R3");
        assert_int_equal(number(0), LEWIS_REFUSED_OPTION);
        assert_int_equal(number(4), LEWIS_REFUSED_OPTION);
        assert_int_equal(number(-1), LEWIS_REFUSED_OPTION);
        assert_int_equal(number(2), LEWIS_MOVED);
        assert_int_equal(answer(i)->count, 1);
        assert_int_equal(answer(i)->part[0], lewis_session_option(s, i, 1));
        assert_int_equal(lewis_session_given(s, i), LEWIS_ANSWERED);
    }
}

/* All six ways to rank three, in every order they can be shown. */
static void
test_a_ranking_is_most_then_least(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 20; seed++)
        for (long most = 1; most <= 3; most++)
            for (long least = 1; least <= 3; least++) {
                begin(forms, seed);
                size_t i = reach("C1");
                assert_int_equal(number(most), LEWIS_STAYED);
                assert_int_equal(lewis_session_given(s, i), LEWIS_OPEN);
                assert_int_equal(answer(i)->count, 0);
                assert_int_equal(lewis_session_half(s, i)->part[0],
                                 lewis_session_option(s, i, (size_t)most - 1));
                assert_int_equal(number(4), LEWIS_REFUSED_OPTION);
                if (most == least) {
                    assert_int_equal(number(least), LEWIS_REFUSED_AGAIN);
                    continue;
                }
                assert_int_equal(number(least), LEWIS_MOVED);
                assert_int_equal(answer(i)->count, 3);
                assert_int_equal(answer(i)->part[0],
                                 lewis_session_option(s, i, (size_t)most - 1));
                assert_int_equal(
                    answer(i)->part[1],
                    lewis_session_option(s, i, (size_t)(6 - most - least) - 1));
                assert_int_equal(answer(i)->part[2],
                                 lewis_session_option(s, i, (size_t)least - 1));
                assert_int_equal(lewis_session_half(s, i)->count, 0);
            }
}

static void
test_points_are_given_in_turn_and_the_last_follow(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 20; seed++) {
        begin(forms, seed);
        size_t i = reach("A2");
        assert_int_equal(lewis_session_points_left(s, i), 10);
        assert_int_equal(number(11), LEWIS_REFUSED_POINTS);
        assert_int_equal(number(-1), LEWIS_REFUSED_POINTS);
        assert_int_equal(number(7), LEWIS_STAYED);
        assert_int_equal(lewis_session_points_left(s, i), 3);
        assert_int_equal(number(4), LEWIS_REFUSED_POINTS);
        assert_int_equal(number(1), LEWIS_MOVED);
        assert_int_equal(answer(i)->count, 3);
        assert_int_equal(answer(i)->part[lewis_session_option(s, i, 0)], 7);
        assert_int_equal(answer(i)->part[lewis_session_option(s, i, 1)], 1);
        assert_int_equal(answer(i)->part[lewis_session_option(s, i, 2)], 2);
    }
}

static void
test_all_points_at_once_leave_none_to_ask_for(void **state)
{
    (void)state;
    begin(forms, 5);
    size_t i = reach("A2");
    assert_int_equal(number(10), LEWIS_MOVED);
    assert_int_equal(answer(i)->count, 3);
    assert_int_equal(answer(i)->part[lewis_session_option(s, i, 0)], 10);
    begin(asks, 5);
    i = reach("R2");
    assert_int_equal(number(0), LEWIS_MOVED);
    assert_int_equal(answer(i)->count, 2);
    assert_int_equal(answer(i)->part[lewis_session_option(s, i, 1)], 10);
}

static void
test_ratings_checks_and_pairs_are_the_number(void **state)
{
    static const struct {
        const char *id;
        long lo, hi;
    } row[] = {{"B1", 1, 7}, {"B2", 1, 5}, {"Q1", 0, 1}};

    (void)state;
    for (size_t r = 0; r < 3; r++)
        for (long n = row[r].lo; n <= row[r].hi; n++) {
            begin(forms, 3);
            size_t i = reach(row[r].id);
            assert_int_equal(number(row[r].lo - 1), LEWIS_REFUSED_OPTION);
            assert_int_equal(number(row[r].hi + 1), LEWIS_REFUSED_OPTION);
            assert_int_equal(number(n), LEWIS_MOVED);
            assert_int_equal(answer(i)->value, n);
            assert_int_equal(answer(i)->count, 1);
        }
    begin(ratings, 3);
    act(LEWIS_ACT_ENTER);
    assert_int_equal(number(item_here()->response->hi + 1),
                     LEWIS_REFUSED_OPTION);
    assert_int_equal(number(item_here()->response->hi), LEWIS_MOVED);
}

static void
test_back_undoes_the_half_first(void **state)
{
    (void)state;
    begin(forms, 1);
    size_t i = reach("C1"), at = position();
    number(2);
    assert_int_equal(act(LEWIS_ACT_BACK), LEWIS_STAYED);
    assert_int_equal(lewis_session_half(s, i)->count, 0);
    assert_int_equal(position(), at);
    assert_int_equal(act(LEWIS_ACT_BACK), LEWIS_MOVED);
    assert_int_equal(position(), at - 1);
    begin(forms, 1);
    i = reach("A1");
    number(4);
    number(3);
    begin(forms, 1);
    reach("A1");
    number(4);
    assert_int_equal(act(LEWIS_ACT_BACK), LEWIS_STAYED);
    assert_int_equal(lewis_session_points_left(s, i), 10);
}

static void
test_the_old_answer_stands_until_the_new_one_is_whole(void **state)
{
    struct lewis_answer old;

    (void)state;
    begin(thirty, 1);
    act(LEWIS_ACT_ENTER);
    number(1);
    number(2);
    act(LEWIS_ACT_BACK);
    size_t i = here();
    old = *answer(i);
    number(2);
    assert_memory_equal(answer(i), &old, sizeof old);
    assert_int_equal(act(LEWIS_ACT_FORWARD), LEWIS_MOVED);
    assert_memory_equal(answer(i), &old, sizeof old);
    assert_int_equal(lewis_session_half(s, i)->count, 1);
    act(LEWIS_ACT_BACK);
    number(1);
    assert_int_not_equal(answer(i)->part[0], old.part[0]);
    assert_int_equal(lewis_session_changes(s, i), 1);
}

static void
test_only_another_answer_is_a_change(void **state)
{
    (void)state;
    begin(twelve, 1);
    act(LEWIS_ACT_ENTER);
    size_t i = here();
    number(1);
    go(1);
    number(1);
    assert_int_equal(lewis_session_changes(s, i), 0);
    go(1);
    number(2);
    assert_int_equal(lewis_session_changes(s, i), 1);
    go(1);
    assert_int_equal(act(LEWIS_ACT_CLEAR), LEWIS_STAYED);
    assert_int_equal(lewis_session_changes(s, i), 2);
    assert_int_equal(act(LEWIS_ACT_CLEAR), LEWIS_IGNORED);
    number(2);
    assert_int_equal(lewis_session_changes(s, i), 2);
}

static void
test_nothing_open_is_passed_over(void **state)
{
    (void)state;
    begin(twelve, 1);
    act(LEWIS_ACT_ENTER);
    assert_int_equal(act(LEWIS_ACT_FORWARD), LEWIS_REFUSED_OPEN);
    assert_int_equal(go(3), LEWIS_REFUSED_AHEAD);
    assert_int_equal(go(0), LEWIS_REFUSED_QUESTION);
    assert_int_equal(go(13), LEWIS_REFUSED_QUESTION);
    number(1);
    number(1);
    assert_int_equal(go(1), LEWIS_MOVED);
    assert_int_equal(act(LEWIS_ACT_CLEAR), LEWIS_STAYED);
    assert_int_equal(go(2), LEWIS_REFUSED_AHEAD);
    assert_int_equal(lewis_session_first_open(s), 0);
    number(3);
    assert_int_equal(position(), 1);
    assert_int_equal(go(3), LEWIS_MOVED);
    assert_int_equal(go(3), LEWIS_IGNORED);
}

static void
test_an_item_gone_to_from_the_review_leads_back_to_it(void **state)
{
    (void)state;
    begin(twelve, 1);
    answer_all();
    assert_int_equal(go(5), LEWIS_MOVED);
    assert_int_equal(position(), 4);
    number(3);
    assert_int_equal(stage(), LEWIS_STAGE_REVIEW);
    go(5);
    act(LEWIS_ACT_BACK);
    assert_int_equal(position(), 3);
    act(LEWIS_ACT_FORWARD);
    act(LEWIS_ACT_FORWARD);
    assert_int_equal(stage(), LEWIS_STAGE_REVIEW);
    act(LEWIS_ACT_BACK);
    assert_int_equal(position(), 4);
}

static void
test_the_review_may_be_looked_at_meanwhile(void **state)
{
    (void)state;
    begin(twelve, 1);
    act(LEWIS_ACT_ENTER);
    number(1);
    assert_int_equal(act(LEWIS_ACT_REVIEW), LEWIS_MOVED);
    assert_int_equal(act(LEWIS_ACT_HAND_IN), LEWIS_REFUSED_AHEAD);
    assert_int_equal(act(LEWIS_ACT_BACK), LEWIS_MOVED);
    assert_int_equal(position(), 1);
    assert_int_equal(act(LEWIS_ACT_FORWARD), LEWIS_MOVED);
    assert_int_equal(stage(), LEWIS_STAGE_REVIEW);
    assert_int_equal(act(LEWIS_ACT_ENTER), LEWIS_MOVED);
    assert_int_equal(position(), 1);
    number(2);
    assert_int_equal(position(), 2);
    number(2);
    assert_int_equal(position(), 3);
}

/* lmr-12: 12 items, 0.8 of them must be answered: 10. */
static void
test_so_many_may_be_left_out_as_a_profile_allows(void **state)
{
    (void)state;
    begin(twelve, 1);
    act(LEWIS_ACT_ENTER);
    assert_int_equal(lewis_session_skips_left(s, here()), 2);
    assert_int_equal(act(LEWIS_ACT_SKIP), LEWIS_MOVED);
    assert_int_equal(act(LEWIS_ACT_SKIP), LEWIS_MOVED);
    assert_int_equal(act(LEWIS_ACT_SKIP), LEWIS_REFUSED_SKIP);
    assert_int_equal(go(1), LEWIS_MOVED);
    assert_int_equal(act(LEWIS_ACT_SKIP), LEWIS_MOVED);
    assert_int_equal(go(1), LEWIS_MOVED);
    number(1);
    assert_int_equal(lewis_session_skips_left(s, here()), 1);
    assert_int_equal(go(1), LEWIS_MOVED);
    assert_int_equal(act(LEWIS_ACT_SKIP), LEWIS_REFUSED_ANSWERED);
    assert_false(lewis_session_enough(s));
    answer_all();
    assert_true(lewis_session_enough(s));
}

/* The least number of each style's items, as lewis/score.h counts. */
static void
test_ratings_may_be_left_out_by_style(void **state)
{
    size_t of_style[LEWIS_STYLES] = {0}, skipped[LEWIS_STYLES] = {0};
    double part = lewis_bank_min_answered(ratings);

    (void)state;
    for (size_t i = 0; i < lewis_bank_item_count(ratings); i++)
        if (lewis_bank_item(ratings, i)->form == LEWIS_RATE)
            of_style[lewis_bank_item(ratings, i)->style]++;
    begin(ratings, 1);
    act(LEWIS_ACT_ENTER);
    while (stage() == LEWIS_STAGE_ITEM) {
        const struct lewis_item *item = item_here();
        bool check = item->form == LEWIS_CHECK;
        enum lewis_outcome outcome = act(LEWIS_ACT_SKIP);
        if (outcome == LEWIS_MOVED && !check)
            skipped[item->style]++;
        if (outcome != LEWIS_MOVED)
            answer_it();
    }
    for (int style = 0; style < LEWIS_STYLES; style++) {
        double left = (double)(of_style[style] - skipped[style]);
        assert_true(left >= part * (double)of_style[style] - 1e-9);
        assert_true(left - 1 < part * (double)of_style[style]);
    }
    assert_true(lewis_session_enough(s));
}

static void
test_a_check_may_always_be_left_out(void **state)
{
    (void)state;
    begin(forms, 1);
    reach("Q1");
    assert_true(lewis_session_skips_left(s, here()) == SIZE_MAX);
    assert_int_equal(act(LEWIS_ACT_SKIP), LEWIS_MOVED);
}

static void
test_questions_about_the_person_come_last(void **state)
{
    (void)state;
    begin(asks, 1);
    answer_all();
    assert_int_equal(act(LEWIS_ACT_HAND_IN), LEWIS_REFUSED_ASKS);
    assert_int_equal(act(LEWIS_ACT_ENTER), LEWIS_MOVED);
    assert_int_equal(stage(), LEWIS_STAGE_ASK);
    assert_int_equal(text("  Oranje \xC3\xA9 "), LEWIS_MOVED);
    assert_string_equal(lewis_session_reply(s, 0), "Oranje \xC3\xA9");
    assert_int_equal(act(LEWIS_ACT_FORWARD), LEWIS_REFUSED_REQUIRED);
    assert_int_equal(act(LEWIS_ACT_SKIP), LEWIS_REFUSED_REQUIRED);
    assert_false(lewis_session_complete(s));
    assert_int_equal(text("twelve"), LEWIS_REFUSED_NUMBER);
    assert_int_equal(text("-3"), LEWIS_REFUSED_NUMBER);
    assert_int_equal(number(-3), LEWIS_REFUSED_NUMBER);
    assert_int_equal(number(1000000000), LEWIS_REFUSED_NUMBER);
    assert_int_equal(text(" 012"), LEWIS_MOVED);
    assert_string_equal(lewis_session_reply(s, 1), "12");
    assert_int_equal(text("Holland"), LEWIS_REFUSED_COUNTRY);
    assert_int_equal(text("xx"), LEWIS_REFUSED_COUNTRY);
    assert_int_equal(text("L "), LEWIS_REFUSED_COUNTRY);
    assert_int_equal(number(1), LEWIS_IGNORED);
    assert_int_equal(text("nl"), LEWIS_MOVED);
    assert_string_equal(lewis_session_reply(s, 2), "NL");
    assert_int_equal(number(3), LEWIS_REFUSED_OPTION);
    assert_int_equal(text("cook"), LEWIS_REFUSED_OPTION);
    assert_int_equal(number(2), LEWIS_MOVED);
    assert_string_equal(lewis_session_reply(s, 3), "make");
    assert_int_equal(stage(), LEWIS_STAGE_READY);
    assert_true(lewis_session_complete(s));
    assert_int_equal(act(LEWIS_ACT_BACK), LEWIS_MOVED);
    assert_int_equal(text("CARE"), LEWIS_MOVED);
    assert_string_equal(lewis_session_reply(s, 3), "care");
    assert_int_equal(act(LEWIS_ACT_HAND_IN), LEWIS_MOVED);
    assert_int_equal(stage(), LEWIS_STAGE_DONE);
}

static void
test_a_reply_is_one_line_of_text(void **state)
{
    char longest[LEWIS_REPLY_SIZE + 1];

    (void)state;
    begin(asks, 1);
    answer_all();
    act(LEWIS_ACT_ENTER);
    assert_int_equal(text(""), LEWIS_REFUSED_TEXT);
    assert_int_equal(text(" \t "), LEWIS_REFUSED_TEXT);
    assert_int_equal(text("a\nb"), LEWIS_REFUSED_TEXT);
    assert_int_equal(text("a\033[2J"), LEWIS_REFUSED_TEXT);
    assert_int_equal(text("a\xC2\x9B"), LEWIS_REFUSED_TEXT);
    assert_int_equal(text("Zo\xEB"), LEWIS_REFUSED_TEXT);
    memset(longest, 'x', sizeof longest);
    longest[LEWIS_REPLY_SIZE] = '\0';
    assert_int_equal(text(longest), LEWIS_REFUSED_TEXT);
    longest[LEWIS_REPLY_SIZE - 1] = '\0';
    assert_int_equal(text(longest), LEWIS_MOVED);
    assert_string_equal(lewis_session_reply(s, 0), longest);
}

static void
test_one_may_rather_not_say(void **state)
{
    (void)state;
    begin(asks, 1);
    answer_all();
    act(LEWIS_ACT_ENTER);
    assert_int_equal(act(LEWIS_ACT_SKIP), LEWIS_MOVED);
    assert_int_equal(lewis_session_ask_given(s, 0), LEWIS_SKIPPED);
    act(LEWIS_ACT_BACK);
    assert_int_equal(text("x"), LEWIS_MOVED);
    act(LEWIS_ACT_BACK);
    assert_int_equal(act(LEWIS_ACT_SKIP), LEWIS_REFUSED_ANSWERED);
    assert_int_equal(act(LEWIS_ACT_CLEAR), LEWIS_STAYED);
    assert_string_equal(lewis_session_reply(s, 0), "");
    assert_int_equal(act(LEWIS_ACT_SKIP), LEWIS_MOVED);
    assert_int_equal(number(4), LEWIS_MOVED);
    assert_int_equal(act(LEWIS_ACT_FORWARD), LEWIS_MOVED);
    assert_int_equal(lewis_session_ask_given(s, 2), LEWIS_OPEN);
}

static void
test_a_team_that_was_given_is_the_reply(void **state)
{
    (void)state;
    begin_with(asks, &(struct lewis_session_options){.team = "north"});
    assert_string_equal(lewis_session_reply(s, 0), "north");
    assert_int_equal(lewis_session_ask_given(s, 0), LEWIS_ANSWERED);
}

/* Every act in every stage, on a bank where all is answered but in the stage of
 * items. M moved, S stayed, I ignored, r refused. */
static void
put_in_stage(enum lewis_stage wanted)
{
    begin(asks, 1);
    if (wanted == LEWIS_STAGE_WELCOME)
        return;
    act(LEWIS_ACT_ENTER);
    if (wanted == LEWIS_STAGE_ITEM)
        return;
    answer_all();
    if (wanted == LEWIS_STAGE_LEFT)
        act(LEWIS_ACT_QUIT);
    if (wanted <= LEWIS_STAGE_REVIEW || wanted == LEWIS_STAGE_LEFT)
        return;
    act(LEWIS_ACT_ENTER);
    if (wanted == LEWIS_STAGE_ASK)
        return;
    act(LEWIS_ACT_SKIP);
    number(3);
    act(LEWIS_ACT_SKIP);
    act(LEWIS_ACT_SKIP);
    if (wanted == LEWIS_STAGE_DONE)
        act(LEWIS_ACT_HAND_IN);
}

static char
letter(enum lewis_outcome outcome)
{
    return outcome < LEWIS_REFUSED_OPTION ? "MSI"[outcome] : 'r';
}

static void
test_every_act_in_every_stage(void **state)
{
    /* columns: enter, number 1, text "x", back, forward, go 1, skip, clear,
     * review, language, hand in, quit */
    static const char *const expected[LEWIS_STAGES] = {
        [LEWIS_STAGE_WELCOME] = "MIIIMIIIISIM",
        [LEWIS_STAGE_ITEM] = "IMIMrIMIMSIM",
        [LEWIS_STAGE_REVIEW] = "MIIMMMIIISrM",
        [LEWIS_STAGE_ASK] = "IIMMMMMIMSIM",
        [LEWIS_STAGE_READY] = "IIIMIMIIMSMM",
        [LEWIS_STAGE_DONE] = "IIIIIIIIIIII",
        [LEWIS_STAGE_LEFT] = "IIIIIIIIIIII",
    };

    (void)state;
    for (int st = 0; st < LEWIS_STAGES; st++)
        for (int kind = 0; kind < LEWIS_ACTS; kind++) {
            struct lewis_act a = {.kind = (enum lewis_act_kind)kind,
                                  .number = 1,
                                  .text = kind == LEWIS_ACT_TEXT ? "x" : NULL};
            put_in_stage((enum lewis_stage)st);
            assert_int_equal(stage(), st);
            char got = letter(lewis_session_do(s, &a, now, NULL));
            if (got != expected[st][kind])
                print_error("stage %d, act %d: %c\n", st, kind, got);
            assert_int_equal(got, expected[st][kind]);
        }
}

static void
test_the_language_may_be_changed_midway(void **state)
{
    (void)state;
    begin_with(twelve, &(struct lewis_session_options){.lang = "nl_BE.UTF-8"});
    assert_string_equal(lewis_session_language(s), "nl");
    act(LEWIS_ACT_ENTER);
    size_t item = here();
    assert_int_equal(act(LEWIS_ACT_LANGUAGE), LEWIS_STAYED);
    assert_string_equal(lewis_session_language(s), "en");
    assert_int_equal(here(), item);
    assert_int_equal(language("fr"), LEWIS_REFUSED_LANGUAGE);
    assert_int_equal(language("en"), LEWIS_IGNORED);
    assert_int_equal(language("NL-be"), LEWIS_STAYED);
    assert_string_equal(lewis_session_language(s), "nl");
    begin_with(twelve, &(struct lewis_session_options){.lang = "fr"});
    assert_string_equal(lewis_session_language(s), "en");
    begin_with(twelve, &(struct lewis_session_options){.lang = "nlx"});
    assert_string_equal(lewis_session_language(s), "en");
}

static void
test_time_is_summed_over_visits_without_idle_gaps(void **state)
{
    (void)state;
    begin(twelve, 1);
    act(LEWIS_ACT_ENTER);
    size_t i = here();
    now += 700;
    assert_int_equal(number(9), LEWIS_REFUSED_OPTION);
    assert_int_equal(lewis_session_ms(s, i), 0);
    now += 300;
    number(1);
    assert_int_equal(lewis_session_ms(s, i), 1000);
    act(LEWIS_ACT_BACK);
    now += 3600 * 1000;
    number(1);
    assert_int_equal(lewis_session_ms(s, i), 1000 + LEWIS_IDLE_MS);
    go(1);
    now -= 500; /* a clock that goes back takes nothing away */
    number(1);
    assert_int_equal(lewis_session_ms(s, i), 1000 + LEWIS_IDLE_MS);
}

static void
test_progress_is_told_by_topic(void **state)
{
    struct lewis_progress all, topic;

    (void)state;
    begin(forms, 1);
    act(LEWIS_ACT_ENTER);
    answer_it();
    act(LEWIS_ACT_SKIP);
    all = lewis_session_progress(s, LEWIS_NO_SECTION);
    topic = lewis_session_progress(s, 0);
    assert_int_equal(all.items, 6);
    assert_int_equal(all.open, 4);
    assert_int_equal(topic.items, 4);
    assert_int_equal(topic.answered, 1);
    assert_int_equal(topic.skipped, 1);
    assert_int_equal(lewis_session_progress(s, 1).open, 2);
    assert_int_equal(lewis_session_first_open(s), 2);
}

/* lmr-30: 30 rankings of two choices each. */
static void
test_minutes_are_words_and_choices(void **state)
{
    double words = (double)lewis_bank_words(thirty, "nl") / 238, whole;

    (void)state;
    begin_with(thirty, &(struct lewis_session_options){.lang = "nl"});
    whole = lewis_session_minutes(s);
    assert_true(whole > words + 3.999 && whole < words + 4.001);
    act(LEWIS_ACT_ENTER);
    for (int i = 0; i < 15; i++)
        answer_it();
    assert_true(lewis_session_minutes(s) * 2 < whole + 1e-9);
    assert_true(lewis_session_minutes(s) * 2 > whole - 1e-9);
    answer_all();
    assert_true(lewis_session_minutes(s) < 1e-9);
}

/* What a recorder was handed, and whether it works. */
static struct lewis_entry recorded[4000];
static size_t records;
static bool broken;

static bool
record(void *payload, const struct lewis_entry *entry,
       struct lewis_error *error)
{
    (void)payload;
    if (broken) {
        snprintf(error->text, sizeof error->text, "disk full");
        return false;
    }
    recorded[records++] = *entry;
    return true;
}

static void
test_what_cannot_be_saved_does_not_happen(void **state)
{
    struct lewis_error error;
    struct lewis_act one = {.kind = LEWIS_ACT_NUMBER, .number = 1};

    (void)state;
    records = 0;
    broken = false;
    begin_with(twelve, &(struct lewis_session_options){.recorder = record});
    act(LEWIS_ACT_ENTER);
    assert_int_equal(records, 1);
    broken = true;
    size_t i = here();
    assert_int_equal(lewis_session_do(s, &one, now, &error), LEWIS_NOT_SAVED);
    assert_string_equal(error.text, "disk full");
    assert_int_equal(lewis_session_given(s, i), LEWIS_OPEN);
    assert_int_equal(position(), 0);
    assert_int_equal(lewis_session_sequence(s), 1);
    broken = false;
    assert_int_equal(lewis_session_do(s, &one, now, &error), LEWIS_MOVED);
    assert_int_equal(recorded[1].sequence, 2);
    assert_int_equal(recorded[1].index, i);
}

static bool
never(void *payload, const struct lewis_entry *entry,
      struct lewis_error *error)
{
    (void)payload;
    (void)entry;
    (void)error;
    return false;
}

static void
test_one_can_leave_when_nothing_can_be_saved(void **state)
{
    (void)state;
    begin_with(twelve, &(struct lewis_session_options){.recorder = never});
    assert_int_equal(act(LEWIS_ACT_ENTER), LEWIS_NOT_SAVED);
    assert_int_equal(act(LEWIS_ACT_QUIT), LEWIS_MOVED);
    assert_int_equal(stage(), LEWIS_STAGE_LEFT);
}

/* An entry that was right, made wrong. */
static void
assert_refused(struct lewis_entry entry, const char *why)
{
    struct lewis_error error = {0};
    uint64_t before = lewis_session_sequence(s);

    assert_false(lewis_session_replay(s, &entry, &error));
    if (strstr(error.text, why) == NULL)
        print_error("%s\n", error.text);
    assert_non_null(strstr(error.text, why));
    assert_int_equal(lewis_session_sequence(s), before);
}

static void
test_an_entry_that_does_not_fit_is_not_replayed(void **state)
{
    struct lewis_entry good, bad;

    (void)state;
    records = 0;
    begin_with(thirty, &(struct lewis_session_options){.recorder = record});
    answer_all();
    good = recorded[2]; /* the first ranking, whole */
    begin_with(thirty, &(struct lewis_session_options){0});
    assert_refused(good, "entry 3 stands where entry 1 should");
    assert_true(lewis_session_replay(s, &recorded[0], NULL));
    assert_true(lewis_session_replay(s, &recorded[1], NULL));
    bad = good;
    bad.index = 30;
    assert_refused(bad, "no item of the bank");
    bad = good;
    memcpy(bad.shown, "abd", 3);
    assert_refused(bad, "order that the seed does not give");
    bad = good;
    bad.answer.part[2] = bad.answer.part[0];
    assert_refused(bad, "answer that the item cannot have");
    bad = good;
    bad.given = LEWIS_OPEN;
    assert_refused(bad, "answer that the item cannot have");
    bad = good;
    bad.half.count = 2;
    assert_refused(bad, "half an answer");
    bad = good;
    bad.lang = "fr";
    assert_refused(bad, "language");
    bad = good;
    bad.place.item = 30;
    assert_refused(bad, "place that is not there");
    bad = good;
    bad.place.stage = LEWIS_STAGE_LEFT;
    assert_refused(bad, "place that is not there");
    assert_true(lewis_session_replay(s, &good, NULL));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_pick_is_the_option_as_shown),
        cmocka_unit_test(test_a_ranking_is_most_then_least),
        cmocka_unit_test(test_points_are_given_in_turn_and_the_last_follow),
        cmocka_unit_test(test_all_points_at_once_leave_none_to_ask_for),
        cmocka_unit_test(test_ratings_checks_and_pairs_are_the_number),
        cmocka_unit_test(test_back_undoes_the_half_first),
        cmocka_unit_test(test_the_old_answer_stands_until_the_new_one_is_whole),
        cmocka_unit_test(test_only_another_answer_is_a_change),
        cmocka_unit_test(test_nothing_open_is_passed_over),
        cmocka_unit_test(test_an_item_gone_to_from_the_review_leads_back_to_it),
        cmocka_unit_test(test_the_review_may_be_looked_at_meanwhile),
        cmocka_unit_test(test_so_many_may_be_left_out_as_a_profile_allows),
        cmocka_unit_test(test_ratings_may_be_left_out_by_style),
        cmocka_unit_test(test_a_check_may_always_be_left_out),
        cmocka_unit_test(test_questions_about_the_person_come_last),
        cmocka_unit_test(test_a_reply_is_one_line_of_text),
        cmocka_unit_test(test_one_may_rather_not_say),
        cmocka_unit_test(test_a_team_that_was_given_is_the_reply),
        cmocka_unit_test(test_every_act_in_every_stage),
        cmocka_unit_test(test_the_language_may_be_changed_midway),
        cmocka_unit_test(test_time_is_summed_over_visits_without_idle_gaps),
        cmocka_unit_test(test_progress_is_told_by_topic),
        cmocka_unit_test(test_minutes_are_words_and_choices),
        cmocka_unit_test(test_what_cannot_be_saved_does_not_happen),
        cmocka_unit_test(test_one_can_leave_when_nothing_can_be_saved),
        cmocka_unit_test(test_an_entry_that_does_not_fit_is_not_replayed),
    };

    int failed = cmocka_run_group_tests(tests, load_banks, free_banks);
    end(NULL);
    return failed;
}
