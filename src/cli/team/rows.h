/* rows.h - answers into a team: which rows, and which group each is in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_TEAM_ROWS_H
#define CLI_TEAM_ROWS_H

#include <lewis/figures.h>

#include "cli/scoring.h"

/* Columns that people are grouped by, from "team,site". */
struct team_columns {
    char *text; /* cut at the commas */
    const char *name[LEWIS_TEAM_COLUMNS];
    size_t count;
};

/* False: said why. */
bool team_columns_init(struct team_columns *columns, const char *text);
void team_columns_release(struct team_columns *columns);

/* A row with its labels; 'payload' is the caller's. False stops, said why. */
typedef bool team_row_taker(const struct lewis_sheet *sheet,
                            const struct lewis_score *score,
                            const struct lewis_label label[], void *payload);

/* Scores the rows of the files in turn, rows of quality that calls for caution
 * left out with --exclude-flagged; refused rows and the counts are said on
 * standard error. Returns an exit status; EXIT_TROUBLE: said why. */
int team_rows(struct scoring *scoring, char **paths, int count,
              const struct team_columns *columns, team_row_taker *take,
              void *payload);

#endif
