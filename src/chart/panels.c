/* panels.c - small triangles side by side: the whole profile, and each topic.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <lewis/chart.h>

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "chart/backdrop.h"
#include "chart/members.h"
#include "chart/moves.h"
#include "chart/regions.h"
#include "chart/theme.h"
#include "chart/wording.h"
#include "chart/zoom.h"

enum {
    NAMED = 12,     /* people that have names in panels */
    TITLE_LINES = 2,
    LEAST = 44      /* points of the theme: the side of the smallest panel */
};

/* One small triangle. */
struct cell {
    struct panel_facts facts;
    struct frame frame;
    struct paragraph title, note;
    struct box box;
};

struct sheet {
    struct panel_facts facts; /* of the whole, for head, legend and foot */
    struct lewis_chart_options options; /* without countries and words */
    struct frame frame;
    struct head head;
    struct legend legend;
    struct foot foot;
    struct cell *cell;
    size_t count, columns, rows, lines; /* the last: of titles */
    struct box room;
    double side;
    bool names_missing;
};

/* --- the same teams everywhere --- */

/* Which team of 'like' has that name; CHART_TEAMS: none. */
static size_t
team_like(const struct lewis_chart *like, const char *name)
{
    for (size_t i = 0; i < like->teams; i++)
        if (strcmp(like->team[i].name, name) == 0)
            return i;
    return CHART_TEAMS;
}

/* A view of a chart whose teams stand in the order of another one's, so that
 * colours mean the same; teams that only it has come after. */
static const struct lewis_chart *
aligned(struct arena *arena, const struct lewis_chart *chart,
        const struct lewis_chart *like)
{
    struct lewis_chart *copy = arena_alloc(arena, sizeof *copy);
    unsigned char *team_of = arena_array(arena, chart->kept + 1, 1);
    size_t to[CHART_TEAMS];

    if (copy == NULL || team_of == NULL)
        return NULL;
    *copy = *chart;
    copy->teams = like->teams;
    for (size_t i = 0; i < like->teams; i++)
        copy->team[i] = (struct chart_team){.name = like->team[i].name};
    for (size_t i = 0; i < chart->teams; i++) {
        to[i] = team_like(like, chart->team[i].name);
        if (to[i] == CHART_TEAMS)
            to[i] = copy->teams < CHART_TEAMS ? copy->teams++ : CHART_TEAMS - 1;
        copy->team[to[i]] = chart->team[i];
    }
    for (size_t i = 0; i < chart->kept; i++)
        team_of[i] = (unsigned char)to[chart->team_of[i]];
    for (size_t i = 0; i < chart->stars; i++)
        if (chart->star[i].found)
            copy->star[i].team = to[chart->star[i].team];
    copy->team_of = team_of;
    return copy;
}

/* --- where they stand --- */

static double
title_size(const struct frame *frame)
{
    return 1.1 * theme.legend_size * frame->text;
}

static double
note_size(const struct frame *frame)
{
    return 0.9 * theme.foot_size * frame->text;
}

/* Above the triangle: title, numbers, the upper corner's word. */
static double
cell_head(const struct frame *frame, size_t lines)
{
    return ((double)lines * title_size(frame) + 2.4 * note_size(frame)) *
           theme.line_height;
}

static double
cell_foot(const struct frame *frame)
{
    return 1.3 * note_size(frame) * theme.line_height;
}

/* Under head and legend, or left of the legend. */
static struct box
sheet_room(const struct sheet *sheet, bool beside)
{
    double gap = theme.gap * sheet->frame.scale;
    struct box room = sheet->frame.area;

    room.y0 = sheet->head.box.y1 + (sheet->head.box.y1 > room.y0 ? gap : 0);
    room.y1 = sheet->foot.box.y0 - gap;
    if (beside)
        room.x1 = sheet->legend.box.x0 - gap;
    else
        room.y0 = fmax(room.y0, sheet->legend.box.y1 + gap);
    return room;
}

static const char *
title_of(const struct sheet *sheet, const struct lewis_panel *panel)
{
    return panel->title != NULL ? panel->title
                                : wording(sheet->options.lang, TELL_ALL_ITEMS);
}

