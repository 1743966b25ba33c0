/* option.h - reading a command's options.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_OPTION_H
#define CLI_OPTION_H

#include <stdbool.h>
#include <stddef.h>

#include "cmd.h"

/* Where an option's value goes. */
enum option_kind { OPTION_TEXT, OPTION_NUMBER, OPTION_FLAG, OPTION_MANY,
    OPTION_ELSEWHERE };

/* The values of an option that may be given several times; zero-initialise. */
enum { OPTION_VALUES = 8 };
struct option_many {
    const char *text[OPTION_VALUES];
    size_t count;
};

struct option_row {
    const char *name;     /* long name, without the dashes */
    char letter;          /* or '\0' */
    enum option_kind kind;
    void *value;          /* const char **, double *, bool *, struct
                             option_many *; or, of an option that only other
                             commands have, what is meant by it here: const
                             char * */
};

/* Reads the options; those of "rows" (ended by a row without a name) plus
 * --help. The operands are argv[*first] .. argv[argc - 1]. Returns -1 to go
 * on, or an exit status (help was shown, or a wrong option was complained of).
 */
int option_read(const struct cmd *cmd, int argc, char **argv,
                const struct option_row rows[], int *first);

#endif
