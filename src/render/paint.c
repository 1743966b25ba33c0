/* paint.c - a scene on a cairo context.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/paint.h"

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

/* The user space of a line: its origin there, as many times larger. */
static void
begin_line(cairo_t *cr, struct scene_point at, double times)
{
    cairo_save(cr);
    cairo_translate(cr, at.x, at.y);
    cairo_scale(cr, times, times);
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

static void
paint_halo(struct painter *painter, const struct type_line *line,
           struct scene_point at, const struct scene_shape *shape)
{
    cairo_t *cr = painter->cr;

    begin_line(cr, at, shape->size_pt / TYPE_SIZE);
    type_trace(line, cr);
    cairo_restore(cr);
    if (painter->spaces)
        straighten(cr, shape->halo_pt / 8);
    apply(cr, &(struct scene_style){.stroke = shape->halo,
                                    .stroke_alpha = 1,
                                    .width_pt = 2 * shape->halo_pt});
}

static void
paint_letters(struct painter *painter, const struct type_line *line,
              struct scene_point at, const struct scene_shape *shape)
{
    cairo_t *cr = painter->cr;

    set_colour(cr, shape->style.fill, shape->style.fill_alpha);
    begin_line(cr, at, shape->size_pt / TYPE_SIZE);
    type_show(line, cr);
    cairo_restore(cr);
    cairo_new_path(cr);
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
    double times = shape->size_pt / TYPE_SIZE;
    struct scene_point at = *shape->point;
    struct type_line line;

    type_set(painter->type, &line, shape->text, shape->bold, painter->spaces);
    type_square_unknown(painter->type, &line);
    at.x -= before[shape->anchor] * line.width_pt * times;
    if (line.from_right)
        at.x -= line.space_pt * times;
    if (shape->halo_pt > 0)
        paint_halo(painter, &line, at, shape);
    paint_letters(painter, &line, at, shape);
    type_release(&line);
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
    painter->own = ruler == NULL;
    painter->type = ruler == NULL ? type_new() : ruler_type(ruler);
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
    return painter->type != NULL;
}

void
painter_release(struct painter *painter)
{
    if (painter->own)
        type_free(painter->type);
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
    return cairo_status(painter->cr) == CAIRO_STATUS_SUCCESS;
}
