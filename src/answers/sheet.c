/* sheet.c - a record and a layout to an answer sheet.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "answers/sheet.h"
#include "base/error.h"
#include "base/lane.h"
#include "base/text.h"
#include "base/translation.h"

/* Notes what is wrong with a row: the first cell in full, others as a count. */
static void
refuse(struct lewis_sheet *sheet, const struct layout *layout,
       const char *column)
{
    sheet->refused = true;
    error_at(&sheet->why, layout->file, sheet->line, column);
}

static void
add_others(struct lewis_sheet *sheet, size_t others)
{
    if (others > 0)
        error_more(&sheet->why, N_(" (and %zu more of this row)"), others);
}

static bool
is_text(const struct csv_field *field)
{
    return utf8_valid(field->bytes, field->size) &&
           memchr(field->bytes, '\0', field->size) == NULL;
}

/* Letters, digits and the like at both ends: nothing to trim, mostly nothing
 * that could be wrong. */
static bool
is_plain(const struct csv_field *field)
{
    return field->plain ||
           lane_text_within(field->bytes, field->size, '!', '~');
}

/* The same for all that may stand there. */
static void
read_odd_label(struct lewis_sheet *sheet, const struct layout *layout,
               const struct csv_field *field, long column, const char **text,
               size_t *size)
{
    if (is_text(field)) {
        *text = field->bytes;
        *size = field->size;
        text_trim(text, size);
    } else if (!sheet->refused) {
        error_set(&sheet->why, LEWIS_ESYNTAX,
                  "this is not UTF-8 text; save the file as \"CSV UTF-8\"");
        refuse(sheet, layout, layout->column[column]);
    }
}

/* The id or the team of a row, "" where there is no such column. */
static void
read_label(struct lewis_sheet *sheet, const struct layout *layout,
           const struct record *record, long column, const char **text,
           size_t *size)
{
    const struct csv_field *field;

    *text = "";
    *size = 0;
    if (column == LAYOUT_NO_COLUMN || (size_t)column >= record->count)
        return;
    field = &record->field[column];
    if (!is_plain(field)) {
        read_odd_label(sheet, layout, field, column, text, size);
        return;
    }
    *text = field->bytes;
    *size = field->size;
}

static bool
has_right_length(const struct layout *layout, const struct record *record)
{
    size_t c = record->count;

    if (c < layout->column_count)
        return false;
    while (c > layout->column_count)
        if (record->field[--c].size > 0)
            return false;
    return true;
}

static void
refuse_length(struct lewis_sheet *sheet, const struct layout *layout,
              const struct record *record)
{
    error_set(&sheet->why, LEWIS_EINVALID,
              "this row has %zu fields and the header %zu", record->count,
              layout->column_count);
    refuse(sheet, layout, NULL);
}

/* A short cell. False: ask the decoder. */
static bool
decode_short(const struct layout_short *shorts, const struct csv_field *cell,
             struct lewis_answer *answer)
{
    const unsigned char *b = (const unsigned char *)cell->bytes;

    if (cell->size == 1 && shorts->letters == 1) {
        *answer = shorts->one[*b];
        return answer->count > 0;
    }
    if (cell->size == 0) {
        *answer = (struct lewis_answer){0};
        return true;
    }
    if (cell->size != shorts->letters)
        return false;
    uint8_t x = shorts->option[b[0]], y = shorts->option[b[1]],
            z = shorts->option[b[2]];
    if (x + y + z != 3 || x == y || y == z || x == LEWIS_OPTIONS ||
        y == LEWIS_OPTIONS || z == LEWIS_OPTIONS)
        return false;
    *answer = (struct lewis_answer){.count = 3, .part = {x, y, z}};
    return true;
}

static bool
decode(const struct layout_tie *tie, const struct record *record,
       struct lewis_answer *answer, struct lewis_error *why)
{
    struct csv_field cell[LEWIS_OPTIONS];

    for (size_t c = 0; c < tie->column_count; c++)
        cell[c] = record->field[tie->column[c]];
    return tie->decode(tie, cell, answer, why);
}

/* Decodes the cells of an item. When they are wrong the row is refused; the
 * first of several is told, but for want of memory, which goes before all. */
static bool
read_item(struct lewis_sheet *sheet, const struct layout *layout,
          const struct record *record, const struct layout_tie *tie,
          struct lewis_answer *answer)
{
    struct lewis_error later, *why = sheet->refused ? &later : &sheet->why;

