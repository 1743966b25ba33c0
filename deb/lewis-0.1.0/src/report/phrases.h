/* phrases.h - the program's own sentences, in the languages that there are.
 *
 * They stand in phrases.def.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef REPORT_PHRASES_H
#define REPORT_PHRASES_H

#include <stddef.h>

enum phrase {
#define PHRASE(name, ...) SAY_##name,
#include "report/phrases.def"
#undef PHRASE
    PHRASES
};

/* The sentence, or format, in the language asked for, as lewis_text_in() finds
 * it; in English when that has none. Never NULL. */
const char *phrase(const char *lang, enum phrase phrase);

/* The tag of the language that phrase() will speak. */
const char *phrase_language(const char *lang);

/* For tests: the languages, NULL after the last, and their columns, NULL where
 * nothing stands. */
const char *phrase_language_at(size_t column);
const char *phrase_at(size_t column, enum phrase phrase);

#endif
