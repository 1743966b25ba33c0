/* scoring.c - from file names and options to a run over all rows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stddef.h>
#include <string.h>

#include "content.h"
#include "say.h"
#include "scoring.h"

enum { SHOWN = 50 }; /* refused rows that are told one by one */

struct scoring
scoring_defaults(void)
{
    struct lewis_score_options options = lewis_score_defaults();

    return (struct scoring){.prior = options.prior,
                            .level = options.level,
                            .min_answered = options.min_answered};
}

static bool
make_key(struct scoring *scoring)
{
    struct lewis_score_options options = {.prior = scoring->prior,
                                          .level = scoring->level,
                                          .min_answered =
                                              scoring->min_answered};
    struct lewis_error error;

    scoring->key = lewis_key_new(scoring->bank, &options, &error);
    if (scoring->key == NULL)
        say_error(&error);
    return scoring->key != NULL;
}

bool
scoring_open(struct scoring *scoring)
{
    struct lewis_error error;

    scoring->shelf = lewis_shelf_open(&error);
    if (scoring->shelf == NULL)
        return say_error(&error), false;
    scoring->atlas = content_atlas(scoring->shelf, scoring->atlas_name);
    if (scoring->atlas == NULL)
        return false;
    if (scoring->bank_name == NULL)
        return true;
    scoring->bank = content_bank(scoring->shelf, scoring->bank_name);
    return scoring->bank != NULL && make_key(scoring);
}

void
scoring_close(struct scoring *scoring)
{
    lewis_key_free(scoring->key);
    lewis_atlas_free(scoring->atlas);
    lewis_bank_free(scoring->bank);
    lewis_shelf_free(scoring->shelf);
}

/* A run with its reporting. */
struct progress {
    struct lewis_batch_options *asked; /* the command's own */
    size_t refused;
};

static void
on_refused(const struct lewis_sheet *sheet, void *payload)
{
    struct progress *progress = payload;

    if (progress->refused++ < SHOWN)
        say_error(&sheet->why);
}

static void
on_scored(const struct lewis_sheet *sheet, const struct lewis_score *score,
          void *payload)
{
    struct lewis_batch_options *asked = ((struct progress *)payload)->asked;

    if (asked->scored != NULL)
        asked->scored(sheet, score, asked->payload);
}

static void
report(const struct scoring *scoring, const struct lewis_counts *counts)
{
    if (counts->refused > SHOWN)
        say("and %zu more refused rows", counts->refused - SHOWN);
    if (counts->too_few > 0)
        say("%zu incomplete: under %.0f %% of %s answered", counts->too_few,
            100 * (scoring->min_answered < 0
                       ? lewis_bank_min_answered(scoring->bank)
                       : scoring->min_answered),
            lewis_bank_kind(scoring->bank) == LEWIS_BANK_RATING
                ? "the items of a style"
                : "the items");
    if (counts->all_zero > 0)
        say("%zu incomplete: the lowest answer to every item points nowhere",
            counts->all_zero);
    say("%zu rows: %zu scored, %zu incomplete, %zu refused", counts->rows,
        counts->scored, counts->incomplete, counts->refused);
}

/* The bank is settled by the first file, if no option did. */
static bool
settle_bank(struct scoring *scoring, const struct lewis_answers *answers,
            const char *path)
{
    if (scoring->bank != NULL)
        return true;
    scoring->bank = content_bank_for(
        scoring->shelf, answers,
        strcmp(path, "-") == 0 ? "standard input" : path);
    return scoring->bank != NULL && make_key(scoring);
}

static bool
open_file(struct scoring *scoring, const char *path,
          struct lewis_answers **answers)
{
    struct lewis_error error;

    *answers = lewis_answers_open(path, &error);
    if (*answers == NULL)
        return say_error(&error), false;
    if (!settle_bank(scoring, *answers, path))
        return false;
    if (!lewis_answers_bind(*answers, scoring->bank, &error))
        return say_error(&error), false;
    return true;
}

static bool
run_file(struct scoring *scoring, const char *path,
         struct lewis_batch_options *options, struct lewis_batch **batch)
{
    struct lewis_answers *answers = NULL;
    struct lewis_error error;
    bool ok = open_file(scoring, path, &answers);

    if (ok && *batch == NULL) {
        options->key = scoring->key;
        *batch = lewis_batch_new(options, &error);
        ok = *batch != NULL || (say_error(&error), false);
    }
    if (ok && !lewis_batch_add(*batch, answers, &error))
        ok = (say_error(&error), false);
    lewis_answers_free(answers);
    return ok;
}

int
scoring_run(struct scoring *scoring, char **paths, int count,
            struct lewis_batch_options *options)
{
    struct progress progress = {options, 0};
    struct lewis_batch_options mine = *options;
    struct lewis_batch *batch = NULL;
    struct lewis_error error;
    int status = EXIT_DONE;

    mine.atlas = scoring->atlas;
    mine.refused = on_refused;
    mine.scored = on_scored;
    mine.payload = &progress;
    for (int i = 0; i < count && status == EXIT_DONE; i++)
        if (!run_file(scoring, paths[i], &mine, &batch))
            status = EXIT_TROUBLE;
    if (status == EXIT_DONE && !lewis_batch_finish(batch, &error))
        status = say_error(&error);
    if (status == EXIT_DONE) {
        struct lewis_counts counts = lewis_batch_counts(batch);
        report(scoring, &counts);
        if (counts.refused > 0)
            status = EXIT_DATA;
    }
    lewis_batch_free(batch);
    return status;
}
