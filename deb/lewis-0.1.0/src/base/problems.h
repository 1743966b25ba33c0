/* problems.h - a list of what is wrong with a file, gathered as it is read.
 *
 * Sticky: when memory runs out the list says so and drops the rest.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_PROBLEMS_H
#define BASE_PROBLEMS_H

#include <stdbool.h>
#include <stddef.h>

#include <lewis/error.h>

/* Most errors, and most warnings, that are kept; the last one says so. */
enum { PROBLEMS_LIMIT = 1000 };

/* Zero-initialise, then set 'file'. */
struct problems {
    const char *file; /* as the user named it */
    struct lewis_finding *item;
    size_t count, room;
    size_t errors; /* how many of them are no warnings */
    bool failed;   /* out of memory */
};

/* Adds an error or a warning. */
void problems_error(struct problems *problems, enum lewis_code code, long line,
                    const char *format, ...) LEWIS_PRINTF(4, 5);
void problems_warning(struct problems *problems, long line,
                      const char *format, ...) LEWIS_PRINTF(3, 4);

/* The first error into *error: false. True when there is none. */
bool problems_none(const struct problems *problems,
                   struct lewis_error *error);

/* Errors first, then by line; equal ones keep their order. */
void problems_sort(struct problems *problems);
void problems_release(struct problems *problems);

#endif
