/* row.c - finding one person's row in answer files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/person/row.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <lewis/score.h>
#include <lewis/spelling.h>

#include "cli/say.h"

enum { LONGEST = 64 }; /* an id that spelling can look at, with its NUL */

struct search {
    struct person_row *row;
    const char *id; /* NULL: any */
    struct lewis_key *key;
    size_t items, rows, hits;
    bool profile; /* the row that is kept has one */
    bool passed;  /* rows after it have none */
    const char *path;
    char last[LEWIS_ERROR_NAME + 24]; /* where the row that is kept stands */
    char near[LONGEST]; /* the id nearest to the one asked for; or "" */
};

static bool
say_memory(void)
{
    say("out of memory");
    return false;
}

/* Messages with names from files in them: made harmless on their way. The
 * formats are translated here. */
static void note(const char *format, ...) LEWIS_PRINTF(1, 2);
static bool refuse(const char *format, ...) LEWIS_PRINTF(1, 2);

static void
note_list(const char *format, va_list arguments)
{
    struct lewis_error error = {0};

    vsnprintf(error.text, sizeof error.text, _(format), arguments);
    say_error(&error);
}

static void
note(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    note_list(format, arguments);
    va_end(arguments);
}

static bool
refuse(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    note_list(format, arguments);
    va_end(arguments);
    return false;
}

static bool
keep(struct search *search, const struct lewis_sheet *sheet)
{
    struct person_row *row = search->row;

    person_row_release(row);
    row->id = malloc(sheet->id_size + 1);
    row->answer = malloc(search->items * sizeof *row->answer);
    if (row->id == NULL || row->answer == NULL)
        return say_memory();
    memcpy(row->id, sheet->id, sheet->id_size);
    row->id[sheet->id_size] = '\0';
    row->id_size = sheet->id_size;
    memcpy(row->answer, sheet->answer, search->items * sizeof *row->answer);
    row->refused = sheet->refused;
    if (sheet->refused)
        row->why = sheet->why;
    snprintf(search->last, sizeof search->last, "%.200s:%ld",
             strcmp(search->path, "-") == 0 ? _("standard input")
                                            : search->path,
             sheet->line);
    return true;
}

static bool
has_profile(const struct search *search, const struct lewis_sheet *sheet)
{
    struct lewis_score score;

    if (sheet->refused)
        return false;
    lewis_score_answers(search->key, sheet->answer, &score);
    return score.status == LEWIS_SCORED;
}

/* Somebody who began again and stopped half-way has answered before. */
static bool
take_hit(struct search *search, const struct lewis_sheet *sheet)
{
    bool profile = has_profile(search, sheet);

    search->hits++;
    search->passed = search->profile && !profile;
    if (search->passed)
        return true;
    search->profile = profile;
    return keep(search, sheet);
}

static void
note_near(struct search *search, const struct lewis_sheet *sheet)
{
    char word[LONGEST];
    const char *candidate[] = {search->near, word}, *near;

    if (sheet->id_size == 0 || sheet->id_size >= sizeof word)
        return;
    memcpy(word, sheet->id, sheet->id_size);
    word[sheet->id_size] = '\0';
    near = lewis_spelling_nearest(search->id,
                                  candidate + (search->near[0] == '\0'),
                                  search->near[0] == '\0' ? 1 : 2);
    if (near == word)
        memcpy(search->near, word, sizeof word);
}

static bool
look_at(struct search *search, const struct lewis_sheet *sheet)
{
    search->rows++;
    if (search->id == NULL ||
        (strlen(search->id) == sheet->id_size &&
         memcmp(search->id, sheet->id, sheet->id_size) == 0))
        return take_hit(search, sheet);
    note_near(search, sheet);
    return true;
}

/* Which bank it is, the first file may tell. */
static bool
ready(struct search *search, const struct scoring *scoring)
{
    struct lewis_score_options options = {.prior = scoring->prior,
                                          .level = scoring->level,
                                          .min_answered =
                                              scoring->min_answered};
    struct lewis_error error;

    search->items = lewis_bank_item_count(scoring->bank);
    if (search->key == NULL)
        search->key = lewis_key_new(scoring->bank, &options, &error);
    return search->key != NULL || (say_error(&error), false);
}

static bool
search_file(struct search *search, struct scoring *scoring, const char *path)
{
    struct lewis_answers *answers = NULL;
    struct lewis_sheet sheet;
    struct lewis_error error = {0};
    bool ok = scoring_file(scoring, path, &answers);

    search->path = path;
    ok = ok && ready(search, scoring);
    while (ok && lewis_answers_next(answers, &sheet, &error))
        ok = look_at(search, &sheet);
    if (ok && error.code != LEWIS_OK)
        ok = (say_error(&error), false);
    lewis_answers_free(answers);
    return ok;
}

/* Did the search end with one row? */
static bool
judge(const struct search *search, const char *where)
{
    if (search->id == NULL && search->rows > 1)
        return refuse(N_("%s: there are %zu rows; say which with --person ID"),
                      where, search->rows);
    if (search->rows == 0)
        return refuse(N_("%s: there are no rows"), where);
    if (search->hits > 1 && search->passed)
        note(N_("the id \"%.100s\" stands in %zu rows; this is the last of "
                "them with a profile, %s"),
             search->id, search->hits, search->last);
    else if (search->hits > 1)
        note(N_("the id \"%.100s\" stands in %zu rows; this is the last of "
                "them, %s"),
             search->id, search->hits, search->last);
    if (search->hits > 0)
        return true;
    if (search->near[0] == '\0')
        return refuse(N_("no row has the id \"%.100s\" in %.200s"), search->id,
                      where);
    return refuse(N_("no row has the id \"%.100s\" in %.200s; did you mean "
                     "\"%s\"?"),
                  search->id, where, search->near);
}

bool
person_row_find(struct person_row *row, struct scoring *scoring, char **paths,
                int count, const char *id)
{
    struct search search = {.row = row,
                            .id = id == NULL || *id == '\0' ? NULL : id};
    const char *where =
        strcmp(paths[0], "-") == 0 ? _("standard input") : paths[0];

    bool ok = true;

    *row = (struct person_row){0};
    for (int i = 0; ok && i < count; i++)
        ok = search_file(&search, scoring, paths[i]);
    lewis_key_free(search.key);
    return ok && judge(&search, count == 1 ? where : _("these files"));
}

void
person_row_release(struct person_row *row)
{
    free(row->id);
    free(row->answer);
    *row = (struct person_row){0};
}
