/* batch_hand.c - in order: from blocks that are done to outputs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "answers/answers.h"
#include "base/error.h"
#include "batch/batch_run.h"
#include "batch/rejects.h"
#include "batch/writer.h"

enum { TOLD = 10 }; /* rows whose id stood before that are told */

bool
batch_sums_by_thread(const struct lewis_batch *batch)
{
    return batch->options.duplicates == LEWIS_DUPLICATES_KEEP;
}

bool
batch_fail(struct lewis_batch *batch, const struct lewis_error *why)
{
    if (!batch->failed && batch->error != NULL)
        *batch->error = *why;
    batch->failed = true;
    return false;
}

static bool
fail_memory(struct lewis_batch *batch)
{
    struct lewis_error why;

    error_memory(&why);
    return batch_fail(batch, &why);
}

static bool
can_write(const struct lewis_batch *batch)
{
    const struct lewis_batch_options *options = &batch->options;

    return (options->output == NULL || lewis_output_ok(options->output)) &&
           (options->rejects == NULL || lewis_output_ok(options->rejects));
}

bool
batch_flush(struct lewis_batch *batch)
{
    struct lewis_error why;

    if (!text_ok(&batch->rows))
        return fail_memory(batch);
    if (!batch->plan.writer->block(&batch->rows, &batch->out, batch->state,
                                   &why))
        return batch_fail(batch, &why);
    lewis_output_write(batch->options.output, text_string(&batch->out),
                       batch->out.size);
    text_clear(&batch->out);
    text_clear(&batch->rows);
    batch->in_block = 0;
    return true;
}

/* Rows for a writer that wants them in blocks of a size of its own. */
static bool
gather(struct lewis_batch *batch, const struct text *text)
{
    const char *p = text_string(text), *end = p + text->size;

    while (p < end) {
        const char *stop =
            memchr(p, batch->plan.writer->row_end, (size_t)(end - p));
        stop = stop == NULL ? end : stop + 1;
        text_add_bytes(&batch->rows, p, (size_t)(stop - p));
        p = stop;
        if (++batch->in_block == WRITER_BLOCK && !batch_flush(batch))
            return false;
    }
    return true;
}

/* Rows of one team, next to each other. */
static bool
write_team(struct lewis_batch *batch, const struct shift *shift,
           const struct shift_row *row, size_t from, size_t to)
{
    const struct lewis_batch_options *options = &batch->options;
    struct lewis_error why;
    bool fresh = false;
    struct lewis_output *output =
        options->team_output(text_string(&shift->texts) + row->team,
                             row->team_size, &fresh, options->payload, &why);

    if (output == NULL)
        return batch_fail(batch, &why);
    if (fresh && batch->plan.writer->begin != NULL) {
        text_clear(&batch->out);
        batch->plan.writer->begin(&batch->out, &batch->plan.table);
        lewis_output_write(output, text_string(&batch->out), batch->out.size);
    }
    lewis_output_write(output, text_string(&shift->out) + from, to - from);
    return lewis_output_ok(output);
}

static bool
write_teams(struct lewis_batch *batch, const struct shift *shift)
{
    const char *texts = text_string(&shift->texts);
    size_t from = 0;

    for (size_t i = 0; i < shift->row_count; i++) {
        const struct shift_row *row = &shift->row[i], *next = row + 1;
        if (i + 1 < shift->row_count && row->team_size == next->team_size &&
            memcmp(texts + row->team, texts + next->team, row->team_size) == 0)
            continue;
        if (!write_team(batch, shift, row, from, row->out_end))
            return false;
        from = row->out_end;
    }
    return true;
}

static bool
write_rows(struct lewis_batch *batch, const struct shift *shift)
{
    if (batch->plan.writer == NULL)
        return true;
    if (batch->options.team_output != NULL)
        return write_teams(batch, shift);
    if (batch->plan.writer->block != NULL)
        return gather(batch, &shift->out);
    lewis_output_write(batch->options.output, text_string(&shift->out),
                       shift->out.size);
    return true;
}

static void
begin_rejects(struct lewis_batch *batch, char separator, bool recoded,
              struct csv_field header)
{
    struct rejects_place place = {batch->options.rejects, separator};

    if (recoded && !batch->rejected)
        rejects_mark(&place);
    if (!rejects_header(&place, header))
        fail_memory(batch);
    batch->rejected = true;
}

void
batch_hand_no_rejects(struct lewis_batch *batch)
{
    const struct text *header = &batch->first_header;

    if (batch->options.rejects != NULL && !batch->rejected && header->size > 0)
        begin_rejects(
            batch, batch->first_separator, batch->first_recoded,
            (struct csv_field){text_string(header), header->size, false});
}

static void
reject(struct lewis_batch *batch, const struct shift *shift,
       const struct shift_event *event, const struct lewis_sheet *sheet)
{
    struct rejects_place place = {batch->options.rejects,
                                  batch->plan.separator};

    if (!batch->rejecting)
        begin_rejects(batch, place.separator, batch->recoded, batch->header);
    batch->rejecting = true;
    rejects_row(
        &place, sheet,
        (struct csv_field){shift->block.bytes + event->at, event->size, false});
}

