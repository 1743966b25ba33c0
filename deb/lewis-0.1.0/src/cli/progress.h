/* progress.h - a line that says how far a long run is, when standard error is a
 * terminal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

/* Zero-initialise. */
struct progress {
    bool terminal; /* else nothing is shown */
    bool shown;    /* there is a line to be cleared */
    double begun, last; /* seconds */
    size_t rows;        /* of the files before */
    size_t seen;        /* rows so far */
};

/* A file begins. */
void progress_begin(struct progress *progress);

/* So many bytes of so many (-1: not known), so many rows of all files: at most
 * ten times a second, and not at all in the first half. */
void progress_show(struct progress *progress, long long done, long long size,
                   size_t rows);

/* Takes the line away, before something else is said. */
void progress_clear(struct progress *progress);

#endif
