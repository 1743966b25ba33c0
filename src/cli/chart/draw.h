/* draw.h - from files of answers to the picture that was asked for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_CHART_DRAW_H
#define CLI_CHART_DRAW_H

#include "cli/chart/picture.h"
#include "cli/scoring.h"

/* Reads 'count' files, and draws their people in one picture, or each in one of
 * their own, or in the terminal. Returns an exit status. */
int draw_picture(struct scoring *scoring, char **paths, int count,
                 struct lewis_ruler *ruler, struct picture *picture);

#endif
