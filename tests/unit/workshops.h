/* workshops.h - workshops for tests: made in a folder of their own, and people
 * who answer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_WORKSHOPS_H
#define TESTS_WORKSHOPS_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <lewis/workshop.h>

static char folder[64], file_path[128];

static inline int
make_folder(void **state)
{
    (void)state;
    /* In memory, where there is such a folder: every save waits for its disk. */
    snprintf(folder, sizeof folder, "%s/lewis-workshop-XXXXXX",
             access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp");
    if (mkdtemp(folder) == NULL)
        return 1;
    snprintf(file_path, sizeof file_path, "%s/w.lewis", folder);
    return 0;
}

static inline int
remove_folder(void **state)
{
    char command[128];

    (void)state;
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command);
}

static inline int
remove_file(void **state)
{
    char name[160];
    static const char *const tails[] = {"", "-wal", "-shm", "-journal"};

    (void)state;
    for (size_t i = 0; i < 4; i++) {
        snprintf(name, sizeof name, "%s%s", file_path, tails[i]);
        unlink(name);
    }
    return 0;
}

static inline const char *
bank_path(const char *name)
{
    static char path[4096];

    snprintf(path, sizeof path, "%s/%s.xml", getenv("LEWIS_PATH"), name);
    return path;
}

/* A workshop of 'teams' teams A, B, ... with so many codes each. */
static inline struct lewis_workshop *
make_workshop(const char *bank, size_t teams, size_t codes, bool names)
{
    static const char *const called[] = {"A", "B", "C", "D", "E", "F"};
    struct lewis_workshop_team team[6];
    struct lewis_workshop_options options = {
        .bank_path = bank_path(bank), .team = team, .teams = teams,
        .names = names};
    struct lewis_error error = {0};
    struct lewis_workshop *workshop;

    for (size_t t = 0; t < teams; t++)
        team[t] = (struct lewis_workshop_team){called[t], codes};
    workshop = lewis_workshop_create(file_path, &options, &error);
    if (workshop == NULL)
        print_error("%s\n", error.text);
    assert_non_null(workshop);
    return workshop;
}

static inline struct lewis_workshop *
make_open(const char *bank, size_t teams, size_t codes, bool names)
{
    struct lewis_workshop *workshop =
        make_workshop(bank, teams, codes, names);

    assert_true(lewis_workshop_open(workshop, NULL));
    return workshop;
}

static inline enum lewis_saved
save(struct lewis_workshop *workshop, size_t respondent,
     enum lewis_change_kind kind, const char *id, const char *text)
{
    struct lewis_change change = {respondent, kind, id, text, 1000};
    enum lewis_saved saved;

    assert_true(lewis_workshop_save(workshop, &change, 1, &saved, NULL));
    return saved;
}

/* The respondent of a team who comes 'nth' in the alphabet. */
static inline size_t
person(struct lewis_workshop *workshop, size_t team, size_t nth)
{
    char (*code)[LEWIS_CODE];
    struct lewis_respondent who;
    enum lewis_code_fault fault;
    size_t count;

    assert_true(lewis_workshop_codes(workshop, team, &code, &count, NULL));
    assert_true(nth < count);
    assert_true(
        lewis_workshop_find(workshop, code[nth], &who, &fault, NULL));
    assert_int_equal(fault, LEWIS_CODE_FINE);
    lewis_workshop_codes_free(code);
    return who.number;
}

/* Agrees, and answers every item, a pick or a ranking; 'way' 0..5 says how. */
static inline void
answer_all(struct lewis_workshop *workshop, size_t respondent, unsigned way)
{
    static const char *const answer[][6] = {
        {"abc", "bca", "cab", "acb", "bac", "cba"},
        {"a", "b", "c", "a", "b", "c"}};
    const struct lewis_bank *bank = lewis_workshop_bank(workshop);
    bool pick = lewis_bank_item(bank, 0)->form == LEWIS_PICK;

    assert_int_equal(
        save(workshop, respondent, LEWIS_CHANGE_CONSENT, NULL, NULL),
        LEWIS_SAVED);
    for (size_t i = 0; i < lewis_bank_item_count(bank); i++)
        assert_int_equal(save(workshop, respondent, LEWIS_CHANGE_ANSWER,
                              lewis_bank_item(bank, i)->id,
                              answer[pick][(way + i * i) % 6]),
                         LEWIS_SAVED);
}

static inline void
hand_in(struct lewis_workshop *workshop, size_t respondent, unsigned way)
{
    answer_all(workshop, respondent, way);
    assert_int_equal(
        save(workshop, respondent, LEWIS_CHANGE_HAND_IN, NULL, NULL),
        LEWIS_SAVED);
}

#endif
