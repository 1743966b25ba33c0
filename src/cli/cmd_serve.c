/* cmd_serve.c - lewis serve: a workshop in the browsers of a room. See serve_run.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "full.h"
#include "say.h"

const struct cmd cmd_serve = {
    .name = "serve",
    .usage = N_("[OPTION]... FILE"),
    .summary = N_("Hold a workshop in the browsers of a room"),
    /* clang-format off */
    .help = {
        N_(
        "FILE is what \"lewis workshop new\" made. People join with their "
        "codes, answer\n"
        "on their phones, and see their own results; the trainer opens and "
        "closes the\n"
        "workshop, and a page for the projector shows the triangle of the "
        "room. The\n"
        "trainer's link is printed; it opens once, on one device.\n"
        "\n"
        "  -l, --listen ADDRESS:PORT   127.0.0.1:8080 unless told otherwise: "
        "this\n"
        "                              computer only. 0.0.0.0:8080: everybody "
        "in\n"
        "                              the network. Port 0: any that is free\n"
        "      --public-url URL        where people find it, when a proxy "
        "stands\n"
        "                              before it: https://workshop.example.org\n"
        "      --atlas FILE            reference points of your own\n"
        "\n"
        "Exit status: 0 ended by Ctrl-C or a signal; 2 trouble.\n"
        "\n"
        "  lewis serve room.lewis\n"
        "  lewis serve room.lewis --listen 0.0.0.0:8080\n"
        ),
    },
    /* clang-format on */
    .run = serve_run,
};
