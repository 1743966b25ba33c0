/* lewis/output.h - a file that is written whole or not at all.
 *
 * A path of "-" is standard output, which cannot be taken back; everything
 * else is written to a temporary file beside its destination and renamed over
 * it by lewis_output_commit(). A file that is not committed never appears.
 *
 * Writing is sticky: once a write has failed the rest are ignored, and
 * lewis_output_commit() tells.
 *
 * A terminal gets no control characters but line ends and tabs: names come from
 * files, and what they could do to it becomes "?" (lewis_text_harmless()). A
 * piece that is written holds whole characters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LEWIS_OUTPUT_H
#define LEWIS_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

#include <lewis/error.h>

LEWIS_BEGIN

struct lewis_output;

/* Opens 'path' for writing. A destination that exists keeps its mode; a new
 * one gets 0666 less the umask. Returns an object that the caller ends with
 * lewis_output_free(), or NULL with *error set. */
LEWIS_API struct lewis_output *lewis_output_open(const char *path,
                                                 struct lewis_error *error);

/* Appends 'size' bytes. */
LEWIS_API void lewis_output_write(struct lewis_output *output,
                                  const void *bytes, size_t size);

/* Appends formatted text, in the "C" notation of numbers. */
LEWIS_API void lewis_output_print(struct lewis_output *output,
                                  const char *format, ...) LEWIS_PRINTF(2, 3);

/* Appends a sequence as it is, for the terminal to obey. */
LEWIS_API void lewis_output_command(struct lewis_output *output,
                                    const char *sequence);

/* True while every write so far has worked. Standard output whose reader has
 * gone away (EPIPE) counts as failed. */
LEWIS_API bool lewis_output_ok(const struct lewis_output *output);

/* Where the bytes are until they are committed, for a program that wants to take
 * the file away when it is interrupted; NULL when they go straight to where they
 * belong. A view. */
LEWIS_API const char *
lewis_output_temporary(const struct lewis_output *output);

/* Writes all there is and waits for the disk, so that what is left to
 * lewis_output_commit() is to rename: for several files that are to appear
 * together. False, with *error set, when any write failed. */
LEWIS_API bool lewis_output_prepare(struct lewis_output *output,
                                    struct lewis_error *error);

/* Flushes, checks and puts the file in its place. False, with *error set and
 * nothing left behind, when any write failed. Call once, then free. */
LEWIS_API bool lewis_output_commit(struct lewis_output *output,
                                   struct lewis_error *error);

/* The same, without waiting for the disk: for one of very many files, after
 * the last of which the caller calls sync(). Every program sees the whole file
 * or none; until then a power cut may leave an empty one. */
LEWIS_API bool lewis_output_commit_unsynced(struct lewis_output *output,
                                            struct lewis_error *error);

/* Ends the object; what was not committed is discarded. Accepts NULL. */
LEWIS_API void lewis_output_free(struct lewis_output *output);

LEWIS_END

#endif
