/* members.c - the people in the triangle and their names.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/members.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "chart/arrows.h"
#include "chart/dots.h"
#include "chart/key.h"
#include "chart/labels.h"
#include "chart/marker.h"
#include "chart/regions.h"
#include "chart/spread.h"
#include "chart/theme.h"

static struct typeset
name_setting(const struct panel_facts *facts, const struct frame *frame)
{
    return (struct typeset){facts->arena, facts->measure,
                            theme.member_size * frame->text,
                            facts->chart->count == 1};
}

/* Of a marker with its white rim. */
static double
rimmed_radius(const struct members *members, const struct frame *frame)
{
    return (theme_member_radius(members->count) + theme.rim) * frame->scale;
}

/* Where the markers stand: side by side, rims touching, where they would hide
 * each other, and then not on the centres either; triangles are wider than
 * circles. */
static void
place_markers(struct members *members, const struct panel_facts *facts,
              const struct frame *frame)
{
    const struct lewis_chart *chart = facts->chart;
    double unit = frame->scale, rim = theme.rim * unit;
    double radius = theme_member_radius(members->count) * unit;
    struct scene_point center[CHART_TEAMS];
    struct spread spread = {.frame = frame,
                            .apart = 2.3 * radius + rim,
                            .clear =
                                radius + rim + 0.65 * theme.center_arm * unit,
                            .kept_clear = center};

    for (size_t i = 0; i < members->count; i++)
        members->at[i] = frame_point(frame, chart->point[i]);
    for (size_t i = 0; i < chart->teams; i++)
        if (chart->team[i].cloud.n >= 2)
            center[spread.places++] =
                frame_point(frame, groups_center(facts->groups, i));
    spread_apart(&spread, members->at, members->count);
}

/* --- names --- */

/* What stands at the marker of a person; NULL once the arena has failed. */
static const char *
name_of(const struct panel_facts *facts, size_t i)
{
    char code[KEY_CODE];

    if (facts->names == PANEL_NONE)
        return "";
    if (facts->names == PANEL_NAMES)
        return facts->chart->name[i];
    key_code(i, code);
    return arena_copy(facts->arena, code, strlen(code));
}

