/* shift.h - what is done with one block of records: cut, decode, score, write.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BATCH_SHIFT_H
#define BATCH_SHIFT_H

#include "answers/blocks.h"
#include "answers/layout.h"
#include "base/text.h"
#include "batch/columns.h"
#include "batch/echo.h"
#include "batch/express.h"
#include "batch/summary.h"
#include "batch/writer.h"

/* All shifts share it; it does not change while they work. */
struct shift_plan {
    const struct lewis_batch_options *options;
    const struct layout *layout;
    char separator;
    const struct writer *writer;
    struct writer_table table;
    const struct columns *columns;
    const struct express *express; /* or NULL */
    bool region;  /* low, high and style are wanted, or what comes of them */
    bool quality; /* is wanted */
    bool hashes; /* ids are wanted */
    bool only_hashes;
    bool places; /* where rows begin and end in what is written is wanted */
};

/* What is to become of a row that stood before, or will again. */
enum shift_fate { SHIFT_SCORE, SHIFT_DUPLICATE, SHIFT_REFUSE };

enum shift_kind { SHIFT_REFUSED, SHIFT_INCOMPLETE, SHIFT_REPEATED };

/* A row that is to be told. Texts are offsets into shift->texts, each ended by
 * NUL. */
struct shift_event {
    enum shift_kind kind;
    long line; /* first_line and on */
    size_t at, size; /* of the record in the block */
    size_t id, id_size, team, team_size;
    size_t column, item, text, english; /* why it was refused */
    enum lewis_code code;
    enum lewis_reason reason;
    size_t answered, missing;
};

/* A row of those that are counted; empty ones are not. */
struct shift_row {
    size_t out_end;         /* behind it in shift->out */
    size_t team, team_size; /* in shift->texts */
};

/* A row that was read. */
struct shift_read {
    struct record record;
    bool empty; /* not even a sheet */
    struct lewis_sheet sheet;
    bool summed; /* it has sums in place of answers */
    struct lewis_answer *answer;
    struct express_row sums;
};

/* Bytes between what two threads write to row by row: where it shares a line of
 * the cache, each waits for the other. */
enum { SHIFT_APART = 128 };

/* What a thread remembers of rows it did; either may be NULL. There is an echo
 * when all that is wanted of a row comes of its texts and its sums. */
struct shift_memory {
    struct score_memo *memo;
    struct echo *echo;
};

/* One thread's at a time. Zero-initialise; the block is given. */
struct shift {
    struct block block;
    struct shift_read read[2], *now; /* and the one after it */
    struct shift_memory memory; /* of the thread that works */
    struct csv_field label[2], *kept;
    long first_line; /* of the block, when that is known; else 0 */
    /* what came out */
    struct lewis_summary *summary; /* where its rows are added; or NULL */
    bool adding; /* to it */
    struct text out, texts;
    struct lewis_counts counts;
    long lines; /* read */
    struct shift_event *event;
    size_t event_count, event_room;
    size_t row_count, row_room; /* when hashes or places are wanted */
    struct shift_row *row;      /* of places */
    uint64_t *hash;
    bool *before;     /* room for each row */
    unsigned char *fate; /* the same: enum shift_fate */
    bool failed; /* out of memory */
    char apart[SHIFT_APART];
};

bool shift_begin(struct shift *shift, const struct shift_plan *plan);
void shift_release(struct shift *shift);

/* Does the block; with 'fates' again, by shift->fate and shift->before. */
void shift_work(struct shift *shift, const struct shift_plan *plan,
                bool fates);

/* The sheet of an event, without answers; line and file are the caller's to
 * add. */
void shift_event_sheet(const struct shift *shift,
                       const struct shift_event *event,
                       struct lewis_sheet *sheet);

#endif
