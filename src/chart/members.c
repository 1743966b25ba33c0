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
#include "chart/highlight.h"
#include "chart/key.h"
#include "chart/labels.h"
#include "chart/marker.h"
#include "chart/regions.h"
#include "chart/spread.h"
#include "chart/theme.h"
#include "chart/wording.h"

static const double name_line = 1.15; /* sizes of its text */

enum { ARROW_DOT = 3 /* room round an arrow's beginning, in points */ };

/* Somebody who has a marker. */
struct member {
    const struct chart_star *star; /* NULL: one of many */
    size_t person, team;
    struct lewis_point point;
};

/* How many have one. */
static size_t
member_count(const struct panel_facts *facts)
{
    return facts->dots ? highlight_count(facts->chart) : facts->chart->count;
}

static struct member
member_at(const struct panel_facts *facts, size_t i)
{
    const struct lewis_chart *chart = facts->chart;
    const struct chart_star *star =
        facts->dots ? highlight_at(chart, i) : highlight_of(chart, i);

    if (star != NULL)
        return (struct member){star, star->person, star->team, star->point};
    return (struct member){NULL, i, chart->team_of[i], chart->point[i]};
}

static double
marker_radius(const struct members *members, const struct frame *frame)
{
    return theme_member_radius(members->count) * frame->scale;
}

/* How much further than other markers one of somebody who stands out
 * reaches. */
static void
set_reach(struct members *members, const struct panel_facts *facts,
          const struct frame *frame, double more[])
{
    double radius = marker_radius(members, frame);

    for (size_t i = 0; i < members->count; i++) {
        bool star = member_at(facts, i).star != NULL;

        more[i] = star ? (MARKER_STAR - 1) * radius : 0;
        members->reach[i] = radius + more[i] + theme.rim * frame->scale;
    }
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
    double radius = marker_radius(members, frame);
    struct scene_point center[CHART_TEAMS];
    double more[CHART_LABELLED];
    struct spread spread = {.frame = frame,
                            .apart = 2.3 * radius + rim,
                            .clear =
                                radius + rim + 0.65 * theme.center_arm * unit,
                            .more = more,
                            .kept_clear = center};

    set_reach(members, facts, frame, more);
    for (size_t i = 0; i < members->count; i++)
        members->at[i] = frame_point(frame, member_at(facts, i).point);
    for (size_t i = 0; i < chart->teams; i++)
        if (chart->team[i].cloud.n >= 2)
            center[spread.places++] =
                frame_point(frame, groups_center(facts->groups, i));
    spread_apart(&spread, members->at, members->count);
}

/* --- names --- */

/* What stands at the marker of a person; NULL once the arena has failed. */
static const char *
name_of(const struct panel_facts *facts, const struct member *member)
{
    char code[KEY_CODE];

    if (facts->names == PANEL_NONE)
        return "";
    if (member->star != NULL)
        return member->star->name;
    if (facts->names == PANEL_NAMES) {
        const char *name = facts->chart->name[member->person];

        return *name == '\0' && facts->options->labels == LEWIS_LABELS_NEAR
                   ? wording(facts->options->lang, TELL_NO_NAME)
                   : name;
    }
    key_code(member->person, code);
    return arena_copy(facts->arena, code, strlen(code));
}

static bool
is_bold(const struct panel_facts *facts, const struct member *member)
{
    return facts->chart->count == 1 || member->star != NULL;
}

static struct typeset
name_setting(const struct panel_facts *facts, const struct frame *frame,
             const struct member *member)
{
    return (struct typeset){facts->arena, facts->measure,
                            theme.member_size * frame->text,
                            is_bold(facts, member), true};
}

/* Those that stand in the key, too. */
void
members_expect(const struct panel_facts *facts)
{
    const struct lewis_measure *measure = facts->measure;
    size_t count = facts->names == PANEL_NONE ? 0 : member_count(facts);

    for (size_t i = 0; measure->expect != NULL && i < count; i++) {
        struct member member = member_at(facts, i);

        measure->expect(measure->payload,
                        member.star != NULL
                            ? member.star->name
                            : facts->chart->name[member.person],
                        is_bold(facts, &member));
    }
}

/* Who the chart is about may have more of it, and more lines; but a third of
 * the triangle at most, half of it for a word that needs that, or a long name
 * would cross all of it. */
