/* batch.c - a stream of answer sheets to a stream of scores.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "batch/writer.h"

static const struct {
    const char *keyword;
    const struct writer *writer;
} formats[] = {
    [LEWIS_CSV] = {"csv", &writer_csv},
    [LEWIS_TSV] = {"tsv", &writer_tsv},
    [LEWIS_JSONL] = {"jsonl", &writer_jsonl},
    [LEWIS_TABLE] = {"table", &writer_table},
};
enum { FORMATS = sizeof formats / sizeof formats[0] };

struct lewis_batch {
    struct lewis_batch_options options;
    const struct writer *writer;
    struct lewis_counts counts;
    struct text rows, out;
    void *state;
    size_t in_block;
};

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

static void
count(struct lewis_counts *counts, const struct lewis_score *score)
{
    counts->rows++;
    counts->scored += score->status == LEWIS_SCORED;
    counts->incomplete += score->status == LEWIS_INCOMPLETE;
    counts->refused += score->status == LEWIS_REFUSED;
    counts->excluded += score->status == LEWIS_EXCLUDED;
    counts->too_few += score->reason == LEWIS_TOO_FEW_ANSWERS ||
                       score->reason == LEWIS_NO_CHOICES;
    counts->all_zero += score->reason == LEWIS_ALL_ZERO;
}

static const char *
nearest_codes(const struct lewis_atlas *atlas, const struct lewis_score *score)
{
    if (atlas == NULL || score->status != LEWIS_SCORED ||
        lewis_atlas_place_count(atlas) == 0)
        return "";
    return lewis_atlas_codes(atlas, lewis_atlas_nearest(atlas, score->point));
}

/* Hands what is gathered to the output. */
static void
flush(struct lewis_batch *batch)
{
    struct text *ready = &batch->rows;

    if (batch->writer->block != NULL) {
        batch->writer->block(&batch->rows, &batch->out, batch->state);
        ready = &batch->out;
    }
    lewis_output_write(batch->options.output, text_string(ready),
                       ready->size);
    if (ready == &batch->out)
        text_clear(&batch->out);
    text_clear(&batch->rows);
    batch->in_block = 0;
}

static void
write_row(struct lewis_batch *batch, const struct lewis_sheet *sheet,
          const struct lewis_score *score,
          const struct lewis_quality *quality)
{
    struct writer_row row = {sheet, score,
                             nearest_codes(batch->options.atlas, score),
                             batch->options.digits,
                             batch->options.quality ? quality : NULL};

    batch->writer->row(&batch->rows, &row);
    if (++batch->in_block == WRITER_BLOCK)
        flush(batch);
}

static void
score_row(const struct lewis_batch_options *options,
          const struct lewis_sheet *sheet, struct lewis_score *score,
          struct lewis_quality *quality)
{
    if (sheet->refused) {
        lewis_score_refuse(score);
        return;
    }
    lewis_score_answers(options->key, sheet->answer, score);
    if (options->quality || options->exclude)
        lewis_quality_of(options->key, sheet->answer, score, quality);
    if (options->exclude && score->status == LEWIS_SCORED && quality->caution)
        lewis_score_exclude(score);
}

static void
take_row(struct lewis_batch *batch, const struct lewis_sheet *sheet)
{
    const struct lewis_batch_options *options = &batch->options;
    struct lewis_score score;
    struct lewis_quality quality;

    score_row(options, sheet, &score, &quality);
    count(&batch->counts, &score);
    if (sheet->refused && options->refused != NULL)
        options->refused(sheet, options->payload);
    if (options->scored != NULL)
        options->scored(sheet, &score, options->payload);
    if (options->output != NULL)
        write_row(batch, sheet, &score, &quality);
}

struct lewis_batch *
lewis_batch_new(const struct lewis_batch_options *options,
                struct lewis_error *error)
{
    struct lewis_batch *batch = calloc(1, sizeof *batch);

    if (batch == NULL) {
        error_memory(error);
        return NULL;
    }
    batch->options = *options;
    batch->writer = formats[options->format].writer;
    if (batch->writer->begin != NULL)
        batch->writer->begin(&batch->rows, options->quality);
    if (batch->writer->state_size > 0)
        batch->state = calloc(1, batch->writer->state_size);
    if ((batch->writer->state_size > 0 && batch->state == NULL) ||
        !text_ok(&batch->rows)) {
        error_memory(error);
        lewis_batch_free(batch);
        return NULL;
    }
    return batch;
}

void
lewis_batch_free(struct lewis_batch *batch)
{
    if (batch == NULL)
        return;
    text_release(&batch->rows);
    text_release(&batch->out);
    free(batch->state);
    free(batch);
}

static bool
healthy(const struct lewis_batch *batch, struct lewis_error *error)
{
    return (text_ok(&batch->rows) && text_ok(&batch->out)) ||
           error_memory(error);
}

static bool
can_write(const struct lewis_batch *batch)
{
    return batch->options.output == NULL ||
           lewis_output_ok(batch->options.output);
}

bool
lewis_batch_add(struct lewis_batch *batch, struct lewis_answers *answers,
                struct lewis_error *error)
{
    struct lewis_error trouble = {.code = LEWIS_OK};
    struct lewis_sheet sheet;

    while (can_write(batch) && lewis_answers_next(answers, &sheet, &trouble))
        take_row(batch, &sheet);
    if (trouble.code == LEWIS_OK)
        return healthy(batch, error);
    if (error != NULL)
        *error = trouble;
    return false;
}

bool
lewis_batch_finish(struct lewis_batch *batch, struct lewis_error *error)
{
    if (batch->options.output != NULL)
        flush(batch);
    return healthy(batch, error);
}

struct lewis_counts
lewis_batch_counts(const struct lewis_batch *batch)
{
    return batch->counts;
}
