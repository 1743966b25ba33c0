/* batch.c - a stream of answer sheets to a stream of scores.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "answers/answers.h"
#include "base/error.h"
#include "batch/batch_run.h"
#include "batch/writer.h"
#include "score/key.h"
#include "score/memo.h"

static const struct {
    const char *keyword;
    const struct writer *writer;
} formats[] = {
    [LEWIS_CSV] = {"csv", &writer_csv},
    [LEWIS_TSV] = {"tsv", &writer_tsv},
    [LEWIS_JSONL] = {"jsonl", &writer_jsonl},
    [LEWIS_TABLE] = {"table", &writer_table},
    [LEWIS_XLSX] = {"xlsx", &writer_xlsx},
};
enum { FORMATS = sizeof formats / sizeof formats[0] };

bool
lewis_format_parse(const char *keyword, enum lewis_format *format)
{
    for (size_t i = 0; i < FORMATS; i++)
        if (strcmp(formats[i].keyword, keyword) == 0) {
            *format = (enum lewis_format)i;
            return true;
        }
    return false;
}

bool
lewis_duplicates_parse(const char *keyword, enum lewis_duplicates *duplicates)
{
    static const char *const words[] = {"keep", "first", "last", "refuse"};

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strcmp(words[i], keyword) == 0) {
            *duplicates = (enum lewis_duplicates)i;
            return true;
        }
    return false;
}

static bool
is_written(const struct lewis_batch_options *options)
{
    return options->output != NULL || options->team_output != NULL;
}

static bool
needs_scan(const struct lewis_batch_options *options)
{
    return options->duplicates == LEWIS_DUPLICATES_LAST ||
           options->duplicates == LEWIS_DUPLICATES_REFUSE;
}

static bool
allocate_summaries(struct lewis_batch *batch)
{
    const struct lewis_summary *like = batch->options.summary;

    batch->summary_count =
        batch_sums_by_thread(batch) ? batch->jobs : batch->shift_count;
    for (size_t i = 0; i < batch->summary_count && like != NULL; i++) {
        batch->summary[i] = summary_like(like);
        if (batch->summary[i] == NULL)
            return false;
        batch->shift[i].summary = batch->summary[i];
    }
    return true;
}

/* Without them it is only slower. */
static void
make_memos(struct lewis_batch *batch)
{
    for (size_t i = 0; i < batch->jobs && batch->options.key->orders; i++)
        batch->memory[i].memo = memo_new(batch->jobs);
}

static void
set_jobs(struct lewis_batch *batch)
{
    const struct lewis_batch_options *options = &batch->options;

    batch->jobs = options->scored != NULL || options->jobs == 0 ? 1
                  : options->jobs > LEWIS_MOST_JOBS ? LEWIS_MOST_JOBS
                                                    : options->jobs;
    batch->shift_count = batch->jobs + (batch->jobs > 1 ? CREW_SLACK : 0);
}

static bool
allocate(struct lewis_batch *batch)
{
    const struct lewis_batch_options *options = &batch->options;

    set_jobs(batch);
    make_memos(batch);
    batch->shift = calloc(batch->shift_count, sizeof *batch->shift);
    batch->state = calloc(1, formats[options->format].writer->state_size + 1);
    batch->ids = ids_new();
    batch->repeats = needs_scan(options) ? repeats_new() : NULL;
    return batch->shift != NULL && batch->state != NULL && batch->ids != NULL &&
           (batch->repeats != NULL || !needs_scan(options)) &&
           allocate_summaries(batch);
}

struct lewis_batch *
lewis_batch_new(const struct lewis_batch_options *options,
                struct lewis_error *error)
{
    struct lewis_batch *batch = calloc(1, sizeof *batch);

    if (batch != NULL) {
        batch->options = *options;
        batch->plan.options = &batch->options;
        batch->plan.columns = &batch->columns;
        batch->plan.writer =
            is_written(options) ? formats[options->format].writer : NULL;
        batch->plan.places = options->team_output != NULL;
    }
    if (batch != NULL && allocate(batch))
        return batch;
    error_memory(error);
    lewis_batch_free(batch);
    return NULL;
}

static void
forget(struct shift_memory *memory)
{
    memo_free(memory->memo);
    echo_free(memory->echo);
}

