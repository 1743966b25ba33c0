/* writer.h - scores as rows of a file.
 *
 * To add a format: a struct writer in a file of its own, a row in the table of
 * batch.c, a word in lewis/batch.h. To add a column: a row in the table of
 * columns.c, and its cell in writer_rows.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BATCH_WRITER_H
#define BATCH_WRITER_H

#include <lewis/batch.h>

#include "answers/record.h"
#include "base/text.h"

enum writer_kind {
    WRITER_ID,
    WRITER_TEAM,
    WRITER_STATUS,
    WRITER_SHARE,    /* index: style */
    WRITER_LOW,      /* the same */
    WRITER_HIGH,     /* the same */
    WRITER_X,
    WRITER_Y,
    WRITER_STYLE,
    WRITER_NEAREST,
    WRITER_ANSWERED,
    WRITER_MISSING,
    WRITER_RUN, /* of quality, from here */
    WRITER_SPREAD,
    WRITER_MODE,
    WRITER_MISSING_SHARE,
    WRITER_FAILED,
    WRITER_HALVES,
    WRITER_HALVES_P,
    WRITER_FLAGS,
    WRITER_CAUTION,
    WRITER_KEPT /* index: which of the kept columns */
};

/* How a cell is written. */
enum writer_cell { WRITER_TEXT, WRITER_WORD, WRITER_NUMBER, WRITER_COUNT };

struct writer_column {
    const char *name;
    enum writer_cell cell;
    enum writer_kind kind;
    size_t index;
    size_t at; /* where a number stands in the score, or in the quality */
};

/* writer_rows.c: column->at. */
size_t writer_number_at(const struct writer_column *column);

/* What is written of each row. */
struct writer_table {
    const struct writer_column *column;
    size_t count;
    size_t texts; /* so many are texts before the first other column */
    int digits; /* decimals; 0: six */
    bool raw;   /* formulas are left as they are */
};

/* One row to be written. Views. */
struct writer_row {
    const struct csv_field *id, *team;
    const struct lewis_score *score;
    const struct lewis_quality *quality; /* when a column needs it */
    const char *nearest; /* ISO codes; "" when there is no profile */
    const char *status;
    const struct csv_field *kept;
    size_t texts; /* bytes of all its texts and codes together, at most */
};

struct writer {
    /* What stands before the first row; NULL: nothing. Goes to block() too,
     * when there is one. */
    void (*begin)(struct text *out, const struct writer_table *table);
    /* Returns how many bytes at its end are those of the columns behind
     * table->texts, for one who writes them again; 0: it does not tell. */
    size_t (*row)(struct text *out, const struct writer_table *table,
                  const struct writer_row *row);
    /* A row whose other bytes are known; NULL when row() does not tell them. */
    void (*again)(struct text *out, const struct writer_table *table,
                  const struct writer_row *row, const char *bytes,
                  size_t size);
    /* Called every WRITER_BLOCK rows and at the end with all bytes that
     * row() made since, to be put in their final form; NULL: they are final.
     * False with *error set ends the run. */
    bool (*block)(struct text *rows, struct text *out, void *state,
                  struct lewis_error *error);
    /* After the last block, when not NULL: what is written in one go. */
    bool (*end)(void *state, struct lewis_output *output,
                struct lewis_error *error);
    void (*release)(void *state); /* NULL: nothing to release */
    size_t state_size; /* bytes of zeroed state that block() keeps */
    char row_end;      /* what row() ends with, and has nowhere else, when there
                          is block() */
};

enum { WRITER_BLOCK = 512 };

/* A cell as bytes; the text of answers goes through 'quote', whose bytes are at
 * most twice those it was given, and three. A caller with a longer quote makes
 * more room. Returns what is behind it. */
typedef char *writer_quote(char *p, const struct csv_field *text,
                           bool defuse);
char *writer_put_cell(char *p, const struct writer_table *table,
                      const struct writer_column *column,
                      const struct writer_row *row, writer_quote *quote);
/* Bytes that its columns behind table->texts take as a rule. */
size_t writer_room(const struct writer_table *table);

/* Bytes that a row may take. */
size_t writer_row_room(const struct writer_table *table,
                       const struct writer_row *row);

extern const struct writer writer_csv, writer_tsv, writer_jsonl, writer_table,
    writer_xlsx;

#endif
