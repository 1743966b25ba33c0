/* each.c - a picture of every person, in a folder.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/chart/each.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <lewis/text.h>

#include "cli/cleanup.h"
#include "cli/cmd.h"
#include "cli/say.h"

static const struct {
    const char *name;
    enum lewis_picture kind;
} formats[] = {{"svg", LEWIS_SVG}, {"png", LEWIS_PNG}, {"pdf", LEWIS_PDF}};

static bool
settle_format(struct chart_each *each)
{
    if (each->format == NULL)
        each->format = "svg";
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
        if (strcmp(formats[i].name, each->format) == 0) {
            each->kind = formats[i].kind;
            return true;
        }
    say_usage(&cmd_chart, "--format is svg, png or pdf, not \"%s\"",
              each->format);
    return false;
}

bool
chart_each_open(struct chart_each *each, struct lewis_ruler *ruler)
{
    if (!settle_format(each))
        return false;
    each->files.ending = each->format;
    each->files.made = (struct each_made){
        NN_("%s: %zu picture drawn", "%s: %zu pictures drawn")};
    each->render.ruler = ruler;
    return each_open(&each->files);
}

static bool
write_picture(struct chart_each *each, const struct lewis_scene *scene,
              const char *path, struct lewis_error *error)
{
    struct lewis_output *output = cleanup_open(path, error);
    bool done;

    if (output == NULL)
        return false;
    done = lewis_render(scene, each->kind, &each->render, output, error) &&
           cleanup_commit_unsynced(output, error);
    cleanup_close(output);
    return done;
}

/* "Zoë", "Row 7" of somebody without a name, or, behind the title that was
 * asked for, "Our team: Zoë". NULL when out of memory. */
static char *
title_of(const char *asked, const char *lang, const struct lewis_sheet *sheet)
{
    static const struct lewis_text row[] = {
        {"en", "Row"}, {"nl", "Rij"}, {NULL, NULL}};
    bool titled = asked != NULL && *asked != '\0';
    size_t room = sheet->id_size + 60 + (titled ? strlen(asked) : 0);
    char *title = malloc(room);

    if (title == NULL)
        return NULL;
    if (sheet->id_size > 0)
        snprintf(title, room, "%s%s%.*s", titled ? asked : "",
                 titled ? ": " : "", (int)sheet->id_size, sheet->id);
    else
        snprintf(title, room, "%s%s%s %ld", titled ? asked : "",
                 titled ? ": " : "", lewis_text_in(row, lang), sheet->line);
    return title;
}

static bool
draw(struct chart_each *each, const struct lewis_sheet *sheet,
     const struct lewis_score *score, const char *path,
     struct lewis_error *error)
{
    struct lewis_measure measure = lewis_ruler_measure(each->render.ruler);
    struct lewis_chart_options options = each->options;
    struct lewis_chart *chart = lewis_chart_new(error);
    struct lewis_scene *scene = NULL;
    char *title = title_of(options.title, options.lang, sheet);
    bool done = false;

    options.title = title;
    if (title == NULL) {
        *error = (struct lewis_error){.code = LEWIS_ENOMEM};
        snprintf(error->text, sizeof error->text, "%s", _("out of memory"));
    } else if (chart != NULL &&
        lewis_chart_add(chart, sheet->id, sheet->id_size, sheet->team,
                        sheet->team_size, score, error))
        scene = lewis_chart_scene(chart, &options, &measure, error);
    if (scene != NULL)
        done = write_picture(each, scene, path, error);
    lewis_scene_free(scene);
    lewis_chart_free(chart);
    free(title);
    return done;
}

void
chart_each_add(struct chart_each *each, const struct lewis_sheet *sheet,
               const struct lewis_score *score)
{
    struct lewis_error error;
    char *path;

    if (score->status != LEWIS_SCORED)
        return;
    path = each_path(&each->files, sheet);
    if (path == NULL)
        return;
    if (draw(each, sheet, score, path, &error))
        each_done(&each->files);
    else
        each_fail(&each->files, &error);
    free(path);
}

int
chart_each_close(struct chart_each *each)
{
    return each_close(&each->files);
}
