/* express.h - rows whose cells are a rating of one byte or a ranking of three,
 * in one pass from their bytes to what the score is made from.
 *
 * For banks of ratings that are counted in steps (score/key.h) and banks of
 * rankings of three, when nobody asks for the answers as a sheet has them. What
 * is not as plain as that is cut, decoded, and refused, in the usual way; what
 * comes out is the same.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BATCH_EXPRESS_H
#define BATCH_EXPRESS_H

#include <stdbool.h>
#include <stdint.h>

#include <lewis/quality.h>

#include "answers/layout.h"
#include "answers/record.h"
#include "batch/columns.h"
#include "score/key.h"

struct express;

/* How the rows of a file look. */
struct express_file {
    const struct layout *layout;
    const struct columns *columns; /* those kept need their fields */
    char separator;
    bool answers; /* are wanted: codes and kinds, for quality and summaries */
};

/* NULL when the bank or the layout is not like that, or out of memory: it can
 * be done without. To be ended with express_free(). */
struct express *express_new(const struct express_file *file,
                            const struct lewis_key *key);
void express_free(struct express *express);

/* Does it know the answers too? Else only what scores are made from. */
bool express_has_answers(const struct express *express);

/* What a cell adds, and a row adds up to, side by side in each number. Of
 * ratings 'all' and 'second' have 21 bits of each style: steps in 12, how many
 * they are in 9 above; squares of the steps have all 21. Of rankings they have
 * 10 bits of each order, and no squares. Bit 63 of 'all' is in every answer. */
struct express_sums {
    uint64_t all, squares;
    /* where answers are known: those of the second half, and how often each was
     * given */
    uint64_t second, kinds;
};

/* One thread's; zero-initialise. */
struct express_row {
    struct express_sums sums;
    /* where answers are known: of each item of the bank, as
     * counted_item_add_code() has it */
    uint8_t *code;
};

/* False when out of memory. */
bool express_row_begin(struct express_row *row, const struct express *express);
void express_row_release(struct express_row *row);

/* Cuts and adds up the record that begins at 'bytes', as record_cut() has them,
 * with a field for every column. Of the record's fields only those are set that
 * are no answers, or kept. False: cut and decode it. */
bool express_cut(const struct express *express, struct record *record,
                 const char *bytes, size_t size, struct express_row *row);

/* The row will be scored next. */
void express_announce(const struct express *express,
                      const struct express_row *row,
                      const struct score_memo *memo);

/* lewis_score_answers(), without the region as score_answers(). */
void express_score(const struct express *express, const struct express_row *row,
                   struct score_memo *memo, struct lewis_score *score,
                   bool region);

/* lewis_quality_of(), where the answers are known. */
void express_quality(const struct express *express,
                     const struct express_row *row,
                     const struct lewis_score *score,
                     struct lewis_quality *quality);

#endif
