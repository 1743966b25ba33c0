/* stars.h - the people that a chart is to be about.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_CHART_STARS_H
#define CLI_CHART_STARS_H

#include <lewis/chart.h>

#include "cli/option.h"

/* Asks the chart to make them stand out. False with *error set. */
bool chart_stars_ask(const struct option_many *ids, struct lewis_chart *chart,
                     struct lewis_error *error);

/* Says who has no profile, or an id that several have. False: said that there
 * is nobody of that id. */
bool chart_stars_check(const struct lewis_chart *chart);

#endif
