/* writer_rows.c - CSV, TSV and JSON Lines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stddef.h>
#include <string.h>

#include "base/lane.h"
#include "base/number.h"
#include "batch/writer.h"

enum {
    WIDEST = 96,     /* bytes of any cell that is no text */
    LONG_NUMBER = 24 /* bytes of a number that is worth looking at */
};

/* Where the numbers of columns stand in a score, and from WRITER_RUN on in a
 * quality; of those with an index, the first. */
static const size_t first_number[] = {
    [WRITER_SHARE] = offsetof(struct lewis_score, share),
    [WRITER_LOW] = offsetof(struct lewis_score, low),
    [WRITER_HIGH] = offsetof(struct lewis_score, high),
    [WRITER_X] = offsetof(struct lewis_score, point.x),
    [WRITER_Y] = offsetof(struct lewis_score, point.y),
    [WRITER_SPREAD] = offsetof(struct lewis_quality, spread),
    [WRITER_MODE] = offsetof(struct lewis_quality, mode),
    [WRITER_MISSING_SHARE] = offsetof(struct lewis_quality, missing),
    [WRITER_HALVES] = offsetof(struct lewis_quality, halves),
    [WRITER_HALVES_P] = offsetof(struct lewis_quality, halves_p),
};

size_t
writer_number_at(const struct writer_column *column)
{
    return column->cell == WRITER_NUMBER
               ? first_number[column->kind] + column->index * sizeof(double)
               : 0;
}

/* The number of a column that is 0..1; NaN when the row has none. Of a refused
 * row there is no quality at all. */
static inline double
number_of(const struct writer_column *column, const struct writer_row *row)
{
    const char *from = (const char *)row->score;
    double x;

    if (column->kind >= WRITER_RUN) {
        if (row->score->status == LEWIS_REFUSED)
            return NAN;
        from = (const char *)row->quality;
    }
    memcpy(&x, from + column->at, sizeof x);
    return x;
}

static size_t
count_of(const struct writer_column *column, const struct writer_row *row)
{
    switch (column->kind) {
    case WRITER_ANSWERED:
        return row->score->answered;
    case WRITER_MISSING:
        return row->score->missing;
    case WRITER_RUN:
        return row->quality->run;
    case WRITER_FAILED:
        return row->quality->failed;
    case WRITER_CAUTION:
        return row->quality->caution;
    default:
        return 0;
    }
}

static const struct csv_field *
text_of(const struct writer_column *column, const struct writer_row *row)
{
    switch (column->kind) {
    case WRITER_ID:
        return row->id;
    case WRITER_TEAM:
        return row->team;
    default:
        return &row->kept[column->index];
    }
}

/* Words are short. */
static char *
put_string(char *p, const char *string)
{
    while (*string != '\0')
        *p++ = *string++;
    return p;
}

/* The words of the flags, separated by a space. */
static char *
put_flags(char *p, unsigned flags)
{
    const char *from = p;

    for (unsigned f = 1; f < 1u << LEWIS_FLAGS; f <<= 1) {
        if ((flags & f) == 0)
            continue;
        if (p > from)
            *p++ = ' ';
        p = put_string(p, lewis_flag_keyword((enum lewis_flag)f));
    }
    return p;
}

static char *
put_word(char *p, const struct writer_column *column,
         const struct writer_row *row)
{
    switch (column->kind) {
    case WRITER_STATUS:
        return put_string(p, row->status);
    case WRITER_STYLE:
        return put_string(p, lewis_styles_keyword(row->score->styles));
    case WRITER_NEAREST:
        return put_string(p, row->nearest);
    default:
        return row->score->status == LEWIS_REFUSED
                   ? p
                   : put_flags(p, row->quality->flags);
    }
}

static char *
put_count(char *p, size_t n)
{
    char *end = p + 1;

    for (size_t rest = n; rest >= 10; rest /= 10)
        end++;
    p = end;
    do
        *--p = (char)('0' + n % 10);
    while ((n /= 10) > 0);
    return end;
}

static int print(char *p, const char *format, ...) LEWIS_PRINTF(2, 3);

static int
print(char *p, const char *format, ...)
{
    va_list args;
    int size;

    va_start(args, format);
    size = number_vprint(p, WIDEST, format, args);
    va_end(args);
    return size;
}

