/* key.c - who is who.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/key.h"

#include <math.h>
#include <stdio.h>

#include "chart/highlight.h"
#include "chart/marker.h"
#include "chart/theme.h"
#include "chart/wording.h"

/* Widths in sizes of the text: sign, code, one share, the gap of columns. */
static const double sign_width = 1.5, code_width = 1.6, share_width = 2.5,
                    column_gap = 2;
static const double least_size = 4.5; /* points */
static const double rows_least = 1.15, rows_most = 1.4; /* heights of a row */
enum {
    FOOT_LINES = 5, /* kept free under a key at the side */
    NAME_LINES = 4, /* the most of a name there */
    ROWS_FEW = 8    /* below the triangle, in a page's width */
};

void
key_code(size_t index, char code[KEY_CODE])
{
    snprintf(code, KEY_CODE, "%zu", index + 1);
}

static double
text_size(const struct frame *frame)
{
    return theme.foot_size * frame->text;
}

bool
key_readable(const struct frame *frame)
{
    return text_size(frame) >= least_size;
}

static struct typeset
setting(const struct panel_facts *facts, const struct frame *frame, bool bold)
{
    return (struct typeset){facts->arena, facts->measure, text_size(frame),
                            bold, true};
}

/* A row is never blank. */
static const char *
name_of(const struct panel_facts *facts, size_t i)
{
    const char *name = facts->chart->name[i];

    return *name == '\0' ? wording(facts->options->lang, TELL_NO_NAME) : name;
}

/* All of a column but the names. */
static double
rest_width(const struct frame *frame)
{
    return text_size(frame) * (sign_width + code_width + 3 * share_width + 0.6);
}

/* In at most that many lines each, no wider than that. */
static void
set_names(struct key *key, const struct panel_facts *facts,
          const struct frame *frame, double max_pt, size_t lines)
{
    size_t count = facts->chart->count;

    key->name_pt = 0;
    key->more_lines = 0;
    key->name = arena_array(facts->arena, count, sizeof *key->name);
    for (size_t i = 0; key->name != NULL && i < count; i++) {
        struct typeset set =
            setting(facts, frame, highlight_of(facts->chart, i) != NULL);

        key->name[i] = typeset_fit(&set, name_of(facts, i), max_pt, lines);
        key->name_pt = fmax(key->name_pt, key->name[i].width_pt);
        if (key->name[i].count > 1)
            key->more_lines += key->name[i].count - 1;
    }
    key->column_pt = key->name_pt + rest_width(frame);
}

static double
sign_middle(const struct frame *frame)
{
    return 0.5 * text_size(frame);
}

/* The legend goes along to the left with a key that is wider, where the head
 * leaves room for it. */
static void
align_legend(struct box *legend, double left, struct box head, double gap)
{
    double by = legend->x0 - left;

    if (head.x1 + gap > left && head.y1 > legend->y0)
        return;
    legend->x0 -= by;
    legend->x1 -= by;
}

/* One column at the right, its signs under those of the legend; false when it
 * is too high. */
static bool
stand_beside(struct key *key, struct frame *frame, struct box head,
             struct box *legend)
{
    double size = text_size(frame), gap = theme.gap * frame->scale;
    double top = legend->y1 + gap, lines = (double)key->rows + 1;
    double inset = legend_sign_middle(frame) - sign_middle(frame);
    double more = (double)key->more_lines * rows_least * size;
    double room =
        frame->area.y1 - FOOT_LINES * size * theme.line_height - top - more;

    if (frame->width < 1.2 * frame->height || lines * rows_least * size > room)
        return false;
    key->row_pt = fmin(rows_most * size, room / lines);
    key->box.x0 =
        fmin(legend->x0 + inset, frame->area.x1 - key->column_pt);
    key->box.x1 = key->box.x0 + key->column_pt;
    key->box.y0 = top;
    key->box.y1 = top + lines * key->row_pt + more;
    align_legend(legend, key->box.x0 - inset, head, gap);
    frame->middle =
        (frame->area.x0 + fmin(legend->x0, key->box.x0) - gap) / 2;
    return true;
}

static bool
all_whole(const struct key *key, size_t count)
{
    bool whole = key->name != NULL;

    for (size_t i = 0; i < count && whole; i++)
        whole = key->name[i].whole;
    return whole;
}

/* Fills the page with that many columns, or as many as their rows need. */
static void
set_columns(struct key *key, const struct panel_facts *facts,
            const struct frame *frame, size_t columns)
{
    size_t count = facts->chart->count;
    double gap = column_gap * text_size(frame);
    double width = frame->area.x1 - frame->area.x0;

    key->rows = (count + columns - 1) / columns;
    columns = (count + key->rows - 1) / key->rows;
    set_names(key, facts, frame,
              (width + gap) / (double)columns - gap - rest_width(frame), 1);
    width = (double)columns * (key->column_pt + gap) - gap;
    key->box.x0 = (frame->width - width) / 2;
    key->box.x1 = key->box.x0 + width;
}

/* In as many columns as have room for names of the width of the theme, or in
 * fewer, where that makes no high key and names are cut. */
static void
stand_below(struct key *key, const struct panel_facts *facts,
            const struct frame *frame)
{
    double size = text_size(frame), gap = column_gap * size;
    double width = frame->area.x1 - frame->area.x0;
    size_t count = facts->chart->count, columns;

    set_names(key, facts, frame, theme.key_name_width * frame->text, 1);
    columns = (size_t)fmax(1, floor((width + gap) / (key->column_pt + gap)));
    set_columns(key, facts, frame, columns);
    while (!all_whole(key, count) && columns > 1 &&
           (count + columns - 2) / (columns - 1) <= ROWS_FEW)
        set_columns(key, facts, frame, --columns);
    key->below = true;
    key->row_pt = 1.25 * size;
    key->box.y1 = ((double)key->rows + 1) * key->row_pt;
}

