/* cmd_workshop.c - lewis workshop: many people with codes. See workshop_run.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "full.h"
#include "say.h"

const struct cmd cmd_workshop = {
    .name = "workshop",
    .usage = N_("new FILE --bank NAME --teams A,B,... --codes N [OPTION]... |\n"
             "       lewis workshop open | status | codes | reveal | close | "
             "export |\n"
             "       report | purge FILE [OPTION]..."),
    .summary = N_("A workshop: people answer with codes, kept in one file"),
    /* clang-format off */
    .help = {
        N_(
        "  new FILE       a workshop in a file of its own\n"
        "  open FILE      from now on people may answer (lewis serve)\n"
        "  status FILE    how many have joined and handed in; never answers\n"
        "  codes FILE     the codes, to cut into slips; or more of them\n"
        "  reveal FILE    show the triangle while people still answer\n"
        "  close FILE     no more answers; what people handed in may be shown\n"
        "  export FILE    the answers as CSV, which \"lewis score\" reads\n"
        "  report FILE    the report of everybody, by team\n"
        "  purge FILE     delete all that anybody said, for good\n"
        "\n"
        "new:\n"
        "  -b, --bank NAME|FILE   the questionnaire (default lmr-30)\n"
        "      --teams A,B,...    names of the teams; A:8 for another number of\n"
        "                         codes\n"
        "      --codes N          codes for each team\n"
        "      --title TEXT       what it is called (default: the bank's title)\n"
        "      --minimum N        people that a figure needs at least (default\n"
        "                         5, never under 3)\n"
        "      --names            ask for names, and for what the bank asks "
        "about\n"
        "                         the person; the trainer sees who answered "
        "what\n"
        "status:\n"
        "      --watch            stay, and show what changes\n"
        "      --format json      as JSON\n"
        "codes:\n"
        "      --add N -t TEAM    make N more first, for people who came late\n"
        "  -t, --team TEAM        of this team only\n"
        "      --address URL      where to go, on every slip\n"
        "  -o, --output FILE      slips to print: .pdf or .html; else text\n"
        "reveal:\n"
        "      --off              stop showing it\n"
        "export, report:\n"
        "  -o, --output FILE      where to: .csv; .pdf, .html or .json\n"
        "report:\n"
        "      --edition NAME     team (default), self or trainer\n"
        "      --partner WHOM     a page about working with people of a "
        "country\n"
        "                         (JP)\n"
        "      --paper NAME       a4 (default) or letter\n"
        "      --theme NAME       screen (default), or grey to print in black\n"
        "      --lang LANG        en or nl\n"
        "      --date TEXT        in the report's head (default: today)\n"
        "close, purge:\n"
        "  -y, --yes              do not ask\n"
        "\n"
        "Exit status: 0 done; 1 done, but some people's answers may not be\n"
        "shown; 2 trouble.\n"
        "\n"
        "  lewis workshop new spring.lewis --teams Harbour,Orchard --codes 8\n"
        ),
    },
    /* clang-format on */
    .run = workshop_run,
};
