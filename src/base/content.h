/* content.h - what every kind of XML content file has in common: it is found by
 * its outermost element, read from a path or from memory, and checked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_CONTENT_H
#define BASE_CONTENT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/document.h"
#include "base/problems.h"

/* A kind of content: how to make one from a document (with all that is wrong
 * added to 'problems'; NULL only when memory ran out) and how to free it. */
struct content_kind {
    const char *root; /* name of the outermost element */
    void *(*make)(const struct element *root, struct problems *problems);
    void (*free)(void *content);
};

/* The content in these bytes; NULL with *error set to the first error. */
void *content_parse(const struct content_kind *kind, const char *xml,
                    size_t size, const char *name, struct lewis_error *error);

/* The same from a file of at most DOCUMENT_LIMIT bytes. */
void *content_load(const struct content_kind *kind, const char *path,
                   struct lewis_error *error);

/* True when the file's outermost element is of that kind; and when that cannot
 * be told because it cannot be read or memory ran out: who loads it is told. */
bool content_sniff(const struct content_kind *kind, const char *path);

/* All findings, errors first; the list is the caller's to free(). */
bool content_check(const struct content_kind *kind, const char *path,
                   struct lewis_finding **findings, size_t *count,
                   struct lewis_error *error);

#endif
