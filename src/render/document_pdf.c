/* document_pdf.c - a document as PDF: real text, tags, an outline, page
 * labels.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include <cairo-pdf.h>

#include "base/error.h"
#include "render/document.h"
#include "render/paint.h"
#include "render/pdf_surface.h"
#include "render/pdf_update.h"
#include "report/document.h"

enum { DEPTH = 32 /* groups in groups that may have tags */ };

/* Roles of groups that are tags; all in a Figure is the figure's. */
static const char *const tags[] = {"H1", "H2",    "H3", "P",  "L",     "LI",
                                   "LBody", "Table", "TR", "TH", "TD", "Figure"};

enum { TAGS = sizeof tags / sizeof tags[0] };

static const char *
tag_of(const char *role)
{
    for (int i = 0; i < TAGS; i++)
        if (strcmp(tags[i], role) == 0)
            return tags[i];
    return NULL;
}

struct tagger {
    cairo_t *cr;
    const char *open[DEPTH];
    size_t depth, figure; /* figure: the depth inside of one; 0: none */
};

static void
enter(struct tagger *tagger, const char *role)
{
    const char *tag = tagger->figure > 0 ? NULL : tag_of(role);

    if (tagger->depth < DEPTH)
        tagger->open[tagger->depth] = tag;
    tagger->depth++;
    if (tag != NULL && tagger->depth <= DEPTH)
        cairo_tag_begin(tagger->cr, tag, NULL);
    if (tag != NULL && strcmp(tag, "Figure") == 0)
        tagger->figure = tagger->depth;
}

static void
leave(struct tagger *tagger)
{
    if (tagger->figure == tagger->depth)
        tagger->figure = 0;
    tagger->depth--;
    if (tagger->depth < DEPTH && tagger->open[tagger->depth] != NULL)
        cairo_tag_end(tagger->cr, tagger->open[tagger->depth]);
}

static void
draw_page(struct painter *painter, const struct lewis_scene *scene)
{
    struct tagger tagger = {.cr = painter->cr};

    for (size_t i = 0; i < scene_count(scene); i++) {
        const struct scene_shape *shape = scene_at(scene, i);

        if (shape->kind == SCENE_GROUP)
            enter(&tagger, shape->role);
        else if (shape->kind == SCENE_END)
            leave(&tagger);
        else
            paint_shape(painter, shape);
    }
}

/* A tree of two levels; without a title, of one. */
static void
add_outline(cairo_surface_t *surface, const struct lewis_document *document)
{
    int root = CAIRO_PDF_OUTLINE_ROOT;

    for (size_t i = 0; i < document->outlines; i++) {
        const struct outline *line = &document->outline[i];
        char attributes[80], number[SCENE_NUMBER];
        int parent = line->level == 1 ? CAIRO_PDF_OUTLINE_ROOT : root, id;

        snprintf(attributes, sizeof attributes, "page=%zu pos=[0 %s]",
                 line->page + 1,
                 scene_number(line->y > 12 ? line->y - 12 : 0, number));
        id = cairo_pdf_surface_add_outline(
            surface, parent, line->text, attributes,
            line->level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
        if (line->level == 1)
            root = id;
    }
}

static bool
draw_pages(cairo_surface_t *surface, const struct lewis_document *document,
           struct lewis_ruler *ruler)
{
    cairo_t *cr = cairo_create(surface);
    struct painter painter;
    bool done = painter_init(&painter, cr, ruler);

    painter.spaces = true;
    cairo_tag_begin(cr, "Document", NULL);
    for (size_t i = 0; done && i < document->pages; i++) {
        char label[24];

        snprintf(label, sizeof label, "%zu", i + 1);
        cairo_pdf_surface_set_page_label(surface, label);
        draw_page(&painter, document->page[i]);
        if (i + 1 == document->pages)
            cairo_tag_end(cr, "Document");
        cairo_show_page(cr);
        done = painter_ok(&painter);
    }
    if (done)
        add_outline(surface, document);
    painter_release(&painter);
    cairo_destroy(cr);
    return done;
}

static size_t
gather_alts(const struct lewis_document *document, const char *alt[])
{
    size_t count = 0;

    for (size_t i = 0; i < document->count && count < PDF_FIGURES; i++)
        if (document->block[i].kind == BLOCK_FIGURE)
            alt[count++] = scene_description(document->block[i].scene);
    return count;
}

bool
document_pdf(const struct lewis_document *document,
             struct lewis_ruler *ruler, struct lewis_output *output,
             struct lewis_error *error)
{
    const char *alt[PDF_FIGURES];
    struct pdf_facts facts = {.lang = document->lang,
                              .alt = alt,
                              .alts = gather_alts(document, alt)};
    struct text bytes = {0};
    cairo_surface_t *surface = pdf_surface_new(
        &bytes, document_paper_width_pt(document),
        document_paper_height_pt(document), document->title,
        document->subject);
    bool done = draw_pages(surface, document, ruler);

    done = pdf_surface_finish(surface) && done;
    pdf_update(&bytes, &facts); /* the document is whole without */
    done = pdf_give(&bytes, done, output, error);
    text_release(&bytes);
    return done;
}
