/* paint.c - a scene on a cairo context.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/paint.h"

#include <pango/pangocairo.h>

#include "base/text.h"
#include "render/ruler.h"
#include "render/type.h"

static void
set_colour(cairo_t *cr, int32_t colour, double alpha)
{
    double r = (double)(colour >> 16 & 0xFF) / 255;
    double g = (double)(colour >> 8 & 0xFF) / 255;
    double b = (double)(colour & 0xFF) / 255;

    if (alpha >= 1)
        cairo_set_source_rgb(cr, r, g, b);
    else
        cairo_set_source_rgba(cr, r, g, b, alpha);
}

static void
trace(cairo_t *cr, const struct scene_shape *shape)
{
    const struct scene_point *point = shape->point;

    cairo_new_path(cr);
    if (shape->kind == SCENE_CIRCLE) {
        cairo_arc(cr, point->x, point->y, shape->radius_pt, 0,
                  2 * 3.14159265358979323846);
        cairo_close_path(cr);
        return;
    }
    for (size_t i = 0; i < shape->count; i++)
        cairo_line_to(cr, point[i].x, point[i].y);
    if (shape->kind == SCENE_POLYGON)
        cairo_close_path(cr);
}

/* Fills and strokes the current path, and forgets it. */
static void
apply(cairo_t *cr, const struct scene_style *style)
{
    if (style->fill_alpha > 0) {
        set_colour(cr, style->fill, style->fill_alpha);
        cairo_fill_preserve(cr);
    }
    if (style->stroke_alpha > 0) {
        set_colour(cr, style->stroke, style->stroke_alpha);
        cairo_set_line_width(cr, style->width_pt);
        cairo_set_dash(cr, style->dash_pt, style->dash_pt[0] > 0 ? 2 : 0, 0);
        cairo_stroke_preserve(cr);
    }
    cairo_new_path(cr);
}

static void
set(PangoLayout *layout, const char *text, bool bold)
{
    type_set(layout, text, TYPE_SIZE, bold);
    type_square_unknown(layout);
}

/* With a space that nobody sees behind the text: so the words of two lines do
 * not run into one for those who copy or listen. */
static void
set_with_space(struct painter *painter, const struct scene_shape *shape)
{
    struct text text = {0};

    text_add(&text, shape->text);
    text_add(&text, " ");
    painter->failed |= !text_ok(&text);
    set(painter->layout, text_string(&text), shape->bold);
    text_release(&text);
}

static bool
from_right(PangoLayout *layout)
{
    return pango_layout_get_line_readonly(layout, 0)->resolved_dir ==
           PANGO_DIRECTION_RTL;
}

/* Traces the halo's path or shows the line, as many times larger. */
static void
put_line(cairo_t *cr, PangoLayout *layout, struct scene_point at, double times,
         void (*put)(cairo_t *, PangoLayoutLine *))
{
    cairo_save(cr);
    cairo_translate(cr, at.x, at.y);
    cairo_scale(cr, times, times);
    cairo_move_to(cr, 0, 0);
    put(cr, pango_layout_get_line_readonly(layout, 0));
    cairo_restore(cr);
}

/* The current path in straight lines. */
static void
straighten(cairo_t *cr, double tolerance)
{
    double before = cairo_get_tolerance(cr);
    cairo_path_t *path;

    cairo_set_tolerance(cr, tolerance);
    path = cairo_copy_path_flat(cr);
    cairo_set_tolerance(cr, before);
    cairo_new_path(cr);
    cairo_append_path(cr, path);
    cairo_path_destroy(path);
}

/* All texts are set in one size: each other size would be looked up in the
 * fonts of the machine anew, which takes longer than drawing it. */
static void
paint_text(struct painter *painter, const struct scene_shape *shape)
{
    static const double before[] = {
        [SCENE_START] = 0,
        [SCENE_MIDDLE] = 0.5,
        [SCENE_FINISH] = 1,
    };
    PangoLayout *layout = painter->layout;
    cairo_t *cr = painter->cr;
    double times = shape->size_pt / TYPE_SIZE;
    struct scene_point at = *shape->point;
    double space = 0;

    if (painter->spaces) {
        set_with_space(painter, shape);
        space = type_end_width_pt(layout);
    } else {
        set(layout, shape->text, shape->bold);
    }
    at.x -= before[shape->anchor] * (type_width_pt(layout) - space) * times;
    if (from_right(layout)) /* there the space is on the left */
        at.x -= space * times;
    if (shape->halo_pt > 0) {
        put_line(cr, layout, at, times, pango_cairo_layout_line_path);
        if (painter->spaces)
            straighten(cr, shape->halo_pt / 8);
        apply(cr, &(struct scene_style){.stroke = shape->halo,
                                        .stroke_alpha = 1,
                                        .width_pt = 2 * shape->halo_pt});
    }
    set_colour(cr, shape->style.fill, shape->style.fill_alpha);
    put_line(cr, layout, at, times, pango_cairo_show_layout_line);
    cairo_new_path(cr);
}

/* A tile without soft edges leaves no seam to its neighbours, and is painted
 * sooner. Where the field ends its edge is hard; the triangle's side, half as wide
 * again as the hair, hides it when that has a pixel. */
static bool
paint_tile(const struct painter *painter, const struct scene_shape *shape)
{
    cairo_t *cr = painter->cr;
    double hair = shape->style.width_pt, none = 0;

    cairo_user_to_device_distance(cr, &hair, &none);
    if (shape->kind != SCENE_POLYGON || hair < 1)
        return false;
    trace(cr, shape);
    set_colour(cr, shape->style.fill, shape->style.fill_alpha);
    cairo_set_antialias(cr, CAIRO_ANTIALIAS_NONE);
    cairo_fill(cr);
    cairo_set_antialias(cr, CAIRO_ANTIALIAS_DEFAULT);
    return true;
}

bool
painter_init(struct painter *painter, cairo_t *cr,
             struct lewis_ruler *ruler)
{
    painter->cr = cr;
    painter->spaces = false;
    painter->tiles = false;
    painter->failed = false;
    painter->layout = ruler == NULL ? type_layout_new() : ruler_layout(ruler);
    if (ruler != NULL && painter->layout != NULL)
        g_object_ref(painter->layout);
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
    return painter->layout != NULL;
}

void
painter_release(struct painter *painter)
{
    if (painter->layout != NULL)
        g_object_unref(painter->layout);
}

void
paint_shape(struct painter *painter, const struct scene_shape *shape)
{
    if (shape->kind == SCENE_TEXT) {
        paint_text(painter, shape);
    } else if (shape->count > 0 &&
               !(painter->tiles && paint_tile(painter, shape))) {
        trace(painter->cr, shape);
        apply(painter->cr, &shape->style);
    }
}

bool
painter_ok(const struct painter *painter)
{
    return !painter->failed && cairo_status(painter->cr) == CAIRO_STATUS_SUCCESS;
}
