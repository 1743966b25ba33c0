/* view.h - what somebody who takes a questionnaire sees.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_TAKE_VIEW_H
#define CLI_TAKE_VIEW_H

#include <lewis/page.h>

#include "cli/take/take.h"

enum { TAKE_PROMPT = 160, TAKE_WIDEST = 76 };

/* The page of the stage: welcome, question, review, ready. */
void take_view(const struct take *take, struct lewis_page *page);

/* What is asked for just now: "Most like me: 1 2 3". */
void take_view_prompt(const struct take *take, char *prompt, size_t size);

/* The letters that mean something here; 'typing': while a text is typed. */
void take_view_letters(const struct take *take, bool typing,
                       struct lewis_page *page);

/* Columns that stay empty on the left. */
size_t take_view_margin(size_t width);

/* A paragraph at the margin. */
void take_view_say(struct lewis_page *page, enum lewis_ink ink,
                   const char *text);

#endif
