/* legend.c - one row for each sign in the picture.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/panel.h"

#include <math.h>
#include <stdint.h>

#include "base/text.h"
#include "chart/arrows.h"
#include "chart/hexagons.h"
#include "chart/highlight.h"
#include "chart/marker.h"
#include "chart/moves.h"
#include "chart/regions.h"
#include "chart/theme.h"
#include "chart/tracks.h"
#include "chart/wording.h"

enum { STAR_NAMES = 3 }; /* that the legend tells */

static double
sign_width(const struct frame *frame)
{
    return 2.7 * theme.center_arm * frame->text;
}

double
legend_sign_middle(const struct frame *frame)
{
    return 0.42 * sign_width(frame);
}

static double
line_height(const struct frame *frame)
{
    return theme.legend_size * frame->text * theme.line_height;
}

static double
row_air(const struct frame *frame)
{
    return 0.4 * theme.legend_size * frame->text;
}

static double
row_height(const struct legend_row *row, const struct frame *frame)
{
    return (double)row->text.count * line_height(frame) + row_air(frame);
}

static double
text_width(const struct frame *frame)
{
    return fmin(theme.legend_width * frame->text,
                0.45 * (frame->area.x1 - frame->area.x0)) -
           sign_width(frame);
}

static void
add_row(struct legend *legend, const struct panel_facts *facts,
        const struct frame *frame, struct legend_row row, struct text *words)
{
    struct typeset set = {
        facts->arena, facts->measure, theme.legend_size * frame->text, false,
        row.sign == LEGEND_PEOPLE || row.sign == LEGEND_STAR};

    const char *text = typeset_keep(facts->arena, words);

    if (text == NULL || legend->count == LEGEND_ROWS)
        return;
    row.text = typeset_balance(&set, text, text_width(frame), 4);
    legend->row[legend->count++] = row;
}

/* A name short enough for two lines of the legend; where there are few, of
 * which each may have three. */
static const char *
cut_name(const struct panel_facts *facts, const struct frame *frame,
         const char *name, bool few)
{
    struct typeset set = {facts->arena, facts->measure,
                          theme.legend_size * frame->text, false, false};

    return typeset_cut(&set, name, (few ? 1.6 : 0.95) * text_width(frame));
}

/* Of the only person, or the only one who stands out: three lines. */
static const char *
own_name(const struct panel_facts *facts, const struct frame *frame,
         const char *name)
{
    struct typeset set = {facts->arena, facts->measure,
                          theme.legend_size * frame->text, false, false};

    return typeset_cut(&set, name, 2.5 * text_width(frame));
}

/* How many teams have a row: as many as stand beside the upper part of the
 * triangle, a few where the legend stands above it. */
static size_t
team_rows(const struct frame *frame)
{
    double row = line_height(frame) + row_air(frame);
    double room = 0.6 * (frame->area.y1 - frame->area.y0) / row;

    if (frame->width <= 1.2 * frame->height)
        return LEGEND_FEW;
    return (size_t)fmin(fmax(room, LEGEND_FEW), LEGEND_TEAMS);
}

static void
add_teams(struct legend *legend, const struct panel_facts *facts,
          const struct frame *frame)
{
    const struct lewis_chart *chart = facts->chart;
    const char *lang = facts->options->lang;
    size_t rows = team_rows(frame);

    for (size_t i = 0; i < chart->teams && i < rows; i++) {
        struct legend_row row = {.sign = LEGEND_PEOPLE, .team = i};
        const char *name = people_team(chart, i, lang);
        struct text words = {0};

        if (*name == '\0')
            name = wording(lang, TELL_NO_TEAM);

        if (i == rows - 1 && chart->teams > rows) {
            row.sign = LEGEND_NONE;
            text_print(&words, wording(lang, TELL_MORE_TEAMS),
                       chart->teams - i);
        } else {
            text_print(&words, "%s (",
                       cut_name(facts, frame, name, chart->teams < LEGEND_FEW));
            people_add_number(&words, chart->team[i].cloud.n);
            text_add(&words, ")");
        }
        add_row(legend, facts, frame, row, &words);
    }
}

/* "5000 people", or "Sales (5000 people)". */
static void
add_count(struct text *words, const struct panel_facts *facts,
          const struct frame *frame)
{
    const struct lewis_chart *chart = facts->chart;
    const char *name = chart->team[0].name, *lang = facts->options->lang;

    if (chart->count == 1 && facts->names == PANEL_NAMES &&
        *chart->name[0] != '\0')
        text_add(words, own_name(facts, frame, chart->name[0]));
    else if (chart->count == 1)
        text_add(words, wording(lang, TELL_ONE_PERSON));
    else {
        bool named = *name != '\0' && chart->teams == 1;

        if (named)
            text_print(words, "%s (", cut_name(facts, frame, name, true));
        people_add_number(words, chart->count);
        text_print(words, "%s%s", wording(lang, TELL_PEOPLE), named ? ")" : "");
    }
}

