/* pdf_update.h - what cairo leaves out of a PDF, added behind its end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_PDF_UPDATE_H
#define RENDER_PDF_UPDATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

enum { PDF_FIGURES = 16 };

/* What is added: the language of the document (BCP 47), and the words that
 * stand for its figures, in their order; the first PDF_FIGURES get some; and what
 * lies under all else on its first page. */
struct pdf_facts {
    const char *lang;
    const char *const *alt;
    size_t alts;
    const struct text *field; /* see render/pdf_field.h; NULL or empty: none */
};

/* Adds an incremental update (ISO 32000-1:2008, 7.5.6) to a PDF with a classic
 * table of references: the catalogue again, with the language and the wish that
 * the title is shown; the figures again, with their words; the page again, with
 * the field before its own content; the dates again, with the "D:" that viewers
 * look for. False, and nothing is added, when the
 * document is not built as expected; when memory runs out 'pdf' has failed. */
bool pdf_update(struct text *pdf, const struct pdf_facts *facts);

#endif
