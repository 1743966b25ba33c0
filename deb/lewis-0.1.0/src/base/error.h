/* error.h - fills in a struct lewis_error.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include <stdbool.h>

#include <lewis/error.h>

/* Fills *error (may be NULL) with a code and one sentence; file, line and
 * column are emptied. Always returns false. */
bool error_set(struct lewis_error *error, enum lewis_code code,
               const char *format, ...) LEWIS_PRINTF(3, 4);

/* Adds where it was: file (NULL: leave), line (0: leave), column (NULL:
 * leave). Always returns false. */
bool error_at(struct lewis_error *error, const char *file, long line,
              const char *column);

/* error_set() with what errno says: "cannot VERB: REASON". */
bool error_system(struct lewis_error *error, const char *file,
                  const char *verb);

/* error_set(ENOMEM, "out of memory"). */
bool error_memory(struct lewis_error *error);

#endif
