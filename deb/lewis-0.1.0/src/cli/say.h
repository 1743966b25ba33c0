/* say.h - words for the person at the terminal, on standard error.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_SAY_H
#define CLI_SAY_H

#include <lewis/error.h>

#include "cmd.h"

/* "lewis: ..." and a line end. */
void say(const char *format, ...) LEWIS_PRINTF(1, 2);

/* The error as a line; returns EXIT_TROUBLE. */
int say_error(const struct lewis_error *error);

/* "lewis NAME: ..." with a pointer to --help; returns EXIT_TROUBLE. */
int say_usage(const struct cmd *cmd, const char *format, ...)
    LEWIS_PRINTF(2, 3);

/* The command's help on standard output; returns EXIT_DONE. */
int say_help(const struct cmd *cmd);

#endif
