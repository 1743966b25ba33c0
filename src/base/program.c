/* program.c - where the running program stands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stddef.h>
#include <string.h>
#include <unistd.h>

#include "base/program.h"

bool
program_folder(char out[PATH_MAX])
{
    static const char libs[] = "/.libs";
    ssize_t got = readlink("/proc/self/exe", out, PATH_MAX - 1);
    char *end;

    if (got <= 0)
        return false;
    out[got] = '\0';
    end = strrchr(out, '/');
    if (end == NULL)
        return false;
    *end = '\0';
    if (end - out >= (ptrdiff_t)(sizeof libs - 1) &&
        strcmp(end - (sizeof libs - 1), libs) == 0)
        end[-(ptrdiff_t)(sizeof libs - 1)] = '\0';
    return true;
}
