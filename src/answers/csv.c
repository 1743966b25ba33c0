/* csv.c - RFC 4180 rows from a file, one at a time, in bounded memory.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "answers/csv.h"
#include "base/error.h"

enum { CHUNK = 256 * 1024 };

/* Where a field stands, relative to the row's start. */
struct span {
    size_t at, size;
    bool quoted, doubled; /* doubled: holds "" to be undone */
};

struct csv {
    int fd;
    bool owned, eof, begun;
    char separator;
    char *name;
    char *bytes; /* the row being read starts at 'start' */
    size_t start, next, end, room;
    long line, next_line;
    struct span *span;
    size_t count, span_room;
};

/* What one look at a row found. */
enum scan { SCAN_ROW, SCAN_MORE, SCAN_STRAY, SCAN_MEMORY };

static const char *
shown_name(const char *path)
{
    return strcmp(path, "-") == 0 ? "standard input" : path;
}

struct csv *
csv_open(const char *path, struct lewis_error *error)
{
    struct csv *csv = calloc(1, sizeof *csv);

    if (csv == NULL) {
        error_memory(error);
        return NULL;
    }
    csv->name = strdup(shown_name(path));
    if (csv->name == NULL) {
        error_memory(error);
        free(csv);
        return NULL;
    }
    csv->separator = ',';
    csv->next_line = 1;
    csv->owned = strcmp(path, "-") != 0;
    csv->fd = csv->owned ? open(path, O_RDONLY | O_CLOEXEC) : STDIN_FILENO;
    if (csv->fd < 0) {
        error_system(error, path, "open");
        csv->owned = false;
        csv_free(csv);
        return NULL;
    }
    return csv;
}

void
csv_free(struct csv *csv)
{
    if (csv == NULL)
        return;
    if (csv->owned)
        close(csv->fd);
    free(csv->name);
    free(csv->bytes);
    free(csv->span);
    free(csv);
}

/* Moves the row to the front and makes room for another chunk. */
static bool
make_room(struct csv *csv)
{
    if (csv->start > 0) {
        memmove(csv->bytes, csv->bytes + csv->start, csv->end - csv->start);
        csv->end -= csv->start;
        csv->next -= csv->start;
        csv->start = 0;
    }
    if (csv->room - csv->end >= CHUNK)
        return true;
    size_t room = csv->room == 0 ? 2 * CHUNK : 2 * csv->room;
    char *bytes = realloc(csv->bytes, room);
    if (bytes == NULL)
        return false;
    csv->bytes = bytes;
    csv->room = room;
    return true;
}

/* Reads another chunk. False with *error set when that failed. */
static bool
fill(struct csv *csv, struct lewis_error *error)
{
    ssize_t n;

    if (!make_room(csv))
        return error_memory(error);
    do
        n = read(csv->fd, csv->bytes + csv->end, csv->room - csv->end);
    while (n < 0 && errno == EINTR);
    if (n < 0)
        return error_system(error, csv->name, "read");
    csv->eof = n == 0;
    csv->end += (size_t)n;
    return true;
}

static bool
push(struct csv *csv, struct span span)
{
    if (csv->count == csv->span_room) {
        size_t room = csv->span_room == 0 ? 64 : 2 * csv->span_room;
        struct span *grown = realloc(csv->span, room * sizeof *grown);
        if (grown == NULL)
            return false;
        csv->span = grown;
        csv->span_room = room;
    }
    csv->span[csv->count++] = span;
    return true;
}

/* The end of a quoted field that opens at p: the byte behind the closing
 * quote, or NULL when it does not close before 'end'. */
static const char *
skip_quoted(const char *p, const char *end, bool *doubled)
{
    p++;
    while (p < end) {
        p = memchr(p, '"', (size_t)(end - p));
        if (p == NULL)
            return NULL;
        if (p + 1 == end || p[1] != '"')
            return p + 1;
        *doubled = true;
        p += 2;
    }
    return NULL;
}

static const char *
skip_plain(const char *p, const char *end, char separator)
{
    while (p < end && *p != separator && *p != '\n' && *p != '\r')
        p++;
    return p;
}

/* One field at p; its end, or NULL when the bytes do not hold all of it. */
static const char *
scan_field(const struct csv *csv, const char *p, const char *end,
           struct span *span)
{
    const char *from = p;

