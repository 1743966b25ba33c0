/* error.h - fills in a struct lewis_error.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include <lewis/error.h>

/* Fills *error (may be NULL) with a code and one sentence; file, line and
 * column are emptied. The format is translated here (xgettext finds it where it
 * stands), so it is a whole sentence; what the arguments add is not. Always
 * returns false. */
bool error_set(struct lewis_error *error, enum lewis_code code,
               const char *format, ...) LEWIS_PRINTF(3, 4);
bool error_vset(struct lewis_error *error, enum lewis_code code,
                const char *format, va_list args) LEWIS_PRINTF(3, 0);

/* The same for a text of a table, marked N_() there, without arguments. */
bool error_text(struct lewis_error *error, enum lewis_code code,
                const char *text);

/* Adds to the sentence: a format with one number, translated here. */
void error_more(struct lewis_error *error, const char *format, size_t number);

/* An error that was taken apart: its text and its english as they were. */
bool error_again(struct lewis_error *error, enum lewis_code code,
                 const char *text, const char *english);

/* Adds where it was: file (NULL: leave), line (0: leave), column (NULL:
 * leave). Always returns false. */
bool error_at(struct lewis_error *error, const char *file, long line,
              const char *column);

/* Adds the item of the column, unless the column's name shows it. */
bool error_item(struct lewis_error *error, const char *item);

/* error_set() with what errno says: "cannot VERB: REASON". The sentences that
 * are translated stand in error.c, one for each verb. */
bool error_system(struct lewis_error *error, const char *file,
                  const char *verb);

/* error_set(ENOMEM, "out of memory"). */
bool error_memory(struct lewis_error *error);

/* The column and the sentence, as lewis_error_print() writes them, in English:
 * for files, which are the same in every language. Returns out. */
char *error_print_english(const struct lewis_error *error, char *out,
                          size_t size);

#endif
