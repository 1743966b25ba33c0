/* phrasebook.c - sentences in several languages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/phrasebook.h"

#include <string.h>

const char *
phrasebook_language(const struct phrasebook *book, const char *lang)
{
    return lewis_text_in(book->language, lang);
}

const char *
phrasebook_at(const struct phrasebook *book, size_t column, size_t row)
{
    const char *text = book->text[row * book->languages + column];

    return text == NULL || *text == '\0' ? NULL : text;
}

const char *
phrasebook_text(const struct phrasebook *book, const char *lang, size_t row)
{
    const char *tag = phrasebook_language(book, lang), *text;
    size_t column = 0;

    while (strcmp(book->language[column].lang, tag) != 0)
        column++;
    text = phrasebook_at(book, column, row);
    return text != NULL ? text : book->text[row * book->languages];
}
