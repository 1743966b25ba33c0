/* start.h - from options to a session before its first page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_TAKE_START_H
#define CLI_TAKE_START_H

#include "cli/scoring.h"
#include "cli/take/take.h"

/* What the options say. */
struct take_asked {
    const char *bank, *lang, *seed, *name, *team;
    bool resume, fresh;
    const char *draft; /* --resume: its id; NULL: the newest */
};

/* Opens 'scoring' with the bank and makes take's session and draft: begun, or
 * gone on with. EXIT_DONE, or an exit status: said why, or the person left. */
int take_start(struct take *take, struct scoring *scoring,
               const struct take_asked *asked);

/* Says on standard error that the draft is kept, and how to go on with it; one
 * without an answer is taken away. */
void take_start_say_left(const struct take *take,
                         const struct take_asked *asked);

#endif