/* "5 to 9 people". */
static void
add_class(struct text *words, const struct density_scale *scale, int tone,
          const char *lang)
{
    size_t from = scale->least[tone];
    size_t to =
        tone + 1 < scale->tones ? scale->least[tone + 1] - 1 : scale->most;

    if (to == 1) {
        text_add(words, wording(lang, TELL_ONE_PERSON));
        return;
    }
    people_add_number(words, from);
    if (from < to) {
        text_add(words, wording(lang, TELL_TO));
        people_add_number(words, to);
    }
    text_add(words, wording(lang, TELL_PEOPLE));
}

static void
add_hexagons(struct legend *legend, const struct panel_facts *facts,
             const struct frame *frame)
{
    struct legend_row row = {.sign = LEGEND_NONE};
    const char *lang = facts->options->lang;
    struct text words = {0};

    add_count(&words, facts, frame);
    text_add(&words, wording(lang, TELL_IN_EACH_HEXAGON));
    add_row(legend, facts, frame, row, &words);
    row.sign = LEGEND_HEXAGON;
    for (int i = 0; i < facts->scale.tones; i++) {
        row.team = (size_t)i;
        words = (struct text){0};
        add_class(&words, &facts->scale, i, lang);
        add_row(legend, facts, frame, row, &words);
    }
}

static void
add_people(struct legend *legend, const struct panel_facts *facts,
           const struct frame *frame)
{
    const struct lewis_chart *chart = facts->chart;
    struct legend_row row = {.sign = LEGEND_PEOPLE};
    struct text words = {0};

    if (facts->hexagons)
        add_hexagons(legend, facts, frame);
    if (chart->teams > 1)
        add_teams(legend, facts, frame);
    else if (!facts->hexagons) {
        add_count(&words, facts, frame);
        add_row(legend, facts, frame, row, &words);
    }
}

/* How many teams have that many people, and the last of them. */
static size_t
teams_of(const struct lewis_chart *chart, size_t least, size_t most,
         size_t *last)
{
    size_t count = 0;

    for (size_t i = 0; i < chart->teams; i++)
        if (chart->team[i].cloud.n >= least && chart->team[i].cloud.n <= most) {
            count++;
            *last = i;
        }
    return count;
}

/* Of centres, as they are drawn. */
static bool
any_region(const struct panel_facts *facts)
{
    size_t last;

    if (facts->chart->moves != NULL && moves_none(facts->chart, GROUPS_ALL))
        return false;
    return (facts->regions & LEWIS_REGIONS_CENTERS) != 0 &&
           teams_of(facts->chart, 4, SIZE_MAX, &last) > 0;
}

/* "Zoë and Tom", or "3 people" when there is no name, or too many. */
static void
add_star_names(struct text *words, const struct panel_facts *facts,
               const struct frame *frame)
{
    const struct lewis_chart *chart = facts->chart;
    size_t count = highlight_count(chart);
    bool named = facts->names != PANEL_NONE && count <= STAR_NAMES;
    const char *lang = facts->options->lang;

    for (size_t i = 0; named && i < count; i++) {
        const char *name = highlight_at(chart, i)->name;

        text_add(words, i == 0           ? ""
                        : i + 1 == count ? wording(lang, TELL_AND)
                                         : ", ");
        text_print(words, "\xE2\x81\xA8%s\xE2\x81\xA9",
                   count == 1 ? own_name(facts, frame, name)
                              : cut_name(facts, frame, name, count == 2));
    }
    if (!named && count == 1)
        text_add(words, wording(lang, TELL_ONE_PERSON));
    else if (!named)
        text_print(words, "%zu%s", count, wording(lang, TELL_PEOPLE));
}

