/* blocks.c - a source in blocks of whole records.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "answers/blocks.h"
#include "answers/record.h"
#include "base/error.h"
#include "base/translation.h"

enum { BLOCK = 256 * 1024, MOST = RECORD_LIMIT + BLOCK };

struct blocks {
    struct source *source;
    bool begun, eof;
    char separator;
    long lines_before;
    char *left; /* read, and behind the last block */
    size_t left_size, left_room;
};

void
block_release(struct block *block)
{
    free(block->bytes);
    *block = (struct block){0};
}

struct blocks *
blocks_new(struct source *source, struct lewis_error *error)
{
    struct blocks *blocks = calloc(1, sizeof *blocks);

    if (blocks == NULL) {
        source_free(source);
        error_memory(error);
        return NULL;
    }
    blocks->source = source;
    blocks->separator = ',';
    return blocks;
}

void
blocks_free(struct blocks *blocks)
{
    if (blocks == NULL)
        return;
    source_free(blocks->source);
    free(blocks->left);
    free(blocks);
}

/* Room for 'size' bytes and the fence. */
static bool
make_room(char **bytes, size_t *room, size_t size, struct lewis_error *error)
{
    char *grown;

    if (*room > size)
        return true;
    grown = realloc(*bytes, size + 1);
    if (grown == NULL)
        return error_memory(error);
    *bytes = grown;
    *room = size + 1;
    return true;
}

/* Reads until the block has 'size' bytes or there are no more. */
static bool
fill(struct blocks *blocks, struct block *block, size_t size,
     struct lewis_error *error)
{
    if (!make_room(&block->bytes, &block->room, size, error))
        return false;
    while (block->size < size && !blocks->eof) {
        ssize_t n = source_read(blocks->source, block->bytes + block->size,
                                size - block->size, error);
        if (n < 0)
            return false;
        blocks->eof = n == 0;
        block->size += (size_t)n;
    }
    return true;
}

/* Keeps what stands behind 'size' for the next block. */
static bool
keep_left(struct blocks *blocks, struct block *block, size_t size,
          struct lewis_error *error)
{
    blocks->left_size = block->size - size;
    if (!make_room(&blocks->left, &blocks->left_room, blocks->left_size,
                   error))
        return false;
    memcpy(blocks->left, block->bytes + size, blocks->left_size);
    block->size = size;
    block->bytes[size] = '\n';
    return true;
}

static bool
take_left(struct blocks *blocks, struct block *block,
          struct lewis_error *error)
{
    if (!make_room(&block->bytes, &block->room, blocks->left_size, error))
        return false;
    if (blocks->left_size > 0)
        memcpy(block->bytes, blocks->left, blocks->left_size);
    block->size = blocks->left_size;
    blocks->left_size = 0;
    return true;
}

/* The length of a line "sep=;" that some spreadsheets put first, or 0; the
 * separator it names. */
static size_t
separator_line(const char *p, const char *end, char *separator)
{
    const char *from = p;
    bool quoted = p < end && *p == '"';
    char named;

    p += quoted;
    if (end - p < 5 || memcmp(p, "sep=", 4) != 0)
        return 0;
    named = p[4];
    p += 5;
    p += quoted && p < end && *p == '"';
    p += p < end && *p == '\r';
    if (p == end || *p != '\n' || strchr("\"\r\n", named) != NULL)
        return 0;
    *separator = named;
    return (size_t)(p + 1 - from);
}

/* What a file is that is no CSV file at all; NULL when it may be one. */
static const char *
foreign_kind(const unsigned char *b, size_t size)
{
    if (size >= 2 && ((b[0] == 0xFF && b[1] == 0xFE) ||
                      (b[0] == 0xFE && b[1] == 0xFF)))
        return N_("this is UTF-16 text; save it as \"CSV UTF-8\"");
    if (size >= 4 && memcmp(b, "PK\003\004", 4) == 0)
        return N_("this is an Excel workbook or another ZIP file; save the "
                  "sheet as \"CSV UTF-8\"");
    if (size >= 8 && memcmp(b, "\xD0\xCF\x11\xE0", 4) == 0)
        return N_("this is an old Excel workbook; save the sheet as \"CSV "
                  "UTF-8\"");
    if (size >= 4 && memcmp(b, "%PDF", 4) == 0)
        return N_("this is a PDF file, and no answers in CSV");
    return NULL;
}

