/* seek.h - the column that somebody means by a name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ANSWERS_SEEK_H
#define ANSWERS_SEEK_H

#include "answers/layout.h"

/* The column of the question about people with that id, by the question's
 * words in any language; LAYOUT_NO_COLUMN: none. False with *error set
 * (ENOMEM). */
bool seek_question(const struct layout *layout, const char *id, long *column,
                   struct lewis_error *error);

/* The column that is called 'name': "Site"; "[site] Where ...", "site. Where
 * ..."; then the same in any case; then the words of the question that has this
 * id in the bank. LAYOUT_NO_COLUMN: none. False with *error set (ENOMEM). */
bool seek_column(const struct layout *layout, const char *name, long *column,
                 struct lewis_error *error);

/* A name that comes near and would be found, of those that 'also' (so many)
 * has, of the columns that are no item's, and of the bank's questions about
 * people; NULL: none. Lives as long as these. False with *error set
 * (ENOMEM). */
bool seek_nearest(const struct layout *layout, const char *name,
                  const char *const also[], size_t also_count,
                  const char **near, struct lewis_error *error);

#endif
