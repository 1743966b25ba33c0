/* each.h - a file for every person, in a folder: their names, what is there
 * already, how far it is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_EACH_H
#define CLI_EACH_H

#include <stdbool.h>
#include <stddef.h>

#include <lewis/answers.h>
#include <lewis/error.h>

#include "places.h"

/* A run over people; zero-initialise, then set what is asked for. */
struct each {
    const char *folder, *ending; /* "svg" */
    struct each_made {
        const char *one, *many; /* "%s: %zu pictures drawn" */
    } made;
    bool overwrite;
    const struct places *places; /* which no file is to take */
    /* its own */
    struct each_name *name; /* a table of the names that were given */
    size_t names, room;
    size_t done, kept;
    bool failed, bar;
    long told; /* when the bar was last drawn, in milliseconds */
};

/* Makes the folder when it is not there. False: said why. */
bool each_open(struct each *each);

/* Where the person's file goes; the caller frees it. Two people of one name:
 * the second is "Ann-2". NULL when there is nothing to do: the file is there
 * and is kept, which is said, or the run has failed. */
char *each_path(struct each *each, const struct lewis_sheet *sheet);

/* The file was written, by lewis_output_commit_unsynced(); it could not be, and nothing more is done. */
void each_done(struct each *each);
void each_fail(struct each *each, const struct lewis_error *error);

/* Says how many files there are; returns an exit status: EXIT_DATA when files
 * that were there have been kept. */
int each_close(struct each *each);

#endif
