/* document.h - one writer for each kind of document, and the picture in a
 * page of HTML.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_DOCUMENT_H
#define RENDER_DOCUMENT_H

#include <lewis/document.h>
#include <lewis/render.h>

#include "base/text.h"

/* The document is laid out already. */
bool document_pdf(const struct lewis_document *document,
                  const struct lewis_ruler *ruler,
                  struct lewis_output *output, struct lewis_error *error);

void document_html(const struct lewis_document *document, struct text *text);

/* The <svg> element alone. */
void svg_add(const struct lewis_scene *scene, struct text *text);

#endif
