/* before.h - the people of two files, paired by their id.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_CHART_BEFORE_H
#define CLI_CHART_BEFORE_H

#include <lewis/chart.h>

#include "cli/scoring.h"

/* One of the later answers, kept until all are read: of rows with one id the
 * last that has a profile counts. */
struct later {
    char *id, *team;
    size_t id_size, team_size;
    size_t earlier; /* number of the earlier person */
    struct lewis_score score;
};

/* Zero-initialise. */
struct before {
    struct lewis_earlier *earlier;
    struct later *later;
    size_t count, room;
    size_t *of; /* 1 + index of the later row of an earlier person; 0: none */
    size_t pairs;
    char stranger[64]; /* the first id that is only in the later answers */
};

/* Scores the earlier answers. Returns an exit status; EXIT_TROUBLE: said why. */
int before_open(struct before *before, struct scoring *scoring, char *path);

/* Takes a row of the later answers. What cannot be paired is noted in the
 * chart. False with *error set on ENOMEM. */
bool before_add(struct before *before, struct lewis_chart *chart,
                const struct lewis_sheet *sheet,
                const struct lewis_score *score, struct lewis_error *error);

/* Adds the pairs to the chart and says who is left out, and why. False: said
 * that nobody is in both, or that memory has run out. */
bool before_close(struct before *before, struct lewis_chart *chart,
                  const char *path);

void before_free(struct before *before);

#endif
