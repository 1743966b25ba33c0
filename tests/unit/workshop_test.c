/* workshop_test.c - a workshop's file, its life, and what is saved in it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>
#include <cmocka.h>

#include "base/text.h"
#include "workshop/database.h"
#include "workshops.h"

static enum lewis_workshop_state
state_of(struct lewis_workshop *workshop)
{
    struct lewis_workshop_status status;

    assert_true(lewis_workshop_status(workshop, &status, NULL));
    return status.state;
}

static void
test_created_and_loaded(void **state)
{
    struct lewis_workshop *workshop = make_workshop("lmr-12", 3, 8, false);
    struct lewis_workshop_count count[3];
    struct stat status;

    (void)state;
    lewis_workshop_free(workshop);
    assert_int_equal(stat(file_path, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
    workshop = lewis_workshop_load(file_path, NULL);
    assert_non_null(workshop);
    assert_string_equal(lewis_bank_id(lewis_workshop_bank(workshop)),
                        "lmr-12");
    assert_int_equal(lewis_workshop_team_count(workshop), 3);
    assert_string_equal(lewis_workshop_team_name(workshop, 1), "B");
    assert_int_equal(lewis_workshop_minimum(workshop), 5);
    assert_int_equal(state_of(workshop), LEWIS_WORKSHOP_DRAFT);
    assert_true(lewis_workshop_counts(workshop, count, NULL));
    assert_int_equal(count[2].invited, 8);
    assert_int_equal(count[2].joined, 0);
    lewis_workshop_free(workshop);
}

/* An option is changed by 'spoil'; the workshop is not made then. */
static void
expect_refused(void (*spoil)(struct lewis_workshop_options *options),
               enum lewis_code code, const char *words)
{
    struct lewis_workshop_team team[] = {{"A", 5}, {"B", 5}};
    struct lewis_workshop_options options = {
        .bank_path = bank_path("lmr-12"), .team = team, .teams = 2};
    struct lewis_error error = {0};

    spoil(&options);
    assert_null(lewis_workshop_create(file_path, &options, &error));
    assert_int_equal(error.code, code);
    if (strstr(error.text, words) == NULL)
        fail_msg("\"%s\" does not say \"%s\"", error.text, words);
    assert_int_equal(access(file_path, F_OK), -1);
}

static void
no_teams(struct lewis_workshop_options *options)
{
    options->teams = 0;
}

static void
same_teams(struct lewis_workshop_options *options)
{
    static const struct lewis_workshop_team team[] = {{"Ops", 5},
                                                      {"ops ", 5}};

    options->team = team;
}

static void
small_minimum(struct lewis_workshop_options *options)
{
    options->minimum = 2;
}

static void
no_codes(struct lewis_workshop_options *options)
{
    static const struct lewis_workshop_team team[] = {{"A", 5}, {"B", 0}};

    options->team = team;
}

static void
no_bank(struct lewis_workshop_options *options)
{
    options->bank_path = "/nowhere/bank.xml";
}

static void
two_lines(struct lewis_workshop_options *options)
{
    options->title = "Spring\nAutumn";
}

static void
test_options_refused(void **state)
{
    (void)state;
    expect_refused(no_teams, LEWIS_EINVALID, "1 to 20");
    expect_refused(same_teams, LEWIS_EINVALID, "another name");
    expect_refused(small_minimum, LEWIS_EINVALID, "take 3 or more");
    expect_refused(no_codes, LEWIS_EINVALID, "\"B\": 0 codes");
    expect_refused(no_bank, LEWIS_ESYSTEM, "cannot");
    expect_refused(two_lines, LEWIS_EINVALID, "one line");
}

/* What is there is never written over. */
static void
test_existing_file_stays(void **state)
{
    struct lewis_workshop_team team = {"A", 5};
    struct lewis_workshop_options options = {
        .bank_path = bank_path("lmr-12"), .team = &team, .teams = 1};
    struct lewis_error error;
    FILE *file = fopen(file_path, "w");
    char word[16] = "";

    (void)state;
    fputs("mine", file);
    fclose(file);
    assert_null(lewis_workshop_create(file_path, &options, &error));
    assert_non_null(strstr(error.text, "there is a file of this name"));
    file = fopen(file_path, "r");
    assert_non_null(fgets(word, sizeof word, file));
    fclose(file);
    assert_string_equal(word, "mine");
}