    if (decode(tie, record, answer, why))
        return true;
    if (why->code == LEWIS_ENOMEM)
        error_memory(&sheet->why);
    if (why != &later || why->code == LEWIS_ENOMEM) {
        refuse(sheet, layout, layout->column[tie->column[0]]);
        error_item(&sheet->why, tie->item->id);
    }
    return false;
}

static void
read_cells(struct lewis_sheet *sheet, const struct layout *layout,
           const struct record *record, struct lewis_answer answer[])
{
    size_t wrong = 0;

    for (size_t t = 0;
         t < layout->tie_count && sheet->why.code != LEWIS_ENOMEM; t++) {
        const struct layout_quick *quick = &layout->quick[t];
        struct lewis_answer *to = &answer[quick->index];
        if (quick->shorts != NULL &&
            decode_short(quick->shorts, &record->field[quick->column], to))
            continue;
        wrong += !read_item(sheet, layout, record, &layout->tie[t], to);
    }
    if (wrong > 1 && sheet->why.code != LEWIS_ENOMEM)
        add_others(sheet, wrong - 1);
}

static enum lewis_standing
standing_of(const struct layout *layout, const struct record *record)
{
    enum lewis_standing standing = LEWIS_SUBMITTED;

    for (size_t m = 0; m < layout->mark_count; m++) {
        const struct vendor_mark *mark = &layout->mark[m];
        if (standing == LEWIS_SUBMITTED && mark->column < record->count)
            standing =
                vendor_standing(mark, record->field[mark->column].bytes,
                                record->field[mark->column].size);
    }
    return standing;
}

/* A byte order mark stands before the first cell of each file. */
static bool
is_cell(struct csv_field field, const char *text)
{
    if (field.size >= 3 && memcmp(field.bytes, "\xEF\xBB\xBF", 3) == 0) {
        field.bytes += 3;
        field.size -= 3;
    }
    text_trim(&field.bytes, &field.size);
    return field.size == strlen(text) &&
           memcmp(field.bytes, text, field.size) == 0;
}

static bool
is_head_row(const struct layout *layout, const struct record *record,
            size_t row)
{
    size_t columns = layout->column_count;

    if (record->count < columns)
        return false;
    for (size_t c = 0; c < columns; c++)
        if (!is_cell(record->field[c], head_cell(layout->head, row, c)))
            return false;
    return true;
}

/* Files put one behind the other, each with its header. */
static void
refuse_header(struct lewis_sheet *sheet, const struct layout *layout,
              const struct record *record)
{
    for (size_t row = 0; row < layout->header_rows; row++)
        if (is_head_row(layout, record, row)) {
            error_set(&sheet->why, LEWIS_EINVALID,
                      "this is the header again, as where files were put "
                      "together; take the line out");
            refuse(sheet, layout, NULL);
            return;
        }
}

void
sheet_begin(struct lewis_sheet *sheet, const struct layout *layout,
            const struct record *record, long line)
{
    sheet->line = line;
    sheet->answer = NULL;
    sheet->standing = LEWIS_SUBMITTED;
    sheet->refused = false;
    sheet->id = sheet->team = "";
    sheet->id_size = sheet->team_size = 0;
    sheet->why.code = LEWIS_OK;
    if (record->broken != NULL) {
        error_text(&sheet->why, LEWIS_ESYNTAX, record->broken);
        refuse(sheet, layout, NULL);
        return;
    }
    sheet->standing = standing_of(layout, record);
    if (!has_right_length(layout, record))
        refuse_length(sheet, layout, record);
    read_label(sheet, layout, record, layout->id, &sheet->id,
               &sheet->id_size);
    read_label(sheet, layout, record, layout->team, &sheet->team,
               &sheet->team_size);
}

void
sheet_end(struct lewis_sheet *sheet, const struct layout *layout,
          const struct record *record, struct lewis_answer answer[])
{
    sheet->answer = answer;
    if (!sheet->refused)
        read_cells(sheet, layout, record, answer);
    if (sheet->refused && record->broken == NULL)
        refuse_header(sheet, layout, record);
    if (sheet->refused)
        memset(answer, 0, layout->tie_count * sizeof *answer);
}

void
sheet_decode(struct lewis_sheet *sheet, const struct layout *layout,
             const struct record *record, long line,
             struct lewis_answer answer[])
{
    sheet_begin(sheet, layout, record, line);
    sheet_end(sheet, layout, record, answer);
}
