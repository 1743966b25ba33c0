/* layout.h - which columns of a file mean what: made once from the header and
 * the bank, and never changed after.
 *
 * To read another kind of header: find other columns in layout_tie(). To read
 * another kind of cell: a decoder of your own in a struct layout_tie.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ANSWERS_LAYOUT_H
#define ANSWERS_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lewis/answers.h>
#include <lewis/bank.h>
#include <lewis/error.h>

#include "answers/record.h"
#include "base/arena.h"

enum { LAYOUT_NO_COLUMN = -1 };

/* Cells that are one byte long (two of an answer of letters: three), which most
 * are, and what they mean, so that they need no decoder. 'letters' is how many
 * bytes such a cell has, 0: there are none. One byte b is the answer one[b],
 * when that has a count; three are a ranking of the options option[b]. */
struct layout_short {
    size_t letters;
    struct lewis_answer one[256];
    uint8_t option[256]; /* LEWIS_OPTIONS: none */
};

/* From the cells of an item to an answer: as lewis_answer_parse(). */
typedef bool layout_decoder(const struct lewis_item *item,
                            const struct csv_field cell[], size_t count,
                            struct lewis_answer *answer,
                            struct lewis_error *error);

/* An item, tied to its columns. */
struct layout_tie {
    const struct lewis_item *item;
    size_t index;                 /* of the item in the bank */
    size_t column[LEWIS_OPTIONS]; /* one, or one an option */
    size_t column_count;
    layout_decoder *decode;
    const struct layout_short *shorts; /* of a tie with one column, or NULL */
};

struct layout {
    const struct lewis_bank *bank;
    const char *file; /* as messages name it; a view */
    const char *const *column; /* names, trimmed; views */
    size_t column_count;
    long id, team; /* columns, or LAYOUT_NO_COLUMN */
    struct layout_tie *tie; /* every item once, by its first column */
    size_t tie_count;
    struct arena arena; /* owns what was made for it */
};

/* The names of a header's columns: trimmed copies in 'arena'. NULL with *error
 * set (ESYNTAX: not UTF-8; ENOMEM). */
const char **layout_header(const struct record *header, struct arena *arena,
                           struct lewis_error *error);

/* The column that is called 'name', or LAYOUT_NO_COLUMN. */
long layout_find(const char *const column[], size_t count, const char *name);

/* Fills in a layout whose bank, file and columns are set. False with *error
 * set: EINVALID, ENOMEM. */
bool layout_tie(struct layout *layout, struct lewis_error *error);
void layout_release(struct layout *layout);

#endif
