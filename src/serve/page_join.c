/* page_join.c - joining with a code, what one agrees to, and leaving.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "serve/html.h"
#include "serve/page.h"
#include "serve/site.h"

enum { LOOK_AGAIN = 5 /* seconds until the page asks whether it is open */ };

/* --- the code --- */

static void
add_code_field(struct exchange *exchange, const char *typed)
{
    html_element(exchange, "<label for=\"code\">", exchange->words->code);
    html_add(exchange, "<input id=\"code\" name=\"code\" type=\"text\" "
                       "required maxlength=\"20\" autocomplete=\"off\" "
                       "autocapitalize=\"characters\" spellcheck=\"false\" "
                       "aria-describedby=\"code-how\"");
    html_add(exchange, exchange->refusal != NULL
                           ? " aria-invalid=\"true\" value=\""
                           : " value=\"");
    html_text(exchange, typed != NULL ? typed : "");
    html_add(exchange, "\">\n");
    html_element(exchange, "<p id=\"code-how\" class=\"quiet\">",
                 exchange->words->code_how);
}

static void
add_join(struct exchange *exchange, const char *typed)
{
    const struct words *words = exchange->words;

    html_begin(exchange, words->join_title);
    html_element(exchange, "<p>", words->join_intro);
    html_form(exchange, "/join", "join");
    add_code_field(exchange, typed);
    html_button(exchange, "enter", NULL, words->enter, true);
    html_add(exchange, "</form>\n");
    html_element(exchange, "<p class=\"quiet\">", words->cookies);
    html_end(exchange);
}

static void
add_over(struct exchange *exchange)
{
    html_begin(exchange, exchange->words->closed_title);
    html_element(exchange, "<p class=\"notice\" id=\"over\">",
                 exchange->words->purged);
    html_end(exchange);
}

/* After a purge no code is known any more, which is nobody's mistake. */
static void
show_join(struct exchange *exchange, const char *typed)
{
    struct lewis_workshop_status status;
    struct lewis_error error;

    if (!lewis_workshop_status(exchange->workshop, &status, &error)) {
        page_trouble(exchange, &error);
    } else if (status.state == LEWIS_WORKSHOP_PURGED) {
        exchange->refusal = NULL;
        add_over(exchange);
    } else {
        add_join(exchange, typed);
    }
}

/* "/?code=..." stands in the QR code on a slip of paper. */
void
page_join(struct exchange *exchange)
{
    if (exchange->in)
        page_go_on(exchange);
    else
        show_join(exchange, form_value(&exchange->query, "code"));
}

static const char *
fault_words(const struct words *words, enum lewis_code_fault fault)
{
    const char *const text[] = {
        [LEWIS_CODE_FINE] = NULL,
        [LEWIS_CODE_SHORT] = words->code_short,
        [LEWIS_CODE_LONG] = words->code_long,
        [LEWIS_CODE_LETTER] = words->code_letter,
        [LEWIS_CODE_MISTYPED] = words->code_mistyped,
        [LEWIS_CODE_UNKNOWN] = words->code_unknown,
    };

    return text[fault];
}

static void
refuse_code(struct exchange *exchange, enum lewis_code_fault fault,
            const char *typed)
{
    if (fault == LEWIS_CODE_UNKNOWN)
        site_wrong_try(exchange);
    exchange->status = 422;
    exchange->refusal = fault_words(exchange->words, fault);
    show_join(exchange, typed);
}

static void
ask_to_wait(struct exchange *exchange)
{
    struct text sentence = {0};

    text_print(&sentence, exchange->words->wait, exchange->retry_after);
    exchange->status = 429;
    exchange->refusal = exchange_keep(exchange, &sentence);
    show_join(exchange, NULL);
}

/* A code that cannot be one is no try at guessing. */
void
page_join_do(struct exchange *exchange)
{
    const char *typed = form_value(&exchange->form, "code");
    enum lewis_code_fault fault;
    struct lewis_error error;

    if (!site_may_try(exchange)) {
        ask_to_wait(exchange);
        return;
    }
    if (!lewis_workshop_find(exchange->workshop, typed != NULL ? typed : "",
                             &exchange->person, &fault, &error)) {
        page_trouble(exchange, &error);
        return;
    }
    if (fault != LEWIS_CODE_FINE) {
        refuse_code(exchange, fault, typed);
        return;
    }
    exchange->in = true;
    exchange->failed |= !site_new_visit(exchange, exchange->person.code);
    page_go_on(exchange);
}

