/* decode.h - from the cells of an item to an answer, in each of the ways that
 * tools lay an item out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ANSWERS_DECODE_H
#define ANSWERS_DECODE_H

#include "answers/layout.h"

layout_decoder decode_cell;   /* one cell: as lewis_answer_parse() */
layout_decoder decode_places; /* a cell a rank, with the option that has it */
layout_decoder decode_ranks;  /* a cell an option, with its rank */
layout_decoder decode_chosen; /* a cell an option; the one chosen is filled */
layout_decoder decode_points; /* a cell an option, with its points */

/* The one number from 0 to 999 in a text, however it is dressed ("SQ002",
 * "Rank 2", "2 (next)", "5.0000"); -1 when there is none, or several. */
int decode_only_number(const char *text, size_t size);

#endif
