/* rows.c - answers into a team.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/team/rows.h"

#include <stdlib.h>
#include <string.h>

#include <lewis/quality.h>
#include <lewis/text.h>

#include "cli/say.h"

enum { SHOWN = 50 };

static const size_t TEAM = (size_t)-1; /* the column that names the team */

bool
team_columns_init(struct team_columns *columns, const char *text)
{
    char *at;

    *columns = (struct team_columns){.count = 0};
    if (text == NULL)
        return true;
    columns->text = malloc(strlen(text) + 1);
    if (columns->text == NULL)
        return say("out of memory"), false;
    strcpy(columns->text, text);
    for (at = columns->text; at != NULL;) {
        char *end = strchr(at, ',');
        if (columns->count == LEWIS_TEAM_COLUMNS)
            return say("--by takes at most %d columns", LEWIS_TEAM_COLUMNS),
                   false;
        if (end != NULL)
            *end = '\0';
        if (*at == '\0')
            return say("--by needs the names of columns, such as team,site"),
                   false;
        columns->name[columns->count++] = at;
        at = end == NULL ? NULL : end + 1;
    }
    return true;
}

void
team_columns_release(struct team_columns *columns)
{
    free(columns->text);
}

/* A run over files. */
struct run {
    const struct team_columns *columns;
    size_t at[LEWIS_TEAM_COLUMNS]; /* in this file */
    team_row_taker *take;
    void *payload;
    struct lewis_counts counts;
};

/* What names the team does so without a heading of that name, too. */
static bool
find_column(const struct lewis_answers *answers, const char *name, size_t *at)
{
    struct lewis_error error;

    *at = TEAM;
    if (lewis_text_same(name, "team") ||
        lewis_answers_find(answers, name, at, &error))
        return true;
    say_error(&error);
    return false;
}

static void
read_labels(const struct run *run, const struct lewis_answers *answers,
            const struct lewis_sheet *sheet, struct lewis_label label[])
{
    for (size_t c = 0; c < run->columns->count; c++)
        if (run->at[c] == TEAM)
            label[c] = (struct lewis_label){sheet->team, sheet->team_size};
        else
            label[c].text =
                lewis_answers_cell(answers, run->at[c], &label[c].size);
}

static bool
is_flagged(const struct scoring *scoring, const struct lewis_sheet *sheet,
           const struct lewis_score *score)
{
    struct lewis_quality quality;

    if (!scoring->exclude || score->status != LEWIS_SCORED)
        return false;
    lewis_quality_of(scoring->key, sheet->answer, score, &quality);
    return quality.caution;
}

static void
count(struct lewis_counts *counts, const struct lewis_sheet *sheet,
      const struct lewis_score *score)
{
    counts->rows++;
    counts->scored += score->status == LEWIS_SCORED;
    counts->incomplete += score->status == LEWIS_INCOMPLETE;
    counts->refused += score->status == LEWIS_REFUSED;
    counts->excluded += score->status == LEWIS_EXCLUDED;
    counts->not_submitted += sheet->standing == LEWIS_NOT_SUBMITTED;
    counts->previews += sheet->standing == LEWIS_PREVIEW;
}

static bool
take_row(struct run *run, const struct scoring *scoring,
         const struct lewis_answers *answers, const struct lewis_sheet *sheet)
{
    struct lewis_label label[LEWIS_TEAM_COLUMNS];
    struct lewis_score score;

    if (sheet->refused) {
        if (run->counts.refused < SHOWN)
            say_error(&sheet->why);
        lewis_score_refuse(&score);
    } else {
        lewis_score_answers(scoring->key, sheet->answer, &score);
    }
    if (is_flagged(scoring, sheet, &score))
        lewis_score_exclude(&score);
    count(&run->counts, sheet, &score);
    read_labels(run, answers, sheet, label);
    return run->take(sheet, &score, label, run->payload);
}

static bool
run_file(struct run *run, struct scoring *scoring, const char *path)
{
    struct lewis_answers *answers = NULL;
    struct lewis_sheet sheet;
    struct lewis_error error = {0};
    size_t before = run->counts.rows;
    bool ok = scoring_file(scoring, path, &answers);

    for (size_t c = 0; ok && c < run->columns->count; c++)
        ok = find_column(answers, run->columns->name[c], &run->at[c]);
    while (ok && lewis_answers_next(answers, &sheet, &error))
        ok = take_row(run, scoring, answers, &sheet);
    if (ok && error.code != LEWIS_OK)
        ok = (say_error(&error), false);
    if (ok)
        scoring_say_empty(path, run->counts.rows - before);
    lewis_answers_free(answers);
    return ok;
}

static int
report(const struct run *run, const struct scoring *scoring)
{
    if (run->counts.refused > SHOWN)
        say("and %zu more refused rows", run->counts.refused - SHOWN);
    return scoring_end(scoring, &run->counts);
}

int
team_rows(struct scoring *scoring, char **paths, int count,
          const struct team_columns *columns, team_row_taker *take,
          void *payload)
{
    struct run run = {.columns = columns, .take = take, .payload = payload};

    for (int i = 0; i < count; i++)
        if (!run_file(&run, scoring, paths[i]))
            return EXIT_TROUBLE;
    return report(&run, scoring);
}
