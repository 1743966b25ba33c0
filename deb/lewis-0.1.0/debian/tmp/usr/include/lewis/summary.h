/* lewis/summary.h - what many rows come to, in whole numbers that add up.
 *
 * A summary holds counts and sums, no mean and no product of a division, so
 * that summaries of parts joined in any order give the same bytes as one over
 * all rows. Adding is for one thread: give each thread a summary of its own and
 * join them at the end. Memory does not grow with the rows.
 *
 * What is in it: what became of the rows; how often each answer to each item
 * was given, and how many left it out; in a rating bank, of each style the
 * complete rows with the sums and products of the items' keyed answers (from 0;
 * reversed items turned); of the profiles the sums and squares of the shares
 * and of x, y in units of 2^-40, the persons' own errors, and how many shares
 * fall into each step of 0.001 (teams: 0.01); flags; first styles; the same of
 * each team. Answers are of scored and incomplete rows, profiles of scored
 * ones, flags of every row that could be read.
 *
 * Teams: LEWIS_SUMMARY_TEAMS at most, the first by the bytes of their names;
 * all others are added up as "other_teams", which the summary says. So are
 * teams with a name that is not UTF-8, holds a NUL or is longer than
 * LEWIS_SUMMARY_NAME bytes. Rows without a team are counted as such.
 *
 * The file is JSON, version 1. Whole numbers over 2^53 are written as strings
 * of digits. `sha256` is that of everything else as this module writes it,
 * without `figures`; a file whose numbers were changed does not load. `figures`
 * are computed from the rest when it is written and passed over when it is
 * read: mean, SD, covariance, centre with its region (lewis/team.h), percentiles
 * (within a step of the histogram as a straight line), alpha and item figures
 * (lewis/items.h). A figure that is not there is null.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LEWIS_SUMMARY_H
#define LEWIS_SUMMARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lewis/answers.h>
#include <lewis/bank.h>
#include <lewis/error.h>
#include <lewis/output.h>
#include <lewis/quality.h>
#include <lewis/score.h>

LEWIS_BEGIN

enum {
    LEWIS_SUMMARY_VERSION = 1,
    LEWIS_SUMMARY_TEAMS = 1000,
    LEWIS_SUMMARY_NAME = 200
};
#define LEWIS_SUMMARY_ROWS UINT64_C(1000000000000) /* at most */

/* How the rows were scored: summaries that differ in it cannot be joined. */
struct lewis_summary_options {
    struct lewis_score_options score;
    const char *topic; /* id of a section, or NULL: all items */
    bool exclude;      /* rows that call for caution were left out */
    const char *duplicates; /* "keep", or what was done with rows whose id stood
                               before; then this summary cannot be joined, since
                               the same id may stand in both parts */
};

struct lewis_summary;

/* Returns an empty summary the caller ends with lewis_summary_free(), or NULL
 * with *error set: ENOMEM, EINVALID (more than LEWIS_ITEMS_MOST items of a
 * style). Nothing given has to outlive the call. */
LEWIS_API struct lewis_summary *
lewis_summary_new(const struct lewis_bank *bank,
                  const struct lewis_summary_options *options,
                  struct lewis_error *error);
LEWIS_API void lewis_summary_free(struct lewis_summary *summary);

/* Adds a row as it was scored. 'quality' may be NULL when it was refused. False
 * when out of memory. */
LEWIS_API bool lewis_summary_add(struct lewis_summary *summary,
                                 const struct lewis_sheet *sheet,
                                 const struct lewis_score *score,
                                 const struct lewis_quality *quality);

/* Counts a row that was left out because its id stands more than once (its team
 * is known), and one that was empty. */
LEWIS_API bool lewis_summary_add_duplicate(struct lewis_summary *summary,
                                           const struct lewis_sheet *sheet);
LEWIS_API void lewis_summary_add_empty(struct lewis_summary *summary);

/* How many rows are in it. */
LEWIS_API uint64_t lewis_summary_rows(const struct lewis_summary *summary);

/* Adds 'from' to 'into'. False with *error set, and 'into' as it was: EINVALID
 * (another bank, version, digest or option; too many rows), ENOMEM. */
LEWIS_API bool lewis_summary_merge(struct lewis_summary *into,
                                   const struct lewis_summary *from,
                                   struct lewis_error *error);

/* Joins the summaries of one run's threads: the same, but rows whose id stood
 * before were told apart over all of them. */
LEWIS_API bool lewis_summary_gather(struct lewis_summary *into,
                                    const struct lewis_summary *from,
                                    struct lewis_error *error);

/* The `sha256` of its file. Two summaries with the same one hold the same. False
 * with *error set when out of memory. */
enum { LEWIS_SUMMARY_DIGEST = 65 }; /* with NUL */
LEWIS_API bool lewis_summary_digest(const struct lewis_summary *summary,
                                    char out[LEWIS_SUMMARY_DIGEST],
                                    struct lewis_error *error);

/* Writes it. False with *error set when out of memory; a failed write shows in
 * lewis_output_commit(). */
LEWIS_API bool lewis_summary_print(const struct lewis_summary *summary,
                                   struct lewis_output *output,
                                   struct lewis_error *error);

/* Reads a file ("-" is standard input), or bytes. Returns a summary the caller
 * ends with lewis_summary_free(), or NULL with *error set: ESYSTEM, ESYNTAX
 * (not JSON), EINVALID (no summary, a newer version, damaged), ENOMEM. */
LEWIS_API struct lewis_summary *lewis_summary_load(const char *path,
                                                   struct lewis_error *error);
LEWIS_API struct lewis_summary *lewis_summary_parse(const char *bytes,
                                                    size_t size,
                                                    const char *name,
                                                    struct lewis_error *error);

LEWIS_END

#endif