static struct paragraph
set_name(const struct frame *frame, const struct typeset *set,
         const char *name)
{
    double width = theme.name_width * frame->text;
    struct paragraph third;

    if (!set->bold)
        return typeset_fit(set, name, width, 1);
    third = typeset_fit(set, name, fmax(width, frame->side / 3), 4);
    if (third.whole)
        return third;
    return typeset_fit(set, name, fmax(width, frame->side / 2), 4);
}

/* On each side of a name, in points: over hexagons it stands on a plate. */
static double
name_air(const struct panel_facts *facts, const struct typeset *set)
{
    return facts->hexagons ? 0.35 * set->size_pt : 0;
}

static bool
cut_names(struct members *members, const struct panel_facts *facts,
          const struct frame *frame, struct label_wish wish[])
{
    for (size_t i = 0; i < members->count; i++) {
        struct member member = member_at(facts, i);
        struct typeset set = name_setting(facts, frame, &member);
        const char *name = name_of(facts, &member);

        wish[i].anchor = members->at[i];
        wish[i].radius = members->reach[i];
        if (!facts->dots)
            wish[i].radius += arrows_room(facts->chart, i, frame);
        if (name == NULL)
            return false;
        if (*name == '\0')
            continue;
        members->name[i] = set_name(frame, &set, name);
        wish[i].width =
            members->name[i].width_pt + 2 * name_air(facts, &set);
        wish[i].height =
            name_line * set.size_pt * (double)members->name[i].count;
    }
    return !arena_failed(facts->arena);
}

/* What stands around the triangle, and the centres in it, with room for the
 * words of tracks. */
