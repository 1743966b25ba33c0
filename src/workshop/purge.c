/* purge.c - all that anybody said is deleted, and its bytes with it.
 *
 * Where bytes may be: in the pages of the file (secure_delete overwrites what is
 * deleted, VACUUM leaves no page over), and in SQLite's log beside it, older
 * pages at the end of which would stay. The log is taken out of use, which
 * removes its name, and written over by the descriptor that was kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/translation.h"
#include "base/text.h"
#include "workshop/workshop.h"

/* How it was, for lewis_workshop_counts(). */
static const char keep_counts[] =
    "UPDATE team SET (invited, joined, handed_in, released) ="
    " (SELECT count(*), coalesce(sum(consented <> ''), 0),"
    "  coalesce(sum(handed_in), 0), coalesce(sum(cell IS NOT NULL), 0)"
    "  FROM respondent WHERE respondent.team = team.team)";

static void
mark_purged(struct lewis_workshop *workshop)
{
    struct query query =
        query_begin(&workshop->database,
                    "UPDATE workshop SET state = 3, revealed = 0, purged = ?");
    char day[WORKSHOP_DAY];

    query_text(&query, workshop_day(day));
    query_do(&query);
}

static bool
delete_rows(struct lewis_workshop *workshop, struct lewis_error *error)
{
    struct database *database = &workshop->database;

    database_begin(database);
    if (workshop_standing(database).state != LEWIS_WORKSHOP_PURGED) {
        database_run(database, keep_counts);
        database_run(database, "DELETE FROM answer; DELETE FROM respondent");
        mark_purged(workshop);
    }
    return database_commit(database, error);
}

/* The log beside the file, to be held while it is removed; -1: there is
 * none. */
static int
open_log(const struct lewis_workshop *workshop)
{
    struct text name = {0};
    int fd = -1;

    text_print(&name, "%s-wal", workshop->path);
    if (text_ok(&name))
        fd = open(text_string(&name), O_WRONLY | O_CLOEXEC | O_NOFOLLOW);
    text_release(&name);
    return fd;
}

static bool
write_over(int fd)
{
    static const char nothing[4096];
    struct stat status;

    if (fstat(fd, &status) != 0)
        return false;
    for (off_t at = 0; at < status.st_size;) {
        size_t size = sizeof nothing;
        ssize_t n;
        if (status.st_size - at < (off_t)size)
            size = (size_t)(status.st_size - at);
        n = pwrite(fd, nothing, size, at);
        if (n <= 0 && errno != EINTR)
            return false;
        at += n > 0 ? n : 0;
    }
    return fsync(fd) == 0;
}

/* Everything into the file, and away with the log. Nobody else may have the
 * file open for that. */
static bool
remove_log(struct lewis_workshop *workshop, struct lewis_error *error)
{
    struct database *database = &workshop->database;

    database_number(database, "PRAGMA journal_mode = DELETE");
    if (!database_busy(database))
        return database_ok(database, error);
    error_set(error, LEWIS_ESYSTEM,
              "another program has this workshop open; end it (\"lewis "
              "serve\"?), then purge again");
    return error_at(error, workshop->path, 0, NULL);
}

/* Beforehand too: only then is nothing deleted while somebody looks on. */
static bool
drop_log(struct lewis_workshop *workshop, struct lewis_error *error)
{
    int fd = open_log(workshop);
    bool done = remove_log(workshop, error);

    if (done && fd >= 0 && !write_over(fd))
        done = error_system(error, workshop->path, "write over the log of");
    if (fd >= 0)
        close(fd);
    return done;
}

static bool
check_state(struct lewis_workshop *workshop, struct lewis_error *error)
{
    enum lewis_workshop_state state =
        workshop_standing(&workshop->database).state;

    if (!database_ok(&workshop->database, error))
        return false;
    if (state >= LEWIS_WORKSHOP_CLOSED)
        return true;
    return workshop_refuse(workshop, error,
                           state == LEWIS_WORKSHOP_OPEN
                               ? N_("this workshop is open; close it before "
                                    "it is purged")
                               : N_("this workshop was never opened, so "
                                    "nobody has answered; its file may be "
                                    "deleted"));
}

bool
lewis_workshop_purge(struct lewis_workshop *workshop,
                     struct lewis_error *error)
{
    struct database *database = &workshop->database;

    if (!check_state(workshop, error) || !drop_log(workshop, error))
        return false;
    /* A log once more: without one, what is deleted would be kept in a journal
     * until it is done. */
    database_number(database, "PRAGMA journal_mode = WAL");
    if (!delete_rows(workshop, error))
        return false;
    database_run(database, "VACUUM");
    return database_ok(database, error) && drop_log(workshop, error);
}
