/* screen.h - what a person would see: a small model of a terminal.
 *
 * It knows what a plain program writes: text with wide and combining
 * characters, line ends, the cursor and erasing sequences of ECMA-48, colours
 * (passed over) and the alternate screen of xterm. Anything else is counted as
 * unknown. Written apart from the program's own widths, so that one can be
 * held against the other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PTY_SCREEN_H
#define PTY_SCREEN_H

#include <stdbool.h>
#include <stddef.h>

struct screen;

struct screen *screen_new(size_t columns, size_t rows);
void screen_free(struct screen *screen);
void screen_resize(struct screen *screen, size_t columns, size_t rows);
void screen_write(struct screen *screen, const char *bytes, size_t size);

/* The lines as text, trailing spaces and empty last lines left out; with
 * 'scrolled', those that have left the top too. The caller frees it. */
char *screen_text(const struct screen *screen, bool scrolled);

/* Colour or bold was used; lines that ran over the right edge; sequences
 * that are not known. */
bool screen_dressed(const struct screen *screen);
size_t screen_overruns(const struct screen *screen);
size_t screen_unknown(const struct screen *screen);

/* Was it asked for its device attributes (DA1) since this was last called? And
 * the bytes of the longest control string (ECMA-48 5.6), as pictures are. */
bool screen_asked(struct screen *screen);
size_t screen_longest_string(const struct screen *screen);

/* The cursor's row and column, from 0. */
size_t screen_row(const struct screen *screen);
size_t screen_column(const struct screen *screen);

#endif
