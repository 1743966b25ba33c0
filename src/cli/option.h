/* option.h - reading a command's options.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_OPTION_H
#define CLI_OPTION_H

#include <stdbool.h>

#include "cmd.h"

/* Where an option's value goes. */
enum option_kind { OPTION_TEXT, OPTION_NUMBER, OPTION_FLAG };

struct option_row {
    const char *name;     /* long name, without the dashes */
    char letter;          /* or '\0' */
    enum option_kind kind;
    void *value;          /* const char **, double * or bool * */
};

/* Reads the options; those of "rows" (ended by a row without a name) plus
 * --help. The operands are argv[*first] .. argv[argc - 1]. Returns -1 to go
 * on, or an exit status (help was shown, or a wrong option was complained of).
 */
int option_read(const struct cmd *cmd, int argc, char **argv,
                const struct option_row rows[], int *first);

#endif
