/* cmd_chart.c - lewis chart: answers in, a picture out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stddef.h>
#include <string.h>

#include <lewis/chart.h>
#include <lewis/output.h>
#include <lewis/render.h>
#include <lewis/spelling.h>

#include "before.h"
#include "content.h"
#include "recognised.h"
#include "say.h"
#include "scoring.h"
#include "topics.h"

/* What the command's own options say. */
struct picture {
    const char *path, *title, *lang, *geometry_name, *theme_name, *zoom_name;
    const char *countries_text, *labels_name, *overlay_name, *note;
    const char *density_name, *regions_name;
    char *before_path; /* the earlier answers; or NULL */
    double dpi, zeros;
    bool force, topics;
    enum lewis_picture kind;
    enum lewis_geometry geometry;
    enum lewis_theme theme;
    enum lewis_labels labels;
    enum lewis_density density;
    unsigned regions;
    enum lewis_zoom zoom;
    int zoom_low[LEWIS_STYLES];
    struct lewis_selection *countries;
    struct lewis_overlay *overlay; /* or NULL */
};

static const char *const geometries[] = {
    [LEWIS_PLANE] = "plane",
    [LEWIS_AITCHISON] = "aitchison",
};

static const char *const themes[] = {
    [LEWIS_THEME_SCREEN] = "screen",
    [LEWIS_THEME_DARK] = "dark",
    [LEWIS_THEME_GREY] = "grey",
};

static const char *const labelings[] = {
    [LEWIS_LABELS_AUTO] = "auto",
    [LEWIS_LABELS_NEAR] = "near",
    [LEWIS_LABELS_CODES] = "codes",
    [LEWIS_LABELS_NONE] = "none",
};

static const char *const densities[] = {
    [LEWIS_DENSITY_AUTO] = "auto",
    [LEWIS_DENSITY_DOTS] = "dots",
    [LEWIS_DENSITY_HEXAGONS] = "hexagons",
};

/* Names of --regions, and what they stand for. */
static const char *const regions[] = {"auto",   "none",    "centre",
                                      "spread", "persons", "all"};

static const unsigned region_bits[] = {
    LEWIS_REGIONS_AUTO,
    0,
    LEWIS_REGIONS_CENTERS,
    LEWIS_REGIONS_SPREAD,
    LEWIS_REGIONS_PERSONS,
    LEWIS_REGIONS_CENTERS | LEWIS_REGIONS_SPREAD | LEWIS_REGIONS_PERSONS,
};

/* An option that takes one of a few names. */
struct choice {
    const char *what, *all; /* in words */
    const char *const *names;
    size_t count;
};

static const struct choice geometry_choice = {
    "geometry", "plane and aitchison", geometries,
    sizeof geometries / sizeof geometries[0]};
static const struct choice density_choice = {
    "density", "auto, dots and hexagons", densities,
    sizeof densities / sizeof densities[0]};
static const struct choice region_choice = {
    "region", "auto, none, all, and any of centre, spread and persons", regions,
    sizeof regions / sizeof regions[0]};
static const struct choice theme_choice = {
    "theme", "screen, dark and grey", themes, sizeof themes / sizeof themes[0]};

static const struct choice labels_choice = {
    "way of labels", "auto, near, codes and none", labelings,
    sizeof labelings / sizeof labelings[0]};

/* People on their way into the chart. */
struct gathering {
    struct lewis_chart *chart;
    struct before *before;    /* NULL: without earlier answers */
    struct topics *topics;    /* NULL: the whole profile only */
    struct lewis_error error; /* code LEWIS_OK while all is well */
};

