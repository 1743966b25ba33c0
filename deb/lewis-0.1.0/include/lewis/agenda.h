/* lewis/agenda.h - a session with a team: questions to talk about, and a plan
 * with minutes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LEWIS_AGENDA_H
#define LEWIS_AGENDA_H

#include <stdbool.h>
#include <stddef.h>

#include <lewis/error.h>
#include <lewis/text.h>

LEWIS_BEGIN

struct lewis_agenda;

/* A part of the session. */
struct lewis_step {
    int minutes; /* 1..480 */
    const struct lewis_text *name, *text;
};

/* Reads an agenda from a file. Returns an object the caller frees with
 * lewis_agenda_free(), or NULL with *error set as lewis_bank_load() does. Views
 * live as long as it. */
LEWIS_API struct lewis_agenda *lewis_agenda_load(const char *path,
                                                 struct lewis_error *error);
LEWIS_API struct lewis_agenda *lewis_agenda_parse(const char *xml, size_t size,
                                                  const char *name,
                                                  struct lewis_error *error);
LEWIS_API void lewis_agenda_free(struct lewis_agenda *agenda);

/* As lewis_bank_sniff() and lewis_bank_check(). */
LEWIS_API bool lewis_agenda_sniff(const char *path);
LEWIS_API bool lewis_agenda_check(const char *path,
                                  struct lewis_finding **findings,
                                  size_t *count, struct lewis_error *error);

LEWIS_API const struct lewis_text *
lewis_agenda_title(const struct lewis_agenda *agenda);
LEWIS_API size_t lewis_agenda_questions(const struct lewis_agenda *agenda);
LEWIS_API const struct lewis_text *
lewis_agenda_question(const struct lewis_agenda *agenda, size_t index);
LEWIS_API size_t lewis_agenda_steps(const struct lewis_agenda *agenda);
LEWIS_API const struct lewis_step *
lewis_agenda_step(const struct lewis_agenda *agenda, size_t index);

LEWIS_END

#endif
