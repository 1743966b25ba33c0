/* palette.c - every colour of a chart, and the themes they come in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/palette.h"

#include <math.h>

/* Team colours of the screen: Okabe & Ito 2002, "Color Universal Design". Their
 * order, and that of the others, puts teams that share a shape (the 1st and the
 * 9th, the 2nd and the 10th ...) far apart, for colour-blind readers too.
 *
 * In grey blue and red would be the same, and a tint would say nothing: there
 * is none, and shapes and words carry all. */
static const struct palette palettes[] = {
    [LEWIS_THEME_SCREEN] =
        {
            .corner = {0x0B5CAD, 0xC8322B, 0xF2C230},
            .corner_text = {0x0B5CAD, 0xB52A24, 0x735300},
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
            .team = {0x009E73, 0xD55E00, 0x0072B2, 0x000000, 0xCC79A7, 0x56B4E9,
                     0xE69F00},
            .tones = {0xA9B8D0, 0x0F1E3D},
        },
    [LEWIS_THEME_DARK] =
        {
            .corner = {0x4C9BFF, 0xF2564A, 0xF5CB45},
            .corner_text = {0x85BFFF, 0xFF958A, 0xF2C230},
            .tint = 0.28,
            .paper = 0x14171C,
            .ink = 0xF4F4F4,
            .quiet = 0xBDC3CA,
            .grid = 0x5F666E,
            .edge = 0xA9B0B8,
            .country = 0xA9B0B8,
            .leader = 0xB8BEC6,
            .track = 0x343A42,
            .single = 0xF4F4F4,
            .team = {0x70BA9F, 0xF17841, 0xB67EFA, 0xFFFFFF, 0xD9A8FC, 0x9AEFB5,
                     0xF3E53C},
            .tones = {0x4D5A70, 0xF2F5F9},
        },
    [LEWIS_THEME_GREY] =
        {
            .corner = {0x6F6F6F, 0x6F6F6F, 0x6F6F6F},
            .corner_text = {0x111111, 0x111111, 0x111111},
            .tint = 0,
            .paper = 0xFFFFFF,
            .ink = 0x111111,
            .quiet = 0x444444,
            .grid = 0xC4C4C4,
            .edge = 0x444444,
            .country = 0x555555,
            .leader = 0x555555,
            .track = 0xE8E8E8,
            .single = 0x111111,
            .team = {0x111111, 0xA0A0A0, 0x343434, 0xCCCCCC, 0x585858, 0xFFFFFF,
                     0x7C7C7C},
            .plain = true,
            .tones = {0xC2C2C2, 0x111111},
        },
};

const struct palette *
palette_of(enum lewis_theme theme)
{
    return &palettes[theme];
}

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
between(struct lab from, struct lab to, double t)
{
    return (struct lab){from.l + t * (to.l - from.l),
                        from.a + t * (to.a - from.a),
                        from.b + t * (to.b - from.b)};
}

static struct lab
mix(const struct palette *palette, const double share[LEWIS_STYLES])
{
    struct lab sum = {0, 0, 0};

    for (int i = 0; i < LEWIS_STYLES; i++) {
        struct lab c = to_lab(palette->corner[i]);

        sum.l += share[i] * c.l;
        sum.a += share[i] * c.a;
        sum.b += share[i] * c.b;
    }
    return sum;
}

int32_t
palette_blend(const struct palette *palette, const double share[LEWIS_STYLES])
{
    return to_colour(mix(palette, share));
}

int32_t
palette_tint(const struct palette *palette, const double share[LEWIS_STYLES])
{
    return to_colour(
        between(to_lab(palette->paper), mix(palette, share), palette->tint));
}

int32_t
palette_tone(const struct palette *palette, int tone)
{
    return to_colour(between(to_lab(palette->tones[0]),
                             to_lab(palette->tones[1]),
                             tone / (PALETTE_TONES - 1.0)));
}

int32_t
palette_outline(const struct palette *palette, int32_t colour)
{
    double part = palette->plain ? 1 : 0.45;

    return to_colour(between(to_lab(colour), to_lab(palette->ink), part));
}
