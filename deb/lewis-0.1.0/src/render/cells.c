/* cells.c - the triangle in the characters of a terminal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <lewis/cells.h>

#include "base/error.h"
#include "base/text.h"
#include "render/cell_grid.h"

enum {
    SIDE_ROOM = 4, /* cells left and right of the triangle, for letters */
    TOP_ROOM = 1,  /* and above it, for a name */
    FOOT_ROOM = 2, /* letters, then names */
    MOVES = 6,     /* cells, or half as many rows, that a member may move */
    EVERY = 2      /* dots from one dot of the region's edge to the next */
};

static const double HEIGHT = 0.86602540378443864676; /* sqrt(3) / 2 */

struct drawing {
    const struct lewis_cells_triangle *triangle;
    struct cell_grid grid;
    double side; /* dots */
};

/* From the plane to dots, from the top left. */
static struct lewis_point
to_dots(const struct drawing *drawing, struct lewis_point point)
{
    return (struct lewis_point){
        SIDE_ROOM * CELL_WIDE + point.x * (drawing->side - 1),
        TOP_ROOM * CELL_HIGH + (HEIGHT - point.y) * (drawing->side - 1)};
}

static struct lewis_point
corner_point(int style)
{
    double share[LEWIS_STYLES] = {0};

    share[style] = 1;
    return lewis_triangle_point(share);
}

/* A rising side from its foot to the top: in ASCII one character a row. */
static void
draw_side(struct drawing *drawing, struct lewis_point foot,
          struct lewis_point top, char line)
{
    double from = (CELL_HIGH - 1) / 2.0 - fmod(foot.y, CELL_HIGH),
           slope = CELL_HIGH / HEIGHT;

    if (!drawing->triangle->ascii)
        cell_grid_line(&drawing->grid, foot, top, 0.5, 0, line,
                       LEWIS_INK_QUIET);
    else
        cell_grid_line(&drawing->grid, foot, top, slope,
                       from > 0 ? slope - from / HEIGHT : -from / HEIGHT, line,
                       LEWIS_INK_QUIET);
}

static void
draw_outline(struct drawing *drawing)
{
    struct lewis_point l = to_dots(drawing, corner_point(LEWIS_LINEAR));
    struct lewis_point m = to_dots(drawing, corner_point(LEWIS_MULTI));
    struct lewis_point r = to_dots(drawing, corner_point(LEWIS_REACTIVE));

    cell_grid_line(&drawing->grid, l, r, 0.5, 0, '_', LEWIS_INK_QUIET);
    draw_side(drawing, l, m, '/');
    draw_side(drawing, r, m, '\\');
}

static void
draw_region(struct drawing *drawing)
{
    const struct lewis_cells_triangle *triangle = drawing->triangle;
    double left = 0;

    for (size_t i = 0; i < triangle->region_count; i++) {
        size_t next = (i + 1) % triangle->region_count;
        left = cell_grid_line(&drawing->grid,
                              to_dots(drawing, triangle->region[i]),
                              to_dots(drawing, triangle->region[next]), EVERY,
                              left, '.', LEWIS_INK_STRONG);
    }
}

/* The nearest free place on that side (-1 left, 1 right): the outline may take
 * the first. */
static void
place_beside(struct drawing *drawing, long column, long row, int sign,
             const char *text)
{
    long width = (long)utf8_columns(text, strlen(text));

    for (long gap = 1; gap <= SIDE_ROOM - 1; gap++) {
        long from = sign > 0 ? column + 1 + gap : column - gap - width;
        if (cell_grid_place(&drawing->grid, from, row, text, LEWIS_INK_PLAIN))
            return;
    }
}

/* Where the letters of a mark go: outside of the side that it stands on. */
static void
name_mark(struct drawing *drawing, const struct lewis_cells_mark *mark,
          long column, long row)
{
    long width = (long)utf8_columns(mark->text, strlen(mark->text));
    double share[LEWIS_STYLES];
    const double none = 1e-6;
    bool left, right;

    lewis_triangle_shares(mark->point, share);
    left = share[LEWIS_REACTIVE] < none && share[LEWIS_MULTI] < 1 - none;
    right = share[LEWIS_LINEAR] < none || share[LEWIS_MULTI] > 1 - none;
    if (!left && !right && share[LEWIS_MULTI] < none)
        cell_grid_place(&drawing->grid, column - width / 2, row + 1, mark->text,
                        LEWIS_INK_PLAIN);
    else
        place_beside(drawing, column, row, left ? -1 : 1, mark->text);
}

/* In ASCII a side is one character wide: the mark stands in its place. */
static void
clear_beside(struct drawing *drawing, long column, long row)
{
    for (long c = column - 1; c <= column + 1; c += 2) {
        struct cell *cell = cell_grid_at(&drawing->grid, c, row);
        if (cell != NULL && (cell->line == '/' || cell->line == '\\'))
            cell->dots = 0;
    }
}

static void
draw_marks(struct drawing *drawing)
{
    const char *dot = drawing->triangle->ascii ? "o" : "•";

    for (size_t i = 0; i < drawing->triangle->mark_count; i++) {
        const struct lewis_cells_mark *mark = &drawing->triangle->mark[i];
        struct lewis_point at = to_dots(drawing, mark->point);
        long column = cell_column(at), row = cell_row(at);
        if (drawing->triangle->ascii)
            clear_beside(drawing, column, row);
        cell_grid_set(&drawing->grid, column, row, dot, strlen(dot),
                      LEWIS_INK_PLAIN);
        name_mark(drawing, mark, column, row);
    }
}

