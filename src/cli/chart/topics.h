/* topics.h - the same answers by every topic of the bank.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_CHART_TOPICS_H
#define CLI_CHART_TOPICS_H

#include <lewis/chart.h>

#include "cli/scoring.h"

enum { TOPICS_MOST = 48 };

/* A key and a chart for each section; [0] is the whole profile, whose key is
 * that of the scoring. Zero-initialise. */
struct topics {
    const struct scoring *scoring;
    const struct option_many *stars; /* who stands out in each */
    size_t count; /* 0: the bank is not known yet */
    struct lewis_key *key[TOPICS_MOST];
    struct lewis_panel panel[TOPICS_MOST];
    struct lewis_chart *chart[TOPICS_MOST];
};

/* Scores a sheet by every topic and adds the person to each chart; 'score' is
 * the whole profile. False with *error set. */
bool topics_add(struct topics *topics, const struct lewis_sheet *sheet,
                const struct lewis_score *score, struct lewis_error *error);

/* Gives the panels their titles in that language (NULL: the bank's first).
 * False: said why there is nothing to be drawn. */
bool topics_title(struct topics *topics, const char *lang);

void topics_free(struct topics *topics);

#endif
