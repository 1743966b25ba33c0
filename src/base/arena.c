/* arena.c - many small pieces of memory that are freed all at once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"

/* Sizes are counted in units, so that every piece is aligned. */
enum { UNIT = sizeof(max_align_t), BLOCK_UNITS = 8192 / UNIT };

struct arena_block {
    struct arena_block *older;
    size_t used, units;
    max_align_t unit[];
};

static struct arena_block *
block_new(size_t units)
{
    struct arena_block *block = NULL;

    if (units < (PTRDIFF_MAX - sizeof *block) / UNIT)
        block = calloc(1, sizeof *block + units * UNIT);
    if (block != NULL)
        block->units = units;
    return block;
}

static bool
arena_grow(struct arena *arena, size_t units)
{
    struct arena_block *block;

    block = block_new(units > BLOCK_UNITS ? units : BLOCK_UNITS);
    if (block == NULL) {
        arena->failed = true;
        return false;
    }
    block->older = arena->block;
    arena->block = block;
    return true;
}

void *
arena_alloc(struct arena *arena, size_t size)
{
    size_t units = size / UNIT + (size % UNIT != 0 || size == 0);
    struct arena_block *block = arena->block;
    void *piece;

    if (arena->failed)
        return NULL;
    if (block == NULL || block->units - block->used < units) {
        if (!arena_grow(arena, units))
            return NULL;
        block = arena->block;
    }
    piece = block->unit + block->used;
    block->used += units;
    return piece;
}

void *
arena_array(struct arena *arena, size_t count, size_t size)
{
    if (size > 0 && count > SIZE_MAX / size) {
        arena->failed = true;
        return NULL;
    }
    return arena_alloc(arena, count * size);
}

char *
arena_copy(struct arena *arena, const char *bytes, size_t size)
{
    char *copy;

    if (size == SIZE_MAX || bytes == text_lost) {
        arena->failed = true;
        return NULL;
    }
    copy = arena_alloc(arena, size + 1);
    if (copy != NULL && size > 0)
        memcpy(copy, bytes, size);
    return copy;
}

bool
arena_failed(const struct arena *arena)
{
    return arena->failed;
}

void
arena_release(struct arena *arena)
{
    struct arena_block *block = arena->block;

    while (block != NULL) {
        struct arena_block *older = block->older;

        free(block);
        block = older;
    }
    *arena = (struct arena){0};
}
