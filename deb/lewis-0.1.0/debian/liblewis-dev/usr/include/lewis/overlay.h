/* lewis/overlay.h - words to lie over the triangle, each at a place of its own.
 *
 * Read from an XML file such as truth.xml: ideas, habits or examples that
 * somebody sets out against the three styles. Where a word stands is its
 * author's reading, and the file names its source.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LEWIS_OVERLAY_H
#define LEWIS_OVERLAY_H

#include <stdbool.h>
#include <stddef.h>

#include <lewis/error.h>
#include <lewis/style.h>
#include <lewis/text.h>

LEWIS_BEGIN

struct lewis_overlay;

struct lewis_word {
    const char *id;
    double share[LEWIS_STYLES]; /* where its middle stands; sum 1 */
    const struct lewis_text *name; /* what is drawn */
    const struct lewis_text *text; /* what is shown on hover; or NULL */
};

/* Reads an overlay from a file. Returns an object the caller frees with
 * lewis_overlay_free(), or NULL with *error set as lewis_bank_load() does.
 * Views live as long as it. */
LEWIS_API struct lewis_overlay *lewis_overlay_load(const char *path,
                                                   struct lewis_error *error);
LEWIS_API struct lewis_overlay *lewis_overlay_parse(const char *xml,
                                                    size_t size,
                                                    const char *name,
                                                    struct lewis_error *error);
LEWIS_API void lewis_overlay_free(struct lewis_overlay *overlay);

/* As lewis_bank_sniff() and lewis_bank_check(). */
LEWIS_API bool lewis_overlay_sniff(const char *path);
LEWIS_API bool lewis_overlay_check(const char *path,
                                   struct lewis_finding **findings,
                                   size_t *count, struct lewis_error *error);

/* What the words are, for the legend. */
LEWIS_API const struct lewis_text *
lewis_overlay_caption(const struct lewis_overlay *overlay);

/* The words, in the file's order. */
LEWIS_API size_t lewis_overlay_count(const struct lewis_overlay *overlay);
LEWIS_API const struct lewis_word *
lewis_overlay_at(const struct lewis_overlay *overlay, size_t index);

/* The languages that the texts come in. */
LEWIS_API size_t
lewis_overlay_language_count(const struct lewis_overlay *overlay);
LEWIS_API const char *
lewis_overlay_language(const struct lewis_overlay *overlay, size_t index);

LEWIS_END

#endif
