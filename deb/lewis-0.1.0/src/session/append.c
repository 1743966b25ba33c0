/* append.c - bytes at the end of a file: all of them, on the disk, or none.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <unistd.h>

#include "base/error.h"
#include "session/append.h"

static ssize_t
write_once(int fd, const char *bytes, size_t size)
{
    ssize_t n;

    do
        n = write(fd, bytes, size);
    while (n < 0 && errno == EINTR);
    return n;
}

bool
append_whole(int fd, off_t before, const char *bytes, size_t size,
             const char *name, struct lewis_error *error)
{
    ssize_t n = write_once(fd, bytes, size);

    if (n == (ssize_t)size && fsync(fd) == 0)
        return true;
    if (n >= 0 && n < (ssize_t)size)
        errno = ENOSPC; /* what else makes a write to a file short */
    error_system(error, name, "write");
    if (n > 0 && ftruncate(fd, before) != 0)
        error_system(error, name, "write, and cannot take back what was half "
                                  "written");
    return false;
}
