/* paper.h - how large a picture is to be.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_PAPER_H
#define CLI_PAPER_H

#include <stdbool.h>

#include "cmd.h"

/* What the options say; zero-initialise but for 'dpi'. */
struct paper {
    const char *size, *name;
    bool landscape, portrait;
    double dpi;
};

#define PAPER_OPTIONS(paper)                               \
    {"size", '\0', OPTION_TEXT, &(paper).size},            \
    {"paper", '\0', OPTION_TEXT, &(paper).name},           \
    {"landscape", '\0', OPTION_FLAG, &(paper).landscape},  \
    {"portrait", '\0', OPTION_FLAG, &(paper).portrait},    \
    {"dpi", '\0', OPTION_NUMBER, &(paper).dpi}

#define PAPER_HELP N_(                                                      \
    "      --size WxH         of the picture in mm, in, pt or px, such as\n" \
    "                         160x120mm or 1600x1200px\n"                   \
    "      --paper NAME       a3, a4 (default), a5, letter, legal or\n"     \
    "                         tabloid\n"                                    \
    "      --landscape        the paper lies (default)\n"                   \
    "      --portrait         the paper stands\n"                           \
    "      --dpi N            pixels an inch, of a PNG and of --size in px,\n" \
    "                         36 to 1200 (default 150)\n")

/* Sets the size in points when the options ask for one. -1, or an exit status:
 * said why. */
int paper_settle(const struct cmd *cmd, const struct paper *paper,
                 double *width_pt, double *height_pt);

#endif
