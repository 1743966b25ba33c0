/* draw.c - from files of answers to the picture that was asked for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/chart/draw.h"

#include <stdio.h>
#include <string.h>

#include <lewis/output.h>

#include "cli/chart/before.h"
#include "cli/chart/left_out.h"
#include "cli/chart/stars.h"
#include "cli/chart/topics.h"
#include "cli/cleanup.h"
#include "cli/content.h"
#include "cli/language.h"
#include "cli/say.h"
#include "cli/terminal/people_page.h"

/* People on their way into the chart. */
struct gathering {
    struct lewis_chart *chart;
    struct before *before;    /* NULL: without earlier answers */
    struct topics *topics;    /* NULL: the whole profile only */
    struct people *people;     /* NULL unless characters are drawn */
    struct chart_each *each; /* NULL unless each has a picture */
    struct lewis_error error; /* code LEWIS_OK while all is well */
};

static void
gather(const struct lewis_sheet *sheet, const struct lewis_score *score,
       void *payload)
{
    struct gathering *g = payload;

    if (g->each != NULL) {
        chart_each_add(g->each, sheet, score);
        return;
    }
    if (g->error.code == LEWIS_OK && g->people != NULL &&
        !people_page_add(g->people, sheet, score)) {
        g->error.code = LEWIS_ENOMEM;
        snprintf(g->error.text, sizeof g->error.text, "%s",
                 _("out of memory"));
    }
    if (g->error.code == LEWIS_OK && g->topics != NULL)
        topics_add(g->topics, sheet, score, &g->error);
    else if (g->error.code == LEWIS_OK && g->before != NULL)
        before_add(g->before, g->chart, sheet, score, &g->error);
    else if (g->error.code == LEWIS_OK)
        lewis_chart_add(g->chart, sheet->id, sheet->id_size, sheet->team,
                        sheet->team_size, score, &g->error);
}

static int
write_scene(const struct lewis_scene *scene, struct lewis_ruler *ruler,
            const struct picture *picture)
{
    struct lewis_render_options options = lewis_render_defaults();
    struct lewis_error error;
    struct lewis_output *output = cleanup_open(picture->path, &error);
    bool ok;

    if (output == NULL)
        return say_error(&error);
    options.dpi = picture->paper.dpi;
    options.ruler = ruler;
    ok = lewis_render(scene, picture->kind, &options, output, &error) &&
         cleanup_commit(&output, 1, &error);
    cleanup_close(output);
    return ok ? EXIT_DONE : say_error(&error);
}

/* Of pictures in the terminal, that of the terminal. */
static const char *
language_of(const struct picture *picture)
{
    return picture->each.files.folder != NULL
               ? picture->lang
               : language_to_read(picture->lang, picture->path);
}

static struct lewis_chart_options
chart_options(const struct scoring *scoring, const struct picture *picture)
{
    struct lewis_chart_options options = lewis_chart_defaults();

    options.width_pt = picture->width_pt;
    options.height_pt = picture->height_pt;
    options.title = picture->title;
    options.lang = language_of(picture);
    options.atlas = scoring->atlas;
    options.countries = picture->countries;
    options.labels = picture->labels;
    options.level = scoring->level;
    options.geometry = picture->geometry;
    options.zeros = picture->zeros;
    options.force = picture->force;
    options.theme = picture->theme;
    options.overlay = picture->overlay;
    options.density = picture->density;
    options.regions = picture->regions;
    options.zoom = picture->zoom;
    memcpy(options.zoom_low, picture->zoom_low, sizeof options.zoom_low);
    return options;
}

static void
say_zeros(const struct lewis_chart *chart, const struct picture *picture)
{
    size_t people, zeros = lewis_chart_zeros(chart, &people);

    if (picture->geometry != LEWIS_AITCHISON || lewis_chart_count(chart) < 2)
        return;
    if (zeros == 0)
        say("log-ratios: no share was 0");
    else
        say(lewis_translated_count("log-ratios: %zu share of 0 was taken as "
                                   "%.4g %% (%zu of %zu people)",
                                   "log-ratios: %zu shares of 0 were taken as "
                                   "%.4g %% (%zu of %zu people)",
                                   zeros),
            zeros, 100 * picture->zeros, people, lewis_chart_count(chart));
}

