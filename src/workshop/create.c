/* create.c - a new workshop's file.
 *
 * It is made under another name and gets its own when it is whole, so that
 * there is never half a workshop, nor one that took another's place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/digest.h"
#include "base/document.h"
#include "base/error.h"
#include "base/translation.h"
#include "base/file.h"
#include "base/fold.h"
#include "base/text.h"
#include "workshop/code.h"
#include "workshop/respondents.h"
#include "workshop/schema.h"
#include "workshop/workshop.h"

enum { MINIMUM = 5 };

static bool
refuse(struct lewis_error *error, const char *what)
{
    return error_text(error, LEWIS_EINVALID, what);
}

/* One line of UTF-8, neither empty nor too long. */
static bool
is_name(const char *name, size_t room)
{
    size_t size = strlen(name);

    for (size_t i = 0; i < size; i++)
        if ((unsigned char)name[i] < 0x20 || name[i] == 0x7f)
            return false;
    return size > 0 && size < room && utf8_valid(name, size) &&
           strspn(name, " ") < size;
}

static bool
check_team(const struct lewis_workshop_options *options, size_t at,
           struct lewis_error *error)
{
    const struct lewis_workshop_team *team = &options->team[at];

    if (!is_name(team->name, LEWIS_WORKSHOP_NAME))
        return error_set(error, LEWIS_EINVALID,
                         "team %zu: a name is one line of 1 to %d bytes",
                         at + 1, LEWIS_WORKSHOP_NAME - 1);
    if (team->codes < 1 || team->codes > LEWIS_WORKSHOP_TEAM_CODES)
        return error_set(error, LEWIS_EINVALID,
                         "team \"%s\": %zu codes; a team has 1 to %d",
                         team->name, team->codes, LEWIS_WORKSHOP_TEAM_CODES);
    for (size_t i = 0; i < at; i++) {
        enum fold found =
            text_fold_compare(options->team[i].name, team->name);

        if (found == FOLD_LOST)
            return error_memory(error);
        if (found == FOLD_SAME)
            return error_set(error, LEWIS_EINVALID,
                             "two teams are called \"%s\"; give each another "
                             "name",
                             team->name);
    }
    return true;
}

static bool
check_options(const struct lewis_workshop_options *options,
              struct lewis_error *error)
{
    size_t codes = 0;

    if (options->teams < 1 || options->teams > LEWIS_WORKSHOP_TEAMS)
        return error_set(error, LEWIS_EINVALID,
                         "%zu teams; a workshop has 1 to %d", options->teams,
                         LEWIS_WORKSHOP_TEAMS);
    if (options->minimum != 0 && options->minimum < LEWIS_GROUP_LEAST)
        return error_set(error, LEWIS_EINVALID,
                         "a minimum of %zu people would point at single ones; "
                         "take %d or more, or leave it at %d",
                         options->minimum, LEWIS_GROUP_LEAST, MINIMUM);
    if (options->title != NULL &&
        !is_name(options->title, LEWIS_WORKSHOP_TITLE))
        return error_set(error, LEWIS_EINVALID,
                         "a title is one line of 1 to %d bytes",
                         LEWIS_WORKSHOP_TITLE - 1);
    for (size_t t = 0; t < options->teams; t++) {
        if (!check_team(options, t, error))
            return false;
        codes += options->team[t].codes;
    }
    if (codes > LEWIS_WORKSHOP_CODES)
        return error_set(error, LEWIS_EINVALID,
                         "%zu codes; a workshop has up to %d", codes,
                         LEWIS_WORKSHOP_CODES);
    return true;
}

/* What goes into the file. */
struct making {
    const struct lewis_workshop_options *options;
    char *xml;
    size_t size;
    struct lewis_bank *bank;
    char letters[LEWIS_WORKSHOP_TEAMS + 1]; /* of the teams */
};

/* In any order, so that a letter does not tell which team it is. */
static bool
deal_letters(struct making *making)
{
    memcpy(making->letters, code_teams, sizeof making->letters);
    for (size_t i = LEWIS_WORKSHOP_TEAMS; i > 1; i--) {
        uint64_t other;
        char letter = making->letters[i - 1];
        if (!code_chance(i, &other))
            return false;
        making->letters[i - 1] = making->letters[other];
        making->letters[other] = letter;
    }
    return true;
}

static const char *
title_of(const struct making *making)
{
    return making->options->title != NULL
               ? making->options->title
               : lewis_text_in(lewis_bank_title(making->bank), NULL);
}

