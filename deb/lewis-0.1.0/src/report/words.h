/* words.h - the program's own words, and the shape of a report.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef REPORT_WORDS_H
#define REPORT_WORDS_H

#include <lewis/page.h>
#include <lewis/score.h>
#include <lewis/text.h>

#include "base/text.h"
#include "report/phrases.h"

enum { WORDS_INDENT = 2 };

/* "linear-active"; "Linear-active". */
const char *words_style(const char *lang, enum lewis_style style);
const char *words_style_title(const char *lang, enum lewis_style style);

/* "linear-active", "linear-active or multi-active", or all three; the largest
 * share first, or in the fixed order when 'share' is NULL. */
void words_add_styles(struct text *text, const char *lang, unsigned styles,
                      const double share[]);

/* How many bits are set: 0..3. */
int words_style_count(unsigned styles);

/* The k-th of 'count' things joined: "", ", " or " and " goes before it. */
const char *words_joint(const char *lang, size_t k, size_t count);

/* A blank line and a heading. */
void words_heading(struct lewis_page *page, const char *text);

/* A paragraph, indented. */
void words_say(struct lewis_page *page, enum lewis_ink ink, const char *text);
void words_print(struct lewis_page *page, enum lewis_ink ink,
                 const char *format, ...) LEWIS_PRINTF(3, 4);

/* A paragraph from a text that was put together, which is released. */
void words_finish(struct lewis_page *page, struct text *text);

/* "  - text", hanging. */
void words_item(struct lewis_page *page, const char *text);

/* "  Label  text", hanging, the label in that ink. */
void words_labelled(struct lewis_page *page, enum lewis_ink ink,
                    const char *label, const char *text);

/* The sentence on countries that stands wherever they do. */
void words_caveat(struct lewis_page *page, const char *lang);

#endif