void
page_leave_do(struct exchange *exchange)
{
    exchange_cookie(exchange, "lewis", "", true);
    exchange_redirect(exchange, "/");
}

/* --- what one agrees to --- */

static void
add_terms(struct exchange *exchange)
{
    const struct words *words = exchange->words;
    const struct lewis_bank *bank = lewis_workshop_bank(exchange->workshop);
    double minutes = lewis_bank_minutes(bank, exchange->lang);
    char code[LEWIS_CODE + 1]; /* as on the slip of paper */

    html_counts(exchange, "<p>", words->consent_size,
                lewis_bank_item_count(bank), (size_t)(minutes + 0.5));
    html_element(exchange, "<p>", words->no_wrong);
    if (lewis_workshop_names(exchange->workshop))
        html_element(exchange, "<p>", words->who_sees_names);
    else
        html_counts(exchange, "<p>", words->who_sees,
                    lewis_workshop_minimum(exchange->workshop), 0);
    html_element(exchange, "<p>", words->kept_where);
    html_element(exchange, "<p>", words->may_stop);
    html_element(exchange, "<p>", words->saved_at_once);
    snprintf(code, sizeof code, "%.3s %s", exchange->person.code,
             exchange->person.code + 3);
    html_with(exchange, "<p class=\"notice\" id=\"your-code\">",
              words->your_code, code);
}

static void
add_name_field(struct exchange *exchange)
{
    if (!lewis_workshop_names(exchange->workshop))
        return;
    html_element(exchange, "<label for=\"name\">", exchange->words->name);
    text_print(&exchange->body,
               "<input id=\"name\" name=\"name\" type=\"text\" "
               "maxlength=\"%d\" autocomplete=\"name\" "
               "aria-describedby=\"name-how\" value=\"",
               LEWIS_REPLY_SIZE - 1);
    html_text(exchange, exchange->person.name);
    html_add(exchange, "\">\n");
    html_element(exchange, "<p id=\"name-how\" class=\"quiet\">",
                 exchange->words->name_how);
}

static void
add_agreement(struct exchange *exchange)
{
    html_form(exchange, "/consent", "consent");
    add_name_field(exchange);
    html_button(exchange, "agree", NULL, exchange->words->agree, true);
    html_add(exchange, "</form>\n");
}

static void
add_consent(struct exchange *exchange, bool open)
{
    const struct words *words = exchange->words;
    const struct html_frame frame = {.title = words->consent_title,
                                     .refresh = open ? 0 : LOOK_AGAIN};

    html_begin_frame(exchange, &frame);
    add_terms(exchange);
    if (open)
        add_agreement(exchange);
    else
        html_notice(exchange, "waiting", words->not_open,
                    words->not_open_how);
    html_leave(exchange);
    html_end(exchange);
}

static void
show_consent(struct exchange *exchange)
{
    struct lewis_workshop_status status;
    struct lewis_error error;

    if (!lewis_workshop_status(exchange->workshop, &status, &error))
        page_trouble(exchange, &error);
    else if (status.state > LEWIS_WORKSHOP_OPEN)
        page_closed(exchange);
    else
        add_consent(exchange, status.state == LEWIS_WORKSHOP_OPEN);
}

void
page_consent(struct exchange *exchange)
{
    if (exchange->person.consented)
        page_go_on(exchange);
    else
        show_consent(exchange);
}

/* The language, the consent and perhaps a name. */
static void
consent_saved(struct exchange *exchange)
{
    const enum lewis_saved *saved = exchange->saved;

    if (saved[0] == LEWIS_UNSAVED_TROUBLE) {
        page_trouble(exchange, &exchange->error);
    } else if (saved[1] == LEWIS_SAVED &&
               saved[exchange->changes - 1] != LEWIS_UNSAVED_VALUE) {
        exchange_redirect(exchange, "/topic/1");
    } else {
        if (saved[1] == LEWIS_SAVED)
            exchange->refusal = exchange->words->unsaved_value;
        show_consent(exchange);
    }
}

void
page_consent_do(struct exchange *exchange)
{
    const char *name = form_value(&exchange->form, "name");

    exchange_change(exchange, LEWIS_CHANGE_LANGUAGE, NULL, exchange->lang, 0);
    exchange_change(exchange, LEWIS_CHANGE_CONSENT, NULL, NULL, 0);
    if (name != NULL && lewis_workshop_names(exchange->workshop))
        exchange_change(exchange, LEWIS_CHANGE_NAME, NULL, name, 0);
    exchange_save(exchange, consent_saved);
}
