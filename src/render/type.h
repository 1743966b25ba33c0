/* type.h - how text is set with pango, the same wherever it is measured or
 * drawn: no hinting, positions not rounded, one paragraph a layout.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_TYPE_H
#define RENDER_TYPE_H

#include <stdbool.h>

#include <pango/pango.h>

/* What is asked of fontconfig; the rest of the characters come from other
 * fonts of the machine. */
#define TYPE_FAMILY "DejaVu Sans, sans-serif"

/* The size that texts are measured and drawn in, in points: so large that
 * pango's rounding, 1/1024 point a letter, is as good as none. Without hinting
 * letters of another size are these, made larger or smaller. */
enum { TYPE_SIZE = 64 };

/* A layout of its own font map, one unit a point. To be freed with
 * g_object_unref(); NULL when pango fails. */
PangoLayout *type_layout_new(void);

/* Sets 'text' (UTF-8) in that size. */
void type_set(PangoLayout *layout, const char *text, double size_pt, bool bold);

/* Width of what was set, in points. */
double type_width_pt(PangoLayout *layout);

/* What its last character takes of that, wherever on the line it stands; not for
 * one that is more than a byte. */
double type_end_width_pt(PangoLayout *layout);

/* The first font that is asked for, of the layout's map, to be freed with
 * g_object_unref(); NULL when there is none. */
PangoFont *type_font(PangoLayout *layout, double size_pt, bool bold);

/* Width of a text of Latin letters, digits and signs in that font: what a
 * layout finds, without its search for scripts, directions and other fonts,
 * which takes many times as long. False when the font lacks one of them. */
bool type_plain_width_pt(PangoFont *font, const char *text, double *width_pt);

/* Calls 'found' for every character of what was set that no font has. */
void type_unknown(PangoLayout *layout, void (*found)(void *, gunichar),
                  void *payload);

/* Puts empty squares in the place of those characters: pango draws their
 * numbers, too small to be read. */
void type_square_unknown(PangoLayout *layout);

#endif
