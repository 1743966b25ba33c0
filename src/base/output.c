/* output.c - a file that is written whole or not at all.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <lewis/output.h>
#include <lewis/text.h>

#include "base/error.h"
#include "base/number.h"
#include "base/output.h"
#include "base/text.h"

enum { BUFFER = 64 * 1024, ATTEMPTS = 100 };

struct lewis_output {
    char *name;      /* as the user gave it; NULL: standard output */
    char *target;    /* where it goes; NULL: written directly */
    char *temporary; /* NULL: none to take away */
    struct text *into; /* NULL: a file */
    int fd;
    int reason; /* errno of the first failure, 0 when none */
    bool seen; /* it is a terminal */
    size_t used;
    char buffer[BUFFER];
};

static bool
cannot_write(struct lewis_error *error, const char *name, int reason)
{
    enum { SHOWN = 300 }; /* the reason must fit after it */
    size_t size;

    if (name == NULL)
        return error_set(error, LEWIS_ESYSTEM,
                         "cannot write standard output: %s", strerror(reason));
    size = strnlen(name, SHOWN);
    return error_set(error, LEWIS_ESYSTEM, "cannot write \"%.*s\": %s",
                     (int)utf8_cut(name, size), name, strerror(reason));
}

/* Keeps the first reason. */
static void
fail(struct lewis_output *output, int reason)
{
    if (output->reason == 0)
        output->reason = reason != 0 ? reason : EIO;
}

/* Numbers that seldom repeat, for names; O_EXCL makes them safe. Steele, Lea,
 * Flood: Fast splittable pseudorandom number generators, OOPSLA 2014 (mix). */
