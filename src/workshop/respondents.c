/* respondents.c - the people of a workshop.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "workshop/respondents.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "workshop/code.h"
#include "workshop/sheet.h"

static bool
is_taken(struct database *database, const char *text, const char *value)
{
    struct query query = query_begin(database, text);
    bool taken;

    query_text(&query, value);
    taken = query_row(&query);
    query_end(&query);
    return taken;
}

static bool
draw_code(struct database *database, char letter, char code[LEWIS_CODE])
{
    do
        if (!code_draw(letter, code))
            return false;
    while (is_taken(database, "SELECT 1 FROM respondent WHERE code = ?",
                    code));
    return true;
}

/* Nobody takes it for a code, nor a spreadsheet for a number. */
enum { ALIASES = 1000000, ALIAS = 8 };

static bool
draw_alias(struct database *database, char alias[ALIAS])
{
    uint64_t number;

    do {
        if (!code_chance(ALIASES, &number))
            return false;
        snprintf(alias, ALIAS, "P%06u", (unsigned)number % ALIASES);
    } while (is_taken(database, "SELECT 1 FROM respondent WHERE alias = ?",
                      alias));
    return true;
}

static char
letter_of(struct database *database, size_t team)
{
    struct query query =
        query_begin(database, "SELECT letter FROM team WHERE team = ?");
    char letter = code_teams[0];

    query_number(&query, (int64_t)team);
    if (query_row(&query))
        letter = query_get_text(&query, 0)[0];
    query_end(&query);
    return letter;
}

static bool
add_one(struct database *database, size_t team, char letter)
{
    char code[LEWIS_CODE], alias[ALIAS];
    uint64_t seed;
    struct query query;

    if (!draw_code(database, letter, code) || !draw_alias(database, alias) ||
        !code_chance((uint64_t)1 << 62, &seed))
        return false;
    query = query_begin(database,
                        "INSERT INTO respondent (code, alias, team, seed) "
                        "VALUES (?, ?, ?, ?)");
    query_text(&query, code);
    query_text(&query, alias);
    query_number(&query, (int64_t)team);
    query_number(&query, (int64_t)seed);
    query_do(&query);
    return true;
}

bool
respondents_add(struct database *database, size_t team, size_t count,
                struct lewis_error *error)
{
    char letter = letter_of(database, team);

    for (size_t i = 0; i < count; i++)
        if (!add_one(database, team, letter))
            return error_set(error, LEWIS_ESYSTEM,
                             "this system gives no random numbers");
    return true;
}

static void
fill(struct lewis_respondent *respondent, const struct query *query)
{
    *respondent = (struct lewis_respondent){
        .number = (size_t)query_get(query, 0),
        .team = (size_t)query_get(query, 2),
        .seed = (uint64_t)query_get(query, 3),
        .consented = query_get_text(query, 4)[0] != '\0',
        .handed_in = query_get(query, 7) != 0,
        .released = !query_is_null(query, 8),
    };
    snprintf(respondent->code, sizeof respondent->code, "%s",
             query_get_text(query, 1));
    snprintf(respondent->language, sizeof respondent->language, "%s",
             query_get_text(query, 5));
    snprintf(respondent->name, sizeof respondent->name, "%s",
             query_get_text(query, 6));
}

#define COLUMNS                                                               \
    "SELECT respondent, code, team, seed, consented, language, name, "        \
    "handed_in, cell FROM respondent "

/* The only row there can be. */
static bool
take(struct query *query, struct lewis_respondent *respondent)
{
    bool found = query_row(query);

    if (found)
        fill(respondent, query);
    query_end(query);
    return found;
}

bool
respondents_get(struct database *database, size_t number,
                struct lewis_respondent *respondent)
{
    struct query query =
        query_begin(database, COLUMNS "WHERE respondent = ?");

    query_number(&query, (int64_t)number);
    return take(&query, respondent);
}

static bool
find_code(struct database *database, const char *code,
          struct lewis_respondent *respondent)
{
    struct query query = query_begin(database, COLUMNS "WHERE code = ?");

    query_text(&query, code);
    return take(&query, respondent);
}

/* How many items have an answer, or were left out. */
static bool
count_answers(struct lewis_workshop *workshop,
              struct lewis_respondent *respondent, struct lewis_error *error)
{
    struct lewis_workshop_sheet *sheet =
        sheet_read(workshop, respondent->number, error);
    size_t items = lewis_bank_item_count(workshop->bank);

    if (sheet == NULL)
        return false;
    for (size_t i = 0; i < items; i++) {
        respondent->answered += sheet->item[i].given == LEWIS_ANSWERED;
        respondent->left_out += sheet->item[i].given == LEWIS_SKIPPED;
    }
    lewis_workshop_sheet_free(sheet);
    return true;
}

bool
lewis_workshop_find(struct lewis_workshop *workshop, const char *text,
                    struct lewis_respondent *respondent,
                    enum lewis_code_fault *fault, struct lewis_error *error)
{
    struct database *database = &workshop->database;
    char code[LEWIS_CODE];
    bool counted = true;

    *respondent = (struct lewis_respondent){0};
    *fault = lewis_code_read(text, code, NULL);
    if (*fault != LEWIS_CODE_FINE)
        return true;
    database_begin_reading(database);
    if (find_code(database, code, respondent))
        counted = count_answers(workshop, respondent, error);
    else
        *fault = LEWIS_CODE_UNKNOWN;
    return database_commit(database, counted ? error : NULL) && counted;
}

bool
lewis_workshop_respondent(struct lewis_workshop *workshop, size_t number,
                          struct lewis_respondent *respondent,
                          struct lewis_error *error)
{
    struct database *database = &workshop->database;
    bool found, counted = true;

    *respondent = (struct lewis_respondent){0};
    database_begin_reading(database);
    found = respondents_get(database, number, respondent);
    if (found)
        counted = count_answers(workshop, respondent, error);
    if (!database_commit(database, counted ? error : NULL))
        return false;
    return found ? counted
                 : error_set(error, LEWIS_EUNKNOWN,
                             "there is no respondent of number %zu", number);
}

/* 'count' of them, into an array with room for as many. */
static size_t
read_codes(struct database *database, size_t team, char (*code)[LEWIS_CODE],
           size_t count)
{
    struct query query = query_begin(
        database, "SELECT code FROM respondent WHERE team = ? ORDER BY code");
    size_t n = 0;

    query_number(&query, (int64_t)team);
    while (n < count && query_row(&query))
        snprintf(code[n++], LEWIS_CODE, "%s", query_get_text(&query, 0));
    query_end(&query);
    return n;
}

bool
lewis_workshop_codes(struct lewis_workshop *workshop, size_t team,
                     char (**code)[LEWIS_CODE], size_t *count,
                     struct lewis_error *error)
{
    *count = 0;
    *code = calloc(LEWIS_WORKSHOP_TEAM_CODES, sizeof **code);
    if (*code == NULL)
        return error_memory(error);
    *count = read_codes(&workshop->database, team, *code,
                        LEWIS_WORKSHOP_TEAM_CODES);
    if (database_ok(&workshop->database, error))
        return true;
    lewis_workshop_codes_free(*code);
    *code = NULL;
    *count = 0;
    return false;
}

void
lewis_workshop_codes_free(char (*code)[LEWIS_CODE])
{
    free(code);
}
