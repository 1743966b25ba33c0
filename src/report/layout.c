/* layout.c - a document in pages: scenes whose groups are called as the tags
 * of a PDF are (H1, P, L, LI, Table, TR, TH, TD, Figure; Artifact is what
 * nobody needs to hear).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>

#include "base/error.h"
#include "report/layout.h"

/* In points, at scale 1. */
static const double gap = 5, heading_gap = 11, foot_room = 18;

/* Letters that are tried to keep to the pages wanted. */
static const double scales[] = {1, 0.95, 0.9, 0.85, 0.8};

enum { SCALES = sizeof scales / sizeof scales[0] };

static double
space_before(const struct layout *layout, const struct block *block)
{
    double space = gap;

    if (layout->y <= layout->top)
        return 0;
    if (block->kind == BLOCK_HEADING)
        space = heading_gap;
    else if (block->kind == BLOCK_ITEM)
        space = 2;
    return space * layout->scale;
}

static void
add_outline(struct layout *layout, const char *text, int level)
{
    struct lewis_document *document = layout->document;

    if (document->outlines == document->outline_room) {
        size_t room =
            document->outline_room == 0 ? 16 : 2 * document->outline_room;
        struct outline *outline =
            realloc(document->outline, room * sizeof *outline);

        if (outline == NULL) {
            layout->failed = true;
            return;
        }
        document->outline = outline;
        document->outline_room = room;
    }
    document->outline[document->outlines++] =
        (struct outline){text, document->pages - 1, layout->y, level};
}

static void
draw_figure(struct layout *layout, const struct block *block)
{
    double width = scene_width_pt(block->scene);
    double height = scene_height_pt(block->scene);
    double x = layout->left + (layout->right - layout->left - width) / 2;

    layout_need(layout, height);
    if (layout_broken(layout))
        return;
    scene_group(layout->scene, "Figure", scene_description(block->scene));
    scene_insert(layout->scene, block->scene,
                 (struct scene_point){x, layout->y});
    scene_end(layout->scene);
    layout->y += height;
    if (block->text != NULL) {
        layout->y += 2;
        layout_text(layout, block);
    }
}

/* What must stand with a heading: the beginning of what follows. */
static double
beginning(struct layout *layout, const struct block *block, size_t left)
{
    double height = 0;

    for (size_t i = 0; i < left; i++) {
        struct type type = layout_block_type(layout, &block[i]);

        height += space_before(layout, &block[i]);
        if (block[i].kind == BLOCK_FIGURE)
            return height + scene_height_pt(block[i].scene);
        if (block[i].kind == BLOCK_TABLE)
            return fmin(height + layout_table_need(layout, &block[i]),
                        layout->bottom - layout->top);
        if (block[i].kind == BLOCK_BARS)
            return height + 3.6 * LAYOUT_BODY * layout->scale;
        height +=
            (block[i].kind == BLOCK_HEADING ? 1 : 2) * layout_leading(&type);
        if (block[i].kind != BLOCK_HEADING && block[i].kind != BLOCK_SUBHEADING)
            break;
    }
    return height;
}

static void
draw_block(struct layout *layout, size_t index)
{
    const struct lewis_document *document = layout->document;
    const struct block *block = &document->block[index];

    if (block->kind != BLOCK_ITEM)
        layout_end_list(layout);
    if (block->kind == BLOCK_PAGE) {
        if (layout->y > layout->top)
            layout_new_page(layout);
        return;
    }
    layout->y += space_before(layout, block);
    if (block->kind == BLOCK_HEADING || block->kind == BLOCK_SUBHEADING) {
        layout_need(layout, beginning(layout, block, document->count - index));
        if (block->kind == BLOCK_HEADING && !layout_broken(layout))
            add_outline(layout, block->text, 2);
    }
    if (block->kind == BLOCK_TITLE)
        add_outline(layout, block->text, 1);
    if (layout_broken(layout))
        return;
    if (block->kind == BLOCK_BARS)
        layout_rows(layout, block);
    else if (block->kind == BLOCK_TABLE)
        layout_table(layout, block);
    else if (block->kind == BLOCK_FIGURE)
        draw_figure(layout, block);
    else
        layout_text(layout, block);
}

static void
forget_pages(struct lewis_document *document)
{
    for (size_t i = 0; i < document->pages; i++)
        lewis_scene_free(document->page[i]);
    document->pages = 0;
    document->outlines = 0;
}

static bool
try_scale(struct lewis_document *document, const struct lewis_measure *measure,
          double scale)
{
    double margin = document_margin_pt();
    struct layout layout = {
        .document = document,
        .measure = measure,
        .colour = palette_of(document->options.theme),
        .scale = scale,
        .left = margin,
        .right = document_paper_width_pt(document) - margin,
        .top = margin,
        .bottom = document_paper_height_pt(document) - margin - foot_room + 10,
    };
    bool done;

    forget_pages(document);
    layout_new_page(&layout);
    for (size_t i = 0; i < document->count && !layout_broken(&layout); i++)
        draw_block(&layout, i);
    if (!layout_broken(&layout)) {
        layout_end_list(&layout);
        layout_feet(&layout);
    }
    done = !layout_broken(&layout);
    for (size_t i = 0; i < document->pages; i++)
        done = done && scene_ok(document->page[i]);
    arena_release(&layout.arena);
    return done;
}

bool
lewis_document_lay_out(struct lewis_document *document,
                       const struct lewis_measure *measure,
                       struct lewis_error *error)
{
    for (int i = 0; i < SCALES; i++) {
        if (!document_ok(document) || !try_scale(document, measure, scales[i]))
            return error_memory(error);
        if (document->pages_wanted == 0 ||
            document->pages <= document->pages_wanted)
            return true;
    }
    return true;
}

size_t
lewis_document_page_count(const struct lewis_document *document)
{
    return document->pages;
}

const struct lewis_scene *
lewis_document_page(const struct lewis_document *document, size_t index)
{
    return document->page[index];
}
