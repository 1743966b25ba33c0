/* target_handin.c - a file that answers are handed in to, and that may hold
 * anything already. What was added is read back.
 *
 * The first byte says CSV (0) or JSON Lines (1); the rest is the file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <assert.h>
#include <stdio.h>
#include <unistd.h>

#include <lewis/answers.h>
#include <lewis/handin.h>

#include "fuzz.h"

/* One who answered everything. */
static struct lewis_session *
person(const struct lewis_bank *bank)
{
    struct lewis_session *session = lewis_session_new(
        bank,
        &(struct lewis_session_options){.id = "=Ann;\"x\"", .team = "red"},
        NULL);
    struct lewis_act enter = {.kind = LEWIS_ACT_ENTER};
    struct lewis_act one = {.kind = LEWIS_ACT_NUMBER, .number = 1};
    struct lewis_act give = {.kind = LEWIS_ACT_HAND_IN};

    lewis_session_show(session, 0);
    lewis_session_do(session, &enter, 0, NULL);
    while (lewis_session_stage(session) == LEWIS_STAGE_ITEM)
        lewis_session_do(session, &one, 0, NULL);
    lewis_session_do(session, &give, 0, NULL);
    return session;
}

/* How many rows of a file can be read; -1 when it is no file of answers. */
static long
rows_of(const char *path, const struct lewis_bank *bank)
{
    struct lewis_answers *answers = lewis_answers_open(path, NULL);
    struct lewis_error error = {0};
    struct lewis_sheet sheet;
    long rows = -1;

    if (answers != NULL && lewis_answers_bind(answers, bank, NULL))
        for (rows = 0; lewis_answers_next(answers, &sheet, &error);)
            rows += !sheet.refused;
    lewis_answers_free(answers);
    return error.code == 0 ? rows : -1;
}

void
run_handin(const char *bytes, size_t size)
{
    static struct lewis_session *session;
    static const char *const endings[] = {".csv", ".jsonl"};
    const struct lewis_bank *bank = fuzz_bank(0);
    unsigned lines = size > 0 ? fuzz_digit(bytes[0]) & 1 : 0;
    struct lewis_handin handin = {.draft = "d-1", .started = 1700000000};
    char path[128];
    long rows;
    bool added;

    if (size == 0)
        return;
    if (session == NULL)
        session = person(bank);
    assert(lewis_session_complete(session));
    snprintf(path, sizeof path, "%s/handin%s", fuzz_folder(),
             endings[lines]);
    rename(fuzz_file(0, bytes + 1, size - 1), path);
    rows = rows_of(path, bank);
    added = lewis_handin_append(path, session, &handin, NULL);
    if (added && lines == 0 && rows >= 0)
        assert(rows_of(path, bank) >= rows);
    else if (added && lines == 0 && size == 1)
        assert(rows_of(path, bank) == 1);
    unlink(path);
}
