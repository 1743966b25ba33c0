/* cleanup.h - what is half written goes when the program is interrupted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_CLEANUP_H
#define CLI_CLEANUP_H

#include <lewis/error.h>
#include <lewis/output.h>

/* lewis_output_open(), and from then until cleanup_forget() a signal that ends
 * the program (an interrupt, a closed pipe, a file that may not grow) takes its
 * temporary file away first. */
struct lewis_output *cleanup_open(const char *path, struct lewis_error *error);

/* Before lewis_output_free() of an output opened so. Accepts NULL. */
void cleanup_forget(const struct lewis_output *output);

#endif
