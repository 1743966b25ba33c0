/* move.c - acts: what is decided is an entry, recorded and then applied.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "session/give.h"
#include "session/reply.h"
#include "session/session.h"

/* Decides on an act where the session is: fills in the entry, which says so far
 * that nothing is changed. Alters nothing else. */
typedef enum lewis_outcome decide(const struct lewis_session *session,
                                  const struct lewis_act *act,
                                  struct lewis_entry *entry);

static enum lewis_outcome
to_item(size_t position, struct lewis_entry *entry)
{
    entry->place.stage = LEWIS_STAGE_ITEM;
    entry->place.item = position;
    return LEWIS_MOVED;
}

static enum lewis_outcome
to_review(struct lewis_entry *entry)
{
    entry->place.stage = LEWIS_STAGE_REVIEW;
    entry->place.detour = 0;
    return LEWIS_MOVED;
}

/* To a question about the person, or behind the last. */
static enum lewis_outcome
to_ask(const struct lewis_session *session, size_t ask,
       struct lewis_entry *entry)
{
    bool end = ask >= session->asks;

    entry->place.stage = end ? LEWIS_STAGE_READY : LEWIS_STAGE_ASK;
    entry->place.ask = end ? session->asks : ask;
    return LEWIS_MOVED;
}

/* Behind the item shown. */
static enum lewis_outcome
past_item(const struct lewis_session *session, struct lewis_entry *entry)
{
    size_t next = session->place.item + 1;

    if (next == session->place.detour || next == session->items)
        return to_review(entry);
    return to_item(next, entry);
}

static bool
is_shown(const struct lewis_session *session, enum lewis_given given)
{
    return session->item[session_here(session)].given == given;
}

/* The first item that is open comes before anything behind the items. */
static enum lewis_outcome
leave_review(const struct lewis_session *session, struct lewis_entry *entry)
{
    size_t open = lewis_session_first_open(session);

    if (open == session->items)
        return to_ask(session, 0, entry);
    entry->place.detour = open + 1;
    return to_item(open, entry);
}

static enum lewis_outcome
decide_enter(const struct lewis_session *session, const struct lewis_act *act,
             struct lewis_entry *entry)
{
    (void)act;
    if (session->place.stage == LEWIS_STAGE_WELCOME)
        return to_item(session->place.item, entry);
    if (session->place.stage == LEWIS_STAGE_REVIEW)
        return leave_review(session, entry);
    return LEWIS_IGNORED;
}

static bool
must_answer(const struct lewis_session *session)
{
    size_t ask = session->place.ask;

    return lewis_bank_ask(session->bank, ask)->required &&
           session->ask[ask].given != LEWIS_ANSWERED;
}

static enum lewis_outcome
forward_item(const struct lewis_session *session, struct lewis_entry *entry)
{
    if (is_shown(session, LEWIS_OPEN) &&
        session->place.detour != session->place.item + 1)
        return LEWIS_REFUSED_OPEN;
    return past_item(session, entry);
}

static enum lewis_outcome
decide_forward(const struct lewis_session *session,
               const struct lewis_act *act, struct lewis_entry *entry)
{
    switch (session->place.stage) {
    case LEWIS_STAGE_ITEM:
        return forward_item(session, entry);
    case LEWIS_STAGE_ASK:
        if (must_answer(session))
            return LEWIS_REFUSED_REQUIRED;
        return to_ask(session, session->place.ask + 1, entry);
    default:
        return decide_enter(session, act, entry);
    }
}

static enum lewis_outcome
back_from_item(const struct lewis_session *session, struct lewis_entry *entry)
{
    if (entry->half.count > 0) {
        give_undo(session, session_here(session), entry);
        return LEWIS_STAYED;
    }
    if (session->place.item > 0)
        return to_item(session->place.item - 1, entry);
    entry->place.stage = LEWIS_STAGE_WELCOME;
    return LEWIS_MOVED;
}

static enum lewis_outcome
decide_back(const struct lewis_session *session, const struct lewis_act *act,
            struct lewis_entry *entry)
{
    (void)act;
    switch (session->place.stage) {
    case LEWIS_STAGE_ITEM:
        return back_from_item(session, entry);
    case LEWIS_STAGE_REVIEW:
        entry->place.detour = session->place.item + 1;
        return to_item(session->place.item, entry);
    case LEWIS_STAGE_ASK:
    case LEWIS_STAGE_READY:
        return session->place.ask == 0
                   ? to_review(entry)
                   : to_ask(session, session->place.ask - 1, entry);
    default:
        return LEWIS_IGNORED;
    }
}

