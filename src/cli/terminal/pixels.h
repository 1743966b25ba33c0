/* pixels.h - can the terminal at hand show pictures, and how large?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_TERMINAL_PIXELS_H
#define CLI_TERMINAL_PIXELS_H

#include <stddef.h>

#include <lewis/pixels.h>

/* The way of the terminal that standard input and output both are; NONE for
 * anything else. Looks at the environment; when that does not say, asks the
 * terminal and waits for at most 0.2 seconds. */
enum lewis_pixels terminal_pixels(void);

/* Forgets what the terminal answered too late, if it was asked. */
void terminal_pixels_end(void);

/* Columns and pixels that a picture of that shape (height / width) may take,
 * so that it is seen at once; estimated where the terminal does not say. */
struct terminal_room {
    size_t columns, width; /* width in pixels */
};

struct terminal_room terminal_room(double shape);

#endif
