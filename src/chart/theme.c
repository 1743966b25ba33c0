/* theme.c - every length and text size of a chart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/theme.h"

#include <math.h>

const struct theme theme = {
    .page_short = 595.28,
    .margin = 26,
    .gap = 10,
    .title_size = 16,
    .subtitle_size = 9.5,
    .corner_size = 11.5,
    .country_size = 7.5,
    .member_size = 8,
    .legend_size = 8,
    .foot_size = 7.5,
    .overlay_size = 9,
    .line_height = 1.25,
    .member_radius = 4,
    .dot_radius = 2.6,
    .country_radius = 2.6,
    .center_arm = 8,
    .rim = 1.1,
    .edge_width = 0.9,
    .grid_width = 0.9,
    .leader_width = 0.5,
    .halo = 1.3,
    .region_alpha = 0.15,
    .country_gap = 8,
    .name_width = 110,
    .key_name_width = 84,
    .label_width = {96, 72, 54},
    .overlay_width = 84,
    .legend_width = 172,
    .head_width = 300,
    .bar_length = 72,
    .bar_height = 6,
};

double
theme_member_radius(size_t count)
{
    return theme.member_radius *
           fmin(1, fmax(0.75, 1.15 - 0.01 * (double)count));
}

double
theme_dot_alpha(size_t count)
{
    return fmin(0.85, fmax(0.10, 14 / sqrt((double)count)));
}

double
theme_dot_size(size_t count)
{
    return fmin(1, fmax(0.5, 1.9 - 0.38 * log10((double)count)));
}
