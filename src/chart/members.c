/* members.c - the people in the triangle, their names and their centre.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/members.h"

#include <math.h>
#include <stdlib.h>

#include "base/text.h"
#include "chart/dots.h"
#include "chart/labels.h"
#include "chart/marker.h"
#include "chart/theme.h"

enum { CENTERS = 8, REGION_STEPS = 120 };

static struct typeset
name_setting(const struct panel_facts *facts, const struct frame *frame)
{
    return (struct typeset){facts->arena, facts->measure,
                            theme.member_size * frame->text,
                            facts->chart->count == 1};
}

/* --- names --- */

static bool
cut_names(struct members *members, const struct panel_facts *facts,
          const struct frame *frame, struct label_wish wish[])
{
    struct typeset set = name_setting(facts, frame);

    for (size_t i = 0; i < members->count; i++) {
        const char *name = facts->chart->name[i];

        wish[i].anchor = frame_point(frame, facts->chart->point[i]);
        wish[i].radius =
            (theme_member_radius(members->count) + theme.rim) * frame->scale;
        if (*name == '\0')
            continue;
        name = typeset_cut(&set, name, theme.name_width * frame->text);
        if (name == NULL)
            return false;
        members->name[i] = name;
        wish[i].width = typeset_width(&set, name);
        wish[i].height = 1.15 * set.size_pt;
    }
    return true;
}

/* What stands around the triangle, and the centres in it. */
static struct box *
obstacles(const struct panel_facts *facts, const struct frame *frame,
          const struct members_around *around, size_t *count)
{
    const struct lewis_chart *chart = facts->chart;
    double arm = theme.center_arm * frame->scale;
    struct box *box =
        arena_array(facts->arena, around->count + CENTERS, sizeof *box);

    if (box == NULL)
        return NULL;
    for (size_t i = 0; i < around->count; i++)
        box[i] = around->box[i];
    *count = around->count;
    for (size_t i = 0; i < chart->teams && i < CENTERS; i++) {
        struct scene_point at;

        if (chart->team[i].cloud.n < 2)
            continue;
        at = frame_point(frame, lewis_cloud_center(&chart->team[i].cloud));
        box[(*count)++] =
            (struct box){at.x - arm, at.y - arm, at.x + arm, at.y + arm};
    }
    return box;
}

static bool
all_placed(const struct members *members)
{
    for (size_t i = 0; i < members->count; i++)
        if (members->name[i] != NULL && !members->place[i].placed)
            return false;
    return true;
}

bool
members_place(struct members *members, const struct panel_facts *facts,
              const struct frame *frame, const struct members_around *around)
{
    size_t count = facts->chart->count;
    struct label_wish *wish;
    struct label_field field = {.bounds = frame->area, .unit = frame->scale};

    *members = (struct members){.all_placed = true};
    if (count == 0 || count > CHART_LABELLED)
        return true;
    members->count = count;
    members->name = arena_array(facts->arena, count, sizeof *members->name);
    members->place = arena_array(facts->arena, count, sizeof *members->place);
    wish = arena_array(facts->arena, count, sizeof *wish);
    field.obstacle = obstacles(facts, frame, around, &field.obstacles);
    if (arena_failed(facts->arena) || !cut_names(members, facts, frame, wish))
        return false;
    for (int i = 0; i < LEWIS_STYLES; i++)
        field.corner[i] = frame->corner[i];
    if (!labels_place(&field, wish, count, members->place)) {
        facts->arena->failed = true;
        return false;
    }
    members->all_placed = all_placed(members);
    return true;
}

/* --- regions --- */

static void
draw_outline(const struct lewis_point point[], size_t count, int32_t colour,
             const struct frame *frame, struct lewis_scene *scene)
{
    struct scene_point outline[MARKER_OUTLINE];

    for (size_t i = 0; i < count; i++)
        outline[i] = frame_point(frame, point[i]);
    scene_polygon(scene, outline, count, marker_region(frame, colour));
}

static void
draw_person_region(const struct lewis_chart *chart, const struct frame *frame,
                   struct lewis_scene *scene)
{
    struct lewis_point point[REGION_STEPS];

    lewis_region_curve(&chart->first.region, point, REGION_STEPS);
    scene_group(scene, "region", "Region of the profile");
    draw_outline(point, REGION_STEPS, theme.single, frame, scene);
    scene_end(scene);
}

