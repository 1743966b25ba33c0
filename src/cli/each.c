/* each.c - a file for every person, in a folder.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "each.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "cmd.h"
#include "file_name.h"
#include "say.h"

enum {
    EVERY = 100,   /* milliseconds from one drawing of the bar to the next */
    KEPT_TOLD = 5
};

/* A name that was given to a file, in small letters: some file systems do not
 * tell Ann from ann. */
struct each_name {
    char *text; /* NULL: free */
};

bool
each_open(struct each *each)
{
    struct stat there;

    each->bar = isatty(STDERR_FILENO);
    if (mkdir(each->folder, 0777) == 0)
        return true;
    if (errno == EEXIST && stat(each->folder, &there) == 0 &&
        S_ISDIR(there.st_mode))
        return true;
    say("--each %s: %s", each->folder,
        errno == EEXIST ? _("this is a file; name a folder")
                        : strerror(errno));
    return false;
}

/* Nothing of the id is left: "row-7". */
static void
name_of(const struct lewis_sheet *sheet, char name[FILE_NAME_ROOM])
{
    file_name_make(name, sheet->id, sheet->id_size);
    if (*name == '\0')
        snprintf(name, FILE_NAME_ROOM, "row-%ld", sheet->line);
}

static size_t
slot_of(const struct each *each, const char *name)
{
    uint64_t hash = 14695981039346656037u; /* FNV-1a */
    size_t slot;

    for (const char *at = name; *at != '\0'; at++)
        hash = (hash ^ (unsigned char)*at) * 1099511628211u;
    slot = (size_t)(hash ^ hash >> 32) & (each->room - 1);
    while (each->name[slot].text != NULL &&
           strcmp(each->name[slot].text, name) != 0)
        slot = (slot + 1) & (each->room - 1);
    return slot;
}

static bool
grow(struct each *each)
{
    struct each larger = *each;

    if (2 * each->names < each->room)
        return true;
    larger.room = each->room == 0 ? 256 : 2 * each->room;
    larger.name = calloc(larger.room, sizeof *larger.name);
    if (larger.name == NULL)
        return false;
    for (size_t i = 0; i < each->room; i++)
        if (each->name[i].text != NULL)
            larger.name[slot_of(&larger, each->name[i].text)] = each->name[i];
    free(each->name);
    each->name = larger.name;
    each->room = larger.room;
    return true;
}

/* Notes the name; false when it was given before, or memory has run out. */
static bool
take_name(struct each *each, const char *name)
{
    char small[FILE_NAME_ROOM + 32];
    size_t slot, size = 0;

    for (; name[size] != '\0' && size < sizeof small - 1; size++)
        small[size] = (char)(name[size] >= 'A' && name[size] <= 'Z'
                                 ? name[size] - 'A' + 'a'
                                 : name[size]);
    small[size] = '\0';
    slot = slot_of(each, small);
    if (each->name[slot].text != NULL)
        return false;
    each->name[slot].text = strdup(small);
    each->failed = each->failed || each->name[slot].text == NULL;
    each->names += each->name[slot].text != NULL;
    return true;
}

/* Two people of one name: the second is "Ann-2". NULL: out of memory. */
static char *
new_path(struct each *each, const struct lewis_sheet *sheet)
{
    char name[FILE_NAME_ROOM], numbered[FILE_NAME_ROOM + 32];
    char *path;
    size_t size;

    if (!grow(each))
        return NULL;
    name_of(sheet, name);
    snprintf(numbered, sizeof numbered, "%s", name);
    for (size_t i = 2; !take_name(each, numbered); i++)
        snprintf(numbered, sizeof numbered, "%s-%zu", name, i);
    size = strlen(each->folder) + strlen(numbered) + strlen(each->ending) + 3;
    path = each->failed ? NULL : malloc(size);
    if (path != NULL)
        snprintf(path, size, "%s/%s.%s", each->folder, numbered, each->ending);
    return path;
}

static long
milliseconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* How far it is; how much there will be nobody knows, answers are read as they
 * come. */
static void
show_bar(struct each *each, bool last)
{
    long now = milliseconds();

    if (!each->bar || (!last && now - each->told < EVERY))
        return;
    each->told = now;
    if (last)
        fputs("\r\033[K", stderr);
    else
        fprintf(stderr, "\r%zu", each->done);
    fflush(stderr);
}

static void
keep(struct each *each, const char *path)
{
    show_bar(each, true);
    if (each->kept++ < KEPT_TOLD)
        say("%s is there already and is kept; --overwrite replaces it", path);
}

char *
each_path(struct each *each, const struct lewis_sheet *sheet)
{
    struct stat there;
    char *path;

    if (each->failed)
        return NULL;
    path = new_path(each, sheet);
    if (path == NULL) {
        each->failed = true;
        say("out of memory");
        return NULL;
    }
    if (lstat(path, &there) != 0)
        return path;
    if (!each->overwrite)
        keep(each, path);
    else if (places_spare(each->places, path, "--each"))
        return path;
    else
        each->failed = true;
    free(path);
    return NULL;
}

void
each_done(struct each *each)
{
    each->done++;
    show_bar(each, false);
}

void
each_fail(struct each *each, const struct lewis_error *error)
{
    each->failed = true;
    show_bar(each, true);
    say_error(error);
}

int
each_close(struct each *each)
{
    show_bar(each, true);
    if (each->done > 0)
        sync(); /* waiting for the disk after each file took longer than
                   making it */
    if (each->kept > KEPT_TOLD)
        say("and %zu more were kept", each->kept - KEPT_TOLD);
    if (!each->failed)
        say(lewis_translated_count(each->made.one, each->made.many,
                                   each->done),
            each->folder, each->done);
    for (size_t i = 0; i < each->room; i++)
        free(each->name[i].text);
    free(each->name);
    if (each->failed)
        return EXIT_TROUBLE;
    return each->kept > 0 ? EXIT_DATA : EXIT_DONE;
}
