/* fit.h - who might do which task.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEAM_FIT_H
#define TEAM_FIT_H

#include "team/people.h"

/* Up to this many people tasks are assigned; for more they are only ranked. */
enum { FIT_MOST = 300 };

/* Everybody has one task; tasks get as many people as each other, or one fewer;
 * with fewer people than tasks some have nobody. */
struct lewis_fit fit_of(const struct crowd *crowd,
                        const struct lewis_tasks *tasks, bool anonymous);

#endif
