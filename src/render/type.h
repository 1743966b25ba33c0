/* type.h - how text is set with pango, the same wherever it is measured or
 * drawn: no hinting, positions not rounded, one line a text.
 *
 * Lines are set by pango's itemizer and shaper, without a PangoLayout: that
 * looks up the height of every line in sample texts, in fonts that it loads for
 * them, which takes longer than all the rest.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_TYPE_H
#define RENDER_TYPE_H

#include <stdbool.h>

#include "render/pango.h"

/* What is asked of fontconfig, for pango and as a list; the rest of the
 * characters come from other fonts of the machine. */
#define TYPE_FAMILY "DejaVu Sans, sans-serif"
#define TYPE_FAMILIES "DejaVu Sans", "sans-serif"

/* The locale must not choose the shapes of letters. */
#define TYPE_LANGUAGE "en"

/* The size that texts are set in, in points: so large that pango's rounding,
 * 1/1024 point a letter, is as good as none. Without hinting letters of another
 * size are these, made larger or smaller. */
enum { TYPE_SIZE = 64 };

/* Fonts to set text with, of a map of their own, plain and bold. Not to be
 * shared between threads. */
struct type;

/* Looks the fonts up and opens them; NULL when pango or memory fails. */
struct type *type_new(void);
void type_free(struct type *type);

/* The first font that is asked for; the type keeps it. NULL: there is none. */
PangoFont *type_font(const struct type *type, bool bold);

/* A text that was set, and maybe a space behind it (on its left, when it is
 * read from the right), which is of the first font. */
struct type_line {
    const struct pango *pango; /* of the type */
    char *text;
    GList *runs; /* of PangoGlyphItem, from left to right */
    double width_pt, space_pt; /* of the text; of the space */
    bool bold, space;
    bool from_right; /* it is read from there */
};

/* Sets 'text' (UTF-8). To be released. */
void type_set(struct type *type, struct type_line *line, const char *text,
              bool bold, bool space);
void type_release(struct type_line *line);

/* Calls 'found' for every character of the line that no font has. */
void type_unknown(const struct type_line *line,
                  void (*found)(void *, gunichar), void *payload);

/* Puts empty squares in the place of those characters: pango draws their
 * numbers, too small to be read. */
void type_square_unknown(struct type *type, struct type_line *line);

/* Draws the line from the origin of the context on, or adds its outlines to the
 * current path. */
void type_show(const struct type_line *line, cairo_t *cr);
void type_trace(const struct type_line *line, cairo_t *cr);

#endif
