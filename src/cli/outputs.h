/* outputs.h - what a run of scores writes: the scores, or a file a team; the
 * refused rows; the summary. All are opened before a row is read, and appear
 * together or not at all.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_OUTPUTS_H
#define CLI_OUTPUTS_H

#include <stdbool.h>

#include <lewis/batch.h>
#include <lewis/summary.h>

#include "places.h"
#include "teams.h"

/* Zero-initialise, and say what is wanted. */
struct outputs {
    const char *path;    /* of the scores, or of the folder of the teams */
    const char *rejects; /* NULL: unwanted */
    const char *summary; /* the same */
    const char *ending;  /* of a file a team ("csv"); NULL: one file */
    /* its own */
    struct lewis_output *open[3];
    size_t count;
    struct lewis_output *sums; /* one of them, for the summary */
    struct teams *teams;
};

/* Opens them, and tells the options where to write; no team takes one of the
 * places, which live as long as the outputs. False: said why. */
bool outputs_open(struct outputs *outputs, const struct places *places,
                  struct lewis_batch_options *options);

/* Writes the summary (or NULL) and puts all in their places. Returns an exit
 * status; EXIT_TROUBLE: said why. */
int outputs_commit(struct outputs *outputs,
                   const struct lewis_summary *summary);

/* Closes them; what was not committed is discarded. */
void outputs_close(struct outputs *outputs);

#endif