static struct box *
obstacles(const struct panel_facts *facts, const struct frame *frame,
          const struct members_around *around, size_t *count)
{
    const struct lewis_chart *chart = facts->chart;
    double arm = theme.center_arm * frame->scale;
    struct box *box =
        arena_array(facts->arena, around->count + CHART_TEAMS + TRACKS_MOST,
                    sizeof *box);

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

/* The markers, and where arrows begin, which would else look cut off. */
static void
fill_ground(struct tracks_ground *ground, const struct members *members,
            const struct panel_facts *facts, const struct frame *frame)
{
    size_t most = arrows_most(facts), arrows;
    struct scene_point *at = arena_array(
        facts->arena, members->count + 2 * most + 1, sizeof *at);
    double *reach = arena_array(facts->arena, members->count + most + 1,
                                sizeof *reach);

    if (at == NULL || reach == NULL)
        return;
    for (size_t i = 0; i < members->count; i++) {
        at[i] = members->at[i];
        reach[i] = members->reach[i];
    }
    arrows = arrows_ends(facts, frame, at + members->count);
    for (size_t i = 0; i < arrows; i++) {
        at[members->count + i] = at[members->count + 2 * i];
        reach[members->count + i] = ARROW_DOT * frame->scale;
    }
    ground->at = at;
    ground->reach = reach;
    ground->count = members->count + arrows;
}

static void
place_tracks(struct members *members, const struct panel_facts *facts,
             const struct frame *frame, const struct lines *lines,
             struct box *obstacle, size_t *count)
{
    struct members_around known = {obstacle, *count};
    struct tracks_ground ground = {.around = &known, .lines = lines};

    fill_ground(&ground, members, facts, frame);
    members->tracks = tracks_of(facts, frame);
    tracks_place_words(&members->tracks, &ground, facts, frame);
    for (size_t i = 0; i < members->tracks.count; i++)
        if (members->tracks.track[i].words != NULL)
            obstacle[(*count)++] = members->tracks.track[i].box;
}

static bool
all_placed(const struct members *members)
{
    for (size_t i = 0; i < members->count; i++)
        if (members->name[i].count > 0 && !members->place[i].placed)
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
    size_t count = member_count(facts);
    struct label_field field = {.bounds = frame->area, .unit = frame->scale};
    struct lines lines = lines_of(facts, frame);
    struct box *box;

    *members = (struct members){.count = count};
    members->name = arena_array(facts->arena, count + 1, sizeof *members->name);
    members->at = arena_array(facts->arena, count + 1, sizeof *members->at);
    members->reach =
        arena_array(facts->arena, count + 1, sizeof *members->reach);
    box = obstacles(facts, frame, around, &field.obstacles);
    if (arena_failed(facts->arena))
        return false;
    place_markers(members, facts, frame);
    place_tracks(members, facts, frame, &lines, box, &field.obstacles);
    field.obstacle = box;
    field.line = lines.line;
    field.lines = lines.count;
    for (int i = 0; i < LEWIS_STYLES; i++)
        field.corner[i] = frame->corner[i];
    return !arena_failed(facts->arena) &&
           place_names(members, countries, facts, frame, &field);
}

/* --- people --- */

/* A hair line to the true place from every marker that does not cover it. */
static void
draw_shifts(const struct members *members, const struct panel_facts *facts,
            const struct frame *frame, struct lewis_scene *scene)
{
    struct scene_style style =
        scene_stroke(frame->colour->ink, theme.leader_width * frame->scale);
    double dot = theme.leader_width * frame->scale;

    scene_group(scene, "shifts", NULL);
    for (size_t i = 0; i < members->count; i++) {
        struct scene_point home =
            frame_point(frame, member_at(facts, i).point);
        struct scene_point line[2] = {members->at[i], home};

        if (hypot(line[0].x - home.x, line[0].y - home.y) <
            marker_radius(members, frame))
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
    struct member member = member_at(facts, i);
    struct typeset set = name_setting(facts, frame, &member);
    struct box box = members->place[i].box;
    struct scene_point at = {box.x0 + name_air(facts, &set),
                             box.y0 + 0.9 * set.size_pt};

    if (members->name[i].count == 0 || !members->place[i].placed)
        return;
    if (facts->hexagons)
        marker_plate(scene, frame, box, 0.4 * set.size_pt);
    for (size_t k = 0; k < members->name[i].count; k++) {
        scene_text(scene, at, members->name[i].line[k], set.size_pt, set.bold,
                   SCENE_START, frame->colour->ink,
                   facts->hexagons ? 0 : theme.halo * frame->scale,
                   frame->colour->paper);
        at.y += name_line * set.size_pt;
    }
}

static void
draw_marker(const struct members *members, size_t i,
            const struct panel_facts *facts, const struct frame *frame,
            struct lewis_scene *scene)
{
    const struct lewis_chart *chart = facts->chart;
    struct member member = member_at(facts, i);
    double radius = marker_radius(members, frame);
    int32_t colour = panel_team_colour(frame, chart, member.team);

    if (member.star != NULL)
        marker_star(scene, frame, member.team,
                    panel_needs_shapes(frame, chart), members->at[i], radius,
                    colour);
    else
        marker_draw(scene, frame, member.team, members->at[i], radius, colour);
}

static const char *
hover_of(const struct panel_facts *facts, size_t i)
{
    struct member member = member_at(facts, i);
    bool named = facts->names != PANEL_NONE;
    const char *lang = facts->options->lang;

    return member.star != NULL
               ? people_star_hover(member.star, named, lang, facts->arena)
               : people_hover(facts->chart, i, named, lang, facts->arena);
}

/* Those who stand out last, on top. */
static void
draw_people(const struct members *members, const struct panel_facts *facts,
            const struct frame *frame, struct lewis_scene *scene)
{
    draw_shifts(members, facts, frame, scene);
    draw_leaders(members, frame, scene);
    for (int starred = 0; starred < 2; starred++)
        for (size_t i = 0; i < members->count; i++) {
            if ((member_at(facts, i).star != NULL) != (starred == 1))
                continue;
            scene_group(scene, starred ? "star" : "member",
                        hover_of(facts, i));
            draw_marker(members, i, facts, frame, scene);
            draw_name(members, i, facts, frame, scene);
            scene_end(scene);
        }
}

static void
draw_crowd(const struct members *members, const struct panel_facts *facts,
           const struct frame *frame, struct lewis_scene *scene)
{
    scene_group(scene, "members", NULL);
    if (!facts->hexagons)
        dots_draw(facts, frame, scene);
    scene_end(scene);
    regions_draw_centers(facts, frame, scene);
    arrows_draw_stars(members, facts, frame, scene);
}

/* Centres lie under the people, who must all be seen, but over dots. */
void
members_draw(const struct members *members, const struct panel_facts *facts,
             const struct frame *frame, struct lewis_scene *scene)
{
    tracks_draw_lines(&members->tracks, facts, frame, scene);
    if (!facts->dots)
        regions_draw_centers(facts, frame, scene);
    arrows_draw_people(members, facts, frame, scene);
    if (facts->dots)
        draw_crowd(members, facts, frame, scene);
    scene_group(scene, facts->dots ? "stars" : "members", NULL);
    draw_people(members, facts, frame, scene);
    scene_end(scene);
    tracks_draw_words(&members->tracks, frame, scene);
}
