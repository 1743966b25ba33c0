/* dots.c - many people as translucent dots.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/dots.h"

#include <math.h>
#include <stdint.h>

#include "chart/marker.h"
#include "chart/theme.h"

/* Every team has a shape of its own; a person of no team a circle. */
static void
draw_dot(const struct panel_facts *facts, size_t i, const struct frame *frame,
         double radius, double alpha, struct lewis_scene *scene)
{
    const struct lewis_chart *chart = facts->chart;

    marker_dot(scene, chart->team_of[i], frame_point(frame, chart->point[i]),
               radius, panel_team_colour(frame, chart, chart->team_of[i]),
               alpha);
}

static void
draw_single(const struct panel_facts *facts, const struct frame *frame,
            double radius, double alpha, struct lewis_scene *scene)
{
    const struct lewis_chart *chart = facts->chart;

    for (size_t i = 0; i < chart->count; i++) {
        if (chart->count <= CHART_NAMED)
            scene_group(scene, "member", people_hover(chart, i,
                                     facts->options->labels != LEWIS_LABELS_NONE,
                                     facts->arena));
        draw_dot(facts, i, frame, radius, alpha, scene);
        if (chart->count <= CHART_NAMED)
            scene_end(scene);
    }
}

/* People are counted in the cells of a grid over the triangle; a dot's alpha is
 * what as many dots on one another would have. */
enum { COLUMNS = 221, ROWS = 192, CELLS = COLUMNS * ROWS };

static size_t
cell_of(struct lewis_point point)
{
    double x = floor(fmin(fmax(point.x, 0), 1) * (COLUMNS - 1) + 0.5);
    double y = floor(fmin(fmax(point.y, 0), 0.8661) * (COLUMNS - 1) + 0.5);

    return (size_t)y * COLUMNS + (size_t)x;
}

static struct lewis_point
cell_point(size_t cell)
{
    return (struct lewis_point){(double)(cell % COLUMNS) / (COLUMNS - 1),
                                (double)(cell / COLUMNS) / (COLUMNS - 1)};
}

static uint32_t
fill_cells(const struct lewis_chart *chart, size_t team, uint32_t people[])
{
    uint32_t most = 0;

    for (size_t i = 0; i < CELLS; i++)
        people[i] = 0;
    for (size_t i = 0; i < chart->count; i++)
        if (chart->team_of[i] == team) {
            uint32_t here = ++people[cell_of(chart->point[i])];

            most = here > most ? here : most;
        }
    return most;
}

static void
draw_team_cells(const struct lewis_chart *chart, size_t team,
                const struct frame *frame, uint32_t people[],
                struct lewis_scene *scene)
{
    double most = fill_cells(chart, team, people);
    double radius = 0.52 * frame_unit(frame) / (COLUMNS - 1);

    int32_t colour = panel_team_colour(frame, chart, team);
    /* so small that only colour is seen, unless colours do not suffice */
    size_t shape = chart->teams > PALETTE_TEAMS ? team : 0;

    for (size_t i = 0; i < CELLS; i++)
        if (people[i] > 0)
            marker_dot(scene, shape, frame_point(frame, cell_point(i)), radius,
                       colour, 0.06 + 0.84 * sqrt(people[i] / most));
}

static void
draw_cells(const struct lewis_chart *chart, const struct frame *frame,
           struct arena *arena, struct lewis_scene *scene)
{
    uint32_t *people = arena_array(arena, CELLS, sizeof *people);

    for (size_t i = 0; people != NULL && i < chart->teams; i++)
        draw_team_cells(chart, i, frame, people, scene);
}

void
dots_draw(const struct panel_facts *facts, const struct frame *frame,
          struct lewis_scene *scene)
{
    const struct lewis_chart *chart = facts->chart;
    double alpha = theme_dot_alpha(chart->count);
    double radius =
        theme.dot_radius * theme_dot_size(chart->count) * frame->scale;

    if (chart->count > DOTS_SINGLE)
        draw_cells(chart, frame, facts->arena, scene);
    else
        draw_single(facts, frame, radius, alpha, scene);
}
