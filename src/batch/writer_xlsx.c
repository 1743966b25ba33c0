/* writer_xlsx.c - scores as an Excel workbook: the door to libxlsxwriter.
 *
 * Rows are kept as cells until they are put in the sheet, in order: a letter
 * that says what the cell is, its text, a unit separator; a record separator
 * ends the row (ASCII 31 and 30). The first row is the header. The library
 * holds one row in memory and the rest in temporary files; so is the archive
 * until it is whole, since the library wants to write it by name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

#include "base/error.h"
#include "base/translation.h"
#include "base/number.h"
#include "batch/writer.h"

enum {
    CELL_DIGITS = 'D', /* decimals to show, before the header; no cell */
    CELL_TEXT = 'T',
    CELL_NUMBER = 'N',
    CELL_SHARE = 'S',      /* a number with as many decimals as its column */
    MOST_ROWS = 1048575,   /* of Excel, below the header */
    MOST_COLUMNS = 16384,  /* of Excel */
    MOST_CHARACTERS = 32767, /* of Excel, in a cell, as UTF-16 */
    SHOWN_DIGITS = 3,      /* decimals, unless they were asked for */
    NARROW = 7,            /* columns of text */
    WIDE = 50,
    EXACT = 15 /* digits that a number holds whatever they are */
};

#define UNIT "\037"
#define RECORD "\036"
static const char sheet_name[] = "scores";
static const char sheet_part[] = "xl/worksheets/sheet1.xml";

struct book {
    lxw_workbook *workbook;
    lxw_worksheet *sheet;
    lxw_format *head, *share;
    FILE *archive; /* where the library puts the whole */
    size_t rows;   /* the header too */
    size_t *width;
    size_t columns;
};

/* ---- from rows to cells, in any thread ---- */

/* "_x0041_" is how a workbook says "A": one that means itself needs its
 * underscore said so (ISO/IEC 29500-1, 22.9.2.19). */
static bool
is_escape(const char *bytes, size_t size)
{
    if (size < 7 || bytes[0] != '_' || bytes[1] != 'x' || bytes[6] != '_')
        return false;
    for (size_t i = 2; i < 6; i++)
        if (strchr("0123456789abcdefABCDEF", bytes[i]) == NULL ||
            bytes[i] == '\0')
            return false;
    return true;
}

/* A character that XML cannot hold, or that is one of our own separators. */
static bool
is_odd(const char *bytes, size_t step)
{
    return step == 0 || bytes[0] == '\0' || bytes[0] == UNIT[0] ||
           bytes[0] == RECORD[0] ||
           (step == 3 && (memcmp(bytes, "\xEF\xBF\xBE", 3) == 0 ||
                          memcmp(bytes, "\xEF\xBF\xBF", 3) == 0));
}

/* At most 3 * size bytes. */
static char *
quote_cell(char *p, const struct csv_field *text, bool defuse)
{
    size_t step;

    (void)defuse; /* a text is none but a text in a workbook */
    for (size_t i = 0; i < text->size; i += step) {
        const char *at = text->bytes + i;
        step = utf8_length(at, text->size - i);
        const char *from = is_odd(at, step)                  ? "\xEF\xBF\xBD"
                           : is_escape(at, text->size - i) ? "_x005F_"
                                                          : at;
        size_t length = from == at ? step : strlen(from);
        memcpy(p, from, length);
        p += length;
        step = step == 0 ? 1 : step;
    }
    return p;
}

/* A text that a spreadsheet shows as it stands when it is taken for a number:
 * "12", "-0.5", not "007", "1.50", "+31612345678" or "1e5". */
static bool
is_plain_number(const char *bytes, size_t size)
{
    size_t digits = 0, decimals = 0, i = size > 0 && bytes[0] == '-';
    size_t first = i;

    for (; i < size && bytes[i] >= '0' && bytes[i] <= '9'; i++)
        digits++;
    if (i < size && bytes[i] == '.')
        for (i++; i < size && bytes[i] >= '0' && bytes[i] <= '9'; i++)
            decimals++;
    if (i < size || digits == 0 || digits + decimals > EXACT ||
        bytes[size - 1] == '.')
        return false;
    if (decimals > 0 && bytes[size - 1] == '0')
        return false;
    return bytes[first] != '0' || (digits == 1 && (first == 0 || decimals > 0));
}

static char
letter_of(const struct writer_column *column, const char *bytes, size_t size)
{
    switch (column->cell) {
    case WRITER_NUMBER:
        return CELL_SHARE;
    case WRITER_COUNT:
        return CELL_NUMBER;
    default:
        return is_plain_number(bytes, size) ? CELL_NUMBER : CELL_TEXT;
    }
}

static size_t
row_xlsx(struct text *out, const struct writer_table *table,
         const struct writer_row *row)
{
    char *from = text_reserve(out, 2 * writer_row_room(table, row)), *p = from;

    if (p == NULL)
        return 0;
    for (size_t i = 0; i < table->count; i++) {
        char *cell = p;
        p = writer_put_cell(p + 1, table, &table->column[i], row, quote_cell);
        *cell = letter_of(&table->column[i], cell + 1, (size_t)(p - cell - 1));
        *p++ = UNIT[0];
    }
    *p++ = RECORD[0];
    out->size += (size_t)(p - from);
    return 0;
}

