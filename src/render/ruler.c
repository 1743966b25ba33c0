/* ruler.c - how wide a text is, with the fonts of this machine.
 *
 * A chart measures the same words many times while it looks for the largest
 * triangle, so widths are kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <lewis/render.h>

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <pango/pangocairo.h>

#include "base/arena.h"
#include "base/error.h"
#include "render/type.h"

enum { SLOTS = 8192 }; /* a power of two; half of them are used at most */

struct known {
    const char *text; /* NULL: free */
    double size_pt;
    bool bold;
    double width_pt;
};

struct lewis_ruler {
    PangoLayout *layout;
    struct arena arena; /* texts */
    struct known known[SLOTS];
    size_t count;
    size_t unknown; /* characters without a glyph */
};

struct lewis_ruler *
lewis_ruler_new(struct lewis_error *error)
{
    struct lewis_ruler *ruler = calloc(1, sizeof *ruler);

    if (ruler != NULL)
        ruler->layout = type_layout_new();
    if (ruler == NULL || ruler->layout == NULL) {
        free(ruler);
        error_memory(error);
        return NULL;
    }
    return ruler;
}

void
lewis_ruler_free(struct lewis_ruler *ruler)
{
    if (ruler == NULL)
        return;
    g_object_unref(ruler->layout);
    arena_release(&ruler->arena);
    free(ruler);
}

size_t
lewis_ruler_unknown(const struct lewis_ruler *ruler)
{
    return ruler->unknown;
}

/* FNV-1a (Fowler, Noll & Vo), over the text, its size and weight. */
static size_t
slot_of(const char *text, double size_pt, bool bold)
{
    uint64_t hash = 14695981039346656037u;

    hash = (hash ^ (uint64_t)(size_pt * 1024)) * 1099511628211u;
    hash = (hash ^ (uint64_t)bold) * 1099511628211u;
    for (; *text != '\0'; text++)
        hash = (hash ^ (unsigned char)*text) * 1099511628211u;
    return (size_t)((hash ^ hash >> 32) & (SLOTS - 1));
}

/* Where the text is kept, or would be. */
static struct known *
find(struct lewis_ruler *ruler, const char *text, double size_pt, bool bold)
{
    size_t slot = slot_of(text, size_pt, bold);

    for (;; slot = (slot + 1) & (SLOTS - 1)) {
        struct known *known = &ruler->known[slot];

        if (known->text == NULL ||
            (known->size_pt == size_pt && known->bold == bold &&
             strcmp(known->text, text) == 0))
            return known;
    }
}

static void
keep(struct lewis_ruler *ruler, struct known *known, const char *text,
     double size_pt, bool bold, double width_pt)
{
    const char *copy;

    if (ruler->count >= SLOTS / 2)
        return;
    copy = arena_copy(&ruler->arena, text, strlen(text));
    if (copy == NULL)
        return;
    *known = (struct known){copy, size_pt, bold, width_pt};
    ruler->count++;
}

static double
measure(void *payload, const char *text, double size_pt, bool bold)
{
    struct lewis_ruler *ruler = payload;
    struct known *known = find(ruler, text, size_pt, bold);
    double width_pt;

    if (known->text != NULL)
        return known->width_pt;
    type_set(ruler->layout, text, size_pt, bold);
    width_pt = type_width_pt(ruler->layout);
    ruler->unknown +=
        (size_t)pango_layout_get_unknown_glyphs_count(ruler->layout);
    keep(ruler, known, text, size_pt, bold, width_pt);
    return width_pt;
}

struct lewis_measure
lewis_ruler_measure(struct lewis_ruler *ruler)
{
    return (struct lewis_measure){.width_pt = measure, .payload = ruler};
}
