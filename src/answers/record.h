/* record.h - RFC 4180 records in memory: where they end, and their fields.
 *
 * A record that cannot be read as CSV (a quote that never closes, text behind
 * a closing quote, more than RECORD_LIMIT bytes) costs one line, not the rest:
 * the next record begins at the next line. A quote inside a field that does not
 * begin with one is a quote.
 *
 * All of it is pure: bytes in, views of them out; threads do not meet.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ANSWERS_RECORD_H
#define ANSWERS_RECORD_H

#include <stdbool.h>
#include <stddef.h>

enum { RECORD_LIMIT = 1024 * 1024 }; /* bytes, without the line end */

/* A view. Quotes are already undone. */
struct csv_field {
    const char *bytes;
    size_t size;
    bool plain; /* known to be of bytes '-' to '~' alone: nothing to trim, or to
                   put in quotes */
};

/* One record. Zero-initialise; end with record_release(). */
struct record {
    const char *bytes; /* as they stand in the file, line end included */
    size_t size;
    long lines;         /* line ends among them */
    const char *broken; /* why it is no row, or NULL */
    struct csv_field *field;
    size_t count;
    /* its own */
    size_t room, undone_room;
    char *undone; /* fields with doubled quotes */
};

void record_release(struct record *record);

/* Room for so many fields; false when out of memory. */
bool record_reserve(struct record *record, size_t fields);

/* Where a field at p that does not begin with a quote ends: at a separator or a
 * line end; the fence stops it. */
static inline const char *
record_plain_end(const char *p, char separator)
{
    for (;; p++) {
        while (*p != separator && (unsigned char)*p > '\r')
            p++;
        if (*p == separator || *p == '\n' || *p == '\r')
            return p;
    }
}

/* What is behind the line end at p, if there is one; never behind 'end'. */
static inline const char *
record_behind_line(const char *p, const char *end)
{
    if (p >= end)
        return end;
    return p + (*p == '\r' && p + 1 < end && p[1] == '\n' ? 2 : 1);
}

/* Cuts the record that begins at 'bytes', of which there are 'size', at least
 * one; behind them stands a line end that is not theirs, as a fence. They hold
 * the whole record. The fields live as long as the bytes and until the next
 * call. False when out of memory. */
bool record_cut(struct record *record, char separator, const char *bytes,
                size_t size);

/* Nothing on the line at all. */
bool record_is_blank(const struct record *record);

/* Nothing but separators and white space. */
bool record_is_empty(const struct record *record);

/* How many of the bytes, which begin with a record, are whole records; with
 * 'last' nothing comes behind them, and all are. 0: the first record goes on
 * behind the end; when there are more than RECORD_LIMIT + 2 bytes it is no
 * row, and its line goes on. */
size_t record_wholes(const char *bytes, size_t size, char separator,
                     bool last);

/* The most frequent of , ; and tab outside quotes on the first line. */
char record_separator(const char *bytes, size_t size);

#endif