static void
add_tracks(struct legend *legend, const struct panel_facts *facts,
           const struct frame *frame)
{
    const struct lewis_chart *chart = facts->chart;
    struct legend_row row = {.sign = LEGEND_STAR, .team = CHART_TEAMS};
    struct text words = {0};

    if (!tracks_shown(chart))
        return;
    if (highlight_count(chart) > 0) {
        if (highlight_count(chart) == 1)
            row.team = highlight_at(chart, 0)->team;
        add_star_names(&words, facts, frame);
        add_row(legend, facts, frame, row, &words);
    }
    row = (struct legend_row){.sign = LEGEND_TRACKS};
    words = (struct text){0};
    text_add(&words, wording(facts->options->lang,
                             facts->small ? TELL_TRACKS_PLAIN : TELL_TRACKS));
    if (facts->countries)
        text_add(&words, wording(facts->options->lang, TELL_TRACKS_COUNTRIES));
    add_row(legend, facts, frame, row, &words);
}

static void
add_person_regions(struct legend *legend, const struct panel_facts *facts,
                   const struct frame *frame)
{
    struct legend_row row = {.sign = LEGEND_REGION, .team = CHART_TEAMS};
    struct text words = {0};
    bool all = (facts->regions & LEWIS_REGIONS_PERSONS) != 0;

    if (!all && !facts->star_regions)
        return;
    if (facts->chart->teams <= 1)
        row.team = 0;
    else if (!all && highlight_count(facts->chart) == 1)
        row.team = highlight_at(facts->chart, 0)->team;
    text_print(&words,
               wording(facts->options->lang,
                       facts->chart->count == 1 ? TELL_WHERE_PROFILE
                       : all                    ? TELL_WHERE_EACH
                       : highlight_count(facts->chart) == 1
                           ? TELL_WHERE_STAR
                           : TELL_WHERE_STARS),
               100 * facts->options->level);
    add_row(legend, facts, frame, row, &words);
}

/* How many teams have a spread, and the last of them. */
static size_t
spreads_of(const struct panel_facts *facts, size_t *last)
{
    struct lewis_point outline[GROUPS_OUTLINE];
    size_t count = 0;

    for (size_t i = 0; i < facts->chart->teams; i++)
        if (groups_spread(facts->groups, i, outline) > 0) {
            count++;
            *last = i;
        }
    return count;
}

static void
add_spread(struct legend *legend, const struct panel_facts *facts,
           const struct frame *frame)
{
    const struct lewis_chart *chart = facts->chart;
    struct legend_row row = {.sign = LEGEND_SPREAD};
    struct text words = {0};
    size_t spreads;

    if ((facts->regions & LEWIS_REGIONS_SPREAD) == 0)
        return;
    spreads = spreads_of(facts, &row.team);
    if (spreads == 0)
        return;
    if (spreads > 1)
        row.team = CHART_TEAMS;
    text_print(&words,
               wording(facts->options->lang, chart->teams > 1
                                                 ? TELL_SPREAD_OF_TEAM
                                                 : TELL_SPREAD_OF_ALL),
               100 * facts->options->level);
    add_row(legend, facts, frame, row, &words);
}

/* Why some crosses have no region. */
static void
add_few(struct text *words, const struct panel_facts *facts)
{
    size_t last;

    if ((facts->regions & LEWIS_REGIONS_CENTERS) != 0 &&
        teams_of(facts->chart, 2, 3, &last) > 0)
        text_add(words, wording(facts->options->lang, TELL_FEW_FOR_REGION));
}

/* The cross, with where it came from. */
static void
add_center_move(struct legend *legend, const struct panel_facts *facts,
                const struct frame *frame, struct legend_row row)
{
    const char *lang = facts->options->lang;
    struct text words = {0};

    text_add(&words, wording(lang, facts->chart->teams > 1
                                       ? TELL_CENTER_OF_TEAM
                                       : TELL_CENTER_OF_GROUP));
    text_add(&words, wording(lang, TELL_CENTER_CAME));
    if (any_region(facts))
        text_print(&words, wording(lang, TELL_WHERE_MOVE_ENDS),
                   100 * facts->options->level);
    add_few(&words, facts);
    add_row(legend, facts, frame, row, &words);
}

/* Arrows, and the rings of those who have none. */
static void
add_moves(struct legend *legend, const struct panel_facts *facts,
          const struct frame *frame)
{
    const struct lewis_chart *chart = facts->chart;
    size_t stayed = arrows_stayed(chart);
    struct text words = {0}, none = {0};
    size_t team = chart->teams > 1 ? CHART_TEAMS : 0;
    const char *lang = facts->options->lang;

    if (arrows_of_people(facts)) {
        text_add(&words, wording(lang, chart->count == 1 || facts->hexagons
                                           ? TELL_ARROW
                                           : TELL_ARROWS));
        add_row(legend, facts, frame,
                (struct legend_row){.sign = LEGEND_MOVE, .team = team},
                &words);
    }
    if (stayed == 0 || facts->dots)
        return;
    text_print(&none, wording(lang, TELL_STAYED), ARROWS_LEAST, stayed);
    add_row(legend, facts, frame,
            (struct legend_row){.sign = LEGEND_STAYED, .team = team}, &none);
}

