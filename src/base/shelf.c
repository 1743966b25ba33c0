/* shelf.c - where banks and other content files are found.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifdef HAVE_CONFIG_H
#include <config.h>
#endif

#include <dirent.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <lewis/shelf.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/program.h"
#include <lewis/spelling.h>
#include "base/text.h"

#ifndef LEWIS_DATADIR
#define LEWIS_DATADIR "/usr/local/share/lewis"
#endif

static const char suffix[] = ".xml";

struct entry {
    const char *name, *path;
    size_t rank; /* in the order of finding */
};

struct lewis_shelf {
    struct arena arena;
    struct entry *entry;
    size_t count, room;
    bool failed;
};

static bool
ends_in_suffix(const char *name)
{
    size_t size = strlen(name);
    size_t end = sizeof suffix - 1;

    return size > end && strcmp(name + size - end, suffix) == 0;
}

static bool
is_file(const char *path)
{
    struct stat there;

    return stat(path, &there) == 0 && S_ISREG(there.st_mode);
}

static void
push(struct lewis_shelf *shelf, const char *name, const char *path)
{
    size_t room = shelf->room > 0 ? shelf->room * 2 : 16;
    struct entry *entry;

    if (shelf->count == shelf->room) {
        entry = realloc(shelf->entry, room * sizeof *entry);
        if (entry == NULL) {
            shelf->failed = true;
            return;
        }
        shelf->entry = entry;
        shelf->room = room;
    }
    entry = &shelf->entry[shelf->count];
    entry->name =
        arena_copy(&shelf->arena, name, strlen(name) - (sizeof suffix - 1));
    entry->path = arena_copy(&shelf->arena, path, strlen(path));
    entry->rank = shelf->count++;
}

static void
add_file(struct lewis_shelf *shelf, const char *directory, const char *name)
{
    struct text path = {0};

    if (name[0] == '.' || !ends_in_suffix(name))
        return;
    text_print(&path, "%s/%s", directory, name);
    if (!text_ok(&path))
        shelf->failed = true;
    else if (is_file(text_string(&path)))
        push(shelf, name, text_string(&path));
    text_release(&path);
}

static void
add_directory(struct lewis_shelf *shelf, const char *directory)
{
    DIR *dir = opendir(directory);
    const struct dirent *file;

    if (dir == NULL)
        return;
    while ((file = readdir(dir)) != NULL)
        add_file(shelf, directory, file->d_name);
    closedir(dir);
}

/* The directory "FIRSTSECOND". */
static void
add_joined(struct lewis_shelf *shelf, const char *first, size_t size,
           const char *second)
{
    struct text directory = {0};

    text_add_bytes(&directory, first, size);
    text_add(&directory, second);
    if (text_ok(&directory))
        add_directory(shelf, text_string(&directory));
    else
        shelf->failed = true;
    text_release(&directory);
}

/* Each directory of a list with ":" between, and 'below' after it. */
static void
add_list(struct lewis_shelf *shelf, const char *list, const char *below,
         bool absolute)
{
    while (*list != '\0') {
        size_t size = strcspn(list, ":");

        if (size > 0 && (!absolute || list[0] == '/'))
            add_joined(shelf, list, size, below);
        list += size;
        list += *list == ':';
    }
}

static void
add_users_own(struct lewis_shelf *shelf)
{
    const char *data = getenv("XDG_DATA_HOME");
    const char *home = getenv("HOME");

    if (data != NULL && data[0] == '/')
        add_joined(shelf, data, strlen(data), "/lewis");
    else if (home != NULL && home[0] != '\0')
        add_joined(shelf, home, strlen(home), "/.local/share/lewis");
}

static void
add_beside_program(struct lewis_shelf *shelf)
{
    char program[PATH_MAX];

    if (!program_folder(program))
        return;
    add_joined(shelf, program, strlen(program), "/questionnaires");
    add_joined(shelf, program, strlen(program), "/../share/lewis");
}

/* The standard's default, where it is not set. */
static void
add_data_directories(struct lewis_shelf *shelf)
{
    const char *list = getenv("XDG_DATA_DIRS");

    if (list == NULL || list[0] == '\0')
        list = "/usr/local/share:/usr/share";
    add_list(shelf, list, "/lewis", true);
}

