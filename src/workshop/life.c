/* life.c - draft, open, closed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "base/error.h"
#include "base/translation.h"
#include "workshop/release.h"
#include "workshop/respondents.h"
#include "workshop/workshop.h"

const char *
lewis_workshop_state_keyword(enum lewis_workshop_state state)
{
    static const char *const keyword[] = {"draft", "open", "closed",
                                          "purged"};

    return keyword[state];
}

bool
lewis_workshop_status(struct lewis_workshop *workshop,
                      struct lewis_workshop_status *status,
                      struct lewis_error *error)
{
    struct query query =
        query_begin(&workshop->database,
                    "SELECT state, revealed, created, opened, closed, purged "
                    "FROM workshop");
    char *const day[] = {status->created, status->opened, status->closed,
                         status->purged};

    *status = (struct lewis_workshop_status){0};
    if (query_row(&query)) {
        status->state = (enum lewis_workshop_state)query_get(&query, 0);
        status->revealed = query_get(&query, 1) != 0;
        for (int i = 0; i < 4; i++)
            snprintf(day[i], sizeof status->created, "%s",
                     query_get_text(&query, 2 + i));
    }
    query_end(&query);
    return database_ok(&workshop->database, error);
}

static void
go_to(struct lewis_workshop *workshop, const char *statement)
{
    struct query query = query_begin(&workshop->database, statement);
    char day[WORKSHOP_DAY];

    query_text(&query, workshop_day(day));
    query_do(&query);
}

/* Ends a transaction in which there was something against it. */
static bool
not_so(struct lewis_workshop *workshop, struct lewis_error *error,
       const char *what)
{
    database_rollback(&workshop->database);
    if (database_ok(&workshop->database, error))
        workshop_refuse(workshop, error, "%s", _(what));
    return false;
}

bool
lewis_workshop_open(struct lewis_workshop *workshop, struct lewis_error *error)
{
    enum lewis_workshop_state state;

    database_begin(&workshop->database);
    state = workshop_standing(&workshop->database).state;
    if (state > LEWIS_WORKSHOP_OPEN)
        return not_so(workshop, error,
                      N_("this workshop was closed, which cannot be undone; make "
                         "a new one"));
    if (state == LEWIS_WORKSHOP_DRAFT)
        go_to(workshop, "UPDATE workshop SET state = 1, opened = ?");
    return database_commit(&workshop->database, error);
}

bool
lewis_workshop_close(struct lewis_workshop *workshop,
                     struct lewis_error *error)
{
    enum lewis_workshop_state state;

    database_begin(&workshop->database);
    state = workshop_standing(&workshop->database).state;
    if (state == LEWIS_WORKSHOP_DRAFT)
        return not_so(workshop, error,
                      N_("this workshop was not opened yet; there is nothing to "
                         "close"));
    if (state == LEWIS_WORKSHOP_OPEN) {
        release_rest(workshop);
        go_to(workshop,
              "UPDATE workshop SET state = 2, revealed = 1, closed = ?");
    }
    return database_commit(&workshop->database, error);
}

static void
set_revealed(struct lewis_workshop *workshop, bool on)
{
    struct query query = query_begin(&workshop->database,
                                     "UPDATE workshop SET revealed = ?");

    query_number(&query, on);
    query_do(&query);
    if (on)
        release_some(workshop);
}

bool
lewis_workshop_reveal(struct lewis_workshop *workshop, bool on,
                      struct lewis_error *error)
{
    struct standing standing;

    database_begin(&workshop->database);
    standing = workshop_standing(&workshop->database);
    if (standing.state == LEWIS_WORKSHOP_DRAFT)
        return not_so(workshop, error,
                      N_("this workshop was not opened yet; there is nothing to "
                         "reveal"));
    if (standing.state == LEWIS_WORKSHOP_OPEN)
        set_revealed(workshop, on);
    else if (standing.revealed != on)
        return not_so(workshop, error,
                      standing.state == LEWIS_WORKSHOP_PURGED
                          ? N_("this workshop was purged; there is nothing "
                               "to reveal")
                          : N_("a closed workshop stays revealed"));
    return database_commit(&workshop->database, error);
}

static bool
check_more(struct lewis_workshop *workshop, size_t team, size_t count,
           struct lewis_error *error)
{
    struct database *database = &workshop->database;
    struct query query = query_begin(
        database, "SELECT count(*) FROM respondent WHERE team = ?");
    size_t all = (size_t)database_number(
        database, "SELECT count(*) FROM respondent"), there = 0;

    query_number(&query, (int64_t)team);
    if (query_row(&query))
        there = (size_t)query_get(&query, 0);
    query_end(&query);
    if (workshop_standing(database).state > LEWIS_WORKSHOP_OPEN)
        return not_so(workshop, error,
                      N_("this workshop is closed; nobody can join any more"));
    if (count <= LEWIS_WORKSHOP_TEAM_CODES - there &&
        count <= LEWIS_WORKSHOP_CODES - all)
        return true;
    not_so(workshop, NULL, "");
    return workshop_refuse(workshop, error,
                           "%zu more codes are too many: a team has up to %d, "
                           "a workshop up to %d",
                           count, LEWIS_WORKSHOP_TEAM_CODES,
                           LEWIS_WORKSHOP_CODES);
}

bool
lewis_workshop_add_codes(struct lewis_workshop *workshop, size_t team,
                         size_t count, struct lewis_error *error)
{
    struct database *database = &workshop->database;

    if (team >= workshop->teams)
        return workshop_refuse(workshop, error, "there is no team %zu",
                               team + 1);
    database_begin(database);
    if (!check_more(workshop, team, count, error))
        return false;
    if (respondents_add(database, team, count, error))
        return database_commit(database, error);
    database_rollback(database);
    database_ok(database, NULL);
    return false;
}

static void
read_counts(struct lewis_workshop *workshop, const char *statement,
            struct lewis_workshop_count count[])
{
    struct query query = query_begin(&workshop->database, statement);

    while (query_row(&query)) {
        size_t team = (size_t)query_get(&query, 0);
        if (team < workshop->teams)
            count[team] = (struct lewis_workshop_count){
                (size_t)query_get(&query, 1), (size_t)query_get(&query, 2),
                (size_t)query_get(&query, 3), (size_t)query_get(&query, 4)};
    }
    query_end(&query);
}

bool
lewis_workshop_counts(struct lewis_workshop *workshop,
                      struct lewis_workshop_count count[],
                      struct lewis_error *error)
{
    struct database *database = &workshop->database;

    for (size_t t = 0; t < workshop->teams; t++)
        count[t] = (struct lewis_workshop_count){0};
    database_begin_reading(database);
    if (workshop_standing(database).state == LEWIS_WORKSHOP_PURGED)
        read_counts(workshop,
                    "SELECT team, invited, joined, handed_in, released "
                    "FROM team",
                    count);
    else
        read_counts(workshop,
                    "SELECT team, count(*), sum(consented <> ''), "
                    "sum(handed_in), sum(cell IS NOT NULL) FROM respondent "
                    "GROUP BY team",
                    count);
    return database_commit(database, error);
}
