/* cell_grid.c - dots, lines and texts in the cells of a terminal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/cell_grid.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

bool
cell_grid_init(struct cell_grid *grid, size_t columns, size_t rows, bool ascii)
{
    *grid =
        (struct cell_grid){.columns = columns, .rows = rows, .ascii = ascii};
    grid->cell = calloc(rows * columns, sizeof *grid->cell);
    return grid->cell != NULL;
}

void
cell_grid_release(struct cell_grid *grid)
{
    free(grid->cell);
    grid->cell = NULL;
}

struct cell *
cell_grid_at(const struct cell_grid *grid, long column, long row)
{
    if (column < 0 || row < 0 || column >= (long)grid->columns ||
        row >= (long)grid->rows)
        return NULL;
    return &grid->cell[(size_t)row * grid->columns + (size_t)column];
}

long
cell_column(struct lewis_point dots)
{
    return (long)floor(dots.x + 0.5) / CELL_WIDE;
}

long
cell_row(struct lewis_point dots)
{
    return (long)floor(dots.y + 0.5) / CELL_HIGH;
}

static void
set_dot(struct cell_grid *grid, struct lewis_point at, char line,
        enum lewis_ink ink)
{
    static const uint8_t bit[CELL_HIGH][CELL_WIDE] = {
        {0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};
    long x = (long)floor(at.x + 0.5), y = (long)floor(at.y + 0.5);
    struct cell *cell = cell_grid_at(grid, x / CELL_WIDE, y / CELL_HIGH);

    if (cell == NULL || x < 0 || y < 0)
        return;
    if (cell->dots == 0 || cell->ink == LEWIS_INK_QUIET)
        cell->ink = ink;
    if (cell->dots == 0)
        cell->line = line;
    cell->dots |= bit[y % CELL_HIGH][x % CELL_WIDE];
}

double
cell_grid_line(struct cell_grid *grid, struct lewis_point from,
               struct lewis_point to, double every, double left, char line,
               enum lewis_ink ink)
{
    double length = hypot(to.x - from.x, to.y - from.y), at = left;

    for (; at <= length; at += every) {
        double part = length > 0 ? at / length : 0;
        set_dot(grid,
                (struct lewis_point){from.x + part * (to.x - from.x),
                                     from.y + part * (to.y - from.y)},
                line, ink);
    }
    return at - length;
}

void
cell_grid_set(struct cell_grid *grid, long column, long row, const char *bytes,
              size_t size, enum lewis_ink ink)
{
    struct cell *cell = cell_grid_at(grid, column, row);

    if (cell == NULL || size >= sizeof cell->text)
        return;
    memcpy(cell->text, bytes, size);
    cell->text[size] = '\0';
    cell->ink = ink;
}

static bool
is_free(struct cell_grid *grid, long column, long row)
{
    struct cell *cell = cell_grid_at(grid, column, row);

    return cell != NULL && cell->text[0] == '\0' && cell->dots == 0 &&
           !cell->taken;
}

bool
cell_grid_place(struct cell_grid *grid, long column, long row, const char *text,
                enum lewis_ink ink)
{
    size_t size = strlen(text), step;
    long width = (long)utf8_columns(text, size), end = column + width;

    for (long c = column; c < end; c++)
        if (!is_free(grid, c, row))
            return false;
    if ((column > 0 && !is_free(grid, column - 1, row)) ||
        (end < (long)grid->columns && !is_free(grid, end, row)))
        return false;
    for (size_t at = 0; at < size; at += step) {
        step = utf8_length(text + at, size - at);
        step = step == 0 ? 1 : step;
        width = (long)utf8_columns(text + at, step);
        if (width > 0)
            cell_grid_set(grid, column, row, text + at, step, ink);
        if (width > 1)
            cell_grid_at(grid, column + 1, row)->taken = true;
        column += width;
    }
    return true;
}

static void
print_cell(const struct cell_grid *grid, const struct cell *cell,
           struct lewis_page *page)
{
    char braille[4] = {(char)0xe2, (char)(0xa0 | cell->dots >> 6),
                       (char)(0x80 | (cell->dots & 0x3f)), '\0'};

    if (cell->taken)
        return;
    if (cell->text[0] != '\0')
        lewis_page_add(page, cell->ink, cell->text);
    else if (cell->dots == 0)
        lewis_page_add(page, LEWIS_INK_PLAIN, " ");
    else if (grid->ascii)
        lewis_page_add_bytes(page, cell->ink, &cell->line, 1);
    else
        lewis_page_add(page, cell->ink, braille);
}

void
cell_grid_print(const struct cell_grid *grid, struct lewis_page *page)
{
    size_t before = (lewis_page_width(page) - grid->columns) / 2;

    for (size_t row = 0; row < grid->rows; row++) {
        lewis_page_pad(page, before);
        for (size_t c = 0; c < grid->columns; c++)
            print_cell(grid, &grid->cell[row * grid->columns + c], page);
        lewis_page_end(page);
    }
}