    *span = (struct span){.at = (size_t)(p - csv->bytes) - csv->start};
    if (p < end && *p == '"') {
        span->quoted = true;
        p = skip_quoted(p, end, &span->doubled);
    } else {
        p = skip_plain(p, end, csv->separator);
    }
    if (p == NULL || (p == end && !csv->eof))
        return NULL;
    span->size = (size_t)(p - from);
    return p;
}

/* The byte behind the line end at p; NULL when more bytes must tell. */
static const char *
skip_line_end(const struct csv *csv, const char *p, const char *end)
{
    if (p == end)
        return p;
    if (*p == '\r' && p + 1 == end && !csv->eof)
        return NULL;
    return p + (*p == '\r' && p + 1 < end && p[1] == '\n' ? 2 : 1);
}

/* Cuts the row at csv->start into spans; sets csv->next behind it. */
static enum scan
scan_row(struct csv *csv)
{
    const char *end = csv->bytes + csv->end, *p = csv->bytes + csv->start;
    struct span span;

    for (csv->count = 0;; p++) {
        p = scan_field(csv, p, end, &span);
        if (p == NULL)
            return SCAN_MORE;
        if (!push(csv, span))
            return SCAN_MEMORY;
        if (p < end && *p == csv->separator)
            continue;
        if (p < end && *p != '\n' && *p != '\r')
            return SCAN_STRAY;
        p = skip_line_end(csv, p, end);
        if (p == NULL)
            return SCAN_MORE;
        csv->next = (size_t)(p - csv->bytes);
        return SCAN_ROW;
    }
}

static long
count_lines(const char *p, const char *end)
{
    long n = 0;

    for (; p < end; p++)
        n += *p == '\n' || (*p == '\r' && (p + 1 == end || p[1] != '\n'));
    return n;
}

/* Passes over the line at csv->start, reading on while it has no end. */
static bool
skip_line(struct csv *csv, struct lewis_error *error)
{
    for (;;) {
        char *p = csv->bytes + csv->start;
        size_t size = csv->end - csv->start;
        char *stop = size == 0 ? NULL : memchr(p, '\n', size);
        if (stop != NULL) {
            csv->next = (size_t)(stop + 1 - csv->bytes);
            csv->next_line++;
            return true;
        }
        csv->start = csv->next = csv->end;
        if (csv->eof)
            return true;
        if (!fill(csv, error))
            return false;
    }
}

/* The line at csv->start is no row. */
static enum csv_result
broken(struct csv *csv, const char *why, struct lewis_error *error)
{
    struct lewis_error trouble;

    csv->count = 0;
    if (!skip_line(csv, &trouble)) {
        if (error != NULL)
            *error = trouble;
        return CSV_FAILED;
    }
    error_set(error, LEWIS_ESYNTAX, "%s", why);
    error_at(error, csv->name, csv->line, NULL);
    return CSV_BROKEN;
}

/* The row at csv->start has no end within reach. */
static enum csv_result
too_long(struct csv *csv, struct lewis_error *error)
{
    bool open = memchr(csv->bytes + csv->start, '"',
                       csv->end - csv->start) != NULL;

    return broken(csv,
                  open ? "a quote that opens on this line never closes"
                       : "this line is over 1 MiB long; it is no row of "
                         "answers",
                  error);
}

/* Undoes the quotes of the row's fields, in place. */
static void
unquote(struct csv *csv)
{
    for (size_t i = 0; i < csv->count; i++) {
        struct span *span = &csv->span[i];
        if (!span->quoted)
            continue;
        char *from = csv->bytes + csv->start + span->at + 1, *to = from;
        char *end = from + span->size - 2;
        span->at++;
        for (; from < end; from++) {
            *to++ = *from;
            from += *from == '"' && span->doubled;
        }
        span->size = (size_t)(to - csv->bytes) - csv->start - span->at;
    }
}

static bool
is_blank(const struct csv *csv)
{
    return csv->count == 1 && csv->span[0].size == 0;
}

/* The most frequent of , ; and tab outside quotes on the first line. */
static char
sniff_separator(const char *p, const char *end)
{
    static const char candidate[] = ",;\t";
    size_t seen[3] = {0}, best = 0;
    bool quoted = false;

    for (; p < end && (quoted || (*p != '\n' && *p != '\r')); p++) {
        const char *at = *p == '\0' ? NULL : strchr(candidate, *p);
        if (*p == '"')
            quoted = !quoted;
        else if (!quoted && at != NULL)
            seen[at - candidate]++;
    }
    for (size_t i = 1; i < 3; i++)
        if (seen[i] > seen[best])
            best = i;
    return candidate[best];
}

