/* layout_rows.c - bars: rows with a label on the left and numbers on the right.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "report/layout.h"

/* In points, at scale 1. */
static const double bar_height = 8;

/* A row of label, bar and numbers, as a row of a table. */
struct bar_row {
    double bar, end; /* where the bar stands */
    double middle;
};

static void
rectangle(struct layout *layout, double x0, double y0, double x1, double y1,
          struct scene_style style)
{
    struct scene_point corner[4] = {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}};

    scene_polygon(layout->scene, corner, 4, style);
}

static struct scene_style
fill_of(const struct layout *layout, enum lewis_style style)
{
    struct scene_style fill =
        scene_stroke(layout->colour->corner_text[style], 0.7);

    fill.fill = layout->colour->corner[style];
    fill.fill_alpha = 0.6; /* so that the range shows on it */
    return fill;
}

static void
draw_range(struct layout *layout, double low, double high, double y)
{
    double tick = bar_height * layout->scale / 3;
    struct scene_style style = scene_stroke(layout->colour->ink, 1.2);
    struct scene_point line[3][2] = {
        {{low, y}, {high, y}},
        {{low, y - tick}, {low, y + tick}},
        {{high, y - tick}, {high, y + tick}},
    };

    for (int i = 0; i < 3; i++)
        scene_line(layout->scene, line[i], 2, style);
}

static double
widest_label(const struct layout *layout, const struct type *type,
             const struct block *block)
{
    double widest = 0;

    for (size_t i = 0; i < block->count; i++)
        widest = fmax(widest, layout_width(layout, type, block->bar[i].label));
    return fmin(widest, 0.4 * (layout->right - layout->left));
}

static double
widest_words(const struct layout *layout, const struct type *type,
             const struct block *block)
{
    double widest = 0;

    for (size_t i = 0; i < block->count; i++)
        widest = fmax(widest, layout_width(layout, type, block->bar[i].words));
    return widest;
}

/* Label on the left, numbers on the right; the bar goes between. */
static void
draw_row_words(struct layout *layout, struct type type, const char *label,
               const char *words, const struct bar_row *row)
{
    const char *cut = layout_cut(layout, &type, label,
                                 row->bar - layout->left - 0.5 * type.size);

    scene_group(layout->scene, "TH", NULL);
    layout_line(layout, &type, layout->left, cut);
    scene_end(layout->scene);
    type.colour = layout->colour->ink;
    type.bold = false;
    scene_group(layout->scene, "TD", NULL);
    layout_line(layout, &type, row->end + 0.7 * type.size, words);
    scene_end(layout->scene);
}

static void
draw_bar(struct layout *layout, const struct bar *bar,
         const struct bar_row *row)
{
    double width = row->end - row->bar;
    double half = bar_height * layout->scale / 2;

    scene_group(layout->scene, "Artifact", NULL);
    rectangle(layout, row->bar, row->middle - half, row->end,
              row->middle + half, scene_fill(layout->colour->track, 1));
    rectangle(layout, row->bar, row->middle - half,
              row->bar + width * bar->share, row->middle + half,
              fill_of(layout, bar->style));
    if (!isnan(bar->low))
        draw_range(layout, row->bar + width * bar->low,
                   row->bar + width * bar->high, row->middle);
    scene_end(layout->scene);
}

void
layout_rows(struct layout *layout, const struct block *block)
{
    struct type type =
        layout_type(layout, LAYOUT_BODY, true, layout->colour->ink, "P");
    struct type plain = layout_type(layout, LAYOUT_BODY, false, 0, "P");
    double pitch = layout_leading(&type) * 1.15;
    struct bar_row row;

    row.bar = layout->left + widest_label(layout, &type, block) + type.size;
    row.end =
        layout->right - widest_words(layout, &plain, block) - 0.7 * type.size;
    layout_need(layout, pitch * (double)(block->count < 4 ? block->count : 4));
    scene_group(layout->scene, "Table", NULL);
    for (size_t i = 0; i < block->count && !layout_broken(layout); i++) {
        if (layout->y + pitch > layout->bottom) {
            scene_end(layout->scene);
            layout_new_page(layout);
            if (layout_broken(layout))
                return;
            scene_group(layout->scene, "Table", NULL);
        }
        row.middle = layout->y + 0.62 * type.size;
        scene_group(layout->scene, "TR", NULL);
        type.colour = layout->colour->corner_text[block->bar[i].style];
        draw_row_words(layout, type, block->bar[i].label, block->bar[i].words,
                       &row);
        draw_bar(layout, &block->bar[i], &row);
        scene_end(layout->scene);
        layout->y += pitch;
    }
    scene_end(layout->scene);
}
