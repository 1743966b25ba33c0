/* choice.h - a word that has to be one of a few.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_CHOICE_H
#define CLI_CHOICE_H

#include <stddef.h>

#include "cmd.h"

/* Both sentences are translated when they are said. */
struct choice {
    const char *near; /* takes the word, and the name that is near */
    const char *all;  /* takes the word, and says what there is */
    const char *const *names;
    size_t count;
};

/* Which of its names that is, from 0, in *chosen; NULL, for an option that was
 * not given, leaves it. Returns -1, or an exit status with the reason said. */
int choice_read(const struct cmd *cmd, const struct choice *choice,
                const char *word, int *chosen);

/* Says that it is none of the names. Returns an exit status. */
int choice_refuse(const struct cmd *cmd, const struct choice *choice,
                  const char *word);

#endif
