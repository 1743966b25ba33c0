/* arrows.c - from where people and centres were to where they are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/arrows.h"

#include <math.h>

#include "chart/highlight.h"
#include "chart/marker.h"
#include "chart/members.h"
#include "chart/moves.h"
#include "chart/theme.h"

enum { RING_GAP = 2 }; /* from a marker's rim to its ring, in points */

/* How an arrow is drawn, in points of the page. */
struct arrow {
    double width, head, dot; /* of the line, the head, the dot it begins in */
    double rim;              /* how far from its end's middle it ends */
    int32_t colour;
    double alpha;
};

static void
draw_head(const struct arrow *arrow, double back, struct scene_point tip,
          double x, double y, struct lewis_scene *scene)
{
    double wide = 0.42 * back;
    struct scene_style style = scene_fill(arrow->colour, arrow->alpha);
    struct scene_point head[3] = {
        tip,
        {tip.x - back * x - wide * y, tip.y - back * y + wide * x},
        {tip.x - back * x + wide * y, tip.y - back * y - wide * x}};

    scene_polygon(scene, head, 3, style);
}

/* From a small dot to the rim of what stands at the end; nothing when that is
 * no way at all. */
static void
draw_arrow(const struct arrow *arrow, struct scene_point from,
           struct scene_point to, struct lewis_scene *scene)
{
    double length = hypot(to.x - from.x, to.y - from.y);
    double x = (to.x - from.x) / length, y = (to.y - from.y) / length;
    double head = fmin(arrow->head, 0.8 * (length - arrow->rim));
    struct scene_point tip = {to.x - arrow->rim * x, to.y - arrow->rim * y};
    struct scene_point line[2] = {
        from, {tip.x - 0.9 * head * x, tip.y - 0.9 * head * y}};
    struct scene_style style = scene_stroke(arrow->colour, arrow->width);

    if (!(length > arrow->rim + arrow->dot))
        return;
    style.stroke_alpha = arrow->alpha;
    scene_line(scene, line, 2, style);
    scene_circle(scene, from, arrow->dot,
                 scene_fill(arrow->colour, arrow->alpha));
    draw_head(arrow, head, tip, x, y, scene);
}

/* --- people --- */

/* To a marker that reaches that far. */
static struct arrow
person_arrow(const struct frame *frame, double reach, int32_t colour)
{
    double unit = frame->scale;

    return (struct arrow){.width = unit,
                          .head = 5 * unit,
                          .dot = 1.4 * unit,
                          .rim = reach,
                          .colour = palette_outline(frame->colour, colour),
                          .alpha = 1};
}

/* To one of many dots. */
static struct arrow
dot_arrow(const struct lewis_chart *chart, const struct frame *frame,
          int32_t colour)
{
    double unit = frame->scale;

    return (struct arrow){
        .width = 0.6 * unit,
        .head = 4 * unit,
        .dot = 0.8 * unit,
        .rim = theme.dot_radius * theme_dot_size(chart->count) * unit,
        .colour = colour,
        .alpha = fmin(0.8, fmax(0.12, 20 / (double)chart->count))};
}

/* Decided in the plane, so that every page tells the same. */
static bool
is_move(struct lewis_point then, struct lewis_point now)
{
    return lewis_triangle_distance(then, now) >= ARROWS_LEAST / 100.0;
}

static bool
has_moved(const struct lewis_chart *chart, size_t i)
{
    return is_move(chart->moves->then[i], chart->point[i]);
}

static bool
star_moved(const struct chart_star *star)
{
    return !isnan(star->then.x) && is_move(star->then, star->point);
}

bool
arrows_of_people(const struct panel_facts *facts)
{
    const struct lewis_chart *chart = facts->chart;

    if (chart->moves == NULL)
        return false;
    for (size_t i = 0; !facts->hexagons && i < chart->count; i++)
        if (moves_known(chart, i) && has_moved(chart, i))
            return true;
    for (size_t i = 0; facts->hexagons && i < highlight_count(chart); i++)
        if (star_moved(highlight_at(chart, i)))
            return true;
    return false;
}

