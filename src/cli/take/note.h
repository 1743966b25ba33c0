/* note.h - what there is to say to an act.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_TAKE_NOTE_H
#define CLI_TAKE_NOTE_H

#include "cli/take/take.h"

/* What cannot be, and what can. 'error' counts for LEWIS_NOT_SAVED only. */
void take_note_refusal(struct take *take, enum lewis_outcome outcome,
                       long number, const struct lewis_error *error);

/* What an answer would be here. */
void take_note_options(struct take *take);

/* That no country is called so, with a name that may be meant. */
void take_note_country(struct take *take, const char *typed);

/* The answer just given, to an item at a position. */
void take_note_answer(struct take *take, size_t position);

#endif
