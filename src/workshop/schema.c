/* schema.c - the tables of a workshop's file.
 *
 * To change them: add the statements that turn the newest version into the next
 * one to steps[]; a new file goes all the way through them. Never alter a step
 * that was in a release.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "workshop/schema.h"

#include <stdio.h>
#include <string.h>

#include "base/error.h"

/* "Lews": tells a workshop from other SQLite files. */
#define APPLICATION "1281718131"

/* cell: with whom somebody was released; named: with the team's name. alias:
 * the random id of an exported row. No answer has a time of day, nor a number
 * that counts all answers: the order in which people handed in is not kept. */
static const char *const steps[] = {
    "CREATE TABLE workshop ("
    " id INTEGER PRIMARY KEY CHECK (id = 1),"
    " title TEXT NOT NULL,"
    " bank BLOB NOT NULL,"
    " digest TEXT NOT NULL,"
    " minimum INTEGER NOT NULL CHECK (minimum >= 3),"
    " names INTEGER NOT NULL CHECK (names IN (0, 1)),"
    " state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 3),"
    " revealed INTEGER NOT NULL CHECK (revealed IN (0, 1)),"
    " created TEXT NOT NULL,"
    " opened TEXT NOT NULL DEFAULT '',"
    " closed TEXT NOT NULL DEFAULT '',"
    " purged TEXT NOT NULL DEFAULT ''"
    ") STRICT;"
    "CREATE TABLE team ("
    " team INTEGER PRIMARY KEY CHECK (team >= 0),"
    " name TEXT NOT NULL UNIQUE,"
    " letter TEXT NOT NULL UNIQUE,"
    " invited INTEGER NOT NULL DEFAULT 0," /* these four: since the purge */
    " joined INTEGER NOT NULL DEFAULT 0,"
    " handed_in INTEGER NOT NULL DEFAULT 0,"
    " released INTEGER NOT NULL DEFAULT 0"
    ") STRICT;"
    "CREATE TABLE respondent ("
    " respondent INTEGER PRIMARY KEY,"
    " code TEXT NOT NULL UNIQUE,"
    " alias TEXT NOT NULL UNIQUE,"
    " team INTEGER NOT NULL REFERENCES team,"
    " seed INTEGER NOT NULL,"
    " consented TEXT NOT NULL DEFAULT '',"
    " language TEXT NOT NULL DEFAULT '',"
    " name TEXT NOT NULL DEFAULT '',"
    " handed_in INTEGER NOT NULL DEFAULT 0 CHECK (handed_in IN (0, 1)),"
    " cell INTEGER,"
    " named INTEGER NOT NULL DEFAULT 0 CHECK (named IN (0, 1)),"
    " CHECK (handed_in = 1 OR cell IS NULL)"
    ") STRICT;"
    "CREATE TABLE answer ("
    " respondent INTEGER NOT NULL REFERENCES respondent ON DELETE CASCADE,"
    " sequence INTEGER NOT NULL,"
    " ask INTEGER NOT NULL CHECK (ask IN (0, 1)),"
    " question TEXT NOT NULL,"
    " value TEXT NOT NULL,"
    " ms INTEGER NOT NULL CHECK (ms >= 0),"
    " PRIMARY KEY (respondent, sequence)"
    ") STRICT, WITHOUT ROWID;",
};
enum { NEWEST = sizeof steps / sizeof steps[0] };

/* PRAGMAs take no parameters. */
static const char *const numbers[NEWEST] = {
    "PRAGMA user_version = 1",
};

static void
take_steps(struct database *database, size_t from)
{
    for (size_t i = from; i < NEWEST; i++) {
        database_run(database, steps[i]);
        database_run(database, numbers[i]);
    }
}

void
schema_make(struct database *database)
{
    database_run(database, "PRAGMA application_id = " APPLICATION);
    take_steps(database, 0);
}

static bool
refuse(const struct database *database, struct lewis_error *error,
       const char *what)
{
    error_set(error, LEWIS_EINVALID, "%s", what);
    return error_at(error, database->path, 0, NULL);
}

static bool
update_from(struct database *database, int64_t version,
            struct lewis_error *error)
{
    if (version == NEWEST)
        return true;
    database_begin(database);
    /* Somebody else may have done it by now. */
    version = database_number(database, "PRAGMA user_version");
    if (version >= 1 && version < NEWEST)
        take_steps(database, (size_t)version);
    return database_commit(database, error);
}

bool
schema_update(struct database *database, struct lewis_error *error)
{
    int64_t application = database_number(database, "PRAGMA application_id");
    int64_t version = database_number(database, "PRAGMA user_version");
    char known[24];

    if (!database_ok(database, error))
        return false;
    snprintf(known, sizeof known, "%lld", (long long)application);
    if (strcmp(known, APPLICATION) != 0 || version < 1)
        return refuse(database, error,
                      "this is no workshop; \"lewis workshop new\" makes one");
    if (version > NEWEST)
        return refuse(database, error,
                      "this workshop was made by a newer lewis; open it with "
                      "that one");
    return update_from(database, version, error);
}
