/* record.c - RFC 4180 records in memory.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "answers/record.h"
#include "base/lane.h"
#include "base/text.h"
#include "base/translation.h"

static const char never_closes[] =
    N_("a quote that opens on this line never closes");
static const char over_limit[] =
    N_("this line is over 1 MiB long; it is no row of answers");
static const char stray_text[] =
    N_("there is text behind a closing quote; quotes inside a field are written "
       "twice");

/* The last byte c of p .. end - 1, or NULL. */
static const char *
find_last(const char *p, const char *end, char c)
{
    while (end > p)
        if (*--end == c)
            return end;
    return NULL;
}

static const char *
find(const char *p, const char *end, char c)
{
    return p < end ? memchr(p, c, (size_t)(end - p)) : NULL;
}

void
record_release(struct record *record)
{
    free(record->field);
    free(record->undone);
    *record = (struct record){0};
}

bool
record_reserve(struct record *record, size_t fields)
{
    size_t room = record->room == 0 ? 64 : record->room;
    struct csv_field *field;

    if (fields <= record->room)
        return true;
    while (room < fields)
        room *= 2;
    field = realloc(record->field, room * sizeof *field);
    if (field == NULL)
        return false;
    record->field = field;
    record->room = room;
    return true;
}

static const char *
search_quote(const char *p, const char *end, bool *doubled)
{
    while ((p = find(p, end, '"')) != NULL) {
        if (p + 1 == end || p[1] != '"')
            return p;
        *doubled = true;
        p += 2;
    }
    return NULL;
}

/* The closing quote of a field whose quote opens just before p, or NULL;
 * *doubled is set when there are quotes to be undone before it. Most fields are
 * short. */
static inline const char *
closing_quote(const char *p, const char *end, bool *doubled)
{
    enum { SHORT = 12 };

    if (end - p > SHORT)
        for (int i = 0; i < SHORT; i++)
            if (p[i] == '"')
                return p[i + 1] != '"' ? p + i
                                       : search_quote(p + i, end, doubled);
    return search_quote(p, end, doubled);
}

static long
count_lines(const char *p, const char *end)
{
    long n = 0;

    for (; p < end; p++)
        n += *p == '\n' || (*p == '\r' && (p + 1 == end || p[1] != '\n'));
    return n;
}

/* The record is no row: it costs its first line. */
static bool
break_record(struct record *record, const char *why, const char *end)
{
    const char *stop = find(record->bytes, end, '\n');

    record->broken = why;
    record->count = 0;
    record->lines = stop != NULL;
    record->size = (size_t)((stop != NULL ? stop + 1 : end) - record->bytes);
    return true;
}

/* There is no end within the limit. */
static bool
break_long(struct record *record, const char *end)
{
    size_t size = (size_t)(end - record->bytes);

    if (size > RECORD_LIMIT)
        size = RECORD_LIMIT;
    return break_record(record,
                        memchr(record->bytes, '"', size) != NULL ? never_closes
                                                                 : over_limit,
                        end);
}

/* Undoes the doubled quotes of quoted fields. */
static bool
undo_doubled(struct record *record)
{
    char *to;

    if (record->undone_room < record->size) {
        free(record->undone);
        record->undone = malloc(record->size);
        record->undone_room = record->undone == NULL ? 0 : record->size;
        if (record->undone == NULL)
            return false;
    }
    to = record->undone;
    for (size_t i = 0; i < record->count; i++) {
        struct csv_field *field = &record->field[i];
        const char *p = field->bytes, *end = p + field->size;
        if (p == record->bytes || p[-1] != '"' || find(p, end, '"') == NULL)
            continue; /* a plain field stands behind a separator */
        field->bytes = to;
        for (; p < end; p++) {
            *to++ = *p;
            p += *p == '"';
        }
        field->size = (size_t)(to - field->bytes);
    }
    return true;
}

bool
record_cut(struct record *record, char separator, const char *bytes,
           size_t size)
{
    const char *p = bytes, *end = bytes + size, *from;
    bool doubled = false;
    long lines = 0; /* inside of fields */
    size_t n = 0;

    record->bytes = bytes;
    record->broken = NULL;
    for (;; p++) {
        if (n == record->room && !record_reserve(record, n + 1))
            return false;
        from = p;
        if (*p == '"' && p < end) {
            from++;
            p = closing_quote(from, end, &doubled);
            if (p == NULL)
                return break_long(record, end);
            record->field[n++] =
                (struct csv_field){from, (size_t)(p - from), false};
            lines += count_lines(from, p);
            p++;
            if (p < end && *p != separator && *p != '\n' && *p != '\r')
                return p - bytes > RECORD_LIMIT
                           ? break_long(record, end)
                           : break_record(record, stray_text, end);
        } else {
            p = p < end ? record_plain_end(p, separator) : end;
            record->field[n++] =
                (struct csv_field){from, (size_t)(p - from), false};
        }
        if (p >= end || *p != separator)
            break;
    }
    if (p - bytes > RECORD_LIMIT)
        return break_long(record, end);
    record->count = n;
    end = record_behind_line(p, end);
    record->size = (size_t)(end - bytes);
    record->lines = lines + (end > p);
    return !doubled || undo_doubled(record);
}

