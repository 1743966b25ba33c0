/* full.c - lewis becomes lewis-full.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "full.h"
#include "say.h"

#ifndef LEWIS_LIBEXECDIR
#define LEWIS_LIBEXECDIR "/usr/local/libexec/lewis"
#endif

static const char full[] = "lewis-full";

/* This program's folder with a "/" behind it; "" where the system does not tell. */
static void
find_folder(char out[PATH_MAX])
{
    ssize_t size = readlink("/proc/self/exe", out, PATH_MAX - 1);
    char *slash;

    out[size < 0 ? 0 : size] = '\0';
    slash = strrchr(out, '/');
    out[slash == NULL ? 0 : slash + 1 - out] = '\0';
}

/* Sets errno. */
static void
try(const char *folder, const char *below, char **argv)
{
    char path[PATH_MAX + 64];

    snprintf(path, sizeof path, "%s%s%s", folder, below, full);
    execv(path, argv);
}

/* In a build tree, where all has been moved to together, where it was put. */
static void
try_everywhere(char **argv)
{
    static const char *const below[] = {"", "../libexec/lewis/"};
    char folder[PATH_MAX];

    find_folder(folder);
    errno = ENOENT;
    for (size_t i = 0; i < sizeof below / sizeof below[0]; i++)
        if (folder[0] != '\0' && errno == ENOENT)
            try(folder, below[i], argv);
    if (errno == ENOENT)
        try(LEWIS_LIBEXECDIR, "/", argv);
}

/* "lewis" before the command, and NULL behind it; NULL: no memory. */
static char **
whole_line(char **argv)
{
    size_t count = 0;
    char **line;

    while (argv[count] != NULL)
        count++;
    line = calloc(count + 2, sizeof *line);
    if (line == NULL)
        return NULL;
    line[0] = strdup(say_program());
    if (line[0] == NULL) {
        free(line);
        return NULL;
    }
    memcpy(line + 1, argv, count * sizeof *line);
    return line;
}

int
full_become(char **argv)
{
    char **line = whole_line(argv);
    int why;

    errno = ENOMEM;
    if (line != NULL)
        try_everywhere(line);
    why = errno;
    if (line != NULL)
        free(line[0]);
    free(line);
    if (why == ENOENT)
        say("%s, which does this part of the work, is neither beside lewis nor "
            "in %s: install lewis again",
            full, LEWIS_LIBEXECDIR);
    else
        say("cannot start %s, which does this part of the work: %s", full,
            strerror(why));
    return EXIT_TROUBLE;
}

int
serve_run(int argc, char **argv)
{
    (void)argc;
    return full_become(argv);
}

int
workshop_run(int argc, char **argv)
{
    (void)argc;
    return full_become(argv);
}
