/* page_trainer.c - the trainer's page: how many, never who or what; opening,
 * closing, showing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "serve/html.h"
#include "serve/page.h"
#include "serve/qr.h"
#include "serve/site.h"

enum { POLL = 10 /* seconds, without a script */ };

/* --- coming in --- */

static void
enter(struct exchange *exchange, const char *key)
{
    struct trainers *trainers = &exchange->site->trainers;
    char cookie[TOKEN_SIZE];

    /* keys have 128 bits, which nobody guesses: no limit, so that nobody in
       the room can keep the trainer out */
    if (!trainers_enter(trainers, key, cookie)) {
        page_not_trainer(exchange);
        return;
    }
    exchange_cookie(exchange, "lewis-trainer", cookie, false);
    exchange->failed |= !site_new_link(exchange->site);
    exchange_redirect(exchange, "/trainer");
}

/* --- the page --- */

static const char *
state_words(const struct words *words, enum lewis_workshop_state state)
{
    const char *const text[] = {
        [LEWIS_WORKSHOP_DRAFT] = words->state_draft,
        [LEWIS_WORKSHOP_OPEN] = words->state_open,
        [LEWIS_WORKSHOP_CLOSED] = words->state_closed,
        [LEWIS_WORKSHOP_PURGED] = words->state_purged,
    };

    return text[state];
}

static void
add_numbers(struct exchange *exchange,
            const struct lewis_workshop_count *count)
{
    text_print(&exchange->body,
               "<td class=\"invited\">%zu</td><td class=\"joined\">%zu</td>"
               "<td class=\"handed\">%zu</td></tr>\n",
               count->invited, count->joined, count->handed_in);
}

static void
add_team(struct exchange *exchange, const char *name,
         const struct lewis_workshop_count *count)
{
    html_add(exchange, "<tr data-team=\"");
    html_text(exchange, name);
    html_add(exchange, "\">");
    html_element(exchange, "<th scope=\"row\">", name);
    add_numbers(exchange, count);
}

static void
add_header(struct exchange *exchange)
{
    const struct words *words = exchange->words;
    const char *const heads[] = {words->team, words->invited, words->joined,
                                 words->handed};

    html_add(exchange, "<table id=\"counts\">\n<thead><tr>");
    for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
        html_element(exchange, "<th scope=\"col\">", heads[i]);
    html_add(exchange, "</tr></thead>\n<tbody>\n");
}

static void
add_total(struct exchange *exchange,
          const struct lewis_workshop_count count[], size_t teams)
{
    struct lewis_workshop_count all = {0};

    for (size_t t = 0; t < teams; t++) {
        all.invited += count[t].invited;
        all.joined += count[t].joined;
        all.handed_in += count[t].handed_in;
    }
    html_add(exchange, "</tbody>\n<tfoot><tr id=\"total\">");
    html_element(exchange, "<th scope=\"row\">", exchange->words->total);
    add_numbers(exchange, &all);
    html_add(exchange, "</tfoot>\n</table>\n");
}

static void
add_counts(struct exchange *exchange,
           const struct lewis_workshop_count count[])
{
    size_t teams = lewis_workshop_team_count(exchange->workshop);

    add_header(exchange);
    for (size_t t = 0; t < teams; t++)
        add_team(exchange, lewis_workshop_team_name(exchange->workshop, t),
                 &count[t]);
    add_total(exchange, count, teams);
    html_counts(exchange, "<p class=\"quiet\">",
                lewis_workshop_names(exchange->workshop)
                    ? exchange->words->never_answers_names
                    : exchange->words->never_answers,
                lewis_workshop_minimum(exchange->workshop), 0);
}

/* A button, and below it what it does. */
static void
add_act(struct exchange *exchange, const char *action, const char *id,
        const char *button, const char *label, const char *how, bool main)
{
    html_add(exchange, "<div class=\"act\">\n");
    html_button_form(exchange, action, id, button, label, main);
    html_element(exchange, "<p class=\"quiet\">", how);
    html_add(exchange, "</div>\n");
}

/* A link, not a button: a page of its own asks first. */
static void
add_close(struct exchange *exchange)
{
    const struct words *words = exchange->words;

    html_add(exchange, "<div class=\"act\">\n");
    html_element(exchange,
                 "<a class=\"button main\" id=\"close-button\" "
                 "href=\"/trainer/close\">",
                 words->close);
    html_element(exchange, "<p class=\"quiet\">", words->close_how);
    html_add(exchange, "<div>\n"); /* so that the link need not be replaced */
    page_fates(exchange, words->closing_now, NULL);
    html_add(exchange, "</div>\n</div>\n");
}

