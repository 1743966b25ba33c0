/* append.h - bytes at the end of a file: all of them, on the disk, or none.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SESSION_APPEND_H
#define SESSION_APPEND_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include <lewis/error.h>

/* Writes by one write() to a file opened with O_APPEND, which holds 'before'
 * bytes, and waits until they are on the disk. False with *error set, and the
 * file cut back to 'before', when any of it failed. 'name' is for messages. */
bool append_whole(int fd, off_t before, const char *bytes, size_t size,
                  const char *name, struct lewis_error *error);

#endif
