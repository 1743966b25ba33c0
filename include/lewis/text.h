/* lewis/text.h - a text in one or several languages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LEWIS_TEXT_H
#define LEWIS_TEXT_H

#include <lewis/api.h>

LEWIS_BEGIN

/* One language's wording. A text is an array of these, in the file's order,
 * that ends with one whose lang is NULL; there is at least one before it. */
struct lewis_text {
    const char *lang; /* language tag, as written in the file */
    const char *text; /* UTF-8, white space collapsed, never empty */
};

/* The wording in the language asked for: "nl-BE", else "nl", else the first
 * (RFC 4647, lookup; "nl_BE.UTF-8" is read as "nl-BE"). 'lang' NULL asks for
 * the first. Never NULL. */
LEWIS_API const char *lewis_text_in(const struct lewis_text *text,
                                    const char *lang);

LEWIS_END

#endif
