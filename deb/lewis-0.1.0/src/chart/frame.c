/* frame.c - where the triangle stands on the page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/frame.h"

#include <math.h>

#include "chart/theme.h"

struct frame
frame_of_page(const struct lewis_chart_options *options, double step)
{
    double width = options->width_pt, height = options->height_pt;
    struct frame frame = {.width = width,
                          .height = height,
                          .view.size = 1,
                          .colour = palette_of(options->theme)};
    double margin;

    for (int i = 0; i < LEWIS_STYLES; i++)
        frame.corner_name[i] = options->corner[i] == NULL
                                   ? theme.corner_name[i]
                                   : options->corner[i];
    frame.middle = frame.width / 2;
    frame.scale = fmin(width, height) / theme.page_short;
    frame.text = frame.scale;
    /* on small pages text shrinks more slowly than the page does */
    if (frame.scale < 1)
        frame.text = (1 - step) * sqrt(frame.scale) + step * frame.scale;
    margin = theme.margin * frame.scale;
    frame.area = (struct box){margin, margin, width - margin, height - margin};
    return frame;
}

void
frame_put_triangle(struct frame *frame, double side, struct scene_point foot)
{
    frame->side = side;
    frame->corner[LEWIS_LINEAR] = (struct scene_point){foot.x - side / 2, foot.y};
    frame->corner[LEWIS_REACTIVE] =
        (struct scene_point){foot.x + side / 2, foot.y};
    frame->corner[LEWIS_MULTI] =
        (struct scene_point){foot.x, foot.y - side * sqrt(3) / 2};
}

void
frame_set_triangle(struct frame *frame, double side, double base)
{
    frame_put_triangle(frame, side,
                       (struct scene_point){frame->middle, base});
}

double
frame_unit(const struct frame *frame)
{
    return frame->side / frame->view.size;
}

/* The view's linear-active corner in the plane. */
static struct lewis_point
view_origin(const struct view *view)
{
    return (struct lewis_point){
        view->low[LEWIS_REACTIVE] + view->low[LEWIS_MULTI] / 2,
        view->low[LEWIS_MULTI] * sqrt(3) / 2};
}

struct scene_point
frame_point(const struct frame *frame, struct lewis_point point)
{
    struct scene_point corner = frame->corner[LEWIS_LINEAR];
    struct lewis_point origin = view_origin(&frame->view);

    return (struct scene_point){
        corner.x + (point.x - origin.x) * frame_unit(frame),
        corner.y - (point.y - origin.y) * frame_unit(frame)};
}

struct lewis_point
frame_plane(const struct frame *frame, struct scene_point at)
{
    struct scene_point corner = frame->corner[LEWIS_LINEAR];
    struct lewis_point origin = view_origin(&frame->view);

    return (struct lewis_point){
        origin.x + (at.x - corner.x) / frame_unit(frame),
        origin.y + (corner.y - at.y) / frame_unit(frame)};
}

struct scene_point
frame_share(const struct frame *frame, double linear, double multi,
            double reactive)
{
    const struct scene_point *c = frame->corner;
    const struct view *view = &frame->view;
    double l = (linear - view->low[LEWIS_LINEAR]) / view->size;
    double m = (multi - view->low[LEWIS_MULTI]) / view->size;
    double r = (reactive - view->low[LEWIS_REACTIVE]) / view->size;

    return (struct scene_point){l * c[0].x + m * c[1].x + r * c[2].x,
                                l * c[0].y + m * c[1].y + r * c[2].y};
}

struct scene_point
frame_inside(const struct frame *frame, struct scene_point at)
{
    const struct view *view = &frame->view;
    double share[LEWIS_STYLES], sum = 0;
    bool out = false;

    lewis_triangle_shares(frame_plane(frame, at), share);
    for (int i = 0; i < LEWIS_STYLES; i++) {
        out = out || share[i] < view->low[i];
        share[i] = fmax(share[i] - view->low[i], 0);
        sum += share[i];
    }
    for (int i = 0; i < LEWIS_STYLES; i++)
        share[i] = view->low[i] + share[i] / sum * view->size;
    return out ? frame_share(frame, share[0], share[1], share[2]) : at;
}
