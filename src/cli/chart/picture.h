/* picture.h - what the options of lewis chart say: where the picture goes, and
 * what is on it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_CHART_PICTURE_H
#define CLI_CHART_PICTURE_H

#include <stdbool.h>

#include <lewis/chart.h>
#include <lewis/render.h>

#include "cli/chart/each.h"
#include "cli/option.h"
#include "cli/paper.h"
#include "cli/places.h"
#include "cli/terminal/chart.h"
#include "cli/terminal/terminal.h"

/* First as they were given, then as they were understood. */
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

/* What was given is understood, and goes together; 'operands' files of answers
 * were named. Returns -1, or an exit status: said why. */
int picture_settle(struct picture *picture, int operands);

#endif