static void
begin_xlsx(struct text *out, const struct writer_table *table)
{
    text_print(out, "%c%d" UNIT, CELL_DIGITS,
               table->digits == 0 ? SHOWN_DIGITS : table->digits);
    for (size_t i = 0; i < table->count; i++) {
        const char *bytes = table->column[i].name;
        const struct csv_field name = {bytes, strlen(bytes), false};
        char *from = text_reserve(out, 3 * name.size + 2), *p = from;
        if (from == NULL)
            return;
        *p++ = CELL_TEXT;
        p = quote_cell(p, &name, false);
        *p++ = UNIT[0];
        out->size += (size_t)(p - from);
    }
    text_add(out, RECORD);
}

/* ---- from cells to the sheet, in order ---- */

static bool
cannot_write(struct lewis_error *error, const char *why)
{
    return error_set(error, LEWIS_ESYSTEM, "cannot write the workbook: %s",
                     why);
}

/* The same day whenever it is made: SOURCE_DATE_EPOCH, else the first that a
 * ZIP archive knows. */
static time_t
book_time(void)
{
    const double first = 315532800, end = 253402300800.0;
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    double seconds;

    if (epoch != NULL && number_parse(epoch, &seconds) && seconds > first &&
        seconds < end)
        return (time_t)seconds;
    return (time_t)first;
}

static bool
open_book(struct book *book, struct lewis_error *error)
{
    lxw_workbook_options options = {.constant_memory = LXW_TRUE};
    lxw_doc_properties about = {.created = book_time()};
    char path[32];

    book->archive = tmpfile();
    if (book->archive == NULL)
        return error_system(error, NULL, "make a temporary file");
    snprintf(path, sizeof path, "/dev/fd/%d", fileno(book->archive));
    book->workbook = workbook_new_opt(path, &options);
    book->sheet = book->workbook == NULL
                      ? NULL
                      : workbook_add_worksheet(book->workbook, sheet_name);
    if (book->sheet == NULL || book->sheet->file == NULL)
        return cannot_write(error, _("no memory, or no temporary file"));
    workbook_set_properties(book->workbook, &about);
    worksheet_freeze_panes(book->sheet, 1, 0);
    book->head = workbook_add_format(book->workbook);
    book->share = workbook_add_format(book->workbook);
    if (book->head == NULL || book->share == NULL)
        return error_memory(error);
    format_set_bold(book->head);
    return true;
}

static void
set_digits(struct book *book, const char *digits)
{
    char format[32] = "0.";

    for (int n = atoi(digits); n > 0 && strlen(format) + 1 < sizeof format; n--)
        strcat(format, "0");
    format_set_num_format(book->share, format);
}

/* As Excel counts them. */
static size_t
characters(const char *text)
{
    size_t n = 0;

    for (; *text != '\0'; text++)
        n += ((unsigned char)*text & 0xC0) != 0x80 ? 1 : 0,
            n += (unsigned char)*text >= 0xF0;
    return n;
}

static bool
put_text(struct book *book, lxw_row_t row, lxw_col_t column, const char *text,
         struct lewis_error *error)
{
    lxw_error result;

    if (characters(text) > MOST_CHARACTERS)
        return error_set(error, LEWIS_EINVALID,
                         "row %zu, column %zu: a cell of Excel holds 32,767 "
                         "characters, and this text has %zu; write .csv, or "
                         "leave the column out",
                         (size_t)row + 1, (size_t)column + 1,
                         characters(text));
    result = worksheet_write_string(book->sheet, row, column, text,
                                    row == 0 ? book->head : NULL);
    return result == LXW_NO_ERROR || cannot_write(error, lxw_strerror(result));
}

static bool
put_number(struct book *book, lxw_row_t row, lxw_col_t column,
           const char *text, lxw_format *format, struct lewis_error *error)
{
    double x;
    lxw_error result;

    if (!number_parse(text, &x))
        return put_text(book, row, column, text, error);
    result = worksheet_write_number(book->sheet, row, column, x, format);
    return result == LXW_NO_ERROR || cannot_write(error, lxw_strerror(result));
}

/* Shares are shown with fewer digits than they have. */
static void
measure(struct book *book, size_t column, char letter, const char *text,
        size_t size)
{
    size_t width = letter == CELL_SHARE ? 0 : utf8_columns(text, size);

    width += book->rows == 0; /* bold */
    if (width > book->width[column])
        book->width[column] = width;
}

static bool
put_cell(struct book *book, size_t column, char letter, const char *text,
         size_t size, struct lewis_error *error)
{
    lxw_row_t row = (lxw_row_t)book->rows;

    if (size == 0)
        return true;
    measure(book, column, letter, text, size);
    if (letter == CELL_TEXT)
        return put_text(book, row, (lxw_col_t)column, text, error);
    return put_number(book, row, (lxw_col_t)column, text,
                      letter == CELL_SHARE ? book->share : NULL, error);
}

