/* draft.c - a session and its journal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/file.h"
#include "session/append.h"
#include "session/drawer.h"
#include "session/lines.h"
#include "session/session.h"

struct lewis_draft {
    struct drawer drawer;
    struct lewis_session *session;
    char id[LEWIS_DRAFT_ID];
    char *path;
    int fd;
    off_t size; /* of what is whole */
    int64_t started;
    struct text line;
};

/* What was half written stays away from what comes after it, also when it could
 * not be cut off at once. */
static bool
cut_off(struct lewis_draft *draft, struct lewis_error *error)
{
    struct stat there;

    if (fstat(draft->fd, &there) != 0)
        return error_system(error, draft->path, "look at");
    if (there.st_size > draft->size && ftruncate(draft->fd, draft->size) != 0)
        return error_system(error, draft->path, "repair");
    if (there.st_size < draft->size) {
        error_set(error, LEWIS_ESYSTEM,
                  "the draft became shorter while it was open; something else "
                  "writes to it");
        return error_at(error, draft->path, 0, NULL);
    }
    return true;
}

static bool
append_line(struct lewis_draft *draft, struct lewis_error *error)
{
    if (!text_ok(&draft->line))
        return error_memory(error);
    if (!cut_off(draft, error) ||
        !append_whole(draft->fd, draft->size, text_string(&draft->line),
                      draft->line.size, draft->path, error))
        return false;
    draft->size += (off_t)draft->line.size;
    return true;
}

static bool
record_entry(void *payload, const struct lewis_entry *entry,
             struct lewis_error *error)
{
    struct lewis_draft *draft = payload;

    text_release(&draft->line);
    journal_write_entry(&draft->line, draft->session, entry);
    return append_line(draft, error);
}

static struct lewis_draft *
new_draft(const char *directory, bool make, struct lewis_error *error)
{
    struct lewis_draft *draft = calloc(1, sizeof *draft);

    if (draft == NULL) {
        error_memory(error);
        return NULL;
    }
    draft->fd = -1;
    if (drawer_open(&draft->drawer, directory, make, error))
        return draft;
    lewis_draft_free(draft);
    return NULL;
}

static bool
take_path(struct lewis_draft *draft, struct lewis_error *error)
{
    draft->path = drawer_path(&draft->drawer, draft->id);
    return draft->path != NULL || error_memory(error);
}

static void
take_session(struct lewis_draft *draft, struct lewis_session *session)
{
    draft->session = session;
    lewis_session_record(session, record_entry, draft);
}

static bool
write_head(struct lewis_draft *draft, const struct lewis_session *session,
           struct lewis_error *error)
{
    if (strlen(session->id) >= JOURNAL_NAME ||
        strlen(session->team) >= JOURNAL_NAME)
        return error_set(error, LEWIS_EINVALID,
                         "a name or a team may have up to %d bytes",
                         JOURNAL_NAME - 1);
    draft->fd = drawer_create(&draft->drawer, lewis_bank_id(session->bank),
                              draft->started, draft->id, error);
    if (draft->fd < 0)
        return false;
    journal_write_head(&draft->line, session, draft->started);
    if (take_path(draft, error) && append_line(draft, error)) {
        fsync(draft->drawer.fd); /* some file systems cannot */
        return true;
    }
    drawer_remove(&draft->drawer, draft->id, NULL);
    return false;
}

struct lewis_draft *
lewis_draft_begin(const char *directory, struct lewis_session *session,
                  int64_t started, struct lewis_error *error)
{
    struct lewis_draft *draft = new_draft(directory, true, error);

    if (draft == NULL)
        return NULL;
    draft->started = started;
    if (!write_head(draft, session, error)) {
        lewis_draft_free(draft);
        return NULL;
    }
    take_session(draft, session);
    return draft;
}

static bool
fits(const struct journal_head *head, const struct lewis_bank *bank,
     struct lewis_error *error)
{
    if (strcmp(head->bank, lewis_bank_id(bank)) != 0)
        return error_set(error, LEWIS_EINVALID,
                         "this draft is of the questionnaire %s, not of %s; "
                         "give that one with --bank",
                         head->bank, lewis_bank_id(bank));
    if (strcmp(head->digest, lewis_bank_digest(bank)) != 0)
        return error_set(error, LEWIS_EINVALID,
                         "the questionnaire %s was changed since this draft "
                         "was begun (version %s then, %s now), so its answers "
                         "could be read wrongly; continue it with the old "
                         "file (--bank FILE), or begin anew",
                         head->bank, head->version, lewis_bank_version(bank));
    return true;
}

