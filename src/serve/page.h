/* page.h - the pages of a workshop, and what the buttons on them do.
 *
 * What tests and style sheets may rely on (ids, names of fields):
 *
 *   every page   main#main; a link a[hreflang=LANG] or a button
 *                button[name=go][value="lang:LANG"] for every other language;
 *                form fields "token"; p#trouble (role=alert) when something
 *                was not accepted
 *   closed       instead of any page below, for whoever did not hand in:
 *                p#closed; p#unused for whoever had begun
 *   /            form#join: input#code (name=code), button#enter; of a
 *                workshop that was purged p#over
 *   /consent     form#consent: [input#name (name=name),] button#agree;
 *                form#leave: button#leave; before the opening p#waiting
 *   /topic/N     form#topic: fieldset.item of every item (bank/controls.h);
 *                p#saved (role=status, data-state=idle|saving|saved|unsaved|
 *                refused); button#next, button#back (name=go,
 *                value=next|back|review), button#review
 *   /about       form#about: .ask of every question (bank/controls.h),
 *                button#next, button#back
 *   /review      ul#topics: li[data-topic=N][data-open=COUNT]; form#hand-in:
 *                button#hand-in-button; p#left, what is open; p#wanting when a
 *                question about the person needs an answer
 *   /result      #result; a#pdf; form#take-back: button#change
 *   /trainer     #part: [data-state=draft|open|closed|purged]
 *                [data-revealed=0|1]; table#counts: tr[data-team=NAME]
 *                td.invited td.joined td.handed; form#open, #reveal, #hide,
 *                #link: one button each; a#close-button; a#wall;
 *                ul#fates: li#unfinished, #pooled, #kept-back, what closing
 *                does with whom, when there is anything to say; section#join
 *                until it is closed; then section#after: what to type
 *   /trainer/close  #part: ul#fates; form#close: button#close-sure;
 *                a#not-yet
 *   /wall        #part; #joined, #handed (data-count), #qr, #triangle, or
 *                p#withheld
 *
 * "#part" is what the script fetches anew (/trainer/part, /trainer/close/part,
 * /wall/part) when the stream /events says so.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SERVE_PAGE_H
#define SERVE_PAGE_H

#include <stdbool.h>

#include <lewis/workshop.h>

#include "serve/route.h"

exchange_handler page_join, page_join_do, page_leave_do;
exchange_handler page_style, page_script, page_icon;
exchange_handler page_consent, page_consent_do;
exchange_handler page_topic, page_topic_do, page_answer_do;
exchange_handler page_about, page_about_do;
exchange_handler page_review, page_hand_in_do, page_take_back_do;
exchange_handler page_result, page_result_pdf;
exchange_handler page_trainer, page_trainer_part, page_open_do, page_close_do,
    page_reveal_do, page_hide_do, page_link_do;
exchange_handler page_close, page_close_part;
exchange_handler page_wall, page_wall_part, page_events;

/* Where a person is to go on: consent, the first topic with an open question,
 * the review, or the result. */
void page_go_on(struct exchange *exchange);

/* Does the workshop take this person's answers now? If not, the answer is set:
 * to where the person is to go on, or to page_closed(). */
bool page_may_answer(struct exchange *exchange);

/* Too late, for somebody who did not hand in. */
void page_closed(struct exchange *exchange);

/* Calls with the person's sheet, which lives as long as the call. */
typedef void sheet_handler(struct exchange *exchange,
                           const struct lewis_workshop_sheet *sheet);
void page_with_sheet(struct exchange *exchange, sheet_handler *use);

/* Are there questions about the person to be asked here? */
bool page_asks(const struct exchange *exchange);

/* Adds what closing would do with whom, or has done: a sentence before, and a
 * list; or, when there is nothing to say, 'otherwise'. Both may be NULL. */
void page_fates(struct exchange *exchange, const char *before,
                const char *otherwise);

/* What was not saved, and why. */
void page_unsaved(struct exchange *exchange, enum lewis_saved saved);

/* What was not accepted, as a page of its own; or for the script, which is told
 * 'why' by a keyword. */
void page_refuse(struct exchange *exchange, unsigned status, const char *why,
                 const char *sentence);
void page_not_found(struct exchange *exchange);
void page_wrong_method(struct exchange *exchange, const char *allow);
void page_malformed(struct exchange *exchange);
void page_too_large(struct exchange *exchange);
void page_old_form(struct exchange *exchange);
void page_not_in(struct exchange *exchange);
void page_not_trainer(struct exchange *exchange);
void page_trouble(struct exchange *exchange, const struct lewis_error *error);
void page_busy(struct exchange *exchange);

#endif
