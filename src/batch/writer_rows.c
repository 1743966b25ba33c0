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

/* Where the numbers of columns stand, the first of those with an index. */
static const struct {
    bool quality; /* of the row's quality, else of its score */
    size_t at;
} numbers[] = {
    [WRITER_SHARE] = {false, offsetof(struct lewis_score, share)},
    [WRITER_LOW] = {false, offsetof(struct lewis_score, low)},
    [WRITER_HIGH] = {false, offsetof(struct lewis_score, high)},
    [WRITER_X] = {false, offsetof(struct lewis_score, point.x)},
    [WRITER_Y] = {false, offsetof(struct lewis_score, point.y)},
    [WRITER_SPREAD] = {true, offsetof(struct lewis_quality, spread)},
    [WRITER_MODE] = {true, offsetof(struct lewis_quality, mode)},
    [WRITER_MISSING_SHARE] = {true, offsetof(struct lewis_quality, missing)},
    [WRITER_HALVES] = {true, offsetof(struct lewis_quality, halves)},
    [WRITER_HALVES_P] = {true, offsetof(struct lewis_quality, halves_p)},
};

/* The number of a column that is 0..1; NaN when the row has none. */
static inline double
number_of(const struct writer_column *column, const struct writer_row *row)
{
    const char *from = numbers[column->kind].quality
                           ? (const char *)row->quality
                           : (const char *)row->score;
    double x;

    memcpy(&x, from + numbers[column->kind].at + column->index * sizeof x,
           sizeof x);
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

static struct csv_field
text_of(const struct writer_column *column, const struct writer_row *row)
{
    const struct lewis_sheet *sheet = row->sheet;

    switch (column->kind) {
    case WRITER_ID:
        return (struct csv_field){sheet->id, sheet->id_size};
    case WRITER_TEAM:
        return (struct csv_field){sheet->team, sheet->team_size};
    default:
        return row->kept[column->index];
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

static int
print(char *p, const char *format, ...) LEWIS_PRINTF(2, 3);

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

static char *
put_number(char *p, double x, int digits)
{
    return p + (digits == 0 ? number_print_share(x, p)
                            : (size_t)print(p, "%.*f", digits, x));
}

/* A cell that is no text; 'missing' when it has nothing to say. */
static inline char *
put_figure(char *p, const struct writer_table *table,
           const struct writer_column *column, const struct writer_row *row,
           const char *missing)
{
    double x;

    if (row->score->status == LEWIS_REFUSED)
        return put_string(p, missing);
    if (column->cell == WRITER_COUNT)
        return put_count(p, count_of(column, row));
    x = number_of(column, row);
    return isnan(x) ? put_string(p, missing) : put_number(p, x, table->digits);
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
is_formula(const char *bytes, size_t size)
{
    switch (size > 0 ? bytes[0] : 0) {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case '\r':
        return is_no_number(bytes, size);
    default:
        return false;
    }
}

/* Letters and digits stand behind what needs them. */
static bool
needs_quotes(const char *bytes, size_t size)
{
    if (lane_text_within(bytes, size, ',' + 1, 0x7f))
        return false;
    for (size_t i = 0; i < size; i++)
        if (bytes[i] == ',' || bytes[i] == '"' || bytes[i] == '\n' ||
            bytes[i] == '\r')
            return true;
    return false;
}

static char *
quote_csv(char *p, const char *bytes, size_t size, bool defuse)
{
    bool quotes = needs_quotes(bytes, size);

    if (quotes)
        *p++ = '"';
    if (defuse)
        *p++ = '\'';
    if (!quotes) {
        if (size > 0)
            memcpy(p, bytes, size);
        return p + size;
    }
    for (size_t i = 0; i < size; i++) {
        if (bytes[i] == '"')
            *p++ = '"';
        *p++ = bytes[i];
    }
    *p++ = '"';
    return p;
}

static char *
quote_tsv(char *p, const char *bytes, size_t size, bool defuse)
{
    if (defuse)
        *p++ = '\'';
    for (size_t i = 0; i < size; i++)
        *p++ = bytes[i] == '\t' || bytes[i] == '\n' || bytes[i] == '\r'
                   ? ' '
                   : bytes[i];
    return p;
}

static inline char *
put_cell(char *p, const struct writer_table *table,
         const struct writer_column *column, const struct writer_row *row,
         writer_quote *quote)
{
    struct csv_field text;

    switch (column->cell) {
    case WRITER_TEXT:
        text = text_of(column, row);
        return quote(p, text.bytes, text.size,
                     !table->raw && is_formula(text.bytes, text.size));
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
writer_row_room(const struct writer_table *table, const struct writer_row *row)
{
    return strlen(row->nearest) + 2 * row->texts + WIDEST * table->count + 1;
}

static void
add_cells(struct text *out, const struct writer_table *table,
          const struct writer_row *row, char separator, writer_quote *quote)
{
    const struct writer_column *end = table->column + table->count;
    char *from = text_reserve(out, writer_row_room(table, row)), *p = from;

    if (p == NULL)
        return;
    for (const struct writer_column *c = table->column; c < end; c++) {
        p = put_cell(p, table, c, row, quote);
        *p++ = separator;
    }
    p[-1] = '\n';
    out->size += (size_t)(p - from);
}

/* The header is text too. */
static void
add_header(struct text *out, const struct writer_table *table, char separator,
           writer_quote *quote)
{
    for (size_t i = 0; i < table->count; i++) {
        const char *name = table->column[i].name;
        size_t size = strlen(name);
        char *from = text_reserve(out, 2 * size + 4), *p;
        if (from == NULL)
            return;
        p = quote(from, name, size, !table->raw && is_formula(name, size));
        *p++ = i + 1 < table->count ? separator : '\n';
        out->size += (size_t)(p - from);
    }
}

static void
begin_csv(struct text *out, const struct writer_table *table)
{
    add_header(out, table, ',', quote_csv);
}

static void
row_csv(struct text *out, const struct writer_table *table,
        const struct writer_row *row)
{
    add_cells(out, table, row, ',', quote_csv);
}

static void
begin_tsv(struct text *out, const struct writer_table *table)
{
    add_header(out, table, '\t', quote_tsv);
}

static void
row_tsv(struct text *out, const struct writer_table *table,
        const struct writer_row *row)
{
    add_cells(out, table, row, '\t', quote_tsv);
}

static void
add_json_cell(struct text *out, const struct writer_table *table,
              const struct writer_column *column,
              const struct writer_row *row)
{
    enum writer_cell cell = column->cell;
    size_t room = WIDEST + strlen(row->nearest);
    char *from;

    if (cell == WRITER_TEXT) {
        struct csv_field text = text_of(column, row);
        text_add_json(out, text.bytes, text.size);
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
        out->size += (size_t)(put_figure(from, table, column, row, "null") -
                              from);
    }
}

static void
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
}

const struct writer writer_csv = {.begin = begin_csv, .row = row_csv};
const struct writer writer_tsv = {.begin = begin_tsv, .row = row_tsv};
const struct writer writer_jsonl = {.row = row_jsonl};
