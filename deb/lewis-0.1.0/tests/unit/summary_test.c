/* summary_test.c - sums that are the same for any parts, in any order, and
 * files of them that are whole or refused. The figures against R are in
 * tests/cli/summary.sh.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <gsl/gsl_errno.h>
#include <cmocka.h>

#include <lewis/summary.h>

#include "batch/summary.h"
#include "session/shuffle.h"

#include "near.h"

enum { MOST = 40, ROWS = 300, PARTS = 7 };

static const char *const bank_files[] = {"bfi.xml", "lmr-30.xml", "lmr-12.xml",
                                         "forms.xml"};
enum { BANKS = sizeof bank_files / sizeof bank_files[0] };
static struct lewis_bank *banks[BANKS];
static struct lewis_key *keys[BANKS];

static int
open_banks(void **state)
{
    struct lewis_score_options options = lewis_score_defaults();

    (void)state;
    gsl_set_error_handler_off();
    for (int b = 0; b < BANKS; b++) {
        char path[4096];
        if (b < BANKS - 1)
            snprintf(path, sizeof path, "%s/%s", getenv("LEWIS_PATH"),
                     bank_files[b]);
        else
            snprintf(path, sizeof path, "%s/tests/fixtures/%s",
                     getenv("top_srcdir"), bank_files[b]);
        banks[b] = lewis_bank_load(path, NULL);
        if (banks[b] == NULL)
            return 1;
        keys[b] = lewis_key_new(banks[b], &options, NULL);
        if (keys[b] == NULL)
            return 1;
    }
    return 0;
}

static int
close_banks(void **state)
{
    (void)state;
    for (int b = 0; b < BANKS; b++) {
        lewis_key_free(keys[b]);
        lewis_bank_free(banks[b]);
    }
    return 0;
}

static struct lewis_summary *
begin(int b)
{
    struct lewis_summary_options options = {.score = lewis_score_defaults()};
    struct lewis_summary *summary = lewis_summary_new(banks[b], &options, NULL);

    assert_non_null(summary);
    return summary;
}

/* All bytes of its file; the caller frees them. */
static char *
print(const struct lewis_summary *summary)
{
    struct text text = {0};
    char digest[LEWIS_SUMMARY_DIGEST];

    summary_write_facts(summary, &text);
    assert_true(lewis_summary_digest(summary, digest, NULL));
    text_print(&text, ",\n \"sha256\": \"%s\",\n \"figures\": ", digest);
    assert_true(summary_write_figures(summary, &text));
    text_add(&text, "}\n");
    assert_true(text_ok(&text));
    return text.bytes;
}

static void
assert_alike(const struct lewis_summary *a, const struct lewis_summary *b)
{
    char *one = print(a), *other = print(b);

    assert_string_equal(one, other);
    free(one);
    free(other);
}

/* ---- rows by chance ---- */

static uint64_t
below(struct shuffle *chance, uint64_t n)
{
    return shuffle_below(chance, n);
}

static void
answer_item(struct shuffle *chance, const struct lewis_item *item,
            struct lewis_answer *answer)
{
    size_t k = item->option_count;

    *answer = (struct lewis_answer){.count = 1};
    if (below(chance, 25) == 0) {
        answer->count = 0;
    } else if (item->response != NULL) {
        int lo = item->response->lo, hi = item->response->hi;
        answer->value =
            (int16_t)(lo + (int)below(chance, (uint64_t)(hi - lo + 1)));
    } else if (item->form == LEWIS_PAIR) {
        answer->value = (int16_t)(1 + below(chance, (uint64_t)item->places));
    } else if (item->form == LEWIS_POINTS) {
        int rest = item->total;
        for (size_t o = 0; o < k; o++) {
            int some =
                o + 1 == k ? rest : (int)below(chance, (uint64_t)rest + 1);
            answer->part[o] = (uint8_t)some;
            rest -= some;
        }
        answer->count = (uint8_t)k;
    } else {
        size_t order[LEWIS_OPTIONS] = {0, 1, 2};
        shuffle_values(chance, order, k);
        for (size_t o = 0; o < k; o++)
            answer->part[o] = (uint8_t)order[o];
        if (item->form == LEWIS_RANK && below(chance, 4) > 0)
            answer->count = (uint8_t)k;
    }
}

