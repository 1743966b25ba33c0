/* page_topic.c - one topic a page, and how answers are saved: all of a page by
 * its form, or one at a time by the script.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "bank/controls.h"
#include "serve/html.h"
#include "serve/order.h"
#include "serve/page.h"
#include "serve/site.h"

enum { LONGEST_MS = 10 * 60 * 1000 /* what the script may say of one answer */ };

static const char *
form_field(void *payload, const char *name)
{
    return form_value(payload, name);
}

/* What the form says of an item, as a cell; it lives as long as the exchange. */
static const char *
cell_of_form(struct exchange *exchange, const struct lewis_item *item)
{
    struct text cell = {0};

    controls_raw(item, form_field, &exchange->form, &cell);
    return exchange_keep(exchange, &cell);
}

/* --- the page --- */

/* The words that the script shows in #saved. */
static void
add_saved(struct exchange *exchange)
{
    const struct words *words = exchange->words;
    const struct {
        const char *name, *words;
    } data[] = {
        {"idle", words->idle},       {"saving", words->saving},
        {"saved", words->saved},     {"unsaved", words->unsaved},
        {"half", words->half},       {"out", words->signed_out},
    };

    html_add(exchange, "<p id=\"saved\" role=\"status\" data-state=\"idle\"");
    for (size_t i = 0; i < sizeof data / sizeof data[0]; i++) {
        text_print(&exchange->body, " data-%s=\"", data[i].name);
        html_text(exchange, data[i].words);
        html_add(exchange, "\"");
    }
    html_add(exchange, "></p>\n");
}

static void
add_items(struct exchange *exchange, const struct lewis_section *section,
          const struct lewis_workshop_sheet *sheet)
{
    struct lewis_session *order = order_new(exchange);
    const struct lewis_bank *bank = lewis_workshop_bank(exchange->workshop);
    const struct controls controls = {
        .out = &exchange->body, .lang = &exchange->lang, .langs = 1};

    for (size_t p = section->first;
         order != NULL && p < section->first + section->count; p++) {
        size_t i = lewis_session_item(order, p), option[LEWIS_OPTIONS] = {0};
        const struct lewis_item *item = lewis_bank_item(bank, i);

        order_options(order, i, option);
        controls_item(&controls, item, p + 1, option,
                      exchange->refusal != NULL
                          ? cell_of_form(exchange, item)
                          : sheet->item[i].text);
    }
    lewis_session_free(order);
}

static void
add_buttons(struct exchange *exchange)
{
    const struct words *words = exchange->words;

    html_add(exchange, "<div class=\"buttons\">\n");
    html_button(exchange, "next", "next", words->next, true);
    if (exchange->number > 1)
        html_button(exchange, "back", "back", words->back, false);
    html_button(exchange, "review", "review", words->to_review, false);
    html_add(exchange, "</div>\n");
}

static void
add_progress(struct exchange *exchange, size_t topics)
{
    text_print(&exchange->body,
               "<progress id=\"progress\" aria-hidden=\"true\" value=\"%zu\" "
               "max=\"%zu\"></progress>\n",
               exchange->number - 1, topics);
}

static void
add_topic(struct exchange *exchange, const struct lewis_workshop_sheet *sheet)
{
    const struct lewis_bank *bank = lewis_workshop_bank(exchange->workshop);
    const struct lewis_section *section = order_topic(bank, exchange->number);
    const struct controls controls = {
        .out = &exchange->body, .lang = &exchange->lang, .langs = 1};
    const struct html_frame frame = {
        .title = lewis_text_in(section->name, exchange->lang),
        .language_buttons = true};

    html_begin_frame(exchange, &frame);
    html_counts(exchange, "<p class=\"quiet\" id=\"where\">",
                exchange->words->topic, exchange->number, order_topics(bank));
    add_progress(exchange, order_topics(bank));
    if (section->note != NULL)
        html_element(exchange, "<p class=\"note\">",
                     lewis_text_in(section->note, exchange->lang));
    html_add(exchange, "<p class=\"how\">");
    controls_how(&controls, lewis_bank_item(bank, section->first));
    html_add(exchange, "</p>\n");
    text_print(&exchange->body,
               "<form method=\"post\" action=\"/topic/%zu\" id=\"topic\" "
               "autocomplete=\"off\">\n",
               exchange->number);
    html_token(exchange);
    add_items(exchange, section, sheet);
    add_saved(exchange);
    add_buttons(exchange);
    html_add(exchange, "</form>\n");
    html_end(exchange);
}

/* A topic that is there, of somebody who may answer. */
static bool
may_answer(struct exchange *exchange)
{
    if (order_topic(lewis_workshop_bank(exchange->workshop),
                    exchange->number) != NULL)
        return page_may_answer(exchange);
    page_not_found(exchange);
    return false;
}

void
page_topic(struct exchange *exchange)
{
    if (may_answer(exchange))
        page_with_sheet(exchange, add_topic);
}

/* --- a page is sent --- */

