/* help.h - what somebody who takes a questionnaire can do where they are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_TAKE_HELP_H
#define CLI_TAKE_HELP_H

#include <lewis/page.h>

#include "cli/take/take.h"

/* Adds every key, or word, that means something at this stage and in this form
 * of question, and what it does. */
void take_help(const struct take *take, struct lewis_page *page);

#endif
