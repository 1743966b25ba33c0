/* before.h - the people of two files, paired by their id.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_BEFORE_H
#define CLI_BEFORE_H

#include <lewis/chart.h>

#include "scoring.h"

enum { BEFORE_NAMED = 5, BEFORE_NAME = 40, BEFORE_NOTE = 1000 };

/* Ids that the other file does not have: how many, and the first of them. */
struct strangers {
    size_t count;
    char name[BEFORE_NAMED][BEFORE_NAME];
};

struct before {
    struct lewis_earlier *earlier;
    struct strangers now;   /* people without an earlier profile */
    size_t pairs;
    char note[BEFORE_NOTE]; /* for the foot, by before_close() */
};

/* Scores the earlier answers. Returns an exit status; EXIT_TROUBLE: said why. */
int before_open(struct before *before, struct scoring *scoring, char *path);

/* Adds a person of the later answers, if the earlier ones have that id. False
 * with *error set on ENOMEM. */
bool before_add(struct before *before, struct lewis_chart *chart,
                const struct lewis_sheet *sheet,
                const struct lewis_score *score, struct lewis_error *error);

/* Says who is in one file only, and writes the note. False: said that nobody is
 * in both. */
bool before_report(struct before *before, const char *path);

void before_free(struct before *before);

#endif
