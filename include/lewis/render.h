/* lewis/render.h - a scene as PNG, PDF or SVG.
 *
 * The same scene gives the same bytes, but for a PDF's date of creation, which
 * is now, or SOURCE_DATE_EPOCH when that is set.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LEWIS_RENDER_H
#define LEWIS_RENDER_H

#include <stdbool.h>
#include <stddef.h>

#include <lewis/chart.h>
#include <lewis/document.h>
#include <lewis/error.h>
#include <lewis/output.h>

LEWIS_BEGIN

enum lewis_picture { LEWIS_PNG, LEWIS_PDF, LEWIS_SVG, LEWIS_SCENE };

/* The kind of picture a file name asks for by its ending (.png .pdf .svg, and
 * .scene for the scene as text), in any case. False for any other. */
LEWIS_API bool lewis_picture_parse(const char *path,
                                   enum lewis_picture *picture);

/* A text measure that knows the fonts of this machine, without hinting: the
 * same widths at every resolution and in every kind of picture. */
struct lewis_ruler;

/* Returns an object the caller frees with lewis_ruler_free(), or NULL with
 * *error set (ENOMEM). Not to be shared between threads. */
LEWIS_API struct lewis_ruler *lewis_ruler_new(struct lewis_error *error);
LEWIS_API void lewis_ruler_free(struct lewis_ruler *ruler);
LEWIS_API struct lewis_measure lewis_ruler_measure(struct lewis_ruler *ruler);

/* Fonts are looked up and opened when the first text is measured, which takes
 * longer than drawing a chart; with this in a thread of its own from now on, for
 * who has something else to do until then. lewis_ruler_free() waits for it. Once,
 * on a new ruler. */
LEWIS_API void lewis_ruler_prepare(struct lewis_ruler *ruler);

/* Characters that no font of this machine could draw, over all that was
 * measured so far; one that stands in several texts counts for each. 0: every
 * name will be legible. */
LEWIS_API size_t lewis_ruler_unknown(const struct lewis_ruler *ruler);

/* Such characters of one script, and what has them. */
struct lewis_missing {
    const char *letters; /* "letters of Devanagari" */
    const char *font;    /* "Noto Sans Devanagari" */
    const char *package; /* what Debian calls its package */
    size_t count;
};

/* One script after the other, from index 0; false when there are no more. */
LEWIS_API bool lewis_ruler_missing(const struct lewis_ruler *ruler,
                                   size_t index,
                                   struct lewis_missing *missing);

struct lewis_render_options {
    double dpi; /* of PNG; 36..1200 */
    /* The ruler that measured the scene: its fonts need not be looked up
     * again, which takes longer than drawing. NULL: they are. */
    struct lewis_ruler *ruler;
};

/* 150 dots per inch, no ruler. */
LEWIS_API struct lewis_render_options lewis_render_defaults(void);

/* Draws the scene into 'output'. False with *error set: ENOMEM, EINVALID (more
 * than 100 million pixels), ESYSTEM (cairo or libpng failed). Write failures
 * show in lewis_output_commit(). */
LEWIS_API bool lewis_render(const struct lewis_scene *scene,
                            enum lewis_picture picture,
                            const struct lewis_render_options *options,
                            struct lewis_output *output,
                            struct lewis_error *error);

/* --- documents --- */

enum lewis_document_kind {
    LEWIS_DOCUMENT_PDF,
    LEWIS_DOCUMENT_HTML, /* one file, with nothing to be loaded */
    LEWIS_DOCUMENT_JSON
};

/* The kind of document a file name asks for by its ending (.pdf .html .json),
 * in any case. False for any other. */
LEWIS_API bool lewis_document_parse(const char *path,
                                    enum lewis_document_kind *kind);

/* Writes the document, a PDF laid out with the ruler's fonts; fails as
 * lewis_render() does. */
LEWIS_API bool lewis_render_document(struct lewis_document *document,
                                     enum lewis_document_kind kind,
                                     struct lewis_ruler *ruler,
                                     struct lewis_output *output,
                                     struct lewis_error *error);

LEWIS_END

#endif
