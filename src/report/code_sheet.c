/* code_sheet.c - codes on slips of paper, to be cut apart.
 *
 * A row of slips is a figure: lines to cut along, and on each slip what its
 * owner needs to know.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "chart/palette.h"
#include "report/document.h"
#include "report/phrases.h"

#include <lewis/report.h>

/* Points. Three slips of A4's width lie beside each other. */
enum { SLIPS = 3 };
static const double height = 88, inside = 9, code_size = 21, small = 7.5,
                    team_size = 9.5;

/* A sheet under way. */
struct making {
    const struct lewis_code_sheet *sheet;
    struct lewis_document *document;
    const struct lewis_document_options *options;
    const struct palette *colour;
    double width; /* of a slip */
};

/* A line of a slip: smaller when it would not fit. */
static void
add_line(const struct making *making, struct lewis_scene *scene, double x,
         double y, const char *text, double size, bool bold, int32_t colour)
{
    const struct lewis_measure *measure = &making->options->measure;
    double room = making->width - 2 * inside;
    double width = measure->width_pt(measure->payload, text, size, bold);

    scene_text(scene, (struct scene_point){x + making->width / 2, y}, text,
               width > room ? size * room / width : size, bold, SCENE_MIDDLE,
               colour, 0, 0);
}

/* "BCD FGX": two short words are typed with fewer mistakes than a long one. */
static void
add_code(const struct making *making, struct lewis_scene *scene, double x,
         const char *code)
{
    struct text spaced = {0};
    size_t half = strlen(code) / 2;

    text_add_bytes(&spaced, code, half);
    text_add(&spaced, " ");
    text_add(&spaced, code + half);
    add_line(making, scene, x, 50, text_string(&spaced), code_size, true,
             making->colour->ink);
    text_release(&spaced);
}

static void
add_slip(const struct making *making, struct lewis_scene *scene,
         const struct lewis_code_group *group, double x, const char *code)
{
    const struct lewis_code_sheet *sheet = making->sheet;
    const char *lang = making->options->lang;

    add_line(making, scene, x, 15, sheet->title, small, false,
             making->colour->quiet);
    add_line(making, scene, x, 28, group->name, team_size, false,
             making->colour->ink);
    add_code(making, scene, x, code);
    if (sheet->address != NULL)
        add_line(making, scene, x, 65, sheet->address, team_size, false,
                 making->colour->ink);
    add_line(making, scene, x, 79, phrase(lang, SAY_CODES_KEEP), small, false,
             making->colour->quiet);
}

/* Where to cut: round every slip. */
static void
add_cuts(const struct making *making, struct lewis_scene *scene, size_t slips)
{
    struct scene_style dashes = scene_stroke(making->colour->quiet, 0.6);
    double right = (double)slips * making->width;

    dashes.dash_pt[0] = dashes.dash_pt[1] = 3;
    for (size_t i = 0; i <= slips; i++) {
        double x = (double)i * making->width;
        scene_line(scene,
                   (struct scene_point[]){{x, 0}, {x, height}}, 2, dashes);
    }
    for (int i = 0; i < 2; i++)
        scene_line(scene,
                   (struct scene_point[]){{0, i * height}, {right, i * height}},
                   2, dashes);
}

/* What a screen reader says of a row. */
static void
describe(const struct lewis_code_group *group, size_t from, size_t slips,
         struct text *text)
{
    text_print(text, "%s:", group->name);
    for (size_t i = 0; i < slips; i++)
        text_print(text, "%s %s", i > 0 ? "," : "", group->code[from + i]);
}

static void
add_row(const struct making *making, const struct lewis_code_group *group,
        size_t from, size_t slips)
{
    struct text words = {0};
    struct lewis_scene *scene;

    describe(group, from, slips, &words);
    scene = scene_new(SLIPS * making->width, height, group->name,
                      text_string(&words),
                      phrase_language(making->options->lang));
    if (scene != NULL) {
        add_cuts(making, scene, slips);
        for (size_t i = 0; i < slips; i++)
            add_slip(making, scene, group, (double)i * making->width,
                     group->code[from + i]);
    }
    document_figure(making->document, scene, NULL);
    text_release(&words);
}

static void
add_group(const struct making *making, const struct lewis_code_group *group)
{
    document_heading(making->document, group->name);
    for (size_t from = 0; from < group->count; from += SLIPS)
        add_row(making, group, from,
                group->count - from < SLIPS ? group->count - from : SLIPS);
}

struct lewis_document *
lewis_report_code_sheet(const struct lewis_code_sheet *sheet,
                        const struct lewis_document_options *options,
                        struct lewis_error *error)
{
    struct making making = {.sheet = sheet,
                            .options = options,
                            .colour = palette_of(options->theme),
                            .width = document_width_pt(options) / SLIPS};

    making.document = document_new(options, sheet->title,
                                   phrase(options->lang, SAY_CODES_SUBJECT));
    if (making.document != NULL) {
        document_text(making.document, TONE_QUIET,
                      phrase(options->lang, SAY_CODES_TRAINER));
        for (size_t g = 0; g < sheet->groups; g++) {
            if (g > 0)
                document_page(making.document, sheet->group[g].name);
            add_group(&making, &sheet->group[g]);
        }
    }
    if (making.document != NULL && document_ok(making.document))
        return making.document;
    error_memory(error);
    lewis_document_free(making.document);
    return NULL;
}
