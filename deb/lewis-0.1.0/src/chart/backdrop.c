/* backdrop.c - the triangle itself: tinted tiles, grid, sides.
 *
 * Small flat triangles and no gradient: gradients of meshes come out spotted
 * in some PDF viewers. Each tile has a thin rim of its own colour, against
 * seams.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/backdrop.h"

#include "chart/theme.h"

/* A corner of the tiling: i steps to reactive, j to multi-active. */
struct knot {
    int i, j;
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

static void
tile(const struct frame *frame, const struct knot knot[3],
     struct lewis_scene *scene)
{
    double share[LEWIS_STYLES] = {0, 0, 0};
    struct scene_point point[3];
    struct scene_style style;

    for (int k = 0; k < 3; k++) {
        double own[LEWIS_STYLES];

        knot_shares(&frame->view, knot[k], own);
        point[k] = frame_share(frame, own[0], own[1], own[2]);
        for (int i = 0; i < LEWIS_STYLES; i++)
            share[i] += own[i] / 3;
    }
    style = scene_fill(palette_tint(frame->colour, share), 1);
    style.stroke = style.fill;
    style.stroke_alpha = 1;
    style.width_pt = 0.6 * frame->scale;
    scene_polygon(scene, point, 3, style);
}

static void
draw_tiles(const struct frame *frame, struct lewis_scene *scene)
{
    for (int j = 0; j < THEME_TILES; j++)
        for (int i = 0; i + j < THEME_TILES; i++) {
            struct knot up[3] = {{i, j}, {i + 1, j}, {i, j + 1}};
            struct knot down[3] = {{i + 1, j}, {i + 1, j + 1}, {i, j + 1}};

            tile(frame, up, scene);
            if (i + j + 1 < THEME_TILES)
                tile(frame, down, scene);
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

/* Every format's page is white by itself. */
void
backdrop_draw_page(const struct frame *frame, struct lewis_scene *scene)
{
    struct scene_point corner[4] = {{0, 0},
                                    {frame->width, 0},
                                    {frame->width, frame->height},
                                    {0, frame->height}};

    if (frame->colour->paper == 0xFFFFFF)
        return;
    scene_group(scene, "page", NULL);
    scene_polygon(scene, corner, 4, scene_fill(frame->colour->paper, 1));
    scene_end(scene);
}

void
backdrop_draw(const struct frame *frame, struct lewis_scene *scene)
{
    backdrop_draw_page(frame, scene);
    backdrop_draw_triangle(frame, scene);
}