/* The header says how many columns there are. */
static bool
count_columns(struct book *book, const char *row, struct lewis_error *error)
{
    for (; *row != RECORD[0]; row += strcspn(row, UNIT) + 1)
        book->columns += *row != CELL_DIGITS;
    if (book->columns > MOST_COLUMNS)
        return error_set(error, LEWIS_EINVALID,
                         "a sheet of Excel holds 16,384 columns, and there "
                         "are %zu; write .csv, or fewer with --columns",
                         book->columns);
    book->width = calloc(book->columns, sizeof *book->width);
    return book->width != NULL || error_memory(error);
}

/* Sets *p behind the row. */
static bool
put_row(struct book *book, char **p, struct lewis_error *error)
{
    size_t column = 0;
    char *next;

    if (book->rows > MOST_ROWS)
        return error_set(error, LEWIS_EINVALID,
                         "a sheet of Excel holds 1,048,575 rows below its "
                         "header, and there are more; write .csv or .tsv, "
                         "which end nowhere");
    if (book->rows == 0 && !count_columns(book, *p, error))
        return false;
    for (; **p != RECORD[0]; *p = next) {
        size_t size = strcspn(*p, UNIT);
        (*p)[size] = '\0';
        next = *p + size + 1;
        if (**p == CELL_DIGITS)
            set_digits(book, *p + 1);
        else if (!put_cell(book, column++, **p, *p + 1, size - 1, error))
            return false;
    }
    ++*p;
    book->rows++;
    return true;
}

static bool
block_xlsx(struct text *rows, struct text *out, void *state,
           struct lewis_error *error)
{
    struct book *book = state;
    char *p = rows->bytes;

    (void)out;
    if (book->workbook == NULL && !open_book(book, error))
        return false;
    assert(book->sheet != NULL);
    while (rows->size > 0 && *p != '\0')
        if (!put_row(book, &p, error))
            return false;
    return !ferror(book->sheet->file) ||
           cannot_write(error, _("no room for temporary files"));
}

/* ---- the whole ---- */

static void
set_widths(struct book *book)
{
    for (size_t c = 0; c < book->columns; c++) {
        size_t width = book->width[c];
        width = width < NARROW ? NARROW : width > WIDE ? WIDE : width;
        worksheet_set_column(book->sheet, (lxw_col_t)c, (lxw_col_t)c,
                             (double)width + 1, NULL);
    }
}

static uint32_t
little_endian(const unsigned char *bytes)
{
    return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 |
           (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

/* The size of the sheet, unpacked, as the archive's directory has it (APPNOTE
 * 4.3.12); 0 when there is none. */
static uint32_t
packed_size(FILE *archive)
{
    enum { TAIL = 4096, ENTRY = 46, SIZE = 24 };
    unsigned char tail[TAIL];
    size_t n, name = sizeof sheet_part - 1;

    if (fseek(archive, -TAIL, SEEK_END) != 0)
        rewind(archive);
    n = fread(tail, 1, TAIL, archive);
    for (size_t i = 0; i + ENTRY + name <= n; i++)
        if (memcmp(tail + i, "PK\1\2", 4) == 0 &&
            memcmp(tail + i + ENTRY, sheet_part, name) == 0)
            return little_endian(tail + i + SIZE);
    return 0;
}

/* The library does not see a write that fails while it copies the sheet from
 * one temporary file to the next. */
static bool
close_book(struct book *book, struct lewis_error *error)
{
    FILE *rows = book->sheet->file;
    long long size = fflush(rows) == 0 ? (long long)ftello(rows) : -1;
    lxw_error result;

    if (size < 0)
        return cannot_write(error, _("no room for temporary files"));
    set_widths(book);
    result = workbook_close(book->workbook);
    book->workbook = NULL;
    if (result != LXW_NO_ERROR)
        return cannot_write(error, lxw_strerror(result));
    return packed_size(book->archive) > size ||
           cannot_write(error, _("no room for temporary files"));
}

static bool
end_xlsx(void *state, struct lewis_output *output, struct lewis_error *error)
{
    struct book *book = state;
    char bytes[16384];
    size_t n;

    if (!close_book(book, error))
        return false;
    rewind(book->archive);
    while ((n = fread(bytes, 1, sizeof bytes, book->archive)) > 0)
        lewis_output_write(output, bytes, n);
    return !ferror(book->archive) ||
           error_system(error, NULL, "read the workbook back");
}

static void
release_xlsx(void *state)
{
    struct book *book = state;

    if (book->workbook != NULL)
        lxw_workbook_free(book->workbook);
    if (book->archive != NULL)
        fclose(book->archive);
    free(book->width);
}

const struct writer writer_xlsx = {
    .begin = begin_xlsx,
    .row = row_xlsx,
    .block = block_xlsx,
    .end = end_xlsx,
    .release = release_xlsx,
    .state_size = sizeof(struct book),
    .row_end = RECORD[0],
};
