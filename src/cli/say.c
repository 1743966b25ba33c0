/* say.c - words for the person at the terminal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <lewis/text.h>

#include "say.h"

/* What is printed may hold what stands in a file or on the command line. */
static void
print(FILE *out, const char *format, va_list arguments)
{
    char *text = NULL;
    int size = vasprintf(&text, format, arguments);

    if (size < 0) {
        fputs(_("out of memory"), out);
        return;
    }
    fwrite(text, 1, lewis_text_harmless(text, (size_t)size), out);
    free(text);
}

void
tell(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    print(stdout, format, arguments);
    va_end(arguments);
}

void
say(const char *format, ...)
{
    va_list arguments;

    fputs("lewis: ", stderr);
    va_start(arguments, format);
    print(stderr, _(format), arguments);
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
    print(stderr, _(format), arguments);
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

static const char *program = "lewis";

void
say_started_as(const char *typed)
{
    if (typed != NULL && *typed == '.' && strchr(typed, '/') != NULL)
        program = typed;
}

const char *
say_program(void)
{
    return program;
}
