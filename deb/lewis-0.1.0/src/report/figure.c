/* figure.c - the triangle of a chart, for a page that says the rest.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/error.h"
#include "report/document.h"
#include "report/person.h"

/* The same shapes under other words; what is shown on hover is the chart's and
 * so in English, and is left out elsewhere. */
static struct lewis_scene *
reworded(const struct lewis_scene *scene, const char *title, const char *alt,
         const char *lang)
{
    struct lewis_scene *copy =
        scene_new(scene_width_pt(scene), scene_height_pt(scene), title, alt,
                  lang);

    if (copy != NULL)
        scene_insert(copy, scene, (struct scene_point){0, 0});
    if (copy != NULL)
        scene_drop(copy, "nobody");
    if (copy != NULL && strcmp(lang, "en") != 0)
        scene_hush(copy);
    if (copy != NULL && !scene_ok(copy)) {
        lewis_scene_free(copy);
        copy = NULL;
    }
    return copy;
}

struct lewis_scene *
figure_scene(const struct lewis_chart *chart,
             const struct lewis_document_options *options,
             struct lewis_chart_options *look, double height_pt,
             const char *title, const char *alt, struct lewis_error *error)
{
    struct lewis_scene *scene, *copy;

    look->width_pt = document_width_pt(options);
    look->height_pt = height_pt;
    look->bare = true;
    look->theme = options->theme;
    look->lang = options->lang;
    for (int s = 0; s < LEWIS_STYLES; s++)
        look->corner[s] =
            words_style_title(options->lang, (enum lewis_style)s);
    scene = lewis_chart_scene(chart, look, &options->measure, error);
    if (scene == NULL)
        return NULL;
    copy = reworded(scene, title, alt, phrase_language(options->lang));
    lewis_scene_free(scene);
    if (copy == NULL)
        error_memory(error);
    return copy;
}
