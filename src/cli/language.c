/* language.c - the language of whoever is at the terminal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "language.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static const char *
variable(const char *name)
{
    const char *value = getenv(name);

    return value != NULL && *value != '\0' ? value : NULL;
}

/* Where there are no languages, gettext does not ask LANGUAGE for one. */
static bool
is_plain(const char *locale)
{
    return strcmp(locale, "C") == 0 || strcmp(locale, "POSIX") == 0;
}

const char *
language_of_locale(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    const char *locale = NULL, *list = variable("LANGUAGE");

    for (size_t i = 0; i < sizeof names / sizeof names[0] && locale == NULL;
         i++)
        locale = variable(names[i]);
    return locale == NULL || is_plain(locale) || list == NULL ? locale : list;
}

const char *
language_to_read(const char *asked, const char *path)
{
    bool is_file = path != NULL && strcmp(path, "-") != 0;

    return asked != NULL || is_file ? asked : language_of_locale();
}