static void
test_other_files_are_refused(void **state)
{
    struct lewis_error error;
    FILE *file = fopen(file_path, "w");

    (void)state;
    assert_null(lewis_workshop_load("/nowhere/w.lewis", &error));
    assert_int_equal(error.code, LEWIS_ESYSTEM);
    fprintf(file, "id,team\n%2000s\n", "");
    fclose(file);
    assert_null(lewis_workshop_load(file_path, &error));
    assert_int_equal(error.code, LEWIS_EINVALID);
    assert_non_null(strstr(error.text, "this is no workshop"));
    assert_string_equal(error.file, file_path);
}

/* Does something to a workshop's file that lewis never would. */
static void
tamper(const char *statement)
{
    struct database database;

    assert_true(database_open(&database, file_path, NULL));
    database_run(&database, statement);
    assert_true(database_ok(&database, NULL));
    database_close(&database);
}

static void
expect_no_workshop(const char *words)
{
    struct lewis_error error;

    assert_null(lewis_workshop_load(file_path, &error));
    assert_int_equal(error.code, LEWIS_EINVALID);
    if (strstr(error.text, words) == NULL)
        fail_msg("\"%s\" does not say \"%s\"", error.text, words);
}

static void
test_other_versions(void **state)
{
    (void)state;
    lewis_workshop_free(make_workshop("lmr-12", 1, 5, false));
    tamper("PRAGMA user_version = 2");
    expect_no_workshop("a newer lewis");
    tamper("PRAGMA user_version = 0");
    expect_no_workshop("this is no workshop");
    tamper("PRAGMA user_version = 1; PRAGMA application_id = 7");
    expect_no_workshop("this is no workshop");
}

/* A file as the first version wrote it, of tests/fixtures. */
static void
make_version_1(void)
{
    char name[4096];
    struct text statements = {0};
    FILE *file;
    int byte;

    snprintf(name, sizeof name, "%s/tests/fixtures/workshop-1.sql",
             getenv("top_srcdir"));
    file = fopen(name, "r");
    assert_non_null(file);
    while ((byte = getc(file)) != EOF)
        text_add_bytes(&statements, &(char){(char)byte}, 1);
    fclose(file);
    file = fopen(file_path, "w");
    assert_non_null(file);
    fclose(file);
    tamper(text_string(&statements));
    text_release(&statements);
}

static const char *
answer_of(const struct lewis_workshop *w,
          const struct lewis_workshop_sheet *sheet, const char *id)
{
    const struct lewis_bank *bank = lewis_workshop_bank(w);

    for (size_t i = 0; i < lewis_bank_item_count(bank); i++)
        if (strcmp(lewis_bank_item(bank, i)->id, id) == 0)
            return sheet->item[i].text;
    return NULL;
}

static void
test_a_file_of_version_1(void **state)
{
    struct lewis_error error = {0};
    struct lewis_respondent who;
    struct lewis_workshop_sheet *sheet;
    struct lewis_workshop *w;
    enum lewis_code_fault fault;
    enum lewis_saved saved;

    (void)state;
    make_version_1();
    w = lewis_workshop_load(file_path, &error);
    assert_non_null(w);
    assert_string_equal(lewis_workshop_title(w), "Of version 1");
    assert_true(lewis_workshop_find(w, "lcq mne", &who, &fault, NULL));
    assert_int_equal(fault, LEWIS_CODE_FINE);
    assert_true(who.handed_in);
    assert_string_equal(who.name, "Zo\xC3\xAB");
    sheet = lewis_workshop_sheet(w, who.number, NULL);
    assert_string_equal(answer_of(w, sheet, "A1"), "5 3 2");
    assert_string_equal(answer_of(w, sheet, "B1"), "6");
    assert_string_equal(answer_of(w, sheet, "C1"), "cab");
    lewis_workshop_sheet_free(sheet);
    /* And it goes on: who had begun answers another question. */
    assert_true(lewis_workshop_find(w, "DCKZLC", &who, &fault, NULL));
    assert_true(lewis_workshop_save(
        w,
        &(struct lewis_change){.respondent = who.number,
                               .kind = LEWIS_CHANGE_ANSWER,
                               .id = "Q1",
                               .text = "1"},
        1, &saved, NULL));
    assert_int_equal(saved, LEWIS_SAVED);
    lewis_workshop_free(w);
}

static void
test_changed_bank(void **state)
{
    (void)state;
    lewis_workshop_free(make_workshop("lmr-12", 1, 5, false));
    tamper("UPDATE workshop SET bank = CAST(replace(CAST(bank AS TEXT), "
           "'random', 'fixed') AS BLOB)");
    expect_no_workshop("tampered");
}

