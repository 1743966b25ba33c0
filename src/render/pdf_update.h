/* pdf_update.h - what cairo leaves out of a PDF, added behind its end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_PDF_UPDATE_H
#define RENDER_PDF_UPDATE_H

#include <stdbool.h>

#include "base/text.h"

/* What is added: the language of the document (BCP 47), and the words that
 * stand for its figure. */
struct pdf_facts {
    const char *lang, *alt;
};

/* Adds an incremental update (ISO 32000-1:2008, 7.5.6) to a PDF with a classic
 * table of references: the catalogue again, with the language and the wish that
 * the title is shown; the figure again, with its words; the dates again, with
 * the "D:" that viewers look for. False, and nothing is added, when the
 * document is not built as expected. */
bool pdf_update(struct text *pdf, const struct pdf_facts *facts);

#endif