static void
add_acts(struct exchange *exchange, const struct lewis_workshop_status *status)
{
    const struct words *words = exchange->words;

    if (status->state == LEWIS_WORKSHOP_DRAFT)
        add_act(exchange, "/trainer/open", "open", "open-button", words->open,
                words->open_how, true);
    if (status->state != LEWIS_WORKSHOP_OPEN)
        return;
    add_close(exchange);
    if (status->revealed)
        add_act(exchange, "/trainer/hide", "hide", "hide-button", words->hide,
                words->hide_how, false);
    else
        add_act(exchange, "/trainer/reveal", "reveal", "reveal-button",
                words->reveal, words->reveal_how, false);
}

/* As a shell wants it: in quotes, unless no letter of it has a meaning. */
static void
quote(struct text *text, const char *argument)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
                                "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./-";

    if (argument[strspn(argument, plain)] == '\0') {
        text_add(text, argument);
        return;
    }
    text_add(text, "'");
    while (*argument != '\0') {
        size_t size = strcspn(argument, "'");

        text_add_bytes(text, argument, size);
        text_add(text, argument[size] != '\0' ? "'\\''" : "");
        argument += size + (argument[size] != '\0');
    }
    text_add(text, "'");
}

/* A sentence, and what to type: "lewis serve" or such, the workshop's file,
 * and the rest. */
static void
add_command(struct exchange *exchange, const char *class, const char *sentence,
            const char *command, const char *rest)
{
    struct text path = {0};

    quote(&path, lewis_workshop_path(exchange->workshop));
    text_print(&exchange->body, "<div class=\"%s\">\n", class);
    html_element(exchange, "<p>", sentence);
    html_add(exchange, "<p><code>");
    html_text(exchange, command);
    html_add(exchange, " ");
    html_text(exchange, text_string(&path));
    html_add(exchange, *rest != '\0' ? " " : "");
    html_text(exchange, rest);
    html_add(exchange, "</code></p>\n</div>\n");
    exchange->failed |= !text_ok(&path);
    text_release(&path);
}

/* Is there anybody whom a report may be about? */
static bool
has_shown(const struct exchange *exchange,
          const struct lewis_workshop_count count[])
{
    bool names = lewis_workshop_names(exchange->workshop);
    size_t shown = 0;

    for (size_t t = 0; t < lewis_workshop_team_count(exchange->workshop); t++)
        shown += names ? count[t].handed_in : count[t].released;
    return shown > 0;
}

/* What is left to do is done in a terminal. */
static void
add_after_close(struct exchange *exchange,
                const struct lewis_workshop_count count[])
{
    const struct words *words = exchange->words;

    page_fates(exchange, NULL, NULL);
    html_add(exchange, "<section id=\"after\">\n");
    html_element(exchange, "<h2>", words->after_close);
    if (has_shown(exchange, count)) {
        add_command(exchange, "act", words->report_how,
                    "lewis workshop report", words->report_file);
        add_command(exchange, "act", words->export_how,
                    "lewis workshop export", words->export_file);
    }
    add_command(exchange, "act", words->purge_how, "lewis workshop purge",
                "");
    html_add(exchange, "</section>\n");
}

/* Where people join. */
static void
add_join(struct exchange *exchange)
{
    const struct words *words = exchange->words;
    const struct site *site = exchange->site;

    html_add(exchange, "<section id=\"join\">\n");
    html_element(exchange, "<h2>", words->join_at);
    html_element(exchange, "<p class=\"address\">", site->url);
    qr_add(&exchange->body, site->url, site->url);
    if (site->local)
        add_command(exchange, "warning", words->local_only, "lewis serve",
                    "--listen 0.0.0.0:8080");
    html_add(exchange, "</section>\n");
}

static void
add_state(struct exchange *exchange,
          const struct lewis_workshop_status *status)
{
    const struct words *words = exchange->words;

    html_add(exchange, "<p class=\"state\"><strong>");
    html_text(exchange, words->state);
    html_add(exchange, ": ");
    html_text(exchange, state_words(words, status->state));
    html_add(exchange, ".</strong> ");
    html_text(exchange, status->state == LEWIS_WORKSHOP_PURGED ? words->purged
                        : status->revealed ? words->shown_now
                                           : words->hidden_now);
    html_add(exchange, "</p>\n");
}

