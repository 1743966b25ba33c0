/* picture.c - what the options of lewis chart say, and what goes together.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/chart/picture.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/choice.h"
#include "cli/cmd.h"
#include "cli/say.h"

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
    themes,
    sizeof themes / sizeof themes[0]};

static const struct choice labels_choice = {
    N_("there is no way of labels \"%s\"; did you mean %s?"),
    N_("there is no way of labels \"%s\"; there are auto, near, codes and "
       "none"),
    labelings,
    sizeof labelings / sizeof labelings[0]};

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
        status = choice_read(&cmd_chart, &region_choice, name, &chosen);
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
    int status = choice_read(&cmd_chart, &geometry_choice,
                             picture->geometry_name, &geometry);

    if (status < 0)
        status = choice_read(&cmd_chart, &theme_choice,
                             picture->theme_name, &theme);
    if (status < 0)
        status = choice_read(&cmd_chart, &labels_choice,
                             picture->labels_name, &labels);
    if (status < 0)
        status = choice_read(&cmd_chart, &density_choice,
                             picture->density_name, &density);
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

int
picture_settle(struct picture *picture, int operands)
{
    int status = check(picture, operands);

    return status < 0 ? settle_output(picture) : status;
}
