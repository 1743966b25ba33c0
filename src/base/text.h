/* text.h - a string that grows, and small questions about UTF-8.
 *
 * Building is sticky: once memory has run out every call is ignored, text_ok()
 * is false, size 0 and text_string() text_lost. That is "", and known by its
 * address: as NaN does among numbers, it makes what it is added to fail, be it
 * another text, a page, a scene or a document. Only text_print() cannot see it:
 * see text_release_into().
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include <lewis/api.h>

/* Zero-initialise. */
struct text {
    char *bytes; /* always ends in NUL once something was added */
    size_t size, room;
    bool failed;
};

/* What text_reserve() does when there is not that much. */
char *text_grow(struct text *text, size_t size);

void text_release(struct text *text);
void text_clear(struct text *text); /* empty, memory kept */
bool text_ok(const struct text *text);
const char *text_string(const struct text *text);
extern const char text_lost[];

/* Releases a part that was printed into 'text', which fails when the part had. */
void text_release_into(struct text *part, struct text *text);

void text_add(struct text *text, const char *string);
void text_add_bytes(struct text *text, const char *bytes, size_t size);

/* Room for 'size' more bytes, to be written by the caller, who then adds what
 * he wrote to text->size; a NUL need not follow. NULL when out of memory. */
static inline char *
text_reserve(struct text *text, size_t size)
{
    if (size < text->room - text->size && !text->failed)
        return text->bytes + text->size;
    return text_grow(text, size);
}

/* Formatted text, in the "C" notation of numbers. */
void text_print(struct text *text, const char *format, ...) LEWIS_PRINTF(2, 3);

/* A JSON string with its quotes. Bytes that are not UTF-8 become U+FFFD. */
void text_add_json(struct text *text, const char *bytes, size_t size);

/* XML character data or an attribute's value: & < > " escaped, control
 * characters that XML 1.0 cannot hold left out. Bytes that are not UTF-8 become
 * U+FFFD. */
void text_add_xml(struct text *text, const char *string);

/* A cell of CSV, quoted where it must be. Words that a person typed, and that a
 * spreadsheet would take for a formula, get an apostrophe in front. */
void text_add_csv(struct text *text, const char *value, char separator);
void text_add_csv_words(struct text *text, const char *value, char separator);

/* How many bytes the first character of 'bytes' takes, 1..4; 0 when they do
 * not begin with a well-formed UTF-8 character (RFC 3629). */
size_t utf8_length(const char *bytes, size_t size);

/* True when a character of 'size' bytes (utf8_length()) does something to a
 * terminal instead of being shown: C0, DEL and C1 controls, line and paragraph
 * separators, and what turns the direction of text about (U+061C, U+200E,
 * U+200F, U+202A-202E, U+2066-2069). */
bool utf8_is_control(const char *bytes, size_t size);

/* True when all of it is well-formed UTF-8. */
bool utf8_valid(const char *bytes, size_t size);

/* The size less what was cut off in the middle of a character at its end. */
size_t utf8_cut(const char *bytes, size_t size);

/* Terminal columns that a text takes: wide East Asian characters 2, combining
 * marks and controls 0, a byte that is not UTF-8 1. Does not depend on the
 * locale. */
size_t utf8_columns(const char *bytes, size_t size);

/* White space around a text removed: space, tab, CR, LF, no-break space. */
void text_trim(const char **bytes, size_t *size);

#endif