static void
gather(const struct lewis_sheet *sheet, const struct lewis_score *score,
       void *payload)
{
    struct gathering *g = payload;

    if (g->error.code == LEWIS_OK && g->topics != NULL)
        topics_add(g->topics, sheet, score, &g->error);
    else if (g->error.code == LEWIS_OK && g->before != NULL)
        before_add(g->before, g->chart, sheet, score, &g->error);
    else if (g->error.code == LEWIS_OK)
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

static struct lewis_chart_options
chart_options(const struct scoring *scoring, const struct picture *picture)
{
    struct lewis_chart_options options = lewis_chart_defaults();

    options.title = picture->title;
    options.note = picture->note;
    options.lang = picture->lang;
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
        say("log-ratios: %zu %s taken as %.4g %% (%zu of %zu people)", zeros,
            zeros == 1 ? "share of 0 was" : "shares of 0 were",
            100 * picture->zeros, people, lewis_chart_count(chart));
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

static int
draw(const struct lewis_chart *chart, const struct topics *topics,
     const struct scoring *scoring, const struct picture *picture)
{
    struct lewis_chart_options options = chart_options(scoring, picture);
    struct lewis_error error;
    struct lewis_ruler *ruler = lewis_ruler_new(&error);
    struct lewis_measure measure;
    struct lewis_scene *scene = NULL;
    int status;

    if (ruler == NULL)
        return say_error(&error);
    if (topics == NULL)
        content_atlas_language(scoring->atlas, picture->lang);
    else
        content_bank_language(scoring->bank, picture->lang);
    if (picture->overlay != NULL)
        content_overlay_language(picture->overlay, picture->lang);
    measure = lewis_ruler_measure(ruler);
    scene = lay_out(chart, topics, &options, &measure, &error);
    if (scene != NULL)
        say_zeros(chart, picture);
    status = scene == NULL ? say_error(&error) : write_scene(scene, picture);
    if (lewis_ruler_unknown(ruler) > 0)
        say("%zu characters are in no font of this machine; a package such "
            "as fonts-noto may have them",
            lewis_ruler_unknown(ruler));
    lewis_scene_free(scene);
    lewis_ruler_free(ruler);
    return status;
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
        !before_report(g->before, picture->before_path))
        now = EXIT_TROUBLE;
    return now > status ? now : status;
}

static int
chart_files(struct scoring *scoring, char **paths, int count,
            struct picture *picture)
{
    struct before before = {.pairs = 0};
    struct topics topics = {.scoring = scoring};
    struct gathering g = {.before =
                              picture->before_path == NULL ? NULL : &before,
                          .topics = picture->topics ? &topics : NULL,
                          .error = {.code = LEWIS_OK}};
    int status, drawn;

    g.chart = lewis_chart_new(&g.error);
    if (g.chart == NULL)
        return say_error(&g.error);
    status = gather_files(&g, scoring, paths, count, picture);
    picture->note = before.note;
    if (status != EXIT_TROUBLE && picture->topics &&
        !topics_title(&topics, picture->lang))
        status = EXIT_TROUBLE;
    if (status != EXIT_TROUBLE) {
        drawn = draw(picture->topics ? topics.chart[0] : g.chart, g.topics,
                     scoring, picture);
        status = drawn != EXIT_DONE ? drawn : status;
    }
    lewis_chart_free(g.chart);
    topics_free(&topics);
    before_free(&before);
    return status;
}

/* Which of its names that is; NULL, for an option that was not given, leaves
 * *chosen. Returns -1, or an exit status. */
static int
choose(const struct choice *choice, const char *name, int *chosen)
{
    const char *near;

    for (size_t i = 0; name != NULL && i < choice->count; i++)
        if (strcmp(name, choice->names[i]) == 0) {
            *chosen = (int)i;
            return -1;
        }
    if (name == NULL)
        return -1;
    near = lewis_spelling_nearest(name, choice->names, choice->count);
    if (near != NULL)
        return say_usage(&cmd_chart, "there is no %s \"%s\"; did you mean %s?",
                         choice->what, name, near);
    return say_usage(&cmd_chart, "there is no %s \"%s\"; there are %s",
                     choice->what, name, choice->all);
}

/* "centre,spread". */
static int
settle_regions(struct picture *picture)
{
    const char *at = picture->regions_name;
    int status = -1;

    if (at == NULL)
        return -1;
    picture->regions = 0;
    while (status < 0 && at != NULL) {
        const char *end = strchr(at, ',');
        size_t size = end == NULL ? strlen(at) : (size_t)(end - at);
        char name[16] = "";
        int chosen = 0;

        memcpy(name, at, size < sizeof name ? size : sizeof name - 1);
        status = choose(&region_choice, name, &chosen);
        picture->regions |= region_bits[chosen];
        at = end == NULL ? NULL : end + 1;
    }
    return status;
}

static int
settle_names(struct picture *picture)
{
    int geometry = picture->geometry, theme = picture->theme;
    int labels = picture->labels;
    int density = picture->density;
    int status = choose(&geometry_choice, picture->geometry_name, &geometry);

    if (status < 0)
        status = choose(&theme_choice, picture->theme_name, &theme);
    if (status < 0)
        status = choose(&labels_choice, picture->labels_name, &labels);
    if (status < 0)
        status = choose(&density_choice, picture->density_name, &density);
    if (status < 0)
        status = settle_regions(picture);
    picture->geometry = (enum lewis_geometry)geometry;
    picture->theme = (enum lewis_theme)theme;
    picture->density = (enum lewis_density)density;
    picture->labels = (enum lewis_labels)labels;
    return status;
}

/* "30,20,10": the least percent of each style. */
static bool
read_zoom(const char *text, int low[LEWIS_STYLES])
{
    for (int i = 0; i < LEWIS_STYLES; i++) {
        size_t digits = strspn(text, "0123456789");

        if (digits < 1 || digits > 2 ||
            text[digits] != (i < LEWIS_STYLES - 1 ? ',' : '\0'))
            return false;
        low[i] = text[0] - '0';
        if (digits == 2)
            low[i] = 10 * low[i] + text[1] - '0';
        text += digits + 1;
    }
    return true;
}

/* What --zoom asks for; -1, or an exit status. */
static int
settle_zoom(struct picture *picture)
{
    const char *name = picture->zoom_name;

    if (name == NULL || strcmp(name, "none") == 0)
        return -1;
    picture->zoom = LEWIS_ZOOM_AUTO;
    if (strcmp(name, "auto") == 0)
        return -1;
    picture->zoom = LEWIS_ZOOM_GIVEN;
    if (read_zoom(name, picture->zoom_low))
        return -1;
    return say_usage(&cmd_chart,
                     "there is no zoom \"%s\"; there are auto, none and the "
                     "least percent of linear-active, multi-active and "
                     "reactive in sight, such as 30,20,10",
                     name);
}

static int
check(struct picture *picture, int operands)
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
    if (!(picture->zeros > 0 && picture->zeros < 0.1))
        return say_usage(&cmd_chart, "--zeros must be above 0 and below 0.1");
    if (settle_names(picture) >= 0)
        return EXIT_TROUBLE;
    if (settle_zoom(picture) >= 0)
        return EXIT_TROUBLE;
    if (picture->topics &&
        (picture->before_path != NULL || picture->overlay_name != NULL))
        return say_usage(&cmd_chart,
                         "--topics draws small triangles, without --before "
                         "and --overlay");
    if (picture->before_path != NULL &&
        picture->geometry == LEWIS_AITCHISON)
        return say_usage(&cmd_chart, "--before draws moves in the plane; "
                                     "leave out --geometry aitchison");
    return -1;
}