static void
add_workshop(struct database *database, const struct making *making)
{
    struct query query = query_begin(
        database, "INSERT INTO workshop (id, title, bank, digest, minimum, "
                  "names, state, revealed, created) "
                  "VALUES (1, ?, ?, ?, ?, ?, 0, 0, ?)");
    char day[WORKSHOP_DAY];
    size_t minimum = making->options->minimum;

    query_text(&query, title_of(making));
    query_bytes(&query, making->xml, making->size);
    query_text(&query, lewis_bank_digest(making->bank));
    query_number(&query, minimum == 0 ? MINIMUM : (int64_t)minimum);
    query_number(&query, making->options->names);
    query_text(&query, workshop_day(day));
    query_do(&query);
}

static void
add_team(struct database *database, const struct making *making, size_t team)
{
    struct query query = query_begin(
        database, "INSERT INTO team (team, name, letter) VALUES (?, ?, ?)");
    char letter[] = {making->letters[team], '\0'};

    query_number(&query, (int64_t)team);
    query_text(&query, making->options->team[team].name);
    query_text(&query, letter);
    query_do(&query);
}

static bool
fill(struct database *database, const struct making *making,
     struct lewis_error *error)
{
    bool added = true;

    database_begin(database);
    schema_make(database);
    add_workshop(database, making);
    for (size_t t = 0; t < making->options->teams; t++)
        add_team(database, making, t);
    for (size_t t = 0; t < making->options->teams && added; t++)
        added = respondents_add(database, t, making->options->team[t].codes,
                                error);
    if (added)
        return database_commit(database, error);
    database_rollback(database);
    return false;
}

static bool
make_file(const char *path, const struct making *making,
          struct lewis_error *error)
{
    struct database database;
    bool made = database_open(&database, path, error) &&
                fill(&database, making, error);

    database_close(&database);
    return made;
}

/* Under its own name, unless there is something of that name. Some file systems
 * have no links. */
static bool
move_into_place(const char *from, const char *path)
{
    if (link(from, path) == 0)
        return unlink(from) == 0;
    if (errno == EEXIST)
        return false;
    if (access(path, F_OK) == 0) {
        errno = EEXIST;
        return false;
    }
    return rename(from, path) == 0;
}

static bool
report_place(const char *path, struct lewis_error *error)
{
    if (errno != EEXIST)
        return error_system(error, path, "make");
    error_set(error, LEWIS_ESYSTEM,
              "there is a file of this name; give the workshop another one");
    return error_at(error, path, 0, NULL);
}

static bool
make_in(char *temporary, const char *path, const struct making *making,
        struct lewis_error *error)
{
    int fd;
    bool made;

    if (access(path, F_OK) == 0) {
        errno = EEXIST;
        return report_place(path, error);
    }
    fd = mkstemp(temporary); /* 0600 */
    if (fd < 0)
        return error_system(error, path, "make");
    close(fd);
    made = make_file(temporary, making, error);
    if (!made)
        error_at(error, path, 0, NULL);
    else if (!move_into_place(temporary, path))
        made = report_place(path, error);
    if (!made)
        unlink(temporary);
    return made;
}

static bool
make_workshop(const char *path, const struct making *making,
              struct lewis_error *error)
{
    struct text temporary = {0};
    bool made = false;

    text_print(&temporary, "%s.XXXXXX", path);
    if (text_ok(&temporary))
        made = make_in(temporary.bytes, path, making, error);
    else
        error_memory(error);
    text_release(&temporary);
    return made;
}

struct lewis_workshop *
lewis_workshop_create(const char *path,
                      const struct lewis_workshop_options *options,
                      struct lewis_error *error)
{
    struct making making = {.options = options};
    struct lewis_workshop *workshop;
    bool made = false;

    if (!check_options(options, error))
        return NULL;
    making.xml = file_read(options->bank_path, DOCUMENT_LIMIT, &making.size,
                           error);
    if (making.xml != NULL)
        making.bank = lewis_bank_parse(making.xml, making.size,
                                       options->bank_path, error);
    if (making.bank != NULL)
        made = deal_letters(&making)
                   ? make_workshop(path, &making, error)
                   : refuse(error,
                            N_("this system gives no random numbers"));
    lewis_bank_free(making.bank);
    free(making.xml);
    workshop = made ? lewis_workshop_load(path, error) : NULL;
    if (made && workshop == NULL)
        unlink(path);
    return workshop;
}
