/* inset.c - the whole triangle, small, beside a view of a part of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/zoom.h"

#include <math.h>

#include "chart/backdrop.h"
#include "chart/theme.h"
#include "chart/wording.h"

static struct typeset
small_type(const struct panel_facts *facts, const struct frame *frame)
{
    return (struct typeset){facts->arena, facts->measure,
                            theme.foot_size * frame->text, false, false};
}

/* Wide enough for the words of the two lower corners side by side. */
static double
inset_width(const struct panel_facts *facts, const struct frame *frame)
{
    struct typeset set = small_type(facts, frame);
    const char *left = wording_style(frame->lang, LEWIS_LINEAR);
    const char *right = wording_style(frame->lang, LEWIS_REACTIVE);
    double words = typeset_width(&set, left) + typeset_width(&set, right) +
                   1.5 * set.size_pt;

    return fmax(words,
                typeset_width(&set, wording(frame->lang, TELL_SHOWN_PART)));
}

struct inset
inset_of(const struct panel_facts *facts, const struct frame *frame,
         const struct head *head, const struct legend *legend)
{
    double line = theme.foot_size * frame->text * theme.line_height;
    double width = inset_width(facts, frame), side = 0.8 * width;
    double gap = theme.gap * frame->scale;
    double height = 3 * line + side * sqrt(3) / 2;
    bool left = head->box.y1 <= legend->box.y1;
    struct inset inset = {.shown = frame->view.size < 1, .frame = *frame};
    double x = left ? frame->area.x0 : frame->area.x1 - width;
    double y = (left ? head->box.y1 : legend->box.y1) + gap;

    if (y <= frame->area.y0 + gap)
        y = frame->area.y0;
    inset.box = (struct box){x, y, x + width, y + height};
    if (!inset.shown)
        inset.box = (struct box){x, y, x, y};
    inset.frame.view = (struct view){.size = 1};
    inset.frame.scale = 0.6 * frame->scale;
    frame_put_triangle(&inset.frame, side,
                       (struct scene_point){x + width / 2, y + height - line});
    return inset;
}

static void
draw_words(const struct inset *inset, const struct frame *frame,
           struct lewis_scene *scene)
{
    static const enum scene_anchor anchor[LEWIS_STYLES] = {
        SCENE_START, SCENE_MIDDLE, SCENE_FINISH};
    double size = theme.foot_size * frame->text;
    double line = size * theme.line_height;
    double middle = (inset->box.x0 + inset->box.x1) / 2;
    struct scene_point at[4] = {
        {inset->box.x0, inset->box.y1 - line + size},
        {middle, inset->box.y0 + line + size},
        {inset->box.x1, inset->box.y1 - line + size},
        {middle, inset->box.y0 + 0.9 * size},
    };

    for (int i = 0; i < LEWIS_STYLES; i++)
        scene_text(scene, at[i],
                   wording_style(frame->lang, (enum lewis_style)i), size,
                   false, anchor[i], frame->colour->quiet, 0, 0);
    scene_text(scene, at[3], wording(frame->lang, TELL_SHOWN_PART), size,
               false, SCENE_MIDDLE, frame->colour->ink, 0, 0);
}

static void
draw_view(const struct inset *inset, const struct frame *frame,
          struct lewis_scene *scene)
{
    const struct view *view = &frame->view;
    struct scene_style style =
        scene_stroke(frame->colour->ink, 1.2 * frame->scale);
    struct scene_point point[LEWIS_STYLES];

    for (int i = 0; i < LEWIS_STYLES; i++) {
        double share[LEWIS_STYLES] = {view->low[0], view->low[1], view->low[2]};

        share[i] += view->size;
        point[i] = frame_share(&inset->frame, share[0], share[1], share[2]);
    }
    style.fill = frame->colour->paper;
    style.fill_alpha = 0.5;
    scene_group(scene, "view", wording(frame->lang, TELL_SHOWN_PART));
    scene_polygon(scene, point, LEWIS_STYLES, style);
    scene_end(scene);
}

static void
draw_countries(const struct inset *inset, const struct panel_facts *facts,
               struct lewis_scene *scene)
{
    const struct lewis_atlas *atlas = facts->options->atlas;
    size_t places =
        panel_any_country(facts) ? lewis_atlas_place_count(atlas) : 0;
    const struct frame *frame = &inset->frame;
    struct scene_style style =
        scene_stroke(frame->colour->country, 0.7 * frame->scale);

    style.fill = frame->colour->paper;
    style.fill_alpha = 1;
    for (size_t i = 0; i < places; i++)
        scene_circle(scene, frame_point(frame, lewis_atlas_place(atlas, i)),
                     0.6 * theme.country_radius * frame->scale, style);
}

void
inset_draw(const struct inset *inset, const struct panel_facts *facts,
           const struct frame *frame, struct lewis_scene *scene)
{
    if (!inset->shown)
        return;
    scene_group(scene, "inset", NULL);
    backdrop_draw_triangle(&inset->frame, scene);
    draw_view(inset, frame, scene);
    draw_countries(inset, facts, scene);
    draw_words(inset, frame, scene);
    scene_end(scene);
}
