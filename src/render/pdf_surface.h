/* pdf_surface.h - what all our PDFs have in common: a surface that keeps its
 * bytes, their dates and metadata, and their end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_PDF_SURFACE_H
#define RENDER_PDF_SURFACE_H

#include <stdbool.h>

#include <cairo.h>

#include <lewis/error.h>
#include <lewis/output.h>

#include "base/text.h"

/* A surface of that size that adds what it makes to 'bytes', dated now or by
 * SOURCE_DATE_EPOCH. */
cairo_surface_t *pdf_surface_new(struct text *bytes, double width_pt,
                                 double height_pt, const char *title,
                                 const char *subject);

/* Ends and frees it; false when cairo failed at some time. */
bool pdf_surface_finish(cairo_surface_t *surface);

/* Writes the bytes; 'drawn' is whether all went well so far. False with *error
 * set. */
bool pdf_give(const struct text *bytes, bool drawn, struct lewis_output *output,
              struct lewis_error *error);

#endif
