/* lewis/document.h - a report as a document: headings, paragraphs, bars,
 * tables and the triangle, on paper or on a screen.
 *
 * lewis/report.h makes documents, lewis/render.h writes them as PDF, HTML or
 * JSON. The three say the same.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LEWIS_DOCUMENT_H
#define LEWIS_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>

#include <lewis/chart.h>
#include <lewis/error.h>

LEWIS_BEGIN

struct lewis_document;

enum lewis_paper { LEWIS_PAPER_A4, LEWIS_PAPER_LETTER };

/* What a document is made for. */
struct lewis_document_options {
    enum lewis_paper paper;
    enum lewis_theme theme; /* LEWIS_THEME_SCREEN or LEWIS_THEME_GREY */
    const char *lang;       /* of all texts; NULL: the first */
    const char *date;       /* as it is to be shown; NULL: none */
    struct lewis_measure measure; /* of whoever will write it */
};

LEWIS_API void lewis_document_free(struct lewis_document *document);

LEWIS_API const char *
lewis_document_title(const struct lewis_document *document);

/* Lays the document out in pages. They are scenes (lewis/chart.h), borrowed
 * from the document and made anew by each call. False with *error set:
 * ENOMEM. */
LEWIS_API bool lewis_document_lay_out(struct lewis_document *document,
                                      const struct lewis_measure *measure,
                                      struct lewis_error *error);
LEWIS_API size_t lewis_document_page_count(
    const struct lewis_document *document);
LEWIS_API const struct lewis_scene *
lewis_document_page(const struct lewis_document *document, size_t index);

LEWIS_END

#endif
