/* answers.c - a CSV file as a stream of answer sheets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "answers/answers.h"
#include "answers/opening.h"
#include "answers/seek.h"
#include "answers/sheet.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"

struct lewis_answers {
    struct csv *csv;
    struct arena arena; /* owns the names of the columns, and the header */
    struct lewis_recognised recognised;
    struct head rows;
    struct layout_head head;
    struct mapping *map;
    struct csv_field header; /* as it stands in the file */
    struct layout layout;
    struct lewis_answer *answer;
};

/* Copies the row into the head. */
static bool
keep_row(struct lewis_answers *answers, const struct record *record,
         struct lewis_error *error)
{
    struct head *rows = &answers->rows;
    long wrong;

    rows->count[rows->rows] = record->count;
    rows->cell[rows->rows] = layout_cells(record, &answers->arena, &wrong);
    if (rows->cell[rows->rows] == NULL)
        return error_memory(error);
    if (wrong >= 0 && rows->rows == 0) {
        error_set(error, LEWIS_ESYNTAX,
                  "the header is not UTF-8 text; save the file as \"CSV "
                  "UTF-8\", or name its encoding with --encoding");
        return error_at(error, csv_name(answers->csv), csv_line(answers->csv),
                        NULL);
    }
    rows->rows++;
    return true;
}

/* The first rows: the one at hand, and a few behind it. */
static bool
keep_rows(struct lewis_answers *answers, struct lewis_error *error)
{
    struct record record = {0};
    bool ok = keep_row(answers, csv_record(answers->csv), error);

    for (size_t n = 0;
         ok && n + 1 < HEAD_ROWS && csv_peek(answers->csv, n, &record); n++)
        ok = keep_row(answers, &record, error);
    record_release(&record);
    return ok;
}

/* Goes on to the last row of the header, and keeps it as it stands. */
static bool
keep_header(struct lewis_answers *answers, struct lewis_error *error)
{
    struct text header = {0};
    size_t row = 1;
    bool ok = true;

    for (;; row++) {
        const struct record *record = csv_record(answers->csv);
        text_add_bytes(&header, record->bytes, record->size);
        if (row >= answers->recognised.header_rows ||
            csv_next(answers->csv, error) != CSV_ROW)
            break;
    }
    answers->header = (struct csv_field){
        arena_copy(&answers->arena, text_string(&header), header.size),
        header.size, false};
    ok = text_ok(&header) && answers->header.bytes != NULL;
    text_release(&header);
    if (!ok)
        return error_memory(error);
    return row == answers->recognised.header_rows ||
           error_set(error, LEWIS_ESYNTAX,
                     "the file ends before its header does: %s has %zu rows "
                     "of it",
                     lewis_vendor_name(answers->recognised.vendor),
                     answers->recognised.header_rows);
}

/* The widest row of the header says how many columns there are; those at its
 * end that have no name in any row are none. */
static size_t
count_columns(const struct lewis_answers *answers)
{
    size_t count = 0;

    for (size_t r = 0;
         r < answers->recognised.header_rows && r < answers->rows.rows; r++)
        for (size_t c = count; c < answers->rows.count[r]; c++)
            if (*answers->rows.cell[r][c] != '\0')
                count = c + 1;
    return count;
}

static bool
settle_head(struct lewis_answers *answers, long line, struct lewis_error *error)
{
    struct layout_head *head = &answers->head;

    *head = (struct layout_head){.file = csv_name(answers->csv),
                                 .line = line,
                                 .vendor = answers->recognised.vendor,
                                 .header_rows = answers->recognised.header_rows,
                                 .rows = &answers->rows,
                                 .column_count = count_columns(answers),
                                 .map = answers->map};
    head->column = layout_names(&answers->rows, head->vendor,
                                head->column_count, &answers->arena);
    return head->column != NULL || error_memory(error);
}

static bool
read_header(struct lewis_answers *answers, const struct lewis_reading *reading,
            struct lewis_error *error)
{
    enum csv_result result = csv_next(answers->csv, error);
    struct lewis_recognised *recognised = &answers->recognised;
    struct csv_field ahead;
    long line = csv_line(answers->csv);

    if (result == CSV_END) {
        error_set(error, LEWIS_ESYNTAX,
                  "the file is empty; it needs a header line that names the "
                  "columns");
        return error_at(error, csv_name(answers->csv), 0, NULL);
    }
    if (result != CSV_ROW)
        return false;
    ahead = csv_ahead(answers->csv);
    ahead.bytes -= csv_record(answers->csv)->size;
    ahead.size += csv_record(answers->csv)->size;
    if (!opening_check_utf8(ahead.bytes, ahead.size, line, error))
        return error_at(error, csv_name(answers->csv), 0, NULL);
    if (!keep_rows(answers, error))
        return false;
    recognised->vendor =
        reading->vendor_given ? reading->vendor : vendor_of(&answers->rows);
    recognised->header_rows =
        vendor_header_rows(recognised->vendor, &answers->rows);
    recognised->separator = csv_separator(answers->csv);
    if (!keep_header(answers, error))
        return error_at(error, csv_name(answers->csv), 0, NULL);
    return settle_head(answers, line, error);
}

