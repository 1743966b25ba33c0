/* phrases.h - the program's own sentences, in the languages that there are.
 *
 * They stand in phrases.def.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef REPORT_PHRASES_H
#define REPORT_PHRASES_H

#include "base/phrasebook.h"

enum phrase {
#define PHRASE(name, ...) SAY_##name,
#include "report/phrases.def"
#undef PHRASE
    PHRASES
};

extern const struct phrasebook phrases;

/* Of that book. */
const char *phrase(const char *lang, enum phrase phrase);

/* The tag of the language that phrase() will speak. */
const char *phrase_language(const char *lang);

#endif
