/* cmd_chart.c - lewis chart: answers in, a picture out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stddef.h>

#include <lewis/chart.h>
#include <lewis/output.h>
#include <lewis/render.h>

#include "content.h"
#include "say.h"
#include "scoring.h"

/* What the command's own options say. */
struct picture {
    const char *path, *title, *lang;
    double dpi;
    enum lewis_picture kind;
};

/* People on their way into the chart. */
struct gathering {
    struct lewis_chart *chart;
    struct lewis_error error; /* code LEWIS_OK while all is well */
};

static void
gather(const struct lewis_sheet *sheet, const struct lewis_score *score,
       void *payload)
{
    struct gathering *g = payload;

    if (g->error.code == LEWIS_OK)
        lewis_chart_add(g->chart, sheet->id, sheet->id_size, sheet->team,
                        sheet->team_size, score, &g->error);
}

static int
write_scene(const struct lewis_scene *scene, const struct picture *picture)
{
    struct lewis_render_options options = lewis_render_defaults();
    struct lewis_error error;
    struct lewis_output *output = lewis_output_open(picture->path, &error);
    bool ok;

    if (output == NULL)
        return say_error(&error);
    options.dpi = picture->dpi;
    ok = lewis_render(scene, picture->kind, &options, output, &error) &&
         lewis_output_commit(output, &error);
    lewis_output_free(output);
    return ok ? EXIT_DONE : say_error(&error);
}

static int
draw(const struct lewis_chart *chart, const struct scoring *scoring,
     const struct picture *picture)
{
    struct lewis_chart_options options = lewis_chart_defaults();
    struct lewis_error error;
    struct lewis_ruler *ruler = lewis_ruler_new(&error);
    struct lewis_measure measure;
    struct lewis_scene *scene = NULL;
    int status;

    if (ruler == NULL)
        return say_error(&error);
    options.title = picture->title;
    options.lang = picture->lang;
    options.atlas = scoring->atlas;
    options.level = scoring->level;
    content_atlas_language(scoring->atlas, picture->lang);
    measure = lewis_ruler_measure(ruler);
    scene = lewis_chart_scene(chart, &options, &measure, &error);
    status = scene == NULL ? say_error(&error) : write_scene(scene, picture);
    if (lewis_ruler_unknown(ruler) > 0)
        say("%zu characters are in no font of this machine; a package such "
            "as fonts-noto may have them",
            lewis_ruler_unknown(ruler));
    lewis_scene_free(scene);
    lewis_ruler_free(ruler);
    return status;
}

static int
chart_files(struct scoring *scoring, char **paths, int count,
            const struct picture *picture)
{
    struct gathering g = {.error = {.code = LEWIS_OK}};
    struct lewis_batch_options options = {.scored = gather, .payload = &g};
    int status, drawn;

    g.chart = lewis_chart_new(&g.error);
    if (g.chart == NULL)
        return say_error(&g.error);
    status = scoring_run(scoring, paths, count, &options);
    if (status != EXIT_TROUBLE && g.error.code != LEWIS_OK)
        status = say_error(&g.error);
    if (status != EXIT_TROUBLE) {
        drawn = draw(g.chart, scoring, picture);
        status = drawn != EXIT_DONE ? drawn : status;
    }
    lewis_chart_free(g.chart);
    return status;
}

static int
check(const struct picture *picture, int operands)
{
    if (operands == 0)
        return say_usage(&cmd_chart, "which answers? Give a CSV file, or - "
                                     "for standard input");
    if (picture->path == NULL)
        return say_usage(&cmd_chart,
                         "where to? Give -o FILE, ending in .png, .pdf or "
                         ".svg");
    if (!(picture->dpi >= 36 && picture->dpi <= 1000))
        return say_usage(&cmd_chart, "--dpi must be from 36 to 1000");
    return -1;
}

static int
run(int argc, char **argv)
{
    struct scoring scoring = scoring_defaults();
    struct picture picture = {.dpi = lewis_render_defaults().dpi};
    const struct option_row rows[] = {
        {"output", 'o', OPTION_TEXT, &picture.path},
        {"title", 't', OPTION_TEXT, &picture.title},
        {"lang", '\0', OPTION_TEXT, &picture.lang},
        {"dpi", '\0', OPTION_NUMBER, &picture.dpi},
        SCORING_OPTIONS(scoring),
        {0},
    };
    int first, status = option_read(&cmd_chart, argc, argv, rows, &first);

    if (status < 0)
        status = check(&picture, argc - first);
    if (status < 0 && !lewis_picture_parse(picture.path, &picture.kind))
        status = say_usage(&cmd_chart,
                           "%s: the name must end in .png, .pdf or .svg",
                           picture.path);
    if (status >= 0)
        return status;
    status = scoring_spares(argv + first, argc - first, picture.path) &&
                     scoring_open(&scoring)
                 ? chart_files(&scoring, argv + first, argc - first, &picture)
                 : EXIT_TROUBLE;
    scoring_close(&scoring);
    return status;
}

const struct cmd cmd_chart = {
    .name = "chart",
    .usage = "[OPTION]... ANSWERS... -o FILE",
    .summary = "Draw the people of answer sheets in the triangle",
    .help =
        "ANSWERS is a CSV file as for \"lewis score\"; - is standard input.\n"
        "\n"
        "  -o, --output FILE      .png, .pdf or .svg, written whole or not at\n"
        "                         all\n"
        "  -t, --title TEXT       what stands above the chart\n"
        "      --lang LANG        language of the countries' names (en, nl)\n"
        "      --dpi N            of a PNG, 36 to 1000 (default "
        "150)\n" SCORING_HELP "\n"
        "Exit status: 0 done; 1 done, some rows refused; 2 trouble.\n"
        "\n"
        "  lewis chart workshop.csv --title \"Our team\" -o team.png\n",
    .run = run,
};
