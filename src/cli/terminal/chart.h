/* chart.h - a chart on standard output: pixels where the terminal can
 * show them, else characters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_TERMINAL_CHART_H
#define CLI_TERMINAL_CHART_H

#include <lewis/chart.h>
#include <lewis/pixels.h>

#include "cli/terminal/people_page.h"
#include "cli/terminal/terminal.h"

/* What --picture says. */
enum picture_way {
    PICTURE_AUTO, /* pixels in a terminal that has them, else characters */
    PICTURE_KITTY,
    PICTURE_ITERM,
    PICTURE_SIXEL,
    PICTURE_CELLS,
    PICTURE_NONE /* words only */
};

/* "auto" or NULL, "kitty", ...; -1, or an exit status: said why. */
int terminal_chart_way(const struct cmd *cmd, const char *word,
                       enum picture_way *way);

/* The page that is drawn for pixels: smaller than paper, so that its letters
 * can be read. */
enum { TERMINAL_CHART_WIDE = 560, TERMINAL_CHART_HIGH = 400 };

/* The pixels to draw with: NONE is characters. */
enum lewis_pixels terminal_chart_pixels(enum picture_way way);

/* Shows the chart, laid out on the page above. 'options' are those of the
 * chart but for the size. Returns an exit status. */
int terminal_chart_show(const struct lewis_chart *chart,
                        const struct lewis_chart_options *options,
                        enum lewis_pixels pixels, struct lewis_ruler *ruler);

/* Shows the people in characters. Returns an exit status. */
int terminal_chart_cells(const struct people *people,
                         const struct people_look *look,
                         const struct terminal *terminal);

#endif
