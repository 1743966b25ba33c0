/* image.c - a scene as pixels, drawn by cairo.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/image.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include <cairo.h>

#include "base/error.h"
#include "render/paint.h"

enum { PIXELS_MOST = 100000000, SIDE_MOST = 32767 /* of cairo's images */ };

static bool
check_size(double width, double height, struct lewis_error *error)
{
    if (width < 1 || height < 1)
        return error_set(error, LEWIS_EINVALID,
                         "a picture of %.0f x %.0f pixels has nothing to draw "
                         "on; ask for a larger size or more dots per inch",
                         width, height);
    if (width * height > PIXELS_MOST || width > SIDE_MOST || height > SIDE_MOST)
        return error_set(error, LEWIS_EINVALID,
                         "a picture of %.0f x %.0f pixels is too large "
                         "(100 million, %d a side); ask for fewer dots per "
                         "inch",
                         width, height, SIDE_MOST);
    return true;
}

static bool
paint(cairo_t *cr, const struct lewis_scene *scene,
      struct lewis_ruler *ruler)
{
    struct painter painter;
    bool ready = painter_init(&painter, cr, ruler);

    for (size_t i = 0; ready && i < scene_count(scene); i++) {
        const struct scene_shape *shape = scene_at(scene, i);

        if (shape->kind == SCENE_GROUP)
            painter.tiles = strcmp(shape->role, "backdrop") == 0;
        else if (shape->kind == SCENE_END)
            painter.tiles = false;
        paint_shape(&painter, shape);
    }
    ready = ready && painter_ok(&painter);
    painter_release(&painter);
    return ready;
}

/* In pages of 2 MiB where the kernel has them: of 4 KiB it takes thousands, and
 * as long for them as the drawing takes. */
static unsigned char *
pixels_new(size_t size)
{
    enum { HUGE_PAGE = 1 << 21 };
    void *pixels = NULL;

    if (posix_memalign(&pixels, HUGE_PAGE, size) != 0)
        return NULL;
#ifdef MADV_HUGEPAGE
    madvise(pixels, size, MADV_HUGEPAGE); /* it may say no */
#endif
    return pixels;
}

bool
image_draw(struct image *image, const struct lewis_scene *scene,
           const struct lewis_render_options *options,
           struct lewis_error *error)
{
    double width = round(scene_width_pt(scene) * options->dpi / 72);
    double height = round(scene_height_pt(scene) * options->dpi / 72);
    cairo_t *cr;
    bool done;

    if (!check_size(width, height, error))
        return false;
    image->width = (int)width;
    image->height = (int)height;
    image->dpi = options->dpi;
    image->stride = (size_t)cairo_format_stride_for_width(CAIRO_FORMAT_RGB24,
                                                          image->width);
    image->bytes = pixels_new(image->stride * (size_t)image->height);
    if (image->bytes == NULL)
        return error_memory(error);
    image->surface = cairo_image_surface_create_for_data(
        image->bytes, CAIRO_FORMAT_RGB24, image->width, image->height,
        (int)image->stride);
    cr = cairo_create(image->surface);
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    cairo_scale(cr, options->dpi / 72, options->dpi / 72);
    done = paint(cr, scene, options->ruler);
    cairo_destroy(cr);
    if (!done)
        return error_set(error, LEWIS_ESYSTEM, "cairo cannot draw the picture");
    cairo_surface_flush(image->surface);
    return true;
}

void
image_release(struct image *image)
{
    if (image->surface != NULL)
        cairo_surface_destroy(image->surface);
    image->surface = NULL;
    free(image->bytes);
    image->bytes = NULL;
}

const uint32_t *
image_row(const struct image *image, int y)
{
    return (const uint32_t *)(const void *)(image->bytes +
                                            (size_t)y * image->stride);
}
