/* answers.c - a CSV file as a stream of answer sheets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <lewis/answers.h>

#include "answers/csv.h"
#include "base/arena.h"
#include "base/error.h"
#include <lewis/spelling.h>
#include "base/text.h"

enum { NO_COLUMN = -1, NO_ITEM = -1, NAMED = 5 };

struct lewis_answers {
    struct csv *csv;
    struct arena arena; /* owns the names and what bind() makes */
    const char **column;
    size_t column_count;
    const struct lewis_bank *bank;
    long *item_of; /* column -> item, or NO_ITEM */
    long id_column, team_column;
    struct lewis_answer *answer;
    size_t item_count;
};

static bool
fail_at(struct lewis_error *error, const struct lewis_answers *answers,
        long line, const char *column)
{
    return error_at(error, csv_name(answers->csv), line, column);
}

static bool
read_header(struct lewis_answers *answers, struct lewis_error *error)
{
    enum csv_result result = csv_next(answers->csv, error);

    if (result == CSV_END) {
        error_set(error, LEWIS_ESYNTAX,
                  "the file is empty; it needs a header line that names the "
                  "columns");
        return fail_at(error, answers, 0, NULL);
    }
    if (result != CSV_ROW)
        return false;
    size_t count = csv_count(answers->csv);
    answers->column =
        arena_array(&answers->arena, count, sizeof *answers->column);
    for (size_t c = 0; c < count && answers->column != NULL; c++) {
        struct csv_field field = csv_field(answers->csv, c);
        text_trim(&field.bytes, &field.size);
        if (!utf8_valid(field.bytes, field.size) ||
            memchr(field.bytes, '\0', field.size) != NULL) {
            error_set(error, LEWIS_ESYNTAX,
                      "the header is not UTF-8 text; save the file as \"CSV "
                      "UTF-8\"");
            return fail_at(error, answers, csv_line(answers->csv), NULL);
        }
        answers->column[c] =
            arena_copy(&answers->arena, field.bytes, field.size);
    }
    answers->column_count = count;
    return !arena_failed(&answers->arena) || error_memory(error);
}

struct lewis_answers *
lewis_answers_open(const char *path, struct lewis_error *error)
{
    struct lewis_answers *answers = calloc(1, sizeof *answers), *result = NULL;

    if (answers == NULL) {
        error_memory(error);
        return NULL;
    }
    answers->csv = csv_open(path, error);
    if (answers->csv != NULL && read_header(answers, error)) {
        result = answers;
        answers = NULL;
    }
    lewis_answers_free(answers);
    return result;
}

void
lewis_answers_free(struct lewis_answers *answers)
{
    if (answers == NULL)
        return;
    csv_free(answers->csv);
    arena_release(&answers->arena);
    free(answers);
}

size_t
lewis_answers_column_count(const struct lewis_answers *answers)
{
    return answers->column_count;
}

const char *
lewis_answers_column(const struct lewis_answers *answers, size_t index)
{
    return answers->column[index];
}

/* Is this the column of that name: "T01", or "[T01] I finish ..." as form tools
 * hand it back? A header that ends in "]" is a part of a question. */
static bool
is_called(const char *column, const char *name)
{
    size_t size = strlen(name), last = strlen(column);

    if (strcmp(column, name) == 0)
        return true;
    return column[0] == '[' && strncmp(column + 1, name, size) == 0 &&
           column[size + 1] == ']' &&
           (last == size + 2 || column[last - 1] != ']');
}

static long
find_column(const struct lewis_answers *answers, const char *name)
{
    for (size_t c = 0; c < answers->column_count; c++)
        if (is_called(answers->column[c], name))
            return (long)c;
    return NO_COLUMN;
}

bool
lewis_answers_has_id(const struct lewis_answers *answers)
{
    return answers->id_column != NO_COLUMN;
}

size_t
lewis_answers_match(const struct lewis_answers *answers,
                    const struct lewis_bank *bank)
{
    size_t n = 0;

    for (size_t i = 0; i < lewis_bank_item_count(bank); i++)
        n += find_column(answers, lewis_bank_item(bank, i)->id) != NO_COLUMN;
    return n;
}

