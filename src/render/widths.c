/* widths.c - how wide the texts are that were measured.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/widths.h"

#include <stdint.h>
#include <string.h>

/* FNV-1a (Fowler, Noll & Vo), over the text and its weight. */
static size_t
slot_of(const char *text, size_t size, bool bold)
{
    uint64_t hash = 14695981039346656037u;

    hash = (hash ^ (uint64_t)bold) * 1099511628211u;
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ (unsigned char)text[i]) * 1099511628211u;
    return (size_t)((hash ^ hash >> 32) & (WIDTHS_SLOTS - 1));
}

/* Where the text is kept, or would be. */
static size_t
find(const struct widths *widths, const char *text, size_t size, bool bold)
{
    size_t slot = slot_of(text, size, bold);

    for (;; slot = (slot + 1) & (WIDTHS_SLOTS - 1)) {
        const struct known *known = &widths->known[slot];

        if (known->text == NULL ||
            (known->bold == bold && known->size == size &&
             memcmp(known->text, text, size) == 0))
            return slot;
    }
}

bool
widths_find(const struct widths *widths, const char *text, size_t size,
            bool bold, double *width)
{
    const struct known *known = &widths->known[find(widths, text, size, bold)];

    if (known->text != NULL)
        *width = known->width;
    return known->text != NULL;
}

void
widths_keep(struct widths *widths, const char *text, size_t size, bool bold,
            double width)
{
    const char *copy;

    if (widths->count >= WIDTHS_SLOTS / 2)
        widths_release(widths);
    copy = arena_copy(&widths->arena, text, size);
    if (copy == NULL)
        return;
    widths->known[find(widths, text, size, bold)] =
        (struct known){copy, size, bold, width};
    widths->count++;
}

void
widths_release(struct widths *widths)
{
    arena_release(&widths->arena);
    memset(widths->known, 0, sizeof widths->known);
    widths->count = 0;
}
