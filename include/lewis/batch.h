/* lewis/batch.h - a stream of answer sheets to a stream of scores.
 *
 * One row out for every row in, in the same order; memory does not grow with
 * the rows (but see lewis_duplicates). Rows are scored by as many threads as
 * asked for; what comes out is the same for any number of them.
 *
 * Columns, whatever the form: id, team, status, linear, multi, reactive,
 * linear_low, linear_high, multi_low, multi_high, reactive_low, reactive_high,
 * x, y, style, nearest, answered, missing. Numbers have six decimals (or as
 * many as asked for), in the "C" notation, and are empty unless status is "ok". `nearest` holds the ISO
 * codes of the countries on the nearest place, separated by a space.
 *
 * With quality asked for nine more follow, the values of lewis/quality.h: run,
 * spread, mode, missing_share, failed_checks, halves, halves_p, flags (words,
 * separated by a space), caution (0 or 1). Then columns of the answers that
 * are to be kept, as they are.
 *
 * A row of nothing but separators, as spreadsheets leave them behind, is
 * nobody: it is counted as empty and has no row of its own.
 *
 * In CSV and TSV a text (id, team, kept columns) that a spreadsheet would take
 * for a formula, one that begins with = + - @ tab or carriage return and is no
 * number, gets a ' in front of it, unless raw_text is set.
 *
 * In a workbook the header is bold and stays in view, numbers are numbers that
 * show three decimals (or as many as asked for) and hold those of CSV, and a
 * text is never a formula; one that is a number as a spreadsheet would show it
 * ("12", not "007") is that number. Bytes that XML cannot hold become U+FFFD.
 * More than 1,048,575 rows, 16,384 columns or 32,767 characters in a cell end
 * the run with EINVALID, and so does a library built without libxlsxwriter.
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
#include <lewis/summary.h>

LEWIS_BEGIN

enum lewis_format {
    LEWIS_CSV,   /* RFC 4180, LF line ends */
    LEWIS_TSV,   /* tabs; a tab or line end inside a text becomes a space */
    LEWIS_JSONL, /* one object a row; numbers that are not there are null */
    LEWIS_TABLE, /* for people: whole percent, aligned; column widths may grow
                    every 512 rows, so that it streams too */
    LEWIS_XLSX   /* an Excel workbook of one sheet, written by
                    lewis_batch_finish() */
};

/* "csv", "tsv", "jsonl", "table", "xlsx". False for any other word. */
LEWIS_API bool lewis_format_parse(const char *keyword,
                                  enum lewis_format *format);

/* What becomes of rows whose id stood before. They are told in any case, which
 * takes 16 MB at most for the first million ids, then 8 MB and four bytes for
 * each different one: ids are known by 52 bits of a hash, so that two of 10
 * million look the same without being it once in 90 runs (of a million: once in
 * 9000). An empty id is none. */
enum lewis_duplicates {
    LEWIS_DUPLICATES_KEEP,  /* all are scored */
    LEWIS_DUPLICATES_FIRST, /* later ones get the status "duplicate" */
    LEWIS_DUPLICATES_LAST,  /* earlier ones get it; needs lewis_batch_scan() */
    LEWIS_DUPLICATES_REFUSE /* all of that id are refused, since nobody can
                               tell which is right; needs lewis_batch_scan() */
};

/* "keep", "first", "last", "refuse". False for any other word. */
LEWIS_API bool lewis_duplicates_parse(const char *keyword,
                                      enum lewis_duplicates *duplicates);

struct lewis_counts {
    size_t rows; /* the sum of the next six */
    size_t scored, incomplete, refused, excluded, duplicate, empty;
    size_t too_few, all_zero; /* why incomplete */
    size_t repeated;          /* rows whose id stood before */
    size_t not_submitted, previews; /* rows as enum lewis_standing has them */
};

enum { LEWIS_MOST_JOBS = 256 };

struct lewis_batch_options {
    const struct lewis_key *key;
    const struct lewis_atlas *atlas; /* NULL: `nearest` stays empty */
    enum lewis_format format;
    int digits;    /* decimals of the numbers, 0: six; else 1..15 */
    bool quality;  /* write the columns of quality */
    bool exclude;  /* scored rows that call for caution get the status
                      "excluded" and no numbers; they are counted apart */
    bool raw_text; /* do not defuse what looks like a formula */
    unsigned jobs; /* threads, 1..LEWIS_MOST_JOBS; 0: 1 */
    enum lewis_duplicates duplicates;
    /* The columns to write, in order, separated by commas: names from above,
     * and of columns of the answers. NULL: all from above, and those of
     * 'keep'. Not for tables. */
    const char *columns;
    /* Columns of the answers that are written behind the others, separated by
     * commas; "all": every one that is neither id, team nor an item. */
    const char *keep;
    struct lewis_output *output; /* NULL: nothing is written */
    /* Instead of 'output', when not NULL: where the rows of that team go;
     * *fresh is to be set when nothing was written there yet. May give NULL
     * (*error is set), which ends the run. CSV, TSV, JSON Lines. */
    struct lewis_output *(*team_output)(const char *team, size_t size,
                                        bool *fresh, void *payload,
                                        struct lewis_error *error);
    /* The refused rows as they stand in the file, behind two more columns,
     * lewis_line and lewis_reason, which are passed over when it is read
     * again; the header too, which stands there when nobody is refused. Of a
     * line over 1 MiB only the beginning. UTF-8: with its mark when the file was
     * in another encoding, or a workbook. NULL: not wanted. */
    struct lewis_output *rejects;
    /* Where the rows are added up, made with the bank and options of 'key';
     * whole after lewis_batch_finish(). NULL: not wanted. */
    struct lewis_summary *summary;
    /* Called for each refused row, in order, when not NULL. */
    void (*refused)(const struct lewis_sheet *sheet, void *payload);
    /* Called for each incomplete row, in order, when not NULL; the sheet has no
     * answers, and sheet->why says where it stands. */
    void (*incomplete)(const struct lewis_sheet *sheet,
                       const struct lewis_score *score, void *payload);
    /* Called for the first rows (some ten) whose id stood before, in order, when
     * not NULL; the sheet has no answers. */
    void (*repeated)(const struct lewis_sheet *sheet, void *payload);
    /* Called for each row with its score, in order, when not NULL; then there
     * is one thread, and duplicates are kept. */
    void (*scored)(const struct lewis_sheet *sheet,
                   const struct lewis_score *score, void *payload);
    /* Called now and then: bytes of this file that were read, of how many (-1
     * when not known), and rows so far. */
    void (*progress)(long long done, long long size, size_t rows,
                     void *payload);
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

/* Notes which ids stand more than once, for the two ways with duplicates that
 * must know before the first row is scored: call for each file, then open all
 * of them again for lewis_batch_add(). Nothing is written. */
LEWIS_API bool lewis_batch_scan(struct lewis_batch *batch,
                                struct lewis_answers *answers,
                                struct lewis_error *error);

/* Scores all rows of 'answers', already bound to the key's bank, and writes
 * them. Call once a file. Returns false with *error set when reading failed,
 * memory ran out, or there is no such column; a failed write ends the run early
 * and shows in lewis_output_commit(). Threads that cannot be had are done
 * without. */
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
