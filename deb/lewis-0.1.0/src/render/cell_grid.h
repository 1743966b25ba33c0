/* cell_grid.h - dots, lines and texts in the cells of a terminal.
 *
 * A cell is two dots wide and four high. Dots are counted from the top left.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_CELL_GRID_H
#define RENDER_CELL_GRID_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lewis/page.h>
#include <lewis/style.h>

enum { CELL_WIDE = 2, CELL_HIGH = 4 }; /* dots */

struct cell {
    uint8_t dots; /* as U+2800 numbers them */
    char line;    /* what stands for the dots in ASCII */
    char text[5]; /* one character that hides the dots; or "" */
    bool taken;   /* the second half of a wide character */
    enum lewis_ink ink;
};

struct cell_grid {
    size_t columns, rows;
    bool ascii;
    struct cell *cell;
};

/* False when out of memory. */
bool cell_grid_init(struct cell_grid *grid, size_t columns, size_t rows,
                    bool ascii);
void cell_grid_release(struct cell_grid *grid);

/* NULL outside of the grid. */
struct cell *cell_grid_at(const struct cell_grid *grid, long column, long row);

/* The cell of a dot. */
long cell_column(struct lewis_point dots);
long cell_row(struct lewis_point dots);

/* Dots along a line, one every 'every', the first after 'left'. Returns what is
 * left to go before the next. Dots in another than quiet ink colour a cell. */
double cell_grid_line(struct cell_grid *grid, struct lewis_point from,
                      struct lewis_point to, double every, double left,
                      char line, enum lewis_ink ink);

/* One character of text in a cell, whatever is there. */
void cell_grid_set(struct cell_grid *grid, long column, long row,
                   const char *bytes, size_t size, enum lewis_ink ink);

/* A text is placed whole or not at all, with a free cell on either side;
 * combining marks are left out. */
bool cell_grid_place(struct cell_grid *grid, long column, long row,
                     const char *text, enum lewis_ink ink);

/* Adds the rows to the page, in its middle. */
void cell_grid_print(const struct cell_grid *grid, struct lewis_page *page);

#endif
