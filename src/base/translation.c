/* translation.c - the library's own texts in the reader's language.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <lewis/translation.h>

#ifdef ENABLE_NLS

#include <dirent.h>
#include <libintl.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/program.h"

#ifndef LEWIS_LOCALEDIR
#define LEWIS_LOCALEDIR "/usr/local/share/locale"
#endif

enum { PLACE = PATH_MAX + 300 };

static bool
has_catalogue(const char *folder, const char *language)
{
    char path[PLACE + 300];

    if (language[0] == '.')
        return false;
    snprintf(path, sizeof path, "%s/%s/LC_MESSAGES/%s.mo", folder, language,
             LEWIS_TRANSLATION_DOMAIN);
    return access(path, R_OK) == 0;
}

static bool
has_catalogues(const char *folder)
{
    DIR *directory = opendir(folder);
    const struct dirent *entry;
    bool found = false;

    if (directory == NULL)
        return false;
    while (!found && (entry = readdir(directory)) != NULL)
        found = has_catalogue(folder, entry->d_name);
    closedir(directory);
    return found;
}

static bool
find_beside_program(char out[PLACE])
{
    static const char *const below[] = {"locale", "../share/locale"};
    char program[PATH_MAX];

    if (!program_folder(program))
        return false;
    for (size_t i = 0; i < sizeof below / sizeof below[0]; i++) {
        snprintf(out, PLACE, "%s/%s", program, below[i]);
        if (has_catalogues(out))
            return true;
    }
    return false;
}

void
lewis_translation_bind(const char *folder)
{
    char found[PLACE];

    if (folder == NULL)
        folder = find_beside_program(found) ? found : LEWIS_LOCALEDIR;
    bindtextdomain(LEWIS_TRANSLATION_DOMAIN, folder);
    bind_textdomain_codeset(LEWIS_TRANSLATION_DOMAIN, "UTF-8");
}

/* The empty text is the key of the catalogue's header. */
const char *
lewis_translated(const char *text)
{
    return *text == '\0' ? text : dgettext(LEWIS_TRANSLATION_DOMAIN, text);
}

const char *
lewis_translated_count(const char *one, const char *many, unsigned long count)
{
    return dngettext(LEWIS_TRANSLATION_DOMAIN, one, many, count);
}

#else

void
lewis_translation_bind(const char *folder)
{
    (void)folder;
}

const char *
lewis_translated(const char *text)
{
    return text;
}

const char *
lewis_translated_count(const char *one, const char *many, unsigned long count)
{
    return count == 1 ? one : many;
}

#endif
