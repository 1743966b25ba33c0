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

static void
tile(const struct frame *frame, const struct knot knot[3],
     struct lewis_scene *scene)
{
    double share[LEWIS_STYLES] = {0, 0, 0};
    struct scene_point point[3];
    struct scene_style style;
    double n = THEME_TILES;

    for (int k = 0; k < 3; k++) {
        double multi = knot[k].j / n, reactive = knot[k].i / n;

        point[k] = frame_share(frame, 1 - multi - reactive, multi, reactive);
        share[LEWIS_LINEAR] += (1 - multi - reactive) / 3;
        share[LEWIS_MULTI] += multi / 3;
        share[LEWIS_REACTIVE] += reactive / 3;
    }
    style = scene_fill(theme_tint(share), 1);
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

/* The three lines at which a style has that share. */
static void
draw_level(const struct frame *frame, double share, struct lewis_scene *scene)
{
    double rest = 1 - share;
    struct scene_style style =
        scene_stroke(theme.grid, theme.grid_width * frame->scale);
    struct scene_point line[3][2] = {
        {frame_share(frame, share, rest, 0),
         frame_share(frame, share, 0, rest)},
        {frame_share(frame, rest, share, 0),
         frame_share(frame, 0, share, rest)},
        {frame_share(frame, rest, 0, share),
         frame_share(frame, 0, rest, share)},
    };

    for (int i = 0; i < 3; i++)
        scene_line(scene, line[i], 2, style);
}

void
backdrop_draw(const struct frame *frame, struct lewis_scene *scene)
{
    scene_group(scene, "backdrop", NULL);
    draw_tiles(frame, scene);
    scene_end(scene);
    scene_group(scene, "grid", NULL);
    for (int percent = 20; percent < 100; percent += 20)
        draw_level(frame, percent / 100.0, scene);
    scene_end(scene);
    scene_group(scene, "sides", NULL);
    scene_polygon(scene, frame->corner, LEWIS_STYLES,
                  scene_stroke(theme.edge, theme.edge_width * frame->scale));
    scene_end(scene);
}
