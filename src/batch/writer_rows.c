/* writer_rows.c - CSV, TSV and JSON Lines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "batch/writer.h"

enum { FLAGS = 7 }; /* of the columns of quality, the one that is words */

const char *const writer_columns[] = {
    "id",         "team",          "status",       "linear",
    "multi",      "reactive",      "linear_low",   "linear_high",
    "multi_low",  "multi_high",    "reactive_low", "reactive_high",
    "x",          "y",             "style",        "nearest",
    "answered",   "missing",       NULL,
};

const char *const writer_quality_columns[] = {
    "run",    "spread",   "mode",  "missing_share", "failed_checks",
    "halves", "halves_p", "flags", "caution",       NULL,
};

void
writer_numbers(const struct lewis_score *score, double number[WRITER_NUMBERS])
{
    for (int s = 0; s < LEWIS_STYLES; s++) {
        number[s] = score->share[s];
        number[3 + 2 * s] = score->low[s];
        number[4 + 2 * s] = score->high[s];
    }
    number[9] = score->point.x;
    number[10] = score->point.y;
}

static void
add_share(struct text *out, double x, int digits)
{
    char six[NUMBER_SHARE];

    if (digits == 0)
        text_add_bytes(out, six, number_print_share(x, six));
    else
        text_print(out, "%.*f", digits, x);
}

static void
add_count(struct text *out, size_t n)
{
    char digits[24], *p = digits + sizeof digits;

    do
        *--p = (char)('0' + n % 10);
    while ((n /= 10) > 0);
    text_add_bytes(out, p, (size_t)(digits + sizeof digits - p));
}

static void
add_header(struct text *out, const char *separator, bool quality)
{
    for (size_t i = 0; writer_columns[i] != NULL; i++) {
        text_add(out, i == 0 ? "" : separator);
        text_add(out, writer_columns[i]);
    }
    for (size_t i = 0; quality && writer_quality_columns[i] != NULL; i++) {
        text_add(out, separator);
        text_add(out, writer_quality_columns[i]);
    }
    text_add(out, "\n");
}

/* The words of the flags, separated by a space. */
static void
add_flags(struct text *out, unsigned flags)
{
    bool first = true;

    for (unsigned f = 1; f < 1u << LEWIS_FLAGS; f <<= 1) {
        if ((flags & f) == 0)
            continue;
        text_add(out, first ? "" : " ");
        text_add(out, lewis_flag_keyword((enum lewis_flag)f));
        first = false;
    }
}

/* The cells of quality: a number that is not there is empty, or null in JSON.
 */
static void
add_quality(struct text *out, const struct writer_row *row, size_t column,
            const char *missing)
{
    const struct lewis_quality *q = row->quality;
    const double number[] = {0, q->spread, q->mode, q->missing, 0, q->halves,
                             q->halves_p};

    if (row->score->status == LEWIS_REFUSED)
        text_add(out, missing);
    else if (column == 0 || column == 4)
        add_count(out, column == 0 ? q->run : q->failed);
    else if (column == 8)
        add_count(out, q->caution);
    else if (isnan(number[column]))
        text_add(out, missing);
    else
        add_share(out, number[column], row->digits);
}

/* A row of cells; 'quote' writes a text so that the format can hold it. */
static void
add_cells(struct text *out, const struct writer_row *row,
          const char *separator,
          void (*quote)(struct text *out, const char *bytes, size_t size))
{
    const struct lewis_score *score = row->score;
    double number[WRITER_NUMBERS];

    quote(out, row->sheet->id, row->sheet->id_size);
    text_add(out, separator);
    quote(out, row->sheet->team, row->sheet->team_size);
    text_add(out, separator);
    text_add(out, lewis_status_keyword(score->status));
    writer_numbers(score, number);
    for (size_t i = 0; i < WRITER_NUMBERS; i++) {
        text_add(out, separator);
        if (score->status == LEWIS_SCORED)
            add_share(out, number[i], row->digits);
    }
    text_add(out, separator);
    text_add(out, lewis_styles_keyword(score->styles));
    text_add(out, separator);
    text_add(out, row->nearest);
    text_add(out, separator);
    if (score->status != LEWIS_REFUSED)
        add_count(out, score->answered);
    text_add(out, separator);
    if (score->status != LEWIS_REFUSED)
        add_count(out, score->missing);
    for (size_t i = 0;
         row->quality != NULL && writer_quality_columns[i] != NULL; i++) {
        text_add(out, separator);
        if (i == FLAGS && score->status != LEWIS_REFUSED)
            add_flags(out, row->quality->flags);
        else if (i != FLAGS)
            add_quality(out, row, i, "");
    }
    text_add(out, "\n");
}

