/* person.h - one person's result, for that person to read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_PERSON_PERSON_H
#define CLI_PERSON_PERSON_H

#include <lewis/report.h>

#include "cli/person/picture.h"
#include "cli/scoring.h"
#include "cli/terminal/terminal.h"

/* A result that is longer than the screen is shown a screenful at a time. */
struct person_pauses {
    size_t rows; /* lines of one; 0: all at once */
    /* After screenful 'shown' of 'all'; false: the rest at once. */
    bool (*pause)(void *payload, size_t shown, size_t all);
    void *payload;
};

struct person_options {
    const char *id; /* of the row; NULL or "": the only row there is */
    const char *lang;
    const char *output;
    struct terminal terminal;
    enum picture_way picture;
    bool spoken; /* sentences instead of bars and columns */
    struct person_pauses pauses;
};

/* Finds the row in the files and writes its result; 'scoring' is open. Returns
 * an exit status: EXIT_DATA when the row has no result, EXIT_TROUBLE when there
 * is no such row. */
int person_run(struct scoring *scoring, char **paths, int count,
               const struct person_options *options);

/* Writes the result of answers that are there; fills in the drawer and how it
 * is told. As above. */
int person_show(struct lewis_person *person,
                const struct person_options *options);

#endif