/* How many lines the widest title takes. */
static size_t
title_lines(const struct sheet *sheet, const struct lewis_panel panel[],
            double max_pt)
{
    struct typeset bold = {sheet->facts.arena, sheet->facts.measure,
                           title_size(&sheet->frame), true, false};

    for (size_t i = 0; i < sheet->count; i++) {
        const char *title = panel_clean(&sheet->facts,
                                        title_of(sheet, &panel[i]));

        if (title != NULL && typeset_width(&bold, title) > max_pt)
            return TITLE_LINES;
    }
    return 1;
}

/* The side of the triangles in that many columns. */
static double
side_of(const struct sheet *sheet, struct box room, size_t columns,
        size_t lines)
{
    size_t rows = (sheet->count + columns - 1) / columns;
    double gap = 2.6 * theme.gap * sheet->frame.scale;
    double width = (room.x1 - room.x0) / (double)columns - gap;
    double height = (room.y1 - room.y0) / (double)rows - gap / 2 -
                    cell_head(&sheet->frame, lines) - cell_foot(&sheet->frame);

    return fmin(width, height * 2 / sqrt(3));
}

/* As many columns, under the legend or beside it, as make the triangles
 * largest; false when none do. */
static bool
choose_columns(struct sheet *sheet, const struct lewis_panel panel[])
{
    double gap = theme.gap * sheet->frame.scale;

    sheet->side = 0;
    for (int beside = 0; beside < 2; beside++)
        for (size_t columns = 1; columns <= sheet->count; columns++) {
            struct box room = sheet_room(sheet, beside == 1);
            double width = (room.x1 - room.x0) / (double)columns;
            size_t lines = title_lines(sheet, panel, width - gap);
            double side = side_of(sheet, room, columns, lines);

            if (side <= sheet->side)
                continue;
            sheet->side = side;
            sheet->room = room;
            sheet->lines = lines;
            sheet->columns = columns;
            sheet->rows = (sheet->count + columns - 1) / columns;
        }
    return sheet->side >= LEAST * sheet->frame.scale;
}

/* Rows do not drift further apart than looks like one sheet. */
static double
row_height(const struct sheet *sheet)
{
    double own = cell_head(&sheet->frame, sheet->lines) +
                 sheet->side * sqrt(3) / 2 + cell_foot(&sheet->frame);

    return fmin((sheet->room.y1 - sheet->room.y0) / (double)sheet->rows,
                own + 5 * theme.gap * sheet->frame.scale);
}

static void
set_cell(struct sheet *sheet, size_t index)
{
    struct cell *cell = &sheet->cell[index];
    struct box room = sheet->room;
    double width = (room.x1 - room.x0) / (double)sheet->columns;
    double height = row_height(sheet);
    double rest = room.y1 - room.y0 - height * (double)sheet->rows;
    double x = room.x0 + width * (double)(index % sheet->columns);
    double y = room.y0 + rest / 2 + height * (double)(index / sheet->columns);
    double small = fmin(1, fmax(0.5, sheet->side / (330 * sheet->frame.scale)));
    struct scene_point foot = {x + width / 2,
                               y + cell_head(&sheet->frame, sheet->lines) +
                                   sheet->side * sqrt(3) / 2};

    cell->box = (struct box){x, y, x + width, y + height};
    cell->frame = sheet->frame;
    cell->frame.scale *= small;
    cell->frame.text *= fmax(small, 0.75);
    cell->frame.area = (struct box){x, y + cell_head(&sheet->frame, sheet->lines),
                                    x + width,
                                    foot.y};
    frame_put_triangle(&cell->frame, sheet->side, foot);
}

/* --- what stands over each --- */

static void
add_numbers(struct text *text, const struct cell *cell)
{
    double share[LEWIS_STYLES];

    if (cell->facts.chart->count == 0)
        return;
    lewis_triangle_shares(groups_center(cell->facts.groups, GROUPS_ALL), share);
    text_print(text, "%.0f/%.0f/%.0f\xC2\xA0%%", 100 * fmax(share[0], 0),
               100 * fmax(share[1], 0), 100 * fmax(share[2], 0));
}

/* "36/20/44 %, 3 items, +-33, 11 of 12", as far as there is something to say.
 */
static const char *
note_of(const struct sheet *sheet, const struct cell *cell,
        const struct lewis_panel *panel)
{
    const char *lang = sheet->options.lang;
    size_t count = panel->chart->count, all = count + panel->chart->unscored;
    int half = people_half(panel->chart);
    struct text text = {0};

    add_numbers(&text, cell);
    if (panel->items > 0) {
        text_add(&text, text.size > 0 ? ", " : "");
        text_print(&text,
                   wording(lang, panel->items == 1 ? TELL_ONE_ITEM : TELL_ITEMS),
                   panel->items);
    }
    if (half >= 0)
        text_print(&text, "%s\xC2\xB1%d", text.size > 0 ? ", " : "", half);
    if (all > 1 && count < all) {
        text_add(&text, text.size > 0 ? ", " : "");
        text_print(&text, wording(lang, TELL_OF), count, all);
    }
    return typeset_keep(sheet->facts.arena, &text);
}

