/* source.c - where the bytes of answers come from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "answers/source.h"
#include "base/error.h"
#include "base/translation.h"

struct source {
    const struct source_kind *kind;
    void *state;
    char *name;
    long long size;
};

/* A file descriptor. */
struct file {
    int fd;
    bool owned;
    const char *name; /* the source's */
};

static ssize_t
read_file(void *state, char *bytes, size_t size, struct lewis_error *error)
{
    const struct file *file = state;
    ssize_t n;

    do
        n = read(file->fd, bytes, size);
    while (n < 0 && errno == EINTR);
    if (n < 0)
        error_system(error, file->name, "read");
    return n;
}

static void
free_file(void *state)
{
    struct file *file = state;

    if (file->owned)
        close(file->fd);
    free(file);
}

static const struct source_kind kind_file = {read_file, free_file};

static const char *
shown_name(const char *path)
{
    return strcmp(path, "-") == 0 ? _("standard input") : path;
}

static long long
size_of(int fd)
{
    struct stat status;

    return fstat(fd, &status) == 0 && S_ISREG(status.st_mode)
               ? (long long)status.st_size
               : -1;
}

struct source *
source_make(const struct source_kind *kind, void *state, const char *name,
            struct lewis_error *error)
{
    struct source *source = calloc(1, sizeof *source);

    if (source != NULL)
        source->name = strdup(name);
    if (source == NULL || source->name == NULL) {
        kind->free(state);
        free(source);
        error_memory(error);
        return NULL;
    }
    source->kind = kind;
    source->state = state;
    source->size = -1;
    return source;
}

struct source *
source_open(const char *path, struct lewis_error *error)
{
    bool owned = strcmp(path, "-") != 0;
    int fd = owned ? open(path, O_RDONLY | O_CLOEXEC) : STDIN_FILENO;
    struct file *file;
    struct source *source;

    if (fd < 0) {
        error_system(error, path, "open");
        return NULL;
    }
    file = malloc(sizeof *file);
    if (file == NULL) {
        if (owned)
            close(fd);
        error_memory(error);
        return NULL;
    }
    *file = (struct file){.fd = fd, .owned = owned};
    source = source_make(&kind_file, file, shown_name(path), error);
    if (source != NULL) {
        file->name = source->name;
        source_set_size(source, size_of(fd));
    }
    return source;
}

void
source_free(struct source *source)
{
    if (source == NULL)
        return;
    source->kind->free(source->state);
    free(source->name);
    free(source);
}

ssize_t
source_read(struct source *source, char *bytes, size_t size,
            struct lewis_error *error)
{
    return source->kind->read(source->state, bytes, size, error);
}

const char *
source_name(const struct source *source)
{
    return source->name;
}

long long
source_size(const struct source *source)
{
    return source->size;
}

void
source_set_size(struct source *source, long long size)
{
    source->size = size;
}
