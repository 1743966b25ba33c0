/* replay.c - a recorded change is made again, when it fits.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <inttypes.h>
#include <string.h>

#include "base/error.h"
#include "base/translation.h"
#include "session/session.h"

static bool
misfit(struct lewis_error *error, const struct lewis_entry *entry,
       const char *what)
{
    return error_set(error, LEWIS_EINVALID,
                     "entry %" PRIu64 " %s; the journal is damaged, or of "
                     "another questionnaire",
                     entry->sequence, _(what));
}

static bool
has_options_once(const struct lewis_answer *answer, size_t options)
{
    unsigned seen = 0;

    for (size_t k = 0; k < answer->count; k++) {
        if (answer->part[k] >= options || (seen & 1u << answer->part[k]) != 0)
            return false;
        seen |= 1u << answer->part[k];
    }
    return true;
}

/* Points given so far, and no more than there are. */
static bool
shares_out(const struct lewis_session *session, size_t i,
           const struct lewis_answer *answer, bool whole)
{
    const struct lewis_item *item = lewis_bank_item(session->bank, i);
    int sum = 0;

    for (size_t k = 0; k < answer->count; k++)
        sum += answer->part[session->item[i].option[k]];
    return whole ? sum == item->total : sum <= item->total;
}

/* An answer, as whole as a person can give it. */
static bool
is_whole(const struct lewis_session *session, size_t i,
         const struct lewis_answer *answer)
{
    const struct lewis_item *item = lewis_bank_item(session->bank, i);

    switch (item->form) {
    case LEWIS_RATE:
    case LEWIS_CHECK:
        return answer->count == 1 && answer->value >= item->response->lo &&
               answer->value <= item->response->hi;
    case LEWIS_PAIR:
        return answer->count == 1 && answer->value >= 1 &&
               answer->value <= item->places;
    case LEWIS_PICK:
        return answer->count == 1 && answer->part[0] < item->option_count;
    case LEWIS_RANK:
        return answer->count == item->option_count &&
               has_options_once(answer, item->option_count);
    case LEWIS_POINTS:
        return answer->count == item->option_count &&
               shares_out(session, i, answer, true);
    }
    return false;
}

static bool
is_half(const struct lewis_session *session, size_t i,
        const struct lewis_answer *half)
{
    const struct lewis_item *item = lewis_bank_item(session->bank, i);

    if (half->count == 0)
        return true;
    if (item->form == LEWIS_RANK)
        return half->count == 1 &&
               half->part[0] < item->option_count;
    return item->form == LEWIS_POINTS &&
           half->count + 1u < item->option_count &&
           shares_out(session, i, half, false);
}

static bool
check_item(const struct lewis_session *session,
           const struct lewis_entry *entry, struct lewis_error *error)
{
    struct lewis_entry now = {0};

    if (entry->index >= session->items)
        return misfit(error, entry,
                      N_("is of no item of the bank"));
    session_tell_item(session, entry->index, &now);
    if (strcmp(now.shown, entry->shown) != 0)
        return misfit(error, entry,
                      N_("shows the options in an order that the seed does not give"));
    if (entry->given == LEWIS_ANSWERED
            ? !is_whole(session, entry->index, &entry->answer)
            : entry->answer.count > 0)
        return misfit(error, entry,
                      N_("has an answer that the item cannot have"));
    if (!is_half(session, entry->index, &entry->half))
        return misfit(error, entry,
                      N_("has half an answer that the item cannot have"));
    if (entry->given == LEWIS_SKIPPED && now.given != LEWIS_SKIPPED &&
        lewis_session_skips_left(session, entry->index) == 0)
        return misfit(error, entry,
                      N_("leaves out more items than the bank allows"));
    return true;
}

static bool
check_ask(const struct lewis_session *session,
          const struct lewis_entry *entry, struct lewis_error *error)
{
    if (entry->index >= session->asks)
        return misfit(error, entry,
                      N_("is of no question about the person"));
    if ((entry->given == LEWIS_ANSWERED) != (entry->text[0] != '\0') ||
        memchr(entry->text, '\0', sizeof entry->text) == NULL)
        return misfit(error, entry,
                      N_("has a reply that cannot be"));
    return true;
}

static bool
check_place(const struct lewis_session *session,
            const struct lewis_entry *entry, struct lewis_error *error)
{
    const struct lewis_session_place *place = &entry->place;

    if (place->stage > LEWIS_STAGE_DONE || place->item >= session->items ||
        place->ask > session->asks || place->detour > session->items ||
        (place->stage == LEWIS_STAGE_ASK && place->ask == session->asks))
        return misfit(error, entry,
                      N_("leads to a place that is not there"));
    return true;
}

static bool
check_language(const struct lewis_session *session,
               const struct lewis_entry *entry, struct lewis_error *error)
{
    if (entry->lang == NULL ||
        session_language(session->bank, entry->lang) == NULL)
        return misfit(error, entry,
                      N_("is in a language the bank does not have"));
    return true;
}

bool
lewis_session_replay(struct lewis_session *session,
                     const struct lewis_entry *entry,
                     struct lewis_error *error)
{
    struct lewis_entry own = *entry;

    if (entry->sequence != session->sequence + 1)
        return error_set(error, LEWIS_EINVALID,
                         "entry %" PRIu64 " stands where entry %" PRIu64
                         " should; something was lost or written twice",
                         entry->sequence, session->sequence + 1);
    if ((entry->subject == LEWIS_OF_ITEM &&
         !check_item(session, entry, error)) ||
        (entry->subject == LEWIS_OF_ASK &&
         !check_ask(session, entry, error)) ||
        !check_place(session, entry, error) ||
        !check_language(session, entry, error))
        return false;
    own.lang = session_language(session->bank, entry->lang);
    session_apply(session, &own);
    return true;
}
