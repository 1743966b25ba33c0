/* cmd.h - a sub-command.
 *
 * How to add one:
 *   1. src/cli/cmd_NAME.c exports one const struct cmd;
 *   2. name it in the list below and in the table of main.c;
 *   3. add the file to src/cli/local.mk; more than a few files have a folder;
 *   4. add it to po/POTFILES.in, run make update-po, and translate its texts;
 *   5. add tests/cli/NAME.sh, and to tests/local.mk; a line in README.md; and
 *      NAME to manual_commands in doc/man/local.mk.
 *
 * Commands see the public headers (<lewis/...>) and this folder, nothing else:
 * the program is the library's first user.
 *
 * Exit status: 0 done; 1 done, but some data were refused or found wrong;
 * 2 usage or system trouble; 3 questionnaire unfinished, draft saved.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_CMD_H
#define CLI_CMD_H

enum { EXIT_DONE = 0, EXIT_DATA = 1, EXIT_TROUBLE = 2 };

enum { CMD_HELP = 12 }; /* most parts of a help text */

struct cmd {
    const char *name;
    /* The texts are marked N_() for translators. */
    const char *usage;   /* what stands behind "lewis NAME" */
    const char *summary; /* one line, no full stop */
    /* Options and examples, in parts that are translated each; every one ends
     * in a newline. */
    const char *help[CMD_HELP];
    /* argv[0] is the command's name; returns an exit status. */
    int (*run)(int argc, char **argv);
};

extern const struct cmd cmd_take, cmd_score, cmd_chart, cmd_bank, cmd_country,
    cmd_merge, cmd_drafts, cmd_report, cmd_team, cmd_workshop, cmd_serve;

#endif
