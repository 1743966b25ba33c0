/* wording.h - the sentences on a chart, in the languages that there are.
 *
 * They stand in wording.def.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHART_WORDING_H
#define CHART_WORDING_H

#include <lewis/style.h>

#include "base/phrasebook.h"

enum wording {
#define WORDING(name, ...) TELL_##name,
#include "chart/wording.def"
#undef WORDING
    WORDINGS
};

extern const struct phrasebook wordings;

/* Of that book. */
const char *wording(const char *lang, enum wording which);

/* A style's name inside a sentence, and at a corner. */
const char *wording_style(const char *lang, enum lewis_style style);
const char *wording_corner(const char *lang, enum lewis_style style);

/* The tag of the language that wording() will speak. */
const char *wording_language(const char *lang);

#endif
