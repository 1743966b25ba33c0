/* lewis/translation.h - the library's own texts in the reader's language.
 *
 * Messages, headings of tables and the like are written in English and looked
 * up by gettext, in the text domain LEWIS_TRANSLATION_DOMAIN, where they are
 * made. Which language they come in is the process's affair: setlocale(), or
 * uselocale() in one thread, for the category LC_MESSAGES. The library never
 * sets a locale. Without one, without catalogues, or when it was built with
 * --disable-nls, texts stay English.
 *
 * What goes into a file is never translated: names of columns, JSON keys,
 * scores, reasons (struct lewis_error has those in English). Nor is what has a
 * language of its own: banks, reports, charts (their 'lang').
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LEWIS_TRANSLATION_H
#define LEWIS_TRANSLATION_H

#include <lewis/api.h>

LEWIS_BEGIN

#define LEWIS_TRANSLATION_DOMAIN "lewis"

/* Says where the catalogues are: FOLDER/nl/LC_MESSAGES/lewis.mo and so on.
 * NULL looks for them: "locale" beside the program when it runs from a build
 * tree; ../share/locale seen from the program's directory, an installed copy
 * that was moved as a whole; else the directory given at build time
 * (localedir). Texts come in UTF-8 whatever the locale's character set is.
 *
 * This is the process's binding of the domain (bindtextdomain()), so it is for
 * a program to call, once, before it starts threads; the library itself never
 * does. */
LEWIS_API void lewis_translation_bind(const char *folder);

/* The text in the reader's language, or the text itself. A view, of static
 * storage. The second is for a text with a number: 'one' is the English for 1
 * and 'many' for any other. */
LEWIS_API const char *lewis_translated(const char *text) LEWIS_FORMAT_ARG(1);
LEWIS_API const char *lewis_translated_count(const char *one, const char *many,
                                             unsigned long count)
    LEWIS_FORMAT_ARG(1) LEWIS_FORMAT_ARG(2);

LEWIS_END

#endif
