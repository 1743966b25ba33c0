/* role_hint.h - which heading may name people, or their team.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_ROLE_HINT_H
#define CLI_ROLE_HINT_H

#include <lewis/answers.h>

enum role_hint { HINT_ID, HINT_TEAM };
enum { ROLE_HINT = 48 };

/* The line of a file for --map that names the column of a role: "Naam,id,",
 * or "#3,id," where the heading is long; *likely says whether a heading was
 * found that sounds like it, else "COLUMN" stands there. Nothing is taken for
 * it before the user says so. Returns out. */
const char *role_hint(const struct lewis_answers *answers, enum role_hint role,
                      bool *likely, char out[ROLE_HINT]);

#endif
