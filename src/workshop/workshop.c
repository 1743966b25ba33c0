/* workshop.c - opening a workshop's file, and what never changes in it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "workshop/workshop.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/digest.h"
#include "base/error.h"
#include "base/number.h"
#include "workshop/schema.h"

bool
workshop_refuse(const struct lewis_workshop *workshop,
                struct lewis_error *error, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    error_vset(error, LEWIS_EINVALID, format, args);
    va_end(args);
    return error_at(error, workshop->path, 0, NULL);
}

const char *
workshop_day(char day[WORKSHOP_DAY])
{
    time_t now = time(NULL);
    struct tm utc;

    day[0] = '\0';
    if (gmtime_r(&now, &utc) != NULL)
        strftime(day, WORKSHOP_DAY, "%Y-%m-%d", &utc);
    return day;
}

struct standing
workshop_standing(struct database *database)
{
    struct query query =
        query_begin(database, "SELECT state, revealed FROM workshop");
    struct standing standing = {0};

    if (query_row(&query))
        standing = (struct standing){
            (enum lewis_workshop_state)query_get(&query, 0),
            query_get(&query, 1) != 0};
    query_end(&query);
    return standing;
}

/* The bytes as they were when the file was made. */
static bool
read_bank(struct lewis_workshop *workshop, const struct query *query,
          struct lewis_error *error)
{
    struct lewis_score_options options;
    char digest[DIGEST_SIZE];
    size_t size;
    const void *bytes = query_get_bytes(query, 1, &size);

    if (!digest_of(bytes, size, digest))
        return error_memory(error);
    if (strcmp(digest, query_get_text(query, 2)) != 0)
        return workshop_refuse(workshop, error,
                               "the questionnaire in this file is not the one "
                               "that was put into it; the file is damaged, or "
                               "was tampered with");
    workshop->bank =
        lewis_bank_parse(bytes, size, workshop->path, error);
    if (workshop->bank == NULL)
        return false;
    options = lewis_score_defaults();
    workshop->key = lewis_key_new(workshop->bank, &options, error);
    return workshop->key != NULL;
}

static bool
read_workshop(struct lewis_workshop *workshop, struct lewis_error *error)
{
    struct query query =
        query_begin(&workshop->database,
                    "SELECT title, bank, digest, minimum, names FROM workshop");
    bool found = query_row(&query), read = false;

    if (found) {
        const char *title = query_get_text(&query, 0);
        workshop->title = arena_copy(&workshop->arena, title, strlen(title));
        workshop->minimum = (size_t)query_get(&query, 3);
        workshop->names = query_get(&query, 4) != 0;
        read = read_bank(workshop, &query, error);
    }
    query_end(&query);
    if (!database_ok(&workshop->database, error))
        return false;
    return found ? read
                 : workshop_refuse(workshop, error,
                                   "there is no workshop in this file");
}

static bool
read_teams(struct lewis_workshop *workshop, struct lewis_error *error)
{
    struct query query = query_begin(&workshop->database,
                                     "SELECT name FROM team ORDER BY team");

    workshop->team = arena_array(&workshop->arena, LEWIS_WORKSHOP_TEAMS,
                                 sizeof *workshop->team);
    while (workshop->team != NULL && workshop->teams < LEWIS_WORKSHOP_TEAMS &&
           query_row(&query)) {
        const char *name = query_get_text(&query, 0);
        workshop->team[workshop->teams++] =
            arena_copy(&workshop->arena, name, strlen(name));
    }
    query_end(&query);
    if (arena_failed(&workshop->arena))
        return error_memory(error);
    return database_ok(&workshop->database, error);
}

/* Purged files have no log any more, and want none. */
static bool
set_journal(struct lewis_workshop *workshop, struct lewis_error *error)
{
    struct database *database = &workshop->database;

    if (workshop_standing(database).state != LEWIS_WORKSHOP_PURGED)
        database_number(database, "PRAGMA journal_mode = WAL");
    return database_ok(database, error);
}

struct lewis_workshop *
lewis_workshop_load(const char *path, struct lewis_error *error)
{
    struct lewis_workshop *workshop = calloc(1, sizeof *workshop);

    if (workshop == NULL) {
        error_memory(error);
        return NULL;
    }
    workshop->path = arena_copy(&workshop->arena, path, strlen(path));
    if (workshop->path == NULL)
        error_memory(error);
    else if (database_open(&workshop->database, workshop->path, error) &&
             schema_update(&workshop->database, error) &&
             read_workshop(workshop, error) && read_teams(workshop, error) &&
             set_journal(workshop, error))
        return workshop;
    lewis_workshop_free(workshop);
    return NULL;
}

void
lewis_workshop_free(struct lewis_workshop *workshop)
{
    if (workshop == NULL)
        return;
    database_close(&workshop->database);
    lewis_key_free(workshop->key);
    lewis_bank_free(workshop->bank);
    arena_release(&workshop->arena);
    free(workshop);
}

const char *
lewis_workshop_path(const struct lewis_workshop *workshop)
{
    return workshop->path;
}

const char *
lewis_workshop_title(const struct lewis_workshop *workshop)
{
    return workshop->title;
}

const struct lewis_bank *
lewis_workshop_bank(const struct lewis_workshop *workshop)
{
    return workshop->bank;
}

size_t
lewis_workshop_minimum(const struct lewis_workshop *workshop)
{
    return workshop->minimum;
}

bool
lewis_workshop_names(const struct lewis_workshop *workshop)
{
    return workshop->names;
}

size_t
lewis_workshop_team_count(const struct lewis_workshop *workshop)
{
    return workshop->teams;
}

const char *
lewis_workshop_team_name(const struct lewis_workshop *workshop, size_t team)
{
    return workshop->team[team];
}

bool
lewis_workshop_asks(const struct lewis_workshop *workshop, size_t ask)
{
    return workshop->names &&
           strcmp(lewis_bank_ask(workshop->bank, ask)->id, "team") != 0;
}