size_t
arrows_stayed(const struct lewis_chart *chart)
{
    size_t stayed = 0;

    for (size_t i = 0; i < chart->count; i++)
        stayed += moves_known(chart, i) && !has_moved(chart, i);
    return stayed;
}

double
arrows_room(const struct lewis_chart *chart, size_t i,
            const struct frame *frame)
{
    bool ring = moves_known(chart, i) && !has_moved(chart, i);

    return ring ? RING_GAP * frame->scale : 0;
}

void
arrows_add_boxes(const struct panel_facts *facts, const struct frame *frame,
                 struct box box[], size_t *count)
{
    const struct lewis_chart *chart = facts->chart;
    double radius = theme_member_radius(chart->count);

    for (size_t i = 0; i < chart->count; i++) {
        bool star = highlight_of(chart, i) != NULL;
        struct arrow arrow = person_arrow(
            frame,
            ((star ? MARKER_STAR : 1) * radius + theme.rim) * frame->scale, 0);
        double length, part, half = 0.6 * arrow.head;
        struct scene_point from, to;

        if (!moves_known(chart, i) || !has_moved(chart, i))
            continue;
        from = frame_point(frame, chart->moves->then[i]);
        to = frame_point(frame, chart->point[i]);
        length = hypot(to.x - from.x, to.y - from.y);
        part = (arrow.rim + half) / length;
        to.x += part * (from.x - to.x);
        to.y += part * (from.y - to.y);
        box[(*count)++] = (struct box){to.x - half, to.y - half, to.x + half,
                                       to.y + half};
    }
}

void
arrows_draw_ring(const struct frame *frame, struct scene_point at,
                 double radius_pt, int32_t colour, struct lewis_scene *scene)
{
    scene_circle(scene, at, radius_pt + RING_GAP * frame->scale,
                 scene_stroke(colour, 0.9 * frame->scale));
}

/* A marker that was moved aside is where its arrow ends; when it stands on the
 * arrow's beginning there is none. */
static void
draw_person(const struct members *members, const struct panel_facts *facts,
            const struct frame *frame, size_t i, struct lewis_scene *scene)
{
    const struct lewis_chart *chart = facts->chart;
    int32_t colour = panel_team_colour(frame, chart, chart->team_of[i]);
    struct arrow arrow = person_arrow(frame, members->reach[i], colour);
    struct scene_point from = frame_point(frame, chart->moves->then[i]);

    if (has_moved(chart, i))
        draw_arrow(&arrow, from, members->at[i], scene);
    else
        arrows_draw_ring(frame, members->at[i], arrow.rim, colour, scene);
}

static void
draw_dot(const struct panel_facts *facts, const struct frame *frame, size_t i,
         struct lewis_scene *scene)
{
    const struct lewis_chart *chart = facts->chart;
    int32_t colour = panel_team_colour(frame, chart, chart->team_of[i]);
    struct arrow arrow = dot_arrow(chart, frame, colour);

    if (has_moved(chart, i) && highlight_of(chart, i) == NULL)
        draw_arrow(&arrow, frame_point(frame, chart->moves->then[i]),
                   frame_point(frame, chart->point[i]), scene);
}

void
arrows_draw_people(const struct members *members,
                   const struct panel_facts *facts, const struct frame *frame,
                   struct lewis_scene *scene)
{
    const struct lewis_chart *chart = facts->chart;

    if (chart->moves == NULL || facts->hexagons)
        return;
    scene_group(scene, "moves", NULL);
    for (size_t i = 0; i < chart->count; i++) {
        if (!moves_known(chart, i))
            continue;
        if (facts->dots)
            draw_dot(facts, frame, i, scene);
        else
            draw_person(members, facts, frame, i, scene);
    }
    scene_end(scene);
}

void
arrows_draw_stars(const struct members *members,
                  const struct panel_facts *facts, const struct frame *frame,
                  struct lewis_scene *scene)
{
    const struct lewis_chart *chart = facts->chart;

