/* answers.h - what is behind a struct lewis_answers, for those who read it in
 * several threads: the layout, and the rows that are left, in blocks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ANSWERS_ANSWERS_H
#define ANSWERS_ANSWERS_H

#include <lewis/answers.h>

#include "answers/csv.h"
#include "answers/layout.h"

/* After lewis_answers_bind(). */
const struct layout *answers_layout(const struct lewis_answers *answers);
struct csv *answers_csv(const struct lewis_answers *answers);

/* The header as it stands in the file, line end included. */
struct csv_field answers_header(const struct lewis_answers *answers);

#endif
