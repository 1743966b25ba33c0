/* widths.h - how wide the texts are that were measured.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_WIDTHS_H
#define RENDER_WIDTHS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum { WIDTHS_SLOTS = 2048 /* a power of two; half of them are used at most */ };

struct known {
    const char *text; /* NULL: free */
    size_t size;      /* without its NUL */
    bool bold;
    double width; /* in letter sizes */
};

/* Zero-initialise. What is kept is forgotten when it becomes much: a ruler lives
 * as long as a thousand charts may. */
struct widths {
    struct arena arena;
    struct known known[WIDTHS_SLOTS];
    size_t count;
};

/* The width of the text, which need not end; false when it is not kept. */
bool widths_find(const struct widths *widths, const char *text, size_t size,
                 bool bold, double *width);

/* Keeps one that was not found; not, when memory has run out. */
void widths_keep(struct widths *widths, const char *text, size_t size,
                 bool bold, double width);

void widths_release(struct widths *widths);

#endif
