/* theme.c - every colour, length and text size of a chart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/theme.h"

#include <math.h>

/* Team colours: Okabe & Ito 2002, "Color Universal Design", in the order that
 * is furthest from the corners' blue, red and yellow. */
const struct theme theme = {
    .corner = {0x0B5CAD, 0xC8322B, 0xF2C230},
    .corner_text = {0x0B5CAD, 0xB52A24, 0x735300},
    .corner_name = {"Linear-active", "Multi-active", "Reactive"},
    .tint = 0.25,
    .paper = 0xFFFFFF,
    .ink = 0x222222,
    .quiet = 0x555555,
    .grid = 0xFFFFFF,
    .edge = 0x666666,
    .country = 0x6A6A6A,
    .leader = 0x606060,
    .track = 0xE8E8E8,
    .single = 0x222222,
    .team = {0x009E73, 0xD55E00, 0x0072B2, 0x000000, 0xCC79A7, 0xE69F00,
             0x56B4E9},

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
    .label_width = {96, 72, 54},
    .legend_width = 172,
    .head_width = 300,
    .bar_length = 72,
    .bar_height = 6,
};

struct lab {
    double l, a, b;
};

static double
to_linear(int32_t byte)
{
    double x = (double)(byte & 0xFF) / 255;

    return x <= 0.04045 ? x / 12.92 : pow((x + 0.055) / 1.055, 2.4);
}

static int32_t
to_byte(double x)
{
    double y = x <= 0.0031308 ? 12.92 * x : 1.055 * pow(x, 1 / 2.4) - 0.055;

    return (int32_t)lround(255 * fmin(fmax(y, 0), 1));
}

static struct lab
to_lab(int32_t colour)
{
    double r = to_linear(colour >> 16), g = to_linear(colour >> 8);
    double b = to_linear(colour);
    double l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    double m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    double s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);

    return (struct lab){
        0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
        1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
        0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
    };
}

static int32_t
to_colour(struct lab c)
{
    double l = pow(c.l + 0.3963377774 * c.a + 0.2158037573 * c.b, 3);
    double m = pow(c.l - 0.1055613458 * c.a - 0.0638541728 * c.b, 3);
    double s = pow(c.l - 0.0894841775 * c.a - 1.2914855480 * c.b, 3);
    int32_t r = to_byte(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
    int32_t g =
        to_byte(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
    int32_t b =
        to_byte(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);

    return r << 16 | g << 8 | b;
}

static struct lab
mix(const double share[LEWIS_STYLES])
{
    struct lab sum = {0, 0, 0};

    for (int i = 0; i < LEWIS_STYLES; i++) {
        struct lab c = to_lab(theme.corner[i]);

        sum.l += share[i] * c.l;
        sum.a += share[i] * c.a;
        sum.b += share[i] * c.b;
    }
    return sum;
}

int32_t
theme_blend(const double share[LEWIS_STYLES])
{
    return to_colour(mix(share));
}

int32_t
theme_tint(const double share[LEWIS_STYLES])
{
    struct lab c = mix(share);
    double t = theme.tint;

    /* white is (1, 0, 0) */
    return to_colour((struct lab){1 - t + t * c.l, t * c.a, t * c.b});
}

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
