/* say.c - words for the person at the terminal, on standard error.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stdio.h>

#include "say.h"

void
say(const char *format, ...)
{
    va_list arguments;

    fputs("lewis: ", stderr);
    va_start(arguments, format);
    vfprintf(stderr, _(format), arguments);
    va_end(arguments);
    fputc('\n', stderr);
}

int
say_error(const struct lewis_error *error)
{
    char line[LEWIS_ERROR_TEXT + 2 * LEWIS_ERROR_NAME + 64];

    say("%s", lewis_error_print(error, line, sizeof line));
    return EXIT_TROUBLE;
}

int
say_usage(const struct cmd *cmd, const char *format, ...)
{
    va_list arguments;

    fprintf(stderr, "lewis %s: ", cmd->name);
    va_start(arguments, format);
    vfprintf(stderr, _(format), arguments);
    va_end(arguments);
    fprintf(stderr, "\n");
    fprintf(stderr, _("usage: lewis %s %s\n\"lewis %s --help\" says more\n"),
            cmd->name, _(cmd->usage), cmd->name);
    return EXIT_TROUBLE;
}

int
say_help(const struct cmd *cmd)
{
    printf(_("usage: lewis %s %s\n\n%s.\n\n"), cmd->name, _(cmd->usage),
           _(cmd->summary));
    for (size_t i = 0; i < CMD_HELP && cmd->help[i] != NULL; i++)
        fputs(_(cmd->help[i]), stdout);
    return EXIT_DONE;
}
