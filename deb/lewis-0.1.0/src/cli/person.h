/* person.h - one person's result, for that person to read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_PERSON_H
#define CLI_PERSON_H

#include <lewis/report.h>

#include "person_picture.h"
#include "scoring.h"
#include "terminal.h"

struct person_options {
    const char *id; /* of the row; NULL or "": the only row there is */
    const char *lang;
    const char *output;
    struct terminal terminal;
    enum picture_way picture;
};

/* Finds the row in the files and writes its result; 'scoring' is open. Returns
 * an exit status: EXIT_DATA when the row has no result, EXIT_TROUBLE when there
 * is no such row. */
int person_run(struct scoring *scoring, char **paths, int count,
               const struct person_options *options);

/* Writes the result of answers that are there; fills in the drawer. As above. */
int person_show(struct lewis_person *person,
                const struct person_options *options);

#endif