/* On from an item that has just got its answer, or is left out. The first of
 * several open ones leads to the others, also when it was gone to from the
 * review. */
static enum lewis_outcome
past_given(const struct lewis_session *session, struct lewis_entry *entry)
{
    if (is_shown(session, LEWIS_OPEN) &&
        session->place.item == lewis_session_first_open(session) &&
        lewis_session_progress(session, LEWIS_NO_SECTION).open > 1 &&
        session->place.item + 1 < session->items) {
        entry->place.detour = 0;
        return to_item(session->place.item + 1, entry);
    }
    return past_item(session, entry);
}

static enum lewis_outcome
number_for_item(const struct lewis_session *session, long number,
                struct lewis_entry *entry)
{
    enum lewis_outcome outcome =
        give_number(session, session_here(session), number, entry);

    return outcome == LEWIS_MOVED ? past_given(session, entry) : outcome;
}

static enum lewis_outcome
past_ask(const struct lewis_session *session, enum lewis_outcome outcome,
         struct lewis_entry *entry)
{
    if (outcome != LEWIS_MOVED)
        return outcome;
    entry->given = LEWIS_ANSWERED;
    return to_ask(session, session->place.ask + 1, entry);
}

static enum lewis_outcome
decide_number(const struct lewis_session *session, const struct lewis_act *act,
              struct lewis_entry *entry)
{
    if (session->place.stage == LEWIS_STAGE_ITEM)
        return number_for_item(session, act->number, entry);
    if (session->place.stage != LEWIS_STAGE_ASK)
        return LEWIS_IGNORED;
    return past_ask(session,
                    reply_number(lewis_bank_ask(session->bank, entry->index),
                                 act->number, entry->text),
                    entry);
}

static enum lewis_outcome
decide_text(const struct lewis_session *session, const struct lewis_act *act,
            struct lewis_entry *entry)
{
    if (session->place.stage != LEWIS_STAGE_ASK || act->text == NULL)
        return LEWIS_IGNORED;
    return past_ask(session,
                    reply_text(lewis_bank_ask(session->bank, entry->index),
                               act->text, entry->text),
                    entry);
}

static enum lewis_outcome
decide_go(const struct lewis_session *session, const struct lewis_act *act,
          struct lewis_entry *entry)
{
    size_t position = (size_t)act->number - 1;

    if (session->place.stage == LEWIS_STAGE_WELCOME)
        return LEWIS_IGNORED;
    if (act->number < 1 || position >= session->items)
        return LEWIS_REFUSED_QUESTION;
    if (position > lewis_session_first_open(session))
        return LEWIS_REFUSED_AHEAD;
    if (session->place.stage != LEWIS_STAGE_ITEM || session->place.detour > 0)
        entry->place.detour = position + 1;
    else if (position == session->place.item)
        return LEWIS_IGNORED;
    return to_item(position, entry);
}

static enum lewis_outcome
skip_item(const struct lewis_session *session, struct lewis_entry *entry)
{
    if (is_shown(session, LEWIS_ANSWERED))
        return LEWIS_REFUSED_ANSWERED;
    if (is_shown(session, LEWIS_OPEN) &&
        lewis_session_skips_left(session, entry->index) == 0)
        return LEWIS_REFUSED_SKIP;
    entry->given = LEWIS_SKIPPED;
    entry->half = (struct lewis_answer){0};
    return past_given(session, entry);
}

static enum lewis_outcome
skip_ask(const struct lewis_session *session, struct lewis_entry *entry)
{
    if (entry->given == LEWIS_ANSWERED)
        return LEWIS_REFUSED_ANSWERED;
    if (must_answer(session))
        return LEWIS_REFUSED_REQUIRED;
    entry->given = LEWIS_SKIPPED;
    return to_ask(session, session->place.ask + 1, entry);
}

static enum lewis_outcome
decide_skip(const struct lewis_session *session, const struct lewis_act *act,
            struct lewis_entry *entry)
{
    (void)act;
    if (session->place.stage == LEWIS_STAGE_ITEM)
        return skip_item(session, entry);
    if (session->place.stage == LEWIS_STAGE_ASK)
        return skip_ask(session, entry);
    return LEWIS_IGNORED;
}

