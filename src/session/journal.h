/* journal.h - the lines of a draft's journal; doc/journal.md says what they
 * hold.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SESSION_JOURNAL_H
#define SESSION_JOURNAL_H

#include <lewis/session.h>

#include "base/digest.h"
#include "base/text.h"

enum {
    JOURNAL_VERSION = 1,
    JOURNAL_NAME = 512, /* bytes of a name or team, NUL included */
    JOURNAL_ID = 64
};

/* The first line. */
struct journal_head {
    char bank[JOURNAL_ID], version[JOURNAL_ID], lang[JOURNAL_ID];
    char digest[DIGEST_SIZE];
    size_t items;
    uint64_t seed;
    char id[JOURNAL_NAME], team[JOURNAL_NAME];
    int64_t started; /* seconds since 1970 */
};

/* What the entry of a line is about, without a bank to hold it against. */
struct journal_glance {
    char item[JOURNAL_ID]; /* "" when of no item */
    enum lewis_given given;
    bool half; /* a first step of an answer is kept */
    bool done;
    char lang[64];
};

/* Adds a line with its end. */
void journal_write_head(struct text *text, const struct lewis_session *session,
                        int64_t started);
void journal_write_entry(struct text *text,
                         const struct lewis_session *session,
                         const struct lewis_entry *entry);

/* Reads a line without its end. False with *error set (EINVALID). */
bool journal_read_head(const char *line, size_t size,
                       struct journal_head *head, struct lewis_error *error);
bool journal_read_entry(const char *line, size_t size,
                        const struct lewis_session *session,
                        struct lewis_entry *entry, struct lewis_error *error);
bool journal_glance(const char *line, size_t size,
                    struct journal_glance *glance, struct lewis_error *error);

/* "2026-11-21T22:34:00Z"; "" for a time no calendar has. */
enum { JOURNAL_TIME = 32 };
char *journal_time(int64_t seconds, char out[JOURNAL_TIME]);

#endif
