/* lewis/error.h - what went wrong, where, and what would be right.
 *
 * Every function that can fail for a reason outside the program takes a
 * struct lewis_error as its last parameter and returns NULL or false. The
 * parameter may be NULL. There is no global state: two threads with an error
 * each do not meet.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LEWIS_ERROR_H
#define LEWIS_ERROR_H

#include <stdbool.h>

#include <lewis/api.h>

LEWIS_BEGIN

enum lewis_code {
    LEWIS_OK = 0,
    LEWIS_ENOMEM,  /* out of memory */
    LEWIS_ESYSTEM, /* a file could not be opened, read or written */
    LEWIS_ESYNTAX, /* not XML, not CSV, not UTF-8 */
    LEWIS_EINVALID, /* well-formed, but against a rule of ours */
    LEWIS_EUNKNOWN  /* no bank, country, column of that name */
};

enum {
    LEWIS_ERROR_TEXT = 480, /* bytes of a message, NUL included */
    LEWIS_ERROR_NAME = 200, /* bytes of a file or column name, NUL included */
    LEWIS_ERROR_ITEM = 64   /* bytes of an item's id, NUL included */
};

struct lewis_error {
    enum lewis_code code;
    long line;                     /* 1-based; 0 when not known */
    char file[LEWIS_ERROR_NAME];   /* as the user named it; "" when none */
    char column[LEWIS_ERROR_NAME]; /* name of a CSV column; "" when none */
    char item[LEWIS_ERROR_ITEM];   /* the column's, where its name does not
                                      begin with it; else "" */
    char text[LEWIS_ERROR_TEXT];   /* one sentence, no newline, always ends */
    char english[LEWIS_ERROR_TEXT]; /* the same for files: never translated
                                       (lewis/translation.h) */
};

/* One finding of a check that reports everything at once. */
struct lewis_finding {
    bool warning; /* else an error: the file would not load */
    struct lewis_error error;
};

/* Writes "file:line: column "T07": text", and of an item 'column "I talk ..."
 * (T07): ', into 'out' (at most 'size' bytes, NUL
 * included, cut at a whole character), leaving out what is not known. Control
 * characters come out as "?", so that a message can go to a terminal.
 * Returns out. */
LEWIS_API char *lewis_error_print(const struct lewis_error *error, char *out,
                                  unsigned long size);

LEWIS_END

#endif
