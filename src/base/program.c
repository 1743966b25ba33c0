/* program.c - where the running program stands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <unistd.h>

#include "base/program.h"

/* Where 'end' ends the folder, the folder ends in 'instead'. */
static void
replace_end(char *folder, const char *end, const char *instead)
{
    size_t size = strlen(folder), tail = strlen(end);

    if (size >= tail && strcmp(folder + size - tail, end) == 0)
        strcpy(folder + size - tail, instead);
}

bool
program_folder(char out[PATH_MAX])
{
    ssize_t got = readlink("/proc/self/exe", out, PATH_MAX - 1);
    char *end;

    if (got <= 0)
        return false;
    out[got] = '\0';
    end = strrchr(out, '/');
    if (end == NULL)
        return false;
    *end = '\0';
    replace_end(out, "/.libs", "");
    replace_end(out, "/libexec/lewis", "/bin");
    return true;
}
