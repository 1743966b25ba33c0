/* drawer.h - the directory that holds the drafts, and its files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SESSION_DRAWER_H
#define SESSION_DRAWER_H

#include <stdbool.h>

#include <lewis/draft.h>

#include "base/text.h"

struct drawer {
    int fd; /* of the directory, or -1 when it is not there */
    char *path;
};

/* NULL: the user's. With 'make', what is not there of it is made, with mode
 * 0700. False with *error set. End with drawer_release() in any case. */
bool drawer_open(struct drawer *drawer, const char *directory, bool make,
                 struct lewis_error *error);
void drawer_release(struct drawer *drawer);

/* "PATH/ID.jsonl", to be freed; NULL when out of memory. */
char *drawer_path(const struct drawer *drawer, const char *id);

/* A new file, locked, for 'bank', with an ID from the time and chance; -1 with
 * *error set. */
int drawer_create(const struct drawer *drawer, const char *bank,
                  int64_t started, char id[LEWIS_DRAFT_ID],
                  struct lewis_error *error);

/* The file of a draft, a plain file of this user: locked and writable, or only
 * to be read. -1 with *error set. */
enum drawer_use { DRAWER_READ, DRAWER_LOCK };
int drawer_find(const struct drawer *drawer, const char *id,
                enum drawer_use use, struct lewis_error *error);

/* Another program has it open. */
bool drawer_is_locked(int fd);

/* Takes it away; false with *error set when it is still there. */
bool drawer_remove(const struct drawer *drawer, const char *id,
                   struct lewis_error *error);

/* The IDs of all drafts, each ended by NUL, in 'ids'. */
bool drawer_ids(const struct drawer *drawer, struct text *ids, size_t *count,
                struct lewis_error *error);

#endif
