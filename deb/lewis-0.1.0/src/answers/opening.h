/* opening.h - a file of answers as a source of CSV in UTF-8, whatever it is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ANSWERS_OPENING_H
#define ANSWERS_OPENING_H

#include <lewis/answers.h>

#include "answers/source.h"

/* What was found. */
struct opened {
    const char *encoding; /* as given or seen; static, or the reading's */
    bool workbook;
};

/* "-" is standard input. A workbook becomes the CSV of its sheet, UTF-16 with a
 * byte order mark and the encoding asked for become UTF-8. NULL with *error
 * set. */
struct source *opening_source(const char *path,
                              const struct lewis_reading *reading,
                              struct opened *opened, struct lewis_error *error);

/* Stops at text that is in no UTF-8 at all: bytes beyond ASCII, of which none
 * makes a character. The line is counted from 'line'. A stray byte in a file
 * that does have characters is its row's trouble. False with *error set. */
bool opening_check_utf8(const char *bytes, size_t size, long line,
                        struct lewis_error *error);

#endif
