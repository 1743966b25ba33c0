/* say.h - words for the person at the terminal, made harmless for it: names come
 * from files, and from whoever wrote the command line.
 *
 * Formats and texts are translated here: they stay plain at the call, and
 * xgettext finds them by the names of these functions (po/options). Texts that
 * go another way are translated with _(), with a number in them by
 * lewis_translated_count(); N_() and NN_() mark those of tables. A text is a whole
 * sentence, never put together from parts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_SAY_H
#define CLI_SAY_H

#include <lewis/error.h>
#include <lewis/translation.h>

#include "cmd.h"

#define _(text) lewis_translated(text)
#define N_(text) text
#define NN_(one, many) one, many

/* "lewis: ..." and a line end. */
void say(const char *format, ...) LEWIS_PRINTF(1, 2);

/* On standard output, as printf(); not translated here. */
void tell(const char *format, ...) LEWIS_PRINTF(1, 2);

/* The error as a line; returns EXIT_TROUBLE. */
int say_error(const struct lewis_error *error);

/* "lewis NAME: ..." with a pointer to --help; returns EXIT_TROUBLE. */
int say_usage(const struct cmd *cmd, const char *format, ...)
    LEWIS_PRINTF(2, 3);

/* The command's help on standard output; returns EXIT_DONE. */
int say_help(const struct cmd *cmd);

/* How this program is started again, in a command for a person to type: as it
 * was typed when that was a place from here ("./lewis"), else "lewis". */
void say_started_as(const char *typed);
const char *say_program(void);

#endif
