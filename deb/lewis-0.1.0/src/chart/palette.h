/* palette.h - every colour of a chart, and the themes they come in.
 *
 * What a designer changes is in palette.c; tests/unit/palette_test.c holds what
 * must stay true of each theme.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHART_PALETTE_H
#define CHART_PALETTE_H

#include <stddef.h>
#include <stdint.h>

#include <lewis/chart.h>

enum { PALETTE_TEAMS = 7, PALETTE_TONES = 5 };

/* Colours are 0xRRGGBB. */
struct palette {
    int32_t corner[LEWIS_STYLES];      /* by style: blue, red, yellow */
    int32_t corner_text[LEWIS_STYLES]; /* the same, readable as text */
    double tint;     /* share of colour in the backdrop, the rest is paper */
    int32_t paper;   /* page */
    int32_t ink;     /* titles, names of people, outlines of markers */
    int32_t quiet;   /* country names, foot */
    int32_t grid;    /* grid lines */
    int32_t edge;    /* sides of the triangle */
    int32_t country; /* rim of a country's marker */
    int32_t leader;  /* from a marker to its name */
    int32_t track;   /* unfilled part of a bar */
    int32_t single;  /* markers when there are no teams */
    int32_t team[PALETTE_TEAMS]; /* markers of teams, in order */
    bool plain;       /* regions are outlined in ink: colours say nothing */
    int32_t tones[2]; /* of hexagons: few people, many */
};

const struct palette *palette_of(enum lewis_theme theme);

/* The colour of a profile: the corner colours mixed in OKLab (Ottosson 2020,
 * https://bottosson.github.io/posts/oklab/), and its tint on the paper. */
int32_t palette_blend(const struct palette *palette,
                      const double share[LEWIS_STYLES]);
int32_t palette_tint(const struct palette *palette,
                     const double share[LEWIS_STYLES]);

/* The tone of that class, 0..PALETTE_TONES - 1, evenly spaced in OKLab. */
int32_t palette_tone(const struct palette *palette, int tone);

/* What a region or a dot of that colour is outlined in: nearer to the ink, so
 * that light colours are seen. */
int32_t palette_outline(const struct palette *palette, int32_t colour);

#endif
