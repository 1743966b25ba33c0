/* dots.c - many people as translucent dots.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/dots.h"

#include "chart/marker.h"
#include "chart/theme.h"

/* Every team has a shape of its own; a person of no team a circle. */
static void
draw_dot(const struct panel_facts *facts, size_t i, const struct frame *frame,
         double radius, double alpha, struct lewis_scene *scene)
{
    const struct lewis_chart *chart = facts->chart;

    marker_dot(scene, frame, chart->team_of[i],
               frame_point(frame, chart->point[i]), radius,
               panel_team_colour(frame, chart, chart->team_of[i]), alpha);
}

void
dots_draw(const struct panel_facts *facts, const struct frame *frame,
          struct lewis_scene *scene)
{
    const struct lewis_chart *chart = facts->chart;
    double alpha = theme_dot_alpha(chart->count);
    double radius =
        theme.dot_radius * theme_dot_size(chart->count) * frame->scale;

    for (size_t i = 0; i < chart->kept; i++) {
        if (chart->count <= CHART_NAMED)
            scene_group(
                scene, "member",
                people_hover(chart, i,
                             facts->options->labels != LEWIS_LABELS_NONE,
                             facts->arena));
        draw_dot(facts, i, frame, radius, alpha, scene);
        if (chart->count <= CHART_NAMED)
            scene_end(scene);
    }
}
