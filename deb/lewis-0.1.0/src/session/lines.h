/* lines.h - a journal in memory, line by line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SESSION_LINES_H
#define SESSION_LINES_H

#include "session/journal.h"

enum { LINES_LIMIT = 64 * 1024 * 1024 }; /* bytes of a journal */

struct lines {
    const char *bytes;
    size_t size;
    size_t next; /* what is whole, and was read, ends here */
    long line;   /* the number of the one read last */
};

/* The next line that has an end; without it. */
bool lines_next(struct lines *lines, const char **line, size_t *size);

/* The first line. False with *error set. */
bool lines_head(struct lines *lines, struct journal_head *head,
                struct lewis_error *error);

#endif
