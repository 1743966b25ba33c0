/* answer.c - answers and choices as the numbers a person sees.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/take/answer.h"

#include <stdio.h>
#include <string.h>

enum { LISTED = 7, LAST_DIGIT = 9 };

static const struct lewis_item *
bank_item(const struct take *take, size_t item)
{
    return lewis_bank_item(lewis_session_bank(take->session), item);
}

/* The number under which an option is shown. */
static long
number_of(const struct take *take, size_t item, size_t option)
{
    long n = 1;

    for (size_t k = 0; lewis_session_option(take->session, item, k) != option;
         k++)
        n++;
    return n;
}

static struct take_choices
item_choices(const struct take *take, size_t index)
{
    const struct lewis_item *item = bank_item(take, index);
    const struct lewis_answer *half =
        lewis_session_half(take->session, index);
    struct take_choices choices = {.lo = 1, .any = true};

    choices.hi = (long)item->option_count;
    if (item->form == LEWIS_RATE || item->form == LEWIS_CHECK) {
        choices.lo = item->response->lo;
        choices.hi = item->response->hi;
    } else if (item->form == LEWIS_PAIR) {
        choices.hi = item->places;
    } else if (item->form == LEWIS_POINTS) {
        choices.lo = 0;
        choices.hi = lewis_session_points_left(take->session, index);
    }
    choices.but = choices.lo - 1;
    if (item->form == LEWIS_RANK && half->count > 0)
        choices.but = number_of(take, index, half->part[0]);
    return choices;
}

static struct take_choices
ask_choices(const struct take *take, size_t index)
{
    const struct lewis_ask *ask =
        lewis_bank_ask(lewis_session_bank(take->session), index);

    return (struct take_choices){.lo = 1,
                                 .hi = (long)ask->option_count,
                                 .any = ask->type == LEWIS_ASK_CHOICE};
}

struct take_choices
take_choices(const struct take *take)
{
    struct lewis_session_place place = lewis_session_place(take->session);
    struct take_choices choices = {0};

    if (place.stage == LEWIS_STAGE_ITEM)
        choices = item_choices(take,
                               lewis_session_item(take->session, place.item));
    else if (place.stage == LEWIS_STAGE_ASK)
        choices = ask_choices(take, place.ask);
    choices.by_key =
        choices.any && choices.lo >= 0 && choices.hi <= LAST_DIGIT;
    return choices;
}

bool
take_is_typing(const struct take *take)
{
    return lewis_session_stage(take->session) == LEWIS_STAGE_ASK &&
           !take_choices(take).any;
}

static size_t
count_of(const struct take_choices *choices)
{
    return (size_t)(choices->hi - choices->lo + 1) -
           (choices->but >= choices->lo);
}

static void
print_range(const struct take_choices *choices, char *list, size_t size)
{
    snprintf(list, size, "%ld-%ld", choices->lo, choices->hi);
}

void
take_choices_print(const struct take_choices *choices, char *list, size_t size)
{
    size_t used = 0;

    *list = '\0';
    if (count_of(choices) > LAST_DIGIT) {
        print_range(choices, list, size);
        return;
    }
    for (long n = choices->lo; n <= choices->hi && used < size; n++)
        if (n != choices->but)
            used += (size_t)snprintf(list + used, size - used, "%s%ld",
                                     used == 0 ? "" : " ", n);
}

void
take_choices_say(const struct take *take, const struct take_choices *choices,
                 char *list, size_t size)
{
    size_t used = 0, left = count_of(choices);
    char joint[16];

    *list = '\0';
    if (left > LISTED) {
        print_range(choices, list, size);
        return;
    }
    snprintf(joint, sizeof joint, " %s ", take_words(take)->or_word);
    for (long n = choices->lo; n <= choices->hi && used < size; n++) {
        if (n == choices->but)
            continue;
        left--;
        used += (size_t)snprintf(list + used, size - used, "%s%ld",
                                 used == 0   ? ""
                                 : left == 0 ? joint
                                             : ", ",
                                 n);
    }
}

static void
print_order(const struct take *take, size_t item,
            const struct lewis_answer *answer, char *text, size_t size)
{
    size_t used = 0;

    for (size_t i = 0; i < answer->count && used < size; i++)
        used += (size_t)snprintf(text + used, size - used, "%s%ld",
                                 i == 0 ? "" : "-",
                                 number_of(take, item, answer->part[i]));
}

static void
print_points(const struct take *take, size_t item,
             const struct lewis_answer *answer, char *text, size_t size)
{
    size_t used = 0;

    for (size_t k = 0; k < answer->count && used < size; k++)
        used += (size_t)snprintf(
            text + used, size - used, "%s%d", k == 0 ? "" : "-",
            answer->part[lewis_session_option(take->session, item, k)]);
}

void
take_answer_print(const struct take *take, size_t item, char *text,
                  size_t size)
{
    const struct lewis_answer *answer =
        &lewis_session_answers(take->session)[item];
    enum lewis_form form = bank_item(take, item)->form;

    *text = '\0';
    if (answer->count == 0)
        return;
    if (form == LEWIS_PICK || form == LEWIS_RANK)
        print_order(take, item, answer, text, size);
    else if (form == LEWIS_POINTS)
        print_points(take, item, answer, text, size);
    else
        snprintf(text, size, "%d", answer->value);
}

const char *
take_answer_mark(const struct take *take, size_t item, size_t shown)
{
    const struct take_words *words = take_words(take);
    const struct lewis_answer *half = lewis_session_half(take->session, item);
    const struct lewis_answer *answer =
        half->count > 0 ? half : &lewis_session_answers(take->session)[item];
    enum lewis_form form = bank_item(take, item)->form;
    size_t option = lewis_session_option(take->session, item, shown);
    bool ranks = form == LEWIS_PICK || form == LEWIS_RANK;

    if (!ranks || answer->count == 0)
        return "";
    if (answer->part[0] == option)
        return words->is_most;
    if (answer->count < LEWIS_OPTIONS || answer->part[2] != option)
        return "";
    return words->is_least;
}

int
take_answer_points(const struct take *take, size_t item, size_t shown)
{
    const struct lewis_answer *half = lewis_session_half(take->session, item);
    const struct lewis_answer *answer =
        half->count > 0 ? half : &lewis_session_answers(take->session)[item];

    if (bank_item(take, item)->form != LEWIS_POINTS || shown >= answer->count)
        return -1;
    return answer->part[lewis_session_option(take->session, item, shown)];
}
