/* page_review.c - questions about the person, what is open, handing in and
 * taking back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bank/controls.h"
#include "serve/html.h"
#include "serve/order.h"
#include "serve/page.h"

/* --- what was not saved --- */

/* A keyword for the script, and what it means. */
static const struct {
    const char *why;
    unsigned status;
} refusals[] = {
    [LEWIS_SAVED] = {"", 200},
    [LEWIS_UNSAVED_TROUBLE] = {"trouble", 503},
    [LEWIS_UNSAVED_DRAFT] = {"draft", 409},
    [LEWIS_UNSAVED_CLOSED] = {"closed", 409},
    [LEWIS_UNSAVED_PERSON] = {"person", 409},
    [LEWIS_UNSAVED_CONSENT] = {"consent", 409},
    [LEWIS_UNSAVED_HANDED_IN] = {"handed-in", 409},
    [LEWIS_UNSAVED_RELEASED] = {"released", 409},
    [LEWIS_UNSAVED_QUESTION] = {"question", 422},
    [LEWIS_UNSAVED_VALUE] = {"value", 422},
    [LEWIS_UNSAVED_OPEN] = {"open", 422},
    [LEWIS_UNSAVED_LOWEST] = {"lowest", 422},
    [LEWIS_UNSAVED_REQUIRED] = {"required", 422},
};

static const char *
unsaved_words(const struct words *words, enum lewis_saved saved)
{
    const char *const text[] = {
        [LEWIS_SAVED] = words->saved,
        [LEWIS_UNSAVED_TROUBLE] = words->unsaved,
        [LEWIS_UNSAVED_DRAFT] = words->not_open,
        [LEWIS_UNSAVED_CLOSED] = words->closed,
        [LEWIS_UNSAVED_PERSON] = words->unsaved_person,
        [LEWIS_UNSAVED_CONSENT] = words->consent_title,
        [LEWIS_UNSAVED_HANDED_IN] = words->handed_in,
        [LEWIS_UNSAVED_RELEASED] = words->released,
        [LEWIS_UNSAVED_QUESTION] = words->unsaved_value,
        [LEWIS_UNSAVED_VALUE] = words->unsaved_value,
        [LEWIS_UNSAVED_OPEN] = words->too_few,
        [LEWIS_UNSAVED_LOWEST] = words->lowest,
        [LEWIS_UNSAVED_REQUIRED] = words->required,
    };

    return text[saved];
}

void
page_unsaved(struct exchange *exchange, enum lewis_saved saved)
{
    if (saved == LEWIS_UNSAVED_TROUBLE)
        page_trouble(exchange, &exchange->error);
    else if (saved == LEWIS_UNSAVED_CLOSED && !exchange->wants_json)
        page_closed(exchange);
    else
        page_refuse(exchange, refusals[saved].status, refusals[saved].why,
                    unsaved_words(exchange->words, saved));
}

/* --- about the person --- */

bool
page_asks(const struct exchange *exchange)
{
    const struct lewis_bank *bank = lewis_workshop_bank(exchange->workshop);

    for (size_t i = 0; i < lewis_bank_ask_count(bank); i++)
        if (lewis_workshop_asks(exchange->workshop, i))
            return true;
    return false;
}

/* Is there a question that needs an answer; and, with a sheet, has none? */
static bool
wants_reply(const struct exchange *exchange,
            const struct lewis_workshop_sheet *sheet)
{
    const struct lewis_bank *bank = lewis_workshop_bank(exchange->workshop);

    for (size_t i = 0; i < lewis_bank_ask_count(bank); i++)
        if (lewis_workshop_asks(exchange->workshop, i) &&
            lewis_bank_ask(bank, i)->required &&
            (sheet == NULL || sheet->ask[i].given != LEWIS_ANSWERED))
            return true;
    return false;
}

static void
add_asks(struct exchange *exchange, const struct lewis_workshop_sheet *sheet)
{
    const struct lewis_bank *bank = lewis_workshop_bank(exchange->workshop);
    const struct controls controls = {
        .out = &exchange->body, .lang = &exchange->lang, .langs = 1};

    for (size_t i = 0; i < lewis_bank_ask_count(bank); i++) {
        const struct lewis_ask *ask = lewis_bank_ask(bank, i);

        if (lewis_workshop_asks(exchange->workshop, i))
            controls_ask(&controls, ask,
                         exchange->refusal != NULL
                             ? form_value(&exchange->form, ask->id)
                             : sheet->ask[i].text);
    }
}

static void
add_about(struct exchange *exchange, const struct lewis_workshop_sheet *sheet)
{
    const struct words *words = exchange->words;

    html_begin(exchange, words->about_title);
    html_element(exchange, "<p>", wants_reply(exchange, NULL)
                                      ? words->about_some
                                      : words->about_intro);
    html_form(exchange, "/about", "about");
    add_asks(exchange, sheet);
    html_add(exchange, "<div class=\"buttons\">\n");
    html_button(exchange, "next", "next", words->next, true);
    html_button(exchange, "back", "back", words->back, false);
    html_add(exchange, "</div>\n</form>\n");
    html_end(exchange);
}

void
page_about(struct exchange *exchange)
{
    if (!page_asks(exchange))
        page_not_found(exchange);
    else if (page_may_answer(exchange))
        page_with_sheet(exchange, add_about);
}

static void
go_from_about(struct exchange *exchange)
{
    size_t last = order_topics(lewis_workshop_bank(exchange->workshop));

    if (exchange_pressed(exchange, "back"))
        exchange_redirect_to_topic(exchange, last);
    else
        exchange_redirect(exchange, "/review");
}

