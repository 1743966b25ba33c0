/* cmd_chart.c - lewis chart: answers in, a picture out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <lewis/chart.h>
#include <lewis/output.h>
#include <lewis/render.h>
#include <lewis/spelling.h>

#include "before.h"
#include "chart_each.h"
#include "chart_stars.h"
#include "cleanup.h"
#include "content.h"
#include "language.h"
#include "left_out.h"
#include "paper.h"
#include "people_page.h"
#include "recognised.h"
#include "say.h"
#include "scoring.h"
#include "terminal.h"
#include "terminal_chart.h"
#include "topics.h"

/* What the command's own options say. */
struct picture {
    const char *path, *title, *lang, *geometry_name, *theme_name, *zoom_name;
    const char *countries_text, *labels_name, *overlay_name;
    const char *density_name, *regions_name;
    const char *format, *way_name;
    struct option_many stars;
    char *before_path; /* the earlier answers; or NULL */
    double zeros;
    double width_pt, height_pt;
    bool force, topics;
    struct paper paper;
    struct terminal terminal;
    struct chart_each each;
    enum picture_way way;
    enum lewis_pixels pixels; /* when neither a file nor a folder is named */
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
    struct places places;
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

enum { REGIONS_ALONE = 2 /* the first ones, and "all" */ };

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
    const char *near; /* what is said: the name, and one that is near */
    const char *all;  /* the name */
    const char *const *names;
    size_t count;
};

static const struct choice geometry_choice = {
    N_("there is no geometry \"%s\"; did you mean %s?"),
    N_("there is no geometry \"%s\"; there are plane and aitchison"),
    geometries,
    sizeof geometries / sizeof geometries[0]};
static const struct choice density_choice = {
    N_("there is no density \"%s\"; did you mean %s?"),
    N_("there is no density \"%s\"; there are auto, dots and hexagons"),
    densities,
    sizeof densities / sizeof densities[0]};
static const struct choice region_choice = {
    N_("there is no region \"%s\"; did you mean %s?"),
    N_("there is no region \"%s\"; there are auto, none, all, and any of "
       "centre, spread and persons"),
    regions,
    sizeof regions / sizeof regions[0]};
static const struct choice theme_choice = {
    N_("there is no theme \"%s\"; did you mean %s?"),
    N_("there is no theme \"%s\"; there are screen, dark and grey"),
    themes,sizeof themes / sizeof themes[0]};

static const struct choice labels_choice = {
    N_("there is no way of labels \"%s\"; did you mean %s?"),
    N_("there is no way of labels \"%s\"; there are auto, near, codes and "
       "none"),
    labelings,
    sizeof labelings / sizeof labelings[0]};

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

static int
chart_files(struct scoring *scoring, char **paths, int count,
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
        return say_usage(&cmd_chart, choice->near, name, near);
    return say_usage(&cmd_chart, choice->all, name);
}

/* "centre,spread". */
static int
settle_regions(struct picture *picture)
{
    const char *at = picture->regions_name;
    int status = -1, parts = 0, alone = 0;

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
        alone += chosen < REGIONS_ALONE || strcmp(name, "all") == 0;
        parts++;
        at = end == NULL ? NULL : end + 1;
    }
    if (status < 0 && alone > 0 && parts > 1)
        return say_usage(&cmd_chart,
                         "--regions %s: auto, none and all stand alone; any "
                         "of centre, spread and persons go together",
                         picture->regions_name);
    return status;
}