static void
go_from_topic(struct exchange *exchange)
{
    const struct lewis_bank *bank = lewis_workshop_bank(exchange->workshop);
    const char *go = form_value(&exchange->form, "go");

    if (go != NULL && strncmp(go, "lang:", 5) == 0)
        exchange_redirect_to_topic(exchange, exchange->number);
    else if (exchange_pressed(exchange, "back") && exchange->number > 1)
        exchange_redirect_to_topic(exchange, exchange->number - 1);
    else if (exchange_pressed(exchange, "review") ||
             exchange_pressed(exchange, "back"))
        exchange_redirect(exchange, "/review");
    else if (exchange->number < order_topics(bank))
        exchange_redirect_to_topic(exchange, exchange->number + 1);
    else
        exchange_redirect(exchange, page_asks(exchange) ? "/about" : "/review");
}

/* Did the form bring a field of this item, filled in? */
static bool
was_touched(const struct form *form, const char *id)
{
    size_t size = strlen(id);

    for (size_t i = 0; i < form->count; i++)
        if (strncmp(form->field[i].name, id, size) == 0 &&
            (form->field[i].name[size] == '.' ||
             form->field[i].name[size] == '\0') &&
            form->field[i].value[0] != '\0')
            return true;
    return false;
}

/* Adds a change where the form says something else than the sheet. Returns
 * false when what the form says is no answer: half of one, say. */
static bool
note_change(struct exchange *exchange, const struct lewis_item *item,
            const struct lewis_workshop_cell *before)
{
    const char *cell = cell_of_form(exchange, item);
    struct lewis_answer answer;

    if (*cell == '\0' && was_touched(&exchange->form, item->id))
        return false;
    if (!lewis_answer_parse(item, cell, strlen(cell), &answer, NULL))
        return false;
    if (strcmp(cell, before->text) != 0)
        exchange_change(exchange, LEWIS_CHANGE_ANSWER, item->id, cell, 0);
    return true;
}

static bool
note_changes(struct exchange *exchange, const struct lewis_section *section,
             const struct lewis_workshop_sheet *sheet)
{
    const struct lewis_bank *bank = lewis_workshop_bank(exchange->workshop);
    bool whole = true;

    for (size_t i = section->first; i < section->first + section->count; i++)
        whole &= note_change(exchange, lewis_bank_item(bank, i),
                             &sheet->item[i]);
    return whole;
}

/* The first that was not saved decides. */
static enum lewis_saved
first_unsaved(const struct exchange *exchange)
{
    for (size_t i = 0; i < exchange->changes; i++)
        if (exchange->saved[i] != LEWIS_SAVED)
            return exchange->saved[i];
    return LEWIS_SAVED;
}

static void
topic_saved(struct exchange *exchange)
{
    enum lewis_saved saved = first_unsaved(exchange);

    if (saved == LEWIS_SAVED)
        go_from_topic(exchange);
    else
        page_unsaved(exchange, saved);
}

static void
half_topic_saved(struct exchange *exchange)
{
    enum lewis_saved saved = first_unsaved(exchange);

    if (saved != LEWIS_SAVED) {
        page_unsaved(exchange, saved);
        return;
    }
    exchange->status = 422;
    exchange->refusal = exchange->words->some_open;
    page_with_sheet(exchange, add_topic);
}

static void
note_language(struct exchange *exchange)
{
    const char *go = form_value(&exchange->form, "go");

    if (go == NULL || strncmp(go, "lang:", 5) != 0)
        return;
    if (!site_set_language(exchange, go + 5))
        return;
    exchange_change(exchange, LEWIS_CHANGE_LANGUAGE, NULL, exchange->lang, 0);
}

/* With a script everything is saved by then: there is nothing to write. */
static void
take_topic(struct exchange *exchange, const struct lewis_workshop_sheet *sheet)
{
    const struct lewis_section *section = order_topic(
        lewis_workshop_bank(exchange->workshop), exchange->number);
    bool whole = note_changes(exchange, section, sheet);

    note_language(exchange);
    if (exchange->changes > 0)
        exchange_save(exchange, whole ? topic_saved : half_topic_saved);
    else if (whole)
        go_from_topic(exchange);
    else
        half_topic_saved(exchange);
}

void
page_topic_do(struct exchange *exchange)
{
    if (may_answer(exchange))
        page_with_sheet(exchange, take_topic);
}

/* --- one answer --- */

static void
answer_saved(struct exchange *exchange)
{
    if (exchange->saved[0] == LEWIS_SAVED)
        exchange_json(exchange, 200, true, "", exchange->words->saved);
    else
        page_unsaved(exchange, exchange->saved[0]);
}

static uint64_t
ms_of(const struct exchange *exchange)
{
    const char *text = form_value(&exchange->form, "ms");
    unsigned long long ms = text != NULL ? strtoull(text, NULL, 10) : 0;

    return ms <= LONGEST_MS ? ms : 0;
}

void
page_answer_do(struct exchange *exchange)
{
    const char *item = form_value(&exchange->form, "item");
    const char *value = form_value(&exchange->form, "value");

    exchange->wants_json = true;
    if (item == NULL || value == NULL) {
        page_malformed(exchange);
        return;
    }
    exchange_change(exchange, LEWIS_CHANGE_ANSWER, item, value,
                    ms_of(exchange));
    exchange_save(exchange, answer_saved);
}
