/* columns.h - which columns are written.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BATCH_COLUMNS_H
#define BATCH_COLUMNS_H

#include "answers/layout.h"
#include "base/arena.h"
#include "batch/writer.h"

/* The names that rejects have and that are never kept by "all". */
extern const char columns_line[], columns_reason[];

struct columns {
    struct writer_column *column;
    size_t count;
    size_t texts; /* so many are texts before the first other column */
    bool mixed;   /* and behind it there are more */
    const char **kept; /* names of columns of the answers */
    size_t kept_count;
    size_t *kept_at; /* their places in the file at hand */
    bool quality, nearest, region; /* is one written that needs it? */
    struct arena arena;
};

/* Settles the columns with the first file. False with *error set: EUNKNOWN,
 * EINVALID, ENOMEM. */
bool columns_choose(struct columns *columns,
                    const struct lewis_batch_options *options,
                    const struct layout *layout, struct lewis_error *error);

/* Finds the kept columns in a file. False with *error set: EUNKNOWN. */
bool columns_find(struct columns *columns, const struct layout *layout,
                  struct lewis_error *error);
void columns_release(struct columns *columns);

#endif
