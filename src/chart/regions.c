/* regions.c - where a single person's profile, or each group's centre, lies.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/regions.h"

#include <math.h>

#include "base/text.h"
#include "chart/arrows.h"
#include "chart/hexagons.h"
#include "chart/highlight.h"
#include "chart/lines.h"
#include "chart/marker.h"
#include "chart/theme.h"
#include "chart/wording.h"
#include "chart/zoom.h"

/* Directions in which a person's region is measured: at the tips of a slim one
 * the curve runs along the directions, and needs many. */
enum { STEPS = 1440, SPARE = 6 /* points more when cut by the view */ };

enum { FILLED = 6 /* people whose regions are tinted: those of more are quiet
                     lines, or nothing else would be seen */ };

struct scene_style
regions_person_style(const struct frame *frame, int32_t colour, size_t many)
{
    struct scene_style style = marker_region(frame, colour);

    style.fill_alpha /= sqrt((double)many);
    style.width_pt /= many > 1 ? 2 : 1;
    if (many <= FILLED)
        return style;
    style.fill_alpha = 0;
    style.stroke_alpha = fmax(0.3, 3 / (double)many);
    return style;
}

/* Over hexagons a line has a rim of paper, and is seen on dark and light ones. */
static void
draw_outline(const struct panel_facts *facts, const struct frame *frame,
             const struct scene_point outline[], size_t count,
             struct scene_style style, struct lewis_scene *scene)
{
    if (facts->hexagons) {
        scene_polygon(scene, outline, count,
                      scene_stroke(frame->colour->paper, 3 * style.width_pt));
        style.fill_alpha = 0;
    }
    scene_polygon(scene, outline, count, style);
}

/* One of 'many'. */
static void
draw_person_region(const struct panel_facts *facts,
                   const struct lewis_region *region, size_t team, size_t many,
                   const struct frame *frame, struct lewis_scene *scene)
{
    const struct lewis_chart *chart = facts->chart;
    struct scene_style style = regions_person_style(
        frame, panel_team_colour(frame, chart, team), many);
    struct lewis_point point[STEPS + SPARE];
    struct scene_point outline[STEPS + SPARE];
    size_t count;

    lewis_region_curve(region, point, STEPS);
    count = zoom_clip(&frame->view, point, STEPS, STEPS + SPARE);
    if (count == 0)
        return;
    for (size_t i = 0; i < count; i++)
        outline[i] = frame_point(frame, point[i]);
    count = lines_thin(outline, count, 0.02 * frame->scale);
    scene_group(scene, "region", wording(frame->lang, TELL_PROFILE_REGION));
    draw_outline(facts, frame, outline, count, style, scene);
    scene_end(scene);
}

static void
draw_group(const struct panel_facts *facts, struct lewis_point point[],
           size_t count, const struct frame *frame, struct scene_style style,
           struct lewis_scene *scene)
{
    struct scene_point outline[GROUPS_OUTLINE + SPARE];

    count = zoom_clip(&frame->view, point, count, GROUPS_OUTLINE + SPARE);
    for (size_t i = 0; i < count; i++)
        outline[i] = frame_point(frame, point[i]);
    if (count > 0 && facts->groups->log_ratios)
        count = lines_thin(outline, count, 0.02 * frame->scale);
    if (count > 0)
        draw_outline(facts, frame, outline, count, style, scene);
}

static void
draw_center_region(const struct panel_facts *facts, size_t team,
                   const struct frame *frame, struct lewis_scene *scene)
{
    struct scene_style style =
        marker_region(frame, panel_team_colour(frame, facts->chart, team));
    struct lewis_point point[GROUPS_OUTLINE + SPARE];
    size_t count = groups_outline(facts->groups, team, point);

    /* many on one another would hide the triangle */
    style.fill_alpha *= fmin(1, 6 / (double)facts->chart->teams);
    scene_group(scene, "region", wording(frame->lang, TELL_CENTER_REGION));
    draw_group(facts, point, count, frame, style, scene);
    scene_end(scene);
}

static void
draw_spread(const struct panel_facts *facts, size_t team,
            const struct frame *frame, struct lewis_scene *scene)
{
    struct lewis_point point[GROUPS_OUTLINE + SPARE];
    size_t count = groups_spread(facts->groups, team, point);

    scene_group(scene, "spread", wording(frame->lang, TELL_SPREAD_REGION));
    draw_group(
        facts, point, count, frame,
        marker_spread(frame, panel_team_colour(frame, facts->chart, team)),
        scene);
    scene_end(scene);
}

