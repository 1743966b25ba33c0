/* members.h - the people in the triangle: markers with names, or dots.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHART_MEMBERS_H
#define CHART_MEMBERS_H

#include "chart/country_labels.h"
#include "chart/panel.h"
#include "chart/tracks.h"

/* What stands around the triangle and must not be covered. */
struct members_around {
    const struct box *box;
    size_t count;
};

struct label_place;

/* Everybody, or, when people are dots, those who stand out. */
struct members {
    struct scene_point *at; /* the markers */
    double *reach;          /* how far each of them reaches */
    struct paragraph *name; /* as drawn, cut; no lines: no label */
    struct label_place *place; /* of the names */
    size_t count;
    struct tracks tracks;
    bool all_placed;           /* false: some name had no room */
    bool all_countries;        /* false: some country has become listed */
};

/* Tells the measure of the names that there will be. */
void members_expect(const struct panel_facts *facts);

/* Finds a place for every marker and name, and for the free names of countries,
 * which go without before a member does. False when out of memory. */
bool members_place(struct members *members, struct country_labels *countries,
                   const struct panel_facts *facts, const struct frame *frame,
                   const struct members_around *around);

void members_draw(const struct members *members,
                  const struct panel_facts *facts, const struct frame *frame,
                  struct lewis_scene *scene);

#endif