static void
test_damaged_file(void **state)
{
    struct lewis_workshop *w = make_workshop("lmr-12", 1, 50, false);
    struct lewis_error error = {0};
    FILE *file;
    char page[4096];

    (void)state;
    lewis_workshop_free(w);
    memset(page, 0xA5, sizeof page);
    for (long at = 4096; at < 200 * 4096; at += 4096) {
        file = fopen(file_path, "r+");
        fseek(file, 0, SEEK_END);
        if (at >= ftell(file)) {
            fclose(file);
            break;
        }
        fseek(file, at, SEEK_SET);
        fwrite(page, 1, sizeof page, file);
        fclose(file);
    }
    w = lewis_workshop_load(file_path, &error);
    assert_null(w);
    assert_int_equal(error.code, LEWIS_ESYSTEM);
    assert_non_null(strstr(error.text, "damaged"));
}

/* Each state refuses what is not its own. */
static void
test_life(void **state)
{
    struct lewis_workshop *w = make_workshop("lmr-12", 1, 6, false);
    size_t who = person(w, 0, 0);

    (void)state;
    assert_int_equal(save(w, who, LEWIS_CHANGE_CONSENT, NULL, NULL),
                     LEWIS_UNSAVED_DRAFT);
    assert_false(lewis_workshop_close(w, NULL));
    assert_false(lewis_workshop_purge(w, NULL));
    assert_false(lewis_workshop_reveal(w, true, NULL));
    assert_true(lewis_workshop_open(w, NULL));
    assert_true(lewis_workshop_open(w, NULL));
    assert_int_equal(save(w, who, LEWIS_CHANGE_CONSENT, NULL, NULL),
                     LEWIS_SAVED);
    assert_false(lewis_workshop_purge(w, NULL));
    assert_true(lewis_workshop_close(w, NULL));
    assert_int_equal(state_of(w), LEWIS_WORKSHOP_CLOSED);
    assert_int_equal(save(w, who, LEWIS_CHANGE_CONSENT, NULL, NULL),
                     LEWIS_UNSAVED_CLOSED);
    assert_false(lewis_workshop_open(w, NULL));
    assert_false(lewis_workshop_reveal(w, false, NULL));
    assert_false(lewis_workshop_add_codes(w, 0, 1, NULL));
    assert_true(lewis_workshop_purge(w, NULL));
    assert_int_equal(state_of(w), LEWIS_WORKSHOP_PURGED);
    assert_false(lewis_workshop_open(w, NULL));
    assert_true(lewis_workshop_purge(w, NULL));
    lewis_workshop_free(w);
    w = lewis_workshop_load(file_path, NULL);
    assert_non_null(w);
    assert_int_equal(state_of(w), LEWIS_WORKSHOP_PURGED);
    lewis_workshop_free(w);
}

static void
test_saving(void **state)
{
    struct lewis_workshop *w = make_open("lmr-12", 1, 6, false);
    size_t who = person(w, 0, 2);
    struct lewis_workshop_sheet *sheet;
    struct lewis_respondent respondent;

    (void)state;
    assert_int_equal(save(w, who, LEWIS_CHANGE_ANSWER, "S01", "a"),
                     LEWIS_UNSAVED_CONSENT);
    assert_int_equal(save(w, who, LEWIS_CHANGE_LANGUAGE, NULL, "nl-BE"),
                     LEWIS_SAVED);
    assert_int_equal(save(w, who, LEWIS_CHANGE_LANGUAGE, NULL, "xx"),
                     LEWIS_UNSAVED_VALUE);
    answer_all(w, who, 0);
    assert_int_equal(save(w, who, LEWIS_CHANGE_ANSWER, "S99", "a"),
                     LEWIS_UNSAVED_QUESTION);
    const char *id = lewis_bank_item(lewis_workshop_bank(w), 0)->id;
    const char *last = lewis_bank_item(lewis_workshop_bank(w), 11)->id;
    assert_int_equal(save(w, who, LEWIS_CHANGE_ANSWER, id, "z"),
                     LEWIS_UNSAVED_VALUE);
    assert_int_equal(save(w, who, LEWIS_CHANGE_ANSWER, id, " B "),
                     LEWIS_SAVED);
    assert_int_equal(save(w, who, LEWIS_CHANGE_ANSWER, id, "b"),
                     LEWIS_SAVED);
    assert_int_equal(save(w, who, LEWIS_CHANGE_ANSWER, last, ""),
                     LEWIS_SAVED);
    assert_int_equal(save(w, 99, LEWIS_CHANGE_ANSWER, id, "b"),
                     LEWIS_UNSAVED_PERSON);
    lewis_workshop_free(w);
    w = lewis_workshop_load(file_path, NULL);
    sheet = lewis_workshop_sheet(w, who, NULL);
    assert_non_null(sheet);
    assert_string_equal(sheet->item[0].text, "b");
    assert_int_equal(sheet->item[0].changes, 1);
    assert_int_equal(sheet->item[0].ms, 2000);
    assert_int_equal(sheet->item[11].given, LEWIS_SKIPPED);
    assert_int_equal(sheet->answer[0].part[0], 1);
    lewis_workshop_sheet_free(sheet);
    assert_true(lewis_workshop_respondent(w, who, &respondent, NULL));
    assert_int_equal(respondent.answered, 11);
    assert_int_equal(respondent.left_out, 1);
    assert_string_equal(respondent.language, "nl");
    assert_null(lewis_workshop_sheet(w, 99, NULL));
    lewis_workshop_free(w);
}

