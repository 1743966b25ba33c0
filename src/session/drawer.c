/* drawer.c - the directory that holds the drafts, and its files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <lewis/spelling.h>

#include "base/error.h"
#include "session/drawer.h"
#include "session/lock.h"

static const char suffix[] = ".jsonl";

/* A list of drafts looks for an instant at who has them. */
enum { GLANCE_MS = 200 };
enum { ATTEMPTS = 100, FILE_NAME = LEWIS_DRAFT_ID + sizeof suffix };

static bool
is_set(const char *value)
{
    return value != NULL && value[0] == '/';
}

char *
lewis_draft_directory(struct lewis_error *error)
{
    const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
    struct text path = {0};

    if (is_set(state)) {
        text_add(&path, state);
    } else if (is_set(home)) {
        text_add(&path, home);
        text_add(&path, "/.local/state");
    } else {
        error_set(error, LEWIS_ESYSTEM,
                  "there is no place for drafts: neither HOME nor "
                  "XDG_STATE_HOME is set to a directory");
        return NULL;
    }
    text_add(&path, "/lewis/drafts");
    if (!text_ok(&path)) {
        error_memory(error);
        text_release(&path);
        return NULL;
    }
    return path.bytes;
}

/* Makes what is not there of a path. */
static bool
make_directories(char *path)
{
    for (char *p = path + 1;; p++) {
        char kept = *p;
        if (kept != '/' && kept != '\0')
            continue;
        *p = '\0';
        bool made = mkdir(path, 0700) == 0 || errno == EEXIST ||
                    (kept != '\0' && access(path, F_OK) == 0);
        *p = kept;
        if (!made || kept == '\0')
            return made;
    }
}

/* Nobody else may look in. */
static bool
close_to_others(const struct drawer *drawer, struct lewis_error *error)
{
    struct stat there;

    if (fstat(drawer->fd, &there) != 0)
        return error_system(error, drawer->path, "look at");
    if (there.st_uid != geteuid()) {
        error_set(error, LEWIS_ESYSTEM,
                  "this directory belongs to another user; answers are not "
                  "kept there");
        return error_at(error, drawer->path, 0, NULL);
    }
    if ((there.st_mode & 0077) != 0 && fchmod(drawer->fd, 0700) != 0)
        return error_system(error, drawer->path, "close to other users");
    return true;
}

bool
drawer_open(struct drawer *drawer, const char *directory, bool make,
            struct lewis_error *error)
{
    *drawer = (struct drawer){.fd = -1};
    drawer->path = directory == NULL ? lewis_draft_directory(error)
                                     : strdup(directory);
    if (drawer->path == NULL)
        return directory == NULL ? false : error_memory(error);
    if (make && !make_directories(drawer->path))
        return error_system(error, drawer->path, "make this directory");
    drawer->fd = open(drawer->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (drawer->fd < 0)
        return (errno == ENOENT && !make) ||
               error_system(error, drawer->path, "open");
    return close_to_others(drawer, error);
}

void
drawer_release(struct drawer *drawer)
{
    if (drawer->fd >= 0)
        close(drawer->fd);
    free(drawer->path);
}

char *
drawer_path(const struct drawer *drawer, const char *id)
{
    struct text path = {0};

    text_print(&path, "%s/%s%s", drawer->path, id, suffix);
    if (text_ok(&path))
        return path.bytes;
    text_release(&path);
    return NULL;
}

/* error_system() about a draft's file. */
static bool
trouble(struct lewis_error *error, const struct drawer *drawer, const char *id,
        const char *verb)
{
    int reason = errno;
    char *path = drawer_path(drawer, id);

    errno = reason;
    error_system(error, path != NULL ? path : id, verb);
    free(path);
    return false;
}

static void
file_name(const char *id, char out[FILE_NAME])
{
    snprintf(out, FILE_NAME, "%s%s", id, suffix);
}

/* "lmr-30-20261121-223400-1f2e3d4c" */
static bool
make_id(const char *bank, int64_t started, char id[LEWIS_DRAFT_ID])
{
    time_t time = (time_t)started;
    char when[32];
    uint32_t chance;
    struct tm tm;

    if (getentropy(&chance, sizeof chance) != 0)
        return false;
    if (gmtime_r(&time, &tm) == NULL ||
        strftime(when, sizeof when, "%Y%m%d-%H%M%S", &tm) == 0)
        memcpy(when, "undated", 8);
    snprintf(id, LEWIS_DRAFT_ID, "%.63s-%s-%08x", bank, when, chance);
    return true;
}

int
drawer_create(const struct drawer *drawer, const char *bank, int64_t started,
              char id[LEWIS_DRAFT_ID], struct lewis_error *error)
{
    char name[FILE_NAME];
    int fd = -1;

    for (int i = 0; i < ATTEMPTS && fd < 0; i++) {
        if (!make_id(bank, started, id))
            break;
        file_name(id, name);
        fd = openat(drawer->fd, name,
                    O_RDWR | O_APPEND | O_CREAT | O_EXCL | O_NOFOLLOW |
                        O_CLOEXEC,
                    0600);
        if (fd < 0 && errno != EEXIST)
            break;
    }
    if (fd < 0) {
        error_system(error, drawer->path, "make a file in this directory");
        return -1;
    }
    if (!lock_file(fd, GLANCE_MS)) {
        trouble(error, drawer, id, "lock");
        drawer_remove(drawer, id, NULL);
        close(fd);
        return -1;
    }
    return fd;
}

/* A name that stays in the directory. */
static bool
is_id(const char *id)
{
    return id[0] != '\0' && id[0] != '.' && strchr(id, '/') == NULL &&
           strlen(id) < LEWIS_DRAFT_ID;
}

static void
tell_nearest(const struct drawer *drawer, const char *id,
             struct lewis_error *error)
{
    const char *known[64], *near = NULL;
    struct text ids = {0};
    size_t count = 0, n = 0;