void
members_draw_regions(const struct panel_facts *facts, const struct frame *frame,
                     struct lewis_scene *scene)
{
    const struct lewis_chart *chart = facts->chart;

    scene_group(scene, "regions", NULL);
    if (chart->count == 1)
        draw_person_region(chart, frame, scene);
    for (size_t i = 0; i < chart->teams && i < CENTERS; i++) {
        struct lewis_point point[MARKER_OUTLINE];
        struct lewis_ellipse ellipse;

        if (!lewis_cloud_center_region(&chart->team[i].cloud,
                                       facts->options->level, &ellipse))
            continue;
        scene_group(scene, "region", "Region of the centre");
        draw_outline(point, marker_outline(&ellipse, point),
                     panel_team_colour(chart, i), frame, scene);
        scene_end(scene);
    }
    scene_end(scene);
}

static const char *
center_hover(const struct chart_team *team, struct arena *arena)
{
    struct text title = {0};

    text_print(&title, *team->name == '\0' ? "Centre%s: " : "Centre of %s: ",
               team->name);
    people_add_shares(&title, lewis_cloud_center(&team->cloud));
    return typeset_keep(arena, &title);
}

static void
draw_centers(const struct panel_facts *facts, const struct frame *frame,
             struct lewis_scene *scene)
{
    const struct lewis_chart *chart = facts->chart;

    scene_group(scene, "centers", NULL);
    for (size_t i = 0; i < chart->teams && i < CENTERS; i++) {
        const struct chart_team *team = &chart->team[i];
        struct lewis_point center = lewis_cloud_center(&team->cloud);

        if (team->cloud.n < 2)
            continue;
        scene_group(scene, "center", center_hover(team, facts->arena));
        marker_cross(scene, frame, frame_point(frame, center),
                     theme.center_arm * frame->scale,
                     panel_team_colour(chart, i));
        scene_end(scene);
    }
    scene_end(scene);
}

/* --- people --- */

static void
draw_leaders(const struct members *members, const struct frame *frame,
             struct lewis_scene *scene)
{
    struct scene_style style =
        scene_stroke(theme.leader, theme.leader_width * frame->scale);

    scene_group(scene, "leaders", NULL);
    for (size_t i = 0; i < members->count; i++) {
        const struct label_place *place = &members->place[i];
        struct scene_point line[2] = {place->from, place->to};

        if (place->placed && place->leader)
            scene_line(scene, line, 2, style);
    }
    scene_end(scene);
}

static void
draw_name(const struct members *members, size_t i,
          const struct panel_facts *facts, const struct frame *frame,
          struct lewis_scene *scene)
{
    struct typeset set = name_setting(facts, frame);
    struct box box = members->place[i].box;
    struct scene_point at = {box.x0, box.y0 + 0.9 * set.size_pt};

    if (members->name[i] != NULL && members->place[i].placed)
        scene_text(scene, at, members->name[i], set.size_pt, set.bold,
                   SCENE_START, theme.ink, theme.halo * frame->scale,
                   theme.paper);
}

static void
draw_people(const struct members *members, const struct panel_facts *facts,
            const struct frame *frame, struct lewis_scene *scene)
{
    const struct lewis_chart *chart = facts->chart;

    draw_leaders(members, frame, scene);
    for (size_t i = 0; i < chart->count; i++) {
        scene_group(scene, "member", people_hover(chart, i, facts->arena));
        marker_draw(scene, frame, chart->team_of[i],
                    frame_point(frame, chart->point[i]),
                    theme_member_radius(chart->count) * frame->scale,
                    panel_team_colour(chart, chart->team_of[i]));
        draw_name(members, i, facts, frame, scene);
        scene_end(scene);
    }
}

/* Centres lie under the people, who must all be seen, but over dots. */
void
members_draw(const struct members *members, const struct panel_facts *facts,
             const struct frame *frame, struct lewis_scene *scene)
{
    if (!facts->dots)
        draw_centers(facts, frame, scene);
    scene_group(scene, "members", NULL);
    if (facts->dots)
        dots_draw(facts, frame, scene);
    else
        draw_people(members, facts, frame, scene);
    scene_end(scene);
    if (facts->dots)
        draw_centers(facts, frame, scene);
}
