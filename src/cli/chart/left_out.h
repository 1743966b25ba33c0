/* left_out.h - who is not drawn, on standard error.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_CHART_LEFT_OUT_H
#define CLI_CHART_LEFT_OUT_H

#include <lewis/chart.h>

/* "without a profile: 2 (Ann, Bob); not drawn", when there is anybody. */
void left_out_say(const struct lewis_chart *chart, enum lewis_left_out why,
                  const char *words);

#endif