static bool
check_once(const struct lewis_answers *answers, const char *name,
           struct lewis_error *error)
{
    long column = find_column(answers, name);

    if (column == NO_COLUMN)
        return true;
    for (size_t c = (size_t)column + 1; c < answers->column_count; c++)
        if (is_called(answers->column[c], name)) {
            error_set(error, LEWIS_EINVALID,
                      "this column stands twice, as number %ld and %zu; "
                      "remove or rename one",
                      column + 1, c + 1);
            return fail_at(error, answers, 1, name);
        }
    return true;
}

/* A column that is no item's and comes near a missing one, or NULL. */
static const char *
near_column(struct lewis_answers *answers, const char *id)
{
    const char **stranger = arena_array(
        &answers->arena, answers->column_count, sizeof *stranger);
    size_t count = 0;

    for (size_t c = 0; c < answers->column_count && stranger != NULL; c++)
        if (lewis_bank_find(answers->bank, answers->column[c]) == NULL)
            stranger[count++] = answers->column[c];
    return lewis_spelling_nearest(id, stranger, count);
}

/* "no column for item "T07"", naming up to NAMED that are missing. */
static bool
report_missing(struct lewis_answers *answers, struct lewis_error *error)
{
    const char *first = NULL;
    size_t missing = 0;
    struct text names = {0};

    for (size_t i = 0; i < answers->item_count; i++) {
        const char *id = lewis_bank_item(answers->bank, i)->id;
        if (find_column(answers, id) != NO_COLUMN)
            continue;
        if (first == NULL)
            first = id;
        if (missing < NAMED)
            text_print(&names, "%s%s", missing == 0 ? "" : ", ", id);
        missing++;
    }
    if (missing > 0) {
        const char *near = near_column(answers, first);
        error_set(error, LEWIS_EINVALID,
                  "the header has no column for %zu of the %zu items of bank "
                  "%s: %s%s%s%s%s",
                  missing, answers->item_count, lewis_bank_id(answers->bank),
                  text_string(&names), missing > NAMED ? ", ..." : "",
                  near != NULL ? "; is \"" : "", near != NULL ? near : "",
                  near != NULL ? "\" one of them?" : "");
        fail_at(error, answers, 1, NULL);
    }
    text_release(&names);
    return missing == 0;
}

/* `id` and `team` in any case, when there is no column of just that name. */
static long
find_name(const struct lewis_answers *answers, const char *name)
{
    long column = find_column(answers, name);

    for (size_t c = 0; c < answers->column_count && column == NO_COLUMN; c++)
        if (lewis_text_same(answers->column[c], name))
            column = (long)c;
    return column;
}

static void
tie_columns(struct lewis_answers *answers)
{
    for (size_t c = 0; c < answers->column_count; c++)
        answers->item_of[c] = NO_ITEM;
    for (size_t i = 0; i < answers->item_count; i++)
        answers->item_of[find_column(
            answers, lewis_bank_item(answers->bank, i)->id)] = (long)i;
    answers->id_column = find_name(answers, "id");
    answers->team_column = find_name(answers, "team");
}

bool
lewis_answers_bind(struct lewis_answers *answers,
                   const struct lewis_bank *bank, struct lewis_error *error)
{
    answers->bank = bank;
    answers->item_count = lewis_bank_item_count(bank);
    if (!check_once(answers, "id", error) ||
        !check_once(answers, "team", error))
        return false;
    for (size_t i = 0; i < answers->item_count; i++)
        if (!check_once(answers, lewis_bank_item(bank, i)->id, error))
            return false;
    if (!report_missing(answers, error))
        return false;
    answers->item_of = arena_array(&answers->arena, answers->column_count,
                                   sizeof *answers->item_of);
    answers->answer = arena_array(&answers->arena, answers->item_count,
                                  sizeof *answers->answer);
    if (arena_failed(&answers->arena))
        return error_memory(error);
    tie_columns(answers);
    return true;
}

/* Notes what is wrong with a row: the first cell in full, others as a count. */
static void
refuse(struct lewis_sheet *sheet, const struct lewis_answers *answers,
       const char *column, const struct lewis_error *why)
{
    sheet->refused = true;
    sheet->why = *why;
    fail_at(&sheet->why, answers, sheet->line, column);
}

