/* phrases.c - the program's own sentences, in the languages that there are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/phrases.h"

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

const struct phrasebook phrases = {languages, LANGUAGES, PHRASES,
                                   &table[0][0]};

const char *
phrase_language(const char *lang)
{
    return phrasebook_language(&phrases, lang);
}

const char *
phrase(const char *lang, enum phrase phrase)
{
    return phrasebook_text(&phrases, lang, phrase);
}