static bool
open_answers(struct lewis_answers *answers, const char *path,
             const struct lewis_reading *reading, struct lewis_error *error)
{
    struct opened opened = {0};
    struct source *source;

    if (reading->map != NULL) {
        answers->map = mapping_load(reading->map, error);
        if (answers->map == NULL)
            return false;
    }
    source = opening_source(path, reading, &opened, error);
    if (source == NULL)
        return false;
    answers->csv = csv_new(source, error);
    if (answers->csv == NULL)
        return false;
    answers->recognised.workbook = opened.workbook;
    answers->recognised.encoding =
        arena_copy(&answers->arena, opened.encoding, strlen(opened.encoding));
    if (answers->recognised.encoding == NULL)
        return error_memory(error);
    return read_header(answers, reading, error);
}

struct lewis_answers *
lewis_answers_open_as(const char *path, const struct lewis_reading *reading,
                      struct lewis_error *error)
{
    struct lewis_answers *answers = calloc(1, sizeof *answers);

    if (answers == NULL) {
        error_memory(error);
        return NULL;
    }
    if (open_answers(answers, path, reading, error))
        return answers;
    lewis_answers_free(answers);
    return NULL;
}

struct lewis_answers *
lewis_answers_open(const char *path, struct lewis_error *error)
{
    return lewis_answers_open_as(path, &(struct lewis_reading){0}, error);
}

void
lewis_answers_free(struct lewis_answers *answers)
{
    if (answers == NULL)
        return;
    csv_free(answers->csv);
    mapping_free(answers->map);
    layout_release(&answers->layout);
    arena_release(&answers->arena);
    free(answers->answer);
    free(answers);
}

size_t
lewis_answers_column_count(const struct lewis_answers *answers)
{
    return answers->head.column_count;
}

const char *
lewis_answers_column(const struct lewis_answers *answers, size_t index)
{
    return answers->head.column[index];
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
    return layout_match(&answers->head, bank);
}

bool
lewis_answers_bind(struct lewis_answers *answers, const struct lewis_bank *bank,
                   struct lewis_error *error)
{
    layout_release(&answers->layout);
    if (!layout_make(&answers->layout, &answers->head, bank, error))
        return false;
    free(answers->answer);
    answers->answer =
        calloc(answers->layout.tie_count + 1, sizeof *answers->answer);
    return answers->answer != NULL || error_memory(error);
}

struct lewis_recognised
lewis_answers_recognised(const struct lewis_answers *answers)
{
    return answers->recognised;
}

struct lewis_column_use
lewis_answers_use(const struct lewis_answers *answers, size_t column)
{
    const struct layout *layout = &answers->layout;
    const struct meaning *meaning = &layout->meaning[column];

    if ((long)column == layout->id)
        return (struct lewis_column_use){LEWIS_USE_ID, 0, 0};
    if ((long)column == layout->team)
        return (struct lewis_column_use){LEWIS_USE_TEAM, 0, 0};
    return (struct lewis_column_use){
        meaning->kind == MEANS_ITEM     ? LEWIS_USE_ITEM
        : meaning->kind == MEANS_OPTION ? LEWIS_USE_OPTION
        : meaning->kind == MEANS_PLACE  ? LEWIS_USE_PLACE
                                        : LEWIS_USE_NONE,
        meaning->item, meaning->part};
}

static bool
refuse_column(const struct layout *layout, const char *name,
              struct lewis_error *error)
{
    const char *near;

    if (!seek_nearest(layout, name, NULL, 0, &near, error))
        return false;
    if (near != NULL)
        error_set(error, LEWIS_EUNKNOWN,
                  "there is no column \"%s\"; did you mean \"%s\"?", name,
                  near);
    else
        error_set(error, LEWIS_EUNKNOWN,
                  "there is no column \"%s\"", name);
    return error_at(error, layout->file, 0, NULL);
}

bool
lewis_answers_find(const struct lewis_answers *answers, const char *name,
                   size_t *column, struct lewis_error *error)
{
    long found;

    if (!seek_column(&answers->layout, name, &found, error))
        return false;
    *column = (size_t)found;
    return found != LAYOUT_NO_COLUMN ||
           refuse_column(&answers->layout, name, error);
}

bool
lewis_answers_next(struct lewis_answers *answers, struct lewis_sheet *sheet,
                   struct lewis_error *error)
{
    struct lewis_error trouble = {0};
    enum csv_result result;

    do
        result = csv_next(answers->csv, &trouble);
    while (result == CSV_ROW && record_is_empty(csv_record(answers->csv)));
    if (error != NULL)
        error->code = LEWIS_OK;
    if (result == CSV_FAILED && error != NULL)
        *error = trouble;
    if (result == CSV_FAILED || result == CSV_END)
        return false;
    sheet_decode(sheet, &answers->layout, csv_record(answers->csv),
                 csv_line(answers->csv), answers->answer);
    if (sheet->refused && sheet->why.code == LEWIS_ENOMEM)
        return error_memory(error);
    return true;
}

const char *
lewis_answers_cell(const struct lewis_answers *answers, size_t column,
                   size_t *size)
{
    const struct record *record = csv_record(answers->csv);
    const char *text;

    *size = 0;
    if (record->broken != NULL || column >= record->count ||
        !utf8_valid(record->field[column].bytes, record->field[column].size))
        return "";
    text = record->field[column].bytes;
    *size = record->field[column].size;
    text_trim(&text, size);
    return text;
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