/* The length of a line "sep=;" that some spreadsheets put first, or 0; the
 * separator it names. */
static size_t
separator_line(const char *p, const char *end, char *separator)
{
    const char *from = p;
    bool quoted = p < end && *p == '"';

    p += quoted;
    if (end - p < 5 || memcmp(p, "sep=", 4) != 0)
        return 0;
    *separator = p[4];
    p += 5;
    p += quoted && p < end && *p == '"';
    p += p < end && *p == '\r';
    return p < end && *p == '\n' ? (size_t)(p + 1 - from) : 0;
}

/* What a file is that is no CSV file at all; NULL when it may be one. */
static const char *
foreign_kind(const unsigned char *b, size_t size)
{
    if (size >= 2 && ((b[0] == 0xFF && b[1] == 0xFE) ||
                      (b[0] == 0xFE && b[1] == 0xFF)))
        return "this is UTF-16 text; save it as \"CSV UTF-8\"";
    if (size >= 4 && memcmp(b, "PK\003\004", 4) == 0)
        return "this is an Excel workbook or another ZIP file; save the sheet "
               "as \"CSV UTF-8\"";
    if (size >= 8 && memcmp(b, "\xD0\xCF\x11\xE0", 4) == 0)
        return "this is an old Excel workbook; save the sheet as \"CSV "
               "UTF-8\"";
    if (size >= 4 && memcmp(b, "%PDF", 4) == 0)
        return "this is a PDF file, and no answers in CSV";
    return NULL;
}

/* Byte order mark, and the separator. */
static bool
begin(struct csv *csv, struct lewis_error *error)
{
    while (!csv->eof && csv->end < CHUNK &&
           (csv->end == 0 || memchr(csv->bytes, '\n', csv->end) == NULL))
        if (!fill(csv, error))
            return false;
    const char *end = csv->bytes + csv->end;
    const char *foreign =
        foreign_kind((const unsigned char *)csv->bytes, csv->end);
    if (foreign != NULL) {
        error_set(error, LEWIS_ESYNTAX, "%s", foreign);
        return error_at(error, csv->name, 1, NULL);
    }
    if (csv->end >= 3 && memcmp(csv->bytes, "\xEF\xBB\xBF", 3) == 0)
        csv->next = 3;
    csv->separator = sniff_separator(csv->bytes + csv->next, end);
    size_t size = separator_line(csv->bytes + csv->next, end,
                                 &csv->separator);
    csv->next += size;
    csv->next_line += size > 0;
    csv->begun = true;
    return true;
}

/* Reads until the row at csv->start is whole, or is known to be no row. */
static enum csv_result
read_row(struct csv *csv, struct lewis_error *error)
{
    enum scan scan;

    while ((scan = scan_row(csv)) == SCAN_MORE) {
        if (csv->eof || csv->end - csv->start > CSV_ROW_LIMIT)
            return too_long(csv, error);
        if (!fill(csv, error))
            return CSV_FAILED;
    }
    if (scan == SCAN_MEMORY) {
        error_memory(error);
        return CSV_FAILED;
    }
    if (scan == SCAN_STRAY)
        return broken(csv, "there is text behind a closing quote; quotes "
                           "inside a field are written twice",
                      error);
    csv->next_line += count_lines(csv->bytes + csv->start,
                                  csv->bytes + csv->next);
    unquote(csv);
    return CSV_ROW;
}

enum csv_result
csv_next(struct csv *csv, struct lewis_error *error)
{
    enum csv_result result;

    if (!csv->begun && !begin(csv, error))
        return CSV_FAILED;
    do {
        csv->start = csv->next;
        csv->line = csv->next_line;
        if (csv->start == csv->end && !csv->eof && !fill(csv, error))
            return CSV_FAILED;
        if (csv->start == csv->end && csv->eof)
            return CSV_END;
        result = read_row(csv, error);
    } while (result == CSV_ROW && is_blank(csv));
    return result;
}

size_t
csv_count(const struct csv *csv)
{
    return csv->count;
}

struct csv_field
csv_field(const struct csv *csv, size_t index)
{
    const struct span *span = &csv->span[index];

    return (struct csv_field){csv->bytes + csv->start + span->at, span->size};
}

long
csv_line(const struct csv *csv)
{
    return csv->line;
}

const char *
csv_name(const struct csv *csv)
{
    return csv->name;
}
