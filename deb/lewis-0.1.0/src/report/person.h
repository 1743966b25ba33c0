/* person.h - the parts of a personal report, in their order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef REPORT_PERSON_H
#define REPORT_PERSON_H

#include "base/text.h"
#include "report/result.h"
#include "report/words.h"
#include <lewis/document.h>

void person_head(const struct lewis_person *person, const char *items,
                 struct lewis_page *page);
void person_unscored(const struct result *result, struct lewis_page *page);
/* Adds what comes first, as far as the answers tell. */
void person_say_first(struct text *line, const struct lewis_score *score,
                      const char *lang);
void person_sentence(const struct lewis_score *score, const char *lang,
                     struct lewis_page *page);
void person_shares(const struct result *result, struct lewis_page *page);
void person_topics(const struct result *result, struct lewis_page *page);
void person_near(const struct result *result, struct lewis_page *page);
void person_meaning(const struct result *result, struct lewis_page *page);
void person_flags(const struct result *result, struct lewis_page *page);
void person_method(const struct result *result, struct lewis_page *page);

/* Adds the names of a place's countries; a flag in words; what a topic's
 * answers put first. */
void person_add_names(struct text *text, const struct result *result,
                      size_t place);
void person_add_flag(struct text *line, const struct result *result,
                     unsigned flag);
void person_add_topic(struct text *text, const char *lang,
                      const struct lewis_score *score);

/* The triangle of a chart for a page: of that height and as wide as the text,
 * with words of our own for those who do not see it. NULL when it cannot be
 * made: *error is set. */
struct lewis_scene *figure_scene(const struct lewis_chart *chart,
                                 const struct lewis_document_options *options,
                                 struct lewis_chart_options *look,
                                 double height_pt, const char *title,
                                 const char *alt, struct lewis_error *error);

#endif
