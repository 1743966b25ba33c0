/* backdrop_test.c - the tinted field: each spot has its own colour, and nothing
 * shows between tiles whose edges are soft.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include <lewis/render.h>
#include <lewis/style.h>

#include "chart/backdrop.h"
#include "chart/scene.h"
#include "render/image.h"

enum { PAGE = 300, SIDE = 260 };

static struct frame
a_frame(double low)
{
    struct frame frame = {.width = PAGE,
                          .height = PAGE,
                          .middle = PAGE / 2.0,
                          .scale = 1,
                          .view = {{low, 0, 0}, 1 - low},
                          .colour = palette_of(LEWIS_THEME_SCREEN)};

    frame_set_triangle(&frame, SIDE, 270);
    return frame;
}

/* The tiles on black, which a gap lets through. */
static struct lewis_scene *
tiles(const struct frame *frame)
{
    const struct scene_point page[4] = {
        {0, 0}, {PAGE, 0}, {PAGE, PAGE}, {0, PAGE}};
    struct lewis_scene *scene = scene_new(PAGE, PAGE, "", "", "en");

    assert_non_null(scene);
    scene_polygon(scene, page, 4, scene_fill(0x000000, 1));
    backdrop_draw_triangle(frame, scene);
    scene_drop(scene, "grid");
    scene_drop(scene, "sides");
    return scene;
}

/* The colour that belongs there; false beyond the triangle or near its sides. */
static bool
colour_at(const struct frame *frame, struct scene_point at, int32_t *colour)
{
    double share[LEWIS_STYLES];

    lewis_triangle_shares(frame_plane(frame, at), share);
    for (int s = 0; s < LEWIS_STYLES; s++)
        if (share[s] < frame->view.low[s] + 0.02)
            return false;
    *colour = palette_tint(frame->colour, share);
    return true;
}

static int
farthest(uint32_t a, uint32_t b)
{
    int most = 0;

    for (int shift = 0; shift < 24; shift += 8) {
        int d = abs((int)(a >> shift & 0xFF) - (int)(b >> shift & 0xFF));
        most = d > most ? d : most;
    }
    return most;
}

/* The largest step from what was drawn to what belongs there, of 255. */
static int
worst(const struct frame *frame, double dpi)
{
    struct lewis_scene *scene = tiles(frame);
    struct lewis_render_options options = lewis_render_defaults();
    struct image image = {0};
    int most = 0, seen = 0;

    options.dpi = dpi;
    assert_true(image_draw(&image, scene, &options, NULL));
    for (int y = 0; y < image.height; y++)
        for (int x = 0; x < image.width; x++) {
            struct scene_point at = {(x + 0.5) * 72 / dpi,
                                     (y + 0.5) * 72 / dpi};
            int32_t colour;
            int step;

            if (!colour_at(frame, at, &colour))
                continue;
            seen++;
            step = farthest(image_row(&image, y)[x], (uint32_t)colour);
            most = step > most ? step : most;
        }
    image_release(&image);
    lewis_scene_free(scene);
    assert_true(seen > 1000);
    return most;
}

/* A tile is 2 % of the field wide on either side of its middle. */
static void
test_no_seam_is_seen(void **state)
{
    static const double dpi[] = {72, 90, 100, 150, 300};

    (void)state;
    for (size_t i = 0; i < sizeof dpi / sizeof dpi[0]; i++)
        for (int zoomed = 0; zoomed < 2; zoomed++) {
            struct frame frame = a_frame(zoomed ? 0.5 : 0);
            int step = worst(&frame, dpi[i]);

            if (step > 6)
                fail_msg("%g dpi, %s: %d", dpi[i], zoomed ? "zoomed" : "whole",
                         step);
        }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_seam_is_seen),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
