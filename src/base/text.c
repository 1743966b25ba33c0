/* text.c - a string that grows, and small questions about UTF-8.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <assert.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <lewis/text.h>

#include "base/columns.h"
#include "base/number.h"
#include "base/text.h"

static const char replacement[] = "\xef\xbf\xbd"; /* U+FFFD */

void
text_release(struct text *text)
{
    free(text->bytes);
    *text = (struct text){0};
}

void
text_clear(struct text *text)
{
    text->size = 0;
    if (text->bytes != NULL)
        text->bytes[0] = '\0';
}

bool
text_ok(const struct text *text)
{
    return !text->failed;
}

/* No other bytes are like these, so that no compiler gives "" their place. */
const char text_lost[] = "\0lost";

const char *
text_string(const struct text *text)
{
    if (text->failed)
        return text_lost;
    return text->bytes == NULL ? "" : text->bytes;
}

/* Nothing half-built is left to be read. */
static void
fail(struct text *text)
{
    text->failed = true;
    text->size = 0;
}

void
text_release_into(struct text *part, struct text *text)
{
    if (part->failed)
        fail(text);
    text_release(part);
}

/* Room for 'size' more bytes and a NUL. */
static bool
reserve(struct text *text, size_t size)
{
    size_t room = text->room > 0 ? text->room : 64;
    char *bytes = NULL;

    if (text->failed)
        return false;
    if (size < text->room - text->size)
        return true;
    while (room - text->size <= size && room <= SIZE_MAX / 2)
        room *= 2;
    if (room - text->size > size)
        bytes = realloc(text->bytes, room);
    if (bytes == NULL) {
        fail(text);
        return false;
    }
    text->bytes = bytes;
    text->room = room;
    return true;
}

void
text_add(struct text *text, const char *string)
{
    text_add_bytes(text, string, strlen(string));
}

void
text_add_bytes(struct text *text, const char *bytes, size_t size)
{
    if (bytes == text_lost)
        fail(text);
    if (!reserve(text, size))
        return;
    if (size > 0)
        memcpy(text->bytes + text->size, bytes, size);
    text->size += size;
    text->bytes[text->size] = '\0';
}

char *
text_grow(struct text *text, size_t size)
{
    return reserve(text, size) ? text->bytes + text->size : NULL;
}

/* As much of it as there is room for; how much it is. */
static int
print_behind(struct text *text, const char *format, va_list args)
{
    char *end = text->room > 0 ? text->bytes + text->size : NULL;

    return number_vprint(end, text->room - text->size, format, args);
}

void
text_print(struct text *text, const char *format, ...)
{
    size_t room = text->room - text->size;
    va_list args;
    int size;

    va_start(args, format);
    size = print_behind(text, format, args);
    va_end(args);
    if (size < 0)
        fail(text);
    if (size < 0 || !reserve(text, (size_t)size))
        return;
    if ((size_t)size >= room) {
        va_start(args, format);
        print_behind(text, format, args);
        va_end(args);
    }
    text->size += (size_t)size;
}

/* How one character is written: NULL when as it is. 'size' is that of the
 * character, 0 for a byte that is not UTF-8; 'room' is for what has no name. */
typedef const char *escape(const char *bytes, size_t size, char room[8]);

static const char *
escape_json(const char *bytes, size_t size, char room[8])
{
    static const char named[] = "\"\"\\\\\bb\ff\nn\rr\tt";
    static const char hex[] = "0123456789abcdef";
    unsigned char c = (unsigned char)bytes[0];

    if (size != 1)
        return size == 0 ? replacement : NULL;
    memcpy(room, "\\u0000", 7);
    for (const char *name = named; *name != '\0'; name += 2) {
        if (bytes[0] == name[0]) {
            room[1] = name[1];
            room[2] = '\0';
            return room;
        }
    }
    if (c >= 0x20 && c != 0x7f)
        return NULL;
    room[4] = hex[c >> 4];
    room[5] = hex[c & 15];
    return room;
}

/* What XML has a name for; a carriage return would come back as a newline. */
static const char *
escape_xml_byte(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\r':
        return "&#13;";
    case '\t':
    case '\n':
        return NULL;
    default:
        return (unsigned char)c < 0x20 ? "" : NULL;
    }
}

