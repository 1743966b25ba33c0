/* help.c - what somebody who takes a questionnaire can do where they are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/take/help.h"

#include <stdio.h>
#include <string.h>

#include "cli/take/answer.h"
#include "cli/take/view.h"

enum { KEY = 8, COLUMN = 6 };

/* Stages in which a row is of use. */
enum {
    WELCOME = 1 << LEWIS_STAGE_WELCOME,
    ITEM = 1 << LEWIS_STAGE_ITEM,
    REVIEW = 1 << LEWIS_STAGE_REVIEW,
    ASK = 1 << LEWIS_STAGE_ASK,
    READY = 1 << LEWIS_STAGE_READY,
    ALL = WELCOME | ITEM | REVIEW | ASK | READY
};

struct row {
    const char *key, *words;
    unsigned stages;
};

static void
add_row(struct lewis_page *page, const char *key, const char *words)
{
    size_t margin = take_view_margin(lewis_page_width(page));

    lewis_page_pad(page, margin);
    lewis_page_add(page, LEWIS_INK_STRONG, key);
    lewis_page_pad(page, margin + COLUMN);
    lewis_page_wrap(page, margin + COLUMN, LEWIS_INK_PLAIN, words);
}

/* How the question at hand is answered. */
static const char *
answer_words(const struct take *take)
{
    const struct take_words *words = take_words(take);
    struct lewis_session_place place = lewis_session_place(take->session);

    if (place.stage == LEWIS_STAGE_ASK)
        return words->help_choice;
    switch (lewis_bank_item(lewis_session_bank(take->session),
                            lewis_session_item(take->session, place.item))
                ->form) {
    case LEWIS_RANK:
        return words->help_rank;
    case LEWIS_PICK:
        return words->help_pick;
    case LEWIS_PAIR:
        return words->help_place;
    case LEWIS_POINTS:
        return words->help_points;
    case LEWIS_RATE:
    case LEWIS_CHECK:
        break;
    }
    return words->help_rate;
}

/* "1 2 3", "1-7": all there are, whatever was given so far. */
static void
add_answer(const struct take *take, struct lewis_page *page)
{
    struct take_choices choices = take_choices(take);
    char key[40];

    if (!choices.any)
        return;
    choices.but = choices.lo - 1;
    if (choices.hi - choices.lo == 2)
        take_choices_print(&choices, key, sizeof key);
    else
        snprintf(key, sizeof key, "%ld-%ld", choices.lo, choices.hi);
    add_row(page, key, answer_words(take));
}

/* A letter follows a slash where a text is typed. */
static void
add_letters(const struct take *take, const struct row *row,
            struct lewis_page *page)
{
    unsigned stage = 1u << lewis_session_stage(take->session);
    bool slash = take->lines && take_is_typing(take);
    char key[KEY];

    for (; row->key != NULL; row++) {
        snprintf(key, sizeof key, "%s%s",
                 slash && row->key[0] >= 'a' && row->key[0] <= 'z' ? "/" : "",
                 row->key);
        if ((row->stages & stage) != 0)
            add_row(page, key, row->words);
    }
}

void
take_help(const struct take *take, struct lewis_page *page)
{
    const struct take_words *words = take_words(take);
    bool keys = !take->lines;
    size_t languages =
        lewis_bank_language_count(lewis_session_bank(take->session));
    const struct row row[] = {
        {"Enter", words->help_begin, WELCOME},
        {"Enter", words->help_on_review, REVIEW},
        {"Enter", words->help_reply, ASK},
        {"Enter", words->help_result, READY},
        {"b", words->help_back, ITEM | REVIEW | ASK | READY},
        {"n", words->help_on, ITEM | ASK},
        {"s", words->help_skip, ITEM},
        {"s", words->no_reply, ASK},
        {"c", words->help_clear, ITEM | ASK},
        {keys ? "g" : "g 5", words->help_go, ITEM | REVIEW},
        {"r", words->help_look, ITEM | ASK | READY},
        {"l", words->help_language, languages > 1 ? ALL : 0},
        {"<- ->", words->help_arrows, keys ? ITEM | ASK : 0},
        {keys ? "? h" : "h", words->help_help, ALL},
        {"q", words->help_stop, ALL},
        {NULL, NULL, 0},
    };

    take_view_say(page, LEWIS_INK_STRONG, words->help_title);
    lewis_page_end(page);
    add_answer(take, page);
    add_letters(take, row, page);
}
