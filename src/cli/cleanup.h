/* cleanup.h - what is half written goes when the program is interrupted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_CLEANUP_H
#define CLI_CLEANUP_H

#include <stdbool.h>
#include <stddef.h>

#include <lewis/error.h>
#include <lewis/output.h>

/* lewis_output_open(), and from then until cleanup_forget() a signal that ends
 * the program (an interrupt, a closed pipe, a file that may not grow) takes its
 * temporary file away first. An interrupt that comes before any output is in
 * its place says that nothing was written. */
struct lewis_output *cleanup_open(const char *path, struct lewis_error *error);

/* lewis_output_free() for an output opened so. Accepts NULL. */
void cleanup_close(struct lewis_output *output);

/* Puts files in their places together: all bytes are on the disk before the
 * first is renamed, and a signal waits for the last. False: *error says why,
 * and nothing is in its place unless it was the renaming that failed. */
bool cleanup_commit(struct lewis_output *const output[], size_t count,
                    struct lewis_error *error);

/* lewis_output_commit_unsynced(). */
bool cleanup_commit_unsynced(struct lewis_output *output,
                             struct lewis_error *error);

#endif
