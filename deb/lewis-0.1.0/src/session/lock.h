/* lock.h - a file for one program at a time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SESSION_LOCK_H
#define SESSION_LOCK_H

#include <stdbool.h>

/* Locks an open file against every other program (flock), waiting so many
 * milliseconds at most. False with errno set: EWOULDBLOCK when another has
 * it. It is unlocked when the file is closed, however that happens. */
bool lock_file(int fd, unsigned wait_ms);

#endif
