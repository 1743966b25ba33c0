/* places.h - the files of one command: none is read and written, none is
 * written twice, whatever it is called.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_PLACES_H
#define CLI_PLACES_H

#include <stdbool.h>
#include <stddef.h>

#include <lewis/shelf.h>

enum { PLACES_MOST = 16 };

/* A file, or "-". */
struct place {
    const char *path;
    const char *what; /* "the answers", "the file of --map"; of one that is
                         written: the option that names it */
    bool written;
};

/* Zero-initialise, give the answers, then add the others. Strings are not
 * copied. */
struct places {
    char **answers;
    int count;
    const struct lewis_shelf *shelf; /* or NULL: its files are read, too */
    struct place other[PLACES_MOST];
    size_t others;
};

/* One more that is read or written; a NULL path is none. */
void places_read(struct places *places, const char *path, const char *what);
void places_write(struct places *places, const char *path, const char *option);

/* One more that is read: a name on the shelf, or a file. */
void places_find(struct places *places, const char *name, const char *what);

/* Are they all apart? Links are followed; files that are not there yet are
 * compared by their folders and names. False: said why. */
bool places_apart(const struct places *places);

/* May this one be written, too? False: said why. */
bool places_spare(const struct places *places, const char *path,
                  const char *option);

#endif
