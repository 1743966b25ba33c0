/* lewis/draft.h - a session kept on the disk while it is being taken.
 *
 * A draft is a journal in one file, named ID.jsonl, that only ever grows: a
 * first line about the bank and the person, then a line for every change,
 * written by one write() and waited for until it is on the disk. Whatever
 * stops the program, kill -9 and a full disk too, loses at most the key being
 * pressed. doc/journal.md describes every member. A journal holds raw answers,
 * never totals.
 *
 * Drafts stand in $XDG_STATE_HOME/lewis/drafts (default
 * ~/.local/state/lewis/drafts; a relative $XDG_STATE_HOME is ignored, as its
 * standard asks). The directory is the user's alone (0700), and so are the
 * files (0600). Functions take another directory, or NULL for this one.
 *
 * A draft that is open is locked: no second program can go on with it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LEWIS_DRAFT_H
#define LEWIS_DRAFT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lewis/session.h>

LEWIS_BEGIN

enum { LEWIS_DRAFT_ID = 128, LEWIS_DRAFT_NAME = 512 }; /* bytes, with NUL */

struct lewis_draft;

/* The path of the directory, to be freed with free(); NULL with *error set
 * (ESYSTEM: no home; ENOMEM). It need not exist. */
LEWIS_API char *lewis_draft_directory(struct lewis_error *error);

/* Begins the journal of a session that is at its start (nothing was done yet),
 * and becomes its recorder. 'started' is the time of day, seconds since 1970.
 * Returns a draft to be ended with lewis_draft_free() before the session is
 * freed, or NULL with *error set: ESYSTEM, ENOMEM; EINVALID when the name or
 * the team is of more than 511 bytes. */
LEWIS_API struct lewis_draft *lewis_draft_begin(const char *directory,
                                                struct lewis_session *session,
                                                int64_t started,
                                                struct lewis_error *error);

/* Goes on with a draft: makes the session again, as it was after the last
 * change that was saved, and becomes its recorder. A last line that was only
 * half written is cut off. *session is the caller's, to be freed after the
 * draft. NULL with *error set: EUNKNOWN (no draft of that ID, with the
 * nearest), ESYSTEM (cannot be read; another program has it open; not a file
 * of this user), EINVALID (damaged, with the line; made by a newer program; of
 * another bank, or of this one before it was changed). */
LEWIS_API struct lewis_draft *lewis_draft_resume(const char *directory,
                                                 const char *id,
                                                 const struct lewis_bank *bank,
                                                 struct lewis_session **session,
                                                 struct lewis_error *error);

/* The session of a draft, only to be looked at: nothing is locked, cut off or
 * recorded. To be freed with lewis_session_free(); NULL with *error set as
 * above. */
LEWIS_API struct lewis_session *lewis_draft_read(const char *directory,
                                                 const char *id,
                                                 const struct lewis_bank *bank,
                                                 struct lewis_error *error);

/* Closes the file, which stays, and lets go of the session. Accepts NULL. */
LEWIS_API void lewis_draft_free(struct lewis_draft *draft);

LEWIS_API const char *lewis_draft_id(const struct lewis_draft *draft);
LEWIS_API const char *lewis_draft_path(const struct lewis_draft *draft);
LEWIS_API int64_t lewis_draft_started(const struct lewis_draft *draft);

/* Takes the file away: once the answers are safe elsewhere (lewis/handin.h).
 * False with *error set when it is still there. Free the draft in any case. */
LEWIS_API bool lewis_draft_finish(struct lewis_draft *draft,
                                  struct lewis_error *error);

/* Takes a draft away for good. False with *error set: EUNKNOWN, ESYSTEM
 * (another program has it open, or it cannot be removed). */
LEWIS_API bool lewis_draft_delete(const char *directory, const char *id,
                                  struct lewis_error *error);

struct lewis_draft_info {
    char id[LEWIS_DRAFT_ID];
    bool readable;          /* else 'why' says what is wrong with it, with its
                               line, and what could not be read is empty */
    struct lewis_error why;
    bool busy;              /* another program has it open */
    char bank[LEWIS_DRAFT_ID], version[LEWIS_DRAFT_ID];
    char digest[65];        /* of the bank, as lewis_bank_digest() */
    char name[LEWIS_DRAFT_NAME], team[LEWIS_DRAFT_NAME];
    char lang[64];          /* after the last change */
    int64_t started;        /* seconds since 1970 */
    size_t items, answered, skipped;
    size_t half;            /* items with the first step of an answer only */
    bool done;              /* handed in, but the draft was not taken away */
};

/* All drafts, the newest first. *list is the caller's, to be freed with
 * lewis_draft_list_free(). No directory is no drafts. False with *error set:
 * ESYSTEM, ENOMEM. */
LEWIS_API bool lewis_draft_list(const char *directory,
                                struct lewis_draft_info **list, size_t *count,
                                struct lewis_error *error);
LEWIS_API void lewis_draft_list_free(struct lewis_draft_info *list);

LEWIS_END

#endif
