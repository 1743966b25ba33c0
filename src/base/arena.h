/* arena.h - many small pieces of memory that are freed all at once.
 *
 * Sticky: once memory has run out every call returns NULL and arena_failed()
 * is true, so that a long construction is checked once at its end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>

struct arena_block;

/* Zero-initialise. */
struct arena {
    struct arena_block *block; /* the newest first */
    bool failed;
};

/* 'size' bytes, zeroed, aligned for any type; NULL when out of memory. */
void *arena_alloc(struct arena *arena, size_t size);

/* arena_alloc(count * size), or NULL when the product overflows. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/* A copy of 'size' bytes with a NUL added; NULL when out of memory, now or when
 * they were put together (text_lost, base/text.h). */
char *arena_copy(struct arena *arena, const char *bytes, size_t size);

bool arena_failed(const struct arena *arena);
void arena_release(struct arena *arena);

#endif
