/* rejects.c - refused rows as they stand in the file, with line and reason.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "base/text.h"
#include "batch/columns.h"
#include "batch/rejects.h"

/* A record as it is, with a line end if it has none. */
static void
write_record(struct lewis_output *output, struct csv_field record)
{
    char last = record.size == 0 ? '\0' : record.bytes[record.size - 1];

    lewis_output_write(output, record.bytes, record.size);
    if (last != '\n' && last != '\r')
        lewis_output_write(output, "\n", 1);
}

void
rejects_mark(const struct rejects_place *place)
{
    lewis_output_write(place->output, "\xEF\xBB\xBF", 3);
}

/* The rows of a header; the first names the two columns. 'bytes' have a fence
 * behind them. */
static bool
write_rows(const struct rejects_place *place, const char *bytes, size_t size)
{
    const char *line = columns_line, *reason = columns_reason;
    struct record record = {0};
    bool ok = true;

    for (size_t at = 0; ok && at < size; at += record.size) {
        ok = record_cut(&record, place->separator, bytes + at, size - at);
        if (!ok)
            break;
        lewis_output_print(place->output, "%s%c%s%c", line, place->separator,
                           reason, place->separator);
        write_record(place->output,
                     (struct csv_field){bytes + at, record.size, false});
        line = reason = "";
    }
    record_release(&record);
    return ok;
}

bool
rejects_header(const struct rejects_place *place, struct csv_field header)
{
    struct text fenced = {0};
    bool ok;

    text_add_bytes(&fenced, header.bytes, header.size);
    text_add(&fenced, "\n");
    ok = text_ok(&fenced) &&
         write_rows(place, text_string(&fenced), header.size);
    text_release(&fenced);
    return ok;
}

/* A quoted field; it says what column it is about. */
static void
write_reason(struct lewis_output *output, const struct lewis_error *why)
{
    char line[LEWIS_ERROR_TEXT + LEWIS_ERROR_NAME + 64];

    error_print_english(why, line, sizeof line);
    lewis_output_write(output, "\"", 1);
    for (const char *p = line; *p != '\0'; p++) {
        if (*p == '"')
            lewis_output_write(output, "\"", 1);
        lewis_output_write(output, p, 1);
    }
    lewis_output_write(output, "\"", 1);
}

void
rejects_row(const struct rejects_place *place, const struct lewis_sheet *sheet,
            struct csv_field record)
{
    lewis_output_print(place->output, "%ld%c", sheet->line, place->separator);
    write_reason(place->output, &sheet->why);
    lewis_output_write(place->output, &place->separator, 1);
    write_record(place->output, record);
}
