/* handin_test.c - sheets at the end of a file: whole, once, by many at once,
 * and read again as they were given.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <gsl/gsl_errno.h>
#include <jansson.h>
#include <cmocka.h>

#include <lewis/handin.h>
#include <lewis/score.h>

static struct lewis_bank *forms, *asks, *thirty, *ratings;
static char directory[64], path[128];

static struct lewis_bank *
load(const char *where, const char *name)
{
    char file[4096];
    struct lewis_error error;

    snprintf(file, sizeof file, "%s/%s.xml", getenv(where), name);
    return lewis_bank_load(file, &error);
}

static int
set_up(void **state)
{
    (void)state;
    gsl_set_error_handler_off();
    strcpy(directory, "/tmp/lewis-handin-XXXXXX");
    forms = load("top_srcdir", "tests/fixtures/forms");
    asks = load("top_srcdir", "tests/fixtures/asks");
    thirty = load("LEWIS_PATH", "lmr-30");
    ratings = load("LEWIS_PATH", "lmr-ratings");
    if (mkdtemp(directory) == NULL)
        return 1;
    snprintf(path, sizeof path, "%s/answers.csv", directory);
    return !forms || !asks || !thirty || !ratings;
}

static int
tear_down(void **state)
{
    (void)state;
    lewis_bank_free(forms);
    lewis_bank_free(asks);
    lewis_bank_free(thirty);
    lewis_bank_free(ratings);
    unlink(path);
    return rmdir(directory);
}

static void
act(struct lewis_session *s, enum lewis_act_kind kind, long number,
    const char *text)
{
    struct lewis_act a = {.kind = kind, .number = number, .text = text};

    lewis_session_do(s, &a, 500 * lewis_session_sequence(s), NULL);
}

/* A number that answers in any form, another for each step and seed. */
static long
some_number(const struct lewis_item *item, uint64_t turn)
{
    switch (item->form) {
    case LEWIS_RATE:
    case LEWIS_CHECK:
        return item->response->lo +
               (long)(turn % (uint64_t)(item->response->hi -
                                        item->response->lo + 1));
    case LEWIS_PAIR:
        return 1 + (long)(turn % (uint64_t)item->places);
    case LEWIS_POINTS:
        return (long)(turn % 4);
    default:
        return 1 + (long)(turn % item->option_count);
    }
}

/* A person who answers all items, each seed otherwise. */
static struct lewis_session *
person(const struct lewis_bank *bank, const char *id, const char *team,
       uint64_t seed)
{
    struct lewis_session *s = lewis_session_new(
        bank,
        &(struct lewis_session_options){.seed = seed, .id = id, .team = team},
        NULL);

    assert_non_null(s);
    lewis_session_show(s, 0);
    act(s, LEWIS_ACT_ENTER, 0, NULL);
    for (uint64_t turn = seed * 7; lewis_session_stage(s) == LEWIS_STAGE_ITEM;
         turn = turn * 5 + 3) {
        size_t i = lewis_session_item(s, lewis_session_place(s).item);
        act(s, LEWIS_ACT_NUMBER,
            some_number(lewis_bank_item(bank, i), turn >> 3), NULL);
    }
    assert_int_equal(lewis_session_stage(s), LEWIS_STAGE_REVIEW);
    if (bank == forms || bank == asks) {
        act(s, LEWIS_ACT_ENTER, 0, NULL);
        act(s, LEWIS_ACT_FORWARD, 0, NULL);
        act(s, LEWIS_ACT_NUMBER, 42, NULL);
    }
    assert_true(lewis_session_complete(s));
    return s;
}

static const struct lewis_handin plain = {.started = 1795300440,
                                          .wait_ms = 60000};

static void
append(const struct lewis_session *s)
{
    struct lewis_error error = {0};
    bool added = lewis_handin_append(path, s, &plain, &error);

    if (!added)
        print_error("%s\n", error.text);
    assert_true(added);
}