static void
set_words(const struct sheet *sheet, struct cell *cell,
          const struct lewis_panel *panel)
{
    struct arena *arena = sheet->facts.arena;
    struct typeset bold = {arena, sheet->facts.measure,
                           title_size(&sheet->frame), true, false};
    struct typeset plain = {arena, sheet->facts.measure,
                            note_size(&sheet->frame), false, false};
    double width = cell->box.x1 - cell->box.x0 -
                   theme.gap * sheet->frame.scale;
    const char *title = panel_clean(&sheet->facts, title_of(sheet, panel));
    const char *note = note_of(sheet, cell, panel);

    cell->title = typeset_balance(&bold, title == NULL ? "" : title, width,
                                  sheet->lines);
    cell->note = typeset_wrap(&plain, note == NULL ? "" : note, width, 1);
}

/* --- drawing --- */

static void
draw_words(const struct sheet *sheet, const struct cell *cell,
           struct lewis_scene *scene)
{
    const struct palette *colour = sheet->frame.colour;
    double size = title_size(&sheet->frame), small = note_size(&sheet->frame);
    double x = (cell->box.x0 + cell->box.x1) / 2;
    double y = cell->box.y0 + size;

    /* a title of one line stands next to its numbers */
    y += (double)(sheet->lines - cell->title.count) * size * theme.line_height;
    for (size_t i = 0; i < cell->title.count; i++) {
        scene_text(scene, (struct scene_point){x, y}, cell->title.line[i], size,
                   true, SCENE_MIDDLE, colour->ink, 0, 0);
        y += size * theme.line_height;
    }
    if (cell->note.count > 0)
        scene_text(scene, (struct scene_point){x, y - size + small},
                   cell->note.line[0], small, false, SCENE_MIDDLE,
                   colour->quiet, 0, 0);
}

/* The corners in words, the lower ones within the side where there is room. */
static void
draw_corners(const struct sheet *sheet, const struct cell *cell,
             struct lewis_scene *scene)
{
    const struct frame *frame = &cell->frame;
    const int32_t *colour = frame->colour->corner_text;
    double size = note_size(&sheet->frame), over = 0.15 * sheet->side;
    static const enum scene_anchor anchor[LEWIS_STYLES] = {
        SCENE_START, SCENE_MIDDLE, SCENE_FINISH};

    over = fmin(over, 0.6 * theme.gap * sheet->frame.scale);
    for (int i = 0; i < LEWIS_STYLES; i++) {
        struct scene_point at = frame->corner[i];
        const char *name = zoom_corner(frame, (enum lewis_style)i,
                                       sheet->facts.arena);

        at.x += i == LEWIS_LINEAR ? -over : i == LEWIS_REACTIVE ? over : 0;
        at.y += i == LEWIS_MULTI ? -0.5 * size : 1.3 * size;
        scene_text(scene, at, name == NULL ? "" : name, size, false, anchor[i],
                   colour[i], 0, 0);
    }
}

static void
draw_nobody(const struct sheet *sheet, const struct cell *cell,
            struct lewis_scene *scene)
{
    const struct view *view = &cell->frame.view;
    double third = view->size / 3;

    scene_text(scene,
               frame_share(&cell->frame, view->low[0] + third,
                           view->low[1] + third, view->low[2] + third),
               wording(sheet->options.lang, TELL_NO_PROFILE), note_size(&sheet->frame), false, SCENE_MIDDLE,
               sheet->frame.colour->quiet, 0, 0);
}

/* With names for a few people; false when out of memory. */
static bool
draw_people(struct sheet *sheet, const struct cell *cell,
            struct lewis_scene *scene)
{
    struct panel_facts facts = cell->facts;
    struct lewis_chart *nameless =
        arena_alloc(sheet->facts.arena, sizeof *nameless);
    const struct members_around around = {.count = 0};
    struct country_labels none = {.count = 0};
    struct members members;

