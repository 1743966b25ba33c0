/* controls.h - a question as controls of an HTML form: one way for the page
 * that works by itself (export_html.c) and for the pages of a workshop.
 *
 * An item becomes a fieldset of the class "item" and of its form, with its id
 * as id. Its fields are
 *
 *     pick, rate, check, pair   T01: the letter, the number, the place
 *     rank                      T01.most, T01.least: letters (of two options
 *                               only the first)
 *     points                    T01.a, T01.b, ...: numbers
 *
 * and a question about the person has one of its own id. It works without a
 * script; controls_js adds keys, and controls_css what it looks like.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BANK_CONTROLS_H
#define BANK_CONTROLS_H

#include <lewis/bank.h>

#include "base/text.h"

/* Where it is written, and in which languages: in one as plain text, in several
 * each in a span of the class "l0", "l1", ... with its own lang, of which a
 * style sheet shows one. */
struct controls {
    struct text *out;
    const char *const *lang;
    size_t langs;
};

/* A text that may stand inside a sentence, escaped. */
void controls_text(const struct controls *controls,
                   const struct lewis_text *text);

/* The same where the wording has one %d in it. */
void controls_count(const struct controls *controls,
                    const struct lewis_text *text, int n);

/* "ltr" or "rtl": how the script of that language runs. */
const char *controls_direction(const char *lang);

/* What a language calls itself; or its tag. */
const char *controls_language_name(const char *lang);

/* How items of this form are answered: a sentence. */
void controls_how(const struct controls *controls,
                  const struct lewis_item *item);

/* An item. 'number' stands before it; 'order' holds the options as shown (their
 * indices), NULL: as in the bank. 'raw' is the answer so far, as a cell of an
 * answer file: "b", "bca", "3", "5 3 2"; NULL or "": none. */
void controls_item(const struct controls *controls,
                   const struct lewis_item *item, size_t number,
                   const size_t *order, const char *raw);
void controls_ask(const struct controls *controls, const struct lewis_ask *ask,
                  const char *reply);

/* What came back in a field, or NULL. */
typedef const char *controls_field(void *payload, const char *name);

/* The cell that the fields of an item make; "" when they make no answer.
 * Ranking: most like me alone is the first of them ("b"). Points: a field left
 * empty is 0 when the others use up the total; what does not add up is handed
 * on as it is ("5 3 1"), for lewis_answer_parse() to refuse. */
void controls_raw(const struct lewis_item *item, controls_field *field,
                  void *payload, struct text *out);

/* The style sheet and the script, compiled in. */
extern const char controls_css[], controls_js[];

#endif
