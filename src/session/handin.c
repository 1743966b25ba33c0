/* handin.c - a sheet at the end of a file that others add to, too.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/translation.h"
#include "base/file.h"
#include "session/append.h"
#include "session/lock.h"
#include "session/sheet_text.h"

enum { FILE_LIMIT = 64 * 1024 * 1024, OPENINGS = 20 };

/* The file that is handed in to. */
struct target {
    const char *path;
    int fd;
    bool made; /* by us: taken away again when nothing comes into it */
    off_t size;
};

static bool
fail(struct lewis_error *error, const struct target *target, const char *what)
{
    error_text(error, LEWIS_ESYSTEM, what);
    return error_at(error, target->path, 0, NULL);
}

static bool
open_target(struct target *target, struct lewis_error *error)
{
    const int flags = O_RDWR | O_APPEND | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;

    target->fd = open(target->path, flags | O_CREAT | O_EXCL, 0666);
    target->made = target->fd >= 0;
    if (target->fd < 0 && errno == EEXIST) /* of a link, too */
        target->fd = open(target->path, flags | O_CREAT, 0666);
    return target->fd >= 0 || error_system(error, target->path, "open");
}

/* Has the file that was opened still its name? Whoever made it may have taken
 * it away before it was locked. */
static bool
is_in_place(struct target *target)
{
    struct stat opened, named;

    if (fstat(target->fd, &opened) != 0 || stat(target->path, &named) != 0)
        return false;
    target->size = opened.st_size;
    return opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

static bool
lock_target(struct target *target, unsigned wait_ms,
            struct lewis_error *error)
{
    struct stat there;

    if (fstat(target->fd, &there) != 0 || !S_ISREG(there.st_mode))
        return fail(error, target,
                    N_("this is no plain file; sheets are handed in to a .csv "
                       "or .jsonl file"));
    if (lock_file(target->fd, wait_ms))
        return true;
    if (errno != EWOULDBLOCK)
        return error_system(error, target->path, "lock");
    return fail(error, target,
                N_("another program keeps this file locked; try again in a "
                   "moment"));
}

static bool
take_target(struct target *target, unsigned wait_ms,
            struct lewis_error *error)
{
    for (int i = 0; i < OPENINGS; i++) {
        if (!open_target(target, error) ||
            !lock_target(target, wait_ms, error))
            return false;
        if (is_in_place(target))
            return true;
        close(target->fd);
        target->fd = -1;
    }
    return fail(error, target,
                N_("this file is taken away as often as it is made; something "
                   "else works on it"));
}

static bool
has_ending(const char *path, const char *ending)
{
    size_t size = strlen(path), end = strlen(ending);

    return size > end && lewis_text_same(path + size - end, ending);
}

static sheet_text *
kind_of(const char *path)
{
    return has_ending(path, ".jsonl") ? sheet_json : sheet_csv;
}

static bool
add_sheet(const struct target *target, const struct lewis_session *session,
          const struct lewis_handin *handin, struct lewis_error *error)
{
    struct text text = {0};
    bool added = false;
    size_t size;
    char *bytes =
        file_read_open(target->fd, target->path, FILE_LIMIT, &size, error);

    if (bytes == NULL)
        return false;
    bytes[size] = '\n';
    if (!kind_of(target->path)(session, handin, bytes, size, &text, error))
        error_at(error, target->path, 0, NULL);
    else if (!text_ok(&text))
        error_memory(error);
    else
        added = text.size == 0 ||
                append_whole(target->fd, target->size, text_string(&text),
                             text.size, target->path, error);
    text_release(&text);
    free(bytes);
    return added;
}

bool
lewis_handin_append(const char *path, const struct lewis_session *session,
                    const struct lewis_handin *handin,
                    struct lewis_error *error)
{
    struct target target = {.path = path, .fd = -1};
    bool added = false;

    if (!lewis_session_complete(session))
        return error_set(error, LEWIS_EINVALID,
                         "this questionnaire is not finished; it cannot be "
                         "handed in yet");
    if (take_target(&target, handin->wait_ms, error))
        added = add_sheet(&target, session, handin, error);
    if (!added && target.made && target.fd >= 0 && target.size == 0)
        unlink(path);
    if (target.fd >= 0)
        close(target.fd);
    return added;
}

static bool
check_name(const char *path, struct lewis_error *error)
{
    if (has_ending(path, ".csv") || has_ending(path, ".jsonl"))
        return true;
    error_set(error, LEWIS_EINVALID,
              has_ending(path, ".xlsx") || has_ending(path, ".ods")
                  ? N_("answers are added to a file whose name ends in .csv or "
                       ".jsonl, which a spreadsheet opens; a workbook cannot "
                       "be added to")
                  : N_("answers are added to a file whose name ends in .csv or "
                       ".jsonl"));
    return error_at(error, path, 0, NULL);
}

/* Can a file be made there? */
static bool
check_folder(const char *path, struct lewis_error *error)
{
    const char *slash = strrchr(path, '/');
    struct text folder = {0};
    struct stat there;
    bool sound = false;

    if (slash == NULL)
        text_add(&folder, ".");
    else
        text_add_bytes(&folder, path,
                       slash == path ? 1 : (size_t)(slash - path));
    if (!text_ok(&folder))
        error_memory(error);
    else if (stat(text_string(&folder), &there) != 0 ||
             !S_ISDIR(there.st_mode)) {
        error_set(error, LEWIS_ESYSTEM,
                  "there is no folder \"%.200s\" to keep this file in; make "
                  "it first, or give another file",
                  text_string(&folder));
        error_at(error, path, 0, NULL);
    } else {
        sound = access(text_string(&folder), W_OK | X_OK) == 0 ||
                error_system(error, path, "make");
    }
    text_release(&folder);
    return sound;
}

/* A sheet without answers is made and thrown away. */
static bool
check_file(struct target *target, const struct lewis_bank *bank,
           struct lewis_error *error)
{
    const struct lewis_session_options options = {.id = NULL};
    const struct lewis_handin handin = {.draft = NULL};
    struct lewis_session *session = lewis_session_new(bank, &options, error);
    struct text text = {0};
    bool fits = false;
    size_t size;
    char *bytes = session == NULL ? NULL
                                  : file_read_open(target->fd, target->path,
                                                   FILE_LIMIT, &size, error);

    if (bytes != NULL) {
        bytes[size] = '\n';
        fits = kind_of(target->path)(session, &handin, bytes, size, &text,
                                     error) ||
               error_at(error, target->path, 0, NULL);
    }
    text_release(&text);
    free(bytes);
    lewis_session_free(session);
    return fits;
}

bool
lewis_handin_check(const char *path, const struct lewis_bank *bank,
                   unsigned wait_ms, struct lewis_error *error)
{
    struct target target = {.path = path};
    bool fits = false;

    if (!check_name(path, error))
        return false;
    target.fd = open(path, O_RDWR | O_APPEND | O_CLOEXEC | O_NONBLOCK |
                               O_NOCTTY);
    if (target.fd < 0 && (errno == ENOENT || errno == ENOTDIR))
        return check_folder(path, error);
    if (target.fd < 0)
        return error_system(error, path, "open");
    if (lock_target(&target, wait_ms, error))
        fits = check_file(&target, bank, error);
    close(target.fd);
    return fits;
}