/* The number of a column; 'missing' when there is none. */
static inline char *
put_number(char *p, double x, int digits, const char *missing)
{
    if (isnan(x))
        return put_string(p, missing);
    return p + (digits == 0 ? number_print_share(x, p)
                            : (size_t)print(p, "%.*f", digits, x));
}

/* A cell that is no text; 'missing' when it has nothing to say. */
static inline char *
put_figure(char *p, const struct writer_table *table,
           const struct writer_column *column, const struct writer_row *row,
           const char *missing)
{
    if (column->cell == WRITER_NUMBER)
        return put_number(p, number_of(column, row), table->digits, missing);
    return row->score->status == LEWIS_REFUSED
               ? put_string(p, missing)
               : put_count(p, count_of(column, row));
}

static bool
is_no_number(const char *bytes, size_t size)
{
    char number[LONG_NUMBER];
    double x;

    if (size >= sizeof number)
        return true;
    memcpy(number, bytes, size);
    number[size] = '\0';
    return strlen(number) < size || !number_parse(number, &x);
}

/* Would a spreadsheet run it? A number it would not. */
static inline bool
is_formula(const struct csv_field *text)
{
    switch (text->size > 0 ? text->bytes[0] : 0) {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case '\r':
        return is_no_number(text->bytes, text->size);
    default:
        return false;
    }
}

/* Letters and digits stand behind what needs them. */
static bool
needs_quotes(const struct csv_field *text)
{
    if (text->plain || lane_text_within(text->bytes, text->size, ',' + 1, 0x7f))
        return false;
    for (size_t i = 0; i < text->size; i++)
        if (text->bytes[i] == ',' || text->bytes[i] == '"' ||
            text->bytes[i] == '\n' || text->bytes[i] == '\r')
            return true;
    return false;
}

static char *
quote_csv(char *p, const struct csv_field *text, bool defuse)
{
    bool quotes = needs_quotes(text);

    if (quotes)
        *p++ = '"';
    if (defuse)
        *p++ = '\'';
    if (!quotes) {
        if (text->size > 0)
            memcpy(p, text->bytes, text->size);
        return p + text->size;
    }
    for (size_t i = 0; i < text->size; i++) {
        if (text->bytes[i] == '"')
            *p++ = '"';
        *p++ = text->bytes[i];
    }
    *p++ = '"';
    return p;
}

static char *
quote_tsv(char *p, const struct csv_field *text, bool defuse)
{
    if (defuse)
        *p++ = '\'';
    for (size_t i = 0; i < text->size; i++) {
        char c = text->bytes[i];
        *p++ = c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
    }
    return p;
}

static inline char *
put_cell(char *p, const struct writer_table *table,
         const struct writer_column *column, const struct writer_row *row,
         writer_quote *quote)
{
    const struct csv_field *text;

    switch (column->cell) {
    case WRITER_TEXT:
        text = text_of(column, row);
        return quote(p, text, !table->raw && is_formula(text));
    case WRITER_WORD:
        return put_word(p, column, row);
    default:
        return put_figure(p, table, column, row, "");
    }
}

char *
writer_put_cell(char *p, const struct writer_table *table,
                const struct writer_column *column,
                const struct writer_row *row, writer_quote *quote)
{
    return put_cell(p, table, column, row, quote);
}

size_t
writer_room(const struct writer_table *table)
{
    enum { COUNT = 3, WORD = 20, WHOLE = 3, DECIMALS = 6 };
    int digits = table->digits > 0 ? table->digits : DECIMALS;
    size_t room = 0;

    for (size_t i = table->texts; i < table->count; i++)
        room += table->column[i].cell == WRITER_NUMBER ? WHOLE + (size_t)digits
                : table->column[i].cell == WRITER_WORD ? WORD
                                                       : COUNT;
    return room;
}

size_t
writer_row_room(const struct writer_table *table, const struct writer_row *row)
{
    return 2 * row->texts + WIDEST * table->count + 1;
}

static char *
put_cells(char *p, const struct writer_table *table, size_t from, size_t to,
          const struct writer_row *row, char separator, writer_quote *quote)
{
    for (size_t i = from; i < to; i++) {
        p = put_cell(p, table, &table->column[i], row, quote);
        *p++ = separator;
    }
    return p;
}