static void
test_handing_in(void **state)
{
    struct lewis_workshop *w = make_open("lmr-12", 1, 6, false);
    const char *id = lewis_bank_item(lewis_workshop_bank(w), 0)->id;
    size_t who = person(w, 0, 0);
    struct lewis_respondent respondent;

    (void)state;
    save(w, who, LEWIS_CHANGE_CONSENT, NULL, NULL);
    assert_int_equal(save(w, who, LEWIS_CHANGE_HAND_IN, NULL, NULL),
                     LEWIS_UNSAVED_OPEN);
    hand_in(w, who, 1);
    assert_int_equal(save(w, who, LEWIS_CHANGE_HAND_IN, NULL, NULL),
                     LEWIS_SAVED);
    assert_int_equal(save(w, who, LEWIS_CHANGE_ANSWER, id, "b"),
                     LEWIS_UNSAVED_HANDED_IN);
    assert_int_equal(save(w, who, LEWIS_CHANGE_TAKE_BACK, NULL, NULL),
                     LEWIS_SAVED);
    assert_int_equal(save(w, who, LEWIS_CHANGE_ANSWER, id, "b"),
                     LEWIS_SAVED);
    assert_true(lewis_workshop_respondent(w, who, &respondent, NULL));
    assert_false(respondent.handed_in);
    assert_int_equal(save(w, who, LEWIS_CHANGE_HAND_IN, NULL, NULL),
                     LEWIS_SAVED);
    assert_true(lewis_workshop_respondent(w, who, &respondent, NULL));
    assert_true(respondent.handed_in);
    assert_false(respondent.released);
    lewis_workshop_free(w);
}

/* Ratings that are all the lowest point nowhere. */
static void
test_no_direction(void **state)
{
    struct lewis_workshop *w = make_open("lmr-ratings", 1, 5, false);
    const struct lewis_bank *bank = lewis_workshop_bank(w);
    size_t who = person(w, 0, 0);

    (void)state;
    save(w, who, LEWIS_CHANGE_CONSENT, NULL, NULL);
    for (size_t i = 0; i < lewis_bank_item_count(bank); i++) {
        const struct lewis_item *item = lewis_bank_item(bank, i);
        char lowest[16];
        snprintf(lowest, sizeof lowest, "%d",
                 item->reverse ? item->response->hi : item->response->lo);
        assert_int_equal(
            save(w, who, LEWIS_CHANGE_ANSWER, item->id, lowest),
            LEWIS_SAVED);
    }
    assert_int_equal(save(w, who, LEWIS_CHANGE_HAND_IN, NULL, NULL),
                     LEWIS_UNSAVED_LOWEST);
    lewis_workshop_free(w);
}