/* A row of chance number 'row': the same whenever it is asked for. */
static void
add_row(struct lewis_summary *summary, int b, size_t row)
{
    struct shuffle chance = {(uint64_t)row * 31 + (uint64_t)b};
    struct lewis_answer answer[MOST] = {{0}};
    struct lewis_sheet sheet = {.answer = answer};
    struct lewis_score score;
    struct lewis_quality quality;
    char team[24];

    snprintf(team, sizeof team, "team \"%d\"", (int)below(&chance, 5));
    sheet.team = team;
    sheet.team_size = below(&chance, 6) == 0 ? 0 : strlen(team);
    for (size_t i = 0; i < lewis_bank_item_count(banks[b]); i++)
        answer_item(&chance, lewis_bank_item(banks[b], i), &answer[i]);
    if (below(&chance, 20) == 0)
        memset(answer, 0, sizeof answer);
    lewis_score_answers(keys[b], answer, &score);
    lewis_quality_of(keys[b], answer, &score, &quality);
    sheet.refused = below(&chance, 15) == 0;
    if (sheet.refused) {
        memset(answer, 0, sizeof answer);
        lewis_score_refuse(&score);
    } else if (quality.caution && below(&chance, 2) == 0) {
        lewis_score_exclude(&score);
    }
    if (below(&chance, 30) == 0)
        lewis_summary_add_empty(summary);
    else if (below(&chance, 30) == 0)
        assert_true(lewis_summary_add_duplicate(summary, &sheet));
    else
        assert_true(lewis_summary_add(summary, &sheet, &score,
                                      sheet.refused ? NULL : &quality));
}

static struct lewis_summary *
whole_of(int b)
{
    struct lewis_summary *whole = begin(b);

    for (size_t row = 0; row < ROWS; row++)
        add_row(whole, b, row);
    return whole;
}

/* What it says is what it reads back. */
static struct lewis_summary *
through_file(struct lewis_summary *summary)
{
    char *bytes = print(summary);
    struct lewis_error error = {0};
    struct lewis_summary *back =
        lewis_summary_parse(bytes, strlen(bytes), "part", &error);

    if (back == NULL)
        print_error("%s\n", error.text);
    assert_non_null(back);
    assert_alike(summary, back);
    free(bytes);
    lewis_summary_free(summary);
    return back;
}

/* Rows dealt out by chance to parts, which are joined two by two by chance,
 * some of them from a file. */
static void
join_by_chance(int b, uint64_t seed, const struct lewis_summary *whole)
{
    struct shuffle chance = {seed};
    struct lewis_summary *part[PARTS];
    size_t row[ROWS];

    for (size_t p = 0; p < PARTS; p++)
        part[p] = begin(b);
    for (size_t r = 0; r < ROWS; r++)
        row[r] = r;
    shuffle_values(&chance, row, ROWS);
    for (size_t r = 0; r < ROWS; r++)
        add_row(part[below(&chance, PARTS)], b, row[r]);
    for (size_t left = PARTS; left > 1; left--) {
        size_t into = below(&chance, left), from = below(&chance, left - 1);
        from += from >= into;
        if (below(&chance, 2) == 0)
            part[from] = through_file(part[from]);
        if (below(&chance, 2) == 0)
            part[into] = through_file(part[into]);
        assert_true(lewis_summary_merge(part[into], part[from], NULL));
        lewis_summary_free(part[from]);
        part[from] = part[left - 1];
    }
    assert_alike(whole, part[0]);
    lewis_summary_free(part[0]);
}

