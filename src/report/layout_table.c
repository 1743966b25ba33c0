/* layout_table.c - tables; a page that one runs over to has its head again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "report/layout.h"

enum { COLUMNS = 12 };

static const double cell_pad = 5; /* in points, at scale 1 */

/* Of the room: a word that is longer may be cut. */
static const double longest = 0.2;

struct table {
    const struct block *block;
    double x[COLUMNS + 1]; /* where columns begin, and the end */
    struct type type;
};

/* Of a text, or a part of it. */
typedef double measure_text(struct layout *layout, const struct type *type,
                            const char *text);

static double
whole_width(struct layout *layout, const struct type *type, const char *text)
{
    return layout_width(layout, type, text);
}

static double
column_width(struct layout *layout, const struct table *table, size_t column,
             measure_text *measure)
{
    const struct block *block = table->block;
    struct type type = table->type;
    double widest = 0;

    for (size_t row = 0; row < block->count; row++) {
        type.bold = row == 0;
        widest = fmax(widest,
                      measure(layout, &type,
                              block->cell[row * block->columns + column]));
    }
    return widest + 2 * cell_pad * layout->scale;
}

/* Some columns' widths: what they want, and what no word is to be cut for. */
struct widths {
    double want[COLUMNS], least[COLUMNS];
    size_t count;
};

static double
width_at(const struct widths *widths, size_t i, double cap)
{
    return fmin(widths->want[i], fmax(widths->least[i], cap));
}

static double
sum_at(const struct widths *widths, double cap)
{
    double sum = 0;

    for (size_t i = 0; i < widths->count; i++)
        sum += width_at(widths, i, cap);
    return sum;
}

/* The widest that columns may be for all to have room. */
static double
find_cap(const struct widths *widths, double room)
{
    double low = 0, high = room;

    if (sum_at(widths, room) <= room)
        return room;
    for (int round = 0; round < 60; round++) {
        double middle = (low + high) / 2;

        if (sum_at(widths, middle) <= room)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* Least widths: whole words; where these have no room, their parts between
 * hyphens; and where these have none, nothing. */
static void
set_least(struct layout *layout, const struct table *table,
          struct widths *widths, double room)
{
    static measure_text *const measure[] = {layout_widest_word,
                                            layout_widest_part};

    for (int way = 0; way < 2; way++) {
        for (size_t i = 0; i < widths->count; i++)
            widths->least[i] = fmin(column_width(layout, table, i,
                                                 measure[way]),
                                    longest * room);
        if (sum_at(widths, 0) <= room)
            return;
    }
    for (size_t i = 0; i < widths->count; i++)
        widths->least[i] = 0;
}

/* Columns as wide as they want to be; where that is too much, those above the
 * fair part share what the others leave. */
static void
set_columns(struct layout *layout, struct table *table)
{
    struct widths widths = {.count = table->block->columns};
    double room = layout->right - layout->left, x = layout->left, cap;

    for (size_t i = 0; i < widths.count; i++)
        widths.want[i] = column_width(layout, table, i, whole_width);
    if (sum_at(&widths, room) > room)
        set_least(layout, table, &widths, room);
    cap = find_cap(&widths, room);
    for (size_t i = 0; i < widths.count; i++) {
        table->x[i] = x;
        x += width_at(&widths, i, cap);
    }
    table->x[widths.count] = x;
}

static double
row_lines(struct layout *layout, const struct table *table, size_t row,
          struct lines lines[])
{
    const struct block *block = table->block;
    struct type type = table->type;
    size_t most = 1;

    type.bold = row == 0;
    for (size_t i = 0; i < block->columns; i++) {
        lines[i] = layout_break(
            layout, &type, block->cell[row * block->columns + i],
            table->x[i + 1] - table->x[i] - 2 * cell_pad * layout->scale + 0.01,
            0);
        most = lines[i].count > most ? lines[i].count : most;
    }
    return (double)most * layout_leading(&type) + 0.3 * type.size;
}

static void
draw_rule(struct layout *layout, const struct table *table)
{
    struct scene_point line[2] = {{layout->left, layout->y},
                                  {table->x[table->block->columns], layout->y}};

    scene_group(layout->scene, "Artifact", NULL);
    scene_line(layout->scene, line, 2, scene_stroke(layout->colour->grid, 0.6));
    scene_end(layout->scene);
}

static void
draw_cells(struct layout *layout, const struct table *table, size_t row,
           const struct lines lines[], double height)
{
    struct type type = table->type;
    double top = layout->y;

    type.bold = row == 0;
    type.role = row == 0 ? "TH" : "TD";
    scene_group(layout->scene, "TR", NULL);
    for (size_t i = 0; i < table->block->columns; i++) {
        double x = table->x[i] + (i == 0 ? 0 : cell_pad * layout->scale);

        layout->y = top + 0.15 * type.size;
        layout_lines(layout, &type, x, 0, &lines[i], 0);
    }
    scene_end(layout->scene);
    layout->y = top + height;
    draw_rule(layout, table);
}

static void
draw_row(struct layout *layout, const struct table *table, size_t row)
{
    struct lines lines[COLUMNS];
    double height = row_lines(layout, table, row, lines);

    if (layout->y + height > layout->bottom && layout->y > layout->top) {
        struct lines head[COLUMNS];
        double head_height = row_lines(layout, table, 0, head);

        scene_end(layout->scene);
        layout_new_page(layout);
        if (layout_broken(layout))
            return;
        scene_group(layout->scene, "Table", NULL);
        draw_cells(layout, table, 0, head, head_height);
    }
    draw_cells(layout, table, row, lines, height);
}

static struct table
table_of(struct layout *layout, const struct block *block)
{
    struct table table = {
        .block = block,
        .type = layout_type(layout, 9, false, layout->colour->ink, "TD")};

    set_columns(layout, &table);
    return table;
}

double
layout_table_need(struct layout *layout, const struct block *block)
{
    struct type type =
        layout_type(layout, 9, false, layout->colour->ink, "TD");
    double few = layout_leading(&type) * 3, height = 0;
    double room = layout->bottom - layout->top;
    struct lines lines[COLUMNS];
    struct table table;

    if (block->columns > COLUMNS || layout->document->pages_wanted > 0)
        return few;
    table = table_of(layout, block);
    for (size_t row = 0;
         row < block->count && height < room && !layout_broken(layout); row++)
        height += row_lines(layout, &table, row, lines);
    return height < 0.9 * room ? height : few;
}

void
layout_table(struct layout *layout, const struct block *block)
{
    struct table table;

    if (block->columns > COLUMNS)
        return;
    table = table_of(layout, block);
    layout_need(layout, layout_table_need(layout, block));
    if (layout_broken(layout))
        return;
    scene_group(layout->scene, "Table", NULL);
    for (size_t row = 0; row < block->count && !layout_broken(layout); row++)
        draw_row(layout, &table, row);
    if (!layout_broken(layout))
        scene_end(layout->scene);
}
