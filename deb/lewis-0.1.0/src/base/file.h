/* file.h - reading files whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stddef.h>

#include <lewis/error.h>

/* Reads a file of at most 'limit' bytes. Returns its bytes with a NUL added,
 * to be freed by the caller, and their number; or NULL with *error set:
 * ESYSTEM (cannot be read, is a directory, is larger), ENOMEM. */
char *file_read(const char *path, size_t limit, size_t *size,
                struct lewis_error *error);

/* The same from an open file, which stays open; 'name' is for messages. */
char *file_read_open(int fd, const char *name, size_t limit, size_t *size,
                     struct lewis_error *error);

#endif
