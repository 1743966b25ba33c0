/* take.h - somebody takes a questionnaire: what its parts work on.
 *
 *     start      bank, language, draft: from options to a session
 *     found      drafts to go on with
 *     keys       what is typed: the terminal's modes, and signals
 *     by_key     the questions, key by key on a screen
 *     by_line    the questions, line by line
 *     view       what is shown: pages, for both
 *     answer     answers and choices as numbers
 *     help       what can be done where one is
 *     note       what there is to say to an act
 *     words      in which words
 *     end        handing in, the result, the picture
 *     command    commands to type later
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_TAKE_TAKE_H
#define CLI_TAKE_TAKE_H

#include <stdbool.h>
#include <stdint.h>

#include <lewis/country.h>
#include <lewis/draft.h>
#include <lewis/session.h>

#include "cli/take/keys.h"
#include "cli/take/words.h"
#include "cli/terminal/chart.h"
#include "cli/terminal/terminal.h"

enum { TAKE_NOTE = 600, EXIT_UNFINISHED = 3 };

struct take {
    struct lewis_session *session;
    struct lewis_draft *draft;
    const struct lewis_atlas *atlas; /* names of countries; or NULL */
    struct keys *keys;
    struct terminal terminal;
    enum picture_way picture; /* at the end */
    const char *output;   /* where answers go when all is done; or NULL */
    bool lines;           /* not key by key */
    bool spoken;          /* for ears: no bars, no picture */
    char note[TAKE_NOTE]; /* to be said with the next question; or "" */
    bool refused;         /* the note is about something that cannot be */
};

/* In the session's language. */
const struct take_words *take_words(const struct take *take);

/* Nothing was answered yet, or left out. */
bool take_is_untouched(const struct take *take);

/* Milliseconds on a clock that does not go back. */
uint64_t take_now(void);

/* One act, its note set. */
enum lewis_outcome take_do(struct take *take, enum lewis_act_kind kind,
                           long number, const char *text);

/* The act of a letter: "b", "s", ...; Enter is '\n'. LEWIS_IGNORED when it has
 * none, or one of the loop's own (g, ?); at a question the note then says what
 * an answer is when it was Enter. */
enum lewis_outcome take_letter(struct take *take, char letter);

/* To the question of that number, as shown; to the first open one when that
 * comes first. */
enum lewis_outcome take_go(struct take *take, long number);

/* What was typed for a question about the person that has no options. */
enum lewis_outcome take_text(struct take *take, const char *text);

/* The loops: an exit status EXIT_DONE when the stage is done, EXIT_UNFINISHED
 * when it was left. */
int take_keys_run(struct take *take);
int take_line_run(struct take *take);

#endif
