/* left_out.h - rows that are not drawn, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHART_LEFT_OUT_H
#define CHART_LEFT_OUT_H

#include "chart/panel.h"

/* Adds " Only in the earlier answers: 2 (Ann, Bob); not drawn.", and what else
 * there is to say; nothing of those without a profile, whom the foot counts. */
void left_out_add_words(struct text *text, const struct panel_facts *facts);

#endif
