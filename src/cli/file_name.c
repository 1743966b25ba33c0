/* file_name.c - from the name of a person or a team to that of a file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "file_name.h"

#include <stdbool.h>
#include <string.h>

/* May stand in a file's name on any system: no separators, no control
 * characters, nothing that Windows or a shell takes for its own. */
static bool
is_safe(unsigned char c)
{
    return c >= 0x80 || (c > ' ' && c != 0x7F &&
                         strchr("/\\:*?\"<>|'`$&;!#%~", c) == NULL);
}

/* Like a character of several bytes cut off. */
static size_t
whole_characters(const char *text, size_t size)
{
    while (size > 0 && ((unsigned char)text[size] & 0xC0) == 0x80)
        size--;
    return size;
}

void
file_name_make(char name[FILE_NAME_ROOM], const char *text, size_t size)
{
    size_t length = 0;

    for (size_t i = 0; i < size && length < FILE_NAME_ROOM - 1; i++) {
        bool safe = is_safe((unsigned char)text[i]);

        if (length == 0 && (!safe || strchr(".-=+@", text[i]) != NULL))
            continue;
        if (!safe && name[length - 1] == '_')
            continue;
        name[length++] = safe ? text[i] : '_';
    }
    name[length] = '\0';
    if (length == FILE_NAME_ROOM - 1)
        length = whole_characters(name, length - 1);
    while (length > 0 && strchr("._-", name[length - 1]) != NULL)
        length--;
    name[length] = '\0';
}
