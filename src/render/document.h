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
                  struct lewis_ruler *ruler,
                  struct lewis_output *output, struct lewis_error *error);

void document_html(const struct lewis_document *document, struct text *text);

/* What stands in its body, for a page that has style and rules of its own: no
 * style sheet, no attribute "style", no title (the page has one). Headings,
 * lists and tables have the classes "bars", "rows", "lead", "quiet" and
 * "notice". */
void document_html_body(const struct lewis_document *document,
                        struct text *text);

/* The <svg> element alone, without an attribute "style". */
void svg_add(const struct lewis_scene *scene, struct text *text);

#endif
