/* ruler.h - the fonts of a ruler, for whoever draws what it measured.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_RULER_H
#define RENDER_RULER_H

#include <lewis/render.h>

struct type;

/* The fonts, as type_new() gives them; the ruler keeps them. NULL when pango
 * fails. */
struct type *ruler_type(struct lewis_ruler *ruler);

#endif
