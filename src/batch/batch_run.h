/* batch_run.h - a run over files: what it has made of them so far. For batch.c
 * and batch_hand.c alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BATCH_BATCH_RUN_H
#define BATCH_BATCH_RUN_H

#include "batch/columns.h"
#include "batch/crew.h"
#include "batch/ids.h"
#include "batch/shift.h"
#include "batch/summary.h"

struct lewis_batch {
    struct lewis_batch_options options;
    struct shift_plan plan;
    struct columns columns;
    struct express *express;
    bool begun; /* the columns are settled */
    size_t jobs; /* threads */
    struct shift_memory memory[LEWIS_MOST_JOBS]; /* of each */
    struct lewis_summary *summary[LEWIS_MOST_JOBS + CREW_SLACK];
    size_t summary_count;
    struct shift *shift; /* blocks on their way */
    size_t shift_count;
    struct lewis_counts counts;
    struct text rows, out; /* of a writer that puts blocks in form */
    size_t in_block;
    void *state;
    struct text first_header; /* of a file; for rejects without a row */
    char first_separator;
    bool first_recoded;
    bool rejected; /* something stands in the rejects */
    struct ids *ids;
    struct repeats *repeats;
    /* the file at hand */
    struct csv *csv;
    struct csv_field header;
    bool recoded;   /* its rows are no longer in the file's own bytes */
    bool rejecting; /* its header stands in the rejects */
    long line;      /* the next block's first */
    long long done; /* bytes */
    struct lewis_error *error;
    bool failed; /* what is handed over; reading has its own, in another thread */
    bool unread;
    struct lewis_error unread_why;
};

/* batch_hand.c: blocks that are done, one by one and in order. */

/* Nobody was refused: rejects that can be scored all the same, with the header
 * of the first file. */
void batch_hand_no_rejects(struct lewis_batch *batch);

/* Tells, counts and writes the rows of a block; a crew's hand(). */
bool batch_hand(void *shared, void *place, size_t who);

/* The same when only ids are looked at. */
bool batch_hand_hashes(void *shared, void *place, size_t who);

/* Does each thread add up the rows it does? Where rows may be made again, those
 * of each block are added up by themselves. */
bool batch_sums_by_thread(const struct lewis_batch *batch);

/* Rows that were added up to those of the run. False: it failed, and why is in
 * batch->error. */
bool batch_gather_sums(struct lewis_batch *batch, struct lewis_summary *part);

/* Puts what is gathered for a writer that wants blocks in form. */
bool batch_flush(struct lewis_batch *batch);

/* Keeps the first reason. False. */
bool batch_fail(struct lewis_batch *batch, const struct lewis_error *why);

#endif