static void
spill(const char *text)
{
    FILE *file = fopen(path, "w");

    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static char *
slurp(void)
{
    char *bytes = calloc(1, 1 << 20);
    FILE *file = fopen(path, "r");

    assert_non_null(file);
    bytes[fread(bytes, 1, (1 << 20) - 1, file)] = '\0';
    fclose(file);
    return bytes;
}

static void
assert_file(const char *expected)
{
    char *bytes = slurp();

    assert_string_equal(bytes, expected);
    free(bytes);
}

static void
assert_refused(const struct lewis_session *s, const char *why)
{
    struct lewis_handin quick = {.wait_ms = 30};
    struct lewis_error error = {0};

    assert_false(lewis_handin_append(path, s, &quick, &error));
    if (strstr(error.text, why) == NULL)
        print_error("%s\n", error.text);
    assert_non_null(strstr(error.text, why));
}

static struct lewis_score
score(const struct lewis_bank *bank, const struct lewis_answer *answer)
{
    struct lewis_score_options options = lewis_score_defaults();
    struct lewis_key *key = lewis_key_new(bank, &options, NULL);
    struct lewis_score result;

    assert_non_null(key);
    lewis_score_answers(key, answer, &result);
    lewis_key_free(key);
    return result;
}

/* The rows of the file are these people, and score as they do. */
static void
assert_people(const struct lewis_bank *bank, struct lewis_session *const s[],
              size_t count)
{
    struct lewis_answers *answers = lewis_answers_open(path, NULL);
    size_t items = lewis_bank_item_count(bank);
    struct lewis_error error = {0};
    struct lewis_sheet sheet;

    assert_non_null(answers);
    assert_true(lewis_answers_bind(answers, bank, &error));
    for (size_t k = 0; k < count; k++) {
        assert_true(lewis_answers_next(answers, &sheet, &error));
        assert_false(sheet.refused);
        assert_memory_equal(sheet.answer, lewis_session_answers(s[k]),
                            items * sizeof *sheet.answer);
        struct lewis_score a = score(bank, sheet.answer);
        struct lewis_score b = score(bank, lewis_session_answers(s[k]));
        assert_int_equal(a.status, b.status);
        assert_memory_equal(a.share, b.share, sizeof a.share);
    }
    assert_false(lewis_answers_next(answers, &sheet, &error));
    assert_int_equal(error.code, LEWIS_OK);
    lewis_answers_free(answers);
}

static void
test_what_is_handed_in_scores_as_it_was_given(void **state)
{
    const struct lewis_bank *bank[] = {forms, asks, thirty, ratings};

    (void)state;
    for (size_t b = 0; b < 4; b++) {
        struct lewis_session *s[9];
        unlink(path);
        for (size_t k = 0; k < 9; k++) {
            s[k] = person(bank[b], "p", "north", k + 1);
            append(s[k]);
        }
        assert_people(bank[b], s, 9);
        for (size_t k = 0; k < 9; k++)
            lewis_session_free(s[k]);
    }
}

static void
test_a_new_file_has_a_header(void **state)
{
    struct lewis_session *s = person(asks, "Zo\xC3\xAB, \"Z\"", "north", 1);
    char expected[512], cell[3][LEWIS_CELL];

    (void)state;
    unlink(path);
    append(s);
    for (size_t i = 0; i < 3; i++)
        lewis_answer_print(lewis_bank_item(asks, i),
                           &lewis_session_answers(s)[i], cell[i]);
    snprintf(expected, sizeof expected,
             "id,team,years,country,role,R2,R3,R4,lang,bank,version,seed,"
             "started,seconds,draft\n"
             "\"Zo\xC3\xAB, \"\"Z\"\"\",north,42,,,%s,%s,%s,en,asks,1.0.0,1,"
             "2026-11-21T22:34:00Z,2,\n",
             cell[0], cell[1], cell[2]);
    assert_file(expected);
    lewis_session_free(s);
}

static void
test_an_empty_file_gets_a_header_behind_its_mark(void **state)
{
    struct lewis_session *s = person(asks, "me", NULL, 1);
    char *bytes;

    (void)state;
    spill("\xEF\xBB\xBF");
    append(s);
    bytes = slurp();
    assert_memory_equal(bytes, "\xEF\xBB\xBFid,team,", 11);
    free(bytes);
    assert_people(asks, &s, 1);
    spill("");
    append(s);
    assert_people(asks, &s, 1);
    lewis_session_free(s);
}

/* Columns, separator, line ends and marks as the file has them. */
static void
test_a_file_keeps_its_ways(void **state)
{
    static const struct {
        const char *before, *format;
    } row[] = {
        {"R4,ID,R3,x,R2,Team\n", "%3$s,me,%2$s,,%1$s,a;b\n"},
        {"R4;ID;R3;x;R2;Team\r\n", "%3$s;me;%2$s;;%1$s;\"a;b\"\r\n"},
        {"\xEF\xBB\xBFR2;R3;R4\r\n1 9;x;2", "\r\n%1$s;%2$s;%3$s\r\n"},
        {"R2\tR3\tR4\n\n", "%1$s\t%2$s\t%3$s\n"},
        {"sep=;\r\n\"R2\";R3;R4\r\n", "%1$s;%2$s;%3$s\r\n"},
        {"[R2] Share out,[R3] Pick,R4\n", "%1$s,%2$s,%3$s\n"},
        {"R2,R3,R4", "\n%1$s,%2$s,%3$s\n"},
        {"R2,\"a\nb\",R3,R4\n", "%1$s,,%2$s,%3$s\n"},
        {"years,R2,R3,R4,seed\n", "42,%1$s,%2$s,%3$s,1\n"},
    };
    struct lewis_session *s = person(asks, "me", "a;b", 1);
    char cell[3][LEWIS_CELL], expected[512];

    (void)state;
    for (size_t i = 0; i < 3; i++)
        lewis_answer_print(lewis_bank_item(asks, i),
                           &lewis_session_answers(s)[i], cell[i]);
    for (size_t r = 0; r < sizeof row / sizeof row[0]; r++) {
        size_t n = strlen(row[r].before);
        spill(row[r].before);
        append(s);
        strcpy(expected, row[r].before);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        snprintf(expected + n, sizeof expected - n, row[r].format, cell[0],
                 cell[1], cell[2]);
#pragma GCC diagnostic pop
        assert_file(expected);
    }
    lewis_session_free(s);
}

static void
test_a_formula_is_no_formula(void **state)
{
    static const char *const name[] = {"=1+1", "+31", "-x", "@me"};

    (void)state;
    for (size_t i = 0; i < 4; i++) {
        struct lewis_session *s = person(asks, name[i], "=cmd", 1);
        char expected[64], *bytes;
        unlink(path);
        append(s);
        bytes = slurp();
        snprintf(expected, sizeof expected, "\n'%s,'=cmd,42,", name[i]);
        assert_non_null(strstr(bytes, expected));
        free(bytes);
        lewis_session_free(s);
    }
}

static void
test_a_file_that_does_not_fit_is_left_as_it_was(void **state)
{
    static const struct {
        const char *before, *why;
    } row[] = {
        {"id,R2,R4\n", "no column for item R3 of the questionnaire asks"},
        {"R2,R3,R4,R3\n", "two columns for item R3"},
        {"\n", "no header"},
        {"R2,R3,R4\n\"1 9,x,2\n", "never closes"},
        {"R2,R3,R4\n\"1 9\"x,x,2\n", "behind a closing quote"},
        {"R2,R3,R4,\xFF\n", "not UTF-8"},
    };
    struct lewis_session *s = person(asks, "me", NULL, 1);

    (void)state;
    for (size_t r = 0; r < sizeof row / sizeof row[0]; r++) {
        spill(row[r].before);
        assert_refused(s, row[r].why);
        assert_file(row[r].before);
    }
    lewis_session_free(s);
}

static void
test_what_is_not_finished_is_not_handed_in(void **state)
{
    struct lewis_session *s =
        lewis_session_new(asks, &(struct lewis_session_options){0}, NULL);

    (void)state;
    unlink(path);
    assert_refused(s, "not finished");
    assert_int_equal(access(path, F_OK), -1);
    lewis_session_free(s);
}

static void
test_a_sheet_is_not_added_twice(void **state)
{
    struct lewis_session *s = person(asks, "me", NULL, 1);
    struct lewis_handin once = plain;
    const char *const name[] = {"answers.csv", "answers.jsonl"};
    char *before;

    (void)state;
    for (int k = 0; k < 2; k++) {
        snprintf(path, sizeof path, "%s/%s", directory, name[k]);
        unlink(path);
        once.draft = "asks-20261121-223400-1";
        assert_true(lewis_handin_append(path, s, &once, NULL));
        before = slurp();
        assert_true(lewis_handin_append(path, s, &once, NULL));
        assert_file(before);
        once.draft = "asks-20261121-223400-2";
        assert_true(lewis_handin_append(path, s, &once, NULL));
        char *after = slurp();
        assert_true(strlen(after) > strlen(before));
        free(after);
        free(before);
        unlink(path);
    }
    snprintf(path, sizeof path, "%s/answers.csv", directory);
    lewis_session_free(s);
}

/* The disk is full after 'room' bytes more, whatever they are. */
static void
limit_file_size(rlim_t size)
{
    struct rlimit limit;

    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
    limit.rlim_cur = size == RLIM_INFINITY ? limit.rlim_max : size;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static void
test_a_full_disk_leaves_the_file_as_it_was(void **state)
{
    static const char before[] = "R2,R3,R4\n1 9,x,2";
    struct lewis_session *s = person(asks, "me", NULL, 1);

    (void)state;
    for (rlim_t room = 0; room < 10; room++) {
        spill(before);
        limit_file_size(sizeof before - 1 + room);
        assert_refused(s, "cannot write");
        assert_file(before);
        limit_file_size(RLIM_INFINITY);
        unlink(path);
        limit_file_size(room);
        assert_refused(s, "cannot write");
        assert_int_equal(access(path, F_OK), -1);
        limit_file_size(RLIM_INFINITY);
    }
    lewis_session_free(s);
}

/* In the directory; NULL: taken. */
static void
assert_check(const char *name, const char *why)
{
    struct lewis_error error = {0};
    char file[256];
    bool fits;

    snprintf(file, sizeof file, "%s/%s", directory, name);
    fits = lewis_handin_check(file, asks, 30, &error);
    if (fits != (why == NULL) || (!fits && strstr(error.text, why) == NULL))
        print_error("%s: %s\n", name, error.text);
    assert_true(fits == (why == NULL));
    if (why != NULL)
        assert_non_null(strstr(error.text, why));
}

static void
test_a_file_is_looked_at_before_it_is_needed(void **state)
{
    static const char whole[] = "id,R2,R3,R4\nme,1 9,x,2\n";

    (void)state;
    unlink(path);
    assert_check("answers.csv", NULL);
    assert_check("answers.JSONL", NULL);
    assert_check("answers.xlsx", "a workbook cannot be added to");
    assert_check("answers.ods", "a workbook cannot be added to");
    assert_check("answers.tsv", "ends in .csv or .jsonl");
    assert_check("answers", "ends in .csv or .jsonl");
    assert_check(".csv", NULL);
    assert_check("none/answers.csv", "there is no folder");
    assert_int_equal(access(path, F_OK), -1);
    spill(whole);
    assert_check("answers.csv", NULL);
    assert_file(whole);
    assert_check("answers.csv/answers.csv", "there is no folder");
    spill("");
    assert_check("answers.csv", NULL);
    spill("id,R2,R3\n");
    assert_check("answers.csv", "no column for item R4");
    spill("id,R2,R3,R4\n\"me,1 9,x,2\n");
    assert_check("answers.csv", "mend it");
    unlink(path);
    assert_int_equal(mkdir(path, 0700), 0);
    assert_check("answers.csv", "cannot open");
    assert_int_equal(rmdir(path), 0);
    assert_int_equal(mkfifo(path, 0600), 0);
    assert_check("answers.csv", "no plain file");
    unlink(path);
    if (geteuid() == 0)
        return;
    chmod(directory, 0500);
    assert_check("answers.csv", "cannot make");
    chmod(directory, 0700);
}

static void
test_a_file_that_may_not_be_written_is_told(void **state)
{
    struct lewis_session *s = person(asks, "me", NULL, 1);
    bool root = geteuid() == 0;

    (void)state;
    spill("R2,R3,R4\n");
    chmod(path, 0444);
    chmod(directory, 0755);
    if (root)
        assert_int_equal(seteuid(65534), 0);
    assert_refused(s, "cannot open: Permission denied");
    if (root)
        assert_int_equal(seteuid(0), 0);
    assert_file("R2,R3,R4\n");
    unlink(path);
    mkdir(path, 0700);
    assert_refused(s, "cannot open: Is a directory");
    rmdir(path);
    mkfifo(path, 0600);
    assert_refused(s, "no plain file");
    unlink(path);
    lewis_session_free(s);
}

static void
test_a_locked_file_is_waited_for_and_told(void **state)
{
    struct lewis_session *s = person(asks, "me", NULL, 1);
    int fd;

    (void)state;
    spill("R2,R3,R4\n");
    fd = open(path, O_RDONLY);
    assert_int_equal(flock(fd, LOCK_EX), 0);
    assert_refused(s, "another program keeps this file locked");
    close(fd);
    append(s);
    lewis_session_free(s);
}

/* A child that hands in a hundred people. */
static pid_t
hand_in_hundred(const struct lewis_bank *bank, char who)
{
    pid_t child = fork();

    if (child != 0)
        return child;
    for (uint64_t k = 0; k < 100; k++) {
        char id[16];
        snprintf(id, sizeof id, "%c%02d", who, (int)k);
        struct lewis_session *s = person(bank, id, "north", k);
        if (!lewis_handin_append(path, s, &plain, NULL))
            _exit(1);
        lewis_session_free(s);
    }
    _exit(0);
}

static void
test_two_hand_in_a_hundred_each_at_once(void **state)
{
    struct lewis_answers *answers;
    struct lewis_sheet sheet;
    bool seen[2][100] = {{false}};
    pid_t child[2];
    size_t rows = 0;
    int status;

    (void)state;
    unlink(path);
    for (int c = 0; c < 2; c++)
        child[c] = hand_in_hundred(thirty, "AB"[c]);
    for (int c = 0; c < 2; c++) {
        assert_int_equal(waitpid(child[c], &status, 0), child[c]);
        assert_int_equal(status, 0);
    }
    answers = lewis_answers_open(path, NULL);
    assert_true(lewis_answers_bind(answers, thirty, NULL));
    for (; lewis_answers_next(answers, &sheet, NULL); rows++) {
        assert_false(sheet.refused);
        assert_int_equal(sheet.id_size, 3);
        int k = (sheet.id[1] - '0') * 10 + sheet.id[2] - '0';
        bool *mine = &seen[sheet.id[0] - 'A'][k];
        assert_false(*mine);
        *mine = true;
        char id[4] = {sheet.id[0], sheet.id[1], sheet.id[2], '\0'};
        struct lewis_session *s = person(thirty, id, "north", (uint64_t)k);
        assert_memory_equal(sheet.answer, lewis_session_answers(s),
                            30 * sizeof *sheet.answer);
        lewis_session_free(s);
    }
    lewis_answers_free(answers);
    assert_int_equal(rows, 200);
}

static void
test_a_line_of_json_has_everything(void **state)
{
    struct lewis_session *s = person(forms, "=me\n", "north", 3);
    char cell[LEWIS_CELL], *bytes;
    json_t *object, *order;

    (void)state;
    snprintf(path, sizeof path, "%s/answers.jsonl", directory);
    spill("{\"id\":\"before\"}");
    append(s);
    bytes = slurp();
    assert_memory_equal(bytes, "{\"id\":\"before\"}\n", 16);
    object = json_loads(bytes + 16, 0, NULL);
    assert_non_null(object);
    assert_string_equal(json_string_value(json_object_get(object, "id")),
                        "=me\n");
    assert_string_equal(json_string_value(json_object_get(object, "sha256")),
                        lewis_bank_digest(forms));
    order = json_object_get(object, "order");
    assert_int_equal(json_array_size(order), 6);
    for (size_t p = 0; p < 6; p++) {
        size_t i = lewis_session_item(s, p);
        const char *id = lewis_bank_item(forms, i)->id;
        assert_string_equal(json_string_value(json_array_get(order, p)), id);
        assert_string_equal(
            json_string_value(
                json_object_get(json_object_get(object, "answers"), id)),
            lewis_answer_print(lewis_bank_item(forms, i),
                               &lewis_session_answers(s)[i], cell));
        assert_true((uint64_t)json_integer_value(json_object_get(
                        json_object_get(object, "ms"), id)) ==
                    lewis_session_ms(s, i));
    }
    assert_string_equal(
        json_string_value(
            json_object_get(json_object_get(object, "asks"), "years")),
        "42");
    json_decref(object);
    free(bytes);
    spill("id,team\n");
    assert_refused(s, "no JSON object");
    assert_file("id,team\n");
    unlink(path);
    snprintf(path, sizeof path, "%s/answers.csv", directory);
    lewis_session_free(s);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_handed_in_scores_as_it_was_given),
        cmocka_unit_test(test_a_new_file_has_a_header),
        cmocka_unit_test(test_an_empty_file_gets_a_header_behind_its_mark),
        cmocka_unit_test(test_a_file_keeps_its_ways),
        cmocka_unit_test(test_a_formula_is_no_formula),
        cmocka_unit_test(test_a_file_that_does_not_fit_is_left_as_it_was),
        cmocka_unit_test(test_what_is_not_finished_is_not_handed_in),
        cmocka_unit_test(test_a_sheet_is_not_added_twice),
        cmocka_unit_test(test_a_full_disk_leaves_the_file_as_it_was),
        cmocka_unit_test(test_a_file_that_may_not_be_written_is_told),
        cmocka_unit_test(test_a_file_is_looked_at_before_it_is_needed),
        cmocka_unit_test(test_a_locked_file_is_waited_for_and_told),
        cmocka_unit_test(test_two_hand_in_a_hundred_each_at_once),
        cmocka_unit_test(test_a_line_of_json_has_everything),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
