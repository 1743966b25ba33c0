/* chart.c - a chart on standard output: pixels where the terminal can
 * show them, else characters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/terminal/chart.h"

#include <math.h>
#include <stddef.h>

#include "cli/choice.h"
#include "cli/say.h"
#include "cli/terminal/pixels.h"

static const char *const ways[] = {
    [PICTURE_AUTO] = "auto",   [PICTURE_KITTY] = "kitty",
    [PICTURE_ITERM] = "iterm", [PICTURE_SIXEL] = "sixel",
    [PICTURE_CELLS] = "cells", [PICTURE_NONE] = "none",
};

enum { WAYS = sizeof ways / sizeof ways[0] };

int
terminal_chart_way(const struct cmd *cmd, const char *word,
                   enum picture_way *way)
{
    static const struct choice choice = {
        N_("there is no picture \"%s\"; did you mean %s?"),
        N_("--picture is auto, kitty, iterm, sixel, cells or none, "
           "not \"%s\""),
        ways, WAYS};
    int chosen = PICTURE_AUTO, status = choice_read(cmd, &choice, word, &chosen);

    *way = (enum picture_way)chosen;
    return status;
}

enum lewis_pixels
terminal_chart_pixels(enum picture_way way)
{
    switch (way) {
    case PICTURE_AUTO:
        return terminal_pixels();
    case PICTURE_KITTY:
        return LEWIS_KITTY;
    case PICTURE_ITERM:
        return LEWIS_ITERM;
    case PICTURE_SIXEL:
        return LEWIS_SIXEL;
    case PICTURE_CELLS:
    case PICTURE_NONE:
        break;
    }
    return LEWIS_PIXELS_NONE;
}

static int
commit(struct lewis_output *output, bool done, struct lewis_error *error)
{
    done = done && lewis_output_commit(output, error);
    lewis_output_free(output);
    return done ? EXIT_DONE : say_error(error);
}

int
terminal_chart_show(const struct lewis_chart *chart,
                    const struct lewis_chart_options *options,
                    enum lewis_pixels pixels, struct lewis_ruler *ruler)
{
    struct terminal_room room =
        terminal_room((double)TERMINAL_CHART_HIGH / TERMINAL_CHART_WIDE);
    struct lewis_render_options render = lewis_render_defaults();
    struct lewis_chart_options page = *options;
    struct lewis_measure measure = lewis_ruler_measure(ruler);
    struct lewis_error error;
    struct lewis_scene *scene;
    struct lewis_output *output;
    int status;

    page.width_pt = TERMINAL_CHART_WIDE;
    page.height_pt = TERMINAL_CHART_HIGH;
    render.dpi = fmax(36, (double)room.width * 72 / TERMINAL_CHART_WIDE);
    render.ruler = ruler;
    scene = lewis_chart_scene(chart, &page, &measure, &error);
    output = scene == NULL ? NULL : lewis_output_open("-", &error);
    status = output == NULL
                 ? say_error(&error)
                 : commit(output,
                          lewis_render_pixels(scene, pixels, room.columns,
                                              &render, output, &error),
                          &error);
    terminal_pixels_end();
    lewis_scene_free(scene);
    return status;
}

int
terminal_chart_cells(const struct people *people, const struct people_look *look,
                     const struct terminal *terminal)
{
    struct lewis_error error;
    struct lewis_page *page = lewis_page_new(terminal_width(terminal), &error);
    struct lewis_output *output;
    int status;

    if (page == NULL || !people_page_draw(people, look, page, &error)) {
        lewis_page_free(page);
        return say_error(&error);
    }
    output = lewis_output_open("-", &error);
    if (output != NULL)
        lewis_page_print(page, output, terminal_color(terminal, "-"));
    status = output == NULL ? say_error(&error) : commit(output, true, &error);
    lewis_page_free(page);
    return status;
}
