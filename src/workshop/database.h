/* database.h - the door to SQLite: a connection, and queries.
 *
 * Sticky: once something has gone wrong, further calls do nothing and rows do
 * not come, until database_ok() or database_commit() tells, which forgets it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef WORKSHOP_DATABASE_H
#define WORKSHOP_DATABASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lewis/error.h>

enum { DATABASE_QUERIES = 64, DATABASE_SAID = 200 };

struct sqlite3;
struct sqlite3_stmt;

struct database {
    struct sqlite3 *sql;
    const char *path; /* for messages; the owner's */
    int trouble;      /* an SQLite code; 0: none */
    char said[DATABASE_SAID];
    struct {
        const char *text;
        struct sqlite3_stmt *statement;
    } query[DATABASE_QUERIES];
    size_t queries;
};

/* Opens a file that is there, for reading and writing. False with *error set;
 * to be closed in any case. 'path' is not copied. */
bool database_open(struct database *database, const char *path,
                   struct lewis_error *error);
void database_close(struct database *database);

/* Runs statements that give no rows. */
void database_run(struct database *database, const char *statements);

/* True when nothing went wrong since it was asked for the last time. */
bool database_ok(struct database *database, struct lewis_error *error);

/* True, and it is forgotten, when what went wrong is that others have the file
 * in use. */
bool database_busy(struct database *database);

/* A transaction, which waits for its turn at writing; or one that only reads,
 * and sees the file as it is at its first query. */
void database_begin(struct database *database);
void database_begin_reading(struct database *database);

/* Ends it. When something went wrong, also in here, nothing was changed, and it
 * returns false with *error set. */
bool database_commit(struct database *database, struct lewis_error *error);

/* Ends it without changes; what went wrong stays to be asked for. */
void database_rollback(struct database *database);

/* One query. Bind what its question marks stand for, in their order; then ask
 * for rows until there are none, or stop with query_end(). 'text' must live as
 * long as the database: it is prepared once. */
struct query {
    struct database *database;
    struct sqlite3_stmt *statement; /* NULL: in trouble */
    int bound;
};
struct query query_begin(struct database *database, const char *text);
void query_number(struct query *query, int64_t value);
void query_text(struct query *query, const char *value);
void query_bytes(struct query *query, const void *value, size_t size);
bool query_row(struct query *query);
void query_end(struct query *query);

/* For one that gives no rows: takes the step and ends it. */
void query_do(struct query *query);

/* Columns of the row, from 0. Texts live until the next row; never NULL. */
int64_t query_get(const struct query *query, int column);
bool query_is_null(const struct query *query, int column);
const char *query_get_text(const struct query *query, int column);
const void *query_get_bytes(const struct query *query, int column,
                            size_t *size);

/* The number in the first column of the only row; 0 when there is none. */
int64_t database_number(struct database *database, const char *text);

#endif
