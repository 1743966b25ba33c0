/* items_write.h - the figures of a bank in three formats.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_ITEMS_WRITE_H
#define SCORE_ITEMS_WRITE_H

#include "base/text.h"
#include "score/items.h"

/* The figures that a style or an item has, by name; the list ends with a NULL
 * name. 'at' is where the figure stands in its struct. */
struct figure_row {
    const char *name;
    size_t at;
};

const struct figure_row *items_style_rows(const struct lewis_items *items);
const struct figure_row *items_item_rows(const struct lewis_item *item);
const struct lewis_figure *items_figure(const void *of,
                                        const struct figure_row *row);

/* Are there keys with a weight that is not 1? */
bool items_weighted(const struct lewis_items *items);

/* Why a choice bank has no alpha. */
extern const char items_no_alpha[];

void items_write_csv(const struct lewis_items *items, struct text *out);
void items_write_json(const struct lewis_items *items, struct text *out);
void items_write_table(const struct lewis_items *items, struct text *out);

/* Rows of cells whose columns are aligned when they are printed: the first to
 * the left, the rest to the right. Zero-initialise but for the columns. */
struct grid {
    size_t columns;
    struct text cells;
};
void grid_add(struct grid *grid, const char *format, ...) LEWIS_PRINTF(2, 3);
/* So many times the figure, or why it is not there. */
void grid_figure(struct grid *grid, int decimals, struct lewis_figure figure,
                 double times);
/* Prints the rows and forgets them. */
void grid_print(struct grid *grid, struct text *out);

#endif