/* Byte order mark, and the separator. */
static bool
begin(struct blocks *blocks, struct block *block, struct lewis_error *error)
{
    const char *p = block->bytes, *end = p + block->size;
    const char *foreign = foreign_kind((const unsigned char *)p, block->size);
    size_t size;

    if (foreign != NULL) {
        error_text(error, LEWIS_ESYNTAX, foreign);
        return error_at(error, source_name(blocks->source), 1, NULL);
    }
    if (block->size >= 3 && memcmp(p, "\xEF\xBB\xBF", 3) == 0)
        p += 3;
    blocks->separator = record_separator(p, (size_t)(end - p));
    size = separator_line(p, end, &blocks->separator);
    blocks->lines_before = size > 0;
    p += size;
    block->size = (size_t)(end - p);
    memmove(block->bytes, p, block->size);
    blocks->begun = true;
    return true;
}

/* A line without end: its beginning is a block, what comes behind it is left.
 */
static bool
pass_giant(struct blocks *blocks, struct block *block,
           struct lewis_error *error)
{
    char *line = NULL;

    if (!make_room(&blocks->left, &blocks->left_room, BLOCK, error))
        return false;
    while (line == NULL && !blocks->eof) {
        ssize_t n = source_read(blocks->source, blocks->left, BLOCK, error);
        if (n < 0)
            return false;
        blocks->eof = n == 0;
        blocks->left_size = (size_t)n;
        line = n > 0 ? memchr(blocks->left, '\n', (size_t)n) : NULL;
    }
    if (line == NULL) {
        blocks->left_size = 0;
    } else {
        blocks->left_size -= (size_t)(line + 1 - blocks->left);
        memmove(blocks->left, line + 1, blocks->left_size);
        block->size++;
    }
    return true;
}

/* Ends the block behind its last whole record; *whole is false when it holds
 * not even one. */
static bool
cut(struct blocks *blocks, struct block *block, bool *whole,
    struct lewis_error *error)
{
    size_t wholes = record_wholes(block->bytes, block->size,
                                  blocks->separator, blocks->eof);

    *whole = wholes > 0;
    if (*whole)
        return keep_left(blocks, block, wholes, error);
    if (block->size < MOST)
        return true;
    *whole = true;
    if (!make_room(&block->bytes, &block->room, block->size + 1, error))
        return false;
    block->bytes[block->size] = block->bytes[block->size + 1] = '\n';
    return pass_giant(blocks, block, error);
}

enum blocks_result
blocks_next(struct blocks *blocks, struct block *block,
            struct lewis_error *error)
{
    bool whole = false;

    if (!take_left(blocks, block, error))
        return BLOCKS_FAILED;
    for (size_t size = BLOCK; !whole; size = size < MOST / 2 ? 2 * size : MOST) {
        if (!fill(blocks, block, size, error))
            return BLOCKS_FAILED;
        if (!blocks->begun && !begin(blocks, block, error))
            return BLOCKS_FAILED;
        if (block->size == 0)
            return BLOCKS_END;
        if (!cut(blocks, block, &whole, error))
            return BLOCKS_FAILED;
    }
    return BLOCKS_SOME;
}

char
blocks_separator(const struct blocks *blocks)
{
    return blocks->separator;
}

long
blocks_lines_before(const struct blocks *blocks)
{
    return blocks->lines_before;
}

const struct source *
blocks_source(const struct blocks *blocks)
{
    return blocks->source;
}
