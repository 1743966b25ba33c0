/* blocks.h - a source in blocks of whole records, in bounded memory.
 *
 * Where a block ends depends on the bytes only. One thread at a time may take
 * the next block; what is in it may then be read by another.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ANSWERS_BLOCKS_H
#define ANSWERS_BLOCKS_H

#include <stdbool.h>
#include <stddef.h>

#include <lewis/error.h>

#include "answers/source.h"

/* Whole records, and a line end behind them as a fence (record.h). The caller's
 * storage, used again and again; zero-initialise, end with block_release(). */
struct block {
    char *bytes;
    size_t size, room;
};

void block_release(struct block *block);

struct blocks;

enum blocks_result {
    BLOCKS_SOME, /* the block has at least one byte */
    BLOCKS_END,
    BLOCKS_FAILED /* *error is set */
};

/* Takes the source over, also when it fails. Returns an object to be ended with
 * blocks_free(), or NULL with *error set (ENOMEM). */
struct blocks *blocks_new(struct source *source, struct lewis_error *error);
void blocks_free(struct blocks *blocks);

/* The next block. Of a line that has no end within RECORD_LIMIT only the
 * beginning comes out, with a line end; it is no row. */
enum blocks_result blocks_next(struct blocks *blocks, struct block *block,
                               struct lewis_error *error);

/* What the first look at the source told: the separator, and the lines that
 * stand before the first record ("sep=;"). After the first blocks_next(). */
char blocks_separator(const struct blocks *blocks);
long blocks_lines_before(const struct blocks *blocks);

const struct source *blocks_source(const struct blocks *blocks);

#endif
