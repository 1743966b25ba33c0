/* each.h - a picture of every person, in a folder.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_CHART_EACH_H
#define CLI_CHART_EACH_H

#include <stdbool.h>
#include <stddef.h>

#include <lewis/answers.h>
#include <lewis/chart.h>
#include <lewis/render.h>
#include <lewis/score.h>

#include "cli/each.h"

/* A run over people; zero-initialise, then set what is asked for. */
struct chart_each {
    struct each files;
    const char *format; /* "svg", "png", "pdf" */
    struct lewis_chart_options options;
    struct lewis_render_options render;
    enum lewis_picture kind;
};

/* Makes the folder when it is not there. False: said why. */
bool chart_each_open(struct chart_each *each, struct lewis_ruler *ruler);

/* Draws a person. After a failure, which is said, nothing more is done. */
void chart_each_add(struct chart_each *each, const struct lewis_sheet *sheet,
                    const struct lewis_score *score);

/* Says how many pictures there are; returns an exit status: EXIT_DATA when
 * files that were there have been kept. */
int chart_each_close(struct chart_each *each);

#endif
