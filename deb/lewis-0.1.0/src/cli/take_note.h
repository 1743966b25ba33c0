/* take_note.h - what there is to say to an act.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_TAKE_NOTE_H
#define CLI_TAKE_NOTE_H

#include "take.h"

/* What cannot be, and what can. 'error' counts for LEWIS_NOT_SAVED only. */
void take_note_refusal(struct take *take, enum lewis_outcome outcome,
                       long number, const struct lewis_error *error);

/* The answer just given, to an item at a position. */
void take_note_answer(struct take *take, size_t position);

#endif
