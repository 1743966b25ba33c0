/* lewis/pixels.h - pictures in terminals that can show pixels.
 *
 * Nothing here touches a terminal: these functions tell from what a terminal
 * says which way of its own it has, and write a picture that way. Who talks to
 * the terminal is the caller.
 *
 * One person at the end of a questionnaire is drawn like any chart: add the
 * score to a struct lewis_chart, lay it out with lewis_chart_scene() on a page
 * of about 560 x 400 points, and call lewis_render_pixels(); where that cannot
 * be, lewis/cells.h has the same picture in characters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LEWIS_PIXELS_H
#define LEWIS_PIXELS_H

#include <stdbool.h>
#include <stddef.h>

#include <lewis/chart.h>
#include <lewis/error.h>
#include <lewis/output.h>
#include <lewis/render.h>

LEWIS_BEGIN

enum lewis_pixels {
    LEWIS_PIXELS_NONE, /* characters only */
    LEWIS_KITTY,       /* kitty's graphics protocol: kitty, Ghostty, Konsole */
    LEWIS_ITERM,       /* iTerm2's inline images: iTerm2, WezTerm, mintty */
    LEWIS_SIXEL,       /* DEC's sixels: foot, mlterm, xterm -ti 340, ... */
    LEWIS_PIXELS_ASK   /* the environment does not say: ask the terminal */
};

/* What the environment says; 'variable' returns its value or NULL, as getenv()
 * does. Inside of tmux and GNU screen, which keep pictures from the terminal
 * around them, it is none. */
LEWIS_API enum lewis_pixels
lewis_pixels_guess(const char *(*variable)(const char *name));

/* What to write to a terminal to ask it. It answers within milliseconds; every
 * terminal answers the last of the questions. */
LEWIS_API const char *lewis_pixels_question(void);

/* Reads the answer. True once it is complete, with *pixels set; false: more
 * has to come. Never LEWIS_PIXELS_ASK. */
LEWIS_API bool lewis_pixels_answer(const char *bytes, size_t size,
                                   enum lewis_pixels *pixels);

/* Writes a PNG file, 'columns' of the terminal wide (0: as wide as its pixels
 * say). */
LEWIS_API void lewis_kitty_write(const void *png, size_t size, size_t columns,
                                 struct lewis_output *output);
LEWIS_API void lewis_iterm_write(const void *png, size_t size, size_t columns,
                                 struct lewis_output *output);

/* Writes pixels, three bytes each (red, green, blue), row by row from the top,
 * in at most 256 colours: where there are more, those that are near each other
 * become one. 1..32767 pixels a side. False with *error set: ENOMEM,
 * EINVALID. */
LEWIS_API bool lewis_sixel_write(const unsigned char *rgb, size_t width,
                                 size_t height, struct lewis_output *output,
                                 struct lewis_error *error);

/* Draws the scene and writes it that way (KITTY, ITERM or SIXEL), and a line
 * end. False with *error set, as lewis_render() does. */
LEWIS_API bool lewis_render_pixels(const struct lewis_scene *scene,
                                   enum lewis_pixels pixels, size_t columns,
                                   const struct lewis_render_options *options,
                                   struct lewis_output *output,
                                   struct lewis_error *error);

LEWIS_END

#endif
