/* ties.h - from what every column means to which columns each item has.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ANSWERS_TIES_H
#define ANSWERS_TIES_H

#include "answers/layout.h"

/* Fills in layout->tie from layout->meaning. False with *error set: EINVALID,
 * ENOMEM. */
bool ties_make(struct layout *layout, const struct layout_head *head,
               struct lewis_error *error);

#endif
