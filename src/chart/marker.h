/* marker.h - the signs that stand for people, teams and regions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHART_MARKER_H
#define CHART_MARKER_H

#include <lewis/team.h>

#include "chart/frame.h"

/* A shape with a white rim: team 0 a circle, then a square, a triangle, a
 * diamond ... Eight shapes and seven colours: no two of 56 teams have both in
 * common. */
void marker_draw(struct lewis_scene *scene, const struct frame *frame,
                 size_t team, struct scene_point at, double radius_pt,
                 int32_t colour);

/* The same shape small and translucent, with a dark outline that light colours
 * are seen by, for many people. */
void marker_dot(struct lewis_scene *scene, const struct frame *frame,
                size_t team, struct scene_point at, double radius_pt,
                int32_t colour, double alpha);

/* Somebody who stands out: a star in a ring, which reaches MARKER_STAR radii
 * far. The team's shape stands in it when 'shaped'. */
#define MARKER_STAR 2.3
void marker_star(struct lewis_scene *scene, const struct frame *frame,
                 size_t team, bool shaped, struct scene_point at,
                 double radius_pt, int32_t colour);

/* The centre of a group: an upright cross with a white rim. */
void marker_cross(struct lewis_scene *scene, const struct frame *frame,
                  struct scene_point at, double arm_pt, int32_t colour);

/* What words stand on, of paper, with round corners. */
void marker_plate(struct lewis_scene *scene, const struct frame *frame,
                  struct box box, double radius_pt);

/* How a region of a centre or a profile is painted, and how the spread of
 * persons: dashed, and not filled. */
struct scene_style marker_region(const struct frame *frame, int32_t colour);
struct scene_style marker_spread(const struct frame *frame, int32_t colour);

/* An ellipse of the plane as a closed line, what lies outside the triangle cut
 * off. Returns how many points it has, at most MARKER_OUTLINE. */
enum { MARKER_OUTLINE = 120 };
size_t marker_outline(const struct lewis_ellipse *ellipse,
                      struct lewis_point outline[MARKER_OUTLINE]);

#endif
