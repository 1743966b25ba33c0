/* cmd_chart.c - lewis chart: answers in, a picture out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "cli/chart/draw.h"
#include "content.h"
#include "recognised.h"
#include "say.h"

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

/* The ruler comes first: the fonts of this machine are looked up in a thread of
 * its own, while the bank and the answers are read in this one. */
static int
open_and_draw(struct scoring *scoring, char **paths, int count,
              struct picture *picture)
{
    struct lewis_error error;
    struct lewis_ruler *ruler = lewis_ruler_new(&error);
    int status = EXIT_TROUBLE;

    if (ruler == NULL)
        return say_error(&error);
    if (picture->path != NULL || picture->each.files.folder != NULL)
        lewis_ruler_prepare(ruler);
    if (scoring_open(scoring) &&
        settle_places(picture, scoring, paths, count) &&
        select_countries(picture, scoring->atlas) &&
        open_overlay(scoring, picture))
        status = scoring->dry_run
                     ? recognised_dry_run(scoring, paths, count)
                     : draw_picture(scoring, paths, count, ruler, picture);
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
        status = picture_settle(&picture, argc - first);
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
        "                         people), dots (of up to 10000) or hexagons\n"
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
        "                         everybody; all of it when that is more than\n"
        "                         80 percent of a side), or the least percent\n"
        "                         of each style in sight, linear-active first:\n"
        "                         30,20,10\n"
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