static size_t
add_cells(struct text *out, const struct writer_table *table,
          const struct writer_row *row, char separator, writer_quote *quote)
{
    char *from = text_reserve(out, writer_row_room(table, row)), *figures, *p;

    if (from == NULL)
        return 0;
    figures = put_cells(from, table, 0, table->texts, row, separator, quote);
    p = put_cells(figures, table, table->texts, table->count, row, separator,
                  quote);
    p[-1] = '\n';
    out->size += (size_t)(p - from);
    return (size_t)(p - figures);
}

static void
add_again(struct text *out, const struct writer_table *table,
          const struct writer_row *row, const char *bytes, size_t size,
          char separator, writer_quote *quote)
{
    char *from = text_reserve(out, writer_row_room(table, row) + size), *p;

    if (from == NULL)
        return;
    p = put_cells(from, table, 0, table->texts, row, separator, quote);
    memcpy(p, bytes, size);
    out->size += (size_t)(p + size - from);
}

/* The header is text too. */
static void
add_header(struct text *out, const struct writer_table *table, char separator,
           writer_quote *quote)
{
    for (size_t i = 0; i < table->count; i++) {
        const char *bytes = table->column[i].name;
        const struct csv_field name = {bytes, strlen(bytes), false};
        char *from = text_reserve(out, 2 * name.size + 4), *p;
        if (from == NULL)
            return;
        p = quote(from, &name, !table->raw && is_formula(&name));
        *p++ = i + 1 < table->count ? separator : '\n';
        out->size += (size_t)(p - from);
    }
}

static void
begin_csv(struct text *out, const struct writer_table *table)
{
    add_header(out, table, ',', quote_csv);
}

static size_t
row_csv(struct text *out, const struct writer_table *table,
        const struct writer_row *row)
{
    return add_cells(out, table, row, ',', quote_csv);
}

static void
again_csv(struct text *out, const struct writer_table *table,
          const struct writer_row *row, const char *bytes, size_t size)
{
    add_again(out, table, row, bytes, size, ',', quote_csv);
}

static void
begin_tsv(struct text *out, const struct writer_table *table)
{
    add_header(out, table, '\t', quote_tsv);
}

static size_t
row_tsv(struct text *out, const struct writer_table *table,
        const struct writer_row *row)
{
    return add_cells(out, table, row, '\t', quote_tsv);
}

static void
again_tsv(struct text *out, const struct writer_table *table,
          const struct writer_row *row, const char *bytes, size_t size)
{
    add_again(out, table, row, bytes, size, '\t', quote_tsv);
}

static void
add_json_cell(struct text *out, const struct writer_table *table,
              const struct writer_column *column, const struct writer_row *row)
{
    enum writer_cell cell = column->cell;
    size_t room = WIDEST + strlen(row->nearest);
    char *from;

    if (cell == WRITER_TEXT) {
        const struct csv_field *text = text_of(column, row);
        text_add_json(out, text->bytes, text->size);
        return;
    }
    from = text_reserve(out, room);
    if (from == NULL)
        return;
    if (cell == WRITER_WORD) { /* words that need no escaping */
        char *p = from;
        *p++ = '"';
        p = put_word(p, column, row);
        *p++ = '"';
        out->size += (size_t)(p - from);
    } else {
        out->size +=
            (size_t)(put_figure(from, table, column, row, "null") - from);
    }
}

static size_t
row_jsonl(struct text *out, const struct writer_table *table,
          const struct writer_row *row)
{
    for (size_t i = 0; i < table->count; i++) {
        const char *name = table->column[i].name;
        text_add_bytes(out, i == 0 ? "{" : ",", 1);
        text_add_json(out, name, strlen(name));
        text_add_bytes(out, ":", 1);
        add_json_cell(out, table, &table->column[i], row);
    }
    text_add_bytes(out, "}\n", 2);
    return 0;
}

const struct writer writer_csv = {
    .begin = begin_csv, .row = row_csv, .again = again_csv};
const struct writer writer_tsv = {
    .begin = begin_tsv, .row = row_tsv, .again = again_tsv};
const struct writer writer_jsonl = {.row = row_jsonl};
