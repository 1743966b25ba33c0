/* html.c - pieces of pages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/html.h"

#include <stdio.h>
#include <string.h>

#include "bank/controls.h"
#include "serve/site.h"

void
html_add(struct exchange *exchange, const char *markup)
{
    text_add(&exchange->body, markup);
}

void
html_text(struct exchange *exchange, const char *string)
{
    text_add_xml(&exchange->body, string);
}

void
html_element(struct exchange *exchange, const char *open, const char *string)
{
    html_add(exchange, open);
    html_text(exchange, string);
    text_print(&exchange->body, "</%.*s>\n",
               (int)strcspn(open + 1, " >"), open + 1);
}

void
html_counts(struct exchange *exchange, const char *open, const char *format,
            size_t a, size_t b)
{
    struct text sentence = {0};

    text_print(&sentence, format, a, b);
    exchange->failed |= !text_ok(&sentence);
    html_element(exchange, open, text_string(&sentence));
    text_release(&sentence);
}

void
html_with(struct exchange *exchange, const char *open, const char *format,
          const char *string)
{
    struct text sentence = {0};

    text_print(&sentence, format, string);
    exchange->failed |= !text_ok(&sentence);
    html_element(exchange, open, text_string(&sentence));
    text_release(&sentence);
}

void
html_token(struct exchange *exchange)
{
    char token[TOKEN_SIZE];

    if (exchange->visit[0] == '\0')
        exchange->failed |= !site_new_visit(exchange, "");
    if (exchange->failed ||
        !token_seal(exchange->visit,
                       exchange->in ? exchange->person.code : "", token))
        exchange->failed = true;
    else
        text_print(&exchange->body,
                   "<input type=\"hidden\" name=\"token\" value=\"%s\">\n",
                   token);
}

void
html_form(struct exchange *exchange, const char *action, const char *id)
{
    text_print(&exchange->body,
               "<form method=\"post\" action=\"%s\" id=\"%s\">\n", action, id);
    html_token(exchange);
}

void
html_button(struct exchange *exchange, const char *id, const char *value,
            const char *words, bool main)
{
    text_print(&exchange->body, "<button id=\"%s\"%s", id,
               main ? " class=\"main\"" : "");
    if (value != NULL)
        text_print(&exchange->body, " name=\"go\" value=\"%s\"", value);
    html_add(exchange, ">");
    html_text(exchange, words);
    html_add(exchange, "</button>\n");
}

void
html_button_form(struct exchange *exchange, const char *action,
                 const char *id, const char *button, const char *words,
                 bool main)
{
    html_form(exchange, action, id);
    html_button(exchange, button, NULL, words, main);
    html_add(exchange, "</form>\n");
}

void
html_leave(struct exchange *exchange)
{
    html_button_form(exchange, "/leave", "leave-form", "leave",
                     exchange->words->leave, false);
}

void
html_notice(struct exchange *exchange, const char *id, const char *first,
            const char *second)
{
    text_print(&exchange->body, "<p class=\"notice\" id=\"%s\"><strong>", id);
    html_text(exchange, first);
    html_add(exchange, "</strong> ");
    html_text(exchange, second);
    html_add(exchange, "</p>\n");
}

/* --- the frame --- */

static void
add_language(struct exchange *exchange, const char *lang, bool button)
{
    html_add(exchange, button ? "<button form=\"topic\" name=\"go\" "
                                "value=\"lang:"
                              : "<a href=\"?lang=");
    html_text(exchange, lang);
    html_add(exchange, button ? "\" lang=\"" : "\" hreflang=\"");
    html_text(exchange, lang);
    if (!button) {
        html_add(exchange, "\" lang=\"");
        html_text(exchange, lang);
    }
    html_add(exchange, "\">");
    html_text(exchange, controls_language_name(lang));
    html_add(exchange, button ? "</button>\n" : "</a>\n");
}

static void
add_languages(struct exchange *exchange, bool buttons)
{
    const struct lewis_bank *bank = lewis_workshop_bank(exchange->workshop);
    size_t count = lewis_bank_language_count(bank);

    if (count < 2)
        return;
    html_add(exchange, "<nav aria-label=\"");
    html_text(exchange, exchange->words->languages);
    html_add(exchange, "\">\n");
    for (size_t i = 0; i < count; i++)
        if (strcmp(lewis_bank_language(bank, i), exchange->lang) != 0)
            add_language(exchange, lewis_bank_language(bank, i), buttons);
    html_add(exchange, "</nav>\n");
}

static void
add_refresh(struct exchange *exchange, const struct html_frame *frame)
{
    if (frame->refresh > 0)
        text_print(&exchange->body,
                   "<meta http-equiv=\"refresh\" content=\"%u\">\n",
                   frame->refresh);
    if (frame->script_refresh > 0)
        text_print(&exchange->body,
                   "<noscript><meta http-equiv=\"refresh\" content=\"%u\">"
                   "</noscript>\n",
                   frame->script_refresh);
}

static void
add_head(struct exchange *exchange, const struct html_frame *frame)
{
    const struct site *site = exchange->site;

    html_add(exchange, "<!DOCTYPE html>\n<html lang=\"");
    html_text(exchange, exchange->lang);
    text_print(&exchange->body,
               "\" dir=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
               "<meta name=\"viewport\" content=\"width=device-width, "
               "initial-scale=1\">\n<meta name=\"color-scheme\" "
               "content=\"light dark\">\n",
               controls_direction(exchange->lang));
    add_refresh(exchange, frame);
    html_add(exchange, "<title>");
    html_text(exchange, frame->title);
    html_add(exchange, " - ");
    html_text(exchange, lewis_workshop_title(exchange->workshop));
    html_add(exchange, "</title>\n");
    text_print(&exchange->body,
               "<link rel=\"stylesheet\" href=\"/style.css?v=%s\">\n"
               "<link rel=\"icon\" href=\"/icon.svg\">\n"
               "<script src=\"/script.js?v=%s\" defer></script>\n</head>\n",
               site->style_tag, site->script_tag);
}

void
html_begin_frame(struct exchange *exchange, const struct html_frame *frame)
{
    text_clear(&exchange->body);
    add_head(exchange, frame);
    text_print(&exchange->body,
               "<body class=\"%s\">\n<a class=\"skip\" href=\"#main\">",
               frame->body != NULL ? frame->body : "narrow");
    html_text(exchange, exchange->words->to_content);
    html_add(exchange, "</a>\n<header>\n");
    html_element(exchange, "<p class=\"brand\">",
                 lewis_workshop_title(exchange->workshop));
    add_languages(exchange, frame->language_buttons);
    html_add(exchange, "</header>\n<main id=\"main\" tabindex=\"-1\">\n");
    html_element(exchange, "<h1>", frame->title);
    if (exchange->refusal != NULL)
        html_element(exchange,
                     "<p class=\"warning\" id=\"trouble\" role=\"alert\">",
                     exchange->refusal);
}

void
html_begin(struct exchange *exchange, const char *title)
{
    const struct html_frame frame = {.title = title};

    html_begin_frame(exchange, &frame);
}

void
html_end(struct exchange *exchange)
{
    html_add(exchange, "</main>\n");
    html_element(exchange, "<footer>", exchange->words->privacy_foot);
    html_add(exchange, "</body>\n</html>\n");
}