static void
any_parts_in_any_order_give_the_same_bytes(void **state)
{
    (void)state;
    for (int b = 0; b < BANKS; b++) {
        struct lewis_summary *whole = whole_of(b);
        assert_int_equal(lewis_summary_rows(whole), ROWS);
        for (uint64_t seed = 1; seed <= 8; seed++)
            join_by_chance(b, seed, whole);
        lewis_summary_free(whole);
    }
}

static void
an_empty_part_changes_nothing(void **state)
{
    struct lewis_summary *whole = whole_of(0), *same = whole_of(0);
    struct lewis_summary *nothing = through_file(begin(0));

    (void)state;
    assert_true(lewis_summary_merge(same, nothing, NULL));
    assert_alike(whole, same);
    assert_true(lewis_summary_merge(nothing, same, NULL));
    assert_alike(whole, nothing);
    lewis_summary_free(whole);
    lewis_summary_free(same);
    lewis_summary_free(nothing);
}

/* One thread of several that score with one key, each into its own summary. */
struct worker {
    pthread_t thread;
    int b;
    size_t first;
    struct lewis_summary *summary;
};
enum { WORKERS = 4 };

static void *
score_some(void *payload)
{
    struct worker *worker = payload;

    for (size_t row = worker->first; row < ROWS; row += WORKERS)
        add_row(worker->summary, worker->b, row);
    return NULL;
}

static void
threads_with_one_key_add_up_to_the_same(void **state)
{
    (void)state;
    for (int b = 0; b < BANKS; b++) {
        struct lewis_summary *whole = whole_of(b), *sum = begin(b);
        struct worker worker[WORKERS];
        for (size_t w = 0; w < WORKERS; w++) {
            worker[w] = (struct worker){.b = b, .first = w};
            worker[w].summary = begin(b);
            assert_int_equal(
                pthread_create(&worker[w].thread, NULL, score_some, &worker[w]),
                0);
        }
        for (size_t w = 0; w < WORKERS; w++) {
            pthread_join(worker[w].thread, NULL);
            assert_true(lewis_summary_gather(sum, worker[w].summary, NULL));
            lewis_summary_free(worker[w].summary);
        }
        assert_alike(whole, sum);
        lewis_summary_free(whole);
        lewis_summary_free(sum);
    }
}

/* ---- counts against counting by hand ---- */

static uint64_t
count_of(const struct counted_item *item, const char *word)
{
    char out[COUNTED_WORD];

    for (size_t c = 0; c < item->cells; c++)
        if (strcmp(counted_item_word(item, c, out), word) == 0)
            return item->count[c];
    fail_msg("%s has no answer %s", item->id, word);
    return 0;
}

static void
give(struct lewis_summary *summary, int b, const char *id, const char *cell)
{
    struct lewis_answer answer[MOST] = {{0}};
    struct lewis_sheet sheet = {.answer = answer, .team = ""};
    struct lewis_score score;
    const struct lewis_item *item = lewis_bank_find(banks[b], id);
    size_t at = 0;

    while (lewis_bank_item(banks[b], at) != item)
        at++;
    assert_true(
        lewis_answer_parse(item, cell, strlen(cell), &answer[at], NULL));
    lewis_score_answers(keys[b], answer, &score);
    assert_true(lewis_summary_add(summary, &sheet, &score, NULL));
}

static const struct counted_item *
item_of(const struct lewis_summary *summary, const char *id)
{
    for (size_t i = 0; i < summary->item_count; i++)
        if (strcmp(summary->item[i].id, id) == 0)
            return &summary->item[i];
    return NULL;
}

