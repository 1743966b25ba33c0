/* move.h - the same people before and now.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEAM_MOVE_H
#define TEAM_MOVE_H

#include "team/people.h"

/* 'gone': people of the earlier measurement who are not here. */
struct lewis_move move_of(const struct crowd *crowd, size_t gone, double level,
                          size_t least, bool anonymous);

#endif