    if (nameless == NULL)
        return false;
    *nameless = *facts.chart;
    for (size_t i = 0; i < CHART_NAMED; i++)
        nameless->name[i] = "";
    if (sheet->facts.chart->count > NAMED || sheet->facts.chart->count == 1)
        facts.chart = nameless;
    if (!members_place(&members, &none, &facts, &cell->frame, &around))
        return false;
    sheet->names_missing = sheet->names_missing || !members.all_placed;
    facts.chart = cell->facts.chart;
    regions_draw(&facts, &cell->frame, scene);
    members_draw(&members, &facts, &cell->frame, scene);
    return true;
}

static bool
draw_cell(struct sheet *sheet, const struct cell *cell,
          const struct lewis_panel *panel, struct lewis_scene *scene)
{
    bool ok = true;

    scene_group(scene, "panel", title_of(sheet, panel));
    backdrop_draw_triangle(&cell->frame, scene);
    draw_corners(sheet, cell, scene);
    draw_words(sheet, cell, scene);
    if (cell->facts.chart->count == 0)
        draw_nobody(sheet, cell, scene);
    else
        ok = draw_people(sheet, cell, scene);
    scene_end(scene);
    return ok;
}

static const char *
describe(const struct sheet *sheet, const struct lewis_panel panel[])
{
    struct text text = {0};
    const char *lang = sheet->options.lang;
    const char *people = foot_people(&sheet->facts);

    text_print(&text, wording(lang, TELL_TRIANGLES_ALT), sheet->count);
    text_print(&text, " %s", people == NULL ? "" : people);
    for (size_t i = 0; i < sheet->count; i++) {
        const struct cell *cell = &sheet->cell[i];

        int half = people_half(cell->facts.chart);

        text_print(&text, " %s: ", title_of(sheet, &panel[i]));
        if (cell->facts.chart->count == 0)
            text_add(&text, wording(lang, TELL_NO_PROFILE));
        else
            people_add_shares(&text, lang,
                              groups_center(cell->facts.groups, GROUPS_ALL),
                              NULL);
        if (half >= 0)
            text_print(&text, " (\xC2\xB1%d)", half);
        text_add(&text, ".");
    }
    return typeset_keep(sheet->facts.arena, &text);
}

static struct lewis_scene *
draw_sheet(struct sheet *sheet, const struct lewis_panel panel[])
{
    const struct lewis_chart_options *options = &sheet->options;
    const char *words = describe(sheet, panel);
    const char *title = panel_clean(&sheet->facts, options->title);
    struct lewis_scene *scene;
    bool ok = true;

    if (words == NULL || title == NULL)
        return NULL;
    scene = scene_new(options->width_pt, options->height_pt,
                      *title == '\0' ? wording(options->lang, TELL_TRIANGLES)
                                     : title,
                      words, wording_language(options->lang));
    if (scene == NULL)
        return NULL;
    backdrop_draw_page(&sheet->frame, scene);
    for (size_t i = 0; ok && i < sheet->count; i++)
        ok = draw_cell(sheet, &sheet->cell[i], &panel[i], scene);
    head_draw(&sheet->head, &sheet->facts, &sheet->frame, scene);
    legend_draw(&sheet->legend, &sheet->facts, &sheet->frame, scene);
    foot_draw(&sheet->foot, &sheet->frame, scene);
    if (ok && scene_ok(scene) && !arena_failed(sheet->facts.arena))
        return scene;
    lewis_scene_free(scene);
    return NULL;
}

/* --- all of it --- */

/* People are drawn in every panel as in the first. A topic has few items: the
 * regions of those who stand out would fill it. */
static void
settle(struct panel_facts *facts, const struct panel_facts *first)
{
    panel_settle(facts);
    facts->dots = first->dots;
    facts->hexagons = first->hexagons;
    facts->grid = DENSITY_SMALL;
    facts->star_regions = (first->regions & LEWIS_REGIONS_PERSONS) != 0 &&
                          facts->star_regions;
}

/* One legend is true for all of them. */
static void
share_scale(struct sheet *sheet)
{
    struct density_counts counts = {.count = 0};

    for (size_t i = 0; i < sheet->count; i++)
        density_count_all(&counts, &sheet->cell[i].facts.chart->density,
                          DENSITY_SMALL);
    for (size_t i = 0; i < sheet->count; i++)
        sheet->cell[i].facts.scale = density_scale_of(&counts);
}

