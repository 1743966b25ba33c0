/* backdrop.c - the triangle itself: tinted tiles, grid, sides.
 *
 * Small flat triangles and no gradient: gradients of meshes come out spotted
 * in some PDF viewers. Against seams between soft edges those that stand on
 * their base come first and reach a little under all their neighbours, which
 * stand on their tip.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/backdrop.h"

#include <math.h>

#include "chart/theme.h"

/* Widths in points: a hair, for who paints without soft edges, how far a tile
 * reaches under another, and how far paper reaches beyond the page. */
static const double HAIR = 0.6, REACH = 1, BLEED = 1;

/* A corner of the tiling: i steps to reactive, j to multi-active. */
struct knot {
    double i, j;
};

/* The shares at a knot of the view. */
static void
knot_shares(const struct view *view, struct knot knot,
            double share[LEWIS_STYLES])
{
    double n = THEME_TILES;
    double multi = knot.j / n, reactive = knot.i / n;

    share[LEWIS_LINEAR] =
        view->low[LEWIS_LINEAR] + (1 - multi - reactive) * view->size;
    share[LEWIS_MULTI] = view->low[LEWIS_MULTI] + multi * view->size;
    share[LEWIS_REACTIVE] = view->low[LEWIS_REACTIVE] + reactive * view->size;
}

/* The tint in the middle of three knots. */
static int32_t
tint(const struct frame *frame, const struct knot knot[3])
{
    const struct knot middle = {(knot[0].i + knot[1].i + knot[2].i) / 3,
                                (knot[0].j + knot[1].j + knot[2].j) / 3};
    double share[LEWIS_STYLES];

    knot_shares(&frame->view, middle, share);
    return palette_tint(frame->colour, share);
}

static void
draw_tile(const struct frame *frame, const struct knot knot[3], int32_t colour,
          struct lewis_scene *scene)
{
    struct scene_style style = scene_fill(colour, 1);
    struct scene_point point[3];

    for (int k = 0; k < 3; k++) {
        double share[LEWIS_STYLES];

        knot_shares(&frame->view, knot[k], share);
        point[k] = frame_share(frame, share[0], share[1], share[2]);
    }
    style.width_pt = HAIR * frame->scale;
    scene_polygon(scene, point, 3, style);
}

/* One that stands on its base, with what is under its neighbours. */
static void
draw_upright(const struct frame *frame, int i, int j, struct lewis_scene *scene)
{
    const struct knot own[3] = {{i, j}, {i + 1, j}, {i, j + 1}};
    double step = frame->side * sqrt(3) / 2 / THEME_TILES;
    double more = REACH * frame->scale / step;
    double left = i - (i > 0 ? more : 0), base = j - (j > 0 ? more : 0);
    double sum = i + j + 1 + (i + j + 1 < THEME_TILES ? more : 0);
    const struct knot wide[3] = {
        {left, base}, {sum - base, base}, {left, sum - left}};

    draw_tile(frame, wide, tint(frame, own), scene);
}

static void
draw_tiles(const struct frame *frame, struct lewis_scene *scene)
{
    for (int j = 0; j < THEME_TILES; j++)
        for (int i = 0; i + j < THEME_TILES; i++)
            draw_upright(frame, i, j, scene);
    for (int j = 0; j < THEME_TILES; j++)
        for (int i = 0; i + j + 1 < THEME_TILES; i++) {
            const struct knot own[3] = {{i + 1, j}, {i + 1, j + 1}, {i, j + 1}};

            draw_tile(frame, own, tint(frame, own), scene);
        }
}

/* The end of the line where 'style' has that share at which 'least' has the
 * lowest share of the view. */
static struct scene_point
level_end(const struct frame *frame, int style, double level, int least)
{
    double share[LEWIS_STYLES];
    int rest = LEWIS_STYLES - style - least;

    share[style] = level;
    share[least] = frame->view.low[least];
    share[rest] = 1 - level - share[least];
    return frame_share(frame, share[0], share[1], share[2]);
}

/* The line on which the style has that share, if it is in the view. */
static void
draw_level(const struct frame *frame, int style, double level,
           struct lewis_scene *scene)
{
    double low = frame->view.low[style], seen = 1e-9;
    int a = (style + 1) % LEWIS_STYLES, b = (style + 2) % LEWIS_STYLES;
    struct scene_point line[2] = {level_end(frame, style, level, a),
                                  level_end(frame, style, level, b)};

    if (level > low + seen && level < low + frame->view.size - seen)
        scene_line(
            scene, line, 2,
            scene_stroke(frame->colour->grid, theme.grid_width * frame->scale));
}

int
backdrop_grid_percent(const struct view *view)
{
    return view->size > 0.8 ? 20 : view->size > 0.4 ? 10 : 5;
}

void
backdrop_draw_triangle(const struct frame *frame, struct lewis_scene *scene)
{
    int step = backdrop_grid_percent(&frame->view);

    scene_group(scene, "backdrop", NULL);
    if (frame->colour->tint > 0)
        draw_tiles(frame, scene);
    scene_end(scene);
    scene_group(scene, "grid", NULL);
    for (int percent = step; percent < 100; percent += step)
        for (int style = 0; style < LEWIS_STYLES; style++)
            draw_level(frame, style, percent / 100.0, scene);
    scene_end(scene);
    scene_group(scene, "sides", NULL);
    scene_polygon(
        scene, frame->corner, LEWIS_STYLES,
        scene_stroke(frame->colour->edge, theme.edge_width * frame->scale));
    scene_end(scene);
}

/* Every format's page is white by itself. Reaches beyond the right and the
 * lower edge, which may lie within a pixel, that would be half white; and is no
 * rectangle, for before one that covers all of the page cairo forgets what it
 * was told, the tags of a PDF too. */
void
backdrop_draw_page(const struct frame *frame, struct lewis_scene *scene)
{
    double x = frame->width + BLEED, y = frame->height + BLEED;
    struct scene_point corner[5] = {
        {0, 0}, {x, 0}, {x, y}, {0, y}, {-BLEED, y / 2}};

    if (frame->colour->paper == 0xFFFFFF)
        return;
    scene_group(scene, "page", NULL);
    scene_polygon(scene, corner, 5, scene_fill(frame->colour->paper, 1));
    scene_end(scene);
}

void
backdrop_draw(const struct frame *frame, struct lewis_scene *scene)
{
    backdrop_draw_page(frame, scene);
    backdrop_draw_triangle(frame, scene);
}
