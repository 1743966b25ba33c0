/* places.c - the files of one command, none of them in two ways.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "places.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "say.h"

static void
add(struct places *places, struct place place)
{
    if (place.path == NULL)
        return;
    assert(places->others < PLACES_MOST);
    places->other[places->others++] = place;
}

void
places_read(struct places *places, const char *path, const char *what)
{
    add(places, (struct place){path, what, false});
}

void
places_write(struct places *places, const char *path, const char *option)
{
    add(places, (struct place){path, option, true});
}

void
places_find(struct places *places, const char *name, const char *what)
{
    if (name != NULL)
        places_read(places, lewis_shelf_find(places->shelf, name, NULL), what);
}

/* ---- two names of one file ---- */

static bool
is_stream(const struct place *place)
{
    return strcmp(place->path, "-") == 0;
}

static bool
status_of(const struct place *place, struct stat *status)
{
    if (is_stream(place))
        return fstat(place->written ? STDOUT_FILENO : STDIN_FILENO,
                     status) == 0;
    return stat(place->path, status) == 0;
}

/* What goes there is lost anyway. */
static bool
is_null_device(const struct stat *status)
{
    struct stat null;

    return S_ISCHR(status->st_mode) && stat("/dev/null", &null) == 0 &&
           null.st_rdev == status->st_rdev;
}

static size_t
without_slashes(const char *path)
{
    size_t size = strlen(path);

    while (size > 1 && path[size - 1] == '/')
        size--;
    return size;
}

/* Where the last name of the path begins. */
static size_t
name_at(const char *path, size_t size)
{
    while (size > 0 && path[size - 1] != '/')
        size--;
    return size;
}

static bool
stat_folder(const char *path, size_t size, struct stat *status)
{
    char *folder = size == 0 ? strdup(".") : strndup(path, size);
    bool ok = folder != NULL && stat(folder, status) == 0;

    free(folder);
    return ok;
}

/* Two files that are not there yet. */
static bool
same_new(const char *a, const char *b)
{
    size_t a_end = without_slashes(a), b_end = without_slashes(b);
    size_t a_name = name_at(a, a_end), b_name = name_at(b, b_end);
    struct stat one, two;

    return a_end - a_name == b_end - b_name &&
           memcmp(a + a_name, b + b_name, a_end - a_name) == 0 &&
           stat_folder(a, a_name, &one) && stat_folder(b, b_name, &two) &&
           one.st_dev == two.st_dev && one.st_ino == two.st_ino;
}

/* What is read must be a file to be lost: a terminal may be both. */
static bool
same_place(const struct place *a, const struct place *b)
{
    bool written = a->written && b->written;
    struct stat one, two;
    bool a_there = status_of(a, &one), b_there = status_of(b, &two);

    if (is_stream(a) && is_stream(b) && a->written == b->written)
        return true;
    if (!a_there && !b_there)
        return written && same_new(a->path, b->path);
    return a_there && b_there && one.st_dev == two.st_dev &&
           one.st_ino == two.st_ino &&
           (S_ISREG(one.st_mode) || (written && !is_null_device(&one)));
}

/* ---- who is against whom ---- */

static const char *
name_of(const struct place *place)
{
    return !is_stream(place)  ? place->path
           : place->written ? _("standard output")
                            : _("standard input");
}

static bool
report_stream(const struct place *a, const struct place *b)
{
    say("standard input is given twice (%s and %s) and can be read once only; "
        "save one in a file",
        _(a->what), _(b->what));
    return false;
}

static bool
report_lost(const struct place *in, const struct place *out)
{
    say("%s: writing there would lose %s; name another file with %s",
        name_of(out), _(in->what), _(out->what));
    return false;
}

static bool
report_twice(const struct place *a, const struct place *b)
{
    say("%s and %s would go to the same place, %s; name another file with one "
        "of them",
        _(a->what), _(b->what), name_of(b));
    return false;
}

/* Two that are read may be one file (earlier answers, say, those of today);
 * only of standard input there is one. */
static bool
is_apart(const struct place *a, const struct place *b)
{
    bool stream = is_stream(a) && is_stream(b);

    if ((!a->written && !b->written && !stream) || !same_place(a, b))
        return true;
    if (!a->written && !b->written)
        return report_stream(a, b);
    if (a->written && b->written)
        return report_twice(a, b);
    return a->written ? report_lost(b, a) : report_lost(a, b);
}

static struct place
answers_at(const struct places *places, int i)
{
    return (struct place){places->answers[i], N_("the answers"), false};
}

static bool
spares_shelf(const struct places *places, const struct place *place)
{
    size_t count =
        places->shelf == NULL ? 0 : lewis_shelf_count(places->shelf);

    for (size_t i = 0; i < count && place->written; i++) {
        struct place on_shelf = {lewis_shelf_path(places->shelf, i),
                                 N_("a questionnaire, or what else lewis "
                                    "reads"),
                                 false};
        if (!is_apart(&on_shelf, place))
            return false;
    }
    return true;
}

/* Against the answers, and the first of the others. */
static bool
check(const struct places *places, const struct place *place, size_t others)
{
    for (int i = 0; i < places->count; i++) {
        struct place answers = answers_at(places, i);
        if (!is_apart(&answers, place))
            return false;
    }
    for (size_t i = 0; i < others; i++)
        if (!is_apart(&places->other[i], place))
            return false;
    return spares_shelf(places, place);
}

static bool
report_again(const char *path, const char *before)
{
    if (strcmp(path, "-") == 0)
        say("standard input is given twice, and can be read once only");
    else
        say("%s: this file is given twice (the other time as %s); its people "
            "would be counted twice, so give it once",
            path, before);
    return false;
}

/* Looked at once each: there may be many. */
static bool
are_new(const struct places *places, struct stat status[])
{
    for (int i = 0; i < places->count; i++) {
        struct place place = answers_at(places, i);
        if (!status_of(&place, &status[i]) || !S_ISREG(status[i].st_mode))
            status[i].st_ino = 0;
        for (int j = 0; j < i; j++)
            if ((status[i].st_ino != 0 &&
                 status[i].st_ino == status[j].st_ino &&
                 status[i].st_dev == status[j].st_dev) ||
                (is_stream(&place) && strcmp(places->answers[j], "-") == 0))
                return report_again(place.path, places->answers[j]);
    }
    return true;
}

static bool
answers_apart(const struct places *places)
{
    struct stat *status = calloc((size_t)places->count + 1, sizeof *status);
    bool ok = status != NULL ? are_new(places, status)
                             : (say("out of memory"), false);

    free(status);
    return ok;
}

bool
places_apart(const struct places *places)
{
    if (!answers_apart(places))
        return false;
    for (size_t i = 0; i < places->others; i++)
        if (!check(places, &places->other[i], i))
            return false;
    return true;
}

bool
places_spare(const struct places *places, const char *path, const char *option)
{
    struct place place = {path, option, true};

    return check(places, &place, places->others);
}
