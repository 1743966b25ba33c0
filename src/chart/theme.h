/* theme.h - every length and text size of a chart.
 *
 * What a designer changes is in theme.c; colours are in palette.c. Lengths and text sizes are points on
 * an A4 page; other pages scale them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHART_THEME_H
#define CHART_THEME_H

#include <stddef.h>

enum { THEME_TILES = 20 };

struct theme {
    double page_short; /* short side of the page these lengths are for */
    double margin;     /* blank border of the page */
    double gap;        /* between blocks */
    double title_size, subtitle_size, corner_size, country_size, member_size,
        legend_size, foot_size, overlay_size;
    double line_height; /* of text, in sizes */
    double member_radius, dot_radius, country_radius, center_arm;
    double rim, edge_width, grid_width, leader_width, halo;
    double region_alpha;   /* fill of a region */
    double country_gap;    /* from the side to a country's name */
    double name_width;     /* a person's name is cut at this width, */
    double key_name_width; /* and in the key, unless it has more room */
    double label_width[3]; /* of country labels: first choice, ... */
    double overlay_width;  /* words over the triangle are broken at it */
    double legend_width, head_width;
    double bar_length, bar_height;
};

extern const struct theme theme;

/* The radius of one of 'count' markers. */
double theme_member_radius(size_t count);

/* How opaque one of 'count' dots is, 0..1, and how large, in radii. */
double theme_dot_alpha(size_t count);
double theme_dot_size(size_t count);

#endif
