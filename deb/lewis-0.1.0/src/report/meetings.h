/* meetings.h - advice for two who lean as two countries do.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef REPORT_MEETINGS_H
#define REPORT_MEETINGS_H

#include <lewis/report.h>

/* The styles nearest to a country: bit i for style i; two when it stands
 * midway. */
unsigned meetings_leaning(const struct lewis_country *country);

/* The advice of a's styles with b's and the other way round, and the warning.
 * 'in' has advice. */
void meetings_say(const struct lewis_countries *in,
                  const struct lewis_country *a, const struct lewis_country *b,
                  struct lewis_page *page);

#endif
