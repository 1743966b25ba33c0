/* outputs.c - what a run of scores writes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "outputs.h"

#include <stdlib.h>
#include <string.h>

#include "cleanup.h"
#include "cmd.h"
#include "say.h"

/* NULL, said why, when it cannot be written. */
static struct lewis_output *
open_one(struct outputs *outputs, const char *path)
{
    struct lewis_error error;
    struct lewis_output *output = cleanup_open(path, &error);

    if (output == NULL)
        say_error(&error);
    else
        outputs->open[outputs->count++] = output;
    return output;
}

static bool
open_teams(struct outputs *outputs, const struct places *places,
           struct lewis_batch_options *options)
{
    struct lewis_error error;

    outputs->teams = calloc(1, sizeof *outputs->teams);
    if (outputs->teams == NULL)
        return say("out of memory"), false;
    outputs->teams->folder = outputs->path;
    outputs->teams->ending = outputs->ending;
    outputs->teams->places = places;
    options->team_output = teams_output;
    options->payload = outputs->teams;
    return teams_begin(outputs->teams, &error) || (say_error(&error), false);
}

bool
outputs_open(struct outputs *outputs, const struct places *places,
             struct lewis_batch_options *options)
{
    bool ok = outputs->ending == NULL ||
              open_teams(outputs, places, options); /* the folder */

    if (ok && outputs->ending == NULL) {
        options->output = open_one(outputs, outputs->path);
        ok = options->output != NULL;
    }
    if (ok && outputs->rejects != NULL) {
        options->rejects = open_one(outputs, outputs->rejects);
        ok = options->rejects != NULL;
    }
    if (ok && outputs->summary != NULL) {
        outputs->sums = open_one(outputs, outputs->summary);
        ok = outputs->sums != NULL;
    }
    return ok;
}

/* All that is open, the teams first. */
static bool
commit(const struct outputs *outputs, struct lewis_error *error)
{
    size_t teams = outputs->teams == NULL ? 0 : outputs->teams->count;
    struct lewis_output *all[TEAMS_MOST + 3];

    for (size_t i = 0; i < teams; i++)
        all[i] = outputs->teams->team[i].output;
    memcpy(all + teams, outputs->open, outputs->count * sizeof all[0]);
    return cleanup_commit(all, teams + outputs->count, error);
}

int
outputs_commit(struct outputs *outputs, const struct lewis_summary *summary)
{
    struct lewis_error error;

    if (outputs->sums != NULL &&
        !lewis_summary_print(summary, outputs->sums, &error))
        return say_error(&error);
    return commit(outputs, &error) ? EXIT_DONE : say_error(&error);
}

void
outputs_close(struct outputs *outputs)
{
    for (size_t i = 0; i < outputs->count; i++)
        cleanup_close(outputs->open[i]);
    if (outputs->teams != NULL)
        teams_end(outputs->teams);
    free(outputs->teams);
}