static bool
needs_quotes(const char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (bytes[i] == ',' || bytes[i] == '"' || bytes[i] == '\n' ||
            bytes[i] == '\r')
            return true;
    return false;
}

static void
quote_csv(struct text *out, const char *bytes, size_t size)
{
    if (!needs_quotes(bytes, size)) {
        text_add_bytes(out, bytes, size);
        return;
    }
    text_add(out, "\"");
    for (size_t i = 0; i < size; i++)
        text_add_bytes(out, bytes[i] == '"' ? "\"\"" : &bytes[i],
                       bytes[i] == '"' ? 2 : 1);
    text_add(out, "\"");
}

static void
quote_tsv(struct text *out, const char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        bool space =
            bytes[i] == '\t' || bytes[i] == '\n' || bytes[i] == '\r';
        text_add_bytes(out, space ? " " : &bytes[i], 1);
    }
}

static void
begin_csv(struct text *out, bool quality)
{
    add_header(out, ",", quality);
}

static void
row_csv(struct text *out, const struct writer_row *row)
{
    add_cells(out, row, ",", quote_csv);
}

static void
begin_tsv(struct text *out, bool quality)
{
    add_header(out, "\t", quality);
}

static void
row_tsv(struct text *out, const struct writer_row *row)
{
    add_cells(out, row, "\t", quote_tsv);
}

static void
add_key(struct text *out, size_t column)
{
    text_print(out, "%s\"%s\":", column == 0 ? "{" : ",",
               writer_columns[column]);
}

static void
add_json_quality(struct text *out, const struct writer_row *row)
{
    for (size_t i = 0; writer_quality_columns[i] != NULL; i++) {
        text_print(out, ",\"%s\":", writer_quality_columns[i]);
        if (i == FLAGS) {
            text_add(out, "\"");
            if (row->score->status != LEWIS_REFUSED)
                add_flags(out, row->quality->flags);
            text_add(out, "\"");
        } else {
            add_quality(out, row, i, "null");
        }
    }
}

static void
row_jsonl(struct text *out, const struct writer_row *row)
{
    const struct lewis_score *score = row->score;
    const char *styles = lewis_styles_keyword(score->styles);
    const char *status = lewis_status_keyword(score->status);
    double number[WRITER_NUMBERS];
    size_t column = 0;

    add_key(out, column++);
    text_add_json(out, row->sheet->id, row->sheet->id_size);
    add_key(out, column++);
    text_add_json(out, row->sheet->team, row->sheet->team_size);
    add_key(out, column++);
    text_add_json(out, status, strlen(status));
    writer_numbers(score, number);
    for (size_t i = 0; i < WRITER_NUMBERS; i++) {
        add_key(out, column++);
        if (score->status == LEWIS_SCORED)
            add_share(out, number[i], row->digits);
        else
            text_add(out, "null");
    }
    add_key(out, column++);
    text_add_json(out, styles, strlen(styles));
    add_key(out, column++);
    text_add_json(out, row->nearest, strlen(row->nearest));
    for (int i = 0; i < 2; i++) {
        add_key(out, column++);
        if (score->status == LEWIS_REFUSED)
            text_add(out, "null");
        else
            add_count(out, i == 0 ? score->answered : score->missing);
    }
    if (row->quality != NULL)
        add_json_quality(out, row);
    text_add(out, "}\n");
}

const struct writer writer_csv = {.begin = begin_csv, .row = row_csv};
const struct writer writer_tsv = {.begin = begin_tsv, .row = row_tsv};
const struct writer writer_jsonl = {.row = row_jsonl};