static struct lewis_scene *
lay_out(const struct lewis_chart *chart, const struct topics *topics,
        const struct lewis_chart_options *options,
        const struct lewis_measure *measure, struct lewis_error *error)
{
    if (topics == NULL)
        return lewis_chart_scene(chart, options, measure, error);
    return lewis_chart_panels(topics->panel, topics->count, options, measure,
                              error);
}

/* One line for each script that no font has. */
static void
say_missing(const struct lewis_ruler *ruler)
{
    struct lewis_missing missing;

    for (size_t i = 0; lewis_ruler_missing(ruler, i, &missing); i++)
        say("no font here has %s; %s has them (Debian and Ubuntu: %s)",
            missing.letters, missing.font, missing.package);
}

static int
draw_file(const struct gathering *g, const struct lewis_chart_options *options,
          struct lewis_ruler *ruler, const struct picture *picture)
{
    struct lewis_measure measure = lewis_ruler_measure(ruler);
    struct lewis_error error;
    struct lewis_scene *scene =
        lay_out(g->chart, g->topics, options, &measure, &error);
    int status;

    if (scene != NULL)
        say_zeros(g->topics == NULL ? g->chart : g->topics->chart[0], picture);
    status = scene == NULL ? say_error(&error)
                           : write_scene(scene, ruler, picture);
    lewis_scene_free(scene);
    return status;
}

/* The chart that has everybody in it. */
static struct lewis_chart *
whole_chart(const struct gathering *g)
{
    return g->topics != NULL && g->topics->count > 0 ? g->topics->chart[0]
                                                     : g->chart;
}

/* Says who is not drawn, and which are drawn twice. */
static void
tell_rows(const struct gathering *g, const struct scoring *scoring)
{
    struct lewis_chart *chart = whole_chart(g);
    size_t repeated = scoring->counts.repeated;

    left_out_say(chart, LEWIS_LEFT_NO_PROFILE, N_("without a profile"));
    if (scoring->counts.rows == 0)
        say("there are no rows with answers, so there is nobody to draw");
    else if (lewis_chart_count(chart) == 0)
        say("nobody has a profile, so there is nobody to draw");
    if (repeated == 0 || g->before != NULL)
        return;
    lewis_chart_repeated(chart, repeated);
    say(lewis_translated_count(
            "%zu row has an id that stood before; each is drawn as a person "
            "of its own (\"lewis score\" tells which)",
            "%zu rows have an id that stood before; each is drawn as a person "
            "of its own (\"lewis score\" tells which)",
            repeated),
        repeated);
}

/* Reads the earlier answers, if there are any, and then these. */
static int
gather_files(struct gathering *g, struct scoring *scoring, char **paths,
             int count, const struct picture *picture)
{
    struct lewis_batch_options options = {.scored = gather, .payload = g};
    int status = EXIT_DONE, now;

    if (g->before != NULL)
        status = before_open(g->before, scoring, picture->before_path);
    if (status == EXIT_TROUBLE)
        return status;
    now = scoring_run(scoring, paths, count, &options);
    if (now != EXIT_TROUBLE && g->error.code != LEWIS_OK)
        now = say_error(&g->error);
    if (now != EXIT_TROUBLE && g->before != NULL &&
        !before_close(g->before, g->chart, picture->before_path))
        now = EXIT_TROUBLE;
    if (now != EXIT_TROUBLE)
        tell_rows(g, scoring);
    return now > status ? now : status;
}

static int
draw_cells(const struct people *people, const struct scoring *scoring,
           const struct picture *picture)
{
    struct people_look look = {.title = picture->title,
                              .lang = language_of(picture),
                              .atlas = scoring->atlas,
                              .ascii = terminal_ascii(&picture->terminal),
                              .picture = picture->way != PICTURE_NONE};

    return terminal_chart_cells(people, &look, &picture->terminal);
}

/* What is not as was asked for, or not all of it. */
static void
say_view(const struct lewis_chart *chart,
         const struct lewis_chart_options *options)
{
    struct lewis_view view;

    if (!lewis_chart_view(chart, options, &view, NULL))
        return;
    if (options->zoom == LEWIS_ZOOM_AUTO && view.size == 1)
        say("--zoom auto: everybody takes more than 80 %% of a side, so the "
            "whole triangle is shown");
    if (view.outside > 0)
        say("%zu of %zu people are outside of the view and not drawn",
            view.outside, lewis_chart_count(chart));
    if (options->density == LEWIS_DENSITY_DOTS && view.hexagons)
        say("--density dots: dots are for up to 10000 people; these %zu are "
            "counted in hexagons",
            lewis_chart_count(chart));
}

