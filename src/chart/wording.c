/* wording.c - the sentences on a chart, in the languages that there are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/wording.h"

#include <string.h>

#include <lewis/text.h>

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

const char *
wording_language(const char *lang)
{
    return lewis_text_in(languages, lang);
}

const char *
wording_language_at(size_t column)
{
    return column < LANGUAGES ? languages[column].lang : NULL;
}

const char *
wording_at(size_t column, enum wording which)
{
    const char *text = table[which][column];

    return text == NULL || *text == '\0' ? NULL : text;
}

const char *
wording(const char *lang, enum wording which)
{
    const char *tag = wording_language(lang), *text;
    size_t column = 0;

    while (strcmp(languages[column].lang, tag) != 0)
        column++;
    text = wording_at(column, which);
    return text != NULL ? text : table[which][0];
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