void
lewis_batch_free(struct lewis_batch *batch)
{
    if (batch == NULL)
        return;
    for (size_t i = 0; batch->shift != NULL && i < batch->shift_count; i++)
        shift_release(&batch->shift[i]);
    free(batch->shift);
    for (size_t i = 0; i < batch->jobs; i++)
        forget(&batch->memory[i]);
    for (size_t i = 0; i < batch->summary_count; i++)
        lewis_summary_free(batch->summary[i]);
    columns_release(&batch->columns);
    express_free(batch->express);
    text_release(&batch->rows);
    text_release(&batch->out);
    text_release(&batch->first_header);
    ids_free(batch->ids);
    repeats_free(batch->repeats);
    if (batch->state != NULL &&
        formats[batch->options.format].writer->release != NULL)
        formats[batch->options.format].writer->release(batch->state);
    free(batch->state);
    free(batch);
}

/* ---- a file ---- */

/* The short way, where it can be gone. */
static void
set_express(struct lewis_batch *batch)
{
    const struct lewis_batch_options *options = &batch->options;
    const struct express_file file = {batch->plan.layout, &batch->columns,
                                      batch->plan.separator,
                                      batch->plan.quality};
    struct express *express =
        options->scored != NULL ? NULL : express_new(&file, options->key);

    express_free(batch->express);
    if (express != NULL && batch->plan.quality &&
        !express_has_answers(express)) {
        express_free(express);
        express = NULL;
    }
    batch->plan.express = batch->express = express;
}

/* Does all that is wanted of a row come of its texts and its sums, in a few
 * cells? With regions there are too many, and too many sums of ratings. */
static bool
has_echoes(const struct lewis_batch *batch)
{
    const struct shift_plan *plan = &batch->plan;

    return plan->express != NULL && plan->writer != NULL &&
           plan->writer->again != NULL && !batch->columns.mixed &&
           batch->options.scored == NULL && !plan->quality && !plan->region;
}

/* Those of another file will do: there is one key and one choice of columns. */
static void
set_echoes(struct lewis_batch *batch)
{
    size_t room = writer_room(&batch->plan.table);

    for (size_t i = 0; i < batch->jobs && has_echoes(batch); i++)
        if (batch->memory[i].echo == NULL)
            batch->memory[i].echo = echo_new(batch->jobs, room);
}

/* How the rows of the file at hand are scored. */
static void
plan_scores(struct lewis_batch *batch)
{
    batch->plan.quality = batch->columns.quality || batch->options.exclude ||
                          batch->options.summary != NULL;
    batch->plan.region = batch->columns.region || batch->plan.quality ||
                         batch->options.scored != NULL;
    set_express(batch);
    set_echoes(batch);
}

static bool
take(void *shared, void *place)
{
    struct lewis_batch *batch = shared;
    struct shift *shift = place;
    struct lewis_error why;
    enum blocks_result result = csv_block(batch->csv, &shift->block, &why);

    if (result == BLOCKS_FAILED) {
        batch->unread = true;
        batch->unread_why = why;
    }
    shift->first_line = batch->shift_count == 1 ? batch->line : 0;
    return result == BLOCKS_SOME;
}

static void
work(void *shared, void *place, size_t who)
{
    const struct lewis_batch *batch = shared;
    struct shift *shift = place;

    shift->memory = batch->memory[who];
    if (batch_sums_by_thread(batch))
        shift->summary = batch->summary[who];
    shift_work(shift, &batch->plan, false);
}

/* What stands before the first row. */
static void
begin_output(struct lewis_batch *batch)
{
    const struct writer *writer = batch->plan.writer;

    if (batch->options.output == NULL || writer->begin == NULL)
        return;
    if (writer->block != NULL) {
        writer->begin(&batch->rows, &batch->plan.table);
        return;
    }
    writer->begin(&batch->out, &batch->plan.table);
    lewis_output_write(batch->options.output, text_string(&batch->out),
                       batch->out.size);
    text_clear(&batch->out);
}

