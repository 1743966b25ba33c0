/* encoding.h - a source in another encoding, as UTF-8.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ANSWERS_ENCODING_H
#define ANSWERS_ENCODING_H

#include "answers/source.h"

/* The bytes of 'inner', which are in the encoding that iconv knows by that
 * name, as UTF-8. Takes 'inner' over, also when it fails: NULL with *error set,
 * EUNKNOWN when there is no such encoding. Reading stops, with the line, at
 * bytes that are no text in it. */
struct source *encoding_source(struct source *inner, const char *encoding,
                               struct lewis_error *error);

/* The encoding that a byte order mark at the start names: "UTF-16LE" or
 * "UTF-16BE"; or NULL. */
const char *encoding_of_mark(const char *bytes, size_t size);

#endif
