/* absent.h - who has no profile, and which ids stand more than once, on
 * standard error.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_ABSENT_H
#define CLI_ABSENT_H

#include <lewis/figures.h>

/* "without a profile: 2 (Ann, Bob)"; names only with 'named'. */
void absent_say(const struct lewis_team_figures *figures, bool named);

#endif
