/* reply.c - what a person says of himself or herself.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "session/reply.h"

enum { NUMBER_MOST = 999999999 };

/* One line of text: no C0, DEL or C1. */
static bool
is_line(const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        unsigned char c = (unsigned char)text[i];
        bool c1 = c == 0xc2 && (unsigned char)text[i + 1] < 0xa0;
        if (c < 0x20 || c == 0x7f || c1)
            return false;
    }
    return true;
}

static enum lewis_outcome
copy(const char *text, size_t size, char out[LEWIS_REPLY_SIZE])
{
    if (size >= LEWIS_REPLY_SIZE)
        return LEWIS_REFUSED_TEXT;
    memset(out, 0, LEWIS_REPLY_SIZE);
    memcpy(out, text, size);
    return LEWIS_MOVED;
}

static enum lewis_outcome
reply_country(const char *text, size_t size, char out[LEWIS_REPLY_SIZE])
{
    char code[2];

    if (size != 2)
        return LEWIS_REFUSED_COUNTRY;
    for (int i = 0; i < 2; i++)
        code[i] = text[i] >= 'a' && text[i] <= 'z' ? (char)(text[i] - 32)
                                                   : text[i];
    return country_code_known(code) ? copy(code, 2, out)
                                    : LEWIS_REFUSED_COUNTRY;
}

/* The number of an option, or its id. */
static enum lewis_outcome
reply_choice(const struct lewis_ask *ask, const char *text, size_t size,
             char out[LEWIS_REPLY_SIZE])
{
    int number;

    for (size_t o = 0; o < ask->option_count; o++)
        if (strlen(ask->option[o].id) == size &&
            lewis_text_same_start(ask->option[o].id, text, size))
            return copy(ask->option[o].id, size, out);
    return number_parse_int(text, size, &number)
               ? reply_number(ask, number, out)
               : LEWIS_REFUSED_OPTION;
}

enum lewis_outcome
reply_number(const struct lewis_ask *ask, long number,
             char out[LEWIS_REPLY_SIZE])
{
    char digits[16];

    if (ask->type == LEWIS_ASK_CHOICE) {
        if (number < 1 || number > (long)ask->option_count)
            return LEWIS_REFUSED_OPTION;
        const char *id = ask->option[number - 1].id;
        return copy(id, strlen(id), out);
    }
    if (ask->type != LEWIS_ASK_NUMBER)
        return LEWIS_IGNORED;
    if (number < 0 || number > NUMBER_MOST)
        return LEWIS_REFUSED_NUMBER;
    snprintf(digits, sizeof digits, "%ld", number);
    return copy(digits, strlen(digits), out);
}

enum lewis_outcome
reply_text(const struct lewis_ask *ask, const char *text,
           char out[LEWIS_REPLY_SIZE])
{
    size_t size = strlen(text);
    int number;

    text_trim(&text, &size);
    if (size == 0 || size >= LEWIS_REPLY_SIZE || !utf8_valid(text, size) ||
        !is_line(text, size))
        return LEWIS_REFUSED_TEXT;
    switch (ask->type) {
    case LEWIS_ASK_TEXT:
        return copy(text, size, out);
    case LEWIS_ASK_COUNTRY:
        return reply_country(text, size, out);
    case LEWIS_ASK_CHOICE:
        return reply_choice(ask, text, size, out);
    case LEWIS_ASK_NUMBER:
        break;
    }
    return number_parse_int(text, size, &number)
               ? reply_number(ask, number, out)
               : LEWIS_REFUSED_NUMBER;
}
