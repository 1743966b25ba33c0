/* mapping.h - what the columns of a file mean, said by the user in a file of
 * its own: CSV with the columns `column`, `item` and, where an item has several
 * columns, `option`.
 *
 * `column` is a heading of the answers, or "#3" for the third column; `item` is
 * an item's id, or id, team or ignore; `option` is an option's letter when the
 * cells hold its rank or its points, a number when they hold the option that
 * has that rank.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ANSWERS_MAPPING_H
#define ANSWERS_MAPPING_H

#include <stddef.h>

#include <lewis/error.h>

struct mapping_row {
    long line;
    const char *column, *item, *option; /* option "": none */
};

struct mapping;

/* NULL with *error set: ESYSTEM, ESYNTAX, EINVALID (no such columns, a row
 * without column or item), ENOMEM. */
struct mapping *mapping_load(const char *path, struct lewis_error *error);
void mapping_free(struct mapping *mapping);

const char *mapping_path(const struct mapping *mapping);
size_t mapping_count(const struct mapping *mapping);
const struct mapping_row *mapping_row(const struct mapping *mapping,
                                      size_t index);

#endif
