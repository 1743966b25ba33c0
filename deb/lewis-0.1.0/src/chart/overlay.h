/* overlay.h - quiet words over the triangle.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHART_OVERLAY_H
#define CHART_OVERLAY_H

#include "chart/panel.h"

struct overlay_word {
    struct paragraph text;
    const char *hover; /* or NULL */
    struct box box;
    bool shown; /* false: out of sight, or there is no room */
};

struct overlay {
    struct overlay_word *word;
    size_t count;
    const char *left_out; /* names of the words that are not shown, or "" */
};

/* Finds a place for every word that is in sight: its own, or one near by where
 * it covers fewer markers; never on another word, never out of the triangle.
 * False when out of memory. */
bool overlay_place(struct overlay *overlay, const struct panel_facts *facts,
                   const struct frame *frame);

void overlay_draw(const struct overlay *overlay, const struct frame *frame,
                  struct lewis_scene *scene);

#endif
