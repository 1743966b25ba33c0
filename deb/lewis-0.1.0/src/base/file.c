/* file.c - reading files whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/file.h"

enum { FIRST_ROOM = 16 * 1024 };

struct content {
    char *bytes;
    size_t size, room;
};

static bool
content_reserve(struct content *content, size_t limit)
{
    size_t room = content->room > 0 ? content->room * 2 : FIRST_ROOM;
    char *bytes;

    if (room > limit)
        room = limit + 1; /* one more tells that there is more */
    bytes = realloc(content->bytes, room + 1);
    if (bytes == NULL)
        return false;
    content->bytes = bytes;
    content->room = room;
    return true;
}

/* One more piece: its size, 0 at the end, -1 with errno set. */
static ssize_t
content_read(struct content *content, int fd)
{
    ssize_t got;

    do
        got = read(fd, content->bytes + content->size,
                   content->room - content->size);
    while (got < 0 && errno == EINTR);
    if (got > 0)
        content->size += (size_t)got;
    return got;
}

static bool
too_large(struct lewis_error *error, const char *path, size_t limit)
{
    enum { MIB = 1024 * 1024 };

    if (limit % MIB == 0)
        error_set(error, LEWIS_ESYSTEM, "larger than %zu MiB", limit / MIB);
    else
        error_set(error, LEWIS_ESYSTEM, "larger than %zu bytes", limit);
    return error_at(error, path, 0, NULL);
}

static bool
content_fill(struct content *content, int fd, const char *path, size_t limit,
             struct lewis_error *error)
{
    ssize_t got = 1;

    while (got != 0) {
        if (content->size == content->room && !content_reserve(content, limit))
            return error_memory(error);
        got = content_read(content, fd);
        if (got < 0)
            return error_system(error, path, "read");
        if (content->size > limit)
            return too_large(error, path, limit);
    }
    content->bytes[content->size] = '\0';
    return true;
}

char *
file_read_open(int fd, const char *name, size_t limit, size_t *size,
               struct lewis_error *error)
{
    struct content content = {0};

    if (!content_fill(&content, fd, name, limit, error)) {
        free(content.bytes);
        content = (struct content){0};
    }
    *size = content.size;
    return content.bytes;
}

char *
file_read(const char *path, size_t limit, size_t *size,
          struct lewis_error *error)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    char *bytes;

    *size = 0;
    if (fd < 0) {
        error_system(error, path, "read");
        return NULL;
    }
    bytes = file_read_open(fd, path, limit, size, error);
    close(fd);
    return bytes;
}