static enum lewis_outcome
decide_clear(const struct lewis_session *session, const struct lewis_act *act,
             struct lewis_entry *entry)
{
    (void)session;
    (void)act;
    if (entry->subject == LEWIS_OF_NOTHING ||
        (entry->given == LEWIS_OPEN && entry->half.count == 0))
        return LEWIS_IGNORED;
    entry->changes += entry->subject == LEWIS_OF_ITEM &&
                      entry->given == LEWIS_ANSWERED;
    entry->given = LEWIS_OPEN;
    entry->answer = entry->half = (struct lewis_answer){0};
    memset(entry->text, 0, sizeof entry->text);
    return LEWIS_STAYED;
}

static enum lewis_outcome
decide_review(const struct lewis_session *session, const struct lewis_act *act,
              struct lewis_entry *entry)
{
    (void)act;
    if (session->place.stage == LEWIS_STAGE_WELCOME ||
        session->place.stage == LEWIS_STAGE_REVIEW)
        return LEWIS_IGNORED;
    return to_review(entry);
}

/* The language behind the present one, the first behind the last. */
static const char *
next_language(const struct lewis_session *session)
{
    size_t count = lewis_bank_language_count(session->bank), i = 0;

    while (lewis_bank_language(session->bank, i) != session->lang)
        i++;
    return lewis_bank_language(session->bank, (i + 1) % count);
}

static enum lewis_outcome
decide_language(const struct lewis_session *session,
                const struct lewis_act *act, struct lewis_entry *entry)
{
    entry->lang = act->text == NULL ? next_language(session)
                                    : session_language(session->bank, act->text);
    if (entry->lang == NULL)
        return LEWIS_REFUSED_LANGUAGE;
    return entry->lang == session->lang ? LEWIS_IGNORED : LEWIS_STAYED;
}

static enum lewis_outcome
decide_hand_in(const struct lewis_session *session,
               const struct lewis_act *act, struct lewis_entry *entry)
{
    (void)act;
    if (session->place.stage != LEWIS_STAGE_REVIEW &&
        session->place.stage != LEWIS_STAGE_READY)
        return LEWIS_IGNORED;
    if (lewis_session_first_open(session) < session->items)
        return LEWIS_REFUSED_AHEAD;
    if (session->place.stage == LEWIS_STAGE_REVIEW && session->asks > 0)
        return LEWIS_REFUSED_ASKS;
    if (!lewis_session_complete(session))
        return LEWIS_REFUSED_REQUIRED;
    entry->place.stage = LEWIS_STAGE_DONE;
    return LEWIS_MOVED;
}

static enum lewis_outcome
decide_quit(const struct lewis_session *session, const struct lewis_act *act,
            struct lewis_entry *entry)
{
    (void)session;
    (void)act;
    (void)entry;
    return LEWIS_MOVED;
}

static decide *const decides[LEWIS_ACTS] = {
    [LEWIS_ACT_ENTER] = decide_enter,
    [LEWIS_ACT_NUMBER] = decide_number,
    [LEWIS_ACT_TEXT] = decide_text,
    [LEWIS_ACT_BACK] = decide_back,
    [LEWIS_ACT_FORWARD] = decide_forward,
    [LEWIS_ACT_GO] = decide_go,
    [LEWIS_ACT_SKIP] = decide_skip,
    [LEWIS_ACT_CLEAR] = decide_clear,
    [LEWIS_ACT_REVIEW] = decide_review,
    [LEWIS_ACT_LANGUAGE] = decide_language,
    [LEWIS_ACT_HAND_IN] = decide_hand_in,
    [LEWIS_ACT_QUIT] = decide_quit,
};

static bool
record(const struct lewis_session *session, const struct lewis_entry *entry,
       struct lewis_error *error)
{
    return session->recorder == NULL ||
           session->recorder(session->payload, entry, error);
}

enum lewis_outcome
lewis_session_do(struct lewis_session *session, const struct lewis_act *act,
                 uint64_t now_ms, struct lewis_error *error)
{
    struct lewis_entry entry = session_entry(session, now_ms);
    bool quit = act->kind == LEWIS_ACT_QUIT;
    enum lewis_outcome outcome;

    if (session->left || session->place.stage == LEWIS_STAGE_DONE)
        return LEWIS_IGNORED;
    outcome = decides[act->kind](session, act, &entry);
    if (outcome != LEWIS_MOVED && outcome != LEWIS_STAYED)
        return outcome;
    if (record(session, &entry, quit ? NULL : error))
        session_apply(session, &entry);
    else if (!quit)
        return LEWIS_NOT_SAVED;
    session->left = quit;
    lewis_session_show(session, now_ms);
    return outcome;
}
