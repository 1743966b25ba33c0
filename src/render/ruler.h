/* ruler.h - the fonts of a ruler, for whoever draws what it measured.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_RULER_H
#define RENDER_RULER_H

#include <lewis/render.h>

#include <pango/pango.h>

/* A layout as type_layout_new() makes it; the ruler keeps it. NULL when pango
 * fails. */
PangoLayout *ruler_layout(struct lewis_ruler *ruler);

#endif
