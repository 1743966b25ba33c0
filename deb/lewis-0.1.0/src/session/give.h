/* give.h - a number becomes an answer, or the next step of one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SESSION_GIVE_H
#define SESSION_GIVE_H

#include "session/session.h"

/* Puts the step into entry->answer, ->half, ->given and ->changes; LEWIS_MOVED
 * when the answer is whole, LEWIS_STAYED when it is half. */
enum lewis_outcome give_number(const struct lewis_session *session, size_t item,
                               long number, struct lewis_entry *entry);

/* Takes the last step of a half back. */
void give_undo(const struct lewis_session *session, size_t item,
               struct lewis_entry *entry);

#endif
