/* cmd_serve_none.c - lewis serve, built without it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "say.h"

static int
run(int argc, char **argv)
{
    (void)argc;
    (void)argv;
    say("this lewis was built without the pages of a workshop; build it again "
        "where SQLite, libmicrohttpd and libqrencode are installed "
        "(./autogen.sh --deps)");
    return EXIT_TROUBLE;
}

const struct cmd cmd_serve = {
    .name = "serve",
    .usage = N_("(not in this lewis)"),
    .summary = N_("Workshops in browsers (this lewis was built without)"),
    .help = {N_("This lewis was built without the pages of a workshop.\n")},
    .run = run,
};
