/* spread.h - markers that would hide each other, moved apart a little.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHART_SPREAD_H
#define CHART_SPREAD_H

#include <stddef.h>

#include "chart/frame.h"
#include "chart/people.h"

/* Points, the markers, that are to stand 'apart' from each other, and places
 * that no marker which has to move may come nearer than 'clear' to. */
struct spread {
    const struct frame *frame;
    double apart, clear;
    const double *more; /* what each point needs beside that; NULL: nothing */
    const struct scene_point *kept_clear;
    size_t places;
};

/* Moves those of the points in the triangle that are nearer to each other than
 * 'apart' until they are that far apart, each as little as will do, none out
 * of the triangle; the others stay. Of n points around one spot that is to be
 * kept clear the furthest goes about 0.85 sqrt(n) times 'apart' away, in a
 * corner 1.6 sqrt(n). Steps in a fixed order: the same points always give the same picture. At most
 * CHART_LABELLED points. */
void spread_apart(const struct spread *spread, struct scene_point at[],
                  size_t count);

#endif