static void
add_part(struct exchange *exchange, const struct lewis_workshop_status *status,
         const struct lewis_workshop_count count[])
{
    text_print(&exchange->body,
               "<div id=\"part\" data-state=\"%s\" data-revealed=\"%d\">\n",
               lewis_workshop_state_keyword(status->state), status->revealed);
    add_state(exchange, status);
    add_counts(exchange, count);
    add_acts(exchange, status);
    if (status->state == LEWIS_WORKSHOP_CLOSED)
        add_after_close(exchange, count);
    else if (status->state < LEWIS_WORKSHOP_CLOSED)
        add_join(exchange);
    html_add(exchange, "</div>\n");
}

/* Reads what the part shows, and adds it. */
static void
read_and_add_part(struct exchange *exchange)
{
    size_t teams = lewis_workshop_team_count(exchange->workshop);
    struct lewis_workshop_count *count = calloc(teams, sizeof *count);
    struct lewis_workshop_status status;
    struct lewis_error error;

    if (count == NULL)
        exchange->failed = true;
    else if (!lewis_workshop_status(exchange->workshop, &status, &error) ||
             !lewis_workshop_counts(exchange->workshop, count, &error))
        page_trouble(exchange, &error);
    else
        add_part(exchange, &status, count);
    free(count);
}

static void
add_wall(struct exchange *exchange)
{
    const struct words *words = exchange->words;

    html_add(exchange, "<div class=\"act\">\n<p><a class=\"button\" "
                       "id=\"wall\" href=\"/wall\">");
    html_text(exchange, words->wall);
    html_add(exchange, "</a></p>\n");
    html_element(exchange, "<p class=\"quiet\">", words->wall_how);
    html_add(exchange, "</div>\n");
}

/* 'link': the link for another trainer; or NULL. */
static void
show(struct exchange *exchange, const char *link)
{
    const struct words *words = exchange->words;
    const struct html_frame frame = {.title = words->trainer_title,
                                     .script_refresh = POLL};

    html_begin_frame(exchange, &frame);
    read_and_add_part(exchange);
    if (exchange->status == 503)
        return;
    add_wall(exchange);
    add_act(exchange, "/trainer/link", "link", "link-button", words->link,
            words->link_how, false);
    if (link != NULL) {
        html_element(exchange, "<p>", words->link_made);
        html_element(exchange, "<p class=\"address\" id=\"new-link\">", link);
    }
    html_end(exchange);
}

void
page_trainer(struct exchange *exchange)
{
    const char *key = form_value(&exchange->query, "key");

    if (exchange->trainer && key != NULL)
        exchange_redirect(exchange, "/trainer");
    else if (exchange->trainer)
        show(exchange, NULL);
    else if (key != NULL && !exchange->is_head)
        enter(exchange, key);
    else
        page_not_trainer(exchange);
}

void
page_trainer_part(struct exchange *exchange)
{
    text_clear(&exchange->body);
    read_and_add_part(exchange);
}

/* --- what the buttons do --- */

/* exchange->error says why not. */
static void
finish(struct exchange *exchange, bool done)
{
    if (done) {
        exchange->site_changed = true;
        exchange_redirect(exchange, "/trainer");
    } else if (exchange->error.code == LEWIS_EINVALID) {
        exchange->status = 409;
        exchange->refusal = exchange->error.text;
        show(exchange, NULL);
    } else {
        page_trouble(exchange, &exchange->error);
    }
}

static void
open_it(struct exchange *exchange)
{
    finish(exchange,
           lewis_workshop_open(exchange->workshop, &exchange->error));
}

static void
close_it(struct exchange *exchange)
{
    finish(exchange,
           lewis_workshop_close(exchange->workshop, &exchange->error));
}

static void
reveal_it(struct exchange *exchange)
{
    finish(exchange, lewis_workshop_reveal(exchange->workshop, true,
                                           &exchange->error));
}

static void
hide_it(struct exchange *exchange)
{
    finish(exchange, lewis_workshop_reveal(exchange->workshop, false,
                                           &exchange->error));
}

void
page_open_do(struct exchange *exchange)
{
    exchange_write(exchange, open_it);
}

void
page_close_do(struct exchange *exchange)
{
    exchange_write(exchange, close_it);
}

void
page_reveal_do(struct exchange *exchange)
{
    exchange_write(exchange, reveal_it);
}

void
page_hide_do(struct exchange *exchange)
{
    exchange_write(exchange, hide_it);
}

void
page_link_do(struct exchange *exchange)
{
    struct site *site = exchange->site;
    struct text link = {0};

    if (!site_new_link(site)) {
        exchange->failed = true;
        return;
    }
    text_print(&link, "%s/trainer?key=%s", site->url, site->trainers.key);
    show(exchange, exchange_keep(exchange, &link));
}