static uint64_t
mixed(uint64_t attempt)
{
    struct timespec now = {0};
    uint64_t z;

    clock_gettime(CLOCK_REALTIME, &now);
    z = (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
    z += ((uint64_t)getpid() << 40) + attempt * UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return z ^ z >> 31;
}

/* A name beside 'target', to be freed by the caller. */
static char *
name_beside(const char *target, unsigned attempt)
{
    const char *slash = strrchr(target, '/');
    size_t size = slash != NULL ? (size_t)(slash - target) + 1 : 0;
    struct text name = {0};

    text_add_bytes(&name, target, size);
    text_print(&name, ".lewis-%016llx", (unsigned long long)mixed(attempt));
    if (text_ok(&name))
        return name.bytes;
    text_release(&name);
    errno = ENOMEM;
    return NULL;
}

/* Not mkstemp(), whose files are 0600: the umask could only be asked for by
 * changing it, under the eyes of other threads. */
static bool
create_temporary(struct lewis_output *output, mode_t mode)
{
    for (unsigned i = 0; i < ATTEMPTS; i++) {
        char *name = name_beside(output->target, i);

        if (name == NULL)
            return false;
        output->fd = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
        if (output->fd >= 0) {
            output->temporary = name;
            return true;
        }
        free(name);
        if (errno != EEXIST)
            return false;
    }
    return false;
}

static bool
open_new(struct lewis_output *output)
{
    struct stat link;

    if (output->name[0] == '\0' || lstat(output->name, &link) == 0)
        return false; /* a link to what is not there; errno says so */
    output->target = strdup(output->name);
    return output->target != NULL && create_temporary(output, 0666);
}

/* Nobody may read it meanwhile who may not read it afterwards. */
static bool
open_over(struct lewis_output *output, mode_t mode)
{
    if (faccessat(AT_FDCWD, output->name, W_OK, AT_EACCESS) != 0)
        return false;
    output->target = realpath(output->name, NULL);
    return output->target != NULL && create_temporary(output, 0600) &&
           fchmod(output->fd, mode & 0777) == 0;
}

/* A device or a pipe. */
static bool
open_directly(struct lewis_output *output)
{
    output->fd = open(output->name, O_WRONLY | O_CLOEXEC);
    output->seen = output->fd >= 0 && isatty(output->fd);
    return output->fd >= 0;
}

static bool
open_named(struct lewis_output *output, const char *path)
{
    struct stat there;

    output->name = strdup(path);
    if (output->name == NULL)
        return false;
    if (stat(path, &there) != 0)
        return errno == ENOENT && open_new(output);
    if (S_ISREG(there.st_mode))
        return open_over(output, there.st_mode);
    if (!S_ISDIR(there.st_mode))
        return open_directly(output);
    errno = EISDIR;
    return false;
}

struct lewis_output *
lewis_output_open(const char *path, struct lewis_error *error)
{
    struct lewis_output *output = calloc(1, sizeof *output);

    if (output == NULL) {
        error_memory(error);
        return NULL;
    }
    output->fd = STDOUT_FILENO;
    output->seen = strcmp(path, "-") == 0 && isatty(STDOUT_FILENO);
    if (strcmp(path, "-") == 0)
        return output;
    output->fd = -1;
    if (open_named(output, path))
        return output;
    cannot_write(error, path, errno);
    lewis_output_free(output);
    return NULL;
}

struct lewis_output *
output_into(struct text *text, struct lewis_error *error)
{
    struct lewis_output *output = calloc(1, sizeof *output);

    if (output == NULL) {
        error_memory(error);
        return NULL;
    }
    output->fd = -1;
    output->into = text;
    return output;
}

/* After a write that failed: whether to try again. Standard output may have
 * been made non-blocking by whoever shares it. */
static bool
try_again(int fd)
{
    struct pollfd ready = {.fd = fd, .events = POLLOUT};

    if (errno == EAGAIN || errno == EWOULDBLOCK)
        return poll(&ready, 1, -1) >= 0 || errno == EINTR;
    return errno == EINTR;
}

static void
write_out(struct lewis_output *output, const char *bytes, size_t size)
{
    while (size > 0 && output->reason == 0) {
        ssize_t written = write(output->fd, bytes, size);

        if (written > 0) {
            bytes += written;
            size -= (size_t)written;
        } else if (written == 0 || !try_again(output->fd)) {
            fail(output, written == 0 ? EIO : errno);
        }
    }
}

static void
pass_on(struct lewis_output *output, const char *bytes, size_t size)
{
    if (output->into == NULL)
        write_out(output, bytes, size);
    else
        text_add_bytes(output->into, bytes, size);
    if (output->into != NULL && !text_ok(output->into))
        fail(output, ENOMEM);
}

static void
flush(struct lewis_output *output)
{
    pass_on(output, output->buffer, output->used);
    output->used = 0;
}

/* What 'size' bytes more have become in the buffer. */
static void
keep(struct lewis_output *output, size_t size)
{
    if (output->seen)
        size = lewis_text_harmless(output->buffer + output->used, size);
    output->used += size;
}

/* More than the buffer takes, for a terminal: whole characters at a time. */
static void
write_seen(struct lewis_output *output, const char *bytes, size_t size)
{
    while (size > 0 && output->reason == 0) {
        size_t part = size < BUFFER ? size : utf8_cut(bytes, BUFFER);

        memcpy(output->buffer, bytes, part);
        keep(output, part);
        flush(output);
        bytes += part;
        size -= part;
    }
}

void
lewis_output_write(struct lewis_output *output, const void *bytes, size_t size)
{
    if (output->reason != 0 || size == 0)
        return;
    if (size > BUFFER - output->used)
        flush(output);
    if (size > BUFFER && output->seen) {
        write_seen(output, bytes, size);
    } else if (size > BUFFER) {
        pass_on(output, bytes, size);
    } else {
        memcpy(output->buffer + output->used, bytes, size);
        keep(output, size);
    }
}

void
lewis_output_command(struct lewis_output *output, const char *sequence)
{
    bool seen = output->seen;

    output->seen = false;
    lewis_output_write(output, sequence, strlen(sequence));
    output->seen = seen;
}

static void
print_long(struct lewis_output *output, size_t size, const char *format,
           va_list args)
{
    char *bytes = malloc(size + 1);

    if (bytes == NULL) {
        fail(output, ENOMEM);
        return;
    }
    number_vprint(bytes, size + 1, format, args);
    lewis_output_write(output, bytes, size);
    free(bytes);
}

void
lewis_output_print(struct lewis_output *output, const char *format, ...)
{
    size_t room = BUFFER - output->used;
    va_list args;
    int size;

    if (output->reason != 0)
        return;
    va_start(args, format);
    size = number_vprint(output->buffer + output->used, room, format, args);
    va_end(args);
    if (size < 0) {
        fail(output, errno);
    } else if ((size_t)size < room) {
        keep(output, (size_t)size);
    } else {
        va_start(args, format);
        print_long(output, (size_t)size, format, args);
        va_end(args);
    }
}

bool
lewis_output_ok(const struct lewis_output *output)
{
    return output->reason == 0;
}

const char *
lewis_output_temporary(const struct lewis_output *output)
{
    return output->temporary;
}

/* Standard output stays open: it is not ours. */
static void
close_file(struct lewis_output *output)
{
    if (output->name != NULL && output->fd >= 0 && close(output->fd) != 0)
        fail(output, errno);
    output->fd = -1;
}

static void
discard(struct lewis_output *output)
{
    if (output->temporary != NULL)
        unlink(output->temporary);
    free(output->temporary);
    output->temporary = NULL;
}

/* On the disk before it takes the place of what was there. */
static void
sync_file(struct lewis_output *output)
{
    if (output->temporary != NULL && output->fd >= 0 && output->reason == 0 &&
        fsync(output->fd) != 0 && errno != EINVAL)
        fail(output, errno);
}

static void
put_in_place(struct lewis_output *output)
{
    close_file(output);
    if (output->reason == 0 && rename(output->temporary, output->target) != 0)
        fail(output, errno);
    if (output->reason == 0) {
        free(output->temporary);
        output->temporary = NULL;
    }
}

bool
lewis_output_prepare(struct lewis_output *output, struct lewis_error *error)
{
    flush(output);
    sync_file(output);
    if (output->temporary != NULL)
        close_file(output);
    return output->reason == 0 ||
           cannot_write(error, output->name, output->reason);
}

bool
lewis_output_commit(struct lewis_output *output, struct lewis_error *error)
{
    flush(output);
    sync_file(output);
    return lewis_output_commit_unsynced(output, error);
}

bool
lewis_output_commit_unsynced(struct lewis_output *output,
                             struct lewis_error *error)
{
    flush(output);
    if (output->temporary != NULL)
        put_in_place(output);
    else
        close_file(output);
    if (output->reason == 0)
        return true;
    discard(output);
    return cannot_write(error, output->name, output->reason);
}

void
lewis_output_free(struct lewis_output *output)
{
    if (output == NULL)
        return;
    close_file(output);
    discard(output);
    free(output->target);
    free(output->name);
    free(output);
}
