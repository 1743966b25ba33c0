/* lewis/batch.h - a stream of answer sheets to a stream of scores.
 *
 * One row out for every row in, in the same order; memory does not grow with
 * the rows.
 *
 * Columns, whatever the form: id, team, status, linear, multi, reactive,
 * linear_low, linear_high, multi_low, multi_high, reactive_low, reactive_high,
 * x, y, style, nearest, answered, missing. Numbers have six decimals (or as
 * many as asked for), in the "C" notation, and are empty unless status is "ok". `nearest` holds the ISO
 * codes of the countries on the nearest place, separated by a space.
 *
 * With quality asked for nine more follow, the values of lewis/quality.h: run,
 * spread, mode, missing_share, failed_checks, halves, halves_p, flags (words,
 * separated by a space), caution (0 or 1).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LEWIS_BATCH_H
#define LEWIS_BATCH_H

#include <stdbool.h>
#include <stddef.h>

#include <lewis/answers.h>
#include <lewis/country.h>
#include <lewis/error.h>
#include <lewis/output.h>
#include <lewis/quality.h>
#include <lewis/score.h>

LEWIS_BEGIN

enum lewis_format {
    LEWIS_CSV,   /* RFC 4180, LF line ends */
    LEWIS_TSV,   /* tabs; a tab or line end inside a text becomes a space */
    LEWIS_JSONL, /* one object a row; numbers that are not there are null */
    LEWIS_TABLE  /* for people: whole percent, aligned; column widths may grow
                    every 512 rows, so that it streams too */
};

/* "csv", "tsv", "jsonl", "table". False for any other word. */
LEWIS_API bool lewis_format_parse(const char *keyword,
                                  enum lewis_format *format);

struct lewis_counts {
    size_t rows; /* the sum of the next four */
    size_t scored, incomplete, refused, excluded;
    size_t too_few, all_zero;                 /* why incomplete */
};

struct lewis_batch_options {
    const struct lewis_key *key;
    const struct lewis_atlas *atlas; /* NULL: `nearest` stays empty */
    enum lewis_format format;
    int digits;    /* decimals of the numbers, 0: six; else 1..15 */
    bool quality;  /* write the columns of quality */
    bool exclude;  /* scored rows that call for caution get the status
                      "excluded" and no numbers; they are counted apart */
    struct lewis_output *output; /* NULL: nothing is written */
    /* Called for each refused row, in order, when not NULL. */
    void (*refused)(const struct lewis_sheet *sheet, void *payload);
    /* Called for each row with its score, in order, when not NULL. */
    void (*scored)(const struct lewis_sheet *sheet,
                   const struct lewis_score *score, void *payload);
    void *payload;
};

/* A run under way. */
struct lewis_batch;

/* Returns a run the caller ends with lewis_batch_free(), or NULL with *error
 * set (ENOMEM). What the options point to must outlive the run. */
LEWIS_API struct lewis_batch *
lewis_batch_new(const struct lewis_batch_options *options,
                struct lewis_error *error);
LEWIS_API void lewis_batch_free(struct lewis_batch *batch);

/* Scores all rows of 'answers', already bound to the key's bank, and writes
 * them. Call once a file. Returns false with *error set when reading failed or
 * memory ran out; a failed write ends the run early and shows in
 * lewis_output_commit(). */
LEWIS_API bool lewis_batch_add(struct lewis_batch *batch,
                               struct lewis_answers *answers,
                               struct lewis_error *error);

/* Writes what is still held back. False with *error set on ENOMEM. */
LEWIS_API bool lewis_batch_finish(struct lewis_batch *batch,
                                  struct lewis_error *error);

/* What went through so far. */
LEWIS_API struct lewis_counts
lewis_batch_counts(const struct lewis_batch *batch);

LEWIS_END

#endif
