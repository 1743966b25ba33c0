/* density.h - many people, counted where they stand.
 *
 * The triangle is laid with hexagons around the knots of a triangular lattice,
 * those on the sides cut in half; a person counts at the nearest knot. Counts
 * are kept for each of the lattices, so that memory does not grow with the
 * people.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHART_DENSITY_H
#define CHART_DENSITY_H

#include <stddef.h>

#include <lewis/style.h>

enum {
    DENSITY_GRIDS = 4,
    DENSITY_SMALL = 3,    /* the coarse lattice of small triangles */
    DENSITY_CELLS = 1225, /* knots of the finest lattice */
    DENSITY_CORNERS = 6,
    DENSITY_TONES = 5 /* classes of counts, at most */
};

/* How many people stand at each knot. Zero-initialise. */
struct density {
    size_t people[DENSITY_GRIDS][DENSITY_CELLS];
};

void density_add(struct density *density, struct lewis_point point);

/* Steps of a lattice from corner to corner, and how many knots it has. */
int density_steps(int grid);
size_t density_cells(int grid);

/* The lattice for that many people: the finest in which ten of them could stand
 * at each knot; never DENSITY_SMALL. */
int density_grid(size_t people);

/* The knot nearest to a profile, 0..density_cells(grid) - 1, and its shares. */
size_t density_cell(int grid, struct lewis_point point);
void density_knot(int grid, size_t cell, double share[LEWIS_STYLES]);

/* The hexagon around a knot, 'size' of it (1: they touch), not cut. */
void density_outline(int grid, size_t cell, double size,
                     struct lewis_point corner[DENSITY_CORNERS]);

/* Classes of the counts that occur, between round numbers. Each has about the
 * same part of the hexagons, of which one weighs the cube root of its people,
 * so that both the crowd and the edges are seen. Class i is from least[i] to
 * below least[i + 1], the last one up to the most people at a knot. */
struct density_scale {
    size_t least[DENSITY_TONES], most;
    int tones; /* 0: nobody */
};

/* Counts of knots that one scale is for; with more than fit in, those weigh
 * nothing but for the most. Zero-initialise. */
struct density_counts {
    size_t people[DENSITY_CELLS], count, most;
};

void density_count(struct density_counts *counts, size_t people);
void density_count_all(struct density_counts *counts,
                       const struct density *density, int grid);

struct density_scale density_scale_of(const struct density_counts *counts);
int density_tone(const struct density_scale *scale, size_t people);

/* The tone of the palette for a class: few classes use its whole range. */
int density_palette(const struct density_scale *scale, int tone);

#endif
