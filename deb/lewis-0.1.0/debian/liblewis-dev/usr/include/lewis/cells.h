/* lewis/cells.h - the triangle in the characters of a terminal.
 *
 * In braille dots, two by four a cell, or in plain ASCII. A cell is taken to be
 * twice as high as wide.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LEWIS_CELLS_H
#define LEWIS_CELLS_H

#include <stdbool.h>
#include <stddef.h>

#include <lewis/error.h>
#include <lewis/page.h>
#include <lewis/style.h>

LEWIS_BEGIN

/* A reference point: a dot, and a few letters beside it. */
struct lewis_cells_mark {
    struct lewis_point point;
    char text[8];
};

enum { LEWIS_CELLS_NARROWEST = 32, LEWIS_CELLS_WIDEST = 120 };

/* A team's members are drawn over the reference points: each the text of its
 * mark (a letter, better no longer than two), or a dot when that is "". Where
 * letters would lie on each other, or on the centre, the later ones move to the
 * nearest free cells, at most six columns or three rows away; one that finds
 * none is shown as a "+" at its place. So nobody is left out. */
struct lewis_cells_triangle {
    size_t columns; /* of the whole picture, 32..120 */
    bool ascii;
    const char *corner[LEWIS_STYLES];    /* names */
    struct lewis_point person;           /* a star; NaN: nobody */
    const struct lewis_point *region;    /* its edge, drawn in dots */
    size_t region_count;                 /* 0: none */
    const struct lewis_cells_mark *mark; /* letters that would lie on what is */
    size_t mark_count;                   /* there already are left out */
    const struct lewis_cells_mark *member;
    size_t member_count;
    const struct lewis_point *center; /* a diamond; NULL: none */
};

/* Adds the picture to the page, in its middle: 60 columns give 26 lines.
 * False with *error set: ENOMEM, EINVALID (columns out of their range, or more
 * than the page has). */
LEWIS_API bool lewis_cells_triangle(const struct lewis_cells_triangle *triangle,
                                    struct lewis_page *page,
                                    struct lewis_error *error);

LEWIS_END

#endif