static void
each_answer_has_a_count_of_its_own(void **state)
{
    struct lewis_summary *s = begin(3);

    (void)state;
    give(s, 3, "C1", "b");
    give(s, 3, "C1", "bca");
    give(s, 3, "C1", "bca");
    give(s, 3, "C1", "cab");
    give(s, 3, "A1", "5 3 2");
    give(s, 3, "A1", "5 5 0");
    give(s, 3, "B1", "7");
    give(s, 3, "B1", "4");
    give(s, 3, "Q1", "0");
    assert_int_equal(count_of(item_of(s, "C1"), "b"), 1);
    assert_int_equal(count_of(item_of(s, "C1"), "bca"), 2);
    assert_int_equal(count_of(item_of(s, "C1"), "cab"), 1);
    assert_int_equal(count_of(item_of(s, "C1"), "bac"), 0);
    assert_int_equal(item_of(s, "C1")->missing, 5);
    assert_int_equal(count_of(item_of(s, "A1"), "a5"), 2);
    assert_int_equal(count_of(item_of(s, "A1"), "b3"), 1);
    assert_int_equal(count_of(item_of(s, "A1"), "c0"), 1);
    assert_int_equal(counted_item_n(item_of(s, "A1")), 2);
    assert_int_equal(count_of(item_of(s, "B1"), "7"), 1);
    assert_int_equal(count_of(item_of(s, "Q1"), "0"), 1);
    assert_near(counted_item_first(item_of(s, "C1"), 1), 0.75, 0);
    assert_near(counted_item_first(item_of(s, "C1"), 2), 0.25, 0);
    assert_near(counted_item_first(item_of(s, "A1"), 0), 0.5, 0);
    assert_near(counted_item_first(item_of(s, "B1"), 1), 0.75, 0);
    assert_near(counted_item_mean(item_of(s, "Q1")), 0, 0);
    lewis_summary_free(s);
}

/* ---- teams ---- */

static void
add_team_row(struct lewis_summary *summary, const char *team, size_t size)
{
    const struct lewis_sheet sheet = {.team = team, .team_size = size};

    assert_true(lewis_summary_add_duplicate(summary, &sheet));
}

static void
too_many_teams_are_added_up_as_others(void **state)
{
    enum { NAMES = 3 * LEWIS_SUMMARY_TEAMS };
    struct lewis_summary *whole = begin(0), *part[3];
    struct shuffle chance = {7};
    size_t name[NAMES];
    char text[32];

    (void)state;
    for (int p = 0; p < 3; p++)
        part[p] = begin(0);
    for (size_t n = 0; n < NAMES; n++)
        name[n] = n;
    for (int round = 0; round < 2; round++) {
        shuffle_values(&chance, name, NAMES);
        for (size_t n = 0; n < NAMES; n++) {
            snprintf(text, sizeof text, "T%05zu", name[n]);
            add_team_row(whole, text, 6);
            add_team_row(part[below(&chance, 3)], text, 6);
        }
    }
    assert_int_equal(whole->team_count, LEWIS_SUMMARY_TEAMS);
    for (size_t t = 0; t < whole->team_count; t++) {
        snprintf(text, sizeof text, "T%05zu", t);
        assert_string_equal(whole->team[t]->name, text);
        assert_int_equal(group_rows(&whole->team[t]->group), 2);
    }
    assert_int_equal(group_rows(&whole->other),
                     2 * (NAMES - LEWIS_SUMMARY_TEAMS));
    part[2] = through_file(part[2]);
    assert_true(lewis_summary_merge(part[1], part[2], NULL));
    assert_true(lewis_summary_merge(part[0], part[1], NULL));
    assert_alike(whole, part[0]);
    for (int p = 0; p < 3; p++)
        lewis_summary_free(part[p]);
    lewis_summary_free(whole);
}

static void
odd_names_of_teams_are_others(void **state)
{
    struct lewis_summary *s = begin(0);
    char longest[LEWIS_SUMMARY_NAME + 1];

    (void)state;
    memset(longest, 'n', sizeof longest);
    add_team_row(s, longest, sizeof longest - 1);
    add_team_row(s, "a \"b\" \\ \n\t \xc3\xa9", 13);
    assert_int_equal(s->team_count, 2);
    add_team_row(s, longest, sizeof longest);
    add_team_row(s, "\xff\xfe", 2);
    add_team_row(s, "a\0b", 3);
    add_team_row(s, "", 0);
    assert_int_equal(s->team_count, 2);
    assert_int_equal(group_rows(&s->other), 3);
    assert_int_equal(s->without_team, 1);
    lewis_summary_free(through_file(s));
}

