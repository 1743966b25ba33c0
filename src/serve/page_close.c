/* page_close.c - what closing does with whom, and the question before it.
 *
 * What is said follows from how many of each team have joined and handed in,
 * which the trainer knows anyway.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/html.h"
#include "serve/page.h"

/* Of all teams together. */
static struct lewis_workshop_fate
sum(const struct lewis_workshop_fate fate[], size_t teams)
{
    struct lewis_workshop_fate all = {0};

    for (size_t t = 0; t < teams; t++) {
        all.named += fate[t].named;
        all.pooled += fate[t].pooled;
        all.withheld += fate[t].withheld;
        all.unfinished += fate[t].unfinished;
    }
    return all;
}

/* "Harbour (5), Orchard (4)". */
static void
add_pooled(struct exchange *exchange, const struct lewis_workshop_fate fate[])
{
    const struct lewis_workshop *workshop = exchange->workshop;
    struct text names = {0};

    for (size_t t = 0; t < lewis_workshop_team_count(workshop); t++)
        if (fate[t].pooled > 0)
            text_print(&names, "%s%s (%zu)", names.size > 0 ? ", " : "",
                       lewis_workshop_team_name(workshop, t), fate[t].pooled);
    exchange->failed |= !text_ok(&names);
    html_with(exchange, "<li id=\"pooled\">", exchange->words->fate_pooled,
              text_string(&names));
    text_release(&names);
    html_counts(exchange, "<li>", exchange->words->fate_why,
                lewis_workshop_minimum(workshop), 0);
}

static void
add_list(struct exchange *exchange, const struct lewis_workshop_fate fate[],
         const struct lewis_workshop_fate *all)
{
    const struct words *words = exchange->words;

    html_add(exchange, "<ul id=\"fates\">\n");
    if (all->unfinished > 0)
        html_counts(exchange, "<li id=\"unfinished\">", words->fate_unfinished,
                    all->unfinished, 0);
    if (all->pooled > 0)
        add_pooled(exchange, fate);
    if (all->withheld > 0)
        html_counts(exchange, "<li id=\"kept-back\">", words->fate_withheld,
                    all->withheld,
                    lewis_workshop_minimum(exchange->workshop));
    if (all->pooled + all->withheld > 0 &&
        lewis_workshop_names(exchange->workshop))
        html_element(exchange, "<li>", words->fate_names);
    html_add(exchange, "</ul>\n");
}

void
page_fates(struct exchange *exchange, const char *before,
           const char *otherwise)
{
    struct lewis_workshop_fate fate[LEWIS_WORKSHOP_TEAMS], all;

    if (!lewis_workshop_fates(exchange->workshop, fate, NULL)) {
        exchange->failed = true; /* half a page is none */
        return;
    }
    all = sum(fate, lewis_workshop_team_count(exchange->workshop));
    if (all.unfinished + all.pooled + all.withheld == 0) {
        if (otherwise != NULL)
            html_element(exchange, "<p>", otherwise);
        return;
    }
    if (before != NULL)
        html_element(exchange, "<p>", before);
    add_list(exchange, fate, &all);
}

/* --- the question --- */

static void
add_part(struct exchange *exchange)
{
    html_add(exchange, "<div id=\"part\" class=\"notice\">\n");
    page_fates(exchange, exchange->words->closing_now,
               exchange->words->fate_fine);
    html_add(exchange, "</div>\n");
}

static void
ask(struct exchange *exchange)
{
    const struct words *words = exchange->words;

    html_begin(exchange, words->close_sure);
    add_part(exchange);
    html_element(exchange, "<p>", words->close_how);
    html_button_form(exchange, "/trainer/close", "close", "close-sure",
                     words->close, true);
    html_element(exchange,
                 "<a class=\"button\" id=\"not-yet\" href=\"/trainer\">",
                 words->not_yet);
    html_end(exchange);
}

/* What is closed needs no question. */
void
page_close(struct exchange *exchange)
{
    struct lewis_workshop_status status;
    struct lewis_error error;

    if (!lewis_workshop_status(exchange->workshop, &status, &error))
        page_trouble(exchange, &error);
    else if (status.state != LEWIS_WORKSHOP_OPEN)
        exchange_redirect(exchange, "/trainer");
    else
        ask(exchange);
}

void
page_close_part(struct exchange *exchange)
{
    text_clear(&exchange->body);
    add_part(exchange);
}