/* The cross, when any is drawn; in the colour of the only group that has one,
 * or in none. */
static void
add_center(struct legend *legend, const struct panel_facts *facts,
           const struct frame *frame)
{
    const struct lewis_chart *chart = facts->chart;
    struct legend_row row = {.sign = LEGEND_CENTER};
    struct text words = {0};
    size_t centers = teams_of(chart, 2, SIZE_MAX, &row.team);
    const char *lang = facts->options->lang;

    if (centers == 0)
        return;
    if (centers > 1)
        row.team = CHART_TEAMS;
    if (chart->moves != NULL) {
        add_center_move(legend, facts, frame, row);
        return;
    }
    text_add(&words, wording(lang, chart->teams > 1 ? TELL_CENTER_OF_TEAM
                                                    : TELL_CENTER_OF_GROUP));
    if (facts->groups->log_ratios)
        text_add(&words, wording(lang, TELL_GEOMETRIC));
    if (any_region(facts))
        text_print(&words, wording(lang, TELL_WHERE_CENTER),
                   100 * facts->options->level);
    add_few(&words, facts);
    add_row(legend, facts, frame, row, &words);
}

static void
add_zeros(struct legend *legend, const struct panel_facts *facts,
          const struct frame *frame)
{
    struct text words = {0};

    if (facts->groups->ratio[GROUPS_ALL].replaced == 0)
        return;
    groups_add_zeros(&words, facts->groups);
    add_row(legend, facts, frame, (struct legend_row){.sign = LEGEND_NONE},
            &words);
}

static void
add_overlay(struct legend *legend, const struct panel_facts *facts,
            const struct frame *frame)
{
    const struct lewis_chart_options *options = facts->options;
    const char *caption;
    struct text words = {0};

    if (options->overlay == NULL)
        return;
    caption = panel_clean(
        facts, lewis_text_in(lewis_overlay_caption(options->overlay),
                             options->lang));
    text_add(&words, caption == NULL ? "" : caption);
    add_row(legend, facts, frame, (struct legend_row){.sign = LEGEND_NONE},
            &words);
}

static void
add_countries(struct legend *legend, const struct panel_facts *facts,
              const struct frame *frame)
{
    struct text words = {0};

    if (!facts->countries)
        return;
    text_add(&words, wording(frame->lang, TELL_COUNTRIES));
    add_row(legend, facts, frame, (struct legend_row){.sign = LEGEND_COUNTRY},
            &words);
}

static void
add_signs(struct legend *legend, const struct panel_facts *facts,
          const struct frame *frame)
{
    if (facts->chart->count > 0) {
        add_people(legend, facts, frame);
        add_tracks(legend, facts, frame);
        add_moves(legend, facts, frame);
        add_person_regions(legend, facts, frame);
        add_center(legend, facts, frame);
        add_spread(legend, facts, frame);
        add_zeros(legend, facts, frame);
    }
    add_countries(legend, facts, frame);
    add_overlay(legend, facts, frame);
}

struct legend
legend_of(const struct panel_facts *facts, const struct frame *frame,
          struct box head)
{
    struct legend legend = {.box = {frame->area.x0, frame->area.y0,
                                    frame->area.x0, frame->area.y0}};
    double width = 0, height = 0;
    double y = frame->area.y0;

    if (!facts->options->bare)
        add_signs(&legend, facts, frame);
    else if (facts->chart->teams > 1)
        add_people(&legend, facts, frame);
    if (legend.count == 0)
        return legend;
    for (size_t i = 0; i < legend.count; i++) {
        width = fmax(width, legend.row[i].text.width_pt);
        height += row_height(&legend.row[i], frame);
    }
    width += sign_width(frame);
    if (head.x1 + theme.gap * frame->scale > frame->area.x1 - width)
        y = head.y1 + theme.gap * frame->scale;
    legend.box =
        (struct box){frame->area.x1 - width, y, frame->area.x1, y + height};
    return legend;
}

static void
draw_ellipse(const struct frame *frame, struct scene_point at,
             struct scene_style style, struct lewis_scene *scene)
{
    double rx = 1.05 * theme.center_arm * frame->text, ry = 0.65 * rx;
    struct scene_point point[24];

    for (int i = 0; i < 24; i++) {
        double angle = i * 3.14159265358979323846 / 12;

        point[i].x = at.x + rx * cos(angle);
        point[i].y = at.y + ry * sin(angle);
    }
    scene_polygon(scene, point, 24, style);
}

