/* workshop_crash_test.c - what was said to be saved is there, whatever happens
 * to the process, the disk and the neighbours.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <poll.h>
#include <signal.h>
#include <time.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <cmocka.h>

#include "workshops.h"

enum { KILLS = 40, ITEMS = 12 };

/* Told through a pipe by whoever saves: this answer is on the disk. */
struct told {
    size_t respondent, item;
    char answer;
};

/* Saves answers of one person, round and round, each another one than before,
 * several changes at a time; and tells. Ends when it cannot. */
static void
save_on(size_t respondent, int pipe, unsigned rounds)
{
    struct lewis_workshop *w = lewis_workshop_load(file_path, NULL);
    const struct lewis_bank *bank;

    if (w == NULL)
        _exit(1);
    bank = lewis_workshop_bank(w);
    for (unsigned round = 0; round < rounds; round++)
        for (size_t i = 0; i < ITEMS; i += 3) {
            struct lewis_change change[3];
            enum lewis_saved saved[3];
            char text[2] = {(char)('a' + (i + round) % 3), '\0'};
            struct told told[3];
            memset(told, 0, sizeof told); /* what is between the members, too */
            for (size_t k = 0; k < 3; k++) {
                change[k] = (struct lewis_change){
                    respondent, LEWIS_CHANGE_ANSWER,
                    lewis_bank_item(bank, i + k)->id, text, 1};
                told[k].respondent = respondent;
                told[k].item = i + k;
                told[k].answer = text[0];
            }
            if (!lewis_workshop_save(w, change, 3, saved, NULL))
                _exit(1);
            for (size_t k = 0; k < 3; k++)
                if (saved[k] != LEWIS_SAVED ||
                    write(pipe, &told[k], sizeof told[k]) <
                        (ssize_t)sizeof told[k])
                    _exit(0);
        }
    lewis_workshop_free(w);
    _exit(0);
}

static pid_t
start(size_t respondent, int *reading, unsigned rounds)
{
    int ends[2];
    pid_t child;

    assert_int_equal(pipe(ends), 0);
    child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        close(ends[0]);
        save_on(respondent, ends[1], rounds);
    }
    close(ends[1]);
    *reading = ends[0];
    return child;
}

/* The last that was told of each item; '\0': nothing. Returns how much was. */
static size_t
hear(int reading, char last[ITEMS])
{
    struct told told;
    size_t count = 0;

    memset(last, 0, ITEMS);
    while (read(reading, &told, sizeof told) == (ssize_t)sizeof told) {
        last[told.item] = told.answer;
        count++;
    }
    close(reading);
    return count;
}

/* A save that was under way may be there too: it is the next in the round. */
static void
expect_there(size_t respondent, const char last[ITEMS])
{
    struct lewis_workshop *w = lewis_workshop_load(file_path, NULL);
    struct lewis_workshop_sheet *sheet;

    assert_non_null(w);
    sheet = lewis_workshop_sheet(w, respondent, NULL);
    assert_non_null(sheet);
    for (size_t i = 0; i < ITEMS; i++) {
        char there = sheet->item[i].text[0];
        char next = (char)(last[i] == 'c' ? 'a' : last[i] + 1);
        if (last[i] != '\0' && there != last[i] && there != next)
            fail_msg("item %zu: told %c, there is %c", i, last[i],
                     there == '\0' ? '-' : there);
    }
    /* A transaction is there whole. */
    for (size_t i = 0; i < ITEMS; i += 3)
        assert_true(sheet->item[i].changes == sheet->item[i + 1].changes &&
                    sheet->item[i].changes == sheet->item[i + 2].changes &&
                    strcmp(sheet->item[i].text, sheet->item[i + 2].text) == 0);
    lewis_workshop_sheet_free(sheet);
    lewis_workshop_free(w);
}

static void
test_killed_while_saving(void **state)
{
    struct lewis_workshop *w = make_open("lmr-12", 1, KILLS, false);
    size_t number[KILLS], told = 0;

    (void)state;
    for (size_t k = 0; k < KILLS; k++) {
        number[k] = person(w, 0, k);
        save(w, number[k], LEWIS_CHANGE_CONSENT, NULL, NULL);
    }
    lewis_workshop_free(w);
    for (size_t k = 0; k < KILLS; k++) {
        char last[ITEMS];
        int reading;
        pid_t child = start(number[k], &reading, UINT32_MAX);
        struct pollfd saving = {.fd = reading, .events = POLLIN};
        struct timespec pause = {0, (long)(k * 7 % 23) * 1000000};
        assert_int_equal(poll(&saving, 1, 60000), 1); /* it is at it */
        nanosleep(&pause, NULL);
        kill(child, SIGKILL);
        waitpid(child, NULL, 0);
        told += hear(reading, last);
        expect_there(number[k], last);
    }
    assert_true(told >= KILLS);
}

