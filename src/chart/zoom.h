/* zoom.h - the part of the triangle that a chart shows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHART_ZOOM_H
#define CHART_ZOOM_H

#include "chart/country_labels.h"
#include "chart/panel.h"

enum {
    ZOOM_STEP = 5,   /* percent: views begin and end at multiples of it */
    ZOOM_LEAST = 20, /* the smallest size of a view, in percent, */
    ZOOM_MOST = 80,  /* and the largest that is worth being one */
    ZOOM_GIVEN = 10  /* the same when it is asked for in numbers */
};

/* The least of each share that must be in sight. */
struct zoom_need {
    double least[LEWIS_STYLES];
};

/* Nothing yet, and one more point. */
struct zoom_need zoom_need_nothing(void);
void zoom_need_point(struct zoom_need *need, struct lewis_point point);

/* All people of a chart, and where they were before. */
void zoom_need_people(struct zoom_need *need, const struct lewis_chart *chart);

/* The same, the region of a single one, and all regions of
 * centres. */
void zoom_need_chart(struct zoom_need *need, const struct groups *groups);

/* The smallest view that has all of it, in whole steps, but not smaller than
 * ZOOM_LEAST; the whole triangle when nothing is needed. */
struct view zoom_view(const struct zoom_need *need);

/* The same; where that is hardly less than the whole triangle, of the people
 * alone; and where that is, too, the whole. */
struct view zoom_auto(const struct zoom_need *all,
                      const struct zoom_need *people);

/* The view that the options ask for, and how many people are counted in
 * hexagons that are out of its sight. False with *error set (EINVALID) when it
 * is none, or leaves people out: anybody, where 'outside' is NULL or people
 * have signs of their own; else everybody, or one who stands out. */
bool zoom_settle(const struct groups *groups,
                 const struct lewis_chart_options *options, struct view *view,
                 size_t *outside,
                 struct lewis_error *error);

/* True when the point is in the view, or on its rim. */
bool zoom_holds(const struct view *view, struct lewis_point point);

/* Cuts off what a closed line has outside of the view. 'room' is how many
 * points there is room for, at least count + 6; returns how many are left. */
size_t zoom_clip(const struct view *view, struct lewis_point point[],
                 size_t count, size_t room);

/* Takes away the places that are out of sight; their names, "" when there are
 * none, NULL once the arena has failed. */
const char *zoom_countries(const struct view *view,
                           struct country_labels *labels, struct arena *arena);

/* What a corner of the view is called: "Linear-active", or "Linear-active
 * 70 %". NULL once the arena has failed. */
const char *zoom_corner(const struct frame *frame, enum lewis_style style,
                        struct arena *arena);

/* Adds what the corners and sides of the view are, in words, and its grid. */
void zoom_add_words(struct text *text, const struct view *view,
                    const char *lang);

/* The whole triangle, small, with the view and the countries in it; nothing
 * for the whole triangle. Under the shorter one of head and legend. */
struct inset {
    bool shown;
    struct box box;
    struct frame frame; /* of the small triangle */
};

struct inset inset_of(const struct panel_facts *facts,
                      const struct frame *frame, const struct head *head,
                      const struct legend *legend);
void inset_draw(const struct inset *inset, const struct panel_facts *facts,
                const struct frame *frame, struct lewis_scene *scene);

#endif
