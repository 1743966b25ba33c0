/* picture.c - which kind of picture, and who writes it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <lewis/text.h>

#include "render/pango.h"
#include "render/picture.h"

#include <string.h>

#include "base/error.h"

static bool
scene_write(const struct lewis_scene *scene,
            const struct lewis_render_options *options,
            struct lewis_output *output, struct lewis_error *error)
{
    (void)options;
    return lewis_scene_print(scene, output) || error_memory(error);
}

/* A kind of picture: the ending of its files and its writer. */
struct kind {
    const char *ending;
    bool (*write)(const struct lewis_scene *scene,
                  const struct lewis_render_options *options,
                  struct lewis_output *output, struct lewis_error *error);
};

static const struct kind kind[] = {
    [LEWIS_PNG] = {".png", png_write},
    [LEWIS_PDF] = {".pdf", pdf_write},
    [LEWIS_SVG] = {".svg", svg_write},
    [LEWIS_SCENE] = {".scene", scene_write},
};

enum { KINDS = sizeof kind / sizeof kind[0] };

bool
lewis_picture_parse(const char *path, enum lewis_picture *picture)
{
    const char *ending = strrchr(path, '.');

    for (int i = 0; ending != NULL && i < KINDS; i++)
        if (lewis_text_same(ending, kind[i].ending)) {
            *picture = (enum lewis_picture)i;
            return true;
        }
    return false;
}

struct lewis_render_options
lewis_render_defaults(void)
{
    return (struct lewis_render_options){.dpi = 150};
}

bool
lewis_render(const struct lewis_scene *scene, enum lewis_picture picture,
             const struct lewis_render_options *options,
             struct lewis_output *output, struct lewis_error *error)
{
    struct pango pango;

    if (!(options->dpi >= 36 && options->dpi <= 1200))
        return error_set(error, LEWIS_EINVALID,
                         "%.4g dots per inch: it must be 36 to 1200",
                         options->dpi);
    return pango_load(&pango, error) &&
           kind[picture].write(scene, options, output, error);
}
