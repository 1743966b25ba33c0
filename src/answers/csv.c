/* csv.c - the records of a source, one at a time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "answers/csv.h"
#include "base/error.h"

struct csv {
    struct blocks *blocks;
    struct block block;
    size_t next; /* in the block */
    struct record record;
    long line, next_line; /* 0: nothing was read yet */
};

struct csv *
csv_new(struct source *source, struct lewis_error *error)
{
    struct csv *csv = calloc(1, sizeof *csv);

    if (csv == NULL) {
        source_free(source);
        error_memory(error);
        return NULL;
    }
    csv->blocks = blocks_new(source, error);
    if (csv->blocks == NULL) {
        csv_free(csv);
        return NULL;
    }
    return csv;
}

struct csv *
csv_open(const char *path, struct lewis_error *error)
{
    struct source *source = source_open(path, error);

    return source == NULL ? NULL : csv_new(source, error);
}

void
csv_free(struct csv *csv)
{
    if (csv == NULL)
        return;
    blocks_free(csv->blocks);
    block_release(&csv->block);
    record_release(&csv->record);
    free(csv);
}

/* Is there a byte to read? */
static enum blocks_result
have_bytes(struct csv *csv, struct lewis_error *error)
{
    enum blocks_result result = BLOCKS_SOME;

    if (csv->next < csv->block.size)
        return result;
    csv->next = csv->block.size = 0;
    result = blocks_next(csv->blocks, &csv->block, error);
    if (csv->next_line == 0 && result != BLOCKS_FAILED)
        csv->next_line = 1 + blocks_lines_before(csv->blocks);
    return result;
}

enum csv_result
csv_next(struct csv *csv, struct lewis_error *error)
{
    struct record *record = &csv->record;
    enum blocks_result result;

    do {
        result = have_bytes(csv, error);
        if (result != BLOCKS_SOME)
            return result == BLOCKS_END ? CSV_END : CSV_FAILED;
        csv->line = csv->next_line;
        if (!record_cut(record, blocks_separator(csv->blocks),
                        csv->block.bytes + csv->next,
                        csv->block.size - csv->next)) {
            error_memory(error);
            return CSV_FAILED;
        }
        csv->next += record->size;
        csv->next_line += record->lines;
    } while (record_is_blank(record));
    if (record->broken == NULL)
        return CSV_ROW;
    error_text(error, LEWIS_ESYNTAX, record->broken);
    error_at(error, csv_name(csv), csv->line, NULL);
    return CSV_BROKEN;
}

bool
csv_peek(const struct csv *csv, size_t n, struct record *record)
{
    size_t at = csv->next;

    for (;;) {
        if (at >= csv->block.size ||
            !record_cut(record, blocks_separator(csv->blocks),
                        csv->block.bytes + at, csv->block.size - at))
            return false;
        at += record->size;
        if (!record_is_blank(record) && n-- == 0)
            return record->broken == NULL;
    }
}

struct csv_field
csv_ahead(const struct csv *csv)
{
    return (struct csv_field){csv->block.bytes + csv->next,
                              csv->block.size - csv->next, false};
}

size_t
csv_count(const struct csv *csv)
{
    return csv->record.count;
}

struct csv_field
csv_field(const struct csv *csv, size_t index)
{
    return csv->record.field[index];
}

const struct record *
csv_record(const struct csv *csv)
{
    return &csv->record;
}

long
csv_line(const struct csv *csv)
{
    return csv->line;
}

char
csv_separator(const struct csv *csv)
{
    return blocks_separator(csv->blocks);
}

const struct source *
csv_source(const struct csv *csv)
{
    return blocks_source(csv->blocks);
}

const char *
csv_name(const struct csv *csv)
{
    return source_name(csv_source(csv));
}

enum blocks_result
csv_block(struct csv *csv, struct block *block, struct lewis_error *error)
{
    struct block whole = csv->block;
    size_t left = whole.size - csv->next;

    if (left == 0)
        return blocks_next(csv->blocks, block, error);
    csv->block = *block;
    csv->block.size = 0;
    *block = whole;
    memmove(block->bytes, block->bytes + csv->next, left + 1);
    block->size = left;
    csv->next = 0;
    return BLOCKS_SOME;
}

long
csv_next_line(const struct csv *csv)
{
    return csv->next_line;
}