/* People's own; over hexagons teams are known by their crosses. */
static void
draw_team_sign(const struct legend_row *row, const struct panel_facts *facts,
               const struct frame *frame, struct scene_point at, int32_t colour,
               struct lewis_scene *scene)
{
    double unit = frame->text;

    if (facts->hexagons)
        regions_draw_cross(facts, row->team, frame, at, 0.6 * unit, scene);
    else if (facts->dots)
        marker_dot(scene, frame, row->team, at, theme.dot_radius * unit, colour,
                   0.85);
    else
        marker_draw(scene, frame, row->team, at,
                    theme_member_radius(facts->chart->count) * unit, colour);
}

static void
draw_center_sign(const struct panel_facts *facts, const struct frame *frame,
                 struct scene_point at, int32_t colour,
                 struct lewis_scene *scene)
{
    struct scene_style style = marker_region(frame, colour);

    if (facts->hexagons)
        style.fill_alpha = 0;
    if (any_region(facts))
        draw_ellipse(frame, at, style, scene);
    marker_cross(scene, frame, at, 0.5 * theme.center_arm * frame->text,
                 colour);
}

/* Of a person's region: as they are drawn. */
static struct scene_style
person_style(const struct panel_facts *facts, const struct frame *frame,
             int32_t colour)
{
    bool all = (facts->regions & LEWIS_REGIONS_PERSONS) != 0;

    return regions_person_style(frame, colour, all ? facts->chart->count : 1);
}

static void
draw_sign(const struct legend_row *row, const struct panel_facts *facts,
          const struct frame *frame, struct scene_point at,
          struct lewis_scene *scene)
{
    double unit = frame->text;
    struct scene_style hollow =
        scene_stroke(frame->colour->country, 0.9 * unit);
    int32_t colour = row->team == CHART_TEAMS
                         ? frame->colour->quiet
                         : panel_team_colour(frame, facts->chart, row->team);

    switch (row->sign) {
    case LEGEND_PEOPLE:
        draw_team_sign(row, facts, frame, at, colour, scene);
        break;
    case LEGEND_NONE:
        break;
    case LEGEND_CENTER:
        draw_center_sign(facts, frame, at, colour, scene);
        break;
    case LEGEND_MOVE:
        arrows_draw_sign(frame, at, colour, scene);
        break;
    case LEGEND_STAYED:
        marker_draw(scene, frame, 0, at,
                    theme_member_radius(facts->chart->count) * unit, colour);
        arrows_draw_ring(
            frame, at,
            (theme_member_radius(facts->chart->count) + theme.rim) * unit,
            colour, scene);
        break;
    case LEGEND_REGION:
        draw_ellipse(frame, at, person_style(facts, frame, colour), scene);
        break;
    case LEGEND_SPREAD:
        draw_ellipse(frame, at, marker_spread(frame, colour), scene);
        break;
    case LEGEND_STAR:
        marker_star(scene, frame, row->team,
                    row->team < CHART_TEAMS &&
                        panel_needs_shapes(frame, facts->chart),
                    at, 0.8 * theme.member_radius * unit, colour);
        break;
    case LEGEND_TRACKS:
        tracks_draw_sign(frame, at, scene);
        break;
    case LEGEND_HEXAGON:
        hexagons_sign(facts, frame, (int)row->team, at, 5 * unit, scene);
        break;
    case LEGEND_COUNTRY:
        scene_circle(scene, at, theme.country_radius * unit, hollow);
        break;
    }
}

void
legend_draw(const struct legend *legend, const struct panel_facts *facts,
            const struct frame *frame, struct lewis_scene *scene)
{
    double size = theme.legend_size * frame->text;
    double y = legend->box.y0, x = legend->box.x0;

    scene_group(scene, "legend", NULL);
    for (size_t i = 0; i < legend->count; i++) {
        const struct legend_row *row = &legend->row[i];
        struct scene_point at = {x + legend_sign_middle(frame), y + 0.6 * size};

        scene_group(scene, "entry", NULL);
        draw_sign(row, facts, frame, at, scene);
        for (size_t k = 0; k < row->text.count; k++) {
            struct scene_point base = {x + sign_width(frame),
                                       y + 0.95 * size +
                                           (double)k * line_height(frame)};

            scene_text(scene, base, row->text.line[k], size, false, SCENE_START,
                       frame->colour->ink, 0, 0);
        }
        scene_end(scene);
        y += row_height(row, frame);
    }
    scene_end(scene);
}
