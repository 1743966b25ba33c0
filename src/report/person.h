/* person.h - the parts of a personal report, in their order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef REPORT_PERSON_H
#define REPORT_PERSON_H

#include "base/text.h"
#include "report/result.h"

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

#endif