/* Of people; of those who stand out as if there were no others. */
static void
draw_person_regions(const struct panel_facts *facts, const struct frame *frame,
                    struct lewis_scene *scene)
{
    const struct lewis_chart *chart = facts->chart;

    for (size_t i = 0; facts->regions & LEWIS_REGIONS_PERSONS &&
                       i < chart->count; i++)
        if (!facts->star_regions || highlight_of(chart, i) == NULL)
            draw_person_region(facts, &chart->region[i], chart->team_of[i],
                               chart->count, frame, scene);
    for (size_t i = 0; facts->star_regions && i < highlight_count(chart); i++) {
        const struct chart_star *star = highlight_at(chart, i);

        draw_person_region(facts, &star->region, star->team, 1, frame, scene);
    }
}

static void
draw_regions(const struct panel_facts *facts, const struct frame *frame,
             struct lewis_scene *scene)
{
    const struct lewis_chart *chart = facts->chart;

    scene_group(scene, "regions", NULL);
    draw_person_regions(facts, frame, scene);
    for (size_t i = 0; i < chart->teams && chart->count > 1; i++) {
        if (chart->team[i].cloud.n < 4)
            continue;
        if (facts->regions & LEWIS_REGIONS_SPREAD)
            draw_spread(facts, i, frame, scene);
        if (facts->regions & LEWIS_REGIONS_CENTERS)
            draw_center_region(facts, i, frame, scene);
    }
    scene_end(scene);
}

void
regions_draw(const struct panel_facts *facts, const struct frame *frame,
             struct lewis_scene *scene)
{
    if (facts->hexagons)
        hexagons_draw(facts, frame, scene);
    draw_regions(facts, frame, scene);
}

static const char *
center_hover(const struct panel_facts *facts, size_t team)
{
    const char *lang = facts->options->lang;
    const char *name = people_team(facts->chart, team, lang);
    struct text title = {0};
    struct chart_range range;
    bool known = groups_range(facts->groups, team, &range);

    if (*name == '\0')
        text_add(&title, wording(lang, TELL_CENTER));
    else
        text_print(&title, wording(lang, TELL_CENTER_OF), name);
    if (facts->groups->log_ratios)
        text_add(&title, wording(lang, TELL_IN_LOG_RATIOS));
    text_add(&title, ": ");
    people_add_shares(&title, lang, groups_center(facts->groups, team),
                      known ? &range : NULL);
    return typeset_keep(facts->arena, &title);
}

/* Where colours do not suffice the team's shape stands in the cross. */
void
regions_draw_cross(const struct panel_facts *facts, size_t team,
                   const struct frame *frame, struct scene_point at,
                   double unit_pt, struct lewis_scene *scene)
{
    const struct lewis_chart *chart = facts->chart;
    int32_t colour = panel_team_colour(frame, chart, team);

    marker_cross(scene, frame, at, theme.center_arm * unit_pt, colour);
    if (panel_needs_shapes(frame, chart))
        marker_draw(scene, frame, team, at,
                    0.75 * theme.member_radius * unit_pt, colour);
}

/* A centre that lies on earlier ones is smaller, so that all are seen. */
static double
center_size(const struct panel_facts *facts, size_t team,
            const struct frame *frame)
{
    const struct lewis_chart *chart = facts->chart;
    const double near = 0.8 * theme.center_arm * frame->scale, least = 0.4;
    struct scene_point at =
        frame_point(frame, groups_center(facts->groups, team));
    double part = 1;

    for (size_t i = 0; i < team; i++) {
        struct scene_point other =
            frame_point(frame, groups_center(facts->groups, i));

        if (chart->team[i].cloud.n >= 2 &&
            hypot(other.x - at.x, other.y - at.y) < near)
            part = fmax(0.72 * part, least);
    }
    return part * frame->scale;
}

static void
draw_center(const struct panel_facts *facts, size_t team,
            const struct frame *frame, struct lewis_scene *scene)
{
    struct scene_point at =
        frame_point(frame, groups_center(facts->groups, team));

    scene_group(scene, "center", center_hover(facts, team));
    regions_draw_cross(facts, team, frame, at,
                       center_size(facts, team, frame), scene);
    scene_end(scene);
}

void
regions_draw_centers(const struct panel_facts *facts, const struct frame *frame,
                     struct lewis_scene *scene)
{
    const struct lewis_chart *chart = facts->chart;

    arrows_draw_centers(facts, frame, scene);
    scene_group(scene, "centers", NULL);
    for (size_t i = 0; i < chart->teams; i++)
        if (chart->team[i].cloud.n >= 2 &&
            zoom_holds(&frame->view, groups_center(facts->groups, i)))
            draw_center(facts, i, frame, scene);
    scene_end(scene);
}
