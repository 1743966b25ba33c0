/* csv.h - RFC 4180 rows from a file, one at a time, in bounded memory.
 *
 * A row that cannot be read as CSV (a quote that never closes, text behind a
 * closing quote, over CSV_ROW_LIMIT bytes) costs one line of the file, not the
 * rest of it: reading goes on at the next line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ANSWERS_CSV_H
#define ANSWERS_CSV_H

#include <stddef.h>

#include <lewis/error.h>

enum { CSV_ROW_LIMIT = 1024 * 1024 }; /* bytes */

struct csv;

enum csv_result {
    CSV_ROW,    /* a row, as fields */
    CSV_BROKEN, /* a line that is no row; *error says why */
    CSV_END,
    CSV_FAILED /* reading failed; *error says why */
};

/* A view; lives until the next row is read. Quotes are already undone. */
struct csv_field {
    const char *bytes;
    size_t size;
};

/* "-" is standard input. The separator is settled by the first line. Returns
 * an object to be ended with csv_free(), or NULL with *error set. */
struct csv *csv_open(const char *path, struct lewis_error *error);
void csv_free(struct csv *csv);

/* The next row that has anything on it. error->file and ->line are set by
 * csv_next() when it says CSV_BROKEN or CSV_FAILED. */
enum csv_result csv_next(struct csv *csv, struct lewis_error *error);

size_t csv_count(const struct csv *csv);
struct csv_field csv_field(const struct csv *csv, size_t index);
long csv_line(const struct csv *csv); /* where the row starts, 1-based */
const char *csv_name(const struct csv *csv);

#endif
