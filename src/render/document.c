/* document.c - which kind of document, and who writes it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/document.h"
#include "render/pango.h"

#include <string.h>

#include <lewis/text.h>

#include "base/error.h"
#include "report/document.h"

static const char *const endings[] = {
    [LEWIS_DOCUMENT_PDF] = ".pdf",
    [LEWIS_DOCUMENT_HTML] = ".html",
    [LEWIS_DOCUMENT_JSON] = ".json",
};

bool
lewis_document_parse(const char *path, enum lewis_document_kind *kind)
{
    const char *ending = strrchr(path, '.');

    for (int i = 0; ending != NULL && i < 3; i++)
        if (lewis_text_same(ending, endings[i])) {
            *kind = (enum lewis_document_kind)i;
            return true;
        }
    return false;
}

static bool
write_text(struct text *text, struct lewis_output *output,
           struct lewis_error *error)
{
    bool done = text_ok(text);

    if (done)
        lewis_output_write(output, text->bytes, text->size);
    text_release(text);
    return done || error_memory(error);
}

bool
lewis_render_document(struct lewis_document *document,
                      enum lewis_document_kind kind,
                      struct lewis_ruler *ruler, struct lewis_output *output,
                      struct lewis_error *error)
{
    struct lewis_measure measure = lewis_ruler_measure(ruler);
    struct text text = {0};
    struct pango pango;

    if (!document_ok(document))
        return error_memory(error);
    if (kind == LEWIS_DOCUMENT_PDF && !pango_load(&pango, error))
        return false;
    if (kind == LEWIS_DOCUMENT_PDF)
        return lewis_document_lay_out(document, &measure, error) &&
               document_pdf(document, ruler, output, error);
    if (kind == LEWIS_DOCUMENT_HTML)
        document_html(document, &text);
    else
        document_add_json(document, &text);
    return write_text(&text, output, error);
}