/* Nothing about the person unless the workshop has names. */
static void
test_names(void **state)
{
    struct lewis_workshop *w = make_open("lmr-30", 1, 5, false);
    struct lewis_respondent respondent;
    size_t who = person(w, 0, 0);

    (void)state;
    save(w, who, LEWIS_CHANGE_CONSENT, NULL, NULL);
    assert_false(lewis_workshop_asks(w, 1));
    assert_int_equal(save(w, who, LEWIS_CHANGE_NAME, NULL, "Zoe"),
                     LEWIS_UNSAVED_QUESTION);
    assert_int_equal(save(w, who, LEWIS_CHANGE_REPLY, "country", "nl"),
                     LEWIS_UNSAVED_QUESTION);
    lewis_workshop_free(w);
    remove_file(NULL);
    w = make_open("lmr-30", 1, 5, true);
    who = person(w, 0, 0);
    save(w, who, LEWIS_CHANGE_CONSENT, NULL, NULL);
    assert_false(lewis_workshop_asks(w, 0)); /* its team is in the code */
    assert_int_equal(save(w, who, LEWIS_CHANGE_REPLY, "team", "B"),
                     LEWIS_UNSAVED_QUESTION);
    assert_int_equal(save(w, who, LEWIS_CHANGE_NAME, NULL, "Zo\xC3\xAB"),
                     LEWIS_SAVED);
    assert_int_equal(save(w, who, LEWIS_CHANGE_NAME, NULL, "Zo\nE"),
                     LEWIS_UNSAVED_VALUE);
    assert_int_equal(save(w, who, LEWIS_CHANGE_REPLY, "country", "nl"),
                     LEWIS_SAVED);
    assert_int_equal(save(w, who, LEWIS_CHANGE_REPLY, "country", "zz"),
                     LEWIS_UNSAVED_VALUE);
    assert_true(lewis_workshop_respondent(w, who, &respondent, NULL));
    assert_string_equal(respondent.name, "Zo\xC3\xAB");
    struct lewis_workshop_sheet *sheet = lewis_workshop_sheet(w, who, NULL);
    assert_string_equal(sheet->ask[1].text, "NL");
    lewis_workshop_sheet_free(sheet);
    lewis_workshop_free(w);
}

/* One transaction, each with its own outcome. */
static void
test_many_at_once(void **state)
{
    struct lewis_workshop *w = make_open("lmr-12", 2, 5, false);
    const struct lewis_bank *bank = lewis_workshop_bank(w);
    size_t a = person(w, 0, 0), b = person(w, 1, 0);
    const char *first = lewis_bank_item(bank, 0)->id;
    struct lewis_change change[] = {
        {a, LEWIS_CHANGE_CONSENT, NULL, NULL, 0},
        {b, LEWIS_CHANGE_ANSWER, first, "a", 5},
        {a, LEWIS_CHANGE_ANSWER, first, "a", 5},
        {a, LEWIS_CHANGE_ANSWER, first, "q", 5},
        {a, LEWIS_CHANGE_ANSWER, first, "b", 7},
    };
    enum lewis_saved saved[5];
    static const enum lewis_saved expected[5] = {
        LEWIS_SAVED, LEWIS_UNSAVED_CONSENT, LEWIS_SAVED, LEWIS_UNSAVED_VALUE,
        LEWIS_SAVED};
    struct lewis_workshop_sheet *sheet;

    (void)state;
    assert_true(lewis_workshop_save(w, change, 5, saved, NULL));
    for (int i = 0; i < 5; i++)
        assert_int_equal(saved[i], expected[i]);
    sheet = lewis_workshop_sheet(w, a, NULL);
    assert_string_equal(sheet->item[0].text, "b");
    assert_int_equal(sheet->item[0].changes, 1);
    lewis_workshop_sheet_free(sheet);
    lewis_workshop_free(w);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(test_created_and_loaded, remove_file),
        cmocka_unit_test_teardown(test_options_refused, remove_file),
        cmocka_unit_test_teardown(test_existing_file_stays, remove_file),
        cmocka_unit_test_teardown(test_other_files_are_refused, remove_file),
        cmocka_unit_test_teardown(test_other_versions, remove_file),
        cmocka_unit_test_teardown(test_a_file_of_version_1, remove_file),
        cmocka_unit_test_teardown(test_changed_bank, remove_file),
        cmocka_unit_test_teardown(test_damaged_file, remove_file),
        cmocka_unit_test_teardown(test_life, remove_file),
        cmocka_unit_test_teardown(test_saving, remove_file),
        cmocka_unit_test_teardown(test_handing_in, remove_file),
        cmocka_unit_test_teardown(test_no_direction, remove_file),
        cmocka_unit_test_teardown(test_names, remove_file),
        cmocka_unit_test_teardown(test_many_at_once, remove_file),
    };

    return cmocka_run_group_tests_name("workshop", tests, make_folder,
                                       remove_folder);
}
