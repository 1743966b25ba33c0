/* key.h - who is who: a row for each person with code, name and shares, where
 * the markers bear codes instead of names.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHART_KEY_H
#define CHART_KEY_H

#include "chart/panel.h"

enum { KEY_CODE = 24 };

/* What stands at the marker of person 'index': "1" for the first. */
void key_code(size_t index, char code[KEY_CODE]);

/* On wide pages a column at the right, under the legend, and the triangle
 * moves to the left; else columns between triangle and foot. */
struct key {
    bool shown;
    bool below;  /* the box hangs on the foot: see key_settle() */
    size_t rows; /* people in a column */
    struct paragraph *name; /* as drawn, cut */
    size_t more_lines; /* of names, but for the first of each */
    double row_pt, column_pt, name_pt;
    struct box box;
};

/* Nothing is shown when the facts ask for no codes. A key that stands beside
 * the triangle moves the frame's middle, and the legend, so that the signs of
 * both stand under one another. */
struct key key_of(const struct panel_facts *facts, struct frame *frame,
                  struct box head, struct box *legend);

/* False where its letters would be too small. */
bool key_readable(const struct frame *frame);

/* Puts a key that stands below on that height; the top of what there is. */
double key_settle(struct key *key, const struct frame *frame, double bottom);

void key_draw(const struct key *key, const struct panel_facts *facts,
              const struct frame *frame, struct lewis_scene *scene);

#endif
