/* recognised.h - what was recognised in a file of answers, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_RECOGNISED_H
#define CLI_RECOGNISED_H

#include <lewis/answers.h>

#include "scoring.h"

/* One line on standard error: the tool, the separator, the encoding, the
 * header, the columns that are used and those that are not. After
 * lewis_answers_bind(). */
void recognised_say(const struct lewis_answers *answers,
                    const struct lewis_bank *bank, const char *path);

/* --dry-run: for each file what every column is for, and the first rows as they
 * are understood, on standard output. Writes nothing else. Returns an exit
 * status. */
int recognised_dry_run(struct scoring *scoring, char **paths, int count);

#endif
