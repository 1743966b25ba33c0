/* csv.h - the records of a source, one at a time, for one thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ANSWERS_CSV_H
#define ANSWERS_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include <lewis/error.h>

#include "answers/blocks.h"
#include "answers/record.h"

struct csv;

enum csv_result {
    CSV_ROW,    /* a row, as fields */
    CSV_BROKEN, /* a line that is no row; *error says why */
    CSV_END,
    CSV_FAILED /* reading failed; *error says why */
};

/* "-" is standard input. The separator is settled by the first line. Returns
 * an object to be ended with csv_free(), or NULL with *error set. */
struct csv *csv_open(const char *path, struct lewis_error *error);

/* The same for a source, which is taken over, also when this fails. */
struct csv *csv_new(struct source *source, struct lewis_error *error);
void csv_free(struct csv *csv);

/* The next row that has anything on it. error->file and ->line are set by
 * csv_next() when it says CSV_BROKEN or CSV_FAILED. */
enum csv_result csv_next(struct csv *csv, struct lewis_error *error);

/* The row: views that live until the next one is read. */
size_t csv_count(const struct csv *csv);
struct csv_field csv_field(const struct csv *csv, size_t index);
const struct record *csv_record(const struct csv *csv);
long csv_line(const struct csv *csv); /* where the row starts, 1-based */

/* The n-th row behind the one at hand (0: the next), without going there, as
 * far as what was read already holds it; its views live until the next row is
 * read. The caller releases 'record'. False: it is not held, or is no row. */
bool csv_peek(const struct csv *csv, size_t n, struct record *record);

/* What was read already and stands behind the row at hand. */
struct csv_field csv_ahead(const struct csv *csv);

char csv_separator(const struct csv *csv);
const struct source *csv_source(const struct csv *csv);
const char *csv_name(const struct csv *csv);

/* Goes on in blocks: the records that csv_next() has not come to yet, as
 * blocks_next() gives them. The first of them begins on line csv_next_line().
 */
enum blocks_result csv_block(struct csv *csv, struct block *block,
                             struct lewis_error *error);
long csv_next_line(const struct csv *csv);

#endif
