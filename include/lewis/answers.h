/* lewis/answers.h - answer sheets, read row by row.
 *
 * Canonical CSV is RFC 4180 with a header: quotes, quotes doubled inside
 * quotes, line ends inside quotes, LF or CRLF, with or without a byte order
 * mark, the last line end there or not. The separator is whichever of comma,
 * semicolon and tab the header has most of outside quotes. Columns are named
 * by item id ("T01", or "[T01] and the question"), in any order; `id` and
 * `team`, in any case, name the person and the group; other columns are passed
 * over. A first line "sep=;" as some spreadsheets write it names the separator.
 * An empty cell is a missing answer.
 *
 * What form tools hand back (lewis/vendor.h) is recognised, as CSV, as a CSV
 * packed in a ZIP file, or as an Excel workbook: doc/answers.md has the formats
 * exactly.
 *
 * Reading is streaming: memory does not grow with the rows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LEWIS_ANSWERS_H
#define LEWIS_ANSWERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lewis/bank.h>
#include <lewis/error.h>
#include <lewis/vendor.h>

LEWIS_BEGIN

/* One answer to one item. A missing answer has count 0.
 *   rate    value is the rating, lo..hi; count 1
 *   pick    part[0] is the index of the option chosen; count 1
 *   rank    part[0..count-1] are the indexes of the options, best first; a
 *           ranking may stop early: "b" says only which comes first
 *   points  part[o] is what option o got; count is the number of options
 *   pair    value is the place, 1 (left) .. places (right); count 1
 *   check   value is the rating; count 1 */
struct lewis_answer {
    int16_t value;
    uint8_t count;
    uint8_t part[LEWIS_OPTIONS];
};

/* Was it handed in, as far as the tool says so (LimeSurvey, Qualtrics)? */
enum lewis_standing {
    LEWIS_SUBMITTED,
    LEWIS_NOT_SUBMITTED, /* begun; what it answers counts */
    LEWIS_PREVIEW        /* its maker tried it out */
};

/* One row. Views live until the next row is read. */
struct lewis_sheet {
    const char *id, *team;     /* "" when there is no such column */
    size_t id_size, team_size; /* bytes */
    long line;                 /* where the row starts, 1-based */
    enum lewis_standing standing;
    bool refused;              /* see why; answers are all missing */
    struct lewis_error why;
    const struct lewis_answer *answer; /* one per item, in the bank's order */
};

struct lewis_answers;

/* Reads one cell: 'text' of 'size' bytes, white space around it ignored.
 * An empty cell is a missing answer. Returns false with error->text set when
 * it is not an answer of the item; where it stands is the caller's to add. */
LEWIS_API bool lewis_answer_parse(const struct lewis_item *item,
                                  const char *text, size_t size,
                                  struct lewis_answer *answer,
                                  struct lewis_error *error);

/* The answer as it stands in a cell of canonical CSV: "bca", "4", "5 3 2"; ""
 * for a missing one. lewis_answer_parse() reads it back. Returns out. */
enum { LEWIS_CELL = 16 };
LEWIS_API char *lewis_answer_print(const struct lewis_item *item,
                                   const struct lewis_answer *answer,
                                   char out[LEWIS_CELL]);

/* Opens a file ("-" is standard input) and reads its header. Returns an object
 * the caller ends with lewis_answers_free(), or NULL with *error set: ESYSTEM,
 * ESYNTAX (no header, UTF-16, an unclosed quote in the header), ENOMEM. */
LEWIS_API struct lewis_answers *lewis_answers_open(const char *path,
                                                   struct lewis_error *error);
LEWIS_API void lewis_answers_free(struct lewis_answers *answers);

/* How a file is to be read, where it is not left to be recognised. Zeroed: all
 * of it is. */
struct lewis_reading {
    bool vendor_given;
    enum lewis_vendor vendor;
    const char *encoding; /* as iconv names it; NULL: UTF-8, or by its mark */
    const char *sheet;    /* of a workbook, name or number; NULL: the first */
    const char *map;      /* a file that says what columns mean; or NULL */
};

/* lewis_answers_open() for what form tools hand back. The strings are not
 * kept. */
LEWIS_API struct lewis_answers *
lewis_answers_open_as(const char *path, const struct lewis_reading *reading,
                      struct lewis_error *error);

/* What was recognised. */
struct lewis_recognised {
    enum lewis_vendor vendor;
    size_t header_rows;
    char separator;       /* ',', ';' or '\t' */
    bool workbook;        /* an Excel workbook; then the above is its own */
    const char *encoding; /* lives as long as the answers */
};
LEWIS_API struct lewis_recognised
lewis_answers_recognised(const struct lewis_answers *answers);

/* What a column is for, once bound. */
enum lewis_use {
    LEWIS_USE_NONE,
    LEWIS_USE_ID,
    LEWIS_USE_TEAM,
    LEWIS_USE_ITEM,   /* the answer to an item */
    LEWIS_USE_OPTION, /* the rank or points of its option 'part' (from 0) */
    LEWIS_USE_PLACE   /* the option at its rank 'part' (from 0) */
};
struct lewis_column_use {
    enum lewis_use use;
    size_t item, part;
};
LEWIS_API struct lewis_column_use
lewis_answers_use(const struct lewis_answers *answers, size_t column);

/* The header's column names, white space around them removed. */
LEWIS_API size_t lewis_answers_column_count(const struct lewis_answers *a);
LEWIS_API const char *lewis_answers_column(const struct lewis_answers *a,
                                           size_t index);

/* How many of the bank's items the header has; SIZE_MAX when memory runs out. */
LEWIS_API size_t lewis_answers_match(const struct lewis_answers *answers,
                                     const struct lewis_bank *bank);

/* Ties columns to items; call once, before the first row. 'bank' must outlive
 * the answers. False with *error set when an item's column is missing or a
 * needed column stands twice (EINVALID). */
LEWIS_API bool lewis_answers_bind(struct lewis_answers *answers,
                                  const struct lewis_bank *bank,
                                  struct lewis_error *error);

/* Is there a column that names the person? After lewis_answers_bind(). */
LEWIS_API bool lewis_answers_has_id(const struct lewis_answers *answers);

/* The column that somebody means by 'name', once bound: a column's name, in any
 * case; a code as form tools write it ("site" finds "[site] Where do you
 * work?"); the id of one of the bank's questions about people, whose words a
 * column has. False with *error set: EUNKNOWN, with a name that comes near;
 * ENOMEM. */
LEWIS_API bool lewis_answers_find(const struct lewis_answers *answers,
                                  const char *name, size_t *column,
                                  struct lewis_error *error);

/* Reads the next row. False at the end, or with error->code set when reading
 * itself failed (ESYSTEM, ENOMEM). Bad data is not a failure: the sheet comes
 * out refused, and says why. Lines without anything but separators and white
 * space on them are no rows. */
LEWIS_API bool lewis_answers_next(struct lewis_answers *answers,
                                  struct lewis_sheet *sheet,
                                  struct lewis_error *error);

/* What stands in a column of the row read last, white space around it left
 * out: *size bytes of UTF-8, none where the row has no such cell or holds no
 * text there. Lives until the next row is read. */
LEWIS_API const char *lewis_answers_cell(const struct lewis_answers *answers,
                                         size_t column, size_t *size);

LEWIS_END

#endif