    if (drawer_ids(drawer, &ids, &count, NULL)) {
        const char *p = text_string(&ids);
        for (; n < count && n < 64; p += strlen(p) + 1)
            known[n++] = p;
        near = lewis_spelling_nearest(id, known, n);
    }
    if (near != NULL)
        error_set(error, LEWIS_EUNKNOWN,
                  "no draft \"%.100s\"; did you mean \"%s\"?", id, near);
    else
        error_set(error, LEWIS_EUNKNOWN, "no draft \"%.100s\"", id);
    text_release(&ids);
}

/* A plain file of this user, still there by its name. */
static bool
is_sound(const struct drawer *drawer, int fd, const char *id,
         struct lewis_error *error)
{
    struct stat there;

    if (fstat(fd, &there) != 0)
        return trouble(error, drawer, id, "look at");
    if (!S_ISREG(there.st_mode) || there.st_uid != geteuid())
        return error_set(error, LEWIS_ESYSTEM,
                         "the draft \"%s\" is not a plain file of this user; "
                         "it is left alone",
                         id);
    if (there.st_nlink == 0)
        return error_set(error, LEWIS_EUNKNOWN,
                         "the draft \"%s\" was just handed in or deleted", id);
    if ((there.st_mode & 0077) != 0 && fchmod(fd, 0600) != 0)
        return trouble(error, drawer, id, "close to other users");
    return true;
}

static bool
lock(const struct drawer *drawer, int fd, const char *id,
     struct lewis_error *error)
{
    if (lock_file(fd, GLANCE_MS))
        return true;
    if (errno != EWOULDBLOCK)
        return trouble(error, drawer, id, "lock");
    return error_set(error, LEWIS_ESYSTEM,
                     "the draft \"%s\" is open in another program; end that "
                     "one first",
                     id);
}

bool
drawer_is_locked(int fd)
{
    if (flock(fd, LOCK_SH | LOCK_NB) != 0)
        return errno == EWOULDBLOCK;
    flock(fd, LOCK_UN);
    return false;
}

int
drawer_find(const struct drawer *drawer, const char *id, enum drawer_use use,
            struct lewis_error *error)
{
    int flags = use == DRAWER_LOCK ? O_RDWR | O_APPEND : O_RDONLY;
    char name[FILE_NAME];
    int fd = -1;

    errno = ENOENT;
    if (drawer->fd >= 0 && is_id(id)) {
        file_name(id, name);
        fd = openat(drawer->fd, name,
                    flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    }
    if (fd < 0) {
        if (errno == ENOENT)
            tell_nearest(drawer, id, error);
        else if (errno == ELOOP)
            error_set(error, LEWIS_ESYSTEM,
                      "the draft \"%s\" is a symbolic link; it is left alone",
                      id);
        else
            trouble(error, drawer, id, "open");
        return -1;
    }
    if ((use == DRAWER_LOCK && !lock(drawer, fd, id, error)) ||
        !is_sound(drawer, fd, id, error)) {
        close(fd);
        return -1;
    }
    return fd;
}

bool
drawer_remove(const struct drawer *drawer, const char *id,
              struct lewis_error *error)
{
    char name[FILE_NAME];
    struct stat there;

    file_name(id, name);
    if (unlinkat(drawer->fd, name, 0) != 0 && errno != ENOENT)
        return trouble(error, drawer, id, "delete");
    if (fstatat(drawer->fd, name, &there, AT_SYMLINK_NOFOLLOW) == 0) {
        errno = EEXIST;
        return trouble(error, drawer, id, "delete");
    }
    fsync(drawer->fd); /* some file systems cannot sync a directory */
    return true;
}

/* The length of the ID in a file's name; 0 when it is no draft's. */
static size_t
id_length(const char *name)
{
    size_t size = strlen(name), end = sizeof suffix - 1;

    if (name[0] == '.' || size <= end || size - end >= LEWIS_DRAFT_ID ||
        strcmp(name + size - end, suffix) != 0)
        return 0;
    return size - end;
}

bool
drawer_ids(const struct drawer *drawer, struct text *ids, size_t *count,
           struct lewis_error *error)
{
    int fd = drawer->fd < 0 ? -1 : openat(drawer->fd, ".",
                                          O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *dir = fd < 0 ? NULL : fdopendir(fd);
    const struct dirent *file;

    *count = 0;
    if (drawer->fd < 0)
        return true;
    if (dir == NULL) {
        error_system(error, drawer->path, "read");
        if (fd >= 0)
            close(fd);
        return false;
    }
    while ((file = readdir(dir)) != NULL)
        if (id_length(file->d_name) > 0) {
            text_add_bytes(ids, file->d_name, id_length(file->d_name));
            text_add_bytes(ids, "", 1);
            ++*count;
        }
    closedir(dir);
    return text_ok(ids) || error_memory(error);
}
