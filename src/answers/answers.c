/* answers.c - a CSV file as a stream of answer sheets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "answers/answers.h"
#include "answers/sheet.h"
#include "base/arena.h"
#include "base/error.h"

struct lewis_answers {
    struct csv *csv;
    struct arena arena; /* owns the names of the columns, and the header */
    const char **column;
    size_t column_count;
    struct csv_field header;
    struct layout layout;
    struct lewis_answer *answer;
};

static bool
read_header(struct lewis_answers *answers, struct lewis_error *error)
{
    enum csv_result result = csv_next(answers->csv, error);
    const struct record *record = csv_record(answers->csv);

    if (result == CSV_END) {
        error_set(error, LEWIS_ESYNTAX,
                  "the file is empty; it needs a header line that names the "
                  "columns");
        return error_at(error, csv_name(answers->csv), 0, NULL);
    }
    if (result != CSV_ROW)
        return false;
    answers->column = layout_header(record, &answers->arena, error);
    answers->column_count = record->count;
    answers->header = (struct csv_field){
        arena_copy(&answers->arena, record->bytes, record->size),
        record->size};
    if (answers->column == NULL)
        return error_at(error, csv_name(answers->csv), csv_line(answers->csv),
                        NULL);
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
    layout_release(&answers->layout);
    arena_release(&answers->arena);
    free(answers->answer);
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

bool
lewis_answers_has_id(const struct lewis_answers *answers)
{
    return answers->layout.id != LAYOUT_NO_COLUMN;
}

size_t
lewis_answers_match(const struct lewis_answers *answers,
                    const struct lewis_bank *bank)
{
    size_t n = 0;

    for (size_t i = 0; i < lewis_bank_item_count(bank); i++)
        n += layout_find(answers->column, answers->column_count,
                         lewis_bank_item(bank, i)->id) != LAYOUT_NO_COLUMN;
    return n;
}

bool
lewis_answers_bind(struct lewis_answers *answers,
                   const struct lewis_bank *bank, struct lewis_error *error)
{
    layout_release(&answers->layout);
    answers->layout.bank = bank;
    answers->layout.file = csv_name(answers->csv);
    answers->layout.column = answers->column;
    answers->layout.column_count = answers->column_count;
    if (!layout_tie(&answers->layout, error))
        return false;
    free(answers->answer);
    answers->answer = calloc(answers->layout.tie_count + 1,
                             sizeof *answers->answer);
    return answers->answer != NULL || error_memory(error);
}

bool
lewis_answers_next(struct lewis_answers *answers, struct lewis_sheet *sheet,
                   struct lewis_error *error)
{
    struct lewis_error trouble = {0};
    enum csv_result result = csv_next(answers->csv, &trouble);

    if (error != NULL)
        error->code = LEWIS_OK;
    if (result == CSV_FAILED && error != NULL)
        *error = trouble;
    if (result == CSV_FAILED || result == CSV_END)
        return false;
    sheet_decode(sheet, &answers->layout, csv_record(answers->csv),
                 csv_line(answers->csv), answers->answer);
    return true;
}

const struct layout *
answers_layout(const struct lewis_answers *answers)
{
    return &answers->layout;
}

struct csv *
answers_csv(const struct lewis_answers *answers)
{
    return answers->csv;
}

struct csv_field
answers_header(const struct lewis_answers *answers)
{
    return answers->header;
}
