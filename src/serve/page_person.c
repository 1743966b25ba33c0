/* page_person.c - what pages of a person have in common: where he or she is to
 * go on, whether answers are taken, and the sheet.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/html.h"
#include "serve/order.h"
#include "serve/page.h"

void
page_with_sheet(struct exchange *exchange, sheet_handler *use)
{
    struct lewis_error error;
    struct lewis_workshop_sheet *sheet = lewis_workshop_sheet(
        exchange->workshop, exchange->person.number, &error);

    if (sheet == NULL)
        page_trouble(exchange, &error);
    else
        use(exchange, sheet);
    lewis_workshop_sheet_free(sheet);
}

static void
go_to_first_open(struct exchange *exchange,
                 const struct lewis_workshop_sheet *sheet)
{
    const struct lewis_bank *bank = lewis_workshop_bank(exchange->workshop);

    for (size_t i = 0; i < lewis_bank_item_count(bank); i++)
        if (sheet->item[i].given == LEWIS_OPEN) {
            exchange_redirect_to_topic(exchange, order_topic_of(bank, i));
            return;
        }
    exchange_redirect(exchange, "/review");
}

void
page_go_on(struct exchange *exchange)
{
    if (!exchange->person.consented)
        exchange_redirect(exchange, "/consent");
    else if (exchange->person.handed_in)
        exchange_redirect(exchange, "/result");
    else
        page_with_sheet(exchange, go_to_first_open);
}

void
page_closed(struct exchange *exchange)
{
    const struct words *words = exchange->words;

    exchange->next = NEXT_SEND;
    if (exchange->method == METHOD_POST)
        exchange->status = 409;
    html_begin(exchange, words->closed_title);
    html_notice(exchange, "closed", words->closed, words->closed_how);
    if (exchange->person.consented)
        html_element(exchange, "<p id=\"unused\">", words->closed_unused);
    html_leave(exchange);
    html_end(exchange);
}

bool
page_may_answer(struct exchange *exchange)
{
    struct lewis_workshop_status status;
    struct lewis_error error;

    if (!exchange->person.consented || exchange->person.handed_in)
        page_go_on(exchange);
    else if (!lewis_workshop_status(exchange->workshop, &status, &error))
        page_trouble(exchange, &error);
    else if (status.state > LEWIS_WORKSHOP_OPEN)
        page_closed(exchange);
    else
        return true;
    return false;
}
