/* grid.c - rows of cells whose columns are aligned. A cell ends with a unit
 * separator (ASCII 31).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <string.h>

#include "base/number.h"
#include "base/translation.h"
#include "score/items_write.h"

#define UNIT "\037"

enum { MOST = 24, CELL = 200 };

void
grid_add(struct grid *grid, const char *format, ...)
{
    char cell[CELL];
    va_list args;

    va_start(args, format);
    number_vprint(cell, sizeof cell, format, args);
    va_end(args);
    text_add(&grid->cells, cell);
    text_add(&grid->cells, UNIT);
}

void
grid_figure(struct grid *grid, int decimals, struct lewis_figure figure,
            double times)
{
    if (figure.lack == LEWIS_LACK_NOTHING)
        grid_add(grid, "%.*f", decimals, times * figure.value);
    else
        grid_add(grid, "%s", _(lewis_lack_words(figure.lack)));
}

static void
measure(const struct grid *grid, size_t width[MOST])
{
    const char *p = text_string(&grid->cells);

    for (size_t c = 0; *p != '\0'; c = (c + 1) % grid->columns) {
        size_t size = strcspn(p, UNIT), columns = utf8_columns(p, size);
        if (columns > width[c])
            width[c] = columns;
        p += size + 1;
    }
}

static void
add_spaces(struct text *out, size_t n)
{
    for (size_t i = 0; i < n; i++)
        text_add(out, " ");
}

void
grid_print(struct grid *grid, struct text *out)
{
    const char *p = text_string(&grid->cells);
    size_t width[MOST] = {0};

    if (!text_ok(&grid->cells))
        out->failed = true;
    measure(grid, width);
    for (size_t c = 0; *p != '\0'; c = (c + 1) % grid->columns) {
        size_t size = strcspn(p, UNIT);
        size_t room = width[c] - utf8_columns(p, size);
        add_spaces(out, c == 0 ? 0 : 2 + room);
        text_add_bytes(out, p, size);
        if (c + 1 == grid->columns)
            text_add(out, "\n");
        else
            add_spaces(out, c == 0 ? room : 0);
        p += size + 1;
    }
    text_release(&grid->cells);
    grid->cells = (struct text){0};
}
