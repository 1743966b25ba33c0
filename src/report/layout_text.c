/* layout_text.c - titles, paragraphs, items of lists, notices.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "report/layout.h"

/* In points, at scale 1. */
static const double indent = 12, notice_pad = 7;

struct type
layout_type(const struct layout *layout, double size, bool bold, int32_t colour,
            const char *role)
{
    return (struct type){size * layout->scale, bold, colour, role};
}

struct type
layout_block_type(const struct layout *layout, const struct block *block)
{
    const struct palette *colour = layout->colour;

    if (block->kind == BLOCK_TITLE)
        return layout_type(layout, 19, true, colour->ink, "H1");
    if (block->kind == BLOCK_HEADING)
        return layout_type(layout, 12.5, true, colour->ink, "H2");
    if (block->kind == BLOCK_SUBHEADING)
        return layout_type(layout, 10, true, colour->ink, "H3");
    if (block->tone == TONE_LEAD)
        return layout_type(layout, 11.5, true, colour->ink, "P");
    if (block->tone == TONE_QUIET || block->kind == BLOCK_FIGURE)
        return layout_type(layout, 8.5, false, colour->quiet, "P");
    return layout_type(layout, LAYOUT_BODY, false, colour->ink,
                       block->kind == BLOCK_ITEM ? "LBody" : "P");
}

/* The label in bold, and how far the text begins after it. */
static double
label_width(const struct layout *layout, const struct type *type,
            const char *label)
{
    struct type bold = *type;

    bold.bold = true;
    return label == NULL
               ? 0
               : layout_width(layout, &bold, label) + 0.5 * type->size;
}

static double
text_left(const struct layout *layout, const struct block *block)
{
    double by = 0;

    if (block->kind == BLOCK_ITEM)
        by = indent;
    else if (block->tone == TONE_NOTICE)
        by = notice_pad;
    return layout->left + by * layout->scale;
}

static double
text_width(const struct layout *layout, const struct block *block)
{
    double width = layout->right - text_left(layout, block);

    return block->tone == TONE_NOTICE ? width - notice_pad * layout->scale
                                      : width;
}

/* A label that leaves no room beside it stands on a line of its own. */
static struct lines
block_lines(struct layout *layout, const struct block *block,
            const struct type *type, double *first)
{
    double width = text_width(layout, block);
    struct lines lines;

    *first = label_width(layout, type, block->label);
    if (*first > 0.6 * width)
        *first = 0;
    lines = layout_break(layout, type, block->text, width, *first);
    layout_join_last(layout, type, &lines, width);
    return lines;
}

static void
draw_box(struct layout *layout, double height)
{
    struct scene_point corner[4] = {
        {layout->left, layout->y},
        {layout->right, layout->y},
        {layout->right, layout->y + height},
        {layout->left, layout->y + height},
    };
    struct scene_style style = scene_stroke(layout->colour->grid, 0.8);

    style.fill = layout->colour->track;
    style.fill_alpha = 0.35;
    scene_group(layout->scene, "Artifact", NULL);
    scene_polygon(layout->scene, corner, 4, style);
    scene_end(layout->scene);
}

static void
draw_label(struct layout *layout, const struct block *block,
           const struct type *type, double x, double first)
{
    struct type bold = *type;

    if (block->label == NULL)
        return;
    bold.bold = true;
    if (first > 0) {
        layout_line(layout, &bold, x, block->label);
    } else {
        struct lines lines = layout_break(layout, &bold, block->label,
                                          text_width(layout, block), 0);

        layout_lines(layout, &bold, x, 0, &lines, 0);
    }
}

static void
draw_bullet(struct layout *layout, const struct type *type)
{
    scene_group(layout->scene, "Artifact", NULL);
    scene_circle(layout->scene,
                 (struct scene_point){layout->left + 0.4 * type->size,
                                      layout->y + 0.64 * type->size},
                 0.14 * type->size, scene_fill(layout->colour->quiet, 1));
    scene_end(layout->scene);
}

void
layout_text(struct layout *layout, const struct block *block)
{
    struct type type = layout_block_type(layout, block);
    double x = text_left(layout, block), first;
    struct lines lines = block_lines(layout, block, &type, &first);
    double height = (double)lines.count * layout_leading(&type);
    bool notice = block->tone == TONE_NOTICE;
    double pad = notice ? notice_pad * layout->scale : 0;

    layout_need(layout, fmin(height + 2 * pad, layout->bottom - layout->top));
    if (layout_broken(layout))
        return;
    if (block->kind == BLOCK_ITEM && !layout->in_list) {
        scene_group(layout->scene, "L", NULL);
        layout->in_list = true;
    }
    if (notice)
        draw_box(layout, height + 2 * pad);
    layout->y += pad;
    if (block->kind == BLOCK_ITEM) {
        scene_group(layout->scene, "LI", NULL);
        draw_bullet(layout, &type);
    }
    draw_label(layout, block, &type, x, first);
    layout_lines(layout, &type, x, first, &lines, 0);
    if (block->kind == BLOCK_ITEM && !layout_broken(layout))
        scene_end(layout->scene);
    layout->y += pad;
}
