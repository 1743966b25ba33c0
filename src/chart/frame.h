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

struct frame {
    double width, height;                    /* page */
    double scale;                            /* of the theme's lengths */
    double text;                             /* of the theme's text sizes */
    struct box area;                         /* page without its margin */
    double side;                             /* of the triangle */
    struct scene_point corner[LEWIS_STYLES]; /* by style */
};

/* A page with no triangle yet. 'step' 0..1: 0 the largest text that suits the
 * page, 1 text in proportion to the page. */
struct frame frame_of_page(double width, double height, double step);

/* Puts the triangle in the middle of the page, its lower side at 'base'. */
void frame_set_triangle(struct frame *frame, double side, double base);

/* Where a point of the plane (side 1, y upwards) comes to stand. */
struct scene_point frame_point(const struct frame *frame,
                               struct lewis_point point);

/* The same for a profile. */
struct scene_point frame_share(const struct frame *frame, double linear,
                               double multi, double reactive);

#endif