struct key
key_of(const struct panel_facts *facts, struct frame *frame, struct box head,
       struct box *legend)
{
    struct key key = {.shown = facts->names == PANEL_CODES,
                      .rows = facts->chart->count};
    double inset = legend_sign_middle(frame) - sign_middle(frame);
    double width =
        fmax(1.35 * theme.key_name_width * frame->text,
             legend->x1 - legend->x0 - inset - rest_width(frame));

    if (!key.shown)
        return key;
    for (size_t lines = NAME_LINES; lines > 0; lines--) {
        set_names(&key, facts, frame, width, lines);
        if (stand_beside(&key, frame, head, legend))
            return key;
    }
    stand_below(&key, facts, frame);
    return key;
}

double
key_settle(struct key *key, const struct frame *frame, double bottom)
{
    double height = key->box.y1 - key->box.y0;

    if (!key->shown || !key->below)
        return bottom;
    key->box.y1 = bottom - theme.gap * frame->scale;
    key->box.y0 = key->box.y1 - height;
    return key->box.y0;
}

/* --- drawing --- */

static double
share_end(const struct key *key, const struct frame *frame, double x, int style)
{
    return x + key->name_pt +
           text_size(frame) *
               (sign_width + code_width + 0.6 + share_width * (style + 1));
}

/* "L", "M" and "R": the first letters of the corners, in their colours. */
static void
draw_heading(const struct key *key, const struct frame *frame, double x,
             struct lewis_scene *scene)
{
    double size = text_size(frame), y = key->box.y0 + 0.95 * size;

    for (int i = 0; i < LEWIS_STYLES; i++) {
        char letter[] = {*wording_corner(frame->lang, (enum lewis_style)i),
                         '%', '\0'};

        scene_text(scene, (struct scene_point){share_end(key, frame, x, i), y},
                   letter, size, true, SCENE_FINISH,
                   frame->colour->corner_text[i], 0, 0);
    }
}

static void
draw_shares(const struct key *key, const struct lewis_chart *chart, size_t i,
            const struct frame *frame, struct scene_point at,
            struct lewis_scene *scene)
{
    double share[LEWIS_STYLES];

    lewis_triangle_shares(chart->point[i], share);
    for (int k = 0; k < LEWIS_STYLES; k++) {
        char number[16];

        /* a share of -1e-17 is not "-0" */
        snprintf(number, sizeof number, "%.0f", 100 * fmax(share[k], 0));
        scene_text(scene,
                   (struct scene_point){share_end(key, frame, at.x, k), at.y},
                   number, text_size(frame), false, SCENE_FINISH,
                   frame->colour->ink, 0, 0);
    }
}

static void
draw_sign(const struct panel_facts *facts, size_t i, const struct frame *frame,
          struct scene_point at, struct lewis_scene *scene)
{
    const struct lewis_chart *chart = facts->chart;
    size_t team = chart->team_of[i];
    int32_t colour = panel_team_colour(frame, chart, team);
    double size = text_size(frame);

    if (highlight_of(chart, i) != NULL)
        marker_star(scene, frame, team, panel_needs_shapes(frame, chart), at,
                    0.22 * size, colour);
    else
        marker_draw(scene, frame, team, at, 0.4 * size, colour);
}

static void
draw_person(const struct key *key, const struct panel_facts *facts, size_t i,
            const struct frame *frame, struct scene_point at,
            struct lewis_scene *scene)
{
    const struct lewis_chart *chart = facts->chart;
    double size = text_size(frame), text = at.x + size * sign_width;
    struct scene_point sign = {at.x + sign_middle(frame), at.y - 0.35 * size};
    bool star = highlight_of(chart, i) != NULL;
    char code[KEY_CODE];

    key_code(i, code);
    scene_group(scene, "entry", people_hover(chart, i, true, frame->lang,
                                            facts->arena));
    draw_sign(facts, i, frame, sign, scene);
    scene_text(scene, (struct scene_point){text + 1.2 * size, at.y}, code, size,
               true, SCENE_FINISH, frame->colour->ink, 0, 0);
    for (size_t k = 0; k < key->name[i].count; k++)
        scene_text(scene,
                   (struct scene_point){text + size * code_width,
                                        at.y + (double)k * rows_least * size},
                   key->name[i].line[k], size, star, SCENE_START,
                   *chart->name[i] == '\0' ? frame->colour->quiet
                                           : frame->colour->ink,
                   0, 0);
    draw_shares(key, chart, i, frame, at, scene);
    scene_end(scene);
}

void
key_draw(const struct key *key, const struct panel_facts *facts,
         const struct frame *frame, struct lewis_scene *scene)
{
    double size = text_size(frame);
    double step = key->column_pt + column_gap * size, more = 0;

    if (!key->shown)
        return;
    scene_group(scene, "key", NULL);
    for (size_t i = 0; i < facts->chart->count; i++) {
        double x = key->box.x0 + (double)(i / key->rows) * step;
        double row = (double)(i % key->rows) + 1;
        struct scene_point at = {x,
                                 key->box.y0 + row * key->row_pt + more +
                                     0.95 * size};

        if (i % key->rows == 0)
            draw_heading(key, frame, x, scene);
        draw_person(key, facts, i, frame, at, scene);
        for (size_t k = 1; k < key->name[i].count; k++)
            more += rows_least * size;
    }
    scene_end(scene);
}
