/* vendor.h - which tool wrote a file, told from its first rows, and what each
 * column is called there.
 *
 * Pure: cells in, words out. To add a tool:
 *   1. a word in lewis/vendor.h, where LEWIS_VENDORS counts them;
 *   2. in vendor.c a row in each of the tables 'marks' and 'vendors', and what
 *      is its own: header rows, headings;
 *   3. its keyword where --from is explained: src/cli/scoring.h and scoring.c,
 *      src/completion/bash/lewis, doc/answers.md.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ANSWERS_VENDOR_H
#define ANSWERS_VENDOR_H

#include <stddef.h>

#include <lewis/answers.h>

enum { HEAD_ROWS = 4 }; /* up to three of header, and one of data */

/* The first rows of a file, as far as it has them. Cells are UTF-8, white space
 * around them removed. */
struct head {
    size_t rows;
    size_t count[HEAD_ROWS];
    const char *const *cell[HEAD_ROWS];
};

/* The cell, or "" where there is none. */
const char *head_cell(const struct head *head, size_t row, size_t column);

/* The tool whose marks the rows bear; LEWIS_CANONICAL when none's. */
enum lewis_vendor vendor_of(const struct head *head);

/* How many rows of header that tool writes. */
size_t vendor_header_rows(enum lewis_vendor vendor, const struct head *head);

/* What a column is called. Views into the head; NULL: not there. */
struct heading {
    const char *code; /* a short name beside the text */
    const char *text; /* the question, or all there is; never NULL */
    const char *part; /* a row, rank or option of the question */
};

struct heading vendor_heading(enum lewis_vendor vendor, const struct head *head,
                              size_t column);

/* The column that names a person where there is no `id`, or NULL. */
const char *vendor_id(enum lewis_vendor vendor);

/* Is it a cell that means "seen and not answered"? */
bool vendor_is_missing(enum lewis_vendor vendor, const char *bytes,
                       size_t size);

/* Columns that say whether a row was handed in. */
enum { VENDOR_MARKS = 2 };
struct vendor_mark {
    size_t column;
    const struct vendor_standing *rule;
};

/* Those that the header has, at most VENDOR_MARKS; returns how many. */
size_t vendor_marks(enum lewis_vendor vendor, const struct head *head,
                    struct vendor_mark mark[VENDOR_MARKS]);

/* What a cell of such a column says of its row. */
enum lewis_standing vendor_standing(const struct vendor_mark *mark,
                                    const char *bytes, size_t size);

#endif
