/* html.h - pieces of pages.
 *
 * Whatever comes from people or files goes through html_text(), which escapes
 * it, as text or as an attribute's value in quotes; there is no other way in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SERVE_HTML_H
#define SERVE_HTML_H

#include "serve/exchange.h"

/* The frame of a page: everything up to its heading and what was refused, and
 * everything after its content. Between them the handlers write into
 * exchange->body. */
void html_begin(struct exchange *exchange, const char *title);
void html_end(struct exchange *exchange);

/* The same where the languages are buttons of the form "topic", for what was
 * chosen not to be lost, and where the page asks for itself anew after some
 * seconds (0: never; without a script). */
struct html_frame {
    const char *title;
    bool language_buttons;
    unsigned refresh, script_refresh; /* always; without a script only */
    const char *body; /* its classes; or NULL */
};
void html_begin_frame(struct exchange *exchange,
                      const struct html_frame *frame);

/* Markup of our own, as it stands. */
void html_add(struct exchange *exchange, const char *markup);

/* Escaped. */
void html_text(struct exchange *exchange, const char *string);

/* "<p>", the text, "</p>"; 'open' is the opening tag, the closing one follows
 * from it. */
void html_element(struct exchange *exchange, const char *open,
                  const char *string);

/* The same where the words hold one or two %zu, or one %s. */
void html_counts(struct exchange *exchange, const char *open,
                 const char *format, size_t a, size_t b);
void html_with(struct exchange *exchange, const char *open,
               const char *format, const char *string);

/* "<form method=post action=ACTION id=ID>" and the hidden token. */
void html_form(struct exchange *exchange, const char *action, const char *id);

/* The hidden token alone. */
void html_token(struct exchange *exchange);

/* A button that sends the form: 'id', and 'value' of the field "go" unless
 * NULL. */
void html_button(struct exchange *exchange, const char *id, const char *value,
                 const char *words, bool main);

/* A box with that id: a short sentence that stands out, and another one. */
void html_notice(struct exchange *exchange, const char *id, const char *first,
                 const char *second);

/* A form of one button. */
void html_button_form(struct exchange *exchange, const char *action,
                      const char *id, const char *button, const char *words,
                      bool main);

/* The button by which a person leaves. */
void html_leave(struct exchange *exchange);

#endif