static const char *
escape_xml(const char *bytes, size_t size, char room[8])
{
    (void)room;
    if (size == 0)
        return replacement;
    if (size == 1)
        return escape_xml_byte(bytes[0]);
    if (size == 3 && memcmp(bytes, "\xef\xbf", 2) == 0 &&
        (unsigned char)bytes[2] >= 0xbe) /* U+FFFE, U+FFFF */
        return "";
    return NULL;
}

/* Adds what needs no escape in one piece. */
static void
add_escaped(struct text *text, const char *bytes, size_t size, escape *written)
{
    size_t from = 0, at = 0;
    char room[8];

    while (at < size) {
        size_t length = utf8_length(bytes + at, size - at);
        const char *other = written(bytes + at, length, room);

        if (other != NULL) {
            text_add_bytes(text, bytes + from, at - from);
            text_add(text, other);
            from = at + length + (length == 0);
        }
        at += length + (length == 0);
    }
    text_add_bytes(text, bytes + from, size - from);
}

void
text_add_json(struct text *text, const char *bytes, size_t size)
{
    text_add_bytes(text, "\"", 1);
    add_escaped(text, bytes, size, escape_json);
    text_add_bytes(text, "\"", 1);
}

void
text_add_xml(struct text *text, const char *string)
{
    add_escaped(text, string, strlen(string), escape_xml);
}

static void
add_quoted(struct text *text, const char *value)
{
    text_add(text, "\"");
    for (; *value != '\0'; value++)
        text_add_bytes(text, *value == '"' ? "\"\"" : value,
                       *value == '"' ? 2 : 1);
    text_add(text, "\"");
}

void
text_add_csv(struct text *text, const char *value, char separator)
{
    const char special[] = {'"', '\r', '\n', separator, '\0'};

    if (strpbrk(value, special) != NULL)
        add_quoted(text, value);
    else
        text_add(text, value);
}

/* As spreadsheets read it: OWASP, CSV injection. */
static bool
is_formula(const char *value)
{
    return *value != '\0' && strchr("=+-@\t\r", *value) != NULL;
}

void
text_add_csv_words(struct text *text, const char *value, char separator)
{
    struct text safe = {0};

    text_add(&safe, is_formula(value) ? "'" : "");
    text_add(&safe, value);
    text_add_csv(text, text_string(&safe), separator);
    text_release(&safe);
}

/* What the first byte says: the size, and the bounds of the second byte that
 * keep out overlong forms, surrogates and what is above U+10FFFF. */
struct lead {
    unsigned char first, last; /* of the first byte */
    unsigned char size, low, high;
};

static const struct lead leads[] = {
    /* RFC 3629, section 4 */
    {0x00, 0x7f, 1, 0, 0},       {0xc2, 0xdf, 2, 0x80, 0xbf},
    {0xe0, 0xe0, 3, 0xa0, 0xbf}, {0xe1, 0xec, 3, 0x80, 0xbf},
    {0xed, 0xed, 3, 0x80, 0x9f}, {0xee, 0xef, 3, 0x80, 0xbf},
    {0xf0, 0xf0, 4, 0x90, 0xbf}, {0xf1, 0xf3, 4, 0x80, 0xbf},
    {0xf4, 0xf4, 4, 0x80, 0x8f},
};

/* NULL when no character begins with it. */
static const struct lead *
lead_of(unsigned char byte)
{
    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++)
        if (byte >= leads[i].first && byte <= leads[i].last)
            return &leads[i];
    return NULL;
}

static bool
continues(char byte)
{
    return ((unsigned char)byte & 0xc0) == 0x80;
}

size_t
utf8_length(const char *bytes, size_t size)
{
    const struct lead *lead;

    if (size == 0)
        return 0;
    lead = lead_of((unsigned char)bytes[0]);
    if (lead == NULL || lead->size > size)
        return 0;
    if (lead->size == 1)
        return 1;
    if ((unsigned char)bytes[1] < lead->low ||
        (unsigned char)bytes[1] > lead->high)
        return 0;
    for (size_t i = 2; i < lead->size; i++)
        if (!continues(bytes[i]))
            return 0;
    return lead->size;
}

