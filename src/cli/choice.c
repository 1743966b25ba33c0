/* choice.c - a word that has to be one of a few.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <lewis/spelling.h>

#include "choice.h"
#include "say.h"

int
choice_refuse(const struct cmd *cmd, const struct choice *choice,
              const char *word)
{
    const char *near =
        lewis_spelling_nearest(word, choice->names, choice->count);

    if (near != NULL)
        return say_usage(cmd, choice->near, word, near);
    return say_usage(cmd, choice->all, word);
}

int
choice_read(const struct cmd *cmd, const struct choice *choice,
            const char *word, int *chosen)
{
    for (size_t i = 0; word != NULL && i < choice->count; i++)
        if (strcmp(word, choice->names[i]) == 0) {
            *chosen = (int)i;
            return -1;
        }
    return word == NULL ? -1 : choice_refuse(cmd, choice, word);
}
