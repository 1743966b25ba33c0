/* request.h - the people of a team and what they are compared with, as the
 * options of lewis team and lewis report say it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_TEAM_REQUEST_H
#define CLI_TEAM_REQUEST_H

#include <lewis/earlier.h>
#include <lewis/figures.h>
#include <lewis/tasks.h>

#include "cli/cmd.h"
#include "cli/team/rows.h"

/* What the options say, and what is made of it. */
struct team_request {
    const char *team, *by, *partner, *tasks_name, *lang;
    char *before_path;
    bool anonymous;
    double min_group;
    struct team_columns columns;
    struct lewis_tasks *tasks;
    struct lewis_earlier *earlier;
    struct lewis_score person; /* the partner, when it is one person */
};

#define TEAM_REQUEST_OPTIONS(request)                                          \
    {"team", 't', OPTION_TEXT, &(request).team},                               \
        {"by", '\0', OPTION_TEXT, &(request).by},                              \
        {"partner", '\0', OPTION_TEXT, &(request).partner},                    \
        {"before", '\0', OPTION_TEXT, &(request).before_path},                 \
        {"tasks", '\0', OPTION_TEXT, &(request).tasks_name},                   \
        {"anonymous", '\0', OPTION_FLAG, &(request).anonymous},                \
        {"min-group", '\0', OPTION_NUMBER, &(request).min_group},              \
        {"lang", '\0', OPTION_TEXT, &(request).lang}

/* What is read besides the answers. */
void team_request_places(const struct team_request *request,
                         struct places *places);

/* Checks what the options say. -1: go on; else an exit status, said why. */
int team_request_settle(const struct cmd *cmd, struct team_request *request);

/* Reads all that is asked for, and computes. Returns an exit status; figures,
 * unless it is EXIT_TROUBLE (said why), are the caller's to free, before the
 * request is released. */
int team_request_figures(struct team_request *request, struct scoring *scoring,
                         char **paths, int count,
                         struct lewis_team_figures **figures);

void team_request_release(struct team_request *request);

#endif