/* Two processes save, a third closes the workshop in the midst of it. */
static void
test_two_and_a_trainer(void **state)
{
    struct lewis_workshop *w = make_open("lmr-12", 2, 3, false);
    size_t number[2] = {person(w, 0, 0), person(w, 1, 0)};
    int reading[2], status;
    char last[2][ITEMS];
    struct told first[2];
    pid_t child[2];

    (void)state;
    save(w, number[0], LEWIS_CHANGE_CONSENT, NULL, NULL);
    save(w, number[1], LEWIS_CHANGE_CONSENT, NULL, NULL);
    for (int i = 0; i < 2; i++)
        child[i] = start(number[i], &reading[i], 100000);
    for (int i = 0; i < 2; i++) /* both are at it */
        assert_int_equal(read(reading[i], &first[i], sizeof first[i]),
                         sizeof first[i]);
    assert_true(lewis_workshop_close(w, NULL));
    for (int i = 0; i < 2; i++) {
        hear(reading[i], last[i]);
        waitpid(child[i], &status, 0);
        assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
        expect_there(number[i], last[i]);
    }
    lewis_workshop_free(w);
}

/* Two who make a file of one name at the same time: one of them has made it,
 * the other is told. */
static void
test_made_twice_at_once(void **state)
{
    int made = 0;

    (void)state;
    for (int i = 0; i < 2; i++)
        if (fork() == 0) {
            struct lewis_workshop_team team = {"A", 500};
            struct lewis_workshop_options options = {
                .bank_path = bank_path("lmr-12"), .team = &team, .teams = 1};
            struct lewis_error error;
            struct lewis_workshop *w =
                lewis_workshop_create(file_path, &options, &error);
            bool one = w != NULL;
            lewis_workshop_free(w);
            _exit(one ? 1
                  : strstr(error.text, "there is a file of this name") ? 0
                                                                       : 2);
        }
    for (int i = 0; i < 2; i++) {
        int status;
        wait(&status);
        assert_true(WIFEXITED(status) && WEXITSTATUS(status) < 2);
        made += WEXITSTATUS(status);
    }
    assert_int_equal(made, 1);
}

static void
limit_files(rlim_t bytes)
{
    struct rlimit limit;

    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
    limit.rlim_cur = bytes == RLIM_INFINITY ? limit.rlim_max : bytes;
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

/* A file that may not grow (tests/cli/workshop.sh has a full disk): every refused save says so and changes nothing;
 * what was saved before is there, and saving goes on when there is room. */
static void
test_no_room(void **state)
{
    struct lewis_workshop *w = make_open("lmr-12", 1, 5, false);
    const char *id = lewis_bank_item(lewis_workshop_bank(w), 0)->id;
    size_t who = person(w, 0, 0), saved_rows = 0, changes;
    struct lewis_workshop_sheet *sheet;
    struct lewis_error error = {0};
    enum lewis_saved saved = LEWIS_SAVED;
    char text[] = "a";

    (void)state;
    save(w, who, LEWIS_CHANGE_CONSENT, NULL, NULL);
    limit_files(300 * 1024);
    while (saved_rows < 100000) {
        struct lewis_change change = {who, LEWIS_CHANGE_ANSWER, id, text, 1};
        text[0] = (char)('a' + saved_rows % 3);
        if (!lewis_workshop_save(w, &change, 1, &saved, &error))
            break;
        assert_int_equal(saved, LEWIS_SAVED);
        saved_rows++;
    }
    assert_int_equal(saved, LEWIS_UNSAVED_TROUBLE);
    assert_int_equal(error.code, LEWIS_ESYSTEM);
    assert_string_equal(error.file, file_path);
    limit_files(RLIM_INFINITY);
    lewis_workshop_free(w);
    w = lewis_workshop_load(file_path, NULL);
    sheet = lewis_workshop_sheet(w, who, NULL);
    changes = sheet->item[0].changes;
    lewis_workshop_sheet_free(sheet);
    id = lewis_bank_item(lewis_workshop_bank(w), 0)->id;
    assert_int_equal(changes + 1, saved_rows);
    assert_int_equal(save(w, who, LEWIS_CHANGE_ANSWER, id, text), LEWIS_SAVED);
    lewis_workshop_free(w);
}

/* No room to make it: nothing is left behind. */
static void
test_no_room_for_a_new_one(void **state)
{
    struct lewis_workshop_team team = {"A", 50};
    struct lewis_workshop_options options = {
        .bank_path = bank_path("lmr-30"), .team = &team, .teams = 1};
    struct lewis_error error;
    char command[160];

    (void)state;
    limit_files(20 * 1024);
    assert_null(lewis_workshop_create(file_path, &options, &error));
    limit_files(RLIM_INFINITY);
    assert_int_equal(error.code, LEWIS_ESYSTEM);
    snprintf(command, sizeof command, "test -z \"$(ls -A '%s')\"", folder);
    assert_int_equal(system(command), 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(test_no_room_for_a_new_one, remove_file),
        cmocka_unit_test_teardown(test_no_room, remove_file),
        cmocka_unit_test_teardown(test_made_twice_at_once, remove_file),
        cmocka_unit_test_teardown(test_two_and_a_trainer, remove_file),
        cmocka_unit_test_teardown(test_killed_while_saving, remove_file),
    };

    return cmocka_run_group_tests_name("workshop_crash", tests, make_folder,
                                       remove_folder);
}