/* False: said why. */
static bool
select_countries(struct picture *picture, const struct lewis_atlas *atlas)
{
    struct lewis_error error;

    if (picture->countries_text == NULL)
        return true;
    picture->countries =
        lewis_selection_parse(atlas, picture->countries_text, &error);
    if (picture->countries == NULL)
        say("--countries: %s", error.text);
    return picture->countries != NULL;
}

static bool
open_overlay(const struct scoring *scoring, struct picture *picture)
{
    if (picture->overlay_name != NULL)
        picture->overlay =
            content_overlay(scoring->shelf, picture->overlay_name);
    return picture->overlay_name == NULL || picture->overlay != NULL;
}

static int
run(int argc, char **argv)
{
    struct scoring scoring = scoring_defaults();
    struct picture picture = {.dpi = lewis_render_defaults().dpi,
                              .regions = lewis_chart_defaults().regions,
                              .zeros = lewis_chart_defaults().zeros};
    const struct option_row rows[] = {
        {"output", 'o', OPTION_TEXT, &picture.path},
        {"title", 't', OPTION_TEXT, &picture.title},
        {"lang", '\0', OPTION_TEXT, &picture.lang},
        {"labels", '\0', OPTION_TEXT, &picture.labels_name},
        {"countries", '\0', OPTION_TEXT, &picture.countries_text},
        {"dpi", '\0', OPTION_NUMBER, &picture.dpi},
        {"theme", '\0', OPTION_TEXT, &picture.theme_name},
        {"density", '\0', OPTION_TEXT, &picture.density_name},
        {"regions", '\0', OPTION_TEXT, &picture.regions_name},
        {"geometry", '\0', OPTION_TEXT, &picture.geometry_name},
        {"zeros", '\0', OPTION_NUMBER, &picture.zeros},
        {"force", '\0', OPTION_FLAG, &picture.force},
        {"topics", '\0', OPTION_FLAG, &picture.topics},
        {"before", '\0', OPTION_TEXT, &picture.before_path},
        {"overlay", '\0', OPTION_TEXT, &picture.overlay_name},
        {"zoom", '\0', OPTION_TEXT, &picture.zoom_name},
        SCORING_OPTIONS(scoring),
        {0},
    };
    int first, status = option_read(&cmd_chart, argc, argv, rows, &first);

    if (status < 0)
        status = check(&picture, argc - first);
    if (status < 0 && !lewis_picture_parse(picture.path, &picture.kind))
        status =
            say_usage(&cmd_chart, "%s: the name must end in .png, .pdf or .svg",
                      picture.path);
    if (status >= 0)
        return status;
    status = EXIT_TROUBLE;
    if (scoring_spares(argv + first, argc - first, picture.path) &&
        (picture.before_path == NULL ||
         scoring_spares(&picture.before_path, 1, picture.path)) &&
        scoring_open(&scoring) && select_countries(&picture, scoring.atlas) &&
        open_overlay(&scoring, &picture))
        status = scoring.dry_run
                     ? recognised_dry_run(&scoring, argv + first, argc - first)
                     : chart_files(&scoring, argv + first, argc - first,
                                   &picture);
    lewis_selection_free(picture.countries);
    lewis_overlay_free(picture.overlay);
    scoring_close(&scoring);
    return status;
}

