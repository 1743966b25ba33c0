/* layout.h - a document on its way into pages. Each kind of block has a file;
 * layout.c calls them in turn.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef REPORT_LAYOUT_H
#define REPORT_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "chart/palette.h"
#include "report/document.h"

enum { LAYOUT_BODY = 10 /* points of plain text, at scale 1 */ };

/* How a text is set. */
struct type {
    double size;
    bool bold;
    int32_t colour;
    const char *role; /* of its group */
};

struct layout {
    struct lewis_document *document;
    const struct lewis_measure *measure;
    const struct palette *colour;
    struct arena arena;        /* lines */
    struct lewis_scene *scene; /* of the page under way; NULL: none */
    double scale, left, right, top, bottom, y;
    bool in_list, failed;
};

/* A text broken, in the layout's arena. */
struct lines {
    const char **line;
    size_t count, room;
};

/* True when memory ran out: what is drawn from then on is of no account. */
bool layout_broken(const struct layout *layout);

/* --- texts --- */

struct type layout_type(const struct layout *layout, double size, bool bold,
                        int32_t colour, const char *role);
struct type layout_block_type(const struct layout *layout,
                              const struct block *block);
double layout_width(const struct layout *layout, const struct type *type,
                    const char *text);
double layout_leading(const struct type *type); /* from line to line */

/* The label, or as much of it as is no wider than that, with an ellipsis. */
const char *layout_cut(struct layout *layout, const struct type *type,
                       const char *label, double width);

/* Of the words of a text; of the parts that hyphens make of them. */
double layout_widest_word(struct layout *layout, const struct type *type,
                          const char *text);
double layout_widest_part(struct layout *layout, const struct type *type,
                          const char *text);

/* The text in lines of that width; the first begins 'first' further in. */
struct lines layout_break(struct layout *layout, const struct type *type,
                          const char *text, double width, double first);

/* A word alone on the last line gets the one before it for company, where the
 * line that loses it stays longer than half of the width. */
void layout_join_last(struct layout *layout, const struct type *type,
                      struct lines *lines, double width);

/* --- pages --- */

void layout_new_page(struct layout *layout);

/* Makes sure of that much room on the page. */
void layout_need(struct layout *layout, double height);
void layout_end_list(struct layout *layout);

/* A line at the height that has been reached. */
void layout_line(struct layout *layout, const struct type *type, double x,
                 const char *text);

/* Draws the lines from x on, over to the next page where there is no room; a
 * group of the type's role round them. */
void layout_lines(struct layout *layout, const struct type *type, double x,
                  double first, const struct lines *lines, size_t from);

/* "Ann - 1 / 2", small, at the bottom of every page; a single one needs no
 * number. */
void layout_feet(struct layout *layout);

/* --- blocks --- */

void layout_text(struct layout *layout, const struct block *block);
void layout_rows(struct layout *layout, const struct block *block);
void layout_table(struct layout *layout, const struct block *block);

/* What a table wants to stand in: all of it where a page holds that, so that a
 * few rows do not make a page of their own; else its head and two rows. Where
 * pages are counted, always the latter. */
double layout_table_need(struct layout *layout, const struct block *block);

#endif