static bool
taken_by_member(const struct drawing *drawing, long column, long row)
{
    const struct cell *cell = cell_grid_at(&drawing->grid, column, row);

    return cell == NULL || cell->taken ||
           (cell->text[0] != '\0' && cell->ink != LEWIS_INK_PLAIN);
}

/* Room for the text in these cells: nothing of a member there, nor right
 * beside, where it would read as one word. */
static bool
has_room(const struct drawing *drawing, long column, long row, long width)
{
    for (long c = column; c < column + width; c++)
        if (taken_by_member(drawing, c, row))
            return false;
    return true;
}

static void
set_letters(struct drawing *drawing, long column, long row, const char *text)
{
    for (; *text != '\0'; column++) {
        size_t size = utf8_length(text, strlen(text));

        size = size == 0 ? 1 : size;
        cell_grid_set(&drawing->grid, column, row, text, size,
                      LEWIS_INK_STRONG);
        text += size;
    }
}

/* The nearest cells that are free, looked for in rings; rows count double, as
 * cells are high. */
static void
place_member(struct drawing *drawing, long column, long row, const char *text)
{
    long width = (long)utf8_columns(text, strlen(text));

    column -= (width - 1) / 2;
    for (long ring = 0; ring <= MOVES; ring++)
        for (long dy = -ring / 2; dy <= ring / 2; dy++)
            for (int sign = 1; sign >= -1; sign -= 2) {
                long c = column + sign * (ring - 2 * labs(dy));

                if (has_room(drawing, c, row + dy, width)) {
                    set_letters(drawing, c, row + dy, text);
                    return;
                }
            }
    set_letters(drawing, column, row, "+");
}

static void
draw_members(struct drawing *drawing)
{
    for (size_t i = 0; i < drawing->triangle->member_count; i++) {
        const struct lewis_cells_mark *member = &drawing->triangle->member[i];
        struct lewis_point at = to_dots(drawing, member->point);

        if (member->text[0] != '\0')
            place_member(drawing, cell_column(at), cell_row(at), member->text);
        else
            cell_grid_line(&drawing->grid, at, at, 1, 0, ':', LEWIS_INK_STRONG);
    }
}

static void
draw_center(struct drawing *drawing)
{
    const char *sign = drawing->triangle->ascii ? "#" : "◆";
    struct lewis_point at;

    if (drawing->triangle->center == NULL ||
        !isfinite(drawing->triangle->center->x))
        return;
    at = to_dots(drawing, *drawing->triangle->center);
    cell_grid_set(&drawing->grid, cell_column(at), cell_row(at), sign,
                  strlen(sign), LEWIS_INK_STRONG);
}

static void
draw_person(struct drawing *drawing)
{
    const char *star = drawing->triangle->ascii ? "*" : "★";
    struct lewis_point at;

    if (!isfinite(drawing->triangle->person.x) ||
        !isfinite(drawing->triangle->person.y))
        return;
    at = to_dots(drawing, drawing->triangle->person);
    cell_grid_set(&drawing->grid, cell_column(at), cell_row(at), star,
                  strlen(star), LEWIS_INK_STRONG);
}

static void
draw_names(struct drawing *drawing)
{
    const char *const *name = drawing->triangle->corner;
    long width[LEWIS_STYLES], last = (long)drawing->grid.rows - 1;

    for (int s = 0; s < LEWIS_STYLES; s++)
        width[s] = (long)utf8_columns(name[s], strlen(name[s]));
    cell_grid_place(&drawing->grid,
                    ((long)drawing->grid.columns - width[LEWIS_MULTI]) / 2, 0,
                    name[LEWIS_MULTI], LEWIS_INK_MULTI);
    cell_grid_place(&drawing->grid, 0, last, name[LEWIS_LINEAR],
                    LEWIS_INK_LINEAR);
    cell_grid_place(&drawing->grid,
                    (long)drawing->grid.columns - width[LEWIS_REACTIVE], last,
                    name[LEWIS_REACTIVE], LEWIS_INK_REACTIVE);
}

static bool
make_drawing(struct drawing *drawing,
             const struct lewis_cells_triangle *triangle)
{
    size_t side = (triangle->columns - 2 * SIDE_ROOM) * CELL_WIDE;
    size_t height = (size_t)ceil(HEIGHT * (double)side);
    size_t rows = TOP_ROOM + (height + CELL_HIGH - 1) / CELL_HIGH + FOOT_ROOM;

    drawing->triangle = triangle;
    drawing->side = (double)side;
    return cell_grid_init(&drawing->grid, triangle->columns, rows,
                          triangle->ascii);
}

bool
lewis_cells_triangle(const struct lewis_cells_triangle *triangle,
                     struct lewis_page *page, struct lewis_error *error)
{
    struct drawing drawing;

    if (triangle->columns < LEWIS_CELLS_NARROWEST ||
        triangle->columns > LEWIS_CELLS_WIDEST ||
        triangle->columns > lewis_page_width(page))
        return error_set(error, LEWIS_EINVALID,
                         "no triangle can be drawn in %zu columns",
                         triangle->columns);
    if (!make_drawing(&drawing, triangle))
        return error_memory(error);
    draw_outline(&drawing);
    draw_names(&drawing);
    draw_marks(&drawing);
    draw_region(&drawing);
    draw_center(&drawing);
    draw_members(&drawing);
    draw_person(&drawing);
    cell_grid_print(&drawing.grid, page);
    cell_grid_release(&drawing.grid);
    return lewis_page_ok(page) || error_memory(error);
}
