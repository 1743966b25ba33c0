/* teams.h - one file a team.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_TEAMS_H
#define CLI_TEAMS_H

#include <stdbool.h>
#include <stddef.h>

#include <lewis/error.h>
#include <lewis/output.h>

#include "file_name.h"
#include "places.h"

enum {
    TEAMS_MOST = 400,               /* each is an open file */
    TEAMS_FILE = FILE_NAME_ROOM + 8 /* bytes of a file's name, with a number */
};

struct teams {
    const char *folder;
    const char *ending; /* "csv" */
    const struct places *places; /* which no team is to take */
    struct team {
        char *name;
        size_t size;
        char file[TEAMS_FILE]; /* its name, without folder and ending */
        struct lewis_output *output;
    } team[TEAMS_MOST];
    size_t count, last;
    bool made; /* the folder */
};

/* The folder is made when it is not there. False: *error says why. */
bool teams_begin(struct teams *teams, struct lewis_error *error);

/* As team_output of lewis/batch.h. The file is called after the team (file_name.h),
 * with a number where that name was given before; "no-team" for rows without
 * one. */
struct lewis_output *teams_output(const char *team, size_t size, bool *fresh,
                                  void *payload, struct lewis_error *error);

/* Closes the files; what was not committed is discarded. A folder that was made
 * for them and is empty goes, too. */
void teams_end(struct teams *teams);

#endif
