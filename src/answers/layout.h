/* layout.h - which columns of a file mean what: made once from the header and
 * the bank, and never changed after.
 *
 * To read another kind of header: vendor.h. To read another kind of cell: a
 * decoder of your own in decode.h.
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

#include "answers/heading.h"
#include "answers/mapping.h"
#include "answers/record.h"
#include "answers/vendor.h"
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

struct layout_tie;

/* From the cells of an item, one for each of its columns, to an answer: as
 * lewis_answer_parse(). decode.h has those there are. */
typedef bool layout_decoder(const struct layout_tie *tie,
                            const struct csv_field cell[],
                            struct lewis_answer *answer,
                            struct lewis_error *error);

/* An item, tied to its columns. */
struct layout_tie {
    const struct lewis_item *item;
    size_t index;                 /* of the item in the bank */
    size_t column[LEWIS_OPTIONS]; /* one, or one an option or rank */
    size_t column_count;
    const struct words *words; /* of the item */
    enum lewis_vendor vendor;
    layout_decoder *decode;
    const struct layout_short *shorts; /* of a tie with one column, or NULL */
};

/* What most ties need, close together. */
struct layout_quick {
    const struct layout_short *shorts; /* NULL: ask the tie */
    uint32_t column, index;
};

/* What a file's first rows say; made by the caller, lives as long as the
 * layout. */
struct layout_head {
    const char *file; /* as messages name it */
    long line;        /* of the header */
    enum lewis_vendor vendor;
    size_t header_rows;
    const struct head *rows;
    const char *const *column; /* what messages call each column */
    size_t column_count;
    const struct mapping *map; /* or NULL */
};

struct layout {
    const struct lewis_bank *bank;
    const char *file;          /* the head's */
    const char *const *column; /* the head's */
    size_t column_count;
    const struct head *head; /* the head's, of so many rows */
    size_t header_rows;
    enum lewis_vendor vendor;
    long id, team;          /* columns, or LAYOUT_NO_COLUMN */
    struct vendor_mark mark[VENDOR_MARKS];
    size_t mark_count;
    struct layout_tie *tie; /* every item once, by its first column */
    struct layout_quick *quick; /* one a tie */
    size_t tie_count;
    struct questions questions;
    struct meaning *meaning; /* of each column */
    struct arena arena;      /* owns what was made for it */
};

/* The names of a header's columns: trimmed copies in 'arena'. NULL with *error
 * set (ESYNTAX: not UTF-8; ENOMEM). */
const char **layout_header(const struct record *header, struct arena *arena,
                           struct lewis_error *error);

/* The column that is called 'name' ("T01", or "[T01] I finish ..."), or
 * LAYOUT_NO_COLUMN. */
long layout_find(const char *const column[], size_t count, const char *name);

/* The cells of a row as trimmed copies in 'arena', *wrong the first column that
 * is no UTF-8 text, or -1. NULL: out of memory. */
const char **layout_cells(const struct record *record,
                          struct arena *arena, long *wrong);

/* What messages call each of the columns; NULL: out of memory. */
const char *const *layout_names(const struct head *rows,
                                enum lewis_vendor vendor, size_t count,
                                struct arena *arena);

/* How many of the bank's items have a column; SIZE_MAX: out of memory. */
size_t layout_match(const struct layout_head *head,
                    const struct lewis_bank *bank);

/* Makes a layout, to be released in either case. False with *error set:
 * EINVALID (an item without a column or with too many, a heading that fits two
 * items), ENOMEM. */
bool layout_make(struct layout *layout, const struct layout_head *head,
                 const struct lewis_bank *bank, struct lewis_error *error);
void layout_release(struct layout *layout);

#endif
