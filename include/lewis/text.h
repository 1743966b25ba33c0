/* lewis/text.h - a text in one or several languages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LEWIS_TEXT_H
#define LEWIS_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include <lewis/api.h>

LEWIS_BEGIN

/* One language's wording. A text is an array of these, in the file's order,
 * that ends with one whose lang is NULL; there is at least one before it. */
struct lewis_text {
    const char *lang; /* language tag, as written in the file */
    const char *text; /* UTF-8, white space collapsed, never empty */
};

/* The wording in the language asked for: "nl-BE", else "nl", else the first
 * (RFC 4647, lookup; "nl_BE.UTF-8" is read as "nl-BE"). In a list such as
 * "de:nl", the first that there is. 'lang' NULL asks for the first of the text.
 * Never NULL. */
LEWIS_API const char *lewis_text_in(const struct lewis_text *text,
                                    const char *lang);

/* The same text, A-Z and a-z taken as one, in every locale (strcasecmp() keeps
 * "I" and "i" apart in a Turkish one). The second takes the first 'size' bytes
 * of both, as strncasecmp() does. */
LEWIS_API bool lewis_text_same(const char *a, const char *b);
LEWIS_API bool lewis_text_same_start(const char *a, const char *b,
                                     size_t size);

/* Makes a text harmless for a terminal, in place: control characters but line
 * ends and tabs, what turns the direction of text about, and bytes that are not
 * UTF-8 become "?", one each. Returns the new size, which is never larger. */
LEWIS_API size_t lewis_text_harmless(char *bytes, size_t size);

LEWIS_END

#endif