static bool
gather(struct sheet *sheet, const struct lewis_panel panel[],
       const struct lewis_measure *measure, struct arena *arena)
{
    sheet->cell = arena_array(arena, sheet->count, sizeof *sheet->cell);
    for (size_t i = 0; sheet->cell != NULL && i < sheet->count; i++) {
        struct panel_facts *facts = &sheet->cell[i].facts;
        struct groups *groups = arena_alloc(arena, sizeof *groups);

        facts->chart = aligned(arena, panel[i].chart, panel[0].chart);
        if (facts->chart == NULL || groups == NULL)
            return false;
        *groups = groups_of(facts->chart, &sheet->options);
        facts->groups = groups;
        facts->options = &sheet->options;
        facts->measure = measure;
        facts->arena = arena;
        facts->names = sheet->options.labels == LEWIS_LABELS_NONE
                           ? PANEL_NONE
                           : PANEL_NAMES;
        facts->small = true;
        settle(facts, &sheet->cell[0].facts);
    }
    if (sheet->cell == NULL)
        return false;
    share_scale(sheet);
    sheet->facts = sheet->cell[0].facts;
    return true;
}

/* One view for all panels. */
static bool
settle_view(struct sheet *sheet, struct view *view, struct lewis_error *error)
{
    struct zoom_need need = zoom_need_nothing(), people = need;
    bool one = true;

    for (size_t i = 0; i < sheet->count; i++) {
        const struct groups *groups = sheet->cell[i].facts.groups;

        if (!groups_check(groups->chart, &sheet->options, error) ||
            !zoom_settle(groups, &sheet->options, view, NULL, error))
            return false;
        zoom_need_chart(&need, groups);
        zoom_need_people(&people, groups->chart);
        one = one && groups->chart->count == 1;
    }
    if (sheet->options.zoom == LEWIS_ZOOM_AUTO)
        *view = zoom_auto(&need, one ? &need : &people);
    return true;
}

static bool
arrange(struct sheet *sheet, const struct lewis_panel panel[],
        const struct view *view)
{
    static const double step[] = {0, 0.5, 1};
    bool roomy = false;

    for (size_t i = 0; i < sizeof step / sizeof step[0] && !roomy; i++) {
        sheet->frame = frame_of_page(&sheet->options, step[i]);
        sheet->frame.view = *view;
        sheet->head = head_of(&sheet->facts, &sheet->frame);
        sheet->legend =
            legend_of(&sheet->facts, &sheet->frame, sheet->head.box);
        sheet->foot = foot_of(&sheet->facts, &sheet->frame, NULL, false,
                              sheet->names_missing);
        roomy = choose_columns(sheet, panel);
    }
    for (size_t i = 0; roomy && i < sheet->count; i++) {
        set_cell(sheet, i);
        set_words(sheet, &sheet->cell[i], &panel[i]);
    }
    return roomy;
}

/* Names without room are only known once it is drawn; then the foot says so. */
static struct lewis_scene *
draw_twice(struct sheet *sheet, const struct lewis_panel panel[],
           const struct view *view, bool *roomy)
{
    struct lewis_scene *scene = NULL;

    for (int i = 0; i < 2; i++) {
        bool told = sheet->names_missing;

        *roomy = arrange(sheet, panel, view);
        lewis_scene_free(scene);
        scene = *roomy ? draw_sheet(sheet, panel) : NULL;
        if (scene == NULL || told == sheet->names_missing)
            break;
    }
    return scene;
}

struct lewis_scene *
lewis_chart_panels(const struct lewis_panel panel[], size_t count,
                   const struct lewis_chart_options *options,
                   const struct lewis_measure *measure,
                   struct lewis_error *error)
{
    struct arena arena = {0};
    struct sheet sheet = {.options = *options, .count = count};
    struct lewis_scene *scene = NULL;
    struct view view;
    bool roomy = true;

    if (!panel_check_page(options, error))
        return NULL;
    sheet.options.atlas = NULL;
    sheet.options.overlay = NULL;
    if (!gather(&sheet, panel, measure, &arena))
        error_memory(error);
    else if (settle_view(&sheet, &view, error)) {
        scene = draw_twice(&sheet, panel, &view, &roomy);
        if (!roomy)
            error_set(error, LEWIS_EINVALID,
                      "a page of %.4g x %.4g points has no room for %zu "
                      "triangles",
                      options->width_pt, options->height_pt, count);
        else if (scene == NULL)
            error_memory(error);
    }
    arena_release(&arena);
    return scene;
}