static int
compare_names(const void *left, const void *right)
{
    const struct entry *a = left;
    const struct entry *b = right;

    return strcmp(a->name, b->name);
}

static int
compare_entries(const void *left, const void *right)
{
    const struct entry *a = left;
    const struct entry *b = right;
    int order = compare_names(a, b);

    return order != 0 ? order : (a->rank > b->rank) - (a->rank < b->rank);
}

/* Sorted, and the first found of each name only. */
static void
put_in_order(struct lewis_shelf *shelf)
{
    size_t kept = 0;

    if (shelf->count == 0)
        return;
    qsort(shelf->entry, shelf->count, sizeof *shelf->entry, compare_entries);
    for (size_t i = 1; i < shelf->count; i++)
        if (compare_names(&shelf->entry[kept], &shelf->entry[i]) != 0)
            shelf->entry[++kept] = shelf->entry[i];
    shelf->count = kept + 1;
}

static void
look_everywhere(struct lewis_shelf *shelf)
{
    const char *list = getenv("LEWIS_PATH");

    if (list != NULL)
        add_list(shelf, list, "", false);
    add_users_own(shelf);
    add_beside_program(shelf);
    add_directory(shelf, LEWIS_DATADIR);
    add_data_directories(shelf);
}

struct lewis_shelf *
lewis_shelf_open(struct lewis_error *error)
{
    struct lewis_shelf *shelf = calloc(1, sizeof *shelf);

    if (shelf != NULL)
        look_everywhere(shelf);
    if (shelf == NULL || shelf->failed || arena_failed(&shelf->arena)) {
        error_memory(error);
        lewis_shelf_free(shelf);
        return NULL;
    }
    put_in_order(shelf);
    return shelf;
}

void
lewis_shelf_free(struct lewis_shelf *shelf)
{
    if (shelf == NULL)
        return;
    arena_release(&shelf->arena);
    free(shelf->entry);
    free(shelf);
}

size_t
lewis_shelf_count(const struct lewis_shelf *shelf)
{
    return shelf->count;
}

const char *
lewis_shelf_name(const struct lewis_shelf *shelf, size_t index)
{
    return shelf->entry[index].name;
}

const char *
lewis_shelf_path(const struct lewis_shelf *shelf, size_t index)
{
    return shelf->entry[index].path;
}

static const char *
nearest_name(const struct lewis_shelf *shelf, const char *what)
{
    const char *near = NULL;
    const char **name = calloc(shelf->count, sizeof *name);

    if (name == NULL)
        return NULL;
    for (size_t i = 0; i < shelf->count; i++)
        name[i] = shelf->entry[i].name;
    near = lewis_spelling_nearest(what, name, shelf->count);
    free(name);
    return near;
}

static void
not_found(const struct lewis_shelf *shelf, const char *what,
          struct lewis_error *error)
{
    const char *near = shelf->count > 0 ? nearest_name(shelf, what) : NULL;

    if (shelf->count == 0)
        error_set(error, LEWIS_EUNKNOWN,
                  "nothing called \"%s\" found, nor anything else: set LEWIS_PATH to the "
                  "directory that holds the banks",
                  what);
    else if (near != NULL)
        error_set(error, LEWIS_EUNKNOWN,
                  "nothing called \"%s\" found; did you mean \"%s\"? "
                  "(lewis bank list shows the banks)",
                  what, near);
    else
        error_set(error, LEWIS_EUNKNOWN,
                  "nothing called \"%s\" found (lewis bank list shows the banks)",
                  what);
}

const char *
lewis_shelf_find(const struct lewis_shelf *shelf, const char *what,
                 struct lewis_error *error)
{
    const struct entry wanted = {.name = what};
    const struct entry *found = NULL;

    if (strchr(what, '/') != NULL || ends_in_suffix(what))
        return what;
    if (shelf->count > 0)
        found = bsearch(&wanted, shelf->entry, shelf->count,
                        sizeof *shelf->entry, compare_names);
    if (found != NULL)
        return found->path;
    not_found(shelf, what, error);
    return NULL;
}
