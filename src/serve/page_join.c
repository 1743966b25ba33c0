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
add_code_field(struct exchange *exchange, const char *typed, bool wrong)
{
    html_element(exchange, "<label for=\"code\">", exchange->words->code);
    html_add(exchange, "<input id=\"code\" name=\"code\" type=\"text\" "
                       "required maxlength=\"20\" autocomplete=\"off\" "
                       "autocapitalize=\"characters\" spellcheck=\"false\" "
                       "aria-describedby=\"code-how\"");
    html_add(exchange, wrong ? " aria-invalid=\"true\" value=\"" : " value=\"");
    html_text(exchange, typed != NULL ? typed : "");
    html_add(exchange, "\">\n");
    html_element(exchange, "<p id=\"code-how\" class=\"quiet\">",
                 exchange->words->code_how);
}

static void
show_join(struct exchange *exchange, const char *typed, const char *trouble)
{
    const struct words *words = exchange->words;

    html_begin(exchange, words->join_title);
    html_trouble(exchange, trouble);
    html_element(exchange, "<p>", words->join_intro);
    html_form(exchange, "/join", "join");
    add_code_field(exchange, typed, trouble != NULL);
    html_button(exchange, "enter", NULL, words->enter, true);
    html_add(exchange, "</form>\n");
    html_element(exchange, "<p class=\"quiet\">", words->cookies);
    html_end(exchange);
}

/* "/?code=..." stands in the QR code on a slip of paper. */
void
page_join(struct exchange *exchange)
{
    if (exchange->in)
        page_go_on(exchange);
    else
        show_join(exchange, form_value(&exchange->query, "code"), NULL);
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
    show_join(exchange, typed, fault_words(exchange->words, fault));
}

static void
ask_to_wait(struct exchange *exchange)
{
    char sentence[200];

    snprintf(sentence, sizeof sentence, exchange->words->wait,
             exchange->retry_after);
    exchange->status = 429;
    show_join(exchange, NULL, sentence);
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

/* --- going on --- */

static void
go_to_first_open(struct exchange *exchange,
                 const struct lewis_workshop_sheet *sheet)
{
    const struct lewis_bank *bank = lewis_workshop_bank(exchange->workshop);

    for (size_t i = 0; i < lewis_bank_item_count(bank); i++)
        if (sheet->item[i].given == LEWIS_OPEN) {
            exchange_redirect_to_topic(
                exchange, lewis_bank_item(bank, i)->section + 1);
            return;
        }
    exchange_redirect(exchange, "/review");
}

void
page_go_on(struct exchange *exchange)
{
    struct lewis_workshop_sheet *sheet;
    struct lewis_error error;

    if (!exchange->person.consented) {
        exchange_redirect(exchange, "/consent");
        return;
    }
    if (exchange->person.handed_in) {
        exchange_redirect(exchange, "/result");
        return;
    }
    sheet = lewis_workshop_sheet(exchange->workshop, exchange->person.number,
                                 &error);
    if (sheet == NULL)
        page_trouble(exchange, &error);
    else
        go_to_first_open(exchange, sheet);
    lewis_workshop_sheet_free(sheet);
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
add_state(struct exchange *exchange, enum lewis_workshop_state state)
{
    const struct words *words = exchange->words;

    if (state == LEWIS_WORKSHOP_DRAFT) {
        html_add(exchange, "<p class=\"notice\" id=\"waiting\"><strong>");
        html_text(exchange, words->not_open);
        html_add(exchange, "</strong> ");
        html_text(exchange, words->not_open_how);
        html_add(exchange, "</p>\n");
    } else if (state == LEWIS_WORKSHOP_OPEN) {
        add_agreement(exchange);
    } else {
        html_add(exchange, "<p class=\"notice\" id=\"closed\"><strong>");
        html_text(exchange, words->closed);
        html_add(exchange, "</strong> ");
        html_text(exchange, words->closed_how);
        html_add(exchange, "</p>\n");
    }
}

static void
show_consent(struct exchange *exchange, const char *trouble)
{
    struct lewis_workshop_status status;
    struct lewis_error error;
    struct html_frame frame = {.title = exchange->words->consent_title};

    if (!lewis_workshop_status(exchange->workshop, &status, &error)) {
        page_trouble(exchange, &error);
        return;
    }
    if (status.state == LEWIS_WORKSHOP_DRAFT)
        frame.refresh = LOOK_AGAIN;
    html_begin_frame(exchange, &frame);
    html_trouble(exchange, trouble);
    if (status.state < LEWIS_WORKSHOP_CLOSED)
        add_terms(exchange);
    add_state(exchange, status.state);
    html_button_form(exchange, "/leave", "leave-form", "leave",
                     exchange->words->leave, false);
    html_end(exchange);
}

void
page_consent(struct exchange *exchange)
{
    if (exchange->person.consented)
        page_go_on(exchange);
    else
        show_consent(exchange, NULL);
}

static void
consent_saved(struct exchange *exchange)
{
    const enum lewis_saved *saved = exchange->saved;

    if (saved[0] == LEWIS_UNSAVED_TROUBLE)
        page_trouble(exchange, &exchange->error);
    else if (saved[1] == LEWIS_SAVED &&
             exchange->saved[exchange->changes - 1] == LEWIS_UNSAVED_VALUE)
        show_consent(exchange, exchange->words->unsaved_value);
    else if (saved[1] == LEWIS_SAVED)
        exchange_redirect(exchange, "/topic/1");
    else
        show_consent(exchange, NULL);
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