/* ---- what cannot be joined ---- */

static void
refuses(const struct lewis_summary *into, const struct lewis_summary *from,
        const char *words)
{
    struct lewis_error error = {0};
    char *before = print(into), *after;

    assert_false(
        lewis_summary_merge((struct lewis_summary *)into, from, &error));
    if (strstr(error.text, words) == NULL)
        fail_msg("\"%s\" has no \"%s\"", error.text, words);
    after = print(into);
    assert_string_equal(before, after);
    free(before);
    free(after);
}

static void
refuses_options(struct lewis_summary_options options, const char *words)
{
    struct lewis_summary *a = whole_of(1);
    struct lewis_summary *b = lewis_summary_new(banks[1], &options, NULL);

    assert_non_null(b);
    refuses(a, b, words);
    refuses(b, a, words);
    lewis_summary_free(a);
    lewis_summary_free(b);
}

static void
what_differs_is_not_joined(void **state)
{
    struct lewis_summary_options plain = {.score = lewis_score_defaults()};
    struct lewis_summary_options other = plain;
    struct lewis_summary *a = whole_of(0), *b = whole_of(1);

    (void)state;
    refuses(a, b, "is about bank lmr-30, and what stands before it about bfi");
    b->bank = a->bank;
    refuses(a, b, "version");
    b->version = a->version;
    refuses(a, b, "another file");
    b->digest = a->digest;
    refuses(a, b, "other items");
    lewis_summary_free(a);
    lewis_summary_free(b);
    other.score.prior = 1;
    refuses_options(other, "--prior");
    other = plain;
    other.score.level = 0.95;
    refuses_options(other, "--level");
    other = plain;
    other.score.min_answered = 0.5;
    refuses_options(other, "--min-answered");
    other = plain;
    other.topic = "meetings";
    refuses_options(other, "topic meetings");
    other = plain;
    other.exclude = true;
    refuses_options(other, "--exclude-flagged");
    other = plain;
    other.duplicates = "first";
    refuses_options(other, "--duplicates first");
}

/* ---- damage ---- */

static bool
loads(const char *bytes, size_t size, struct lewis_error *error)
{
    struct lewis_summary *s =
        lewis_summary_parse(bytes, size, "part.json", error);

    lewis_summary_free(s);
    return s != NULL;
}

static void
a_file_cut_short_is_refused(void **state)
{
    struct lewis_summary *s = whole_of(2);
    char *bytes = print(s);
    size_t size = strlen(bytes);
    struct lewis_error error;

    (void)state;
    for (size_t cut = 0; cut + 1 < size; cut += 1 + cut / 97) {
        assert_false(loads(bytes, cut, &error));
        assert_int_equal(error.code, LEWIS_ESYNTAX);
        assert_true(error.line > 0);
    }
    free(bytes);
    lewis_summary_free(s);
}

/* One digit changed: refused, except among the figures, which are passed
 * over. */
static void
a_changed_number_is_refused(void **state)
{
    struct lewis_summary *s = whole_of(0);
    char *bytes = print(s);
    size_t facts = (size_t)(strstr(bytes, "\"figures\"") - bytes);
    struct lewis_error error;

    (void)state;
    for (size_t i = 0; i < facts; i += 1 + i / 60) {
        char was = bytes[i];
        if (was < '0' || was > '9' || strncmp(bytes + i - 4, "\"2^-40", 6) == 0)
            continue;
        bytes[i] = was == '9' ? '1' : (char)(was + 1);
        if (loads(bytes, strlen(bytes), &error))
            fail_msg("byte %zu changed and not seen: %.40s", i, bytes + i);
        assert_true(error.text[0] != '\0');
        bytes[i] = was;
    }
    free(bytes);
    lewis_summary_free(s);
}