static bool
cut_names(struct members *members, const struct panel_facts *facts,
          const struct frame *frame, struct label_wish wish[])
{
    struct typeset set = name_setting(facts, frame);

    for (size_t i = 0; i < members->count; i++) {
        const char *name = name_of(facts, i);

        wish[i].anchor = members->at[i];
        wish[i].radius =
            rimmed_radius(members, frame) + arrows_room(facts->chart, i, frame);
        if (name == NULL)
            return false;
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
        arena_array(facts->arena, around->count + CHART_TEAMS, sizeof *box);

    if (box == NULL)
        return NULL;
    for (size_t i = 0; i < around->count; i++)
        box[i] = around->box[i];
    *count = around->count;
    for (size_t i = 0; i < chart->teams; i++) {
        struct scene_point at;

        if (chart->team[i].cloud.n < 2)
            continue;
        at = frame_point(frame, groups_center(facts->groups, i));
        box[(*count)++] =
            (struct box){at.x - arm, at.y - arm, at.x + arm, at.y + arm};
    }
    return box;
}

/* --- lines under them --- */

enum {
    CURVE = 360,    /* points of a person's region */
    CURVE_STEP = 6, /* one line of a curve for that many points */
    CURVE_LINES = CURVE / CURVE_STEP + 1
};

static void
add_curve(struct label_field *field, struct label_line line[],
          const struct lewis_point point[], size_t count, size_t curve,
          const struct frame *frame)
{
    for (size_t i = 0; i < count; i += CURVE_STEP) {
        size_t next = i + CURVE_STEP < count ? i + CURVE_STEP : 0;

        line[field->lines++] =
            (struct label_line){frame_point(frame, point[i]),
                                frame_point(frame, point[next]), curve};
    }
}

/* The outlines of all regions. */
static void
add_curves(struct label_field *field, const struct panel_facts *facts,
           const struct frame *frame)
{
    const struct lewis_chart *chart = facts->chart;
    struct lewis_point point[GROUPS_OUTLINE];
    struct label_line *line = arena_array(
        facts->arena, (chart->teams + 1) * CURVE_LINES, sizeof *line);

    field->line = line;
    if (line == NULL)
        return;
    if (chart->count == 1) {
        lewis_region_curve(&chart->region[0], point, CURVE);
        add_curve(field, line, point, CURVE, CHART_TEAMS, frame);
    }
    for (size_t i = 0; i < chart->teams; i++)
        add_curve(field, line, point, groups_outline(facts->groups, i, point),
                  i, frame);
}

static bool
all_placed(const struct members *members)
{
    for (size_t i = 0; i < members->count; i++)
        if (members->name[i] != NULL && !members->place[i].placed)
            return false;
    return true;
}

/* Names of people first, then of countries. */
static bool
place_names(struct members *members, struct country_labels *countries,
            const struct panel_facts *facts, const struct frame *frame,
            const struct label_field *field)
{
    size_t free = country_labels_free(countries), count = members->count;
    struct label_wish *wish =
        arena_array(facts->arena, count + free + 1, sizeof *wish);
    struct label_place *place =
        arena_array(facts->arena, count + free + 1, sizeof *place);

    if (wish == NULL || place == NULL)
        return false;
    members->place = place;
    if (!cut_names(members, facts, frame, wish))
        return false;
    country_labels_wish(countries, frame, wish + count);
    if (!labels_place(field, wish, count + free, place, NULL)) {
        facts->arena->failed = true;
        return false;
    }
    members->all_placed = all_placed(members);
    members->all_countries = country_labels_take(countries, place + count);
    return true;
}

bool
members_place(struct members *members, struct country_labels *countries,
              const struct panel_facts *facts, const struct frame *frame,
              const struct members_around *around)
{
    size_t count = facts->dots ? 0 : facts->chart->count;
    struct label_field field = {.bounds = frame->area, .unit = frame->scale};

    *members = (struct members){.count = count};
    members->name = arena_array(facts->arena, count + 1, sizeof *members->name);
    members->at = arena_array(facts->arena, count + 1, sizeof *members->at);
    field.obstacle = obstacles(facts, frame, around, &field.obstacles);
    if (arena_failed(facts->arena))
        return false;
    place_markers(members, facts, frame);
    for (int i = 0; i < LEWIS_STYLES; i++)
        field.corner[i] = frame->corner[i];
    add_curves(&field, facts, frame);
    return !arena_failed(facts->arena) &&
           place_names(members, countries, facts, frame, &field);
}

/* --- people --- */

/* A hair line to the true place from every marker that does not cover it. */
static void
draw_shifts(const struct members *members, const struct lewis_chart *chart,
            const struct frame *frame, struct lewis_scene *scene)
{
    struct scene_style style =
        scene_stroke(frame->colour->ink, theme.leader_width * frame->scale);
    double dot = theme.leader_width * frame->scale;

    scene_group(scene, "shifts", NULL);
    for (size_t i = 0; i < members->count; i++) {
        struct scene_point home = frame_point(frame, chart->point[i]);
        struct scene_point line[2] = {members->at[i], home};

        if (hypot(line[0].x - home.x, line[0].y - home.y) <
            theme_member_radius(members->count) * frame->scale)
            continue;
        scene_line(scene, line, 2, style);
        scene_circle(scene, home, dot, scene_fill(frame->colour->ink, 1));
    }
    scene_end(scene);
}

static void
draw_leaders(const struct members *members, const struct frame *frame,
             struct lewis_scene *scene)
{
    struct scene_style style =
        scene_stroke(frame->colour->leader, theme.leader_width * frame->scale);

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
                   SCENE_START, frame->colour->ink, theme.halo * frame->scale,
                   frame->colour->paper);
}

static void
draw_people(const struct members *members, const struct panel_facts *facts,
            const struct frame *frame, struct lewis_scene *scene)
{
    const struct lewis_chart *chart = facts->chart;

    draw_shifts(members, chart, frame, scene);
    draw_leaders(members, frame, scene);
    for (size_t i = 0; i < chart->count; i++) {
        scene_group(scene, "member", people_hover(chart, i, facts->names != PANEL_NONE, facts->arena));
        marker_draw(scene, frame, chart->team_of[i], members->at[i],
                    theme_member_radius(chart->count) * frame->scale,
                    panel_team_colour(frame, chart, chart->team_of[i]));
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
        regions_draw_centers(facts, frame, scene);
    arrows_draw_people(members, facts, frame, scene);
    scene_group(scene, "members", NULL);
    if (facts->dots && !facts->hexagons)
        dots_draw(facts, frame, scene);
    else if (!facts->dots)
        draw_people(members, facts, frame, scene);
    scene_end(scene);
    if (facts->dots)
        regions_draw_centers(facts, frame, scene);
}