/* The columns, with the first file. */
static bool
begin_rows(struct lewis_batch *batch, struct lewis_error *error)
{
    struct shift_plan *plan = &batch->plan;

    if (!batch->begun &&
        !columns_choose(&batch->columns, &batch->options, plan->layout, error))
        return false;
    plan->table = (struct writer_table){
        batch->columns.column, batch->columns.count, batch->columns.texts,
        batch->options.digits, batch->options.raw_text};
    if (!batch->begun)
        begin_output(batch);
    batch->begun = true;
    return columns_find(&batch->columns, plan->layout, error);
}

static bool
run(struct lewis_batch *batch, const struct crew_work *crew,
    struct lewis_error *error)
{
    void *place[LEWIS_MOST_JOBS + CREW_SLACK];

    batch->failed = batch->unread = false;
    batch->error = error;
    for (size_t i = 0; i < batch->shift_count; i++) {
        place[i] = &batch->shift[i];
        if (!shift_begin(&batch->shift[i], &batch->plan))
            return error_memory(error);
    }
    crew_run(crew, batch, place, batch->shift_count, batch->jobs);
    if (batch->unread)
        batch_fail(batch, &batch->unread_why);
    return !batch->failed;
}

/* The rows come as UTF-8: are these the file's own bytes? */
static bool
is_recoded(const struct lewis_answers *answers)
{
    struct lewis_recognised recognised = lewis_answers_recognised(answers);

    return recognised.workbook ||
           !lewis_text_same(recognised.encoding, "utf-8");
}

static void
keep_first_header(struct lewis_batch *batch)
{
    if (batch->first_header.size > 0)
        return;
    text_add_bytes(&batch->first_header, batch->header.bytes,
                   batch->header.size);
    batch->first_separator = csv_separator(batch->csv);
    batch->first_recoded = batch->recoded;
}

static void
open_file(struct lewis_batch *batch, struct lewis_answers *answers)
{
    struct shift_plan *plan = &batch->plan;

    batch->csv = answers_csv(answers);
    batch->header = answers_header(answers);
    batch->recoded = is_recoded(answers);
    batch->rejecting = false;
    keep_first_header(batch);
    batch->line = csv_next_line(batch->csv);
    batch->done = (long long)batch->header.size;
    plan->layout = answers_layout(answers);
    plan->separator = csv_separator(batch->csv);
    plan->express = NULL;
    plan->hashes = lewis_answers_has_id(answers);
}

bool
lewis_batch_scan(struct lewis_batch *batch, struct lewis_answers *answers,
                 struct lewis_error *error)
{
    static const struct crew_work crew = {take, work, batch_hand_hashes};
    bool ok;

    if (batch->repeats == NULL || !lewis_answers_has_id(answers))
        return true;
    open_file(batch, answers);
    batch->plan.only_hashes = true;
    ok = run(batch, &crew, error);
    batch->plan.only_hashes = false;
    return ok;
}

/* The ids of the scan are forgotten: the rows come once more. */
static bool
forget_scan(struct lewis_batch *batch, struct lewis_error *error)
{
    if (batch->begun || batch->repeats == NULL)
        return true;
    ids_free(batch->ids);
    batch->ids = ids_new();
    return batch->ids != NULL || error_memory(error);
}

bool
lewis_batch_add(struct lewis_batch *batch, struct lewis_answers *answers,
                struct lewis_error *error)
{
    static const struct crew_work crew = {take, work, batch_hand};

    open_file(batch, answers);
    if (!forget_scan(batch, error) || !begin_rows(batch, error))
        return false;
    plan_scores(batch);
    return run(batch, &crew, error);
}

bool
lewis_batch_finish(struct lewis_batch *batch, struct lewis_error *error)
{
    const struct writer *writer = batch->plan.writer;

    batch->error = error;
    batch->failed = false;
    for (size_t i = 0; i < batch->summary_count; i++)
        if (!batch_gather_sums(batch, batch->summary[i]))
            return false;
    if (writer != NULL && writer->block != NULL && !batch_flush(batch))
        return false;
    if (writer != NULL && writer->end != NULL &&
        !writer->end(batch->state, batch->options.output, error))
        return false;
    batch_hand_no_rejects(batch);
    return (!batch->failed && text_ok(&batch->rows) && text_ok(&batch->out) &&
            text_ok(&batch->first_header)) ||
           error_memory(error);
}

struct lewis_counts
lewis_batch_counts(const struct lewis_batch *batch)
{
    return batch->counts;
}
