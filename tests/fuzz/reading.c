/* reading.c - a file of answers read in both ways there are: row by row, and in
 * blocks, where plain rows go straight to their scores.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include <lewis/batch.h>

#include "reading.h"

/* What both ways must agree on. */
struct tally {
    size_t rows, refused;
};

static struct lewis_answers *
open_bound(const char *path, const struct lewis_reading *reading,
           const struct lewis_bank *bank)
{
    struct lewis_answers *answers = lewis_answers_open_as(path, reading, NULL);

    if (answers == NULL)
        return NULL;
    lewis_answers_match(answers, bank);
    if (lewis_answers_bind(answers, bank, NULL))
        return answers;
    lewis_answers_free(answers);
    return NULL;
}

/* What is printed is read back as it was. */
static void
check_answer(const struct lewis_item *item, const struct lewis_answer *answer)
{
    struct lewis_answer again;
    char cell[LEWIS_CELL];

    lewis_answer_print(item, answer, cell);
    assert(strlen(cell) < LEWIS_CELL);
    assert(lewis_answer_parse(item, cell, strlen(cell), &again, NULL));
    assert(again.count == answer->count && again.value == answer->value);
    assert(memcmp(again.part, answer->part, sizeof again.part) == 0);
}

static void
check_sheet(const struct lewis_answers *answers,
            const struct lewis_bank *bank, const struct lewis_sheet *sheet)
{
    size_t size;

    assert(sheet->id[sheet->id_size] == '\0' || sheet->id_size == 0 ||
           sheet->line > 0);
    for (size_t i = 0; i < lewis_bank_item_count(bank); i++)
        check_answer(lewis_bank_item(bank, i), &sheet->answer[i]);
    for (size_t c = 0; c <= lewis_answers_column_count(answers); c++)
        lewis_answers_cell(answers, c, &size);
}

/* False when reading itself failed on the way. */
static bool
read_rows(struct lewis_answers *answers, const struct lewis_bank *bank,
          struct tally *tally)
{
    struct lewis_error error = {0};
    struct lewis_sheet sheet;

    while (lewis_answers_next(answers, &sheet, &error)) {
        tally->rows++;
        tally->refused += sheet.refused;
        check_sheet(answers, bank, &sheet);
    }
    return error.code == 0;
}

static bool
score(struct lewis_answers *answers, struct lewis_batch_options *options,
      struct tally *tally)
{
    struct lewis_batch *batch = lewis_batch_new(options, NULL);
    struct lewis_counts counts;
    bool ok;

    if (batch == NULL)
        return false;
    ok = lewis_batch_add(batch, answers, NULL) &&
         lewis_batch_finish(batch, NULL);
    counts = lewis_batch_counts(batch);
    *tally = (struct tally){counts.rows - counts.empty, counts.refused};
    lewis_batch_free(batch);
    return ok;
}

/* With a summary and quality, or as plain as can be. */
static bool
score_file(struct lewis_answers *answers, const struct lewis_bank *bank,
           enum lewis_format format, struct tally *tally)
{
    struct lewis_score_options how = lewis_score_defaults();
    struct lewis_key *key = lewis_key_new(bank, &how, NULL);
    struct lewis_output *output = fuzz_nowhere(), *rejects = fuzz_nowhere();
    struct lewis_summary *summary = NULL;
    struct lewis_batch_options options = {.key = key,
                                          .format = format,
                                          .output = output,
                                          .rejects = rejects};
    bool ok, rich = format == LEWIS_JSONL;

    if (rich)
        summary = lewis_summary_new(
            bank,
            &(struct lewis_summary_options){.score = how,
                                            .duplicates = "keep"},
            NULL);
    options.quality = rich;
    options.keep = rich ? "all" : NULL;
    options.summary = summary;
    ok = score(answers, &options, tally);
    if (ok && rich)
        lewis_summary_print(summary, output, NULL);
    lewis_summary_free(summary);
    lewis_output_free(rejects);
    lewis_output_free(output);
    lewis_key_free(key);
    return ok;
}

void
fuzz_read(const char *path, const struct lewis_reading *reading,
          const struct lewis_bank *bank)
{
    static const enum lewis_format formats[] = {LEWIS_CSV, LEWIS_JSONL,
                                                LEWIS_TABLE};
    enum { FORMATS = sizeof formats / sizeof formats[0] };
    struct lewis_answers *answers = open_bound(path, reading, bank);
    struct tally rows = {0}, scored;
    bool whole;

    if (answers == NULL)
        return;
    whole = read_rows(answers, bank, &rows);
    lewis_answers_free(answers);
    answers = open_bound(path, reading, bank);
    assert(answers != NULL);
    if (score_file(answers, bank, formats[rows.rows % FORMATS], &scored)) {
        assert(whole);
        assert(scored.rows == rows.rows);
        assert(scored.refused == rows.refused);
    }
    lewis_answers_free(answers);
}
