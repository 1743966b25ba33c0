/* terminal.h - what can be shown where standard output goes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_TERMINAL_TERMINAL_H
#define CLI_TERMINAL_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>

#include "cli/cmd.h"

/* What the options say; zero-initialise. */
struct terminal {
    double width;      /* 0: that of the terminal */
    const char *color; /* "auto" (NULL), "always", "never" */
    bool ascii;
};

#define TERMINAL_OPTIONS(terminal)                      \
    {"width", '\0', OPTION_NUMBER, &(terminal).width},  \
    {"color", '\0', OPTION_TEXT, &(terminal).color}

#define TERMINAL_HELP N_(                                                   \
    "      --width N          columns, 40 to 120 (default: the terminal's,\n" \
    "                         or 80)\n"                                      \
    "      --color WHEN       auto (default), always or never; auto heeds\n"  \
    "                         NO_COLOR\n")

/* -1 when the options make sense, else an exit status: said why. */
int terminal_check(const struct cmd *cmd, const struct terminal *terminal);

/* Is there somebody who listens to what is shown: does ACCESSIBLE say so? */
bool terminal_accessible(void);

/* Lines of the terminal that standard output is; 24 when it does not say. */
size_t terminal_rows(void);

/* Columns to fill. */
size_t terminal_width(const struct terminal *terminal);

/* Does a file of that name ("-": standard output) get colours? */
bool terminal_color(const struct terminal *terminal, const char *path);

/* Only ASCII: asked for, or the locale has nothing else. */
bool terminal_ascii(const struct terminal *terminal);

#endif
