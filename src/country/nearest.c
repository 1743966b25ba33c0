/* nearest.c - the place nearest to a point.
 *
 * The square around the triangle is cut into cells, and each cell keeps the
 * places that can be the nearest one somewhere in it. Where one of them is
 * clearly nearer than the others it is the answer; else they are asked once
 * more, in the order of the file, and a tie is settled.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "country/country.h"

/* Two distances are equal when they differ by less than this, so that a tie is
 * settled by the file's order and not by rounding. */
static const double SAME_DISTANCE = 1e-12;

/* Squares of distances that differ by this are of distances that differ by more
 * than that. */
static const double CLEAR = 1e-9;

/* How much farther than the best a place may seem from a cell and still be kept
 * for it: far above rounding. */
static const double SLACK = 1e-6;

/* The least and the greatest distance of a coordinate from a cell's side. */
static double
least_off(double x, double from)
{
    double to = from + 1.0 / NEAREST_CELLS;

    return x < from ? from - x : x > to ? x - to : 0;
}

static double
most_off(double x, double from)
{
    double to = from + 1.0 / NEAREST_CELLS;

    return x - from > to - x ? x - from : to - x;
}

/* No place is farther from all of the cell than the best one at worst. */
static double
reach(const struct lewis_atlas *atlas, double x, double y)
{
    double best = INFINITY;

    for (size_t p = 0; p < atlas->place_count; p++) {
        struct lewis_point at = atlas->place[p].point;
        double dx = most_off(at.x, x), dy = most_off(at.y, y);
        double square = dx * dx + dy * dy;
        best = square < best ? square : best;
    }
    return sqrt(best) + SLACK;
}

static bool
is_within(struct lewis_point at, double x, double y, double limit)
{
    double dx = least_off(at.x, x), dy = least_off(at.y, y);

    return dx * dx + dy * dy <= limit * limit;
}

/* The places of one cell, to 'near', which has room for all. */
static size_t
fill_cell(const struct lewis_atlas *atlas, size_t cell, uint32_t *near)
{
    double x = (double)(cell % NEAREST_CELLS) / NEAREST_CELLS;
    double y = (double)(cell / NEAREST_CELLS) / NEAREST_CELLS;
    double limit = reach(atlas, x, y);
    size_t n = 0;

    for (size_t p = 0; p < atlas->place_count; p++)
        if (is_within(atlas->place[p].point, x, y, limit))
            near[n++] = (uint32_t)p;
    return n;
}

enum { CELLS = NEAREST_CELLS * NEAREST_CELLS };

/* The places of all cells to 'near', which has room for all of each. */
static void
fill_cells(struct lewis_atlas *atlas, uint32_t *near)
{
    size_t all = 0;

    for (size_t c = 0; c < CELLS; c++) {
        atlas->near_begin[c] = (uint32_t)all;
        all += fill_cell(atlas, c, near + all);
    }
    atlas->near_begin[CELLS] = (uint32_t)all;
    atlas->near = arena_array(&atlas->arena, all + 1, sizeof *atlas->near);
    if (atlas->near != NULL)
        memcpy(atlas->near, near, all * sizeof *near);
}

void
nearest_prepare(struct lewis_atlas *atlas)
{
    uint32_t *near = calloc(CELLS * (atlas->place_count + 1), sizeof *near);

    if (near != NULL)
        fill_cells(atlas, near);
    free(near);
}

/* Of the places 'near', or of all when that is NULL. */
static size_t
ask(const struct lewis_atlas *atlas, const uint32_t *near, size_t count,
    struct lewis_point point)
{
    size_t nearest = atlas->place_count;
    double least = INFINITY;

    for (size_t i = 0; i < count; i++) {
        size_t p = near != NULL ? near[i] : i;
        double d = lewis_triangle_distance(atlas->place[p].point, point);
        if (d < least - SAME_DISTANCE) {
            least = d;
            nearest = p;
        }
    }
    return nearest;
}

/* The nearest of a cell's places: by squares when it is clearly so. */
static size_t
ask_cell(const struct lewis_atlas *atlas, size_t cell, struct lewis_point point)
{
    const uint32_t *near = atlas->near + atlas->near_begin[cell];
    size_t count = atlas->near_begin[cell + 1] - atlas->near_begin[cell];
    size_t nearest = atlas->place_count;
    double least = INFINITY, next = INFINITY;

    for (size_t i = 0; i < count; i++) {
        struct lewis_point at = atlas->place[near[i]].point;
        double dx = at.x - point.x, dy = at.y - point.y;
        double d = dx * dx + dy * dy;
        if (d < least) {
            next = least;
            least = d;
            nearest = near[i];
        } else if (d < next) {
            next = d;
        }
    }
    return next - least > CLEAR ? nearest : ask(atlas, near, count, point);
}

size_t
lewis_atlas_nearest(const struct lewis_atlas *atlas, struct lewis_point point)
{
    if (isnan(point.x) || isnan(point.y))
        return atlas->place_count;
    if (atlas->near != NULL && point.x >= 0 && point.x < 1 && point.y >= 0 &&
        point.y < 1)
        return ask_cell(atlas,
                        (size_t)(point.y * NEAREST_CELLS) * NEAREST_CELLS +
                            (size_t)(point.x * NEAREST_CELLS),
                        point);
    return ask(atlas, NULL, atlas->place_count, point);
}
