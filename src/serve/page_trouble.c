/* page_trouble.c - what was not accepted, as a page of its own, or as JSON for
 * the script.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "serve/html.h"
#include "serve/page.h"
#include "serve/site.h"

static void
add_page(struct exchange *exchange, const char *sentence, const char *detail)
{
    exchange->refusal = sentence;
    html_begin(exchange, exchange->words->trouble_title);
    if (detail != NULL)
        html_element(exchange, "<p>", detail);
    html_element(exchange, "<a class=\"button\" href=\"/\">",
                 exchange->words->start_again);
    html_end(exchange);
}

void
page_refuse(struct exchange *exchange, unsigned status, const char *why,
            const char *sentence)
{
    exchange->next = NEXT_SEND;
    if (exchange->wants_json) {
        exchange_json(exchange, status, false, why, sentence);
        return;
    }
    exchange->status = status;
    add_page(exchange, sentence, NULL);
}

void
page_not_found(struct exchange *exchange)
{
    page_refuse(exchange, 404, "not-found", exchange->words->not_found);
}

void
page_wrong_method(struct exchange *exchange, const char *allow)
{
    exchange->allow = allow;
    page_refuse(exchange, 405, "method", exchange->words->wrong_method);
}

void
page_malformed(struct exchange *exchange)
{
    page_refuse(exchange, 400, "malformed", exchange->words->malformed);
}

void
page_too_large(struct exchange *exchange)
{
    page_refuse(exchange, 413, "too-large", exchange->words->too_large);
}

void
page_old_form(struct exchange *exchange)
{
    page_refuse(exchange, 403, "old-form", exchange->words->old_form);
}

/* A person goes to the first page, a script is told. */
void
page_not_in(struct exchange *exchange)
{
    if (exchange->wants_json)
        page_refuse(exchange, 401, "not-in", exchange->words->signed_out);
    else
        exchange_redirect(exchange, "/");
}

void
page_not_trainer(struct exchange *exchange)
{
    page_refuse(exchange, 403, "not-trainer", exchange->words->not_trainer);
}

void
page_trouble(struct exchange *exchange, const struct lewis_error *error)
{
    exchange->next = NEXT_SEND;
    if (exchange->wants_json) {
        exchange_json(exchange, 503, false, "trouble",
                      exchange->words->unsaved);
        return;
    }
    exchange->status = 503;
    add_page(exchange, exchange->words->trouble, error->text);
}

/* Needs no memory that may be wanting. */
void
page_busy(struct exchange *exchange)
{
    exchange->failed = false;
    exchange->next = NEXT_SEND;
    exchange->status = 503;
    exchange->retry_after = 5;
    exchange->type = "text/plain; charset=utf-8";
    exchange->location[0] = '\0';
    text_release(&exchange->body);
    text_add(&exchange->body, exchange->words != NULL
                                  ? exchange->words->busy
                                  : words_in(NULL)->busy);
}