static void
add_others(struct lewis_sheet *sheet, size_t others)
{
    size_t size = strlen(sheet->why.text);

    if (others > 0)
        snprintf(sheet->why.text + size, sizeof sheet->why.text - size,
                 " (and %zu more of this row)", others);
}

static bool
is_text(struct csv_field field)
{
    return utf8_valid(field.bytes, field.size) &&
           memchr(field.bytes, '\0', field.size) == NULL;
}

/* The id or the team of a row, "" where there is no such column. */
static void
read_label(struct lewis_sheet *sheet, const struct lewis_answers *answers,
           long column, const char **text, size_t *size)
{
    *text = "";
    *size = 0;
    if (column == NO_COLUMN || (size_t)column >= csv_count(answers->csv))
        return;
    struct csv_field field = csv_field(answers->csv, (size_t)column);
    if (is_text(field)) {
        text_trim(&field.bytes, &field.size);
        *text = field.bytes;
        *size = field.size;
    } else if (!sheet->refused) {
        struct lewis_error why;
        error_set(&why, LEWIS_ESYNTAX,
                  "this is not UTF-8 text; save the file as \"CSV UTF-8\"");
        refuse(sheet, answers, answers->column[column], &why);
    }
}

static bool
has_right_length(const struct lewis_answers *answers)
{
    size_t c = csv_count(answers->csv);

    if (c < answers->column_count)
        return false;
    while (c > answers->column_count)
        if (csv_field(answers->csv, --c).size > 0)
            return false;
    return true;
}

static void
refuse_length(struct lewis_sheet *sheet, const struct lewis_answers *answers)
{
    struct lewis_error why;

    error_set(&why, LEWIS_EINVALID,
              "this row has %zu fields and the header %zu",
              csv_count(answers->csv), answers->column_count);
    refuse(sheet, answers, NULL, &why);
}

static void
read_cells(struct lewis_sheet *sheet, struct lewis_answers *answers)
{
    struct lewis_error why;
    size_t wrong = 0;

    for (size_t c = 0; c < answers->column_count; c++) {
        long i = answers->item_of[c];
        if (i == NO_ITEM)
            continue;
        struct csv_field cell = csv_field(answers->csv, c);
        if (lewis_answer_parse(lewis_bank_item(answers->bank, (size_t)i),
                               cell.bytes, cell.size, &answers->answer[i],
                               &why))
            continue;
        if (wrong++ == 0 && !sheet->refused)
            refuse(sheet, answers, answers->column[c], &why);
    }
    if (wrong > 1)
        add_others(sheet, wrong - 1);
}

static void
clear(struct lewis_answers *answers)
{
    memset(answers->answer, 0,
           answers->item_count * sizeof *answers->answer);
}

static void
read_sheet(struct lewis_sheet *sheet, struct lewis_answers *answers)
{
    *sheet = (struct lewis_sheet){.line = csv_line(answers->csv),
                                  .answer = answers->answer};
    if (!has_right_length(answers))
        refuse_length(sheet, answers);
    read_label(sheet, answers, answers->id_column, &sheet->id,
               &sheet->id_size);
    read_label(sheet, answers, answers->team_column, &sheet->team,
               &sheet->team_size);
    if (!sheet->refused)
        read_cells(sheet, answers);
    if (sheet->refused)
        clear(answers);
}

bool
lewis_answers_next(struct lewis_answers *answers, struct lewis_sheet *sheet,
                   struct lewis_error *error)
{
    struct lewis_error trouble = {0};
    enum csv_result result = csv_next(answers->csv, &trouble);

    if (error != NULL)
        error->code = LEWIS_OK;
    switch (result) {
    case CSV_ROW:
        read_sheet(sheet, answers);
        return true;
    case CSV_BROKEN:
        *sheet = (struct lewis_sheet){.id = "",
                                      .team = "",
                                      .line = csv_line(answers->csv),
                                      .refused = true,
                                      .why = trouble,
                                      .answer = answers->answer};
        clear(answers);
        return true;
    case CSV_FAILED:
        if (error != NULL)
            *error = trouble;
        return false;
    case CSV_END:
        break;
    }
    return false;
}
