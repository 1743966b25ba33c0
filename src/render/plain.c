/* plain.c - text that needs no search for scripts, directions and fonts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/plain.h"

#include <stddef.h>

#include <pango/pango.h>

/* Bytes of a plain character; 0 for any other, and at the end. */
static size_t
plain_length(const char *text)
{
    const unsigned char *at = (const unsigned char *)text;

    if (at[0] >= ' ' && at[0] <= '~')
        return 1;
    if (at[0] == 0xC2 ? at[1] >= 0xA0 && at[1] <= 0xBF && at[1] != 0xAD
                      : at[0] >= 0xC3 && at[0] <= 0xC5 && at[1] >= 0x80 &&
                            at[1] <= 0xBF)
        return 2;
    if (at[0] == 0xE2 && at[1] == 0x80 &&
        (at[2] == 0x93 || at[2] == 0x94 || at[2] == 0xA6))
        return 3;
    return 0;
}

bool
plain_text(const char *text)
{
    for (size_t size; (size = plain_length(text)) > 0; text += size)
        ;
    return *text == '\0';
}

bool
plain_letters(const char *text)
{
    while (*text != '\0' && !g_unichar_isalpha(g_utf8_get_char(text)))
        text = g_utf8_next_char(text);
    return *text != '\0';
}