static int
draw(const struct gathering *g, const struct scoring *scoring,
     struct lewis_ruler *ruler, const struct picture *picture)
{
    struct lewis_chart_options options = chart_options(scoring, picture);
    int status;

    if (g->people != NULL && picture->before_path != NULL)
        say("characters show where people stand now; -o FILE draws the moves");
    if (g->people != NULL && picture->stars.count > 0)
        say("characters do not show who stands out; -o FILE does");
    if (g->people != NULL)
        return draw_cells(g->people, scoring, picture);
    if (g->topics == NULL)
        content_atlas_language(scoring->atlas, picture->lang);
    else
        content_bank_language(scoring->bank, picture->lang);
    if (picture->overlay != NULL)
        content_overlay_language(picture->overlay, picture->lang);
    status = picture->path != NULL
                 ? draw_file(g, &options, ruler, picture)
                 : terminal_chart_show(g->chart, &options, picture->pixels,
                                       ruler);
    if (status == EXIT_DONE)
        say_view(whole_chart(g), &options);
    say_missing(ruler);
    return status;
}

/* A triangle with nobody in it takes no good picture's place. 'status' is that
 * of the rows. */
static int
draw_somebody(const struct gathering *g, const struct scoring *scoring,
              struct lewis_ruler *ruler, const struct picture *picture,
              int status)
{
    int drawn;

    if (lewis_chart_count(whole_chart(g)) == 0)
        return EXIT_DATA;
    if (!chart_stars_check(whole_chart(g)) ||
        (g->topics != NULL && !topics_title(g->topics, language_of(picture))))
        return EXIT_TROUBLE;
    drawn = draw(g, scoring, ruler, picture);
    return drawn != EXIT_DONE ? drawn : status;
}

static int
gather_and_draw(struct scoring *scoring, char **paths, int count,
                struct lewis_ruler *ruler, struct gathering *g,
                struct picture *picture)
{
    struct before before = {.count = 0};
    struct topics topics = {.scoring = scoring, .stars = &picture->stars};
    int status;

    g->topics = picture->topics ? &topics : NULL;
    g->before = picture->before_path == NULL ? NULL : &before;
    g->chart = lewis_chart_new(&g->error);
    if (g->chart == NULL ||
        !chart_stars_ask(&picture->stars, g->chart, &g->error)) {
        lewis_chart_free(g->chart);
        return say_error(&g->error);
    }
    status = gather_files(g, scoring, paths, count, picture);
    if (status != EXIT_TROUBLE)
        status = draw_somebody(g, scoring, ruler, picture, status);
    lewis_chart_free(g->chart);
    topics_free(&topics);
    before_free(&before);
    return status;
}

static int
draw_each(struct scoring *scoring, char **paths, int count,
          struct lewis_ruler *ruler, struct picture *picture)
{
    struct gathering g = {.each = &picture->each};
    struct lewis_batch_options options = {.scored = gather, .payload = &g};
    int status, drawn;

    picture->each.options = chart_options(scoring, picture);
    picture->each.render = lewis_render_defaults();
    picture->each.render.dpi = picture->paper.dpi;
    picture->each.format = picture->format;
    if (!chart_each_open(&picture->each, ruler))
        return EXIT_TROUBLE;
    content_atlas_language(scoring->atlas, picture->lang);
    status = scoring_run(scoring, paths, count, &options);
    drawn = chart_each_close(&picture->each);
    say_missing(ruler);
    return status == EXIT_TROUBLE || drawn == EXIT_DONE ? status : drawn;
}

int
draw_picture(struct scoring *scoring, char **paths, int count,
            struct lewis_ruler *ruler, struct picture *picture)
{
    struct gathering g = {.error = {.code = LEWIS_OK}};
    struct people people = {.count = 0};
    int status;

    if (picture->path == NULL && picture->pixels == LEWIS_PIXELS_NONE)
        g.people = &people;
    status = picture->each.files.folder != NULL
                 ? draw_each(scoring, paths, count, ruler, picture)
                 : gather_and_draw(scoring, paths, count, ruler, &g, picture);
    people_page_release(&people);
    return status;
}
