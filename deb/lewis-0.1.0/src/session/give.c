/* give.c - a number becomes an answer, or the next step of one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "session/give.h"

static bool
is_same(const struct lewis_answer *a, const struct lewis_answer *b)
{
    return a->count == b->count && a->value == b->value &&
           memcmp(a->part, b->part, sizeof a->part) == 0;
}

static enum lewis_outcome
give_whole(const struct lewis_answer *answer, struct lewis_entry *entry)
{
    entry->changes +=
        entry->given == LEWIS_ANSWERED && !is_same(answer, &entry->answer);
    entry->given = LEWIS_ANSWERED;
    entry->answer = *answer;
    entry->half = (struct lewis_answer){0};
    return LEWIS_MOVED;
}

static enum lewis_outcome
give_value(long number, long lo, long hi, struct lewis_entry *entry)
{
    if (number < lo || number > hi)
        return LEWIS_REFUSED_OPTION;
    return give_whole(
        &(struct lewis_answer){.value = (int16_t)number, .count = 1}, entry);
}

static enum lewis_outcome
give_pick(size_t option, struct lewis_entry *entry)
{
    return give_whole(
        &(struct lewis_answer){.count = 1, .part = {(uint8_t)option}}, entry);
}

/* Most, then least; a ranking is always one of three. */
static enum lewis_outcome
give_rank(size_t option, struct lewis_entry *entry)
{
    uint8_t best = entry->half.part[0], o = (uint8_t)option;

    if (entry->half.count == 0) {
        entry->half = (struct lewis_answer){.count = 1, .part = {o}};
        return LEWIS_STAYED;
    }
    if (o == best)
        return LEWIS_REFUSED_AGAIN;
    return give_whole(
        &(struct lewis_answer){.count = 3,
                               .part = {best, (uint8_t)(3 - best - o), o}},
        entry);
}

static enum lewis_outcome
give_points(const struct lewis_session *session, size_t i, long number,
            struct lewis_entry *entry)
{
    const struct lewis_item *item = lewis_bank_item(session->bank, i);
    const size_t *shown = session->item[i].option;
    struct lewis_answer *half = &entry->half;
    long left = lewis_session_points_left(session, i);

    if (number < 0 || number > left)
        return LEWIS_REFUSED_POINTS;
    half->part[shown[half->count++]] = (uint8_t)number;
    left -= number;
    if (left > 0 && half->count + 1u < item->option_count)
        return LEWIS_STAYED;
    while (half->count < item->option_count) {
        half->part[shown[half->count++]] = (uint8_t)left;
        left = 0;
    }
    struct lewis_answer whole = *half;
    return give_whole(&whole, entry);
}

enum lewis_outcome
give_number(const struct lewis_session *session, size_t i, long number,
            struct lewis_entry *entry)
{
    const struct lewis_item *item = lewis_bank_item(session->bank, i);

    switch (item->form) {
    case LEWIS_RATE:
    case LEWIS_CHECK:
        return give_value(number, item->response->lo, item->response->hi,
                          entry);
    case LEWIS_PAIR:
        return give_value(number, 1, item->places, entry);
    case LEWIS_POINTS:
        return give_points(session, i, number, entry);
    case LEWIS_PICK:
    case LEWIS_RANK:
        break;
    }
    if (number < 1 || number > (long)item->option_count)
        return LEWIS_REFUSED_OPTION;
    size_t option = session->item[i].option[number - 1];
    return item->form == LEWIS_PICK ? give_pick(option, entry)
                                    : give_rank(option, entry);
}

void
give_undo(const struct lewis_session *session, size_t i,
          struct lewis_entry *entry)
{
    struct lewis_answer *half = &entry->half;
    bool points = lewis_bank_item(session->bank, i)->form == LEWIS_POINTS;

    half->count--;
    half->part[points ? session->item[i].option[half->count] : half->count] =
        0;
}