/* Any byte to any other: never a crash, and never numbers that are wrong. */
static void
noise_is_refused_or_harmless(void **state)
{
    struct lewis_summary *s = whole_of(3);
    char *bytes = print(s);
    size_t size = strlen(bytes);
    struct shuffle chance = {11};
    struct lewis_error error;

    (void)state;
    for (int i = 0; i < 3000; i++) {
        size_t at = below(&chance, size);
        char was = bytes[at];
        bytes[at] = (char)below(&chance, 256);
        struct lewis_summary *back =
            lewis_summary_parse(bytes, size, "part.json", &error);
        if (back != NULL)
            assert_alike(s, back);
        lewis_summary_free(back);
        bytes[at] = was;
    }
    free(bytes);
    lewis_summary_free(s);
}

static void
says(const char *json, const char *words)
{
    struct lewis_error error = {0};

    assert_false(loads(json, strlen(json), &error));
    if (strstr(error.text, words) == NULL)
        fail_msg("\"%s\" has no \"%s\"", error.text, words);
    assert_string_equal(error.file, "part.json");
}

static void
another_file_is_told_from_a_summary(void **state)
{
    (void)state;
    says("", "not JSON");
    says("id,T01\n", "not JSON");
    says("[]", "not a summary");
    says("{\"a\": 1}", "not a summary");
    says("{\"lewis_summary\": 2}", "version 2, written by a newer lewis");
    says("{\"lewis_summary\": 1}", "bank: is missing");
}

/* ---- wide numbers ---- */

static void
wide_numbers_come_back(void **state)
{
    const char *const good[] = {"0", "-1", "18446744073709551616",
                                "-85070591730234615865843651857942052864",
                                "85070591730234615865843651857942052864"};
    const char *const bad[] = {"",
                               "-",
                               "-0",
                               "01",
                               "1.",
                               "1e3",
                               " 1",
                               "1 ",
                               "85070591730234615865843651857942052865",
                               "999999999999999999999999999999999999999999"};
    char out[WIDE_TEXT];
    wide value;

    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
        assert_true(wide_parse(good[i], &value));
        assert_string_equal(wide_print(value, out), good[i]);
    }
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        assert_false(wide_parse(bad[i], &value));
}

/* n values a and a + 2 in turn, far from 0: their squares about the mean add up
 * to n; in doubles nothing of it would be left. */
static void
moments_are_exact_far_from_zero(void **state)
{
    wide n = 1000000000, a = ((wide)1 << 40) - 3, sum, squares;

    (void)state;
    sum = n * a + n;
    squares = n / 2 * (a * a + (a + 2) * (a + 2));
    assert_near(wide_moment(sum, sum, squares, n), 1e9, 0);
    assert_near(wide_moment(-sum, -sum, squares, n), 1e9, 0);
    assert_near(wide_moment(sum, -sum, -squares, n), -1e9, 0);
    assert_near(wide_moment(7, 7, 49, 1), 0, 0);
    /* 1, 2, 4: about 7 / 3, 42 / 9 */
    assert_near(wide_moment(7, 7, 21, 3), 42.0 / 9, 1e-15);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_parts_in_any_order_give_the_same_bytes),
        cmocka_unit_test(threads_with_one_key_add_up_to_the_same),
        cmocka_unit_test(an_empty_part_changes_nothing),
        cmocka_unit_test(each_answer_has_a_count_of_its_own),
        cmocka_unit_test(too_many_teams_are_added_up_as_others),
        cmocka_unit_test(odd_names_of_teams_are_others),
        cmocka_unit_test(what_differs_is_not_joined),
        cmocka_unit_test(a_file_cut_short_is_refused),
        cmocka_unit_test(a_changed_number_is_refused),
        cmocka_unit_test(noise_is_refused_or_harmless),
        cmocka_unit_test(another_file_is_told_from_a_summary),
        cmocka_unit_test(wide_numbers_come_back),
        cmocka_unit_test(moments_are_exact_far_from_zero),
    };

    return cmocka_run_group_tests(tests, open_banks, close_banks);
}
