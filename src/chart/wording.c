/* wording.c - the sentences on a chart, in the languages that there are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/wording.h"

/* The columns of wording.def. */
static const struct lewis_text languages[] = {
    {"en", "en"},
    {"nl", "nl"},
    {NULL, NULL},
};

enum { LANGUAGES = sizeof languages / sizeof languages[0] - 1 };

static const char *const table[WORDINGS][LANGUAGES] = {
#define WORDING(name, en, nl) [TELL_##name] = {en, nl},
#include "chart/wording.def"
#undef WORDING
};

const struct phrasebook wordings = {languages, LANGUAGES, WORDINGS,
                                    &table[0][0]};

const char *
wording_language(const char *lang)
{
    return phrasebook_language(&wordings, lang);
}

const char *
wording(const char *lang, enum wording which)
{
    return phrasebook_text(&wordings, lang, which);
}

const char *
wording_style(const char *lang, enum lewis_style style)
{
    static const enum wording name[LEWIS_STYLES] = {
        [LEWIS_LINEAR] = TELL_LINEAR,
        [LEWIS_MULTI] = TELL_MULTI,
        [LEWIS_REACTIVE] = TELL_REACTIVE,
    };

    return wording(lang, name[style]);
}

const char *
wording_corner(const char *lang, enum lewis_style style)
{
    static const enum wording name[LEWIS_STYLES] = {
        [LEWIS_LINEAR] = TELL_LINEAR_TITLE,
        [LEWIS_MULTI] = TELL_MULTI_TITLE,
        [LEWIS_REACTIVE] = TELL_REACTIVE_TITLE,
    };

    return wording(lang, name[style]);
}
