/* phrasebook.h - sentences in several languages: a row a sentence, a column a
 * language.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_PHRASEBOOK_H
#define BASE_PHRASEBOOK_H

#include <stddef.h>

#include <lewis/text.h>

/* The first language is English, and has every sentence. */
struct phrasebook {
    const struct lewis_text *language; /* a tag a column; ends in NULLs */
    size_t languages, rows;
    const char *const *text; /* row by row; "" or NULL: not there */
};

/* The sentence, or format, in the language asked for, as lewis_text_in() finds
 * it; in English when that has none. Never NULL. */
const char *phrasebook_text(const struct phrasebook *book, const char *lang,
                            size_t row);

/* The tag of the language that phrasebook_text() will speak. */
const char *phrasebook_language(const struct phrasebook *book,
                                const char *lang);

/* NULL where nothing stands. */
const char *phrasebook_at(const struct phrasebook *book, size_t column,
                          size_t row);

#endif