static void
tell(struct lewis_batch *batch, const struct shift *shift,
     const struct shift_event *event)
{
    const struct lewis_batch_options *options = &batch->options;
    struct lewis_sheet sheet;
    struct lewis_score score;

    shift_event_sheet(shift, event, &sheet);
    sheet.line += batch->line - shift->first_line;
    error_at(&sheet.why, batch->plan.layout->file, sheet.line, NULL);
    switch (event->kind) {
    case SHIFT_REFUSED:
        if (options->rejects != NULL)
            reject(batch, shift, event, &sheet);
        if (options->refused != NULL)
            options->refused(&sheet, options->payload);
        break;
    case SHIFT_INCOMPLETE:
        lewis_score_refuse(&score);
        score.status = LEWIS_INCOMPLETE;
        score.reason = event->reason;
        score.answered = event->answered;
        score.missing = event->missing;
        options->incomplete(&sheet, &score, options->payload);
        break;
    case SHIFT_REPEATED:
        if (options->repeated != NULL)
            options->repeated(&sheet, options->payload);
        break;
    }
}

static void
add_counts(struct lewis_counts *sum, const struct lewis_counts *part)
{
    sum->rows += part->rows;
    sum->scored += part->scored;
    sum->incomplete += part->incomplete;
    sum->refused += part->refused;
    sum->excluded += part->excluded;
    sum->duplicate += part->duplicate;
    sum->empty += part->empty;
    sum->too_few += part->too_few;
    sum->all_zero += part->all_zero;
    sum->not_submitted += part->not_submitted;
    sum->previews += part->previews;
}

/* What the ids of a block say about its rows; *again: the rows must be made
 * again, knowing it. */
static bool
set_fates(struct lewis_batch *batch, struct shift *shift, bool *again)
{
    enum lewis_duplicates duplicates = batch->options.duplicates;

    if (!ids_add(batch->ids, shift->hash, shift->before, shift->row_count))
        return fail_memory(batch);
    for (size_t i = 0; i < shift->row_count; i++) {
        long *left = batch->repeats == NULL || shift->hash[i] == 0
                         ? NULL
                         : repeats_find(batch->repeats, shift->hash[i]);
        shift->fate[i] = SHIFT_SCORE;
        if (duplicates == LEWIS_DUPLICATES_FIRST && shift->before[i])
            shift->fate[i] = SHIFT_DUPLICATE;
        if (duplicates == LEWIS_DUPLICATES_REFUSE && left != NULL)
            shift->fate[i] = SHIFT_REFUSE;
        if (duplicates == LEWIS_DUPLICATES_LAST && left != NULL && --*left > 0)
            shift->fate[i] = SHIFT_DUPLICATE;
        *again = *again || shift->fate[i] != SHIFT_SCORE ||
                 (shift->before[i] && batch->counts.repeated < TOLD);
        batch->counts.repeated += shift->before[i];
    }
    return true;
}

bool
batch_gather_sums(struct lewis_batch *batch, struct lewis_summary *part)
{
    struct lewis_error why;

    if (part == NULL)
        return true;
    if (!lewis_summary_gather(batch->options.summary, part, &why))
        return batch_fail(batch, &why);
    summary_clear(part);
    return true;
}

bool
batch_hand(void *shared, void *place, size_t who)
{
    struct lewis_batch *batch = shared;
    struct shift *shift = place;
    const struct lewis_batch_options *options = &batch->options;
    size_t repeated = batch->counts.repeated;
    bool again = false;

    if (shift->failed)
        return fail_memory(batch);
    if (batch->plan.hashes && !set_fates(batch, shift, &again))
        return false;
    shift->memory = batch->memory[who];
    if (again && options->scored == NULL)
        shift_work(shift, &batch->plan, true);
    if (shift->failed)
        return fail_memory(batch);
    for (size_t i = 0; i < shift->event_count; i++)
        if (shift->event[i].kind != SHIFT_REPEATED || repeated++ < TOLD)
            tell(batch, shift, &shift->event[i]);
    add_counts(&batch->counts, &shift->counts);
    if (!batch_sums_by_thread(batch) &&
        !batch_gather_sums(batch, shift->summary))
        return false;
    if (!write_rows(batch, shift))
        return false;
    batch->line += shift->lines;
    batch->done += (long long)shift->block.size;
    if (options->progress != NULL)
        options->progress(batch->done, source_size(csv_source(batch->csv)),
                          batch->counts.rows, options->payload);
    return can_write(batch);
}

bool
batch_hand_hashes(void *shared, void *place, size_t who)
{
    struct lewis_batch *batch = shared;
    struct shift *shift = place;

    (void)who;
    if (shift->failed ||
        !ids_add(batch->ids, shift->hash, shift->before, shift->row_count))
        return fail_memory(batch);
    for (size_t i = 0; i < shift->row_count; i++)
        if (shift->before[i] &&
            !repeats_add(batch->repeats, shift->hash[i], 1, 1))
            return fail_memory(batch);
    return true;
}
