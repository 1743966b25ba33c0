/* writer.h - scores as rows of a file.
 *
 * To add a format: a struct writer in a file of its own, a row in the table of
 * batch.c, a word in lewis/batch.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BATCH_WRITER_H
#define BATCH_WRITER_H

#include <lewis/batch.h>

#include "base/text.h"

/* One row to be written. Views. */
struct writer_row {
    const struct lewis_sheet *sheet;
    const struct lewis_score *score;
    const char *nearest; /* ISO codes; "" when there is no profile */
    int digits;          /* decimals; 0: six */
    const struct lewis_quality *quality; /* NULL: not asked for */
};

struct writer {
    /* What stands before the first row; NULL: nothing. */
    void (*begin)(struct text *out, bool quality);
    void (*row)(struct text *out, const struct writer_row *row);
    /* Called every WRITER_BLOCK rows and at the end with all bytes that
     * row() made since, to be put in their final form; NULL: they are final. */
    void (*block)(struct text *rows, struct text *out, void *state);
    size_t state_size; /* bytes of zeroed state that block() keeps */
};

enum { WRITER_BLOCK = 512 };

extern const struct writer writer_csv, writer_tsv, writer_jsonl, writer_table;

/* The columns, in order, ended by NULL. */
extern const char *const writer_columns[], *const writer_quality_columns[];

/* The numbers of a row that are 0..1, in the order of their columns:
 * linear .. reactive, linear_low .. reactive_high, x, y. */
enum { WRITER_NUMBERS = 11 };
void writer_numbers(const struct lewis_score *score,
                    double number[WRITER_NUMBERS]);

#endif
