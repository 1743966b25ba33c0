/* lock.c - a file for one program at a time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <sys/file.h>
#include <time.h>

#include "session/lock.h"

enum { PAUSE_MS = 10 };

bool
lock_file(int fd, unsigned wait_ms)
{
    const struct timespec pause = {.tv_nsec = PAUSE_MS * 1000000L};

    for (unsigned waited = 0; flock(fd, LOCK_EX | LOCK_NB) != 0;) {
        if (errno == EINTR)
            continue;
        if (errno != EWOULDBLOCK || waited >= wait_ms)
            return false;
        nanosleep(&pause, NULL);
        waited += PAUSE_MS;
    }
    return true;
}