    if (chart->moves == NULL || members->count == 0)
        return;
    scene_group(scene, "moves", NULL);
    for (size_t i = 0; i < members->count; i++) {
        const struct chart_star *star = highlight_at(chart, i);
        struct arrow arrow =
            person_arrow(frame, members->reach[i],
                         panel_team_colour(frame, chart, star->team));

        if (star_moved(star))
            draw_arrow(&arrow, frame_point(frame, star->then), members->at[i],
                       scene);
    }
    scene_end(scene);
}

/* --- centres --- */

static struct arrow
center_arrow(const struct frame *frame, int32_t colour)
{
    double unit = frame->scale;

    return (struct arrow){.width = 2.2 * unit,
                          .head = 9 * unit,
                          .dot = 2.6 * unit,
                          .rim = 0.8 * theme.center_arm * unit,
                          .colour = colour,
                          .alpha = 1};
}

/* A rim of paper keeps it apart from the people's. */
static void
draw_center(const struct panel_facts *facts, size_t team,
            const struct frame *frame, struct lewis_scene *scene)
{
    int32_t colour = palette_outline(
        frame->colour, panel_team_colour(frame, facts->chart, team));
    struct arrow arrow = center_arrow(frame, colour), under = arrow;
    struct scene_point from =
        frame_point(frame, moves_center(facts->chart, team));
    struct scene_point to =
        frame_point(frame, groups_center(facts->groups, team));

    under.colour = frame->colour->paper;
    under.width += 1.6 * frame->scale;
    under.dot += 0.8 * frame->scale;
    draw_arrow(&under, from, to, scene);
    draw_arrow(&arrow, from, to, scene);
}

void
arrows_draw_centers(const struct panel_facts *facts, const struct frame *frame,
                    struct lewis_scene *scene)
{
    const struct lewis_chart *chart = facts->chart;

    if (chart->moves == NULL)
        return;
    scene_group(scene, "center-moves", NULL);
    for (size_t i = 0; i < chart->teams; i++)
        if (chart->team[i].cloud.n >= 2)
            draw_center(facts, i, frame, scene);
    scene_end(scene);
}

/* --- where they lie --- */

size_t
arrows_most(const struct panel_facts *facts)
{
    const struct lewis_chart *chart = facts->chart;

    if (chart->moves == NULL)
        return 0;
    return chart->teams +
           (facts->dots ? highlight_count(chart) : chart->count);
}

static void
add_ends(struct scene_point end[], size_t *count, const struct frame *frame,
         struct lewis_point then, struct lewis_point now)
{
    if (isnan(then.x) || !is_move(then, now))
        return;
    end[2 * *count] = frame_point(frame, then);
    end[2 * *count + 1] = frame_point(frame, now);
    ++*count;
}

size_t
arrows_ends(const struct panel_facts *facts, const struct frame *frame,
            struct scene_point end[])
{
    const struct lewis_chart *chart = facts->chart;
    size_t count = 0;

    if (chart->moves == NULL)
        return 0;
    for (size_t i = 0; !facts->dots && i < chart->count; i++)
        if (moves_known(chart, i))
            add_ends(end, &count, frame, chart->moves->then[i],
                     chart->point[i]);
    for (size_t i = 0; facts->dots && i < highlight_count(chart); i++)
        add_ends(end, &count, frame, highlight_at(chart, i)->then,
                 highlight_at(chart, i)->point);
    for (size_t i = 0; i < chart->teams; i++)
        if (chart->team[i].cloud.n >= 2)
            add_ends(end, &count, frame, moves_center(chart, i),
                     groups_center(facts->groups, i));
    return count;
}

/* --- the legend --- */

void
arrows_draw_sign(const struct frame *frame, struct scene_point at,
                 int32_t colour, struct lewis_scene *scene)
{
    double half = 1.05 * theme.center_arm * frame->text;
    struct arrow arrow = {.width = frame->text,
                          .head = 5 * frame->text,
                          .dot = 1.4 * frame->text,
                          .colour = palette_outline(frame->colour, colour),
                          .alpha = 1};

    draw_arrow(&arrow, (struct scene_point){at.x - half, at.y},
               (struct scene_point){at.x + half, at.y}, scene);
}
