/* main.c - lewis: the table of commands, and dispatch.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include <gsl/gsl_errno.h>

#include <lewis/spelling.h>
#include <lewis/translation.h>

#include "cmd.h"
#include "say.h"

static const struct cmd *const commands[] = {
    &cmd_take,
    &cmd_score,
    &cmd_chart,
    &cmd_report,
    &cmd_team,
    &cmd_bank,
    &cmd_country,
    &cmd_merge,
    &cmd_drafts,
    &cmd_workshop,
    &cmd_serve,
};
enum { COMMANDS = sizeof commands / sizeof commands[0] };

static int
help(FILE *out)
{
    fputs(_("usage: lewis COMMAND [ARGUMENT]...\n"
            "\n"
            "An assessment engine for the Lewis model of cultures: where people "
            "stand between\nlinear-active, multi-active and reactive, and how "
            "sure that is.\n\n"),
          out);
    for (size_t i = 0; i < COMMANDS; i++)
        fprintf(out, "  %-9s %s\n", commands[i]->name,
                _(commands[i]->summary));
    fputs(_("\n\"lewis help COMMAND\" says more. Independent work, not "
            "affiliated with Richard\nLewis Communications.\n"),
          out);
    return EXIT_DONE;
}

static int
version(void)
{
    fputs("lewis (lewis) " PACKAGE_VERSION "\n"
          "Copyright (C) 2026 the lewis authors\n",
          stdout);
    fputs(_("License GPLv3+: GNU GPL version 3 or later "
            "<https://gnu.org/licenses/gpl.html>.\n"
            "This is free software: you are free to change and redistribute "
            "it.\nThere is NO WARRANTY, to the extent permitted by law.\n"),
          stdout);
    return EXIT_DONE;
}

static const struct cmd *
find_command(const char *name)
{
    for (size_t i = 0; i < COMMANDS; i++)
        if (strcmp(commands[i]->name, name) == 0)
            return commands[i];
    return NULL;
}

static int
report_command(const char *name)
{
    const char *known[COMMANDS], *near;

    for (size_t i = 0; i < COMMANDS; i++)
        known[i] = commands[i]->name;
    near = lewis_spelling_nearest(name, known, COMMANDS);
    if (near != NULL)
        say("there is no command \"%s\"; did you mean \"%s\"?", name, near);
    else
        say("there is no command \"%s\"; \"lewis --help\" lists them", name);
    return EXIT_TROUBLE;
}

static int
help_on(const char *name)
{
    const struct cmd *cmd = find_command(name);

    return cmd != NULL ? say_help(cmd) : report_command(name);
}

static int
dispatch(int argc, char **argv)
{
    const char *name = argc > 1 ? argv[1] : "";
    const struct cmd *cmd = find_command(name);

    if (argc < 2)
        return help(stderr), EXIT_TROUBLE;
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0 ||
        strcmp(name, "help") == 0)
        return argc > 2 ? help_on(argv[2]) : help(stdout);
    if (strcmp(name, "--version") == 0)
        return version();
    return cmd != NULL ? cmd->run(argc - 1, argv + 1) : report_command(name);
}

/* What was printed must have arrived; a reader that went away is no trouble. */
static int
close_stdout(int status)
{
    errno = 0;
    if (fflush(stdout) == 0 && !ferror(stdout))
        return status;
    if (errno == EPIPE)
        return status;
    say("cannot write to standard output: %s", strerror(errno));
    return EXIT_TROUBLE;
}

int
main(int argc, char **argv)
{
    setlocale(LC_CTYPE, "");
    setlocale(LC_MESSAGES, "");
    lewis_translation_bind(NULL);
    gsl_set_error_handler_off();
    say_started_as(argv[0]);
    return close_stdout(dispatch(argc, argv));
}