static bool
replay_all(struct lines *lines, struct lewis_session *session,
           struct lewis_error *error)
{
    struct lewis_entry entry;
    const char *line;
    size_t size;

    while (lines_next(lines, &line, &size))
        if (!journal_read_entry(line, size, session, &entry, error) ||
            !lewis_session_replay(session, &entry, error))
            return false;
    return true;
}

/* The session that a journal tells of. 'lines' ends where what is whole
 * does. */
static struct lewis_session *
read_session(struct lines *lines, const struct lewis_bank *bank,
             int64_t *started, struct lewis_error *error)
{
    struct lewis_session *session = NULL;
    struct journal_head head;

    if (!lines_head(lines, &head, error) || !fits(&head, bank, error))
        return NULL;
    *started = head.started;
    session = lewis_session_new(
        bank,
        &(struct lewis_session_options){.lang = head.lang,
                                        .seed = head.seed,
                                        .id = head.id,
                                        .team = head.team},
        error);
    if (session != NULL && !replay_all(lines, session, error)) {
        lewis_session_free(session);
        session = NULL;
    }
    return session;
}

/* The session in an open file; draft->size is where what is whole ends. */
static struct lewis_session *
load_session(struct lewis_draft *draft, const struct lewis_bank *bank,
             struct lewis_error *error)
{
    struct lewis_error why = {0};
    struct lines lines = {0};
    char *bytes = file_read_open(draft->fd, draft->path, LINES_LIMIT,
                                 &lines.size, &why);
    struct lewis_session *session = NULL;

    if (bytes != NULL) {
        lines.bytes = bytes;
        session = read_session(&lines, bank, &draft->started, &why);
        error_at(&why, draft->path, lines.line, NULL);
    }
    if (session == NULL && error != NULL)
        *error = why;
    draft->size = (off_t)lines.next;
    free(bytes);
    return session;
}

static bool
open_draft(struct lewis_draft *draft, const char *id, enum drawer_use use,
           struct lewis_error *error)
{
    draft->fd = drawer_find(&draft->drawer, id, use, error);
    if (draft->fd < 0)
        return false;
    memcpy(draft->id, id, strlen(id) + 1);
    return take_path(draft, error);
}

struct lewis_draft *
lewis_draft_resume(const char *directory, const char *id,
                   const struct lewis_bank *bank,
                   struct lewis_session **session, struct lewis_error *error)
{
    struct lewis_draft *draft = new_draft(directory, false, error);

    *session = NULL;
    if (draft == NULL)
        return NULL;
    if (open_draft(draft, id, DRAWER_LOCK, error))
        *session = load_session(draft, bank, error);
    if (*session != NULL && !cut_off(draft, error)) {
        lewis_session_free(*session);
        *session = NULL;
    }
    if (*session == NULL) {
        lewis_draft_free(draft);
        return NULL;
    }
    take_session(draft, *session);
    return draft;
}

struct lewis_session *
lewis_draft_read(const char *directory, const char *id,
                 const struct lewis_bank *bank, struct lewis_error *error)
{
    struct lewis_draft *draft = new_draft(directory, false, error);
    struct lewis_session *session = NULL;

    if (draft != NULL && open_draft(draft, id, DRAWER_READ, error))
        session = load_session(draft, bank, error);
    lewis_draft_free(draft);
    return session;
}

void
lewis_draft_free(struct lewis_draft *draft)
{
    if (draft == NULL)
        return;
    if (draft->session != NULL)
        lewis_session_record(draft->session, NULL, NULL);
    if (draft->fd >= 0)
        close(draft->fd);
    drawer_release(&draft->drawer);
    text_release(&draft->line);
    free(draft->path);
    free(draft);
}

const char *
lewis_draft_id(const struct lewis_draft *draft)
{
    return draft->id;
}

const char *
lewis_draft_path(const struct lewis_draft *draft)
{
    return draft->path;
}

int64_t
lewis_draft_started(const struct lewis_draft *draft)
{
    return draft->started;
}

bool
lewis_draft_finish(struct lewis_draft *draft, struct lewis_error *error)
{
    return drawer_remove(&draft->drawer, draft->id, error);
}

bool
lewis_draft_delete(const char *directory, const char *id,
                   struct lewis_error *error)
{
    struct lewis_draft *draft = new_draft(directory, false, error);
    bool gone = draft != NULL && open_draft(draft, id, DRAWER_LOCK, error) &&
                drawer_remove(&draft->drawer, draft->id, error);

    lewis_draft_free(draft);
    return gone;
}
