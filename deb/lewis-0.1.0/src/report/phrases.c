/* phrases.c - the program's own sentences, in the languages that there are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/phrases.h"

#include <string.h>

#include <lewis/text.h>

/* The columns of phrases.def. */
static const struct lewis_text languages[] = {
    {"en", "en"},
    {"nl", "nl"},
    {NULL, NULL},
};

enum { LANGUAGES = sizeof languages / sizeof languages[0] - 1 };

static const char *const table[PHRASES][LANGUAGES] = {
#define PHRASE(name, en, nl) [SAY_##name] = {en, nl},
#include "report/phrases.def"
#undef PHRASE
};

const char *
phrase_language(const char *lang)
{
    return lewis_text_in(languages, lang);
}

const char *
phrase_language_at(size_t column)
{
    return column < LANGUAGES ? languages[column].lang : NULL;
}

const char *
phrase_at(size_t column, enum phrase phrase)
{
    const char *text = table[phrase][column];

    return text == NULL || *text == '\0' ? NULL : text;
}

const char *
phrase(const char *lang, enum phrase phrase)
{
    const char *tag = phrase_language(lang), *text;
    size_t column = 0;

    while (strcmp(languages[column].lang, tag) != 0)
        column++;
    text = phrase_at(column, phrase);
    return text != NULL ? text : table[phrase][0];
}
