/* frame.c - where the triangle stands on the page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/frame.h"

#include <math.h>

#include "chart/theme.h"

struct frame
frame_of_page(double width, double height, double step)
{
    struct frame frame = {.width = width, .height = height};
    double margin;

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
frame_set_triangle(struct frame *frame, double side, double base)
{
    double middle = frame->width / 2;

    frame->side = side;
    frame->corner[LEWIS_LINEAR] = (struct scene_point){middle - side / 2, base};
    frame->corner[LEWIS_REACTIVE] =
        (struct scene_point){middle + side / 2, base};
    frame->corner[LEWIS_MULTI] =
        (struct scene_point){middle, base - side * sqrt(3) / 2};
}

struct scene_point
frame_point(const struct frame *frame, struct lewis_point point)
{
    struct scene_point origin = frame->corner[LEWIS_LINEAR];

    return (struct scene_point){origin.x + point.x * frame->side,
                                origin.y - point.y * frame->side};
}

struct scene_point
frame_share(const struct frame *frame, double linear, double multi,
            double reactive)
{
    const struct scene_point *c = frame->corner;

    return (struct scene_point){
        linear * c[0].x + multi * c[1].x + reactive * c[2].x,
        linear * c[0].y + multi * c[1].y + reactive * c[2].y};
}
