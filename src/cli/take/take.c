/* take.c - somebody takes a questionnaire: from what is typed to acts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/take/take.h"

#include <string.h>
#include <time.h>

#include "cli/take/answer.h"
#include "cli/take/note.h"

const struct take_words *
take_words(const struct take *take)
{
    return take_words_in(lewis_session_language(take->session));
}

bool
take_is_untouched(const struct take *take)
{
    const struct lewis_session *session = take->session;
    size_t items = lewis_bank_item_count(lewis_session_bank(session));

    for (size_t i = 0; i < items; i++)
        if (lewis_session_given(session, i) != LEWIS_OPEN ||
            lewis_session_half(session, i)->count > 0)
            return false;
    return true;
}

uint64_t
take_now(void)
{
    struct timespec now = {0};

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

enum lewis_outcome
take_do(struct take *take, enum lewis_act_kind kind, long number,
        const char *text)
{
    const struct lewis_act act = {kind, number, text};
    struct lewis_session_place before = lewis_session_place(take->session);
    struct lewis_error error;
    enum lewis_outcome outcome =
        lewis_session_do(take->session, &act, take_now(), &error);

    take->note[0] = '\0';
    take->refused = false;
    if (outcome >= LEWIS_REFUSED_OPTION)
        take_note_refusal(take, outcome, number, &error);
    else if (outcome == LEWIS_MOVED && before.stage == LEWIS_STAGE_ITEM &&
             (kind == LEWIS_ACT_NUMBER || kind == LEWIS_ACT_SKIP))
        take_note_answer(take, before.item);
    return outcome;
}

/* Enter never answers; at a question about the person it says nothing about
 * oneself, or goes on when something was said before. */
static enum lewis_act_kind
act_of_enter(const struct take *take)
{
    const struct lewis_session *session = take->session;
    size_t asks = lewis_bank_ask_count(lewis_session_bank(session));

    switch (lewis_session_stage(session)) {
    case LEWIS_STAGE_ASK:
        return lewis_session_ask_given(
                   session, lewis_session_place(session).ask) == LEWIS_OPEN
                   ? LEWIS_ACT_SKIP
                   : LEWIS_ACT_FORWARD;
    case LEWIS_STAGE_READY:
        return LEWIS_ACT_HAND_IN;
    case LEWIS_STAGE_REVIEW:
        return asks == 0 && lewis_session_complete(session)
                   ? LEWIS_ACT_HAND_IN
                   : LEWIS_ACT_ENTER;
    default:
        return LEWIS_ACT_ENTER;
    }
}

static enum lewis_outcome
enter(struct take *take)
{
    enum lewis_outcome outcome = take_do(take, act_of_enter(take), 0, NULL);

    if (outcome == LEWIS_IGNORED && take_choices(take).any)
        take_note_options(take);
    return outcome;
}

enum lewis_outcome
take_go(struct take *take, long number)
{
    enum lewis_outcome outcome = take_do(take, LEWIS_ACT_GO, number, NULL);
    char note[TAKE_NOTE];

    if (outcome != LEWIS_REFUSED_AHEAD)
        return outcome;
    memcpy(note, take->note, sizeof note);
    number = (long)lewis_session_first_open(take->session) + 1;
    if (take_do(take, LEWIS_ACT_GO, number, NULL) == LEWIS_MOVED)
        outcome = LEWIS_MOVED;
    if (outcome == LEWIS_MOVED || take->note[0] == '\0')
        memcpy(take->note, note, sizeof note);
    take->refused = true;
    return outcome;
}

enum lewis_outcome
take_letter(struct take *take, char letter)
{
    static const struct {
        char letter;
        enum lewis_act_kind kind;
    } acts[] = {
        {'b', LEWIS_ACT_BACK},   {'s', LEWIS_ACT_SKIP},
        {'c', LEWIS_ACT_CLEAR},  {'r', LEWIS_ACT_REVIEW},
        {'n', LEWIS_ACT_FORWARD}, {'l', LEWIS_ACT_LANGUAGE},
        {'q', LEWIS_ACT_QUIT},
    };

    if (letter == '\n')
        return enter(take);
    for (size_t i = 0; i < sizeof acts / sizeof acts[0]; i++)
        if (acts[i].letter == letter)
            return take_do(take, acts[i].kind, 0, NULL);
    return LEWIS_IGNORED;
}

enum lewis_outcome
take_text(struct take *take, const char *text)
{
    const struct lewis_ask *ask =
        lewis_bank_ask(lewis_session_bank(take->session),
                       lewis_session_place(take->session).ask);
    const struct lewis_country *country = NULL;
    enum lewis_outcome outcome;

    if (ask->type == LEWIS_ASK_COUNTRY && take->atlas != NULL)
        country = lewis_atlas_find(take->atlas, text);
    outcome = take_do(take, LEWIS_ACT_TEXT, 0,
                      country != NULL ? country->iso : text);
    if (outcome == LEWIS_REFUSED_COUNTRY)
        take_note_country(take, text);
    return outcome;
}