static void
about_saved(struct exchange *exchange)
{
    for (size_t i = 0; i < exchange->changes; i++) {
        if (exchange->saved[i] == LEWIS_UNSAVED_VALUE) {
            exchange->status = 422;
            exchange->refusal = exchange->words->unsaved_value;
            page_with_sheet(exchange, add_about);
            return;
        }
        if (exchange->saved[i] != LEWIS_SAVED) {
            page_unsaved(exchange, exchange->saved[i]);
            return;
        }
    }
    go_from_about(exchange);
}

static void
take_about(struct exchange *exchange, const struct lewis_workshop_sheet *sheet)
{
    const struct lewis_bank *bank = lewis_workshop_bank(exchange->workshop);

    for (size_t i = 0; i < lewis_bank_ask_count(bank); i++) {
        const char *id = lewis_bank_ask(bank, i)->id;
        const char *reply = form_value(&exchange->form, id);

        if (reply != NULL && lewis_workshop_asks(exchange->workshop, i) &&
            strcmp(reply, sheet->ask[i].text) != 0)
            exchange_change(exchange, LEWIS_CHANGE_REPLY, id, reply, 0);
    }
    if (exchange->changes > 0)
        exchange_save(exchange, about_saved);
    else
        go_from_about(exchange);
}

void
page_about_do(struct exchange *exchange)
{
    if (!page_asks(exchange))
        page_not_found(exchange);
    else if (page_may_answer(exchange))
        page_with_sheet(exchange, take_about);
}

/* --- the review --- */

static size_t
open_in(const struct lewis_section *section,
        const struct lewis_workshop_sheet *sheet)
{
    size_t open = 0;

    for (size_t i = 0; i < section->count; i++)
        open += sheet->item[section->first + i].given != LEWIS_ANSWERED;
    return open;
}

static void
add_topic_row(struct exchange *exchange, size_t number,
              const struct lewis_workshop_sheet *sheet)
{
    const struct lewis_section *section =
        order_topic(lewis_workshop_bank(exchange->workshop), number);
    size_t open = open_in(section, sheet);

    text_print(&exchange->body,
               "<li data-topic=\"%zu\" data-open=\"%zu\"><a "
               "href=\"/topic/%zu\">",
               number, open, number);
    html_text(exchange, lewis_text_in(section->name, exchange->lang));
    html_add(exchange, "</a> ");
    html_counts(exchange, "<span class=\"quiet\">", exchange->words->answered,
                section->count - open, section->count);
    html_add(exchange, "</li>\n");
}

static void
add_hand_in(struct exchange *exchange)
{
    const struct words *words = exchange->words;

    html_element(exchange, "<p>", lewis_workshop_names(exchange->workshop)
                                      ? words->hand_in_how_names
                                      : words->hand_in_how);
    html_button_form(exchange, "/hand-in", "hand-in", "hand-in-button",
                     words->hand_in, true);
}

/* What is open, and how many answers a result needs. At least: of ratings it
 * needs that part of each style. */
static void
add_open(struct exchange *exchange, size_t open, bool wanting)
{
    const struct lewis_bank *bank = lewis_workshop_bank(exchange->workshop);
    size_t all = lewis_bank_scored_count(bank);

    if (wanting)
        html_element(exchange, "<p id=\"wanting\">",
                     exchange->words->required);
    if (open == 0 && !wanting)
        html_element(exchange, "<p id=\"left\">",
                     exchange->words->all_answered);
    if (open > 0)
        html_counts(exchange, "<p id=\"left\">", exchange->words->some_left,
                    lewis_bank_needed(lewis_bank_min_answered(bank), all),
                    all);
}

static void
add_review(struct exchange *exchange, const struct lewis_workshop_sheet *sheet)
{
    const struct lewis_bank *bank = lewis_workshop_bank(exchange->workshop);
    const struct words *words = exchange->words;
    size_t open = 0;

    html_begin(exchange, words->review_title);
    html_add(exchange, "<ul id=\"topics\">\n");
    for (size_t t = 1; t <= order_topics(bank); t++) {
        add_topic_row(exchange, t, sheet);
        open += open_in(order_topic(bank, t), sheet);
    }
    html_add(exchange, "</ul>\n");
    if (page_asks(exchange))
        html_element(exchange, "<a class=\"button apart\" href=\"/about\">",
                     words->about_title);
    add_open(exchange, open, wants_reply(exchange, sheet));
    add_hand_in(exchange);
    html_leave(exchange);
    html_end(exchange);
}

void
page_review(struct exchange *exchange)
{
    if (page_may_answer(exchange))
        page_with_sheet(exchange, add_review);
}

/* --- handing in --- */

static void
handed_in(struct exchange *exchange)
{
    enum lewis_saved saved = exchange->saved[0];

    if (saved == LEWIS_SAVED) {
        exchange_redirect(exchange, "/result");
    } else if (saved == LEWIS_UNSAVED_OPEN || saved == LEWIS_UNSAVED_LOWEST ||
               saved == LEWIS_UNSAVED_REQUIRED) {
        exchange->status = 422;
        exchange->refusal = unsaved_words(exchange->words, saved);
        page_with_sheet(exchange, add_review);
    } else {
        page_unsaved(exchange, saved);
    }
}

void
page_hand_in_do(struct exchange *exchange)
{
    exchange_change(exchange, LEWIS_CHANGE_HAND_IN, NULL, NULL, 0);
    exchange_save(exchange, handed_in);
}

static void
taken_back(struct exchange *exchange)
{
    if (exchange->saved[0] == LEWIS_SAVED)
        exchange_redirect(exchange, "/review");
    else
        page_unsaved(exchange, exchange->saved[0]);
}

void
page_take_back_do(struct exchange *exchange)
{
    exchange_change(exchange, LEWIS_CHANGE_TAKE_BACK, NULL, NULL, 0);
    exchange_save(exchange, taken_back);
}
