/* frame.h - where the triangle and the blocks around it stand on the page.
 *
 *     head: title, subtitle, shares           legend
 *                          M
 *            countries    / \    countries
 *                        L---R
 *     L's countries    countries    R's countries
 *     foot: what the picture is not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHART_FRAME_H
#define CHART_FRAME_H

#include <lewis/style.h>

#include "chart/box.h"
#include "chart/palette.h"

/* The part of the triangle that is shown: upright, of the same form. Each share
 * is at least 'low' in it, so a corner has low of the two other styles, and
 * low + size of its own. */
struct view {
    double low[LEWIS_STYLES];
    double size; /* 1 less the sum of low; 1: the whole triangle */
};

struct frame {
    double width, height;                    /* page */
    double scale;                            /* of the theme's lengths */
    double text;                             /* of the theme's text sizes */
    struct box area;                         /* page without its margin */
    struct view view;                        /* what the triangle shows */
    double side;                             /* of the triangle */
    double middle; /* where its middle stands; at first the page's */
    struct scene_point corner[LEWIS_STYLES]; /* by style */
    const struct palette *colour;            /* of the theme asked for */
    const char *corner_name[LEWIS_STYLES];
};

/* A page with no triangle yet, which will show the whole. 'step' 0..1: 0 the largest text that suits the
 * page, 1 text in proportion to the page. */
struct frame frame_of_page(const struct lewis_chart_options *options,
                           double step);

/* Puts the triangle on its middle, its lower side at 'base'. */
void frame_set_triangle(struct frame *frame, double side, double base);

/* The same anywhere: its lower side's middle at 'foot'. */
void frame_put_triangle(struct frame *frame, double side,
                        struct scene_point foot);

/* Where a point of the plane (side 1, y upwards) comes to stand, in the view or
 * beyond it. This is the only place that knows how shares become a place on the
 * page; frame_plane() is the way back. */
struct scene_point frame_point(const struct frame *frame,
                               struct lewis_point point);
struct lewis_point frame_plane(const struct frame *frame,
                               struct scene_point at);

/* The same for a profile. */
struct scene_point frame_share(const struct frame *frame, double linear,
                               double multi, double reactive);

/* How long the side of the whole triangle would be: what distances in the plane
 * are multiplied by. */
double frame_unit(const struct frame *frame);

/* The nearest place on the page that is in the triangle, or nearly so: shares
 * that are too low become the lowest of the view. */
struct scene_point frame_inside(const struct frame *frame,
                                struct scene_point at);

#endif