bool
record_is_blank(const struct record *record)
{
    return record->broken == NULL && record->count == 1 &&
           record->field[0].size == 0;
}

bool
record_is_empty(const struct record *record)
{
    for (size_t i = 0; i < record->count; i++) {
        struct csv_field field = record->field[i];
        if (field.size > 0)
            text_trim(&field.bytes, &field.size);
        if (field.size > 0)
            return false;
    }
    return record->broken == NULL;
}

/* Looks for the end of the last whole record among bytes with quotes. */
struct search {
    const char *start; /* of the record at hand */
    const char *p;     /* here, outside quotes */
    const char *end;
    char separator;
    bool last;
};

/* Up to 'stop' there is no quote that opens: what records end before it? False
 * when one of them is over the limit; then search->p is behind its line. */
static bool
pass_plain(struct search *s, const char *stop)
{
    const char *p = s->p, *line;

    if (stop - s->start > RECORD_LIMIT) { /* seldom: look at the first end */
        while (p < stop && *p != '\n' && *p != '\r')
            p++;
        if (p < stop && p - s->start > RECORD_LIMIT) {
            p = find(s->start, s->end, '\n');
            s->start = s->p = p != NULL ? p + 1 : s->end;
            return false;
        }
        p = s->p;
    }
    line = find_last(p, stop, '\n');
    p = find_last(line != NULL ? line + 1 : s->p, stop, '\r');
    if (p != NULL && p + 1 == s->end) /* a line feed may follow */
        p = find_last(line != NULL ? line + 1 : s->p, p, '\r');
    if (p != NULL)
        line = p;
    if (line != NULL)
        s->start = line + 1;
    s->p = stop;
    return true;
}

/* The record at hand is no row: on at the next line. False when there is none.
 */
static bool
skip_line(struct search *s)
{
    const char *line = find(s->start, s->end, '\n');

    if (line == NULL)
        return false;
    s->start = s->p = line + 1;
    return true;
}

static bool
opens_field(const struct search *s, const char *quote)
{
    return quote == s->start || quote[-1] == s->separator ||
           quote[-1] == '\n' || quote[-1] == '\r';
}

/* Passes a quoted field that opens at s->p. False when it has no end here. */
static bool
pass_quoted(struct search *s)
{
    bool doubled;
    const char *close = closing_quote(s->p + 1, s->end, &doubled);

    if (close == NULL || (close + 1 == s->end && !s->last)) {
        if (!s->last && s->end - s->start <= RECORD_LIMIT + 2)
            return false;
        return skip_line(s);
    }
    s->p = close + 1;
    if (s->p - s->start > RECORD_LIMIT ||
        (s->p < s->end && *s->p != s->separator && *s->p != '\n' &&
         *s->p != '\r'))
        return skip_line(s);
    return true;
}

/* Fields of one byte in quotes, two at a time, as long as another quoted field
 * stands behind them. */
static void
pass_twos(struct search *s)
{
    const uint64_t around = lane_two_quoted(s->separator);

    while (s->end - s->p > LANE && s->p[1] != '"' && s->p[5] != '"' &&
           (lane_load(s->p) & LANE_TWO_QUOTED) == around && s->p[LANE] == '"')
        s->p += LANE;
}

/* Behind a quoted field: is there another? Then on to its quote. */
static bool
next_quoted(struct search *s)
{
    bool another =
        s->end - s->p >= 2 && s->p[0] == s->separator && s->p[1] == '"';

    s->p += another;
    if (another)
        pass_twos(s);
    return another;
}

size_t
record_wholes(const char *bytes, size_t size, char separator, bool last)
{
    struct search s = {bytes, bytes, bytes + size, separator, last};
    const char *quote;

    if (last)
        return size;
    while ((quote = find(s.p, s.end, '"')) != NULL) {
        if (!opens_field(&s, quote)) {
            if (pass_plain(&s, quote))
                s.p = quote + 1;
        } else if (pass_plain(&s, quote)) {
            do
                if (!pass_quoted(&s))
                    return (size_t)(s.start - bytes);
            while (next_quoted(&s));
        }
    }
    while (!pass_plain(&s, s.end))
        ;
    return (size_t)(s.start - bytes);
}

static const char candidate[] = ",;\t";

static const char *
find_candidate(char c)
{
    return c == '\0' ? NULL : strchr(candidate, c);
}

/* A quote opens where a field begins, and when it is the second of two; inside
 * a plain field it is a character like others. */
char
record_separator(const char *bytes, size_t size)
{
    const char *p = bytes, *end = bytes + size, *closed = NULL;
    size_t seen[3] = {0}, best = 0;
    bool quoted = false;

    for (; p < end && (quoted || (*p != '\n' && *p != '\r')); p++) {
        const char *at = find_candidate(*p);
        if (*p == '"' && quoted) {
            quoted = false;
            closed = p;
        } else if (*p == '"') {
            quoted = p == bytes || closed == p - 1 ||
                     find_candidate(p[-1]) != NULL;
        } else if (!quoted && at != NULL) {
            seen[at - candidate]++;
        }
    }
    for (size_t i = 1; i < 3; i++)
        if (seen[i] > seen[best])
            best = i;
    return candidate[best];
}
