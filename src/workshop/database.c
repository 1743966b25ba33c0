/* database.c - the door to SQLite.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "workshop/database.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

#include "base/error.h"
#include "base/translation.h"
#include "base/text.h"

enum { WAIT_MS = 5000 };

/* So large (32 MiB) the log may grow before it is taken over into the database,
 * for which whoever saves then has to wait. What a room answers fits in; closing
 * the file takes it over in any case. */
#define LOG_PAGES "8000"

static void
note(struct database *database, int trouble)
{
    if (database->trouble != SQLITE_OK)
        return;
    database->trouble = trouble;
    snprintf(database->said, sizeof database->said, "%s",
             database->sql != NULL ? sqlite3_errmsg(database->sql)
                                   : sqlite3_errstr(trouble));
}

/* ":memory:", "file:..." and "" mean something else to SQLite. */
static int
open_file(struct database *database, const char *path)
{
    struct text name = {0};
    int code = SQLITE_NOMEM;

    text_print(&name, "%s%s", *path == '/' ? "" : "./", path);
    if (text_ok(&name))
        code = sqlite3_open_v2(text_string(&name), &database->sql,
                               SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX |
                                   SQLITE_OPEN_EXRESCODE,
                               NULL);
    text_release(&name);
    return code;
}

/* A file may come from anybody: nothing in it is run. */
static void
harden(struct database *database)
{
    static const int off[] = {SQLITE_DBCONFIG_ENABLE_TRIGGER,
                              SQLITE_DBCONFIG_ENABLE_VIEW,
                              SQLITE_DBCONFIG_TRUSTED_SCHEMA};

    for (size_t i = 0; i < sizeof off / sizeof off[0]; i++)
        sqlite3_db_config(database->sql, off[i], 0, NULL);
    sqlite3_db_config(database->sql, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
}

bool
database_open(struct database *database, const char *path,
              struct lewis_error *error)
{
    int code;

    *database = (struct database){.path = path};
    code = open_file(database, path);
    if ((code & 0xff) == SQLITE_CANTOPEN && database->sql != NULL) {
        errno = sqlite3_system_errno(database->sql);
        return error_system(error, path, "open");
    }
    if (code != SQLITE_OK) {
        note(database, code);
        return database_ok(database, error);
    }
    harden(database);
    sqlite3_busy_timeout(database->sql, WAIT_MS);
    database_run(database, "PRAGMA foreign_keys = ON;"
                           "PRAGMA synchronous = FULL;"
                           "PRAGMA secure_delete = ON;"
                           "PRAGMA temp_store = MEMORY;"
                           "PRAGMA wal_autocheckpoint = " LOG_PAGES);
    if (!database_ok(database, error))
        return false;
    if (!sqlite3_db_readonly(database->sql, "main"))
        return true;
    error_set(error, LEWIS_ESYSTEM,
              "you may not write to this file; a workshop has to be");
    return error_at(error, path, 0, NULL);
}

void
database_close(struct database *database)
{
    for (size_t i = 0; i < database->queries; i++)
        sqlite3_finalize(database->query[i].statement);
    sqlite3_close(database->sql);
    *database = (struct database){0};
}

void
database_run(struct database *database, const char *statements)
{
    int code;

    if (database->trouble != SQLITE_OK)
        return;
    code = sqlite3_exec(database->sql, statements, NULL, NULL, NULL);
    if (code != SQLITE_OK)
        note(database, code);
}

/* What SQLite's codes are to a trainer; others by SQLite's own words. */
static const struct {
    int code;
    const char *text;
} reasons[] = {
    {SQLITE_BUSY, N_("another program has kept this workshop to itself for over "
                  "5 seconds; try again in a moment")},
    {SQLITE_FULL, N_("there is no room on the disk; nothing was changed")},
    {SQLITE_NOTADB, N_("this is no workshop; \"lewis workshop new\" makes one")},
    {SQLITE_CORRUPT, N_("this workshop's file is damaged; go on with a copy of "
                     "it")},
    {SQLITE_READONLY, N_("you may not write to this file; a workshop has to be")},
};

static const char *
reason_of(int code)
{
    for (size_t i = 0; i < sizeof reasons / sizeof reasons[0]; i++)
        if (reasons[i].code == (code & 0xff))
            return reasons[i].text;
    return NULL;
}

static bool
fill_error(const struct database *database, struct lewis_error *error)
{
    const char *reason = reason_of(database->trouble);

    if ((database->trouble & 0xff) == SQLITE_NOMEM)
        return error_memory(error);
    if (reason != NULL)
        error_text(error,
                   (database->trouble & 0xff) == SQLITE_NOTADB ? LEWIS_EINVALID
                                                               : LEWIS_ESYSTEM,
                   reason);
    else
        error_set(error, LEWIS_ESYSTEM, "the workshop cannot be read or "
                  "written: %s", database->said);
    return error_at(error, database->path, 0, NULL);
}

bool
database_ok(struct database *database, struct lewis_error *error)
{
    if (database->trouble == SQLITE_OK)
        return true;
    fill_error(database, error);
    database->trouble = SQLITE_OK;
    return false;
}

bool
database_busy(struct database *database)
{
    bool busy = (database->trouble & 0xff) == SQLITE_BUSY;

    if (busy)
        database->trouble = SQLITE_OK;
    return busy;
}

void
database_begin(struct database *database)
{
    database_run(database, "BEGIN IMMEDIATE");
}

void
database_begin_reading(struct database *database)
{
    database_run(database, "BEGIN");
}

bool
database_commit(struct database *database, struct lewis_error *error)
{
    database_run(database, "COMMIT");
    if (database->trouble != SQLITE_OK)
        database_rollback(database);
    return database_ok(database, error);
}

/* SQLite has rolled back itself after some errors. */
void
database_rollback(struct database *database)
{
    if (database->sql != NULL && !sqlite3_get_autocommit(database->sql))
        sqlite3_exec(database->sql, "ROLLBACK", NULL, NULL, NULL);
}

static sqlite3_stmt *
prepare(struct database *database, const char *text)
{
    sqlite3_stmt *statement = NULL;
    int code;

    for (size_t i = 0; i < database->queries; i++)
        if (strcmp(database->query[i].text, text) == 0)
            return database->query[i].statement;
    code = database->queries == DATABASE_QUERIES
               ? SQLITE_NOMEM
               : sqlite3_prepare_v3(database->sql, text, -1,
                                    SQLITE_PREPARE_PERSISTENT, &statement,
                                    NULL);
    if (code != SQLITE_OK) {
        note(database, code);
        return NULL;
    }
    database->query[database->queries].text = text;
    database->query[database->queries++].statement = statement;
    return statement;
}

struct query
query_begin(struct database *database, const char *text)
{
    struct query query = {.database = database};

    if (database->trouble == SQLITE_OK)
        query.statement = prepare(database, text);
    return query;
}

static void
check(struct query *query, int code)
{
    if (code != SQLITE_OK)
        note(query->database, code);
}

void
query_number(struct query *query, int64_t value)
{
    if (query->statement != NULL)
        check(query,
              sqlite3_bind_int64(query->statement, ++query->bound, value));
}

void
query_text(struct query *query, const char *value)
{
    if (query->statement != NULL)
        check(query, sqlite3_bind_text(query->statement, ++query->bound, value,
                                       -1, SQLITE_TRANSIENT));
}

void
query_bytes(struct query *query, const void *value, size_t size)
{
    if (query->statement != NULL)
        check(query,
              sqlite3_bind_blob64(query->statement, ++query->bound, value,
                                  size, SQLITE_TRANSIENT));
}

bool
query_row(struct query *query)
{
    int code;

    if (query->statement == NULL)
        return false;
    code = query->database->trouble == SQLITE_OK
               ? sqlite3_step(query->statement)
               : SQLITE_DONE;
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        note(query->database, code);
    query_end(query);
    return false;
}

void
query_end(struct query *query)
{
    if (query->statement == NULL)
        return;
    sqlite3_reset(query->statement);
    sqlite3_clear_bindings(query->statement);
    query->statement = NULL;
}

void
query_do(struct query *query)
{
    query_row(query);
    query_end(query);
}

int64_t
query_get(const struct query *query, int column)
{
    return sqlite3_column_int64(query->statement, column);
}

bool
query_is_null(const struct query *query, int column)
{
    return sqlite3_column_type(query->statement, column) == SQLITE_NULL;
}

const char *
query_get_text(const struct query *query, int column)
{
    const unsigned char *text = sqlite3_column_text(query->statement, column);

    return text != NULL ? (const char *)text : "";
}

const void *
query_get_bytes(const struct query *query, int column, size_t *size)
{
    const void *bytes = sqlite3_column_blob(query->statement, column);

    *size = (size_t)sqlite3_column_bytes(query->statement, column);
    return bytes;
}

int64_t
database_number(struct database *database, const char *text)
{
    struct query query = query_begin(database, text);
    int64_t number = query_row(&query) ? query_get(&query, 0) : 0;

    query_end(&query);
    return number;
}
