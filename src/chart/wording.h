/* wording.h - the sentences on a chart, in the languages that there are.
 *
 * They stand in wording.def.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHART_WORDING_H
#define CHART_WORDING_H

#include <stddef.h>

#include <lewis/style.h>

enum wording {
#define WORDING(name, ...) TELL_##name,
#include "chart/wording.def"
#undef WORDING
    WORDINGS
};

/* The sentence, or format, in the language asked for, as lewis_text_in() finds
 * it; in English when that has none. Never NULL. */
const char *wording(const char *lang, enum wording which);

/* A style's name inside a sentence, and at a corner. */
const char *wording_style(const char *lang, enum lewis_style style);
const char *wording_corner(const char *lang, enum lewis_style style);

/* The tag of the language that wording() will speak. */
const char *wording_language(const char *lang);

/* For tests: the languages, NULL after the last, and their columns, NULL where
 * nothing stands. */
const char *wording_language_at(size_t column);
const char *wording_at(size_t column, enum wording which);

#endif
