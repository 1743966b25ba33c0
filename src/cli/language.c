/* language.c - the language of whoever is at the terminal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "language.h"

#include <stdlib.h>

const char *
language_of_locale(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const char *value = getenv(names[i]);
        if (value != NULL && *value != '\0')
            return value;
    }
    return NULL;
}
