/* cmd_workshop_none.c - lewis workshop, built --without-workshop.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "say.h"

static int
run(int argc, char **argv)
{
    (void)argc;
    (void)argv;
    say("this lewis was built without workshops; build it again where SQLite "
        "is installed (./autogen.sh --deps)");
    return EXIT_TROUBLE;
}

const struct cmd cmd_workshop = {
    .name = "workshop",
    .usage = N_("(not in this lewis)"),
    .summary = N_("A workshop (this lewis was built without)"),
    .help = {N_("This lewis was built without workshops.\n")},
    .run = run,
};