static int
settle_names(struct picture *picture)
{
    int geometry = (int)picture->geometry, theme = (int)picture->theme;
    int labels = (int)picture->labels, density = (int)picture->density;
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

/* What --topics does without. */
static int
check_topics(const struct picture *picture)
{
    if (!picture->topics)
        return -1;
    if (picture->before_path != NULL || picture->overlay_name != NULL)
        return say_usage(&cmd_chart,
                         "--topics draws small triangles, without --before "
                         "and --overlay");
    if (picture->each.files.folder != NULL)
        return say_usage(&cmd_chart,
                         "--topics draws everybody on one page; leave out "
                         "--each and name a file with -o. One person's topics "
                         "are drawn of a file with that row alone");
    if (picture->path == NULL)
        return say_usage(&cmd_chart, "--topics draws a page of small "
                                     "triangles: name a file with -o");
    if (picture->zoom != LEWIS_ZOOM_NONE)
        return say_usage(&cmd_chart, "--topics shows whole triangles; leave "
                                     "out --zoom");
    if (picture->countries_text != NULL)
        return say_usage(&cmd_chart, "--topics has no room for countries; "
                                     "leave out --countries");
    if (picture->labels == LEWIS_LABELS_NEAR ||
        picture->labels == LEWIS_LABELS_CODES)
        return say_usage(&cmd_chart, "--topics has names of up to 12 people, "
                                     "or of nobody: --labels auto or none");
    return -1;
}

/* What says something only beside another option. */
static int
check_pairs(struct picture *picture)
{
    bool drawn_here =
        picture->path == NULL && picture->each.files.folder == NULL;

    if (picture->geometry != LEWIS_AITCHISON && picture->force)
        return say_usage(&cmd_chart, "--force is for --geometry aitchison");
    if (picture->geometry != LEWIS_AITCHISON && !isnan(picture->zeros))
        return say_usage(&cmd_chart, "--zeros is for --geometry aitchison");
    if (isnan(picture->zeros))
        picture->zeros = lewis_chart_defaults().zeros;
    if (!(picture->zeros > 0 && picture->zeros < 0.1))
        return say_usage(&cmd_chart, "--zeros must be above 0 and below 0.1");
    if (picture->each.files.overwrite && picture->each.files.folder == NULL)
        return say_usage(&cmd_chart, "--overwrite is for --each FOLDER; the "
                                     "file of -o is replaced in any case");
    if (picture->format != NULL && drawn_here)
        return say_usage(&cmd_chart, "--format is for -o FILE or --each "
                                     "FOLDER; --picture says how it is drawn "
                                     "here");
    if ((picture->way_name != NULL || picture->terminal.ascii) && !drawn_here)
        return say_usage(&cmd_chart, "--picture and --ascii are for a picture "
                                     "in the terminal; leave out %s",
                         picture->path != NULL ? "-o" : "--each");
    return -1;
}

static int
check(struct picture *picture, int operands)
{
    if (operands == 0)
        return say_usage(&cmd_chart, "which answers? Give a CSV file, or - "
                                     "for standard input");
    if (picture->path != NULL && picture->each.files.folder != NULL)
        return say_usage(&cmd_chart, "-o FILE is one picture, --each FOLDER "
                                     "one of every person: give one of them");
    if (settle_names(picture) >= 0 || settle_zoom(picture) >= 0 ||
        check_topics(picture) >= 0 || check_pairs(picture) >= 0)
        return EXIT_TROUBLE;
    if (picture->before_path != NULL && picture->each.files.folder != NULL)
        return say_usage(&cmd_chart, "--before draws moves in one picture of "
                                     "all; leave out --each");
    if (picture->stars.count > 0 && picture->each.files.folder != NULL)
        return say_usage(&cmd_chart, "--each draws everybody alone, so nobody "
                                     "stands out; leave out --highlight");
    if (picture->before_path != NULL &&
        picture->geometry == LEWIS_AITCHISON)
        return say_usage(&cmd_chart, "--before draws moves in the plane; "
                                     "leave out --geometry aitchison");
    return -1;
}

/* Bytes that are no text garble a terminal. */
static int
spare_terminal(const struct picture *picture)
{
    if (strcmp(picture->path, "-") != 0 || !isatty(STDOUT_FILENO) ||
        (picture->kind != LEWIS_PNG && picture->kind != LEWIS_PDF))
        return -1;
    return say_usage(&cmd_chart,
                     "a %s is no text: send it to a file or a pipe, or leave "
                     "out -o to see the picture here",
                     picture->format);
}

/* The kind of picture, by --format or the name of the file; -1, or an exit
 * status. */
static int
settle_kind(struct picture *picture)
{
    enum lewis_picture named;
    char ending[16];

    if (picture->path == NULL)
        return -1;
    if (picture->format == NULL) {
        if (lewis_picture_parse(picture->path, &picture->kind))
            return -1;
        return say_usage(&cmd_chart,
                         "%s: the name must end in .png, .pdf or .svg, or "
                         "--format say which it is",
                         picture->path);
    }
    snprintf(ending, sizeof ending, ".%s", picture->format);
    if (!lewis_picture_parse(ending, &picture->kind))
        return say_usage(&cmd_chart, "--format is svg, png or pdf, not \"%s\"",
                         picture->format);
    if (lewis_picture_parse(picture->path, &named) && named != picture->kind)
        return say_usage(&cmd_chart,
                         "-o %s is a name for another kind than --format %s; "
                         "leave one of them out",
                         picture->path, picture->format);
    return spare_terminal(picture);
}

/* Where the picture goes and how large it is; -1, or an exit status. */
static int
settle_output(struct picture *picture)
{
    int status = settle_kind(picture);

    if (status < 0)
        status = terminal_check(&cmd_chart, &picture->terminal);
    if (status < 0)
        status = terminal_chart_way(&cmd_chart, picture->way_name,
                                    &picture->way);
    if (status < 0)
        status = paper_settle(&cmd_chart, &picture->paper, &picture->width_pt,
                              &picture->height_pt);
    if (status < 0 && picture->path == NULL && picture->each.files.folder == NULL)
        picture->pixels = terminal_chart_pixels(picture->way);
    return status;
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

/* Nothing that is read is drawn over. False: said why. */
static bool
settle_places(struct picture *picture, const struct scoring *scoring,
              char **paths, int count)
{
    picture->places = scoring_places(scoring, paths, count);
    places_read(&picture->places, picture->before_path, N_("the file of --before"));
    places_find(&picture->places, picture->overlay_name,
                N_("the file of --overlay"));
    places_write(&picture->places, picture->path, "-o");
    picture->each.files.places = &picture->places;
    return places_apart(&picture->places);
}

/* The ruler comes first: what is known of the fonts of this machine is read in
 * a thread of its own, while the bank is read in this one. */
static int
open_and_draw(struct scoring *scoring, char **paths, int count,
              struct picture *picture)
{
    struct lewis_error error;
    struct lewis_ruler *ruler = lewis_ruler_new(&error);
    int status = EXIT_TROUBLE;

    if (ruler == NULL)
        return say_error(&error);
    if (scoring_open(scoring) &&
        settle_places(picture, scoring, paths, count) &&
        select_countries(picture, scoring->atlas) &&
        open_overlay(scoring, picture))
        status = scoring->dry_run
                     ? recognised_dry_run(scoring, paths, count)
                     : chart_files(scoring, paths, count, ruler, picture);
    lewis_ruler_free(ruler);
    return status;
}

static int
run(int argc, char **argv)
{
    struct scoring scoring = scoring_defaults();
    struct picture picture = {.paper = {.dpi = lewis_render_defaults().dpi},
                              .regions = lewis_chart_defaults().regions,
                              .zeros = NAN};
    const struct option_row rows[] = {
        {"output", 'o', OPTION_TEXT, &picture.path},
        {"title", 't', OPTION_TEXT, &picture.title},
        {"lang", '\0', OPTION_TEXT, &picture.lang},
        {"labels", '\0', OPTION_TEXT, &picture.labels_name},
        {"countries", '\0', OPTION_TEXT, &picture.countries_text},
        {"each", '\0', OPTION_TEXT, &picture.each.files.folder},
        {"format", '\0', OPTION_TEXT, &picture.format},
        {"overwrite", '\0', OPTION_FLAG, &picture.each.files.overwrite},
        {"picture", '\0', OPTION_TEXT, &picture.way_name},
        {"ascii", '\0', OPTION_FLAG, &picture.terminal.ascii},
        PAPER_OPTIONS(picture.paper),
        TERMINAL_OPTIONS(picture.terminal),
        {"theme", '\0', OPTION_TEXT, &picture.theme_name},
        {"density", '\0', OPTION_TEXT, &picture.density_name},
        {"regions", '\0', OPTION_TEXT, &picture.regions_name},
        {"geometry", '\0', OPTION_TEXT, &picture.geometry_name},
        {"zeros", '\0', OPTION_NUMBER, &picture.zeros},
        {"force", '\0', OPTION_FLAG, &picture.force},
        {"topics", '\0', OPTION_FLAG, &picture.topics},
        {"highlight", '\0', OPTION_MANY, &picture.stars},
        {"before", '\0', OPTION_TEXT, &picture.before_path},
        {"overlay", '\0', OPTION_TEXT, &picture.overlay_name},
        {"zoom", '\0', OPTION_TEXT, &picture.zoom_name},
        SCORING_OPTIONS(scoring),
        {0},
    };
    int first, status = option_read(&cmd_chart, argc, argv, rows, &first);

    if (status < 0)
        status = check(&picture, argc - first);
    if (status < 0)
        status = settle_output(&picture);
    if (status >= 0)
        return status;
    status = open_and_draw(&scoring, argv + first, argc - first, &picture);
    lewis_selection_free(picture.countries);
    lewis_overlay_free(picture.overlay);
    scoring_close(&scoring);
    return status;
}

const struct cmd cmd_chart = {
    .name = "chart",
    .usage = N_("[OPTION]... ANSWERS... [-o FILE]"),
    .summary = N_("Draw the people of answer sheets in the triangle"),
    /* clang-format off */
    .help = {
        N_(
        "ANSWERS is CSV or a workbook as for \"lewis score\"; - is standard\n"
        "input.\n"
        "Without -o the chart is shown here, in the terminal.\n"
        "\n"
        "  -o, --output FILE      .png, .pdf or .svg, written whole or not at\n"
        "                         all\n"
        "      --each FOLDER      a picture of every person, named after them\n"
        "      --overwrite        pictures in FOLDER may be replaced\n"
        "      --format KIND      svg, png or pdf: of --each (default svg), and\n"
        "                         of -o where the name does not say\n"
        "      --picture HOW      without -o: auto (default: pixels where the\n"
        "                         terminal can show them), kitty, iterm, sixel,\n"
        "                         cells (characters), or none\n"
        "      --ascii            characters of ASCII only\n"
        ),
        TERMINAL_HELP,
        N_(
        "  -t, --title TEXT       what stands above the chart\n"
        "      --lang LANG        language of all that is on it (en, nl); in\n"
        "                         the terminal, default: that of your locale\n"
        "      --labels HOW       near (names beside the markers), codes (with a\n"
        "                         key), none, or auto (default: names up to 12\n"
        "                         people, codes up to 40)\n"
        "      --countries WHICH  figure (default: what the published figure\n"
        "                         names), all, none, nearest:N (places), or a\n"
        "                         list such as NL,JP,Brazil\n"
        ),
        PAPER_HELP,
        N_(
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
        "                         each topic of the bank, side by side, in the\n"
        "                         file of -o\n"
        "      --highlight ID     somebody the chart is about: a star, with thin\n"
        "                         lines to the three shares; up to 8 times\n"
        "      --before FILE      earlier answers of the same people: arrows lead\n"
        "                         from there; paired by id, and who is in one\n"
        "                         file only is told and not drawn\n"
        "      --overlay NAME|FILE  words over the triangle: truth, for five ideas\n"
        "                         of truth, or a file of your own\n"
        "      --zoom VIEW        the part of the triangle that is shown: none\n"
        "                         (default, all of it), auto (as small as holds\n"
        "                         everybody), or the least percent of each style\n"
        "                         in sight, linear-active first: 30,20,10\n"
        ),
        SCORING_HELP,
        N_(
        "\n"
        "Exit status: 0 done; 1 some rows refused, or nobody to draw and so\n"
        "nothing drawn; 2 trouble.\n"
        "\n"
        "  lewis chart workshop.csv --title \"Our team\" -o team.png\n"
        ),
    },
    /* clang-format on */
    .run = run,
};
