/* source.h - where the bytes of answers come from: a file, a pipe, standard
 * input, or what another reader makes of one (another encoding, a workbook).
 *
 * What comes out of a source is CSV in UTF-8 as far as everything behind it is
 * concerned. One thread at a time may read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ANSWERS_SOURCE_H
#define ANSWERS_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include <lewis/error.h>

struct source;

/* A kind of source, for those who add one. */
struct source_kind {
    /* Up to 'size' bytes; 0 at the end, -1 with *error set. */
    ssize_t (*read)(void *state, char *bytes, size_t size,
                    struct lewis_error *error);
    void (*free)(void *state);
};

/* "-" is standard input. Returns an object to be ended with source_free(), or
 * NULL with *error set. */
struct source *source_open(const char *path, struct lewis_error *error);

/* A source of another kind, that is called 'name' in messages. 'state' belongs
 * to it from now on, also when this fails (NULL, ENOMEM). */
struct source *source_make(const struct source_kind *kind, void *state,
                           const char *name, struct lewis_error *error);
void source_free(struct source *source);

/* Up to 'size' bytes, at least one unless it is the end (0); -1 with *error
 * set. */
ssize_t source_read(struct source *source, char *bytes, size_t size,
                    struct lewis_error *error);

/* As messages name it. */
const char *source_name(const struct source *source);

/* Bytes there are to read, when that is known; else -1, which a source that was
 * made has until it is said. */
long long source_size(const struct source *source);
void source_set_size(struct source *source, long long size);

#endif