const struct cmd cmd_chart = {
    .name = "chart",
    .usage = "[OPTION]... ANSWERS... -o FILE",
    .summary = "Draw the people of answer sheets in the triangle",
    .help =
        "ANSWERS is CSV or a workbook as for \"lewis score\"; - is standard\n"
        "input.\n"
        "\n"
        "  -o, --output FILE      .png, .pdf or .svg, written whole or not at\n"
        "                         all\n"
        "  -t, --title TEXT       what stands above the chart\n"
        "      --lang LANG        language of the countries' names (en, nl)\n"
        "      --labels HOW       near (names beside the markers), codes (with a\n"
        "                         key), none, or auto (default: names up to 12\n"
        "                         people, codes up to 40)\n"
        "      --countries WHICH  figure (default: what the published figure\n"
        "                         names), all, none, nearest:N (places), or a\n"
        "                         list such as NL,JP,Brazil\n"
        "      --dpi N            of a PNG, 36 to 1000 (default 150)\n"
        "      --theme NAME       screen (default, for colour-blind readers\n"
        "                         too), dark (for projectors), or grey (print\n"
        "                         in black: shapes and words tell all)\n"
        "      --regions LIST     any of centre (where a group's centre "
        "lies),\n"
        "                         spread (where most of its people stand) and\n"
        "                         persons (where each profile lies, of up to "
        "40),\n"
        "                         with commas; or auto (default), none, all\n"
        "      --density NAME     auto (default: hexagons for more than 400\n"
        "                         people), dots or hexagons\n"
        "      --geometry NAME    of groups' centres and regions: plane\n"
        "                         (default), or aitchison for log-ratios\n"
        "      --zeros D          what aitchison takes a share of 0 as\n"
        "                         (default 0.005)\n"
        "      --force            aitchison even when a fifth or more of the\n"
        "                         people have a share of 0\n"
        "      --topics           a small triangle for the whole profile and for\n"
        "                         each topic of the bank, side by side\n"
        "      --before FILE      earlier answers of the same people: arrows lead\n"
        "                         from there; paired by id, and who is in one\n"
        "                         file only is told and not drawn\n"
        "      --overlay NAME|FILE  words over the triangle: truth, for five ideas\n"
        "                         of truth, or a file of your own\n"
        "      --zoom VIEW        the part of the triangle that is shown: none\n"
        "                         (default, all of it), auto (as small as holds\n"
        "                         everybody), or the least percent of each style\n"
        "                         in sight, linear-active first: 30,20,10\n" SCORING_HELP "\n"
        "Exit status: 0 done; 1 done, some rows refused; 2 trouble.\n"
        "\n"
        "  lewis chart workshop.csv --title \"Our team\" -o team.png\n",
    .run = run,
};