bool
utf8_is_control(const char *bytes, size_t size)
{
    const unsigned char *b = (const unsigned char *)bytes;

    if (size == 1)
        return b[0] < 0x20 || b[0] == 0x7f;
    if (size == 2)
        return (b[0] == 0xc2 && b[1] < 0xa0) || (b[0] == 0xd8 && b[1] == 0x9c);
    if (size != 3 || b[0] != 0xe2)
        return false;
    return (b[1] == 0x80 &&
            (b[2] == 0x8e || b[2] == 0x8f || (b[2] >= 0xa8 && b[2] <= 0xae))) ||
           (b[1] == 0x81 && b[2] >= 0xa6 && b[2] <= 0xa9);
}

size_t
lewis_text_harmless(char *bytes, size_t size)
{
    size_t to = 0, length;

    for (size_t at = 0; at < size; at += length) {
        length = utf8_length(bytes + at, size - at);
        if (length == 0 || (utf8_is_control(bytes + at, length) &&
                            bytes[at] != '\n' && bytes[at] != '\t')) {
            length += length == 0;
            bytes[to++] = '?';
        } else {
            memmove(bytes + to, bytes + at, length);
            to += length;
        }
    }
    return to;
}

bool
utf8_valid(const char *bytes, size_t size)
{
    size_t at = 0;

    while (at < size) {
        size_t length = utf8_length(bytes + at, size - at);

        if (length == 0)
            return false;
        at += length;
    }
    return true;
}

size_t
utf8_cut(const char *bytes, size_t size)
{
    for (size_t back = 1; back <= 3 && back <= size; back++) {
        const struct lead *lead = lead_of((unsigned char)bytes[size - back]);

        if (lead != NULL)
            return lead->size > back ? size - back : size;
    }
    return size;
}

/* The code point of a well-formed character of 'size' bytes. */
static uint32_t
code_point(const char *bytes, size_t size)
{
    static const unsigned char mask[] = {0, 0x7f, 0x1f, 0x0f, 0x07};
    uint32_t code;

    assert(size >= 1 && size <= 4);
    code = (unsigned char)bytes[0] & mask[size];
    for (size_t i = 1; i < size; i++)
        code = code << 6 | ((unsigned char)bytes[i] & 0x3f);
    return code;
}

static int
compare_range(const void *key, const void *entry)
{
    const uint32_t *code = key;
    const struct range *range = entry;

    return (*code > range->last) - (*code < range->first);
}

static size_t
columns_of(uint32_t code)
{
    if (code >= 0x20 && code < 0x7f)
        return 1;
    if (bsearch(&code, none, sizeof none / sizeof *none, sizeof *none,
                compare_range) != NULL)
        return 0;
    if (bsearch(&code, wide, sizeof wide / sizeof *wide, sizeof *wide,
                compare_range) != NULL)
        return 2;
    return 1;
}

size_t
utf8_columns(const char *bytes, size_t size)
{
    size_t columns = 0;
    size_t at = 0;

    while (at < size) {
        size_t length = utf8_length(bytes + at, size - at);

        columns += length > 0 ? columns_of(code_point(bytes + at, length)) : 1;
        at += length + (length == 0);
    }
    return columns;
}

/* The size of the white space at the beginning, or at the end. */
static size_t
space_at(const char *bytes, size_t size, bool end)
{
    static const char no_break[] = "\xc2\xa0";
    const char *last = end ? bytes + size : bytes + 1;

    if (size > 0 && strchr(" \t\r\n", last[-1]) != NULL && last[-1] != '\0')
        return 1;
    if (size > 1 && memcmp(end ? last - 2 : bytes, no_break, 2) == 0)
        return 2;
    return 0;
}

void
text_trim(const char **bytes, size_t *size)
{
    size_t space;

    while ((space = space_at(*bytes, *size, false)) > 0) {
        *bytes += space;
        *size -= space;
    }
    while ((space = space_at(*bytes, *size, true)) > 0)
        *size -= space;
}
