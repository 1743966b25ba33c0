/* sheet_text.h - a session's sheet as a row of CSV or a line of JSON.
 *
 * Each is made for what is in the file already: 'bytes' of 'size', with a line
 * end behind them as a fence. The text is empty when the sheet is there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SESSION_SHEET_TEXT_H
#define SESSION_SHEET_TEXT_H

#include <lewis/handin.h>

#include "base/text.h"

/* False with *error set, its line too. */
typedef bool sheet_text(const struct lewis_session *session,
                        const struct lewis_handin *handin, const char *bytes,
                        size_t size, struct text *text,
                        struct lewis_error *error);

sheet_text sheet_csv;
sheet_text sheet_json;

/* What the person's group is: the reply when it was asked for, else what the
 * session was given. */
const char *sheet_team(const struct lewis_session *session);

#endif
