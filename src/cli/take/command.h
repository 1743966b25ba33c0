/* command.h - commands for a person to type, as a shell reads them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_TAKE_COMMAND_H
#define CLI_TAKE_COMMAND_H

#include "cli/take/start.h"
#include "cli/take/take.h"

enum { TAKE_COMMAND = 2048 };

/* To go on with the draft, which is there. */
void take_command_go_on(const struct take *take,
                        const struct take_asked *asked,
                        char command[TAKE_COMMAND]);

/* To see the result again: of the draft or, after it was handed in, of the
 * file. False: there is no command that finds just this row. */
bool take_command_again(const struct take *take,
                        const struct take_asked *asked, bool handed_in,
                        char command[TAKE_COMMAND]);

#endif
